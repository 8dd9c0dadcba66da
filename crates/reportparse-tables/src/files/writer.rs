//! Chunks into a file.

use std::io::{self, Write};

use super::arrow::{self, ArrowWriter};
use super::export::{Chunk, Encoded, Export};
use super::format::Format;
use super::lines;
#[cfg(feature = "parquet")]
use super::parquet;

/// Writes the chunks of one export. What it writes is whole only after [`finish`](Self::finish).
pub struct TableWriter<W: Write + Send>(Sink<W>);

enum Sink<W: Write + Send> {
    Lines(W),
    Arrow(Box<ArrowWriter<W>>),
    #[cfg(feature = "parquet")]
    Parquet(Box<::parquet::arrow::ArrowWriter<W>>),
}

impl<W: Write + Send> TableWriter<W> {
    pub(super) fn new(export: &Export, mut out: W) -> io::Result<Self> {
        Ok(TableWriter(match export.format {
            Format::Ndjson | Format::Csv => {
                lines::begin(export, &mut out)?;
                Sink::Lines(out)
            }
            Format::Arrow => Sink::Arrow(Box::new(ArrowWriter::new(export, out).map_err(arrow::fault)?)),
            #[cfg(feature = "parquet")]
            Format::Parquet => Sink::Parquet(Box::new(parquet::writer(export, out).map_err(parquet::fault)?)),
        }))
    }

    /// Writes a chunk of the same export.
    ///
    /// # Errors
    ///
    /// If the output cannot be written to, or the chunk is of another table or format.
    pub fn write(&mut self, chunk: Chunk) -> io::Result<()> {
        match (&mut self.0, chunk.0) {
            (Sink::Lines(out), Encoded::Lines(lines)) => out.write_all(&lines),
            (Sink::Arrow(out), Encoded::Batch(batch)) => out.write(batch).map_err(arrow::fault),
            #[cfg(feature = "parquet")]
            (Sink::Parquet(out), Encoded::Batch(batch)) => out.write(&batch).map_err(parquet::fault),
            _ => Err(io::Error::other("the chunk is not of this export")),
        }
    }

    /// Writes what stands after the last row, and gives the output back.
    ///
    /// # Errors
    ///
    /// If the output cannot be written to.
    pub fn finish(self) -> io::Result<W> {
        match self.0 {
            Sink::Lines(mut out) => {
                out.flush()?;
                Ok(out)
            }
            Sink::Arrow(out) => out.finish().map_err(arrow::fault),
            #[cfg(feature = "parquet")]
            Sink::Parquet(out) => out.into_inner().map_err(parquet::fault),
        }
    }
}
