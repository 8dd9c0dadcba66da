//! `reportparse._native.Batches`: the tables of many files, read on all cores, in order, in bounded memory.

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::str::FromStr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::available_parallelism;

use arrow_array::RecordBatch;
use arrow_schema::{ArrowError, SchemaRef};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyCapsule;
use reportparse::Offsets;
use reportparse_tables::parallel::{Ordered, ordered};
use reportparse_tables::{BatchBuilder, Table};

use crate::arrow::arrow_stream;
use crate::batch::Batch;
use crate::errors;
use crate::parser::{Parser, default_parser};
use crate::reader::{Fault, Reader};

/// Files that one thread reads at a time; their rows make one batch.
const CHUNK: usize = 32;

/// What happens at a file that gives no report.
#[derive(Clone, Copy, PartialEq, Eq)]
enum OnError {
    Raise,
    Skip,
    Collect,
}

impl FromStr for OnError {
    type Err = PyErr;

    fn from_str(name: &str) -> PyResult<Self> {
        match name {
            "raise" => Ok(OnError::Raise),
            "skip" => Ok(OnError::Skip),
            "collect" => Ok(OnError::Collect),
            _ => Err(PyValueError::new_err(format!("on_error must be 'raise', 'skip' or 'collect', not '{name}'"))),
        }
    }
}

/// A run over many files: an iterator of Arrow record batches, and an Arrow stream itself.
#[pyclass(frozen, module = "reportparse")]
pub(crate) struct Batches {
    schema: SchemaRef,
    run: Arc<Mutex<Run>>,
    collected: Arc<Mutex<Vec<PyErr>>>,
}

/// The rows of some files that follow each other, and what failed among them.
struct Piece {
    files: usize,
    batch: Result<RecordBatch, ArrowError>,
    failures: Vec<PyErr>,
}

struct Run {
    pieces: Ordered<Piece>,
    on_error: OnError,
    progress: Option<Py<PyAny>>,
    /// What ends the run once the rows before it are handed out.
    failure: Option<PyErr>,
    collected: Arc<Mutex<Vec<PyErr>>>,
}

impl Run {
    fn start(
        reader: Reader,
        paths: Vec<PathBuf>,
        table: Table,
        threads: NonZeroUsize,
        on_error: OnError,
        progress: Option<Py<PyAny>>,
    ) -> Self {
        let mut paths = paths.into_iter();
        let chunks = std::iter::from_fn(move || {
            Some(paths.by_ref().take(CHUNK).collect()).filter(|chunk: &Vec<_>| !chunk.is_empty())
        });
        let pieces = ordered(threads, chunks, move |chunk| piece(&reader, &chunk, table, on_error));
        Run { pieces, on_error, progress, failure: None, collected: Arc::default() }
    }

    fn next(&mut self) -> PyResult<Option<RecordBatch>> {
        while self.failure.is_none() {
            let Some(piece) = self.pieces.next() else { return Ok(None) };
            if let Some(progress) = &self.progress {
                Python::attach(|py| progress.call1(py, (piece.files,)))?;
            }
            let mut failures = piece.failures;
            match self.on_error {
                OnError::Raise => self.failure = failures.pop(),
                OnError::Skip => {}
                OnError::Collect => locked(&self.collected).append(&mut failures),
            }
            let batch = piece.batch.map_err(|error| errors::of(Fault::Table(error), ""))?;
            if batch.num_rows() > 0 {
                return Ok(Some(batch));
            }
        }
        self.failure.take().map_or(Ok(None), Err)
    }
}

/// Reads the files of `chunk`, up to the first that fails where that ends the run.
fn piece(reader: &Reader, chunk: &[PathBuf], table: Table, on_error: OnError) -> Piece {
    let mut builder = BatchBuilder::new(table, Offsets::Chars);
    let mut failures = Vec::new();
    for path in chunk {
        let name = path.display().to_string();
        match reader.file(path) {
            Ok((report, _)) => builder.append(&report, &name),
            Err(fault) => failures.push(errors::of(fault, &name)),
        }
        if on_error == OnError::Raise && !failures.is_empty() {
            break;
        }
    }
    Piece { files: chunk.len(), batch: builder.finish(), failures }
}

/// `schema` with the options that make the table again.
fn described(schema: &SchemaRef, options: &str) -> SchemaRef {
    let mut metadata = schema.metadata().clone();
    metadata.insert("reportparse.options".to_owned(), options.to_owned());
    Arc::new(schema.as_ref().clone().with_metadata(metadata))
}

fn locked<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Batches {
    fn schema(&self) -> SchemaRef {
        SchemaRef::clone(&self.schema)
    }

    /// The batches that are still to come.
    fn batches(&self, _: Python<'_>) -> PyResult<impl Iterator<Item = Result<RecordBatch, ArrowError>> + use<>> {
        let run = Arc::clone(&self.run);
        let batches = std::iter::from_fn(move || locked(&run).next().transpose());
        Ok(batches.map(|batch| batch.map_err(|error| ArrowError::ExternalError(Box::new(error)))))
    }
}

arrow_stream!(Batches);

#[pymethods]
impl Batches {
    #[new]
    #[pyo3(signature = (parser, paths, table, threads, on_error, progress))]
    fn new(
        parser: Option<&Bound<'_, Parser>>,
        paths: Vec<PathBuf>,
        table: &str,
        threads: Option<NonZeroUsize>,
        on_error: &str,
        progress: Option<Py<PyAny>>,
        py: Python<'_>,
    ) -> PyResult<Self> {
        let table: Table = table.parse().map_err(|error| PyValueError::new_err(format!("{error}")))?;
        let parser = parser.map_or_else(|| default_parser(py), Ok)?.get();
        let schema = described(&reportparse_tables::schema(table, Offsets::Chars), &parser.__repr__(py)?);
        let reader = if table == Table::Metrics { parser.reader() } else { parser.structure_reader() };
        let threads = threads.or_else(|| available_parallelism().ok()).unwrap_or(NonZeroUsize::MIN);
        let run = Run::start(reader, paths, table, threads, on_error.parse()?, progress);
        let collected = Arc::clone(&run.collected);
        Ok(Batches { schema, run: Arc::new(Mutex::new(run)), collected })
    }

    fn __repr__(&self) -> String {
        format!("<Batches of {}>", self.schema.metadata()["table"])
    }

    fn __iter__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __next__(&self, py: Python<'_>) -> PyResult<Option<Batch>> {
        Ok(py.detach(|| locked(&self.run).next())?.map(Batch::new))
    }

    /// The exceptions of the files that failed so far, where `on_error` is "collect".
    #[getter]
    fn errors(&self, py: Python<'_>) -> Vec<PyErr> {
        locked(&self.collected).iter().map(|error| error.clone_ref(py)).collect()
    }
}
