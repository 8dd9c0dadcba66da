//! `reportparse.Batch`: rows of many reports, as Arrow has them.

use std::iter::{Once, once};

use arrow_array::RecordBatch;
use arrow_schema::{ArrowError, SchemaRef};
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyList};

use crate::arrow::{self, arrow_stream};

/// Rows of one table of some reports, held as an Arrow record batch.
#[pyclass(frozen, module = "reportparse")]
pub(crate) struct Batch(RecordBatch);

impl Batch {
    pub(crate) fn new(batch: RecordBatch) -> Self {
        Batch(batch)
    }

    fn schema(&self) -> SchemaRef {
        self.0.schema()
    }

    fn batches(&self, _: Python<'_>) -> PyResult<Once<Result<RecordBatch, ArrowError>>> {
        Ok(once(Ok(self.0.clone())))
    }
}

arrow_stream!(Batch);

#[pymethods]
impl Batch {
    fn __len__(&self) -> usize {
        self.0.num_rows()
    }

    /// The names of the columns.
    #[getter]
    fn columns(&self) -> Vec<String> {
        self.schema().fields().iter().map(|field| field.name().clone()).collect()
    }

    /// The rows as dicts.
    fn to_dicts<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyList>> {
        arrow::dicts(py, &self.0)
    }

    fn __repr__(&self) -> String {
        format!("<Batch of {} rows>", self.0.num_rows())
    }
}
