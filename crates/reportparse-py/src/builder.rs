//! `reportparse.BatchBuilder`: reports into Arrow record batches, for engines that bring the texts themselves.

use std::sync::{Mutex, MutexGuard, PoisonError};

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyCapsule;
use reportparse::Offsets;
use reportparse_tables::Table;

use crate::arrow;
use crate::batch::Batch;
use crate::report::Report;

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
        let table: Table = table.parse().map_err(|error| PyValueError::new_err(format!("{error}")))?;
        Ok(BatchBuilder(Mutex::new(reportparse_tables::BatchBuilder::new(table, Offsets::Chars))))
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
