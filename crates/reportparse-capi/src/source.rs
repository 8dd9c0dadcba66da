//! What the bytes of a report said about themselves.

use std::mem::MaybeUninit;

use reportparse_input::{Format, Place, Warning, WarningKind};

use crate::error::rp_status;
use crate::guard::{given, guard, guard_or};
use crate::report::rp_report;
use crate::text::rp_str;
use crate::tree;
use crate::value::{RP_NONE, rp_span};

/// The format of a file, found by its content. The numbers never change.
#[repr(u32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum rp_format {
    /// None: the report was parsed from text with rp_parse().
    None = 0,
    /// Plain text, Markdown among it.
    Text = 1,
    /// A web page or a fragment of one.
    Html = 2,
    /// A Word document of the Office Open XML kind.
    Docx = 3,
    /// A PDF with a text layer.
    Pdf = 4,
    /// A format that this header does not name.
    Other = 5,
}

impl From<Format> for rp_format {
    fn from(format: Format) -> Self {
        match format {
            Format::Text => rp_format::Text,
            Format::Html => rp_format::Html,
            Format::Docx => rp_format::Docx,
            Format::Pdf => rp_format::Pdf,
            _ => rp_format::Other,
        }
    }
}

/// What the bytes that a report was read from declare about themselves. It may be wrong. Strings last as long as the
/// report.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct rp_source {
    /// The encoding that the bytes were in: UTF-8, gb18030; none for DOCX, for PDF and for rp_parse().
    pub encoding: rp_str,
    /// The title in the head of a page, or in the properties of a DOCX or PDF.
    pub title: rp_str,
    /// When a page says that it was published.
    pub published: rp_str,
    /// Who published it, as a page says.
    pub publisher: rp_str,
    /// The format that the bytes had.
    pub format: rp_format,
}

/// What the report was read from. The strings last as long as the report.
///
/// Errors: RP_ERROR_NULL. Threads: any. Cost: constant.
#[unsafe(no_mangle)]
pub extern "C" fn rp_report_source(report: Option<&rp_report>, out: Option<&mut MaybeUninit<rp_source>>) -> rp_status {
    guard(None, || {
        let (document, out) = (given(report)?.document.as_ref(), given(out)?);
        let metadata = document.map(|document| &document.metadata);
        out.write(rp_source {
            encoding: document.and_then(|document| document.encoding).into(),
            title: metadata.and_then(|metadata| metadata.title.as_deref()).into(),
            published: metadata.and_then(|metadata| metadata.published.as_deref()).into(),
            publisher: metadata.and_then(|metadata| metadata.source.as_deref()).into(),
            format: document.map_or(rp_format::None, |document| document.format.into()),
        });
        Ok(())
    })
}

/// What a place in a source counts.
#[repr(u32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum rp_place_kind {
    /// Nothing: text and HTML have no numbered pages or paragraphs.
    None = 0,
    /// A page of a PDF, from 1.
    Page = 1,
    /// A paragraph of a DOCX, from 1, empty ones and those in tables counted.
    Paragraph = 2,
    /// A footnote or an endnote of a DOCX, by the number that it carries in the text.
    Note = 3,
    /// Something that this header does not name.
    Other = 4,
}

/// A place in the source that people can find.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct rp_place {
    /// What `number` counts.
    pub kind: rp_place_kind,
    /// The page, the paragraph or the note; RP_NONE where there is none.
    pub number: u32,
}

impl From<Option<Place>> for rp_place {
    fn from(place: Option<Place>) -> Self {
        let (kind, number) = match place {
            None => (rp_place_kind::None, RP_NONE),
            Some(Place::Page(number)) => (rp_place_kind::Page, number),
            Some(Place::Paragraph(number)) => (rp_place_kind::Paragraph, number),
            Some(Place::Note(number)) => (rp_place_kind::Note, number),
            Some(_) => (rp_place_kind::Other, RP_NONE),
        };
        rp_place { kind, number }
    }
}

/// Where in the source the character at the byte offset `byte` of the text stood.
///
/// Errors: RP_ERROR_NULL, RP_ERROR_INDEX (`byte` is beyond the text). Threads: any. Cost: logarithmic in the number of
/// pages or paragraphs.
#[unsafe(no_mangle)]
pub extern "C" fn rp_report_place(
    report: Option<&rp_report>,
    byte: u32,
    out: Option<&mut MaybeUninit<rp_place>>,
) -> rp_status {
    guard(None, || {
        let (report, out) = (given(report)?, given(out)?);
        if byte as usize > report.report.text().len() {
            return Err(rp_status::RP_ERROR_INDEX.into());
        }
        out.write(report.document.as_ref().and_then(|document| document.place(byte as usize)).into());
        Ok(())
    })
}

/// The kinds of warning. The numbers never change.
#[repr(u32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum rp_warning_kind {
    /// Something that this header does not name; the message tells.
    Other = 0,
    /// Bytes that the encoding does not allow were replaced with U+FFFD.
    Malformed = 1,
    /// The declared encoding does not fit the bytes and was set aside.
    WrongCharset = 2,
    /// The text was decoded with the wrong encoding before it reached the library.
    Mojibake = 3,
    /// A part that the file points to is missing or damaged; the rest was read.
    MissingPart = 4,
    /// Text that is no part of the report was left out.
    LeftOut = 5,
    /// A page has an image and no text.
    NoText = 6,
}

impl From<WarningKind> for rp_warning_kind {
    fn from(kind: WarningKind) -> Self {
        match kind {
            WarningKind::Malformed => rp_warning_kind::Malformed,
            WarningKind::WrongCharset => rp_warning_kind::WrongCharset,
            WarningKind::Mojibake => rp_warning_kind::Mojibake,
            WarningKind::MissingPart => rp_warning_kind::MissingPart,
            WarningKind::LeftOut => rp_warning_kind::LeftOut,
            WarningKind::NoText => rp_warning_kind::NoText,
            _ => rp_warning_kind::Other,
        }
    }
}

/// Something odd in the source that did not stop the reading.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct rp_warning {
    /// What was found and what to do, in one sentence that lasts as long as the report.
    pub message: rp_str,
    /// Where it is in the text; empty where it is about something left out.
    pub span: rp_span,
    /// The byte of the input, or SIZE_MAX where that is not known.
    pub offset: usize,
    /// What kind of oddity it is.
    pub kind: rp_warning_kind,
}

impl From<&Warning> for rp_warning {
    fn from(warning: &Warning) -> Self {
        rp_warning {
            message: warning.message.as_str().into(),
            span: rp_span { start: warning.span.start as u32, end: warning.span.end as u32 },
            offset: warning.offset.unwrap_or(usize::MAX),
            kind: warning.kind.into(),
        }
    }
}

impl rp_report {
    fn warnings(&self) -> &[Warning] {
        self.document.as_ref().map_or(&[], |document| &document.warnings)
    }
}

/// How many warnings the reading of the source gave; 0 for NULL and for rp_parse().
///
/// Threads: any. Cost: constant.
#[unsafe(no_mangle)]
pub extern "C" fn rp_report_warning_count(report: Option<&rp_report>) -> usize {
    guard_or(0, || report.map(|report| report.warnings().len()))
}

/// The warning at `index`, in the order of the text from 0. Its message lasts as long as the report.
///
/// Errors: RP_ERROR_NULL, RP_ERROR_INDEX. Threads: any. Cost: constant.
#[unsafe(no_mangle)]
pub extern "C" fn rp_report_warning(
    report: Option<&rp_report>,
    index: usize,
    out: Option<&mut MaybeUninit<rp_warning>>,
) -> rp_status {
    guard(None, || {
        let (report, out) = (given(report)?, given(out)?);
        let at = tree::id(report.warnings(), index)? as usize;
        out.write((&report.warnings()[at]).into());
        Ok(())
    })
}
