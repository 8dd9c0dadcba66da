//! `reportparse.Report`.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::OnceLock;

use pyo3::exceptions::{PyIndexError, PyKeyError, PyValueError};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyString;
use reportparse::{Offsets, render};
use reportparse_input::Document;
use reportparse_tables::Table;

use crate::errors;
use crate::parser::Parser;
use crate::shown::{Shown, metrics, paragraphs, points, properties, sections};

/// A parsed report: its text, the facts of its head, four tables, and what is odd about it.
#[pyclass(frozen, module = "reportparse")]
pub(crate) struct Report {
    core: reportparse::Report,
    /// The name of the report in the column `report`: the path of its file, or what the caller gave.
    #[pyo3(get)]
    name: String,
    document: Option<Document<'static>>,
    parser: Py<Parser>,
    text: PyOnceLock<Py<PyString>>,
    hash: OnceLock<u64>,
}

impl Report {
    pub(crate) fn new(
        core: reportparse::Report,
        name: String,
        document: Option<Document<'static>>,
        parser: Py<Parser>,
    ) -> Self {
        Report { core, name, document, parser, text: PyOnceLock::new(), hash: OnceLock::new() }
    }

    pub(crate) fn core(&self) -> &reportparse::Report {
        &self.core
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// The hash of something that belongs to this report. The text is gone through once, however many rows it has.
    pub(crate) fn hash_with(&self, extra: impl Hash) -> u64 {
        let text = self.hash.get_or_init(|| hash(self.core.text()));
        hash((text, extra))
    }

    fn of<'a, 'py>(slf: &'a Bound<'py, Self>) -> &'a Bound<'py, Self> {
        slf
    }

    /// The byte offset of the code point `at`.
    fn byte(&self, at: u32) -> PyResult<u32> {
        let byte = self.core.byte_offset(at, Offsets::Chars);
        if self.core.offset(byte, Offsets::Chars) == at {
            return Ok(byte);
        }
        Err(PyIndexError::new_err(format!("offset {at} is behind the end of the text")))
    }
}

fn hash(value: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

impl PartialEq for Report {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other) || self.core == other.core
    }
}

properties! { Report: |report|
    /// What the file was and says about itself; None where the report was parsed from a `str`.
    source = report.document.as_ref();

    /// The facts of the report's head.
    meta = report.core.meta();

    /// The sections in document order: a section stands before those it holds.
    sections = sections(report.core.sections());

    /// The paragraphs in document order.
    paragraphs = paragraphs(report.core.paragraphs());

    /// The points in document order.
    points = points(report.core.points());

    /// The metrics in document order.
    metrics = metrics(report.core.metrics());

    /// What is odd about the report, in document order.
    diagnostics = report.core.diagnostics().iter().collect::<Vec<_>>();
}

#[pymethods]
impl Report {
    /// The text as parsed. All offsets count its code points.
    #[getter]
    fn text<'py>(&self, py: Python<'py>) -> &Bound<'py, PyString> {
        self.text.get_or_init(py, || PyString::new(py, self.core.text()).unbind()).bind(py)
    }

    /// Where in the file the code point `offset` stood: page 3, paragraph 12; None where the file has no such places.
    fn place(&self, offset: u32) -> PyResult<Option<String>> {
        let byte = self.byte(offset)?;
        Ok(self.document.as_ref().and_then(|document| document.place(byte as usize)).map(|place| place.to_string()))
    }

    /// The section with this path, such as 二/（一）.
    fn __getitem__<'py>(slf: &Bound<'py, Self>, path: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        let path: &str =
            path.extract().map_err(|_| errors::wrong_type(path, "the path of a section such as 二/（一）"))?;
        match slf.get().core.section_at(path) {
            Some(section) => section.shown(slf),
            None => Err(PyKeyError::new_err(format!("no section has the path {path}: see [s.path for s in sections]"))),
        }
    }

    /// Whether there is a section with this path.
    fn __contains__(&self, path: &str) -> bool {
        self.core.section_at(path).is_some()
    }

    /// The sections whose title holds `words`.
    fn find<'py>(slf: &Bound<'py, Self>, words: &str) -> PyResult<Bound<'py, PyAny>> {
        sections(slf.get().core.find(words)).shown(slf)
    }

    /// Line and column of the code point `offset`, both counted from 1.
    fn position<'py>(slf: &Bound<'py, Self>, offset: u32) -> PyResult<Bound<'py, PyAny>> {
        let report = slf.get();
        report.core.position(report.byte(offset)?).shown(slf)
    }

    /// Prints the outline.
    fn outline(&self, py: Python<'_>) -> PyResult<()> {
        py.import("builtins")?.getattr("print")?.call1((self.__str__(),))?;
        Ok(())
    }

    /// The whole report as one JSON document.
    #[pyo3(signature = (*, offsets = "chars"))]
    fn to_json(&self, py: Python<'_>, offsets: &str) -> PyResult<String> {
        let known = [Offsets::Bytes, Offsets::Chars, Offsets::Utf16];
        let wrong = || errors::wrong_choice("offsets", "'bytes', 'chars' or 'utf16'", offsets);
        let offsets = known.into_iter().find(|known| known.as_str() == offsets).ok_or_else(wrong)?;
        Ok(py.detach(|| render::json(&self.core, &self.name, offsets)))
    }

    /// The document of `to_json` as dicts and lists.
    #[pyo3(signature = (*, offsets = "chars"))]
    fn to_dict<'py>(&self, py: Python<'py>, offsets: &str) -> PyResult<Bound<'py, PyAny>> {
        py.import("json")?.getattr("loads")?.call1((self.to_json(py, offsets)?,))
    }

    /// The report as Markdown: headings, text with the figures in bold, a table of the figures.
    fn to_markdown(&self, py: Python<'_>) -> String {
        py.detach(|| render::markdown(&self.core))
    }

    /// The report as a web page that loads nothing: outline, text with the figures marked, sortable table.
    fn to_html(&self, py: Python<'_>) -> String {
        py.detach(|| render::html(&self.core, &self.name))
    }

    fn _repr_html_(&self, py: Python<'_>) -> String {
        py.detach(|| render::html_fragment(&self.core, &self.name))
    }

    fn __str__(&self) -> String {
        render::Outline::new(&self.core).to_string().trim_end().to_owned()
    }

    fn __repr__(&self) -> String {
        let core = &self.core;
        let title =
            core.meta().title().map_or("(no title)".into(), |title| title.split_whitespace().collect::<String>());
        let count = |table| format!("{} {table}", Table::rows(table, core));
        let counts = [Table::Sections, Table::Paragraphs, Table::Points, Table::Metrics].map(count);
        format!("<Report {title}: {}>", counts.join(", "))
    }

    fn __eq__(&self, other: &Self) -> bool {
        self == other
    }

    fn __hash__(&self) -> u64 {
        self.hash_with(())
    }

    /// Pickled as its parser and its text, with what its file told: the same text gives the same report.
    #[expect(clippy::type_complexity, reason = "the shape that pickle asks for")]
    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (Bound<'py, PyString>, &str))> {
        let parser = self.parser.bind(py);
        let Some(document) = &self.document else {
            return Ok((parser.getattr("parse")?, (self.text(py).clone(), &self.name)));
        };
        let mut document = document.clone();
        document.text = self.core.text().into();
        let written = serde_json::to_string(&document).map_err(|error| PyValueError::new_err(error.to_string()))?;
        Ok((parser.getattr("_parse_document")?, (PyString::new(py, &written), &self.name)))
    }
}
