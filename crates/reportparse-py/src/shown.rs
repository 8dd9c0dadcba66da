//! How Python sees what a row of the core gives: plain values as they are, places in code points, other rows as objects
//! of the same report.

use jiff::civil::Date;
use pyo3::IntoPyObjectExt;
use pyo3::prelude::*;
use pyo3::types::PyList;
use reportparse::{Offsets, Span, render};
use rust_decimal::Decimal;

use crate::metric::Metric;
use crate::paragraph::Paragraph;
use crate::point::Point;
use crate::report::Report;
use crate::section::Section;
use crate::table::Table;
use crate::values;

/// A value of a row of `report`, as Python sees it.
pub(crate) trait Shown {
    fn shown<'py>(self, py: Python<'py>, report: &Py<Report>) -> PyResult<Bound<'py, PyAny>>;
}

/// A byte offset, shown in code points.
pub(crate) struct Offset(pub(crate) u32);

/// Rows of one table, by their indices.
pub(crate) struct Rows(render::Table, Vec<u32>);

impl Shown for Offset {
    fn shown<'py>(self, py: Python<'py>, report: &Py<Report>) -> PyResult<Bound<'py, PyAny>> {
        report.get().core().offset(self.0, Offsets::Chars).into_bound_py_any(py)
    }
}

impl Shown for Span {
    fn shown<'py>(self, py: Python<'py>, report: &Py<Report>) -> PyResult<Bound<'py, PyAny>> {
        values::span(py, report.get().core(), self)
    }
}

impl Shown for Rows {
    fn shown<'py>(self, py: Python<'py>, report: &Py<Report>) -> PyResult<Bound<'py, PyAny>> {
        Table::new(report.clone_ref(py), self.0, self.1).into_bound_py_any(py)
    }
}

impl<T: Shown> Shown for Option<T> {
    fn shown<'py>(self, py: Python<'py>, report: &Py<Report>) -> PyResult<Bound<'py, PyAny>> {
        self.map_or_else(|| Ok(py.None().into_bound(py)), |value| value.shown(py, report))
    }
}

impl<T: Shown> Shown for Vec<T> {
    fn shown<'py>(self, py: Python<'py>, report: &Py<Report>) -> PyResult<Bound<'py, PyAny>> {
        let values = self.into_iter().map(|value| value.shown(py, report)).collect::<PyResult<Vec<_>>>()?;
        PyList::new(py, values)?.into_bound_py_any(py)
    }
}

macro_rules! plain {
    ($($type:ty),+) => {$(
        impl Shown for $type {
            fn shown<'py>(self, py: Python<'py>, _: &Py<Report>) -> PyResult<Bound<'py, PyAny>> {
                self.into_bound_py_any(py)
            }
        }
    )+};
}
plain!(&str, String, bool, u8, u32, Decimal, Date);

macro_rules! rows {
    ($($class:ident, $tables:ident, $list:ident;)+) => {$(
        impl Shown for reportparse::$class<'_> {
            fn shown<'py>(self, py: Python<'py>, report: &Py<Report>) -> PyResult<Bound<'py, PyAny>> {
                $class::new(report.clone_ref(py), self.id().0).into_bound_py_any(py)
            }
        }

        /// These rows, to be shown as a table.
        pub(crate) fn $list<'r>(rows: impl Iterator<Item = reportparse::$class<'r>>) -> Rows {
            Rows(render::Table::$tables, rows.map(|row| row.id().0).collect())
        }
    )+};
}
rows! {
    Section, Sections, sections;
    Paragraph, Paragraphs, paragraphs;
    Point, Points, points;
    Metric, Metrics, metrics;
}
