//! Compressed streams, which the engine unfolds whatever they take: what is too large is found before.

use std::io::{self, Read};

use flate2::read::ZlibDecoder;
use memchr::memmem;

use crate::error::{Error, Fault};
use crate::options::Options;

/// The engine holds each character of a page in some two hundred bytes: of what a part of a DOCX may expand to, the content
/// of a page may be this part.
const PAGE_SHARE: u64 = 32;
const UNIT: &str = "bytes in one part (each byte of a PDF page counts as 32)";
/// The dictionary before a stream is sought in so many bytes.
const DICTIONARY_BYTES: usize = 1 << 10;
/// Streams that are no content of a page: images and fonts, which may well be large.
const OTHERS: [&[u8]; 5] = [b"/Image", b"/Length1", b"/Type1C", b"/CIDFontType0C", b"/OpenType"];

/// Refuses a file that holds the content of a page that is far too large.
///
/// This stops what is a bomb by itself. A file that hides one (behind another filter, in forms that draw each other) is left
/// to the engine.
pub(super) fn check(bytes: &[u8], options: &Options) -> Result<(), Error> {
    let limit = options.max_part_bytes / PAGE_SHARE;
    let mut left = options.max_part_bytes;
    for at in memmem::find_iter(bytes, b"stream").filter(|at| is_content(&bytes[..*at])) {
        let size = expanded(bytes[at + b"stream".len()..].trim_ascii_start(), limit.min(left).saturating_add(1));
        if size > limit || size > left {
            return Err(Fault::Limit { limit: options.max_part_bytes, unit: UNIT, option: "max_part_bytes" }.into());
        }
        left -= size;
    }
    Ok(())
}

/// Whether what stands before a stream is the dictionary of compressed content.
fn is_content(before: &[u8]) -> bool {
    let near = &before[before.len().saturating_sub(DICTIONARY_BYTES)..];
    let dictionary = &near[memmem::rfind(near, b" obj").unwrap_or(0)..];
    let holds = |word: &[u8]| memmem::find(dictionary, word).is_some();
    !before.ends_with(b"end") && holds(b"FlateDecode") && !OTHERS.into_iter().any(holds)
}

/// How many bytes a stream expands to, counted up to a limit; what is damaged expands to what comes before the damage.
fn expanded(stream: &[u8], limit: u64) -> u64 {
    let mut decoder = ZlibDecoder::new(stream).take(limit);
    // Damage is for the engine to tell.
    let _ = io::copy(&mut decoder, &mut io::sink());
    limit - decoder.limit()
}
