//! Rows read with their report: text instead of spans, and the ways from one row to another.

mod meta;
mod metric;
mod paragraph;
mod point;
mod section;

pub use meta::Meta;
pub use metric::Metric;
pub use paragraph::Paragraph;
pub use point::Point;
pub use section::Section;
