//! The value classes that Python defines: spans, positions, diagnostics, the facts of the head.

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyTuple, PyType};
use reportparse::{Diagnostic, Offsets, Report, Span};
use reportparse_input::Document;

const MODULE: &str = "reportparse._values";

/// `span` in code points.
pub(crate) fn span<'py>(py: Python<'py>, report: &Report, span: Span) -> PyResult<Bound<'py, PyAny>> {
    static SPAN: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    let at = |byte| report.offset(byte, Offsets::Chars);
    SPAN.import(py, MODULE, "Span")?.call1((at(span.start), at(span.end)))
}

/// Line and column of the byte offset `at`.
pub(crate) fn position<'py>(py: Python<'py>, report: &Report, at: u32) -> PyResult<Bound<'py, PyAny>> {
    let position = report.position(at);
    py.import(MODULE)?.getattr("Position")?.call1((position.line, position.column))
}

/// A diagnostic of `report`.
pub(crate) fn diagnostic<'py>(
    py: Python<'py>,
    report: &Report,
    diagnostic: &Diagnostic,
) -> PyResult<Bound<'py, PyAny>> {
    let place = span(py, report, diagnostic.span)?;
    py.import(MODULE)?.getattr("Diagnostic")?.call1((diagnostic.code(), diagnostic.to_string(), place))
}

/// The facts of the head of `report`.
pub(crate) fn meta<'py>(py: Python<'py>, report: &Report) -> PyResult<Bound<'py, PyAny>> {
    let meta = report.meta();
    py.import(MODULE)?.getattr("Meta")?.call1((
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
    ))
}

/// What `document` is and says about itself.
pub(crate) fn source<'py>(py: Python<'py>, document: &Document<'_>) -> PyResult<Bound<'py, PyAny>> {
    let metadata = &document.metadata;
    let warnings = document.warnings.iter().map(|warning| warning.message.as_str());
    py.import(MODULE)?.getattr("Source")?.call1((
        document.format.name(),
        document.encoding,
        metadata.title.as_deref(),
        metadata.published.as_deref(),
        metadata.source.as_deref(),
        PyTuple::new(py, warnings)?,
    ))
}
