//! What the four row classes have in common.

use pyo3::prelude::*;
use reportparse::{Offsets, Span};

use crate::report::Report;

/// Defines a class whose objects are one row of a report's table: the report and the row's index.
///
/// `$id` is the row's index in the core, `$find` the core's method that finds it. What follows are the class's properties,
/// each computed from the core's row.
macro_rules! row_class {
    ($(#[$doc:meta])* $name:ident[$id:ident] => $find:ident: |$row:ident|
     $($(#[$text:meta])* $property:ident = $value:expr;)+) => {
        $(#[$doc])*
        #[pyclass(frozen, module = "reportparse")]
        pub(crate) struct $name {
            /// The report that it belongs to.
            #[pyo3(get)]
            report: Py<Report>,
            /// Its index in the report's table, counted from 0.
            #[pyo3(get)]
            id: u32,
        }

        impl $name {
            pub(crate) fn new(report: Py<Report>, id: u32) -> Self {
                $name { report, id }
            }

            fn of<'a, 'py>(slf: &'a Bound<'py, Self>) -> &'a Bound<'py, Report> {
                slf.get().report.bind(slf.py())
            }

            fn row(&self) -> reportparse::$name<'_> {
                self.report.get().core().$find(reportparse::row::$id(self.id))
            }
        }

        crate::shown::properties! { $name: |object|
            $(
                $(#[$text])*
                $property = {
                    let $row = object.row();
                    $value
                };
            )+
        }

        #[pymethods]
        impl $name {
            fn __eq__(&self, other: &Self) -> bool {
                self.id == other.id && self.report.get() == other.report.get()
            }

            fn __hash__(&self) -> u64 {
                self.report.get().hash_with(self.id)
            }
        }
    };
}
pub(crate) use row_class;

/// The first characters of `text`, for a `repr`.
pub(crate) fn shortened(text: &str) -> String {
    const SHOWN: usize = 24;
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// The place of `span` in `report`, for a `repr`.
pub(crate) fn place(report: &Py<Report>, span: Span) -> String {
    let at = |byte| report.get().core().offset(byte, Offsets::Chars);
    format!("[{}:{}]", at(span.start), at(span.end))
}
