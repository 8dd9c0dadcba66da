//! `reportparse.Section`.

use pyo3::prelude::*;
use pyo3::types::PyAny;
use reportparse::render;

use crate::report::Report;
use crate::row::row_class;
use crate::table::Table;
use crate::values;

row_class! {
    /// A headed division of a report.
    Section, Sections[SectionId] => section
}

#[pymethods]
impl Section {
    /// From the marker to the end of the whole section, its subsections included.
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

    /// The whole section as written.
    #[getter]
    fn text(&self) -> &str {
        self.row().text()
    }

    /// The heading without marker and closing stop.
    #[getter]
    fn title(&self) -> &str {
        self.row().title()
    }

    /// The place of the title.
    #[getter]
    fn title_span<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        values::span(py, self.core(), self.row().row().title)
    }

    /// 一、 or （一）, as written; None for an unnumbered heading.
    #[getter]
    fn marker(&self) -> Option<&str> {
        self.row().marker()
    }

    /// The number that the marker states.
    #[getter]
    fn ordinal(&self) -> Option<u32> {
        self.row().ordinal()
    }

    /// 1 for the highest rank of its part.
    #[getter]
    fn level(&self) -> u8 {
        self.row().level()
    }

    /// 0 for the report itself, 1, 2, … for its annexed reports.
    #[getter]
    fn part(&self) -> u32 {
        self.row().part()
    }

    /// Whether body text follows in the heading's paragraph.
    #[getter]
    fn run_in(&self) -> bool {
        self.row().is_run_in()
    }

    /// What the section is for: review, plan, problems or other.
    #[getter]
    fn role(&self) -> &'static str {
        self.row().role().as_str()
    }

    /// The way to this section from the top: 二/（一）.
    #[getter]
    fn path(&self) -> String {
        self.row().path()
    }

    /// The section that holds this one.
    #[getter]
    fn parent(&self, py: Python<'_>) -> Option<Section> {
        self.row().parent().map(|parent| Section::new(self.report.clone_ref(py), parent.id().0))
    }

    /// The sections that hold this one, from the innermost outwards.
    #[getter]
    fn ancestors(&self, py: Python<'_>) -> Table {
        self.table(py, render::Table::Sections, self.row().ancestors().map(|section| section.id().0))
    }

    /// The sections that stand directly in this one.
    #[getter]
    fn children(&self, py: Python<'_>) -> Table {
        self.table(py, render::Table::Sections, self.row().children().map(|section| section.id().0))
    }

    /// The sections inside this one, at any depth.
    #[getter]
    fn descendants(&self, py: Python<'_>) -> Table {
        self.table(py, render::Table::Sections, self.row().descendants().map(|section| section.id().0))
    }

    /// The paragraphs of this section that stand in none of its subsections, its heading first.
    #[getter]
    fn paragraphs(&self, py: Python<'_>) -> Table {
        self.table(py, render::Table::Paragraphs, self.row().paragraphs().map(|paragraph| paragraph.id().0))
    }

    /// The body text of this section that stands in none of its subsections.
    #[getter]
    fn body(&self, py: Python<'_>) -> Table {
        self.table(py, render::Table::Paragraphs, self.row().body().map(|paragraph| paragraph.id().0))
    }

    /// The points of this section that stand in none of its subsections.
    #[getter]
    fn points(&self, py: Python<'_>) -> Table {
        self.table(py, render::Table::Points, self.row().points().map(|point| point.id().0))
    }

    /// The metrics of this section, those of its subsections included.
    #[getter]
    fn metrics(&self, py: Python<'_>) -> Table {
        self.table(py, render::Table::Metrics, self.row().metrics().map(|metric| metric.id().0))
    }

    fn __repr__(&self) -> String {
        format!("<Section {} {} [{}:{}]>", self.path(), self.title(), self.start(), self.end())
    }
}
