//! Paragraphs.

use std::mem::MaybeUninit;

use reportparse::row::{ParagraphId, SectionId};
use reportparse::{Paragraph, Span};

use crate::error::{rp_error, rp_status};
use crate::guard::{given, guard, guard_or};
use crate::names::rp_paragraph_role;
use crate::report::rp_report;
use crate::text::rp_str;
use crate::tree;
use crate::value::{RP_NONE, rp_span};

/// A block of text. The paragraphs hold every non-blank character of the report once. Strings last as long as the report.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct rp_paragraph {
    /// The paragraph as written, without the blanks around it.
    pub text: rp_str,
    /// The topic sentence that opens it, closing 。 left out; none where there is none.
    pub lead: rp_str,
    /// The place of `text`.
    pub span: rp_span,
    /// The place of `lead`.
    pub lead_span: rp_span,
    /// The innermost section it stands in, or RP_NONE.
    pub section: u32,
    /// 0 for the report itself, 1, 2, … for its annexed reports.
    pub part: u32,
    /// What the paragraph is.
    pub role: rp_paragraph_role,
}

impl From<Paragraph<'_>> for rp_paragraph {
    fn from(paragraph: Paragraph<'_>) -> Self {
        let row = paragraph.row();
        rp_paragraph {
            text: paragraph.text().into(),
            lead: paragraph.lead().into(),
            span: row.span.into(),
            lead_span: row.lead.into(),
            section: row.section.map_or(RP_NONE, |SectionId(id)| id),
            part: row.part,
            role: row.role.into(),
        }
    }
}

impl rp_report {
    fn paragraph(&self, index: usize) -> Result<Paragraph<'_>, rp_error> {
        let id = tree::id(self.report.paragraph_rows(), index)?;
        Ok(self.report.paragraph(ParagraphId(id)))
    }
}

/// How many paragraphs the report has; 0 for NULL.
///
/// Threads: any. Cost: constant.
#[unsafe(no_mangle)]
pub extern "C" fn rp_report_paragraph_count(report: Option<&rp_report>) -> usize {
    guard_or(0, || report.map(|report| report.report.paragraph_rows().len()))
}

/// The paragraph at `index`, in document order from 0. Its strings last as long as the report.
///
/// Errors: RP_ERROR_NULL, RP_ERROR_INDEX. Threads: any. Cost: constant.
#[unsafe(no_mangle)]
pub extern "C" fn rp_report_paragraph(
    report: Option<&rp_report>,
    index: usize,
    out: Option<&mut MaybeUninit<rp_paragraph>>,
) -> rp_status {
    guard(None, || {
        let (report, out) = (given(report)?, given(out)?);
        out.write(report.paragraph(index)?.into());
        Ok(())
    })
}

/// The sentences of the paragraph at `index`: each up to 。！？, with what is quoted or bracketed kept whole.
///
/// Writes at most `capacity` places to `spans`, which may be NULL where `capacity` is 0, and how many there are to
/// `count`, whether they fitted or not: ask with capacity 0 first.
///
/// Errors: RP_ERROR_NULL, RP_ERROR_INDEX. Threads: any. Cost: linear in the length of the paragraph.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rp_report_paragraph_sentences(
    report: Option<&rp_report>,
    index: usize,
    spans: *mut rp_span,
    capacity: usize,
    count: Option<&mut MaybeUninit<usize>>,
) -> rp_status {
    // SAFETY: the caller vouches for the places.
    guard(None, || unsafe { list(given(report)?.paragraph(index)?.sentences(), spans, capacity, count) })
}

/// The clauses of the paragraph at `index`: each up to a stop or ，；：, with what is quoted or bracketed kept whole.
///
/// `spans`, `capacity` and `count` are as in rp_report_paragraph_sentences().
///
/// Errors: RP_ERROR_NULL, RP_ERROR_INDEX. Threads: any. Cost: linear in the length of the paragraph.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rp_report_paragraph_clauses(
    report: Option<&rp_report>,
    index: usize,
    spans: *mut rp_span,
    capacity: usize,
    count: Option<&mut MaybeUninit<usize>>,
) -> rp_status {
    // SAFETY: the caller vouches for the places.
    guard(None, || unsafe { list(given(report)?.paragraph(index)?.clauses(), spans, capacity, count) })
}

/// Writes as many of `found` as fit, and how many there are.
///
/// # Safety
///
/// `spans` is NULL or has room for `capacity` places.
unsafe fn list(
    found: impl Iterator<Item = Span>,
    spans: *mut rp_span,
    capacity: usize,
    count: Option<&mut MaybeUninit<usize>>,
) -> Result<(), rp_error> {
    let count = given(count)?;
    if spans.is_null() && capacity > 0 {
        return Err(rp_status::RP_ERROR_NULL.into());
    }
    let mut len = 0;
    for span in found {
        if len < capacity {
            // SAFETY: the caller vouches for `capacity` places at `spans`.
            unsafe { spans.add(len).write(span.into()) };
        }
        len += 1;
    }
    count.write(len);
    Ok(())
}
