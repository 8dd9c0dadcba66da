//! One thing measured once.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::report::Report;
use crate::row::{Approx, MetricId, MetricRow, Status};
use crate::span::Span;
use crate::view::{Point, Section};

/// An indicator with a value, a change, or both.
#[derive(Clone, Copy, Debug)]
pub struct Metric<'r> {
    pub(crate) report: &'r Report,
    pub(crate) id: MetricId,
    pub(crate) row: &'r MetricRow,
}

impl<'r> Metric<'r> {
    /// Its index in `metrics`.
    pub fn id(self) -> MetricId {
        self.id
    }

    /// Its row.
    pub fn row(self) -> &'r MetricRow {
        self.row
    }

    /// The phrase that names what is measured: 规模以上工业总产值.
    pub fn indicator(self) -> Option<&'r str> {
        self.slice(self.row.indicator)
    }

    /// The indicator's entry in the lexicon: GDP.
    pub fn code(self) -> Option<&'r str> {
        self.row.code.map(|symbol| self.report.symbol(symbol))
    }

    /// The value as written, approximators and unit included: 近3500客.
    pub fn literal(self) -> Option<&'r str> {
        self.slice(self.row.level.as_ref().map(|level| level.span))
    }

    /// The value in [`unit`](Self::unit).
    pub fn value(self) -> Option<Decimal> {
        self.row.level.as_ref().and_then(|level| level.value)
    }

    /// The upper end of the value's range.
    pub fn value_high(self) -> Option<Decimal> {
        self.row.level.as_ref().and_then(|level| level.high)
    }

    /// The unit as written, its scale word included: 亿元; that of the change where there is no value.
    pub fn unit(self) -> Option<&'r str> {
        self.row.unit.map(|symbol| self.report.symbol(symbol))
    }

    /// The value in [`base_unit`](Self::base_unit): 103110000000.
    pub fn base_value(self) -> Option<Decimal> {
        self.row.level.as_ref().and_then(|level| level.base_value)
    }

    /// The unit that `base_value` counts in: 元.
    pub fn base_unit(self) -> Option<&'r str> {
        self.row.level.as_ref().and_then(|level| level.base_unit).map(|symbol| self.report.symbol(symbol))
    }

    /// How the value, or the change where there is no value, stands to the true figure.
    pub fn approx(self) -> Approx {
        self.row.approx
    }

    /// The change as written, from its basis to its unit: 同比下降22.6%.
    pub fn change_literal(self) -> Option<&'r str> {
        self.slice(self.row.change.as_ref().map(|change| change.span))
    }

    /// The change, signed, in [`change_unit`](Self::change_unit).
    pub fn change(self) -> Option<Decimal> {
        self.row.change.as_ref().and_then(|change| change.value)
    }

    /// The far end of the change's range, signed.
    pub fn change_high(self) -> Option<Decimal> {
        self.row.change.as_ref().and_then(|change| change.high)
    }

    /// The unit of the change: %, 个百分点.
    pub fn change_unit(self) -> Option<&'r str> {
        self.row.change.as_ref().and_then(|change| change.unit).map(|symbol| self.report.symbol(symbol))
    }

    /// What the change is measured against, as written: 同比, 较一季度.
    pub fn basis(self) -> Option<&'r str> {
        self.slice(self.row.change.as_ref().and_then(|change| change.basis))
    }

    /// Whether it has come about.
    pub fn status(self) -> Status {
        self.row.status
    }

    /// The period as written: 上半年.
    pub fn period(self) -> Option<&'r str> {
        self.slice(self.row.period.span)
    }

    /// The first day of the period.
    pub fn period_start(self) -> Option<Date> {
        self.row.period.start
    }

    /// The last day of the period.
    pub fn period_end(self) -> Option<Date> {
        self.row.period.end
    }

    /// The sentence it stands in.
    pub fn sentence(self) -> &'r str {
        self.report.slice(self.row.sentence)
    }

    /// The place of that sentence.
    pub fn sentence_span(self) -> Span {
        self.row.sentence
    }

    /// The innermost section it stands in.
    pub fn section(self) -> Option<Section<'r>> {
        self.row.section.map(|id| self.report.section(id))
    }

    /// The innermost point it stands in.
    pub fn point(self) -> Option<Point<'r>> {
        self.row.point.map(|id| self.report.point(id))
    }

    /// The metric that 其中 makes this one a part of.
    pub fn part_of(self) -> Option<Metric<'r>> {
        self.row.part_of.map(|id| self.report.metric(id))
    }

    fn slice(self, span: Option<Span>) -> Option<&'r str> {
        span.map(|span| self.report.slice(span))
    }
}
