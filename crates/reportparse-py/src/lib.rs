//! The Python module `reportparse._native`.
//!
//! A class here converts its arguments, calls the core, and converts the answer back. Offsets are code points, as in
//! Python's `str`. Every object is frozen, so it may be read from any number of threads, and the interpreter is released
//! while a report is read and parsed.

mod arrow;
mod batch;
mod errors;
mod files;
mod metric;
mod options;
mod paragraph;
mod parser;
mod point;
mod report;
mod row;
mod section;
mod shown;
mod table;

use pyo3::prelude::*;

// Nothing here needs the global lock, but no free-threaded interpreter was at hand to test that.
#[pymodule(gil_used = true)]
mod _native {
    use super::*;

    #[pymodule_export]
    use crate::{
        batch::Batch, batch::BatchBuilder, files::Batches, metric::Metric, paragraph::Paragraph, parser::Parser,
        parser::parse, parser::parse_bytes, parser::parse_file, point::Point, report::Report, section::Section,
        table::Table,
    };

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("__version__", env!("CARGO_PKG_VERSION"))
    }
}
