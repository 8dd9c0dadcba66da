//! `reportparse.Metric`.

use pyo3::prelude::*;
use reportparse::Span;

use crate::report::Report;
use crate::row::row_class;
use crate::shown::Offset;

row_class! {
    /// One thing measured once: an indicator with a value, a change, or both.
    Metric[MetricId] => metric: |row|

    /// The phrase that names what is measured: 规模以上工业总产值.
    indicator = row.indicator();

    /// The place of the indicator.
    indicator_span = row.row().indicator;

    /// The indicator's entry in the lexicon: GDP.
    code = row.code();

    /// The value as written, approximators and unit included: 近3500客.
    literal = row.literal();

    /// The place of the literal.
    span = level(row);

    /// Offset of the literal's first character.
    start = level(row).map(|span| Offset(span.start));

    /// Offset behind the literal's last character.
    end = level(row).map(|span| Offset(span.end));

    /// The value in `unit`, exact.
    value = row.value();

    /// The upper end of the value's range.
    value_high = row.value_high();

    /// The unit as written, its scale word included: 亿元; that of the change where there is no value.
    unit = row.unit();

    /// How the value, or the change where there is no value, stands to the true figure.
    approx = row.approx().as_str();

    /// The value in `base_unit`: 103110000000.
    base_value = row.base_value();

    /// The unit that `base_value` counts in: 元.
    base_unit = row.base_unit();

    /// The change as written, from its basis to its unit: 同比下降22.6%.
    change_literal = row.change_literal();

    /// The place of the change.
    change_span = row.row().change.as_ref().map(|change| change.span);

    /// The change, signed, in `change_unit`.
    change = row.change();

    /// The far end of the change's range, signed.
    change_high = row.change_high();

    /// The unit of the change: %, 个百分点.
    change_unit = row.change_unit();

    /// What the change is measured against, as written: 同比, 较一季度.
    basis = row.basis();

    /// Whether it has come about: actual, target or other.
    status = row.status().as_str();

    /// The period as written: 上半年.
    period = row.period();

    /// The first day of the period.
    period_start = row.period_start();

    /// The last day of the period.
    period_end = row.period_end();

    /// The sentence it stands in.
    sentence = row.sentence();

    /// The place of that sentence.
    sentence_span = row.sentence_span();

    /// The innermost section it stands in.
    section = row.section();

    /// The innermost point it stands in.
    point = row.point();

    /// The metric that 其中 makes this one a part of.
    part_of = row.part_of();
}

#[pymethods]
impl Metric {
    fn __repr__(&self) -> String {
        let row = self.row();
        let parts = [row.indicator(), row.literal(), row.change_literal(), Some(row.status().as_str())];
        format!("<Metric {}>", parts.into_iter().flatten().collect::<Vec<_>>().join(" "))
    }
}

/// The place of the value.
fn level(row: reportparse::Metric<'_>) -> Option<Span> {
    row.row().level.as_ref().map(|level| level.span)
}
