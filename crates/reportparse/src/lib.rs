//! Parses Chinese official reports into structure and figures.
#![forbid(unsafe_code)]

mod announced;
mod block;
mod byline;
mod clause;
mod diagnostic;
mod error;
mod grammar;
mod front;
mod furniture;
mod heading;
mod layout;
mod lead;
mod note;
mod offsets;
mod outline;
mod point;
mod reading;
pub mod row;
mod role;
mod runon;
mod sentence;
mod span;
mod text;

pub use diagnostic::{Diagnostic, Oddity};
pub use error::{Error, ErrorKind};
pub use offsets::{Offsets, Position};
pub use span::Span;
