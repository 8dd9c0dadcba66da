//! `reportparse.Metric`.

use jiff::civil::Date;
use pyo3::prelude::*;
use pyo3::types::PyAny;
use reportparse::Span;
use rust_decimal::Decimal;

use crate::point::Point;
use crate::report::Report;
use crate::row::row_class;
use crate::section::Section;
use crate::table::Table;
use crate::values;

row_class! {
    /// One thing measured once: an indicator with a value, a change, or both.
    Metric, Metrics[MetricId] => metric
}

impl Metric {
    fn level(&self) -> Option<Span> {
        self.row().row().level.as_ref().map(|level| level.span)
    }
}

#[pymethods]
impl Metric {
    /// The phrase that names what is measured: 规模以上工业总产值.
    #[getter]
    fn indicator(&self) -> Option<&str> {
        self.row().indicator()
    }

    /// The place of the indicator.
    #[getter]
    fn indicator_span<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        values::maybe_span(py, self.core(), self.row().row().indicator)
    }

    /// The indicator's entry in the lexicon: GDP.
    #[getter]
    fn code(&self) -> Option<&str> {
        self.row().code()
    }

    /// The value as written, approximators and unit included: 近3500客.
    #[getter]
    fn literal(&self) -> Option<&str> {
        self.row().literal()
    }

    /// The place of the literal.
    #[getter]
    fn span<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        values::maybe_span(py, self.core(), self.level())
    }

    /// Offset of the literal's first character.
    #[getter]
    fn start(&self) -> Option<u32> {
        self.level().map(|span| self.at(span.start))
    }

    /// Offset behind the literal's last character.
    #[getter]
    fn end(&self) -> Option<u32> {
        self.level().map(|span| self.at(span.end))
    }

    /// The value in `unit`, exact.
    #[getter]
    fn value(&self) -> Option<Decimal> {
        self.row().value()
    }

    /// The upper end of the value's range.
    #[getter]
    fn value_high(&self) -> Option<Decimal> {
        self.row().value_high()
    }

    /// The unit as written, its scale word included: 亿元; that of the change where there is no value.
    #[getter]
    fn unit(&self) -> Option<&str> {
        self.row().unit()
    }

    /// How the value, or the change where there is no value, stands to the true figure.
    #[getter]
    fn approx(&self) -> &'static str {
        self.row().approx().as_str()
    }

    /// The value in `base_unit`: 103110000000.
    #[getter]
    fn base_value(&self) -> Option<Decimal> {
        self.row().base_value()
    }

    /// The unit that `base_value` counts in: 元.
    #[getter]
    fn base_unit(&self) -> Option<&str> {
        self.row().base_unit()
    }

    /// The change as written, from its basis to its unit: 同比下降22.6%.
    #[getter]
    fn change_literal(&self) -> Option<&str> {
        self.row().change_literal()
    }

    /// The place of the change.
    #[getter]
    fn change_span<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        values::maybe_span(py, self.core(), self.row().row().change.as_ref().map(|change| change.span))
    }

    /// The change, signed, in `change_unit`.
    #[getter]
    fn change(&self) -> Option<Decimal> {
        self.row().change()
    }

    /// The far end of the change's range, signed.
    #[getter]
    fn change_high(&self) -> Option<Decimal> {
        self.row().change_high()
    }

    /// The unit of the change: %, 个百分点.
    #[getter]
    fn change_unit(&self) -> Option<&str> {
        self.row().change_unit()
    }

    /// What the change is measured against, as written: 同比, 较一季度.
    #[getter]
    fn basis(&self) -> Option<&str> {
        self.row().basis()
    }

    /// Whether it has come about: actual, target or other.
    #[getter]
    fn status(&self) -> &'static str {
        self.row().status().as_str()
    }

    /// The period as written: 上半年.
    #[getter]
    fn period(&self) -> Option<&str> {
        self.row().period()
    }

    /// The first day of the period.
    #[getter]
    fn period_start(&self) -> Option<Date> {
        self.row().period_start()
    }

    /// The last day of the period.
    #[getter]
    fn period_end(&self) -> Option<Date> {
        self.row().period_end()
    }

    /// The sentence it stands in.
    #[getter]
    fn sentence(&self) -> &str {
        self.row().sentence()
    }

    /// The place of that sentence.
    #[getter]
    fn sentence_span<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        values::span(py, self.core(), self.row().sentence_span())
    }

    /// The innermost section it stands in.
    #[getter]
    fn section(&self, py: Python<'_>) -> Option<Section> {
        self.row().section().map(|section| Section::new(self.report.clone_ref(py), section.id().0))
    }

    /// The innermost point it stands in.
    #[getter]
    fn point(&self, py: Python<'_>) -> Option<Point> {
        self.row().point().map(|point| Point::new(self.report.clone_ref(py), point.id().0))
    }

    /// The metric that 其中 makes this one a part of.
    #[getter]
    fn part_of(&self, py: Python<'_>) -> Option<Metric> {
        self.row().part_of().map(|whole| Metric::new(self.report.clone_ref(py), whole.id().0))
    }

    fn __repr__(&self) -> String {
        let parts = [self.indicator(), self.literal(), self.change_literal(), Some(self.status())];
        format!("<Metric {}>", parts.into_iter().flatten().collect::<Vec<_>>().join(" "))
    }
}
