//! The exceptions of `reportparse`, which Python defines; and how a fault becomes one.

use pyo3::exceptions::{PyOverflowError, PyTypeError};
use pyo3::import_exception;
use pyo3::prelude::*;
use reportparse::ErrorKind;

use crate::reader::Fault;

import_exception!(reportparse._errors, DecodeError);
import_exception!(reportparse._errors, InputError);
import_exception!(reportparse._errors, LexiconError);

/// The exception for a fault in the report `name`, which is empty where the report has no name.
pub(crate) fn of(fault: Fault, name: &str) -> PyErr {
    let path = (!name.is_empty()).then(|| name.to_owned());
    match fault {
        Fault::Input(error) => {
            // The message of an input error begins with its verb.
            let message = if path.is_none() { format!("the input {error}") } else { told(&path, &error) };
            let arguments = (message, path, error.offset());
            match error.kind() {
                reportparse_input::ErrorKind::Malformed => DecodeError::new_err(arguments),
                _ => InputError::new_err(arguments),
            }
        }
        Fault::Parse(error) => {
            let arguments = (told(&path, &error), path, error.span().map(|span| span.start));
            match error.kind() {
                ErrorKind::Encoding => DecodeError::new_err(arguments),
                ErrorKind::Lexicon => LexiconError::new_err(arguments),
                _ => InputError::new_err(arguments),
            }
        }
        Fault::Table(error) => PyOverflowError::new_err(error.to_string()),
    }
}

fn told(path: &Option<String>, error: &dyn std::fmt::Display) -> String {
    let message = error.to_string();
    match path {
        Some(path) if !message.starts_with(path.as_str()) => format!("{path}: {message}"),
        _ => message,
    }
}

/// The exception for a `str` that has no UTF-8, since it holds half a surrogate pair.
pub(crate) fn surrogate(py: Python<'_>, error: &PyErr, name: &str) -> PyErr {
    let offset: Option<u32> = error.value(py).getattr("start").and_then(|start| start.extract()).ok();
    let place = offset.map_or_else(String::new, |offset| format!(" at offset {offset}"));
    let message =
        format!("the text holds a lone surrogate{place}: decode its bytes again, or give them to parse_bytes");
    let path = (!name.is_empty()).then(|| name.to_owned());
    DecodeError::new_err((told(&path, &message), path, offset))
}

/// The `TypeError` for an argument that is not `expected`.
pub(crate) fn wrong_type(argument: &Bound<'_, PyAny>, expected: &str) -> PyErr {
    match argument.get_type().name() {
        Ok(name) => PyTypeError::new_err(format!("expected {expected}, not {name}")),
        Err(error) => error,
    }
}
