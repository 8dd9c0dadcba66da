//! `reportparse.Point`.

use pyo3::prelude::*;
use pyo3::types::PyAny;
use reportparse::render;

use crate::paragraph::Paragraph;
use crate::report::Report;
use crate::row::{row_class, shortened};
use crate::section::Section;
use crate::table::Table;
use crate::values;

row_class! {
    /// An enumerated item inside a section: 一是…, 第一, ①, ——.
    Point, Points[PointId] => point
}

#[pymethods]
impl Point {
    /// From the marker to the end of the item.
    #[getter]
    fn span<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        values::span(py, self.core(), self.row().span())
    }

    /// Offset of the first character, the marker's.
    #[getter]
    fn start(&self) -> u32 {
        self.at(self.row().span().start)
    }

    /// Offset behind the last character.
    #[getter]
    fn end(&self) -> u32 {
        self.at(self.row().span().end)
    }

    /// The item as written, its marker included.
    #[getter]
    fn text(&self) -> &str {
        self.row().text()
    }

    /// 一是 as written.
    #[getter]
    fn marker(&self) -> &str {
        self.row().marker()
    }

    /// The number that the marker states; None for ——.
    #[getter]
    fn ordinal(&self) -> Option<u32> {
        self.row().ordinal()
    }

    /// The list it belongs to; lists are numbered from 0 in the order of their first points.
    #[getter]
    fn list(&self) -> u32 {
        self.row().list()
    }

    /// 0 for a point of an outermost list.
    #[getter]
    fn depth(&self) -> u8 {
        self.row().depth()
    }

    /// The item's heading phrase.
    #[getter]
    fn lead(&self) -> Option<&str> {
        self.row().lead()
    }

    /// The point in which this point's list stands.
    #[getter]
    fn parent(&self, py: Python<'_>) -> Option<Point> {
        self.row().parent().map(|parent| Point::new(self.report.clone_ref(py), parent.id().0))
    }

    /// The points of the lists that stand directly in this one.
    #[getter]
    fn children(&self, py: Python<'_>) -> Table {
        self.table(py, render::Table::Points, self.row().children().map(|point| point.id().0))
    }

    /// The innermost section it stands in.
    #[getter]
    fn section(&self, py: Python<'_>) -> Option<Section> {
        self.row().section().map(|section| Section::new(self.report.clone_ref(py), section.id().0))
    }

    /// The paragraph in which it starts.
    #[getter]
    fn paragraph(&self, py: Python<'_>) -> Paragraph {
        Paragraph::new(self.report.clone_ref(py), self.row().paragraph().id().0)
    }

    fn __repr__(&self) -> String {
        format!("<Point {} [{}:{}]>", shortened(self.text()), self.start(), self.end())
    }
}
