//! `reportparse.Batch` and `BatchBuilder`: rows of many reports, as Arrow has them.

use std::iter::{Once, once};
use std::sync::{Mutex, MutexGuard, PoisonError};

use arrow_array::RecordBatch;
use arrow_schema::{ArrowError, SchemaRef};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyList};

use reportparse::Offsets;

use crate::arrow::{self, arrow_stream};
use crate::report::Report;

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

/// The table with this name.
pub(crate) fn table(name: &str) -> PyResult<reportparse_tables::Table> {
    name.parse().map_err(|error| PyValueError::new_err(format!("{error}")))
}

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

/// Rows of one table of any number of reports, in the making.
#[pyclass(frozen, module = "reportparse")]
pub(crate) struct BatchBuilder(Mutex<reportparse_tables::BatchBuilder>);

impl BatchBuilder {
    fn rows(&self) -> MutexGuard<'_, reportparse_tables::BatchBuilder> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[pymethods]
impl BatchBuilder {
    #[new]
    fn new(table: &str) -> PyResult<Self> {
        let rows = reportparse_tables::BatchBuilder::new(self::table(table)?, Offsets::Chars);
        Ok(BatchBuilder(Mutex::new(rows)))
    }

    /// Appends the rows of `report`; the column `report` holds its name.
    fn append(&self, report: &Report) {
        self.rows().append(report.core(), report.name());
    }

    /// The rows appended since the last batch.
    fn finish(&self) -> PyResult<Batch> {
        self.rows().finish().map(Batch::new).map_err(arrow::failed)
    }

    fn __len__(&self) -> usize {
        self.rows().len()
    }

    /// The schema of the batches.
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        arrow::schema_capsule(py, &self.rows().schema())
    }

    fn __repr__(&self) -> String {
        format!("<BatchBuilder with {} rows>", self.rows().len())
    }
}
