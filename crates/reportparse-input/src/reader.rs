//! Files in, reports out.

use std::borrow::Cow;
use std::path::Path;

use reportparse::{Parser, Report};

use crate::document::Document;
use crate::error::Error;
use crate::options::Options;
use crate::read::{load, read};

/// Reads and parses files: made once, used for any number of files and from any number of threads.
///
/// ```
/// use reportparse_input::Reader;
///
/// let page = "<p>一、上半年工作</p><p>增加值增长5.2%。</p>";
/// let parsed = Reader::default().bytes(page.as_bytes(), "甲.html")?;
/// assert_eq!(parsed.report.sections().count(), 1);
/// # Ok::<(), reportparse_input::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Reader {
    /// Parses the text.
    pub parser: Parser,
    /// How files are read.
    pub options: Options,
}

/// A report with what is known about its file.
#[derive(Debug)]
#[non_exhaustive]
pub struct Parsed {
    /// What the file is called: its path, or what the caller said.
    pub name: String,
    /// The report.
    pub report: Report,
    /// What the file was. Its text, which the report holds, is left out unless it is needed to find a
    /// [`place`](Document::place).
    pub document: Document<'static>,
}

impl Reader {
    /// Reads and parses a file. It is called by its path.
    ///
    /// # Errors
    ///
    /// As [`read_file`](crate::read_file), and where the text gives no report. The error names the file.
    pub fn file(&self, path: impl AsRef<Path>) -> Result<Parsed, Error> {
        let path = path.as_ref();
        let bytes = load(path, &self.options).map_err(|error| error.with_path(path))?;
        self.bytes(&bytes, &path.display().to_string())
    }

    /// Reads and parses a file held in memory. Its name may be empty.
    ///
    /// # Errors
    ///
    /// As [`read`], and where the text gives no report. The error names the file unless the name is empty.
    pub fn bytes(&self, bytes: &[u8], name: &str) -> Result<Parsed, Error> {
        self.document(read(bytes, &self.options).map_err(|error| error.named(name))?, name)
    }

    /// Parses text. Its name may be empty.
    ///
    /// # Errors
    ///
    /// Where the text gives no report. The error names the text unless the name is empty.
    pub fn text(&self, text: &str, name: &str) -> Result<Report, Error> {
        self.parser.parse(text).map_err(|error| Error::from(error).named(name))
    }

    /// Parses a document that has been read. Its name may be empty.
    ///
    /// # Errors
    ///
    /// Where the text gives no report. The error names the file unless the name is empty.
    pub fn document(&self, mut document: Document<'_>, name: &str) -> Result<Parsed, Error> {
        let report = document.parse(&self.parser).map_err(|error| Error::from(error).named(name))?;
        if document.places.is_empty() {
            document.text = Cow::Borrowed("");
        }
        Ok(Parsed { name: name.to_owned(), report, document: document.into_owned() })
    }
}
