//! `reportparse.Table`: rows of one table of one report.

use std::iter::{Once, once};

use arrow_array::RecordBatch;
use arrow_schema::{ArrowError, SchemaRef};
use pyo3::IntoPyObjectExt;
use pyo3::exceptions::{PyIndexError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyIterator, PyList, PySlice, PyTuple};
use reportparse::{Offsets, render};
use reportparse_tables::BatchBuilder;

use crate::arrow::{self, arrow_stream};
use crate::errors;
use crate::metric::Metric;
use crate::paragraph::Paragraph;
use crate::point::Point;
use crate::report::Report;
use crate::section::Section;

/// Rows of one table of one report: a sequence of row objects that hands itself over to Arrow.
///
/// It is not registered as a `collections.abc.Sequence`: polars would take it for a list of objects, not for a stream.
#[pyclass(frozen, generic, module = "reportparse")]
pub(crate) struct Table {
    report: Py<Report>,
    kind: render::Table,
    ids: Vec<u32>,
}

impl Table {
    pub(crate) fn new(report: Py<Report>, kind: render::Table, ids: Vec<u32>) -> Self {
        Table { report, kind, ids }
    }

    /// All rows of the table `kind`.
    pub(crate) fn whole(report: Py<Report>, kind: render::Table) -> Self {
        let core = report.get().core();
        let len = match kind {
            render::Table::Sections => core.section_rows().len(),
            render::Table::Paragraphs => core.paragraph_rows().len(),
            render::Table::Points => core.point_rows().len(),
            render::Table::Metrics => core.metric_rows().len(),
        };
        Table { report, kind, ids: (0..len as u32).collect() }
    }

    fn row<'py>(&self, py: Python<'py>, id: u32) -> PyResult<Bound<'py, PyAny>> {
        let report = self.report.clone_ref(py);
        match self.kind {
            render::Table::Sections => Section::new(report, id).into_bound_py_any(py),
            render::Table::Paragraphs => Paragraph::new(report, id).into_bound_py_any(py),
            render::Table::Points => Point::new(report, id).into_bound_py_any(py),
            render::Table::Metrics => Metric::new(report, id).into_bound_py_any(py),
        }
    }

    fn rows<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyList>> {
        let rows = self.ids.iter().map(|&id| self.row(py, id)).collect::<PyResult<Vec<_>>>()?;
        PyList::new(py, rows)
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

    /// The report that the rows belong to.
    #[getter]
    fn report(&self, py: Python<'_>) -> Py<Report> {
        self.report.clone_ref(py)
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
            Some(&id) => self.row(py, id),
            None => Err(self.no_row(index as i64)),
        }
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyIterator>> {
        self.rows(py)?.try_iter()
    }

    fn __reversed__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyIterator>> {
        self.with(py, self.ids.iter().rev().copied().collect()).__iter__(py)
    }

    fn __contains__(&self, py: Python<'_>, row: &Bound<'_, PyAny>) -> PyResult<bool> {
        self.rows(py)?.contains(row)
    }

    /// The first place of `row` in this table, from `start` up to `stop`; a `ValueError` where it is not there.
    #[pyo3(signature = (row, start = 0, stop = isize::MAX))]
    fn index<'py>(
        &self,
        py: Python<'py>,
        row: &Bound<'py, PyAny>,
        start: isize,
        stop: isize,
    ) -> PyResult<Bound<'py, PyAny>> {
        let found = self.rows(py)?.call_method1("index", (row, start, stop));
        found.map_err(|_| PyValueError::new_err(format!("{row} is not in this table")))
    }

    /// How often `row` stands in this table.
    fn count(&self, py: Python<'_>, row: &Bound<'_, PyAny>) -> PyResult<usize> {
        Ok(usize::from(self.__contains__(py, row)?))
    }

    /// The rows at `places` of this table, in this order.
    fn take(&self, py: Python<'_>, places: Vec<u32>) -> PyResult<Table> {
        let ids = places
            .iter()
            .map(|&place| self.ids.get(place as usize).copied().ok_or_else(|| self.no_row(i64::from(place))));
        Ok(self.with(py, ids.collect::<PyResult<_>>()?))
    }

    /// The rows for which `keep(row)` is true.
    fn filter(&self, py: Python<'_>, keep: &Bound<'_, PyAny>) -> PyResult<Table> {
        let mut ids = Vec::new();
        for &id in &self.ids {
            if keep.call1((self.row(py, id)?,))?.is_truthy()? {
                ids.push(id);
            }
        }
        Ok(self.with(py, ids))
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

    /// Pickled as a choice from the whole table of its report.
    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        let whole = Table::whole(self.report.clone_ref(py), self.kind);
        if whole.ids == self.ids {
            let getattr = py.import("builtins")?.getattr("getattr")?;
            return Ok((getattr, (self.report.clone_ref(py), self.name()).into_pyobject(py)?));
        }
        let take = whole.into_bound_py_any(py)?.getattr("take")?;
        Ok((take, (PyList::new(py, &self.ids)?,).into_pyobject(py)?))
    }

    fn __repr__(&self) -> String {
        format!("<Table {}: {} rows>", self.name(), self.ids.len())
    }
}
