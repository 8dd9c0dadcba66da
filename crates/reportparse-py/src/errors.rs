//! The exceptions of `reportparse`, which Python defines; and how errors of the core become one.

use pyo3::exceptions::PyTypeError;
use pyo3::import_exception;
use pyo3::prelude::*;
use reportparse::{Error, ErrorKind};

import_exception!(reportparse._errors, DecodeError);
import_exception!(reportparse._errors, InputError);
import_exception!(reportparse._errors, LexiconError);

/// The exception for an error of the core in the report `name`, which is empty where the report has no name.
pub(crate) fn of_core(error: &Error, name: &str) -> PyErr {
    let path = (!name.is_empty()).then(|| name.to_owned());
    let offset = error.span().map(|span| span.start);
    let message = match &path {
        Some(path) => format!("{path}: {error}"),
        None => error.to_string(),
    };
    match error.kind() {
        ErrorKind::Encoding => DecodeError::new_err((message, path, offset)),
        ErrorKind::Lexicon => LexiconError::new_err((message, path, offset)),
        _ => InputError::new_err((message, path, offset)),
    }
}

/// The `TypeError` for an argument that is not `expected`.
pub(crate) fn wrong_type(argument: &Bound<'_, PyAny>, expected: &str) -> PyErr {
    match argument.get_type().name() {
        Ok(name) => PyTypeError::new_err(format!("expected {expected}, not {name}")),
        Err(error) => error,
    }
}

/// The exception for a `str` that cannot be encoded as UTF-8, since it holds half a surrogate pair.
pub(crate) fn surrogate(py: Python<'_>, error: &PyErr, name: &str) -> PyErr {
    let offset: Option<u32> = error.value(py).getattr("start").and_then(|start| start.extract()).ok();
    let place = offset.map_or_else(String::new, |offset| format!(" at offset {offset}"));
    let message =
        format!("the text holds a lone surrogate{place}: decode its bytes again, or give them to parse_bytes");
    DecodeError::new_err((message, (!name.is_empty()).then_some(name).map(str::to_owned), offset))
}
