//! Parsing, and the report that comes of it.

use std::ffi::c_char;
use std::mem::MaybeUninit;
use std::sync::OnceLock;

use reportparse::{Parser, Report};

use crate::error::{rp_error, rp_status};
use crate::guard::{free, given, guard, guard_or};
use crate::options::rp_options;
use crate::text::{self, rp_str};

/// A parsed report: its text, its metadata, its tables, its diagnostics.
///
/// Owner: the caller, who frees it with rp_report_free(). It keeps a copy of the text, and never changes. Threads: any
/// number may read it at the same time.
#[derive(Debug)]
pub struct rp_report {
    pub(crate) report: Report,
    /// The words of the diagnostics, made when they are first asked for.
    pub(crate) messages: OnceLock<Vec<String>>,
}

impl rp_report {
    fn new(report: Report) -> Box<Self> {
        Box::new(rp_report { report, messages: OnceLock::new() })
    }
}

/// Parses `len` bytes of UTF-8 at `text`, which may be freed afterwards.
///
/// `options` may be NULL: the defaults. On success the report goes to `report`, to be freed with rp_report_free(). On
/// failure, and if `error` is not NULL, what went wrong goes to `error`, to be freed with rp_error_free().
///
/// Errors: RP_ERROR_NULL, RP_ERROR_EMPTY, RP_ERROR_ENCODING (with the byte), RP_ERROR_TOO_LONG (4 GiB). Threads: any.
/// Cost: linear in `len`, in time and in memory.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rp_parse(
    text: *const c_char,
    len: usize,
    options: Option<&rp_options>,
    report: Option<&mut MaybeUninit<Box<rp_report>>>,
    error: Option<&mut MaybeUninit<Box<rp_error>>>,
) -> rp_status {
    guard(error, || {
        let out = given(report)?;
        // SAFETY: the caller vouches for the text.
        let bytes = unsafe { text::bytes(text, len) }?;
        out.write(rp_report::new(parse(&rp_options::parser(options), bytes)?));
        Ok(())
    })
}

fn parse(parser: &Parser, bytes: &[u8]) -> Result<Report, reportparse::Error> {
    match std::str::from_utf8(bytes) {
        Ok(text) => parser.parse(text),
        // The core tells where the text is no UTF-8.
        Err(_) => reportparse::parse_bytes(bytes),
    }
}

/// Frees a report, once. NULL is taken and does nothing. What points into the report is gone with it.
///
/// Threads: any, when no other uses the report. Cost: linear in the number of its diagnostics.
#[unsafe(no_mangle)]
pub extern "C" fn rp_report_free(report: Option<Box<rp_report>>) {
    free(report);
}

/// The text as it was parsed, which lasts as long as the report; none for NULL.
///
/// Strings that are words of the report point into it: `title.data - rp_report_text(report).data` is where they stand.
/// Threads: any. Cost: constant.
#[unsafe(no_mangle)]
pub extern "C" fn rp_report_text(report: Option<&rp_report>) -> rp_str {
    guard_or(rp_str::NONE, || report.map(|report| report.report.text().into()))
}
