//! `reportparse.Paragraph`.

use pyo3::prelude::*;
use pyo3::types::PyAny;
use reportparse::render;

use crate::report::Report;
use crate::row::{row_class, shortened};
use crate::section::Section;
use crate::table::Table;
use crate::values;

row_class! {
    /// A block of text.
    Paragraph, Paragraphs[ParagraphId] => paragraph
}

#[pymethods]
impl Paragraph {
    /// Its place in the text.
    #[getter]
    fn span<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        values::span(py, self.core(), self.row().span())
    }

    /// Offset of the first character.
    #[getter]
    fn start(&self) -> u32 {
        self.at(self.row().span().start)
    }

    /// Offset behind the last character.
    #[getter]
    fn end(&self) -> u32 {
        self.at(self.row().span().end)
    }

    /// The paragraph as written.
    #[getter]
    fn text(&self) -> &str {
        self.row().text()
    }

    /// What the paragraph is: title, heading, body, furniture, …
    #[getter]
    fn role(&self) -> &'static str {
        self.row().role().as_str()
    }

    /// 0 for the report itself, 1, 2, … for its annexed reports.
    #[getter]
    fn part(&self) -> u32 {
        self.row().part()
    }

    /// The innermost section it stands in.
    #[getter]
    fn section(&self, py: Python<'_>) -> Option<Section> {
        self.row().section().map(|section| Section::new(self.report.clone_ref(py), section.id().0))
    }

    /// The topic sentence that opens it, closing 。 left out.
    #[getter]
    fn lead(&self) -> Option<&str> {
        self.row().lead()
    }

    /// The place of the lead.
    #[getter]
    fn lead_span<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        values::maybe_span(py, self.core(), self.row().row().lead)
    }

    /// The points that start in it.
    #[getter]
    fn points(&self, py: Python<'_>) -> Table {
        self.table(py, render::Table::Points, self.row().points().map(|point| point.id().0))
    }

    /// The places of its sentences, each up to 。！？.
    #[getter]
    fn sentences<'py>(&self, py: Python<'py>) -> PyResult<Vec<Bound<'py, PyAny>>> {
        self.row().sentences().map(|span| values::span(py, self.core(), span)).collect()
    }

    fn __repr__(&self) -> String {
        format!("<Paragraph {} {} [{}:{}]>", self.role(), shortened(self.text()), self.start(), self.end())
    }
}
