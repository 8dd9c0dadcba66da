//! How to read.

use std::path::{Path, PathBuf};

use crate::encoding;

/// How to read a file: hints, what to do with malformed bytes, and limits.
///
/// The limits keep a hostile file from taking all memory or time. The defaults suit any real report; raise one where an
/// error names it.
///
/// ```
/// use reportparse_input::{Malformed, Options};
///
/// let options = Options::new().malformed(Malformed::Refuse).max_pages(10_000);
/// let options = options.charset("gbk").expect("it is the name of a charset");
/// ```
#[derive(Clone, Debug)]
pub struct Options {
    pub(crate) charset: Option<String>,
    pub(crate) malformed: Malformed,
    pub(crate) max_bytes: u64,
    pub(crate) max_text_bytes: usize,
    pub(crate) max_part_bytes: u64,
    pub(crate) max_pages: usize,
    pub(crate) max_depth: usize,
    pub(crate) max_nodes: usize,
    pub(crate) pdfium: Option<PathBuf>,
}

/// What to do with bytes that the encoding does not allow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Malformed {
    /// Put U+FFFD in their place and give a warning.
    #[default]
    Replace,
    /// Stop with an error that gives the offset of the first.
    Refuse,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            charset: None,
            malformed: Malformed::Replace,
            max_bytes: 256 << 20,
            max_text_bytes: 64 << 20,
            max_part_bytes: 256 << 20,
            max_pages: 5_000,
            max_depth: 256,
            max_nodes: 2_000_000,
            pdfium: None,
        }
    }
}

impl Options {
    /// The defaults.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The charset that a server or a user gave (`gbk`, `utf-8`, `big5`, …). It is taken where the bytes fit it; UTF-8 that
    /// is well formed and a byte order mark are believed before it. It says nothing for DOCX and PDF.
    ///
    /// `None` where no charset has that name: the names are those of the [Encoding Standard](https://encoding.spec.whatwg.org/#names-and-labels).
    #[must_use]
    pub fn charset(mut self, label: &str) -> Option<Self> {
        encoding::named(label)?;
        self.charset = Some(label.to_owned());
        Some(self)
    }

    /// What to do with malformed bytes. Replaced by default.
    #[must_use]
    pub fn malformed(mut self, malformed: Malformed) -> Self {
        self.malformed = malformed;
        self
    }

    /// The largest input, in bytes. 256 MiB by default.
    #[must_use]
    pub fn max_bytes(mut self, bytes: u64) -> Self {
        self.max_bytes = bytes;
        self
    }

    /// The longest text that is decoded or extracted, in bytes of UTF-8. 64 MiB by default.
    #[must_use]
    pub fn max_text_bytes(mut self, bytes: usize) -> Self {
        self.max_text_bytes = bytes;
        self
    }

    /// The largest size to which one compressed part of a DOCX may expand, in bytes; the content of one page of a PDF may
    /// expand to a part in thirty-two of it. 256 MiB by default.
    #[must_use]
    pub fn max_part_bytes(mut self, bytes: u64) -> Self {
        self.max_part_bytes = bytes;
        self
    }

    /// The largest number of pages of a PDF. 5,000 by default.
    #[must_use]
    pub fn max_pages(mut self, pages: usize) -> Self {
        self.max_pages = pages;
        self
    }

    /// How deep elements may nest: a DOCX that goes deeper is refused, in HTML what lies deeper is read as if it lay at this
    /// depth, as browsers do. 256 by default.
    #[must_use]
    pub fn max_depth(mut self, depth: usize) -> Self {
        self.max_depth = depth;
        self
    }

    /// The largest number of elements, attributes and pieces of text of an HTML page. 2,000,000 by default.
    #[must_use]
    pub fn max_nodes(mut self, nodes: usize) -> Self {
        self.max_nodes = nodes;
        self
    }

    /// Sets the limit with this name (`max_pages`), by which errors call it: for programs whose users may set limits. `None`
    /// where no limit has the name.
    #[must_use]
    pub fn limit(self, name: &str, limit: u64) -> Option<Self> {
        let count = usize::try_from(limit).unwrap_or(usize::MAX);
        Some(match name {
            "max_bytes" => self.max_bytes(limit),
            "max_text_bytes" => self.max_text_bytes(count),
            "max_part_bytes" => self.max_part_bytes(limit),
            "max_pages" => self.max_pages(count),
            "max_depth" => self.max_depth(count),
            "max_nodes" => self.max_nodes(count),
            _ => return None,
        })
    }

    /// The libpdfium to read PDFs with. Without it, the environment variable `REPORTPARSE_PDFIUM` is tried, then what the
    /// system finds under the usual name of the library. The first that is loaded serves the whole process.
    #[must_use]
    pub fn pdfium(mut self, library: impl AsRef<Path>) -> Self {
        self.pdfium = Some(library.as_ref().to_owned());
        self
    }
}
