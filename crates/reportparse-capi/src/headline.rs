//! The figures that a reader wants first.

use std::mem::MaybeUninit;

use reportparse::row::MetricId;
use reportparse::{Metric, render};

use crate::error::rp_status;
use crate::guard::{given, guard, guard_or};
use crate::report::rp_report;
use crate::text::rp_str;
use crate::tree;
use crate::value::RP_NONE;

/// An indicator of the lexicon with the figures that stand for it.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct rp_headline {
    /// The indicator's entry in the lexicon (GDP), which lasts as long as the report.
    pub code: rp_str,
    /// The metric that was reached; RP_NONE where the report only states an aim.
    pub actual: u32,
    /// The metric that is aimed at; RP_NONE where the report states no aim.
    pub target: u32,
}

/// The metrics of a headline. At least one is there.
#[derive(Clone, Copy, Debug)]
pub(crate) struct HeadlineMetrics {
    actual: Option<MetricId>,
    target: Option<MetricId>,
}

impl rp_report {
    fn headlines(&self) -> &[HeadlineMetrics] {
        self.headlines.get_or_init(|| {
            let ids = |headline: render::Headline<'_>| HeadlineMetrics {
                actual: headline.actual.map(Metric::id),
                target: headline.target.map(Metric::id),
            };
            render::headline(&self.report).into_iter().map(ids).collect()
        })
    }
}

/// How many indicators of the lexicon the report gives figures for; 0 for NULL.
///
/// Threads: any. Cost: constant; the first call for a report looks through its metrics.
#[unsafe(no_mangle)]
pub extern "C" fn rp_report_headline_count(report: Option<&rp_report>) -> usize {
    guard_or(0, || report.map(|report| report.headlines().len()))
}

/// The headline at `index`: the well-known indicators come first, from 0. Its code lasts as long as the report.
///
/// Errors: RP_ERROR_NULL, RP_ERROR_INDEX. Threads: any. Cost: constant; the first call for a report looks through its
/// metrics.
#[unsafe(no_mangle)]
pub extern "C" fn rp_report_headline(
    report: Option<&rp_report>,
    index: usize,
    out: Option<&mut MaybeUninit<rp_headline>>,
) -> rp_status {
    guard(None, || {
        let (report, out) = (given(report)?, given(out)?);
        let at = tree::id(report.headlines(), index)? as usize;
        let HeadlineMetrics { actual, target } = report.headlines()[at];
        let code = actual.or(target).and_then(|id| report.report.metric(id).code());
        let number = |id: Option<MetricId>| id.map_or(RP_NONE, |MetricId(id)| id);
        out.write(rp_headline { code: code.into(), actual: number(actual), target: number(target) });
        Ok(())
    })
}
