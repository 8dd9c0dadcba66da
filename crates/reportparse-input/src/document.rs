//! What reading gives: the text and what is known about it.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use reportparse::{Diagnostic, Oddity, Origin, Parser, Report, Span};

/// A report as text, with what the source says about it.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Document<'a> {
    /// The text to parse. Borrowed from the input where it was plain UTF-8.
    pub text: Cow<'a, str>,
    /// The format that the bytes had.
    pub format: Format,
    /// The name of the encoding that the bytes were in (`UTF-8`, `gb18030`, …); `None` for DOCX and PDF.
    #[cfg_attr(feature = "serde", serde(deserialize_with = "known_encoding"))]
    pub encoding: Option<EncodingName>,
    /// What the source declares about itself.
    pub metadata: Metadata,
    /// What was odd but did not stop the reading, in the order of the text.
    pub warnings: Vec<Warning>,
    /// Where each part of the text begins in the source, by ascending offset.
    pub(crate) places: Vec<(usize, Place)>,
}

impl Document<'_> {
    /// Where in the source the character at a byte offset of [`text`](Self::text) stood.
    ///
    /// `None` for text and HTML, which have no numbered pages or paragraphs, and for an offset beyond the text.
    #[must_use]
    pub fn place(&self, offset: usize) -> Option<Place> {
        if offset > self.text.len() {
            return None;
        }
        let after = self.places.partition_point(|(start, _)| *start <= offset);
        after.checked_sub(1).map(|index| self.places[index].1)
    }

    /// Parses the text, with what the source tells beside it: the day of its publication stands in where the text names
    /// none, and the warnings become diagnostics of the report.
    ///
    /// # Errors
    ///
    /// As [`Parser::parse`].
    pub fn parse(&self, parser: &Parser) -> Result<Report, reportparse::Error> {
        let diagnostics = self.warnings.iter().map(Warning::diagnostic).collect();
        let origin = Origin { published: self.metadata.published.clone(), diagnostics };
        parser.parse_from(&*self.text, origin)
    }

    /// The same document with a text of its own.
    #[must_use]
    pub fn into_owned(self) -> Document<'static> {
        Document {
            text: Cow::Owned(self.text.into_owned()),
            format: self.format,
            encoding: self.encoding,
            metadata: self.metadata,
            warnings: self.warnings,
            places: self.places,
        }
    }
}

/// An alias, since serde takes a plain `&str` for one that borrows from what it reads.
type EncodingName = &'static str;

/// The encoding with this name, as `encoding_rs` spells it.
#[cfg(feature = "serde")]
fn known_encoding<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<EncodingName>, D::Error> {
    let name: Option<String> = serde::Deserialize::deserialize(from)?;
    Ok(name.and_then(|name| encoding_rs::Encoding::for_label(name.as_bytes())).map(encoding_rs::Encoding::name))
}

/// The format of a file, found by its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Format {
    /// Plain text, Markdown among it.
    Text,
    /// A web page or a fragment of one.
    Html,
    /// A Word document of the Office Open XML kind.
    Docx,
    /// A PDF with a text layer.
    Pdf,
}

impl Format {
    /// The usual short name: `text`, `html`, `docx`, `pdf`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Format::Text => "text",
            Format::Html => "html",
            Format::Docx => "docx",
            Format::Pdf => "pdf",
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// What a source declares about itself, exactly as written there. It may be wrong: the parser weighs it against the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Metadata {
    /// The title: `ArticleTitle` or `<title>` of a page, `dc:title` of a DOCX, `Title` of a PDF.
    pub title: Option<String>,
    /// When it was published: `PubDate` of a page.
    pub published: Option<String>,
    /// Who published it: `ContentSource` or `SiteName` of a page.
    pub source: Option<String>,
}

/// A place in the source that people can find.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Place {
    /// A page of a PDF, from 1.
    Page(u32),
    /// A paragraph of a DOCX body, from 1, empty ones and those in tables counted.
    Paragraph(u32),
    /// A footnote or an endnote of a DOCX, by the number that it carries in the text.
    Note(u32),
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::Page(number) => write!(f, "page {number}"),
            Place::Paragraph(number) => write!(f, "paragraph {number}"),
            Place::Note(number) => write!(f, "note {number}"),
        }
    }
}

/// Something odd in the source that did not stop the reading.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Warning {
    /// What kind of oddity it is.
    pub kind: WarningKind,
    /// The bytes of [`Document::text`] that it is about; empty where it is about something left out.
    pub span: Range<usize>,
    /// The byte offset in the input, where that is known.
    pub offset: Option<usize>,
    /// What was found and what to do, in one sentence.
    pub message: String,
}

impl Warning {
    fn diagnostic(&self) -> Diagnostic {
        let oddity = Oddity::Source { code: self.kind.code(), message: self.message.clone() };
        Diagnostic { span: Span::new(self.span.start, self.span.end), oddity }
    }
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

/// The kinds of [`Warning`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum WarningKind {
    /// Bytes that the encoding does not allow were replaced with U+FFFD.
    Malformed,
    /// The declared encoding does not fit the bytes and was set aside.
    WrongCharset,
    /// The text was decoded with the wrong encoding before it reached us.
    Mojibake,
    /// A part that the file points to is missing or damaged; the rest was read.
    MissingPart,
    /// Text that is no part of the report was left out.
    LeftOut,
    /// A page has an image and no text.
    NoText,
}

impl WarningKind {
    /// The name that a report's diagnostics have for it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            WarningKind::Malformed => "malformed_bytes",
            WarningKind::WrongCharset => "wrong_charset",
            WarningKind::Mojibake => "mojibake",
            WarningKind::MissingPart => "missing_part",
            WarningKind::LeftOut => "left_out",
            WarningKind::NoText => "page_without_text",
        }
    }
}
