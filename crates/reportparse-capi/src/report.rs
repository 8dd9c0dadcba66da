//! Parsing, and the report that comes of it.

use std::ffi::c_char;
use std::mem::MaybeUninit;
use std::sync::OnceLock;

use reportparse::{Parser, Report};
use reportparse_input::{Document, Options};

use crate::error::{rp_error, rp_status};
use crate::guard::{free, given, guard, guard_or};
use crate::headline::HeadlineMetrics;
use crate::options::rp_options;
use crate::text::{self, rp_str};

/// A parsed report: its text, its metadata, its tables, its diagnostics.
///
/// Owner: the caller, who frees it with rp_report_free(). It keeps a copy of the text, and never changes. Threads: any
/// number may read it at the same time.
#[derive(Debug)]
pub struct rp_report {
    pub(crate) report: Report,
    /// What the bytes said about themselves, where bytes were read.
    pub(crate) document: Option<Document<'static>>,
    /// The words of the diagnostics, made when they are first asked for.
    pub(crate) messages: OnceLock<Vec<String>>,
    /// The metrics of the headlines, found when they are first asked for.
    pub(crate) headlines: OnceLock<Vec<HeadlineMetrics>>,
}

impl rp_report {
    fn new(report: Report, document: Option<Document<'static>>) -> Box<Self> {
        Box::new(rp_report { report, document, messages: OnceLock::new(), headlines: OnceLock::new() })
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
        out.write(rp_report::new(parser(options).parse_bytes(bytes)?, None));
        Ok(())
    })
}

/// Parses a file that is held in memory: `len` bytes at `data` of text in any encoding, HTML, DOCX or PDF. The format is
/// found by content. `data` may be freed afterwards.
///
/// `options`, `report` and `error` are as in rp_parse(). rp_report_source() tells what was read. PDF needs libpdfium: see
/// rp_options_set_pdfium().
///
/// Errors: as rp_parse(), and RP_ERROR_UNSUPPORTED to RP_ERROR_MISSING_LIBRARY. Threads: any. Cost: linear in `len` for
/// text and HTML, and in what it expands to for DOCX and PDF; the limits of `options` bound it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rp_parse_bytes(
    data: *const u8,
    len: usize,
    options: Option<&rp_options>,
    report: Option<&mut MaybeUninit<Box<rp_report>>>,
    error: Option<&mut MaybeUninit<Box<rp_error>>>,
) -> rp_status {
    guard(error, || {
        let out = given(report)?;
        // SAFETY: the caller vouches for the bytes.
        let bytes = unsafe { text::bytes(data, len) }?;
        let document = reportparse_input::read(bytes, options.map_or(&Options::default(), rp_options::input))?;
        out.write(parse_document(document, options)?);
        Ok(())
    })
}

/// Parses the file at `path` (`len` bytes; any on Unix, UTF-8 elsewhere), as rp_parse_bytes() does. Errors name it.
///
/// Errors: as rp_parse_bytes(), and RP_ERROR_IO. Threads: any. Cost: as rp_parse_bytes().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rp_parse_file(
    path: *const c_char,
    len: usize,
    options: Option<&rp_options>,
    report: Option<&mut MaybeUninit<Box<rp_report>>>,
    error: Option<&mut MaybeUninit<Box<rp_error>>>,
) -> rp_status {
    guard(error, || {
        let out = given(report)?;
        // SAFETY: the caller vouches for the text.
        let path = unsafe { text::path(path, len) }?;
        let document = reportparse_input::read_file(path, options.map_or(&Options::default(), rp_options::input))?;
        out.write(parse_document(document, options).map_err(|error| error.about(path))?);
        Ok(())
    })
}

fn parser(options: Option<&rp_options>) -> Parser {
    options.map_or_else(Parser::default, rp_options::parser)
}

/// Parses a document's text, and keeps what else there is to know about it.
fn parse_document(mut document: Document<'_>, options: Option<&rp_options>) -> Result<Box<rp_report>, rp_error> {
    let report = document.parse(&parser(options))?;
    // Places are found through the document's own text; where there are none, it need not be kept twice.
    if document.place(0).is_none() {
        document.text = "".into();
    }
    Ok(rp_report::new(report, Some(document.into_owned())))
}

/// Frees a report, once. NULL is taken and does nothing. What points into the report is gone with it.
///
/// Threads: any, when no other uses the report. Cost: linear in the number of its units, codes and diagnostics.
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
