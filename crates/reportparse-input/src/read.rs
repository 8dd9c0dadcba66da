//! The stages in order: what kind of file it is, its characters, its text.

use std::fs::File;
use std::io::Read;
use std::path::Path;

#[cfg(feature = "html")]
use crate::document::Warning;
use crate::document::{Document, Format, Metadata, WarningKind};
use crate::error::{Error, Fault};
use crate::options::Options;
use crate::sniff::Container;
use crate::{encoding, mojibake, sniff};

/// Reads a file held in memory, whatever its format.
///
/// Plain UTF-8 text is borrowed and not changed in any way, so offsets into it are offsets into the file.
///
/// # Errors
///
/// [`Error`] says what the bytes are and what to do: an unsupported format, a missing password, damage, a scan without text,
/// a limit of the options, or malformed bytes where the options refuse them.
pub fn read<'a>(bytes: &'a [u8], options: &Options) -> Result<Document<'a>, Error> {
    check_size(bytes.len() as u64, options)?;
    match sniff::container(bytes)? {
        Some(Container::Docx) => read_docx(bytes, options),
        Some(Container::Pdf) => read_pdf(bytes, options),
        None => read_characters(bytes, options),
    }
}

/// Reads a file, whatever its format or name.
///
/// # Errors
///
/// As [`read`], and where the file cannot be opened or read. The error names the file.
pub fn read_file(path: impl AsRef<Path>, options: &Options) -> Result<Document<'static>, Error> {
    let path = path.as_ref();
    let bytes = load(path, options).map_err(|error| error.with_path(path))?;
    read(&bytes, options).map(Document::into_owned).map_err(|error| error.with_path(path))
}

pub(crate) fn load(path: &Path, options: &Options) -> Result<Vec<u8>, Error> {
    let file = File::open(path).map_err(Fault::Io)?;
    let size = file.metadata().map_err(Fault::Io)?.len();
    check_size(size, options)?;
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
    // A pipe or a device has no size: read one byte more than is allowed and no further.
    file.take(options.max_bytes.saturating_add(1)).read_to_end(&mut bytes).map_err(Fault::Io)?;
    Ok(bytes)
}

fn check_size(size: u64, options: &Options) -> Result<(), Error> {
    if size <= options.max_bytes {
        return Ok(());
    }
    Err(Fault::Limit { limit: options.max_bytes, unit: "bytes of input", option: "max_bytes" }.into())
}

fn read_characters<'a>(bytes: &'a [u8], options: &Options) -> Result<Document<'a>, Error> {
    let declared = sniff::declared_charset(bytes);
    let decoded = encoding::decode(bytes, declared.as_deref(), options)?;
    let mut document = Document {
        text: decoded.text,
        format: Format::Text,
        encoding: Some(decoded.encoding),
        metadata: Metadata::default(),
        warnings: decoded.warnings,
        places: Vec::new(),
    };
    if sniff::is_html(&document.text) {
        document = read_html(document, options)?;
    }
    if document.text.trim_start_matches('\u{FEFF}').trim().is_empty() {
        let is_page = document.format == Format::Html;
        return Err(if is_page { Fault::BarePage } else { Fault::Empty }.into());
    }
    let was_replaced = document.warnings.iter().any(|warning| warning.kind == WarningKind::Malformed);
    document.warnings.extend(mojibake::find(&document.text, was_replaced));
    Ok(document)
}

/// Turns a decoded page into the text of its main content.
#[cfg(feature = "html")]
fn read_html<'a>(page: Document<'a>, options: &Options) -> Result<Document<'a>, Error> {
    let content = crate::html::read(&page.text, options)?;
    let mut warnings = page.warnings;
    move_spans(&mut warnings, &page.text, &content.text);
    Ok(Document { text: content.text.into(), format: Format::Html, metadata: content.metadata, warnings, ..page })
}

/// Lets warnings about replaced characters of `page` tell where they stand in `text`, the content of the page. Where some
/// of them are not in the content, nobody can say which, and the warnings keep their offsets in the file alone.
#[cfg(feature = "html")]
fn move_spans(warnings: &mut [Warning], page: &str, text: &str) {
    let replaced = |text: &str| text.match_indices(char::REPLACEMENT_CHARACTER).map(|(at, _)| at).collect::<Vec<_>>();
    let (before, after) = (replaced(page), replaced(text));
    for warning in warnings {
        let index = before.binary_search(&warning.span.start).ok().filter(|_| before.len() == after.len());
        warning.span = index.map_or(0..0, |index| after[index]..after[index] + warning.span.len());
    }
}

#[cfg(not(feature = "html"))]
fn read_html<'a>(_: Document<'a>, _: &Options) -> Result<Document<'a>, Error> {
    Err(Fault::Disabled { what: "HTML", feature: "html" }.into())
}

#[cfg(feature = "docx")]
fn read_docx<'a>(bytes: &[u8], options: &Options) -> Result<Document<'a>, Error> {
    crate::docx::read(bytes, options)
}

#[cfg(not(feature = "docx"))]
fn read_docx<'a>(_: &[u8], _: &Options) -> Result<Document<'a>, Error> {
    Err(Fault::Disabled { what: "a DOCX document", feature: "docx" }.into())
}

#[cfg(feature = "pdf")]
fn read_pdf<'a>(bytes: &[u8], options: &Options) -> Result<Document<'a>, Error> {
    crate::pdf::read(bytes, options)
}

#[cfg(not(feature = "pdf"))]
fn read_pdf<'a>(_: &[u8], _: &Options) -> Result<Document<'a>, Error> {
    Err(Fault::Disabled { what: "a PDF", feature: "pdf" }.into())
}
