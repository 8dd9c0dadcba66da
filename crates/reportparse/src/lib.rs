//! Parses Chinese official reports into structure and figures.
#![forbid(unsafe_code)]

mod diagnostic;
mod error;
mod grammar;
mod offsets;
mod reading;
pub mod row;
mod span;
mod text;

pub use diagnostic::{Diagnostic, Oddity};
pub use error::{Error, ErrorKind};
pub use offsets::{Offsets, Position};
pub use span::Span;
