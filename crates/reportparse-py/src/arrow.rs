//! Arrow's C interface for Python: <https://arrow.apache.org/docs/format/CDataInterface/PyCapsuleInterface.html>.

use std::ffi::CStr;

use arrow_array::RecordBatch;
use arrow_array::ffi::FFI_ArrowSchema;
use arrow_schema::{ArrowError, SchemaRef};
use pyo3::IntoPyObjectExt;
use pyo3::exceptions::PyOverflowError;
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyDict, PyList};
use reportparse_tables::{Cell, cell};

const STREAM: &CStr = c"arrow_array_stream";
const SCHEMA: &CStr = c"arrow_schema";

/// Makes a class with the methods `schema` and `batches` an Arrow stream.
macro_rules! arrow_stream {
    ($name:ident) => {
        #[pymethods]
        impl $name {
            /// The rows as an Arrow stream, for any Arrow library.
            #[pyo3(signature = (requested_schema = None))]
            fn __arrow_c_stream__<'py>(
                &self,
                py: Python<'py>,
                requested_schema: Option<&Bound<'py, PyAny>>,
            ) -> PyResult<Bound<'py, PyCapsule>> {
                // A consumer that wants other types casts; the interface leaves that to it.
                let _ = requested_schema;
                crate::arrow::stream_capsule(py, self.schema(), self.batches(py)?)
            }

            /// The schema of the stream.
            fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
                crate::arrow::schema_capsule(py, &self.schema())
            }
        }
    };
}
pub(crate) use arrow_stream;

/// `batches` as a capsule that any Arrow library reads without copying.
pub(crate) fn stream_capsule<'py>(
    py: Python<'py>,
    schema: SchemaRef,
    batches: impl Iterator<Item = Result<RecordBatch, ArrowError>> + Send + 'static,
) -> PyResult<Bound<'py, PyCapsule>> {
    PyCapsule::new_with_value(py, reportparse_tables::stream(schema, batches), STREAM)
}

/// `schema` as a capsule.
pub(crate) fn schema_capsule<'py>(py: Python<'py>, schema: &SchemaRef) -> PyResult<Bound<'py, PyCapsule>> {
    PyCapsule::new_with_value(py, FFI_ArrowSchema::try_from(schema.as_ref()).map_err(failed)?, SCHEMA)
}

/// The only error that building a batch can give: too much text for one batch.
pub(crate) fn failed(error: ArrowError) -> PyErr {
    PyOverflowError::new_err(error.to_string())
}

/// The rows of `batch` as dicts.
pub(crate) fn dicts<'py>(py: Python<'py>, batch: &RecordBatch) -> PyResult<Bound<'py, PyList>> {
    let rows: Vec<Bound<'py, PyDict>> = (0..batch.num_rows()).map(|_| PyDict::new(py)).collect();
    for (field, column) in batch.schema().fields().iter().zip(batch.columns()) {
        for (row, dict) in rows.iter().enumerate() {
            dict.set_item(field.name(), shown(py, cell(column, row))?)?;
        }
    }
    PyList::new(py, rows)
}

/// One cell as the Python object that stands for it.
fn shown<'py>(py: Python<'py>, cell: Option<Cell<'_>>) -> PyResult<Bound<'py, PyAny>> {
    match cell {
        None => Ok(py.None().into_bound(py)),
        Some(Cell::Text(text)) => text.into_bound_py_any(py),
        Some(Cell::Number(number)) => number.into_bound_py_any(py),
        Some(Cell::Flag(flag)) => flag.into_bound_py_any(py),
        Some(Cell::Decimal(decimal)) => decimal.into_bound_py_any(py),
        Some(Cell::Date(date)) => date.into_bound_py_any(py),
    }
}
