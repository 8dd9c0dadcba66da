//! How Python sees what the core gives: plain values as they are, places in code points, other rows as objects of the same
//! report, facts as the value classes that Python defines.

use jiff::civil::Date;
use pyo3::IntoPyObjectExt;
use pyo3::call::PyCallArgs;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyList, PyTuple};
use reportparse::{Diagnostic, Meta, Offsets, Position, Span, render};
use reportparse_input::Document;
use rust_decimal::Decimal;

use crate::metric::Metric;
use crate::paragraph::Paragraph;
use crate::point::Point;
use crate::report::Report;
use crate::section::Section;
use crate::table::Table;

/// A value of `report`, as Python sees it.
pub(crate) trait Shown {
    fn shown<'py>(self, report: &Bound<'py, Report>) -> PyResult<Bound<'py, PyAny>>;
}

/// Gives a class its properties, each computed from an object and shown.
macro_rules! properties {
    ($class:ident: |$object:ident| $($(#[$text:meta])* $name:ident = $value:expr;)+) => {
        #[pymethods]
        impl $class {
            $(
                $(#[$text])*
                #[getter]
                fn $name<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
                    let $object = slf.get();
                    crate::shown::Shown::shown($value, $class::of(slf))
                }
            )+
        }
    };
}
pub(crate) use properties;

/// A byte offset, shown in code points.
pub(crate) struct Offset(pub(crate) u32);

/// Rows of one table, by their indices.
pub(crate) struct Rows(pub(crate) render::Table, pub(crate) Vec<u32>);

macro_rules! shown {
    ($($type:ty: |$value:ident, $report:ident| $shown:expr;)+) => {$(
        impl Shown for $type {
            fn shown<'py>(self, $report: &Bound<'py, Report>) -> PyResult<Bound<'py, PyAny>> {
                let $value = self;
                $shown.into_bound_py_any($report.py())
            }
        }
    )+};
}

shown! {
    &str: |text, report| text;
    String: |text, report| text;
    bool: |flag, report| flag;
    u8: |number, report| number;
    u32: |number, report| number;
    Decimal: |number, report| number;
    Date: |day, report| day;
    Offset: |offset, report| report.get().core().offset(offset.0, Offsets::Chars);
    Rows: |rows, report| Table::new(report.clone().unbind(), rows.0, rows.1);
    Span: |span, report| made(report, "Span", (Offset(span.start).shown(report)?, Offset(span.end).shown(report)?))?;
    Position: |place, report| made(report, "Position", (place.line, place.column))?;
    &Diagnostic: |found, report| {
        made(report, "Diagnostic", (found.code(), found.to_string(), found.span.shown(report)?))?
    };
    Meta<'_>: |meta, report| made(report, "Meta", (
        meta.title(),
        meta.speaker(),
        meta.speaker_role(),
        meta.occasion(),
        meta.delivered_on(),
        meta.published_on(),
        meta.salutation(),
        meta.kind().as_str(),
        meta.region(),
        meta.region_level().map(|level| level.as_str()),
        meta.year(),
        meta.period(),
    ))?;
    &Document<'_>: |document, report| made(report, "Source", (
        document.format.name(),
        document.encoding,
        document.metadata.title.as_deref(),
        document.metadata.published.as_deref(),
        document.metadata.source.as_deref(),
        PyTuple::new(report.py(), document.warnings.iter().map(|warning| warning.message.as_str()))?,
    ))?;
}

/// An object of a class that Python defines.
fn made<'py>(report: &Bound<'py, Report>, class: &str, fields: impl PyCallArgs<'py>) -> PyResult<Bound<'py, PyAny>> {
    static VALUES: PyOnceLock<Py<PyModule>> = PyOnceLock::new();
    let values =
        VALUES.get_or_try_init(report.py(), || report.py().import("reportparse._values").map(Bound::unbind))?;
    values.bind(report.py()).getattr(class)?.call1(fields)
}

impl<T: Shown> Shown for Option<T> {
    fn shown<'py>(self, report: &Bound<'py, Report>) -> PyResult<Bound<'py, PyAny>> {
        self.map_or_else(|| Ok(report.py().None().into_bound(report.py())), |value| value.shown(report))
    }
}

impl<T: Shown> Shown for Vec<T> {
    fn shown<'py>(self, report: &Bound<'py, Report>) -> PyResult<Bound<'py, PyAny>> {
        let values = self.into_iter().map(|value| value.shown(report)).collect::<PyResult<Vec<_>>>()?;
        PyList::new(report.py(), values)?.into_bound_py_any(report.py())
    }
}

macro_rules! rows {
    ($($class:ident, $tables:ident, $list:ident;)+) => {
        $(
            impl Shown for reportparse::$class<'_> {
                fn shown<'py>(self, report: &Bound<'py, Report>) -> PyResult<Bound<'py, PyAny>> {
                    $class::new(report.clone().unbind(), self.id().0).into_bound_py_any(report.py())
                }
            }

            /// These rows, to be shown as a table.
            pub(crate) fn $list<'r>(rows: impl Iterator<Item = reportparse::$class<'r>>) -> Rows {
                Rows(render::Table::$tables, rows.map(|row| row.id().0).collect())
            }
        )+

        /// The row of `table` with this index.
        pub(crate) fn row<'py>(
            report: &Bound<'py, Report>,
            table: render::Table,
            id: u32,
        ) -> PyResult<Bound<'py, PyAny>> {
            match table {
                $(render::Table::$tables => $class::new(report.clone().unbind(), id).into_bound_py_any(report.py()),)+
            }
        }
    };
}
rows! {
    Section, Sections, sections;
    Paragraph, Paragraphs, paragraphs;
    Point, Points, points;
    Metric, Metrics, metrics;
}
