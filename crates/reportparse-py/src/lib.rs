//! The Python module `reportparse._native`.
//!
//! A class here converts its arguments, calls the core, and converts the answer back. Offsets are code points, as in
//! Python's `str`. Every object is frozen, so it may be read from any number of threads, and the interpreter is released
//! while a report is read and parsed.

mod arrow;
mod batch;
mod builder;
mod errors;
mod files;
mod metric;
mod options;
mod paragraph;
mod parser;
mod point;
mod reader;
mod report;
mod row;
mod section;
mod shown;
mod table;
mod values;

use pyo3::prelude::*;

// Nothing here needs the global lock, but no free-threaded interpreter was at hand to test that.
#[pymodule(gil_used = true)]
mod _native {
    use super::*;

    #[pymodule_export]
    use crate::batch::Batch;
    #[pymodule_export]
    use crate::builder::BatchBuilder;
    #[pymodule_export]
    use crate::files::Batches;
    #[pymodule_export]
    use crate::metric::Metric;
    #[pymodule_export]
    use crate::paragraph::Paragraph;
    #[pymodule_export]
    use crate::parser::{Parser, parse, parse_bytes, parse_file};
    #[pymodule_export]
    use crate::point::Point;
    #[pymodule_export]
    use crate::report::Report;
    #[pymodule_export]
    use crate::section::Section;
    #[pymodule_export]
    use crate::table::Table;

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("__version__", env!("CARGO_PKG_VERSION"))
    }
}
