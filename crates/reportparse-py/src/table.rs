//! `reportparse.Table`: rows of one table of one report. What else a sequence does is written in Python, over these.

use std::iter::{Once, once};

use arrow_array::RecordBatch;
use arrow_schema::{ArrowError, SchemaRef};
use pyo3::IntoPyObjectExt;
use pyo3::exceptions::PyIndexError;
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyIterator, PyList, PySlice};
use reportparse::{Offsets, render};
use reportparse_tables::BatchBuilder;

use crate::arrow::{self, arrow_stream};
use crate::errors;
use crate::report::Report;
use crate::shown::row;

/// Rows of one table of one report: a sequence of row objects that hands itself over to Arrow.
///
/// It is not registered as a `collections.abc.Sequence`: polars would take it for a list of objects, not for a stream.
#[pyclass(frozen, generic, module = "reportparse")]
pub(crate) struct Table {
    /// The report that the rows belong to.
    #[pyo3(get)]
    report: Py<Report>,
    kind: render::Table,
    ids: Vec<u32>,
}

impl Table {
    pub(crate) fn new(report: Py<Report>, kind: render::Table, ids: Vec<u32>) -> Self {
        Table { report, kind, ids }
    }

    fn schema(&self) -> SchemaRef {
        reportparse_tables::schema(self.kind.into(), Offsets::Chars)
    }

    fn batches(&self, py: Python<'_>) -> PyResult<Once<Result<RecordBatch, ArrowError>>> {
        Ok(once(Ok(self.batch(py)?)))
    }

    /// The rows as an Arrow record batch.
    fn batch(&self, py: Python<'_>) -> PyResult<RecordBatch> {
        let report = self.report.get();
        py.detach(|| {
            let mut builder = BatchBuilder::new(self.kind.into(), Offsets::Chars);
            builder.append_rows(report.core(), report.name(), self.ids.iter().copied());
            builder.finish().map_err(arrow::failed)
        })
    }

    fn no_row(&self, place: i64) -> PyErr {
        PyIndexError::new_err(format!("there is no row {place} among {} {}", self.ids.len(), self.name()))
    }

    fn with(&self, py: Python<'_>, ids: Vec<u32>) -> Table {
        Table { report: self.report.clone_ref(py), kind: self.kind, ids }
    }
}

arrow_stream!(Table);

#[pymethods]
impl Table {
    /// The table's name: sections, paragraphs, points or metrics.
    #[getter]
    fn name(&self) -> &'static str {
        self.kind.as_str()
    }

    fn __len__(&self) -> usize {
        self.ids.len()
    }

    fn __getitem__<'py>(&self, py: Python<'py>, index: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        if let Ok(slice) = index.cast::<PySlice>() {
            let range = slice.indices(self.ids.len() as isize)?;
            let ids = (0..range.slicelength as isize).map(|n| self.ids[(range.start + n * range.step) as usize]);
            return self.with(py, ids.collect()).into_bound_py_any(py);
        }
        let index: isize = index.extract().map_err(|_| errors::wrong_type(index, "an index or a slice"))?;
        let place = if index < 0 { index + self.ids.len() as isize } else { index };
        match usize::try_from(place).ok().and_then(|place| self.ids.get(place)) {
            Some(&id) => row(self.report.bind(py), self.kind, id),
            None => Err(self.no_row(index as i64)),
        }
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyIterator>> {
        let report = self.report.bind(py);
        PyList::new(py, self.ids.iter().map(|&id| row(report, self.kind, id)).collect::<PyResult<Vec<_>>>()?)?
            .try_iter()
    }

    /// The rows at `places` of this table, in this order.
    fn take(&self, py: Python<'_>, places: Vec<u32>) -> PyResult<Table> {
        let ids = places
            .iter()
            .map(|&place| self.ids.get(place as usize).copied().ok_or_else(|| self.no_row(i64::from(place))));
        Ok(self.with(py, ids.collect::<PyResult<_>>()?))
    }

    /// The rows as dicts, with the columns of the table.
    fn to_dicts<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyList>> {
        arrow::dicts(py, &self.batch(py)?)
    }

    fn __eq__(&self, other: &Self) -> bool {
        self.kind == other.kind && self.ids == other.ids && self.report.get() == other.report.get()
    }

    fn __hash__(&self) -> u64 {
        self.report.get().hash_with((self.kind, &self.ids))
    }

    fn __repr__(&self) -> String {
        format!("<Table {}: {} rows>", self.name(), self.ids.len())
    }
}
