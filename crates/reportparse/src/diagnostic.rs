//! Something odd that did not stop the parse.

use std::fmt;

use crate::span::Span;

/// Something odd in a report, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Where it shows.
    pub span: Span,
    /// What is odd.
    pub oddity: Oddity,
}

/// The kinds of oddity.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Oddity {
    /// A number of a sequence is missing: 一、 is followed by 三、.
    OrdinalSkipped {
        /// The number that should stand here.
        expected: u32,
        /// The number that does.
        found: u32,
    },
    /// A number of a sequence stands twice, or goes back.
    OrdinalRepeated {
        /// The number that should stand here.
        expected: u32,
        /// The number that does.
        found: u32,
    },
    /// The text announces a number of points and another number follows.
    CountDiffers {
        /// 四 in 抓了四个方面工作.
        announced: u32,
        /// How many points the list has.
        found: u32,
    },
    /// A control or replacement character stands in the text: a sign of a damaged file.
    DamagedText {
        /// How many such characters the text holds.
        count: u32,
    },
    /// Something odd about the file that the text was taken from, as its reader tells it.
    Source {
        /// The oddity's name in JSON, Python and C: `mojibake`.
        code: &'static str,
        /// What was found and what to do, in one sentence.
        message: String,
    },
}

impl Diagnostic {
    /// The oddity's name in JSON, Python and C.
    pub fn code(&self) -> &'static str {
        match &self.oddity {
            Oddity::OrdinalSkipped { .. } => "ordinal_skipped",
            Oddity::OrdinalRepeated { .. } => "ordinal_repeated",
            Oddity::CountDiffers { .. } => "count_differs",
            Oddity::DamagedText { .. } => "damaged_text",
            Oddity::Source { code, .. } => code,
        }
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.oddity {
            Oddity::OrdinalSkipped { expected, found } => {
                write!(f, "number {expected} is missing: the sequence goes on with {found}")
            }
            Oddity::OrdinalRepeated { expected, found } => {
                write!(f, "number {found} stands where {expected} is expected")
            }
            Oddity::CountDiffers { announced, found } => {
                write!(f, "the text announces {announced} points, {found} follow")
            }
            Oddity::DamagedText { count } => {
                write!(f, "{count} control or replacement characters: the file may be damaged or wrongly decoded")
            }
            Oddity::Source { message, .. } => f.write_str(message),
        }
    }
}
