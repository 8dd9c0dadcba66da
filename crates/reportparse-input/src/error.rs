//! What stops the reading.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// Why a file could not be read, or gave no report: what it is, where, and what to do.
///
/// The text of an error is for people; [`kind`](Self::kind) is for programs.
#[derive(Debug)]
pub struct Error(Box<Inner>);

#[derive(Debug)]
struct Inner {
    fault: Fault,
    path: Option<PathBuf>,
}

impl Error {
    /// The kind of trouble.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.fault.kind()
    }

    /// The byte offset in the input, where the trouble has a place.
    #[must_use]
    pub fn offset(&self) -> Option<usize> {
        match self.0.fault {
            Fault::Malformed { offset, .. } | Fault::Binary { offset } => Some(offset),
            _ => None,
        }
    }

    /// The file, where one was named.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        self.0.path.as_deref()
    }

    /// The same error, about this file.
    #[must_use]
    pub fn with_path(mut self, path: impl AsRef<Path>) -> Self {
        self.0.path = Some(path.as_ref().to_owned());
        self
    }

    /// The same error, about the file with this name, if it has one.
    pub(crate) fn named(self, name: &str) -> Self {
        if name.is_empty() { self } else { self.with_path(name) }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.0.path, &self.0.fault) {
            (Some(path), fault) => write!(f, "{}: {fault}", path.display()),
            (None, Fault::Unparsed(error)) => error.fmt(f),
            (None, fault) => write!(f, "the input {fault}"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.0.fault {
            Fault::Io(error) => Some(error),
            Fault::Unparsed(error) => Some(error),
            _ => None,
        }
    }
}

impl From<reportparse::Error> for Error {
    fn from(error: reportparse::Error) -> Self {
        Fault::Unparsed(error).into()
    }
}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Self {
        Error(Box::new(Inner { fault, path: None }))
    }
}

/// The kinds of [`Error`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The file could not be opened or read.
    Io,
    /// There is nothing in it.
    Empty,
    /// It is of a format that is not read: an archive, an image, a legacy Word file, …
    Unsupported,
    /// It is of a format that this build leaves out.
    Disabled,
    /// It needs a password.
    Encrypted,
    /// Bytes that its encoding does not allow, and the options refuse them.
    Malformed,
    /// It is damaged beyond reading.
    Damaged,
    /// It holds no text: a scan.
    NoText,
    /// It goes beyond a limit of the options.
    Limit,
    /// The library that reads PDF is not there.
    MissingLibrary,
}

/// The private causes; each message stands once, so that a message names its branch. It begins with its verb, but for what
/// the parser says.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Fault {
    #[error("{}", unreadable(.0))]
    Io(#[from] io::Error),
    #[error("is empty, or holds nothing but blanks; get the file again")]
    Empty,
    #[error("is {what}, which is not read; {advice}")]
    Unsupported { what: &'static str, advice: &'static str },
    #[error(
        "holds a byte at offset {offset} that no text has, so it is not text, HTML, DOCX or PDF; save the report as one of these"
    )]
    Binary { offset: usize },
    #[error("is {what}, and this build reads none; build with the feature `{feature}`")]
    #[allow(dead_code, reason = "only built where a feature is left out")]
    Disabled { what: &'static str, feature: &'static str },
    #[error("is {what} that needs a password; save a copy without one")]
    Encrypted { what: &'static str },
    #[error(
        "has bytes at offset {offset} that {encoding} does not allow; name the right charset, or let them be replaced"
    )]
    Malformed { offset: usize, encoding: &'static str },
    #[error("is a damaged {what}: {detail}; get the file again, or open and save it anew")]
    #[allow(dead_code, reason = "only built where a container format is read")]
    Damaged { what: &'static str, detail: String },
    #[error(
        "is a PDF without a text layer (a scan; pages: {pages}); run a text recogniser first, such as `ocrmypdf -l chi_sim`"
    )]
    #[allow(dead_code, reason = "only built where PDF is read")]
    Scan { pages: usize },
    #[error(
        "is a page that holds no text: it stands in frames or comes by a script; open it in a browser and save what is shown"
    )]
    #[allow(dead_code, reason = "only built where HTML is read")]
    BarePage,
    #[error("holds no text; see whether it is the right file")]
    #[allow(dead_code, reason = "only built where a container format is read")]
    NoText,
    #[error("goes beyond the limit of {limit} {unit}; if the file is to be trusted, raise `{option}`")]
    Limit { limit: u64, unit: &'static str, option: &'static str },
    #[error(
        "is a PDF, and the library that reads it could not be loaded ({detail}); for Python, get it with \
         `pip install reportparse[pdf]`, elsewhere with `pip install pypdfium2` and set \
         REPORTPARSE_PDFIUM=/path/to/pypdfium2_raw/{library}"
    )]
    #[allow(dead_code, reason = "only built where PDF is read")]
    MissingLibrary { detail: String, library: String },
    #[error("{0}")]
    Unparsed(reportparse::Error),
}

/// What a user can do something about is told in plain words.
fn unreadable(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file; check the path".to_owned(),
        io::ErrorKind::IsADirectory => "is a directory; give the files in it".to_owned(),
        _ => format!("cannot be read: {error}"),
    }
}

impl Fault {
    fn kind(&self) -> ErrorKind {
        match self {
            Fault::Io(_) => ErrorKind::Io,
            Fault::Empty => ErrorKind::Empty,
            Fault::Unsupported { .. } | Fault::Binary { .. } => ErrorKind::Unsupported,
            Fault::Disabled { .. } => ErrorKind::Disabled,
            Fault::Encrypted { .. } => ErrorKind::Encrypted,
            Fault::Malformed { .. } => ErrorKind::Malformed,
            Fault::Damaged { .. } => ErrorKind::Damaged,
            Fault::Scan { .. } | Fault::BarePage | Fault::NoText => ErrorKind::NoText,
            Fault::Limit { .. } => ErrorKind::Limit,
            Fault::MissingLibrary { .. } => ErrorKind::MissingLibrary,
            Fault::Unparsed(error) => match error.kind() {
                reportparse::ErrorKind::TooLong => ErrorKind::Limit,
                reportparse::ErrorKind::Encoding => ErrorKind::Malformed,
                _ => ErrorKind::Empty,
            },
        }
    }
}
