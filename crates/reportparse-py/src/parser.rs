//! `reportparse.Parser` and the functions that parse with the default options.

use std::path::PathBuf;

use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyByteArray, PyBytes, PyDict, PyMemoryView, PyString};

use crate::errors::{self, InputError};
use crate::report::Report;

/// A parser: made once, used for any number of reports and from any number of threads.
#[pyclass(frozen, module = "reportparse")]
pub(crate) struct Parser {
    core: reportparse::Parser,
    options: Options,
}

/// The options of a parser, as the caller gave them.
#[derive(Clone, Debug, PartialEq, IntoPyObjectRef)]
struct Options {
    metrics: bool,
}

#[pymethods]
impl Parser {
    #[new]
    #[pyo3(signature = (*, metrics = true))]
    fn new(metrics: bool) -> Self {
        let core = reportparse::Parser::builder().metrics(metrics).build();
        Parser { core, options: Options { metrics } }
    }

    /// Parses the text of a report.
    #[pyo3(signature = (text, name = ""))]
    fn parse(slf: &Bound<'_, Self>, text: &Bound<'_, PyAny>, name: &str) -> PyResult<Report> {
        let text = text.cast::<PyString>().map_err(|_| {
            errors::wrong_type(text, "the text of a report as str (parse_bytes takes bytes, parse_file a path)")
        })?;
        let text = text.to_str().map_err(|error| errors::surrogate(slf.py(), &error, name))?;
        let parser = &slf.get().core;
        let parsed = slf.py().detach(|| parser.parse(text));
        Parser::report(slf, parsed, name)
    }

    /// Parses the bytes of a report.
    #[pyo3(signature = (data, name = ""))]
    fn parse_bytes(slf: &Bound<'_, Self>, data: &Bound<'_, PyAny>, name: &str) -> PyResult<Report> {
        let data = bytes(data)?;
        let parsed = slf.py().detach(|| reportparse::parse_bytes(&data));
        Parser::report(slf, parsed, name)
    }

    /// Parses a file: a path, or an object with a method `read`.
    #[pyo3(signature = (file, name = None))]
    fn parse_file(slf: &Bound<'_, Self>, file: &Bound<'_, PyAny>, name: Option<&str>) -> PyResult<Report> {
        let py = slf.py();
        if let Ok(read) = file.getattr("read") {
            let content = read.call0()?;
            let named: Option<String> = file.getattr("name").and_then(|name| name.extract()).ok();
            let name = name.or(named.as_deref()).unwrap_or_default();
            return match content.is_instance_of::<PyString>() {
                true => Parser::parse(slf, &content, name),
                false => Parser::parse_bytes(slf, &content, name),
            };
        }
        let path: PathBuf = file.extract().map_err(|_| {
            errors::wrong_type(file, "a path as str or os.PathLike, or a file object with a method read")
        })?;
        let name = name.map_or_else(|| path.display().to_string(), str::to_owned);
        let data = py.detach(|| std::fs::read(&path)).map_err(|error| {
            InputError::new_err((format!("{}: cannot be read: {error}", path.display()), path.clone()))
        })?;
        let parsed = py.detach(|| reportparse::parse_bytes(&data));
        Parser::report(slf, parsed, &name)
    }

    fn __eq__(&self, other: &Self) -> bool {
        self.options == other.options
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let arguments: Vec<String> = self
            .arguments(py)?
            .iter()
            .map(|(name, value)| Ok(format!("{name}={}", value.repr()?)))
            .collect::<PyResult<_>>()?;
        Ok(format!("Parser({})", arguments.join(", ")))
    }

    fn __getnewargs_ex__<'py>(&self, py: Python<'py>) -> PyResult<((), Bound<'py, PyDict>)> {
        Ok(((), self.arguments(py)?))
    }
}

impl Parser {
    fn arguments<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        (&self.options).into_pyobject(py)
    }

    fn report(
        slf: &Bound<'_, Self>,
        parsed: Result<reportparse::Report, reportparse::Error>,
        name: &str,
    ) -> PyResult<Report> {
        let core = parsed.map_err(|error| errors::of_core(&error, name))?;
        Ok(Report::new(core, name.to_owned(), slf.clone().unbind()))
    }
}

/// The parser with the default options.
fn default_parser(py: Python<'_>) -> PyResult<&Bound<'_, Parser>> {
    static DEFAULT: PyOnceLock<Py<Parser>> = PyOnceLock::new();
    Ok(DEFAULT.get_or_try_init(py, || Py::new(py, Parser::new(true)))?.bind(py))
}

/// Parses the text of a report with the default options.
#[pyfunction]
#[pyo3(signature = (text, name = ""))]
pub(crate) fn parse(py: Python<'_>, text: &Bound<'_, PyAny>, name: &str) -> PyResult<Report> {
    Parser::parse(default_parser(py)?, text, name)
}

/// Parses the bytes of a report with the default options.
#[pyfunction]
#[pyo3(signature = (data, name = ""))]
pub(crate) fn parse_bytes(py: Python<'_>, data: &Bound<'_, PyAny>, name: &str) -> PyResult<Report> {
    Parser::parse_bytes(default_parser(py)?, data, name)
}

/// Parses a file, a path or an object with a method `read`, with the default options.
#[pyfunction]
#[pyo3(signature = (file, name = None))]
pub(crate) fn parse_file(py: Python<'_>, file: &Bound<'_, PyAny>, name: Option<&str>) -> PyResult<Report> {
    Parser::parse_file(default_parser(py)?, file, name)
}

/// The content of a bytes-like object.
fn bytes(data: &Bound<'_, PyAny>) -> PyResult<PyBackedBytes> {
    let wrong = || errors::wrong_type(data, "the content of a file as bytes (parse takes str, parse_file a path)");
    if data.is_instance_of::<PyBytes>() || data.is_instance_of::<PyByteArray>() {
        return data.extract().map_err(|_| wrong());
    }
    let view = data.cast::<PyMemoryView>().map_err(|_| wrong())?;
    view.call_method0("tobytes")?.extract().map_err(|_| wrong())
}
