//! The tables of parsed reports as [Arrow](https://arrow.apache.org) record batches.
//!
//! A batch is built straight from a report's rows: no JSON, no row objects. Many reports go into one batch, and the
//! column `report` tells them apart.
//!
//! ```
//! use reportparse::Offsets;
//! use reportparse_tables::{BatchBuilder, Table};
//!
//! let mut builder = BatchBuilder::new(Table::Sections, Offsets::Bytes);
//! for (name, text) in [("甲.txt", "一、工作回顾\n全年完成投资5亿元。"), ("乙.txt", "一、工作回顾\n二、工作安排")] {
//!     builder.append(&reportparse::parse(text)?, name);
//! }
//! let batch = builder.finish()?;
//! assert_eq!(batch.num_rows(), 3);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Schema
//!
//! [`schema`] gives the columns of a table. Every field says in its metadata what it means (`description`), what it
//! counts in (`unit`) and which column it points at (`references`); the schema itself names the table, the version of
//! the library and how offsets are counted. Arrow's types are chosen thus:
//!
//! | what | type | why |
//! | --- | --- | --- |
//! | strings | `Utf8` | read by every engine; Parquet makes its own dictionaries |
//! | names out of a closed list (`role`, `approx`, `status`, `kind`, `region_level`) | `Dictionary(Int8, Utf8)` | the same dictionary, in the same order, in every batch, as Arrow files demand |
//! | decimals | `Decimal128(38, 10)` | exact; room for 28 digits before the point, so for whatever the parser reads, and for 10 after it. A number with more decimals than that is null, never rounded: its `literal` still holds it |
//! | dates | `Date32` | |
//! | row numbers, offsets | `UInt32` | offsets count bytes, code points or UTF-16 units: see [`reportparse::Offsets`] |
//!
//! # More
//!
//! A [`Run`] goes over many files on all cores and keeps their order. [`cell`] reads a value of a batch back. With the
//! feature `files`, the module `files` writes tables as NDJSON, CSV and Arrow files; with the feature `parquet` as Parquet,
//! too.
#![forbid(unsafe_code)]

mod batch;
mod cell;
mod column;
mod columns;
#[cfg(feature = "files")]
pub mod files;
mod filler;
mod ordered;
mod run;
mod schema;
mod stream;
mod table;

pub use batch::{BatchBuilder, batch};
pub use cell::{Cell, cell};
pub use run::{Part, Parts, Run};
pub use schema::{DECIMAL_PRECISION, DECIMAL_SCALE, schema, schema_with};
pub use stream::stream;
pub use table::Table;
