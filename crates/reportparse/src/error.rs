//! What stops a parse.

use std::fmt;

use rust_decimal::Decimal;

use crate::span::Span;

/// Why nothing could be parsed, or why a lexicon does not take an entry.
///
/// Trouble *inside* a report never stops a parse; it is told as a [`Diagnostic`](crate::Diagnostic).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error(Reason);

/// The kinds of [`Error`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The input holds nothing but blanks.
    Empty,
    /// The input is longer than offsets can count.
    TooLong,
    /// The input is no UTF-8.
    Encoding,
    /// An entry of a user's lexicon cannot be used.
    Lexicon,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Reason {
    #[error("the text is empty: give the text of a report")]
    Empty,
    #[error("the text has {bytes} bytes, more than the {max} that offsets can count: split it into its reports")]
    TooLong { bytes: usize, max: usize },
    #[error("byte {offset} is not valid UTF-8: decode the text first")]
    Encoding { offset: usize },
    #[error("{what} must not be empty: write the word that reports use")]
    NoWord { what: &'static str },
    #[error("unit {unit}: its factor must be above 0, not {factor}")]
    Factor { unit: String, factor: Decimal },
}

impl Error {
    /// What kind of error this is.
    pub fn kind(&self) -> ErrorKind {
        match self.0 {
            Reason::Empty => ErrorKind::Empty,
            Reason::TooLong { .. } => ErrorKind::TooLong,
            Reason::Encoding { .. } => ErrorKind::Encoding,
            Reason::NoWord { .. } | Reason::Factor { .. } => ErrorKind::Lexicon,
        }
    }

    /// The byte of the input at which it happened, where there is one.
    pub fn span(&self) -> Option<Span> {
        match self.0 {
            Reason::Encoding { offset } => Some(Span::new(offset, offset)),
            Reason::Empty | Reason::TooLong { .. } | Reason::NoWord { .. } | Reason::Factor { .. } => None,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Error {}

impl From<Reason> for Error {
    fn from(reason: Reason) -> Self {
        Error(reason)
    }
}
