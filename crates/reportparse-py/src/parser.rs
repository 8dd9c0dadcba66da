//! `reportparse.Parser` and the functions that parse with the default options.

use std::collections::BTreeMap;
use std::path::PathBuf;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyMemoryView, PyString};
use reportparse_input::{Error, Parsed, Reader};
use reportparse_tables::Table;

use crate::errors;
use crate::options::{self, Options};
use crate::report::Report;

/// A parser: made once, used for any number of reports and from any number of threads.
#[pyclass(frozen, module = "reportparse")]
pub(crate) struct Parser {
    reader: Reader,
    options: Options,
}

#[pymethods]
impl Parser {
    #[new]
    #[pyo3(
        signature = (
            *, metrics = true, indicators = BTreeMap::new(), units = BTreeMap::new(), measure_words = Vec::new(),
            charset = None, malformed = "replace".to_owned(), **limits
        ),
        text_signature = "(*, metrics=True, indicators=..., units=..., measure_words=..., charset=None, \
            malformed='replace', max_bytes=None, max_text_bytes=None, max_part_bytes=None, max_pages=None, \
            max_depth=None, max_nodes=None)"
    )]
    #[expect(clippy::too_many_arguments, reason = "they are named in Python")]
    fn new(
        py: Python<'_>,
        metrics: bool,
        indicators: BTreeMap<String, String>,
        units: BTreeMap<String, (String, Bound<'_, PyAny>)>,
        measure_words: Vec<String>,
        charset: Option<String>,
        malformed: String,
        limits: Option<&Bound<'_, PyDict>>,
    ) -> PyResult<Self> {
        let units = options::factors(units)?;
        let limits = limits.map_or_else(|| Ok(BTreeMap::new()), options::limits)?;
        let options = Options { metrics, indicators, units, measure_words, charset, malformed, limits };
        Ok(Parser { reader: options.reader(py)?, options })
    }

    /// Parses the text of a report.
    #[pyo3(signature = (text, name = ""))]
    fn parse(slf: &Bound<'_, Self>, text: &Bound<'_, PyAny>, name: &str) -> PyResult<Report> {
        let text = text.cast::<PyString>().map_err(|_| {
            errors::wrong_type(text, "the text of a report as str (parse_bytes takes bytes, parse_file a path)")
        })?;
        let text = text.to_str().map_err(|error| errors::surrogate(slf.py(), &error, name))?;
        let reader = &slf.get().reader;
        let report = slf.py().detach(|| reader.text(text, name)).map_err(|error| errors::of(&error))?;
        Ok(Report::new(report, name.to_owned(), None, slf.clone().unbind()))
    }

    /// Parses the content of a file.
    #[pyo3(signature = (data, name = ""))]
    fn parse_bytes(slf: &Bound<'_, Self>, data: &Bound<'_, PyAny>, name: &str) -> PyResult<Report> {
        let data = bytes(data)?;
        Parser::read(slf, |reader| reader.bytes(&data, name))
    }

    /// Parses a file: a path, or an object with a method `read`.
    #[pyo3(signature = (file, name = None))]
    fn parse_file(slf: &Bound<'_, Self>, file: &Bound<'_, PyAny>, name: Option<&str>) -> PyResult<Report> {
        if let Ok(read) = file.getattr("read") {
            let named = file.getattr("name").and_then(|name| name.extract::<String>()).ok();
            return Parser::parse_content(slf, &read.call0()?, name.or(named.as_deref()).unwrap_or_default());
        }
        let path: PathBuf =
            file.extract().map_err(|_| errors::wrong_type(file, "a path, or a file object with a method read"))?;
        Parser::read(slf, |reader| {
            let mut parsed = reader.file(&path)?;
            parsed.name = name.map_or(parsed.name, str::to_owned);
            Ok(parsed)
        })
    }

    /// Parses a document that a report was pickled with.
    fn _parse_document(slf: &Bound<'_, Self>, document: &str, name: &str) -> PyResult<Report> {
        let document = serde_json::from_str(document).map_err(|error| PyValueError::new_err(error.to_string()))?;
        Parser::read(slf, |reader| reader.document(document, name))
    }

    fn __eq__(&self, other: &Self) -> bool {
        self.options == other.options
    }

    fn __hash__(&self, py: Python<'_>) -> PyResult<isize> {
        self.__repr__(py)?.into_pyobject(py)?.hash()
    }

    pub(crate) fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let arguments = self.arguments(py)?;
        let shown = arguments.iter().map(|(name, value)| Ok(format!("{name}={}", value.repr()?)));
        Ok(format!("Parser({})", shown.collect::<PyResult<Vec<String>>>()?.join(", ")))
    }

    fn __getnewargs_ex__<'py>(&self, py: Python<'py>) -> PyResult<((), Bound<'py, PyDict>)> {
        Ok(((), self.arguments(py)?))
    }
}

impl Parser {
    /// A reader for what `table` needs.
    pub(crate) fn reader(&self, table: Table) -> Reader {
        let reader = self.reader.clone();
        match table {
            Table::Metrics => reader,
            _ => Reader { parser: reportparse::Parser::builder().metrics(false).build(), ..reader },
        }
    }

    /// What `read` gives while the interpreter is released.
    fn read(slf: &Bound<'_, Self>, read: impl FnOnce(&Reader) -> Result<Parsed, Error> + Send) -> PyResult<Report> {
        let reader = &slf.get().reader;
        let parsed = slf.py().detach(|| read(reader)).map_err(|error| errors::of(&error))?;
        Ok(Report::new(parsed.report, parsed.name, Some(parsed.document), slf.clone().unbind()))
    }

    /// The arguments that make this parser, those left at their defaults left out.
    fn arguments<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let default = (&default_parser(py)?.get().options).into_pyobject(py)?;
        let arguments = PyDict::new(py);
        for (name, value) in (&self.options).into_pyobject(py)? {
            if !value.eq(default.get_item(&name)?)? {
                arguments.set_item(name, value)?;
            }
        }
        // Each limit is an argument of its own.
        if let Some(limits) = arguments.get_item("limits")? {
            arguments.del_item("limits")?;
            arguments.update(limits.cast()?)?;
        }
        Ok(arguments)
    }

    /// Parses what a file object gave: `str` or bytes.
    fn parse_content(slf: &Bound<'_, Self>, content: &Bound<'_, PyAny>, name: &str) -> PyResult<Report> {
        if content.is_instance_of::<PyString>() {
            Parser::parse(slf, content, name)
        } else {
            Parser::parse_bytes(slf, content, name)
        }
    }
}

/// The parser with the default options.
pub(crate) fn default_parser(py: Python<'_>) -> PyResult<&Bound<'_, Parser>> {
    static DEFAULT: PyOnceLock<Py<Parser>> = PyOnceLock::new();
    let parser =
        DEFAULT.get_or_try_init(py, || Ok::<_, PyErr>(py.get_type::<Parser>().call0()?.cast_into()?.unbind()))?;
    Ok(parser.bind(py))
}

/// Parses the text of a report with the default options.
#[pyfunction]
#[pyo3(signature = (text, name = ""))]
pub(crate) fn parse(py: Python<'_>, text: &Bound<'_, PyAny>, name: &str) -> PyResult<Report> {
    Parser::parse(default_parser(py)?, text, name)
}

/// Parses the content of a file with the default options.
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
    let expected = "the content of a file as bytes (parse takes str, parse_file a path)";
    let view = PyMemoryView::from(data).map_err(|_| errors::wrong_type(data, expected))?;
    Ok(view.call_method0("tobytes")?.extract()?)
}
