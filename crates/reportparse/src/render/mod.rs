//! What a report looks like from outside: records, JSON, a text outline, Markdown, HTML.
//!
//! Everything here reads a finished report. Column names are an interface: see the crate guide.

mod facts;
mod flow;
mod headline;
mod html;
mod json;
mod markdown;
mod outline;
mod prose;
mod record;
pub mod wording;

pub use headline::{Headline, headline};
pub use html::{html, html_fragment};
pub use json::json;
pub use markdown::markdown;
pub use outline::Outline;
pub use record::{
    DiagnosticRecord, MetaRecord, MetricRecord, ParagraphRecord, PointRecord, Records, SectionRecord, Table,
};
