//! Arrow files.

use std::fs::File;
use std::io::{self, BufReader, Write};
use std::path::Path;

use arrow_array::RecordBatch;
use arrow_ipc::reader::FileReader;
use arrow_ipc::writer::FileWriter;
use arrow_schema::{ArrowError, SchemaRef};
use arrow_select::coalesce::BatchCoalescer;

use super::export::Export;
use crate::schema::{schema, schema_with};

/// Rows of a batch in a file.
const ROWS: usize = 65_536;

/// Writes an Arrow file in batches of one size.
pub(super) struct ArrowWriter<W: Write> {
    file: FileWriter<W>,
    rows: BatchCoalescer,
}

impl<W: Write> ArrowWriter<W> {
    pub(super) fn new(export: &Export, out: W) -> Result<Self, ArrowError> {
        let rows = BatchCoalescer::new(schema(export.table, export.offsets), ROWS);
        Ok(ArrowWriter { file: FileWriter::try_new(out, &described(export))?, rows })
    }

    pub(super) fn write(&mut self, batch: RecordBatch) -> Result<(), ArrowError> {
        self.rows.push_batch(batch)?;
        self.flush()
    }

    fn flush(&mut self) -> Result<(), ArrowError> {
        while let Some(batch) = self.rows.next_completed_batch() {
            self.file.write(&batch)?;
        }
        Ok(())
    }

    pub(super) fn finish(mut self) -> Result<W, ArrowError> {
        self.rows.finish_buffered_batch()?;
        self.flush()?;
        self.file.into_inner()
    }
}

/// The schema of an export with its provenance.
pub(super) fn described(export: &Export) -> SchemaRef {
    schema_with(export.table, export.offsets, export.provenance.iter().cloned())
}

/// Joins Arrow files: their batches are copied as they are, so that all keep one dictionary.
pub(super) fn join<W: Write>(export: &Export, parts: &[impl AsRef<Path>], out: W) -> io::Result<W> {
    let mut joined = FileWriter::try_new(out, &described(export)).map_err(fault)?;
    for part in parts {
        let batches = FileReader::try_new(BufReader::new(File::open(part)?), None).map_err(fault)?;
        for batch in batches {
            batch.and_then(|batch| joined.write(&batch)).map_err(fault)?;
        }
    }
    joined.into_inner().map_err(fault)
}

/// The fault as one of the output, where it is one.
pub(super) fn fault(error: ArrowError) -> io::Error {
    match error {
        ArrowError::IoError(_, fault) => fault,
        other => io::Error::other(other),
    }
}
