//! How reports are read and parsed.

use std::ffi::c_char;
use std::mem::MaybeUninit;

use reportparse::{Lexicon, Parser};
use reportparse_input::{Malformed, Options};
use rust_decimal::Decimal;

use crate::error::{rp_error, rp_status};
use crate::guard::{free, given, guard, guard_or};
use crate::text;

/// How reports are parsed: what is looked for, the words of the caller's own, and how files are read.
///
/// Owner: the caller, who frees it with rp_options_free(). Threads: any may parse with the same options at the same
/// time, as long as none changes them.
#[derive(Debug, Default)]
pub struct rp_options {
    structure_only: bool,
    lexicon: Lexicon,
    input: Options,
}

impl rp_options {
    /// The parser for these options.
    pub(crate) fn parser(&self) -> Parser {
        Parser::builder().metrics(!self.structure_only).lexicon(self.lexicon.clone()).build()
    }

    pub(crate) fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// How bytes are made into text.
    pub(crate) fn input(&self) -> &Options {
        &self.input
    }

    /// Changes how bytes are made into text; nothing where `change` knows no such option.
    fn change_input(&mut self, change: impl FnOnce(Options) -> Option<Options>) -> Result<(), rp_error> {
        self.input = change(self.input.clone()).ok_or(rp_status::RP_ERROR_ARGUMENT)?;
        Ok(())
    }
}

/// New options with the default values, to be freed with rp_options_free(); NULL only where the library fails.
///
/// Threads: any. Cost: constant.
#[unsafe(no_mangle)]
pub extern "C" fn rp_options_new() -> Option<Box<rp_options>> {
    guard_or(None, || Some(Some(Box::default())))
}

/// Frees options, once. NULL is taken and does nothing. Reports that were parsed with them stay.
///
/// Threads: any, when no other uses the options. Cost: constant.
#[unsafe(no_mangle)]
pub extern "C" fn rp_options_free(options: Option<Box<rp_options>>) {
    free(options);
}

/// Sets whether figures are read, too; they are by default. Structure alone takes a fraction of the time.
///
/// Errors: RP_ERROR_NULL. Threads: one at a time. Cost: constant.
#[unsafe(no_mangle)]
pub extern "C" fn rp_options_set_metrics(options: Option<&mut rp_options>, metrics: bool) -> rp_status {
    guard(None, || {
        given(options)?.structure_only = !metrics;
        Ok(())
    })
}

/// Adds `name` as a name of the indicator `code`: 锂电池产量 of LI_BATTERY. Metrics with this indicator have this code.
///
/// If it fails and `error` is not NULL, what went wrong goes to `error`.
///
/// Errors: RP_ERROR_NULL, RP_ERROR_ENCODING, RP_ERROR_LEXICON (a word is empty). Threads: one at a time. Cost: constant;
/// the first addition copies the lexicon of the library.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rp_options_add_indicator(
    options: Option<&mut rp_options>,
    name: *const c_char,
    name_len: usize,
    code: *const c_char,
    code_len: usize,
    error: Option<&mut MaybeUninit<Box<rp_error>>>,
) -> rp_status {
    guard(error, || {
        let options = given(options)?;
        // SAFETY: the caller vouches for the texts.
        let (name, code) = unsafe { (text::utf8(name, name_len, "name")?, text::utf8(code, code_len, "code")?) };
        options.lexicon.add_indicator(name, code)?;
        Ok(())
    })
}

/// Adds `unit`, of which one is exactly `factor` of `base`: one 石 is "50" of 千克. It is written without its scale word:
/// 石, not 万石. Where it is no multiple of another unit, `base` is the unit itself and `factor` is "1".
///
/// If it fails and `error` is not NULL, what went wrong goes to `error`.
///
/// Errors: RP_ERROR_NULL, RP_ERROR_ENCODING, RP_ERROR_LEXICON (a word is empty, or `factor` is no decimal above 0).
/// Threads: one at a time. Cost: constant; the first addition copies the lexicon of the library.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rp_options_add_unit(
    options: Option<&mut rp_options>,
    unit: *const c_char,
    unit_len: usize,
    base: *const c_char,
    base_len: usize,
    factor: *const c_char,
    factor_len: usize,
    error: Option<&mut MaybeUninit<Box<rp_error>>>,
) -> rp_status {
    guard(error, || {
        let options = given(options)?;
        // SAFETY: the caller vouches for the texts.
        let (unit, base) = unsafe { (text::utf8(unit, unit_len, "unit")?, text::utf8(base, base_len, "base")?) };
        // SAFETY: as above.
        let factor = decimal(unit, unsafe { text::utf8(factor, factor_len, "factor") }?)?;
        options.lexicon.add_unit(unit, base, factor)?;
        Ok(())
    })
}

/// Adds a measure word, which stands between a number and the noun that it counts: 尊 in 3尊铜像.
///
/// If it fails and `error` is not NULL, what went wrong goes to `error`.
///
/// Errors: RP_ERROR_NULL, RP_ERROR_ENCODING, RP_ERROR_LEXICON (the word is empty). Threads: one at a time. Cost: constant;
/// the first addition copies the lexicon of the library.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rp_options_add_measure_word(
    options: Option<&mut rp_options>,
    measure_word: *const c_char,
    len: usize,
    error: Option<&mut MaybeUninit<Box<rp_error>>>,
) -> rp_status {
    guard(error, || {
        let options = given(options)?;
        // SAFETY: the caller vouches for the text.
        let measure_word = unsafe { text::utf8(measure_word, len, "measure word") }?;
        options.lexicon.add_measure_word(measure_word)?;
        Ok(())
    })
}

fn decimal(unit: &str, factor: &str) -> Result<Decimal, rp_error> {
    Decimal::from_str_exact(factor).map_err(|_| {
        let message = format!("unit {unit}: its factor must be a decimal such as 0.5 or 50, not {factor:?}");
        rp_error::new(rp_status::RP_ERROR_LEXICON, message)
    })
}

/// Sets the charset that a server or a user gave (`gbk`, `utf-8`, `big5`), for text and HTML. It is taken where the bytes
/// fit it; well-formed UTF-8 and a byte order mark are believed before it.
///
/// Errors: RP_ERROR_NULL, RP_ERROR_ENCODING, RP_ERROR_ARGUMENT (no charset has that name). Threads: one at a time.
/// Cost: constant.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rp_options_set_charset(
    options: Option<&mut rp_options>,
    label: *const c_char,
    len: usize,
) -> rp_status {
    guard(None, || {
        let options = given(options)?;
        // SAFETY: the caller vouches for the text.
        let label = unsafe { text::utf8(label, len, "charset") }?;
        options.change_input(|input| input.charset(label))
    })
}

/// Sets whether bytes that the encoding does not allow are refused (RP_ERROR_MALFORMED). By default they are replaced with
/// U+FFFD, and a warning tells.
///
/// Errors: RP_ERROR_NULL. Threads: one at a time. Cost: constant.
#[unsafe(no_mangle)]
pub extern "C" fn rp_options_set_refuse_malformed(options: Option<&mut rp_options>, refuse: bool) -> rp_status {
    guard(None, || {
        let malformed = if refuse { Malformed::Refuse } else { Malformed::Replace };
        given(options)?.change_input(|input| Some(input.malformed(malformed)))
    })
}

/// Sets the path of the libpdfium that reads PDFs. Without it, the environment variable REPORTPARSE_PDFIUM is tried, then
/// what the system finds under the usual name. The first that is loaded serves the whole process.
///
/// Errors: RP_ERROR_NULL, RP_ERROR_ENCODING (a path that the system cannot have). Threads: one at a time. Cost: constant.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rp_options_set_pdfium(
    options: Option<&mut rp_options>,
    path: *const c_char,
    len: usize,
) -> rp_status {
    guard(None, || {
        let options = given(options)?;
        // SAFETY: the caller vouches for the text.
        let path = unsafe { text::path(path, len) }?;
        options.change_input(|input| Some(input.pdfium(path)))
    })
}

/// What is limited when a file is read, so that a hostile one cannot take all memory or time.
#[repr(u32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum rp_limit {
    /// max_bytes: the largest input, in bytes. 256 MiB by default.
    Bytes = 1,
    /// max_text_bytes: the longest text that is decoded or extracted, in bytes of UTF-8. 64 MiB by default.
    TextBytes = 2,
    /// max_part_bytes: the largest size to which one compressed part of a DOCX may expand. 256 MiB by default.
    PartBytes = 3,
    /// max_pages: the largest number of pages of a PDF. 5,000 by default.
    Pages = 4,
    /// max_depth: how deep elements of HTML and DOCX may nest. 256 by default.
    Depth = 5,
    /// max_nodes: the largest number of elements, attributes and pieces of text of an HTML page. 2,000,000 by default.
    Nodes = 6,
}

impl rp_limit {
    /// The limits with the names by which errors call them.
    const NAMED: [(rp_limit, &str); 6] = [
        (rp_limit::Bytes, "max_bytes"),
        (rp_limit::TextBytes, "max_text_bytes"),
        (rp_limit::PartBytes, "max_part_bytes"),
        (rp_limit::Pages, "max_pages"),
        (rp_limit::Depth, "max_depth"),
        (rp_limit::Nodes, "max_nodes"),
    ];
}

/// Sets `limit` (an rp_limit) of what is read from bytes and files.
///
/// Errors: RP_ERROR_NULL, RP_ERROR_ARGUMENT. Threads: one at a time. Cost: constant.
#[unsafe(no_mangle)]
pub extern "C" fn rp_options_set_limit(options: Option<&mut rp_options>, limit: u32, value: u64) -> rp_status {
    guard(None, || {
        let options = given(options)?;
        let (_, name) =
            rp_limit::NAMED.iter().find(|(known, _)| *known as u32 == limit).ok_or(rp_status::RP_ERROR_ARGUMENT)?;
        options.change_input(|input| input.limit(name, value))
    })
}
