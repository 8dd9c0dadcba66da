//! Text that comes in, text that points into a report, and text that the caller is given.

use std::ffi::c_char;
use std::path::Path;
use std::ptr;

use crate::error::{rp_error, rp_status};
use crate::guard::{free, guard_or};

/// Text that the library keeps: `len` bytes of UTF-8 from `data` on, with no closing NUL. `data` is NULL where there is
/// no text, which is not the same as text of length 0.
///
/// Owner: the library; the function that gives it tells how long it lasts. Threads: it never changes, so any may read it.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct rp_str {
    /// The first byte.
    pub data: *const c_char,
    /// How many bytes there are.
    pub len: usize,
}

impl rp_str {
    pub(crate) const NONE: rp_str = rp_str { data: ptr::null(), len: 0 };
}

impl From<&str> for rp_str {
    fn from(text: &str) -> Self {
        rp_str { data: text.as_ptr().cast(), len: text.len() }
    }
}

impl From<Option<&str>> for rp_str {
    fn from(text: Option<&str>) -> Self {
        text.map_or(rp_str::NONE, rp_str::from)
    }
}

/// Text that was made for the caller: a report as JSON, the path of a section.
///
/// Owner: the caller, who frees it with rp_string_free(). Threads: it never changes, so any may read it.
#[derive(Debug)]
pub struct rp_string(String);

impl rp_string {
    pub(crate) fn new(text: String) -> Box<Self> {
        Box::new(rp_string(text))
    }
}

/// The text of a string, which lasts as long as the string; none for NULL.
///
/// Threads: any. Cost: constant.
#[unsafe(no_mangle)]
pub extern "C" fn rp_string_view(string: Option<&rp_string>) -> rp_str {
    guard_or(rp_str::NONE, || string.map(|string| string.0.as_str().into()))
}

/// Frees a string, once. NULL is taken and does nothing.
///
/// Threads: any, when no other uses the string. Cost: constant.
#[unsafe(no_mangle)]
pub extern "C" fn rp_string_free(string: Option<Box<rp_string>>) {
    free(string);
}

/// The bytes that a caller gives. NULL is taken for no bytes.
///
/// # Safety
///
/// Where `len` is not 0, `data` is NULL or points to `len` bytes that nobody changes as long as the slice is used.
pub(crate) unsafe fn bytes<'a, T>(data: *const T, len: usize) -> Result<&'a [u8], rp_error> {
    if len == 0 {
        return Ok(&[]);
    }
    if data.is_null() {
        return Err(rp_status::RP_ERROR_NULL.into());
    }
    if isize::try_from(len).is_err() {
        return Err(rp_status::RP_ERROR_ARGUMENT.into());
    }
    // SAFETY: `data` is not NULL, `len` fits into memory, and the caller vouches for the bytes.
    Ok(unsafe { std::slice::from_raw_parts(data.cast(), len) })
}

/// The text that a caller gives; `what` names it should it be no UTF-8.
///
/// # Safety
///
/// As [`bytes`].
pub(crate) unsafe fn utf8<'a>(data: *const c_char, len: usize, what: &str) -> Result<&'a str, rp_error> {
    // SAFETY: the caller vouches for the bytes.
    let bytes = unsafe { bytes(data, len) }?;
    simdutf8::compat::from_utf8(bytes).map_err(|fault| {
        let message = format!("byte {} of the {what} is not valid UTF-8", fault.valid_up_to());
        rp_error::new(rp_status::RP_ERROR_ENCODING, message)
    })
}

/// The path that a caller gives: any bytes on Unix, UTF-8 elsewhere.
///
/// # Safety
///
/// As [`bytes`].
pub(crate) unsafe fn path<'a>(data: *const c_char, len: usize) -> Result<&'a Path, rp_error> {
    #[cfg(unix)]
    {
        use std::os::unix::ffi::OsStrExt;
        // SAFETY: the caller vouches for the bytes.
        let bytes = unsafe { bytes(data, len) }?;
        Ok(Path::new(std::ffi::OsStr::from_bytes(bytes)))
    }
    #[cfg(not(unix))]
    {
        // SAFETY: the caller vouches for the bytes.
        unsafe { utf8(data, len, "path") }.map(Path::new)
    }
}
