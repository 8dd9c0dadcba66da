//! Parses Chinese official reports into structure and figures.
#![forbid(unsafe_code)]

pub mod row;
mod span;

pub use span::Span;
