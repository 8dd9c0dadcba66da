//! Sections: their rows, their paths, and the ways between them.

use std::ffi::c_char;
use std::mem::MaybeUninit;

use reportparse::Section;
use reportparse::row::SectionId;

use crate::error::{rp_error, rp_status};
use crate::guard::{given, guard, guard_or};
use crate::names::rp_section_role;
use crate::report::rp_report;
use crate::text::{self, rp_str, rp_string};
use crate::tree;
use crate::value::{RP_NONE, rp_span};

/// A headed division of a report. Strings last as long as the report.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct rp_section {
    /// 一、 / （一） / 1. as written; none for an unnumbered heading.
    pub marker: rp_str,
    /// The heading after its marker, closing 。 or ： left out.
    pub title: rp_str,
    /// From the marker's first character to the end of the whole section, subsections included.
    pub span: rp_span,
    /// The place of `title`.
    pub title_span: rp_span,
    /// The section that holds this one, or RP_NONE.
    pub parent: u32,
    /// 0 for the report itself, 1, 2, … for its annexed reports.
    pub part: u32,
    /// 1 for the highest rank of its part.
    pub level: u32,
    /// The number that the marker states, or RP_NONE.
    pub ordinal: u32,
    /// What the section is for.
    pub role: rp_section_role,
    /// Whether body text follows in the heading's own paragraph.
    pub run_in: bool,
}

impl From<Section<'_>> for rp_section {
    fn from(section: Section<'_>) -> Self {
        let row = section.row();
        rp_section {
            marker: section.marker().into(),
            title: section.title().into(),
            span: row.span.into(),
            title_span: row.title.into(),
            parent: row.parent.map_or(RP_NONE, |SectionId(id)| id),
            part: row.part,
            level: row.level.into(),
            ordinal: row.ordinal.unwrap_or(RP_NONE),
            role: row.role.into(),
            run_in: row.run_in,
        }
    }
}

impl rp_report {
    fn section(&self, index: usize) -> Result<Section<'_>, rp_error> {
        let id = tree::id(self.report.section_rows(), index)?;
        Ok(self.report.section(SectionId(id)))
    }
}

/// How many sections the report has; 0 for NULL.
///
/// Threads: any. Cost: constant.
#[unsafe(no_mangle)]
pub extern "C" fn rp_report_section_count(report: Option<&rp_report>) -> usize {
    guard_or(0, || report.map(|report| report.report.section_rows().len()))
}

/// The section at `index`, in document order from 0. Its strings last as long as the report.
///
/// Errors: RP_ERROR_NULL, RP_ERROR_INDEX. Threads: any. Cost: constant.
#[unsafe(no_mangle)]
pub extern "C" fn rp_report_section(
    report: Option<&rp_report>,
    index: usize,
    out: Option<&mut MaybeUninit<rp_section>>,
) -> rp_status {
    guard(None, || {
        let (report, out) = (given(report)?, given(out)?);
        out.write(report.section(index)?.into());
        Ok(())
    })
}

/// The first section directly inside section `parent`, or, for RP_NONE, the first section of all; RP_NONE where there is
/// none.
///
/// Threads: any. Cost: constant.
#[unsafe(no_mangle)]
pub extern "C" fn rp_report_section_first_child(report: Option<&rp_report>, parent: u32) -> u32 {
    guard_or(RP_NONE, || tree::first_child(report?.report.section_rows(), parent))
}

/// The next section after section `index` that stands in the same one, or RP_NONE.
///
/// Threads: any. Cost: linear in the number of sections inside section `index`.
#[unsafe(no_mangle)]
pub extern "C" fn rp_report_section_next_sibling(report: Option<&rp_report>, index: u32) -> u32 {
    guard_or(RP_NONE, || tree::next_sibling(report?.report.section_rows(), index))
}

/// The way to section `index` from the top, such as 二/（一）, to be freed with rp_string_free().
///
/// A section without a number goes by its title; annexed reports are told apart by a leading 附1/, 附2/.
///
/// Errors: RP_ERROR_NULL, RP_ERROR_INDEX. Threads: any. Cost: linear in the depth.
#[unsafe(no_mangle)]
pub extern "C" fn rp_report_section_path(
    report: Option<&rp_report>,
    index: usize,
    out: Option<&mut MaybeUninit<Box<rp_string>>>,
) -> rp_status {
    guard(None, || {
        let (report, out) = (given(report)?, given(out)?);
        out.write(rp_string::new(report.section(index)?.path()));
        Ok(())
    })
}

/// The section with the path `path`, such as 二/（一）; RP_NONE where there is none, or `path` is NULL or no UTF-8.
///
/// Threads: any. Cost: linear in the number of sections.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rp_report_section_at(report: Option<&rp_report>, path: *const c_char, len: usize) -> u32 {
    guard_or(RP_NONE, || {
        // SAFETY: the caller vouches for the text.
        let path = unsafe { text::utf8(path, len, "path") }.ok()?;
        report?.report.section_at(path).map(|section| section.id().0)
    })
}

/// The first section from section `from` on whose title holds `words`; RP_NONE where there is none, or `words` is NULL or
/// no UTF-8.
///
/// Threads: any. Cost: linear in the length of the titles that are looked at.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rp_report_find_section(
    report: Option<&rp_report>,
    words: *const c_char,
    len: usize,
    from: usize,
) -> u32 {
    guard_or(RP_NONE, || {
        // SAFETY: the caller vouches for the text.
        let words = unsafe { text::utf8(words, len, "words") }.ok()?;
        report?.report.find(words).map(|section| section.id().0).find(|&id| id as usize >= from)
    })
}
