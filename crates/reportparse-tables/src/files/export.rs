//! What is written, and the pieces that it is written in.

use std::io::{self, Write};
use std::path::Path;

use arrow_array::RecordBatch;
use reportparse::{Metric, Offsets, Report, Status};

use super::arrow;
use super::format::Format;
use super::lines::Lines;
#[cfg(feature = "parquet")]
use super::parquet;
use super::writer::TableWriter;
use crate::batch::BatchBuilder;
use crate::table::Table;

/// What an export writes: a table, in a format, and which rows of it.
///
/// Threads make [`Chunk`]s of reports, one thread writes them in order:
///
/// ```
/// use reportparse_tables::{Table, files::{Export, Format}};
///
/// let export = Export::new(Table::Sections, Format::Ndjson);
/// let mut chunk = export.chunk();
/// chunk.append(&reportparse::parse("一、工作回顾\n全年完成投资5亿元。")?, "甲.txt")?;
/// let mut writer = export.writer(Vec::new())?;
/// writer.write(chunk.finish()?)?;
/// assert!(String::from_utf8(writer.finish()?)?.starts_with(r#"{"report":"甲.txt","section":0,"#));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Export {
    pub(super) table: Table,
    pub(super) format: Format,
    pub(super) offsets: Offsets,
    pub(super) bom: bool,
    status: Option<Status>,
    code: Option<String>,
    pub(super) provenance: Vec<(String, String)>,
}

impl Export {
    /// The whole of `table`, in `format`, offsets counted in bytes.
    pub fn new(table: Table, format: Format) -> Self {
        Export { table, format, offsets: Offsets::Bytes, bom: false, status: None, code: None, provenance: Vec::new() }
    }

    /// How offsets are counted.
    pub fn offsets(mut self, offsets: Offsets) -> Self {
        self.offsets = offsets;
        self
    }

    /// Whether CSV starts with a byte order mark, without which Excel takes it for the local encoding.
    pub fn bom(mut self, bom: bool) -> Self {
        self.bom = bom;
        self
    }

    /// Only metrics with this status.
    pub fn status(mut self, status: Option<Status>) -> Self {
        self.status = status;
        self
    }

    /// Only metrics whose indicator has this code.
    pub fn code(mut self, code: Option<String>) -> Self {
        self.code = code;
        self
    }

    /// A fact about the run, kept in the metadata of an Arrow or Parquet file. NDJSON and CSV have no place for it.
    pub fn provenance(mut self, key: &str, value: String) -> Self {
        self.provenance.push((key.to_owned(), value));
        self
    }

    /// The table.
    pub fn table(&self) -> Table {
        self.table
    }

    /// An empty chunk.
    pub fn chunk(&self) -> ChunkBuilder<'_> {
        let rows = match self.format {
            Format::Ndjson | Format::Csv => Rows::Lines(Lines::new(self)),
            _ => Rows::Batch(BatchBuilder::new(self.table, self.offsets)),
        };
        ChunkBuilder { export: self, rows }
    }

    /// A writer to `out`, which has written what stands before the first row.
    ///
    /// # Errors
    ///
    /// If `out` cannot be written to.
    pub fn writer<W: Write + Send>(&self, out: W) -> io::Result<TableWriter<W>> {
        TableWriter::new(self, out)
    }

    /// Joins `parts`, files that this export wrote, into one file.
    ///
    /// # Errors
    ///
    /// If a part cannot be read, or `out` cannot be written to.
    pub fn join<W: Write + Send>(&self, parts: &[impl AsRef<Path>], out: W) -> io::Result<W> {
        match self.format {
            Format::Ndjson | Format::Csv => super::lines::join(self, parts, out),
            Format::Arrow => arrow::join(self, parts, out),
            #[cfg(feature = "parquet")]
            Format::Parquet => parquet::join(self, parts, out),
        }
    }

    pub(super) fn takes(&self, metric: Metric<'_>) -> bool {
        self.status.is_none_or(|status| status == metric.status())
            && self.code.as_deref().is_none_or(|code| metric.code() == Some(code))
    }
}

/// Rows of some reports, ready to be written.
#[derive(Debug)]
pub struct Chunk(pub(super) Encoded);

#[derive(Debug)]
pub(super) enum Encoded {
    Lines(Vec<u8>),
    Batch(RecordBatch),
}

/// Builds a [`Chunk`].
pub struct ChunkBuilder<'e> {
    export: &'e Export,
    rows: Rows<'e>,
}

enum Rows<'e> {
    Lines(Lines<'e>),
    Batch(BatchBuilder),
}

impl ChunkBuilder<'_> {
    /// Appends the rows of `report`, called `name`.
    ///
    /// # Errors
    ///
    /// None is known: the rows go to memory.
    pub fn append(&mut self, report: &Report, name: &str) -> io::Result<()> {
        match &mut self.rows {
            Rows::Lines(lines) => lines.append(report, name),
            Rows::Batch(batch) => {
                batch.append_metrics(report, name, |metric| self.export.takes(metric));
                Ok(())
            }
        }
    }

    /// The chunk.
    ///
    /// # Errors
    ///
    /// If the strings of one column take more than 2 GiB in a binary format. Make chunks of fewer reports then.
    pub fn finish(self) -> io::Result<Chunk> {
        Ok(Chunk(match self.rows {
            Rows::Lines(lines) => Encoded::Lines(lines.finish()?),
            Rows::Batch(mut batch) => Encoded::Batch(batch.finish().map_err(io::Error::other)?),
        }))
    }
}
