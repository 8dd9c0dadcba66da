//! Points, and the ways between them.

use std::mem::MaybeUninit;

use reportparse::Point;
use reportparse::row::{PointId, SectionId};

use crate::error::rp_status;
use crate::guard::{given, guard, guard_or};
use crate::report::rp_report;
use crate::text::rp_str;
use crate::tree;
use crate::value::{RP_NONE, rp_span};

/// An enumerated item inside a section: 一是…, 第一, ①, ——. Strings last as long as the report.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct rp_point {
    /// The item as written, its marker included.
    pub text: rp_str,
    /// 一是, 第一, ①, —— as written.
    pub marker: rp_str,
    /// The item's heading phrase; none where it has none.
    pub lead: rp_str,
    /// The place of `text`.
    pub span: rp_span,
    /// The point in which this point's list stands, or RP_NONE.
    pub parent: u32,
    /// The list it belongs to; lists are numbered from 0 in the order of their first points.
    pub list: u32,
    /// The innermost section it stands in, or RP_NONE.
    pub section: u32,
    /// The paragraph in which it starts.
    pub paragraph: u32,
    /// 0 for a point of an outermost list.
    pub depth: u32,
    /// The number that the marker states; RP_NONE for ——.
    pub ordinal: u32,
}

impl From<Point<'_>> for rp_point {
    fn from(point: Point<'_>) -> Self {
        let row = point.row();
        rp_point {
            text: point.text().into(),
            marker: point.marker().into(),
            lead: point.lead().into(),
            span: row.span.into(),
            parent: row.parent.map_or(RP_NONE, |PointId(id)| id),
            list: row.list,
            section: row.section.map_or(RP_NONE, |SectionId(id)| id),
            paragraph: row.paragraph.0,
            depth: row.depth.into(),
            ordinal: row.ordinal.unwrap_or(RP_NONE),
        }
    }
}

/// How many points the report has; 0 for NULL.
///
/// Threads: any. Cost: constant.
#[unsafe(no_mangle)]
pub extern "C" fn rp_report_point_count(report: Option<&rp_report>) -> usize {
    guard_or(0, || report.map(|report| report.report.point_rows().len()))
}

/// The point at `index`, in document order from 0. Its strings last as long as the report.
///
/// Errors: RP_ERROR_NULL, RP_ERROR_INDEX. Threads: any. Cost: constant.
#[unsafe(no_mangle)]
pub extern "C" fn rp_report_point(
    report: Option<&rp_report>,
    index: usize,
    out: Option<&mut MaybeUninit<rp_point>>,
) -> rp_status {
    guard(None, || {
        let (report, out) = (&given(report)?.report, given(out)?);
        let id = tree::id(report.point_rows(), index)?;
        out.write(report.point(PointId(id)).into());
        Ok(())
    })
}

/// The first point of the lists that stand directly in point `parent`, or, for RP_NONE, the first point of all; RP_NONE
/// where there is none.
///
/// Threads: any. Cost: constant.
#[unsafe(no_mangle)]
pub extern "C" fn rp_report_point_first_child(report: Option<&rp_report>, parent: u32) -> u32 {
    guard_or(RP_NONE, || tree::first_child(report?.report.point_rows(), parent))
}

/// The next point after point `index` that stands in the same one, whatever its list, or RP_NONE.
///
/// Threads: any. Cost: linear in the number of points inside point `index`.
#[unsafe(no_mangle)]
pub extern "C" fn rp_report_point_next_sibling(report: Option<&rp_report>, index: u32) -> u32 {
    guard_or(RP_NONE, || tree::next_sibling(report?.report.point_rows(), index))
}
