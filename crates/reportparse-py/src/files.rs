//! `reportparse._native.Batches`: the tables of many files, read on all cores, in order, in bounded memory.

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use arrow_array::RecordBatch;
use arrow_schema::{ArrowError, SchemaRef};
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyList};
use reportparse::Offsets;
use reportparse_input::{Error, Parsed};
use reportparse_tables::{BatchBuilder, Parts, Run};

use crate::arrow::{self, arrow_stream};
use crate::batch::{self, Batch};
use crate::errors;
use crate::parser::{Parser, default_parser};

/// A run over many files: an iterator of Arrow record batches, and an Arrow stream itself.
#[pyclass(frozen, module = "reportparse")]
pub(crate) struct Batches {
    schema: SchemaRef,
    state: Arc<Mutex<State>>,
    errors: Option<Py<PyList>>,
}

struct State {
    parts: Parts<PathBuf, Error, Result<RecordBatch, ArrowError>>,
    progress: Option<Py<PyAny>>,
    /// Whether a file that fails raises its exception, once the rows before it are handed out.
    raises: bool,
    raised: Option<PyErr>,
    collected: Option<Py<PyList>>,
}

impl State {
    fn next(&mut self) -> PyResult<Option<RecordBatch>> {
        while self.raised.is_none() {
            let Some(part) = self.parts.next() else { return Ok(None) };
            Python::attach(|py| self.told(py, part.files.len(), &part.failures))?;
            let batch = part.rows.map_err(arrow::failed)?;
            if batch.num_rows() > 0 {
                return Ok(Some(batch));
            }
        }
        self.raised.take().map_or(Ok(None), Err)
    }

    fn told(&mut self, py: Python<'_>, files: usize, failures: &[Error]) -> PyResult<()> {
        if let Some(progress) = &self.progress {
            progress.call1(py, (files,))?;
        }
        let mut failures = failures.iter().map(errors::of);
        match &self.collected {
            Some(collected) => failures.try_for_each(|failure| collected.bind(py).append(failure))?,
            None if self.raises => self.raised = failures.next(),
            None => {}
        }
        Ok(())
    }
}

impl Batches {
    fn schema(&self) -> SchemaRef {
        SchemaRef::clone(&self.schema)
    }

    /// The batches that are still to come.
    fn batches(&self, _: Python<'_>) -> PyResult<impl Iterator<Item = Result<RecordBatch, ArrowError>> + use<>> {
        let state = Arc::clone(&self.state);
        let batches = std::iter::from_fn(move || locked(&state).next().transpose());
        Ok(batches.map(|batch| batch.map_err(|error| ArrowError::ExternalError(Box::new(error)))))
    }
}

fn locked(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

arrow_stream!(Batches);

#[pymethods]
impl Batches {
    #[new]
    #[pyo3(signature = (parser, paths, table, threads, on_error, progress))]
    fn new(
        py: Python<'_>,
        parser: Option<&Bound<'_, Parser>>,
        paths: Vec<PathBuf>,
        table: &str,
        threads: Option<NonZeroUsize>,
        on_error: &str,
        progress: Option<Py<PyAny>>,
    ) -> PyResult<Self> {
        let table = batch::table(table)?;
        let (raises, collected) = match on_error {
            "raise" => (true, None),
            "skip" => (false, None),
            "collect" => (false, Some(PyList::empty(py).unbind())),
            other => return Err(errors::wrong_choice("on_error", "'raise', 'skip' or 'collect'", other)),
        };
        let parser = parser.map_or_else(|| default_parser(py), Ok)?.get();
        let options = [("reportparse.options".to_owned(), parser.__repr__(py)?)];
        let schema = reportparse_tables::schema_with(table, Offsets::Chars, options);
        let reader = parser.reader(table);
        let run = Run::new(move |path: &PathBuf| reader.file(path)).stops_at_failure(raises);
        let run = threads.into_iter().fold(run, Run::threads);
        let parts = run.over(paths.into_iter(), move |reports| {
            let mut rows = BatchBuilder::new(table, Offsets::Chars);
            reports.for_each(|Parsed { report, name, .. }| rows.append(&report, &name));
            rows.finish()
        });
        let errors = collected.as_ref().map(|errors| errors.clone_ref(py));
        let state = State { parts, progress, raises, raised: None, collected };
        Ok(Batches { schema, state: Arc::new(Mutex::new(state)), errors })
    }

    fn __repr__(&self) -> String {
        format!("<Batches of {}>", self.schema.metadata()["table"])
    }

    fn __iter__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __next__(&self, py: Python<'_>) -> PyResult<Option<Batch>> {
        Ok(py.detach(|| locked(&self.state).next())?.map(Batch::new))
    }

    /// The exceptions of the files that failed so far, where `on_error` is "collect".
    #[getter]
    fn errors<'py>(&self, py: Python<'py>) -> Bound<'py, PyList> {
        self.errors.as_ref().map_or_else(|| PyList::empty(py), |errors| errors.bind(py).get_slice(0, usize::MAX))
    }
}
