//! What a report looks like from outside: records, JSON, a text outline.
//!
//! Everything here reads a finished report. Column names are an interface: see the crate guide.

mod json;
mod outline;
mod record;

pub use json::json;
pub use outline::Outline;
pub use record::{
    DiagnosticRecord, MetaRecord, MetricRecord, ParagraphRecord, PointRecord, Records, SectionRecord, Table,
};
