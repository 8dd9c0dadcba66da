//! `reportparse.Batch`: rows of many reports, as Arrow has them.

use arrow_array::RecordBatch;
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyList};

use crate::arrow::{self, frame_methods};

/// Rows of one table of some reports, held as an Arrow record batch.
#[pyclass(frozen, module = "reportparse")]
pub(crate) struct Batch(RecordBatch);

impl Batch {
    pub(crate) fn new(batch: RecordBatch) -> Self {
        Batch(batch)
    }
}

frame_methods!(Batch);

#[pymethods]
impl Batch {
    fn __len__(&self) -> usize {
        self.0.num_rows()
    }

    /// The names of the columns.
    #[getter]
    fn columns(&self) -> Vec<String> {
        self.0.schema().fields().iter().map(|field| field.name().clone()).collect()
    }

    /// The rows as dicts.
    fn to_dicts<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyList>> {
        arrow::dicts(py, &self.0)
    }

    /// The batch as an Arrow stream, for any Arrow library.
    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let _ = requested_schema;
        arrow::stream_capsule(py, self.0.schema(), std::iter::once(Ok(self.0.clone())))
    }

    /// The schema of the stream.
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        arrow::schema_capsule(py, &self.0.schema())
    }

    fn __repr__(&self) -> String {
        format!("<Batch of {} rows>", self.0.num_rows())
    }
}
