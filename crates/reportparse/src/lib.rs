//! Parses Chinese official reports into structure and figures.
#![forbid(unsafe_code)]

mod announced;
mod block;
mod byline;
mod clause;
mod diagnostic;
mod error;
mod figures;
mod front;
mod furniture;
mod grammar;
mod heading;
mod layout;
mod lead;
mod lexicon;
mod meta;
mod metric;
mod note;
mod offsets;
mod outline;
mod parse;
mod point;
mod reading;
mod region;
pub mod render;
mod report;
mod role;
pub mod row;
mod runon;
mod sentence;
mod span;
mod stretch;
mod symbol;
mod text;
mod view;

pub use diagnostic::{Diagnostic, Oddity};
pub use error::{Error, ErrorKind};
pub use lexicon::Lexicon;
pub use meta::MetaRow;
pub use offsets::{Offsets, Position};
pub use parse::{Parser, ParserBuilder, parse, parse_bytes};
pub use report::Report;
pub use row::{Approx, Kind, ParagraphRole, RegionLevel, SectionRole, Status};
pub use span::Span;
pub use view::{Meta, Metric, Paragraph, Point, Section};
