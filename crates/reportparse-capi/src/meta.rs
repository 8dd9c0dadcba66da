//! The facts of a report's head.

use std::mem::MaybeUninit;

use crate::error::rp_status;
use crate::guard::{given, guard};
use crate::names::{rp_kind, rp_region_level};
use crate::report::rp_report;
use crate::text::rp_str;
use crate::value::rp_date;

/// The facts of a report's head. Strings are the words as written; they last as long as the report.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct rp_meta {
    /// The title, which may take several lines.
    pub title: rp_str,
    /// The speaker's name.
    pub speaker: rp_str,
    /// The speaker's office.
    pub speaker_role: rp_str,
    /// The meeting.
    pub occasion: rp_str,
    /// Those addressed, the closing colon left out.
    pub salutation: rp_str,
    /// The place that the report speaks for.
    pub region: rp_str,
    /// The part of a year that the title names: 上半年.
    pub period: rp_str,
    /// The day on which the report was given.
    pub delivered_on: rp_date,
    /// The day on which it was published.
    pub published_on: rp_date,
    /// The rank of `region`.
    pub region_level: rp_region_level,
    /// What kind of document it is.
    pub kind: rp_kind,
    /// The year in which a work report is given, of which a communiqué tells; 0 where the text does not tell.
    pub year: i32,
}

/// The facts of the report's head. Their strings last as long as the report.
///
/// Errors: RP_ERROR_NULL. Threads: any. Cost: constant.
#[unsafe(no_mangle)]
pub extern "C" fn rp_report_meta(report: Option<&rp_report>, out: Option<&mut MaybeUninit<rp_meta>>) -> rp_status {
    guard(None, || {
        let (meta, out) = (given(report)?.report.meta(), given(out)?);
        out.write(rp_meta {
            title: meta.title().into(),
            speaker: meta.speaker().into(),
            speaker_role: meta.speaker_role().into(),
            occasion: meta.occasion().into(),
            salutation: meta.salutation().into(),
            region: meta.region().into(),
            period: meta.period().into(),
            delivered_on: meta.delivered_on().into(),
            published_on: meta.published_on().into(),
            region_level: meta.region_level().map_or(rp_region_level::Unknown, rp_region_level::from),
            kind: meta.kind().into(),
            year: meta.year().map_or(0, i32::from),
        });
        Ok(())
    })
}
