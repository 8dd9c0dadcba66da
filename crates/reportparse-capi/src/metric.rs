//! Metrics.

use std::mem::MaybeUninit;

use reportparse::Metric;
use reportparse::row::{MetricId, PointId, SectionId};

use crate::error::rp_status;
use crate::guard::{given, guard, guard_or};
use crate::names::{rp_approx, rp_metric_status};
use crate::report::rp_report;
use crate::text::rp_str;
use crate::tree;
use crate::value::{RP_NONE, rp_date, rp_decimal, rp_span};

/// One thing measured once: an indicator with a value, a change, or both. Strings last as long as the report.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct rp_metric {
    /// The sentence it stands in.
    pub sentence: rp_str,
    /// The phrase that names what is measured: 规模以上工业总产值.
    pub indicator: rp_str,
    /// The indicator's entry in the lexicon: GDP.
    pub code: rp_str,
    /// The value as written, approximators and unit included: 近3500客; none where only a change is stated.
    pub literal: rp_str,
    /// The unit as written, its scale word included: 亿元; that of the change where there is no value.
    pub unit: rp_str,
    /// The unit that `base_value` counts in: 元.
    pub base_unit: rp_str,
    /// The change as written, from its basis to its unit: 同比下降22.6%; none where only a value is stated.
    pub change_literal: rp_str,
    /// The unit of the change: %, 个百分点.
    pub change_unit: rp_str,
    /// What the change is measured against, as written: 同比, 较一季度.
    pub basis: rp_str,
    /// The period as written: 上半年.
    pub period: rp_str,
    /// The place of `sentence`.
    pub sentence_span: rp_span,
    /// The place of `indicator`, which may lie before the sentence.
    pub indicator_span: rp_span,
    /// The place of `literal`.
    pub span: rp_span,
    /// The place of `change_literal`.
    pub change_span: rp_span,
    /// The value in `unit`: 1031.1.
    pub value: rp_decimal,
    /// The upper end of the value's range.
    pub value_high: rp_decimal,
    /// The value in `base_unit`: 103110000000.
    pub base_value: rp_decimal,
    /// The change, signed, in `change_unit`: -22.6.
    pub change: rp_decimal,
    /// The far end of the change's range, signed.
    pub change_high: rp_decimal,
    /// The first day of the period.
    pub period_start: rp_date,
    /// The last day of the period.
    pub period_end: rp_date,
    /// The innermost section it stands in, or RP_NONE.
    pub section: u32,
    /// The innermost point it stands in, or RP_NONE.
    pub point: u32,
    /// The metric that 其中 makes this one a part of, or RP_NONE.
    pub part_of: u32,
    /// How the value, or the change where there is no value, stands to the true figure.
    pub approx: rp_approx,
    /// Whether it has come about.
    pub status: rp_metric_status,
}

impl From<Metric<'_>> for rp_metric {
    fn from(metric: Metric<'_>) -> Self {
        let row = metric.row();
        rp_metric {
            sentence: metric.sentence().into(),
            indicator: metric.indicator().into(),
            code: metric.code().into(),
            literal: metric.literal().into(),
            unit: metric.unit().into(),
            base_unit: metric.base_unit().into(),
            change_literal: metric.change_literal().into(),
            change_unit: metric.change_unit().into(),
            basis: metric.basis().into(),
            period: metric.period().into(),
            sentence_span: row.sentence.into(),
            indicator_span: row.indicator.into(),
            span: row.level.as_ref().map(|level| level.span).into(),
            change_span: row.change.as_ref().map(|change| change.span).into(),
            value: metric.value().into(),
            value_high: metric.value_high().into(),
            base_value: metric.base_value().into(),
            change: metric.change().into(),
            change_high: metric.change_high().into(),
            period_start: metric.period_start().into(),
            period_end: metric.period_end().into(),
            section: row.section.map_or(RP_NONE, |SectionId(id)| id),
            point: row.point.map_or(RP_NONE, |PointId(id)| id),
            part_of: row.part_of.map_or(RP_NONE, |MetricId(id)| id),
            approx: row.approx.into(),
            status: row.status.into(),
        }
    }
}

/// How many metrics the report has; 0 for NULL.
///
/// Threads: any. Cost: constant.
#[unsafe(no_mangle)]
pub extern "C" fn rp_report_metric_count(report: Option<&rp_report>) -> usize {
    guard_or(0, || report.map(|report| report.report.metric_rows().len()))
}

/// The metric at `index`, in document order from 0. Its strings last as long as the report.
///
/// Errors: RP_ERROR_NULL, RP_ERROR_INDEX. Threads: any. Cost: constant.
#[unsafe(no_mangle)]
pub extern "C" fn rp_report_metric(
    report: Option<&rp_report>,
    index: usize,
    out: Option<&mut MaybeUninit<rp_metric>>,
) -> rp_status {
    guard(None, || {
        let (report, out) = (&given(report)?.report, given(out)?);
        let id = tree::id(report.metric_rows(), index)?;
        out.write(report.metric(MetricId(id)).into());
        Ok(())
    })
}
