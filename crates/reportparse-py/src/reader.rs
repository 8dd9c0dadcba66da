//! Files in, reports out, without Python: what `Parser` does while the interpreter is released.

use std::borrow::Cow;
use std::path::Path;

use arrow_schema::ArrowError;
use reportparse::Report;
use reportparse_input::{Document, Options};

/// Reads and parses files.
#[derive(Clone)]
pub(crate) struct Reader {
    pub(crate) parser: reportparse::Parser,
    pub(crate) input: Options,
}

/// Why there is no report, or no table of it.
#[derive(Debug)]
pub(crate) enum Fault {
    Input(reportparse_input::Error),
    Parse(reportparse::Error),
    Table(ArrowError),
}

impl Reader {
    /// Parses the content of a file.
    pub(crate) fn bytes(&self, data: &[u8]) -> Result<(Report, Document<'static>), Fault> {
        self.document(reportparse_input::read(data, &self.input).map_err(Fault::Input)?)
    }

    /// Parses the file at `path`.
    pub(crate) fn file(&self, path: &Path) -> Result<(Report, Document<'static>), Fault> {
        self.document(reportparse_input::read_file(path, &self.input).map_err(Fault::Input)?)
    }

    /// Parses `document`, which comes back without its text where it needs it no more: to find a page.
    pub(crate) fn document(&self, mut document: Document<'_>) -> Result<(Report, Document<'static>), Fault> {
        let report = document.parse(&self.parser).map_err(Fault::Parse)?;
        if document.place(0).is_none() {
            document.text = Cow::Borrowed("");
        }
        Ok((report, document.into_owned()))
    }
}
