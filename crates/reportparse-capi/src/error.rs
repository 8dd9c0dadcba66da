//! Status codes, and errors with their words.

use std::borrow::Cow;
use std::path::Path;

use reportparse::ErrorKind;

use crate::guard::{free, guard_or};
use crate::text::rp_str;

/// cbindgen:rename-all=None
/// How a call ended. The numbers never change; a number that is no longer used is not given out again.
#[repr(u32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum rp_status {
    /// All went well.
    RP_OK = 0,
    /// A pointer that must not be NULL is NULL.
    RP_ERROR_NULL = 1,
    /// There is no such row, or no such place in the text.
    RP_ERROR_INDEX = 2,
    /// A number stands for no value of its enum, or a length for no size that memory can have.
    RP_ERROR_ARGUMENT = 3,
    /// The library failed; this is a mistake in it.
    RP_ERROR_PANIC = 4,
    /// Something that this version has no status for; the error's message tells.
    RP_ERROR_OTHER = 5,
    /// The text holds nothing but blanks.
    RP_ERROR_EMPTY = 10,
    /// The text is longer than offsets can count.
    RP_ERROR_TOO_LONG = 11,
    /// Text is no UTF-8.
    RP_ERROR_ENCODING = 12,
    /// An entry of a lexicon cannot be used.
    RP_ERROR_LEXICON = 13,
    /// The file could not be opened or read.
    RP_ERROR_IO = 20,
    /// The input is of a format that is not read: an archive, an image, a legacy Word file.
    RP_ERROR_UNSUPPORTED = 21,
    /// The input is of a format that this build of the library leaves out.
    RP_ERROR_DISABLED = 22,
    /// The input needs a password.
    RP_ERROR_ENCRYPTED = 23,
    /// The input has bytes that its encoding does not allow, and the options refuse them.
    RP_ERROR_MALFORMED = 24,
    /// The input is damaged beyond reading.
    RP_ERROR_DAMAGED = 25,
    /// The input holds no text: a scan.
    RP_ERROR_NO_TEXT = 26,
    /// The input goes beyond a limit of the options.
    RP_ERROR_LIMIT = 27,
    /// The library that reads PDF is not there.
    RP_ERROR_MISSING_LIBRARY = 28,
}

use rp_status::*;

impl rp_status {
    const ALL: [rp_status; 19] = [
        RP_OK,
        RP_ERROR_NULL,
        RP_ERROR_INDEX,
        RP_ERROR_ARGUMENT,
        RP_ERROR_PANIC,
        RP_ERROR_OTHER,
        RP_ERROR_EMPTY,
        RP_ERROR_TOO_LONG,
        RP_ERROR_ENCODING,
        RP_ERROR_LEXICON,
        RP_ERROR_IO,
        RP_ERROR_UNSUPPORTED,
        RP_ERROR_DISABLED,
        RP_ERROR_ENCRYPTED,
        RP_ERROR_MALFORMED,
        RP_ERROR_DAMAGED,
        RP_ERROR_NO_TEXT,
        RP_ERROR_LIMIT,
        RP_ERROR_MISSING_LIBRARY,
    ];

    const fn message(self) -> &'static str {
        match self {
            RP_OK => "all went well",
            RP_ERROR_NULL => "a pointer is NULL: only options, errors and what is freed may be",
            RP_ERROR_INDEX => "there is no such row or place: stay below the count and inside the text",
            RP_ERROR_ARGUMENT => "an argument has no such value: take a value of its enum, and lengths of real memory",
            RP_ERROR_PANIC => "the library failed on this input: please report it",
            RP_ERROR_OTHER => "it failed: see the message of the error",
            RP_ERROR_EMPTY => "the text is empty: give the text of a report",
            RP_ERROR_TOO_LONG => "the text is longer than offsets can count: split it into its reports",
            RP_ERROR_ENCODING => "the text is not valid UTF-8: decode it first, or use rp_parse_bytes",
            RP_ERROR_LEXICON => "an entry of the lexicon cannot be used: see the message of the error",
            RP_ERROR_IO => "the file cannot be read: check its path and its permissions",
            RP_ERROR_UNSUPPORTED => "the format is not read: save the report as text, HTML, DOCX or PDF",
            RP_ERROR_DISABLED => "this build of the library does not read the format",
            RP_ERROR_ENCRYPTED => "the file needs a password: save a copy without one",
            RP_ERROR_MALFORMED => {
                "bytes that the encoding does not allow: name the right charset, or let them be replaced"
            }
            RP_ERROR_DAMAGED => "the file is damaged: get it again",
            RP_ERROR_NO_TEXT => "the file holds no text: run a text recogniser first",
            RP_ERROR_LIMIT => "the input goes beyond a limit of the options: raise it if the input is to be trusted",
            RP_ERROR_MISSING_LIBRARY => "the library that reads PDF could not be loaded: see rp_options_set_pdfium()",
        }
    }
}

/// What a status means, in a sentence that lasts as long as the program; none for a number that is no status.
///
/// Threads: any. Cost: constant.
#[unsafe(no_mangle)]
pub extern "C" fn rp_status_message(status: u32) -> rp_str {
    guard_or(rp_str::NONE, || {
        rp_status::ALL.into_iter().find(|known| *known as u32 == status).map(|known| known.message().into())
    })
}

/// What went wrong, told with names and places.
///
/// Owner: the caller, who frees it with rp_error_free(). Threads: it never changes, so any may read it.
#[derive(Debug)]
pub struct rp_error {
    status: rp_status,
    message: Cow<'static, str>,
    offset: Option<usize>,
}

impl rp_error {
    pub(crate) fn new(status: rp_status, message: String) -> Self {
        rp_error { status, message: message.into(), offset: None }
    }

    /// The same error, about the file at `path`.
    pub(crate) fn about(mut self, path: &Path) -> Self {
        self.message = format!("{}: {}", path.display(), self.message).into();
        self
    }

    pub(crate) fn status(&self) -> rp_status {
        self.status
    }
}

impl From<rp_status> for rp_error {
    fn from(status: rp_status) -> Self {
        rp_error { status, message: status.message().into(), offset: None }
    }
}

impl From<reportparse::Error> for rp_error {
    fn from(error: reportparse::Error) -> Self {
        let status = match error.kind() {
            ErrorKind::Empty => RP_ERROR_EMPTY,
            ErrorKind::TooLong => RP_ERROR_TOO_LONG,
            ErrorKind::Encoding => RP_ERROR_ENCODING,
            ErrorKind::Lexicon => RP_ERROR_LEXICON,
            _ => RP_ERROR_OTHER,
        };
        let offset = error.span().map(|span| span.start as usize);
        rp_error { status, message: error.to_string().into(), offset }
    }
}

impl From<reportparse_input::Error> for rp_error {
    fn from(error: reportparse_input::Error) -> Self {
        use reportparse_input::ErrorKind;
        let status = match error.kind() {
            ErrorKind::Io => RP_ERROR_IO,
            ErrorKind::Empty => RP_ERROR_EMPTY,
            ErrorKind::Unsupported => RP_ERROR_UNSUPPORTED,
            ErrorKind::Disabled => RP_ERROR_DISABLED,
            ErrorKind::Encrypted => RP_ERROR_ENCRYPTED,
            ErrorKind::Malformed => RP_ERROR_MALFORMED,
            ErrorKind::Damaged => RP_ERROR_DAMAGED,
            ErrorKind::NoText => RP_ERROR_NO_TEXT,
            ErrorKind::Limit => RP_ERROR_LIMIT,
            ErrorKind::MissingLibrary => RP_ERROR_MISSING_LIBRARY,
            _ => RP_ERROR_OTHER,
        };
        rp_error { status, message: error.to_string().into(), offset: error.offset() }
    }
}

/// The status that came with the error; RP_ERROR_NULL for NULL.
///
/// Threads: any. Cost: constant.
#[unsafe(no_mangle)]
pub extern "C" fn rp_error_status(error: Option<&rp_error>) -> rp_status {
    guard_or(RP_ERROR_NULL, || error.map(rp_error::status))
}

/// What went wrong and what to do, in one sentence that lasts as long as the error; none for NULL.
///
/// Threads: any. Cost: constant.
#[unsafe(no_mangle)]
pub extern "C" fn rp_error_message(error: Option<&rp_error>) -> rp_str {
    guard_or(rp_str::NONE, || error.map(|error| (&*error.message).into()))
}

/// The byte of the input at which it went wrong; SIZE_MAX where it has no place, and for NULL.
///
/// Threads: any. Cost: constant.
#[unsafe(no_mangle)]
pub extern "C" fn rp_error_offset(error: Option<&rp_error>) -> usize {
    guard_or(usize::MAX, || error.and_then(|error| error.offset))
}

/// Frees an error, once. NULL is taken and does nothing.
///
/// Threads: any, when no other uses the error. Cost: constant.
#[unsafe(no_mangle)]
pub extern "C" fn rp_error_free(error: Option<Box<rp_error>>) {
    free(error);
}
