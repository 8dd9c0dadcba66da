//! The exceptions of `reportparse`, which Python defines; and how a fault becomes one.

use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::import_exception;
use pyo3::prelude::*;
use reportparse_input::{Error, ErrorKind};

import_exception!(reportparse._errors, DecodeError);
import_exception!(reportparse._errors, InputError);
import_exception!(reportparse._errors, LexiconError);

/// The exception for `error`.
pub(crate) fn of(error: &Error) -> PyErr {
    let arguments = (error.to_string(), error.path().map(|path| path.display().to_string()), error.offset());
    match error.kind() {
        ErrorKind::Malformed => DecodeError::new_err(arguments),
        _ => InputError::new_err(arguments),
    }
}

/// The exception for a `str` that has no UTF-8, since it holds half a surrogate pair.
pub(crate) fn surrogate(py: Python<'_>, error: &PyErr, name: &str) -> PyErr {
    let offset: Option<u32> = error.value(py).getattr("start").and_then(|start| start.extract()).ok();
    let place = offset.map_or_else(String::new, |offset| format!(" at offset {offset}"));
    let file = if name.is_empty() { String::new() } else { format!("{name}: ") };
    let message =
        format!("{file}the text holds a lone surrogate{place}: decode its bytes again, or give them to parse_bytes");
    DecodeError::new_err((message, (!name.is_empty()).then(|| name.to_owned()), offset))
}

/// The `ValueError` for an argument that is none of the `known` ones.
pub(crate) fn wrong_choice(argument: &str, known: &str, given: &str) -> PyErr {
    PyValueError::new_err(format!("{argument} must be {known}, not '{given}'"))
}

/// The `TypeError` for an argument that is not `expected`.
pub(crate) fn wrong_type(argument: &Bound<'_, PyAny>, expected: &str) -> PyErr {
    match argument.get_type().name() {
        Ok(name) => PyTypeError::new_err(format!("expected {expected}, not {name}")),
        Err(error) => error,
    }
}
