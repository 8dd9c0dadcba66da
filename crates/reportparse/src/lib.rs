//! Parses Chinese official reports into structure and figures.
//!
//! A 政府工作报告, a 统计公报 or a budget report has a rigid form and no markup. [`parse`] reads such a text and gives a
//! [`Report`]: one text and four tables over it (sections, paragraphs, points, metrics), each row with its exact place in
//! the text; with the facts of its head and a list of what is odd. There is no model and no network in it: the same bytes
//! give the same answer everywhere.
//!
//! ```
//! use reportparse::{Decimal, Status};
//!
//! let report = reportparse::parse(
//!     "禾源县2026年政府工作报告\n\
//!      各位代表：\n\
//!      一、2025年工作回顾\n\
//!      全年地区生产总值完成286.4亿元，比上年增长5.8%。\n\
//!      二、2026年工作安排\n\
//!      （一）扩大有效投资。确保固定资产投资增长8%以上。",
//! )?;
//!
//! for section in report.sections() {
//!     println!("{} {} ({})", section.path(), section.title(), section.role());
//! }
//! let gdp = report.metrics().find(|metric| metric.code() == Some("GDP")).expect("the text states it");
//! assert_eq!(gdp.value(), Some(Decimal::new(2864, 1)));
//! assert_eq!(gdp.unit(), Some("亿元"));
//! assert_eq!(gdp.change_literal(), Some("比上年增长5.8%"));
//!
//! let target = report.metrics().find(|metric| metric.status() == Status::Target).expect("the text sets one");
//! assert_eq!(target.indicator(), Some("固定资产投资"));
//! # Ok::<(), reportparse::Error>(())
//! ```
//!
//! # What a report holds
//!
//! | | |
//! | --- | --- |
//! | [`Report::meta`] | title, speaker, meeting, dates, kind, place and year |
//! | [`Report::sections`] | headed divisions 一、 （一） 1., with level, part and role |
//! | [`Report::paragraphs`] | blocks of text with their roles, page furniture told apart, and their topic sentences |
//! | [`Report::points`] | enumerated items 一是…二是…, ①, ——, nested |
//! | [`Report::metrics`] | indicator, value, unit, change, basis, period, status |
//! | [`Report::diagnostics`] | what is odd: a number skipped, four points announced and three found |
//!
//! Offsets count UTF-8 bytes of the text as given; [`Report::offset`] gives them in code points or UTF-16 units. Values are
//! exact decimals. [`render`] turns a report into JSON, Markdown, HTML and flat records.
//!
//! # How it is read
//!
//! The stages run one after the other, each on what the ones before it found. `Parser::parse` is their list.
//!
//! | stage | from | to |
//! | --- | --- | --- |
//! | `layout` | lines | stretches: wrapped lines joined, a report on one line taken apart |
//! | `block` | stretches | paragraphs: title block, page furniture, the rest |
//! | `reading` | a paragraph | the same without the blanks and line breaks inside it, with the way back |
//! | `outline` | paragraphs | the section tree |
//! | `point` | paragraphs and sections | enumerations and their nesting |
//! | `metric` | sentences with figures | metrics |
//!
//! Time and memory grow linearly with the text, whatever it holds, and no input makes a parse panic.

#![forbid(unsafe_code)]

mod announced;
mod block;
mod byline;
mod characters;
mod clause;
mod contents;
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
mod origin;
mod outline;
mod parse;
mod point;
mod quantities;
mod reading;
mod region;
pub mod render;
mod report;
mod role;
pub mod row;
mod runon;
mod sentence;
mod series;
mod span;
mod stretch;
mod symbol;
mod text;
mod view;

pub use jiff::civil::Date;
pub use rust_decimal::Decimal;

pub use diagnostic::{Diagnostic, Oddity};
pub use error::{Error, ErrorKind};
pub use lexicon::Lexicon;
pub use meta::MetaRow;
pub use offsets::{Offsets, Position};
pub use origin::Origin;
pub use parse::{Parser, ParserBuilder, parse, parse_bytes};
pub use quantities::{Quantity, quantities};
pub use report::Report;
pub use row::{Approx, Kind, ParagraphRole, RegionLevel, SectionRole, Status};
pub use span::Span;
pub use view::{Meta, Metric, Paragraph, Point, Section};
