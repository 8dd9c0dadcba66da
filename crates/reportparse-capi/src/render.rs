//! The whole report in other forms.

use std::ffi::c_char;
use std::mem::MaybeUninit;

use reportparse::render;

use crate::error::{rp_error, rp_status};
use crate::guard::{given, guard};
use crate::names::rp_offsets;
use crate::report::rp_report;
use crate::text::{self, rp_string};

/// The whole report as one JSON document, to be freed with rp_string_free(): the same bytes as from Rust, Python and the
/// command line.
///
/// `name` (`name_len` bytes of UTF-8) stands in the column `report`; offsets are counted as `offsets` (an rp_offsets)
/// says. If it fails and `error` is not NULL, what went wrong goes to `error`.
///
/// Errors: RP_ERROR_NULL, RP_ERROR_ARGUMENT, RP_ERROR_ENCODING. Threads: any. Cost: linear in the length of the report.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rp_report_json(
    report: Option<&rp_report>,
    name: *const c_char,
    name_len: usize,
    offsets: u32,
    out: Option<&mut MaybeUninit<Box<rp_string>>>,
    error: Option<&mut MaybeUninit<Box<rp_error>>>,
) -> rp_status {
    guard(error, || {
        let (report, out) = (&given(report)?.report, given(out)?);
        // SAFETY: the caller vouches for the text.
        let name = unsafe { text::utf8(name, name_len, "name") }?;
        out.write(rp_string::new(render::json(report, name, rp_offsets::read(offsets)?)));
        Ok(())
    })
}

/// The facts and the headings of the report as text for people, to be freed with rp_string_free(); with `color`, in the
/// colours of a terminal.
///
/// Errors: RP_ERROR_NULL. Threads: any. Cost: linear in the length of the report.
#[unsafe(no_mangle)]
pub extern "C" fn rp_report_outline(
    report: Option<&rp_report>,
    color: bool,
    out: Option<&mut MaybeUninit<Box<rp_string>>>,
) -> rp_status {
    guard(None, || {
        let (report, out) = (&given(report)?.report, given(out)?);
        out.write(rp_string::new(render::Outline::new(report).color(color).to_string()));
        Ok(())
    })
}

/// The whole report as Markdown, to be freed with rp_string_free().
///
/// Errors: RP_ERROR_NULL. Threads: any. Cost: linear in the length of the report.
#[unsafe(no_mangle)]
pub extern "C" fn rp_report_markdown(
    report: Option<&rp_report>,
    out: Option<&mut MaybeUninit<Box<rp_string>>>,
) -> rp_status {
    guard(None, || {
        let (report, out) = (&given(report)?.report, given(out)?);
        out.write(rp_string::new(render::markdown(report)));
        Ok(())
    })
}

/// The report as an HTML page that loads nothing, to be freed with rp_string_free(): outline, text with the figures
/// marked, a table of all figures.
///
/// The page calls the report `name` (`name_len` bytes of UTF-8). If it fails and `error` is not NULL, what went wrong goes
/// to `error`.
///
/// Errors: RP_ERROR_NULL, RP_ERROR_ENCODING. Threads: any. Cost: linear in the length of the report.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rp_report_html(
    report: Option<&rp_report>,
    name: *const c_char,
    name_len: usize,
    out: Option<&mut MaybeUninit<Box<rp_string>>>,
    error: Option<&mut MaybeUninit<Box<rp_error>>>,
) -> rp_status {
    guard(error, || {
        let (report, out) = (&given(report)?.report, given(out)?);
        // SAFETY: the caller vouches for the text.
        let name = unsafe { text::utf8(name, name_len, "name") }?;
        out.write(rp_string::new(render::html(report, name)));
        Ok(())
    })
}

/// As rp_report_html(), but one `div` to be put into a page that is there already.
///
/// Errors: RP_ERROR_NULL, RP_ERROR_ENCODING. Threads: any. Cost: linear in the length of the report.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rp_report_html_fragment(
    report: Option<&rp_report>,
    name: *const c_char,
    name_len: usize,
    out: Option<&mut MaybeUninit<Box<rp_string>>>,
    error: Option<&mut MaybeUninit<Box<rp_error>>>,
) -> rp_status {
    guard(error, || {
        let (report, out) = (&given(report)?.report, given(out)?);
        // SAFETY: the caller vouches for the text.
        let name = unsafe { text::utf8(name, name_len, "name") }?;
        out.write(rp_string::new(render::html_fragment(report, name)));
        Ok(())
    })
}
