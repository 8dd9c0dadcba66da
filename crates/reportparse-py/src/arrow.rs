//! Arrow's C interface for Python: <https://arrow.apache.org/docs/format/CDataInterface/PyCapsuleInterface.html>.

use std::ffi::CStr;

use arrow_array::ffi::FFI_ArrowSchema;
use arrow_array::{Array, RecordBatch, cast::AsArray, types};
use arrow_schema::{ArrowError, DataType, SchemaRef};
use jiff::{ToSpan, civil::Date};
use pyo3::IntoPyObjectExt;
use pyo3::exceptions::{PyOverflowError, PyTypeError};
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyDict, PyList};
use rust_decimal::Decimal;

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
            dict.set_item(field.name(), cell(py, column.as_ref(), row)?)?;
        }
    }
    PyList::new(py, rows)
}

/// One cell as the Python object that stands for it. The types are those that the tables have.
fn cell<'py>(py: Python<'py>, column: &dyn Array, row: usize) -> PyResult<Bound<'py, PyAny>> {
    if column.is_null(row) {
        return Ok(py.None().into_bound(py));
    }
    match column.data_type() {
        DataType::Utf8 => column.as_string::<i32>().value(row).into_bound_py_any(py),
        DataType::UInt32 => column.as_primitive::<types::UInt32Type>().value(row).into_bound_py_any(py),
        DataType::UInt8 => column.as_primitive::<types::UInt8Type>().value(row).into_bound_py_any(py),
        DataType::Int16 => column.as_primitive::<types::Int16Type>().value(row).into_bound_py_any(py),
        DataType::Boolean => column.as_boolean().value(row).into_bound_py_any(py),
        DataType::Decimal128(_, scale) => {
            decimal(column.as_primitive::<types::Decimal128Type>().value(row), *scale).into_bound_py_any(py)
        }
        DataType::Date32 => date(column.as_primitive::<types::Date32Type>().value(row)).into_bound_py_any(py),
        DataType::Dictionary(..) => {
            let names = column.as_dictionary::<types::Int8Type>();
            cell(py, names.values().as_ref(), names.keys().value(row) as usize)
        }
        other => Err(PyTypeError::new_err(format!("no Python object stands for a cell of the type {other}"))),
    }
}

/// The decimal without the zeros that the column's scale adds; without them whatever the parser read fits.
fn decimal(mut mantissa: i128, scale: i8) -> Option<Decimal> {
    let mut scale = u32::from(scale.unsigned_abs());
    while scale > 0 && mantissa % 10 == 0 {
        mantissa /= 10;
        scale -= 1;
    }
    Decimal::try_from_i128_with_scale(mantissa, scale).ok()
}

fn date(days: i32) -> Option<Date> {
    jiff::civil::date(1970, 1, 1).checked_add(days.days()).ok()
}
