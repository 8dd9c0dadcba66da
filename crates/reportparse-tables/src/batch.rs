//! Reports into record batches.

use arrow_array::RecordBatch;
use arrow_schema::{ArrowError, SchemaRef};
use reportparse::{Metric, Offsets, Report, row::MetricId};

use crate::columns::columns;
use crate::filler::Filler;
use crate::schema::schema;
use crate::table::Table;

/// Builds record batches of one table, each of any number of reports.
pub struct BatchBuilder {
    table: Table,
    schema: SchemaRef,
    fillers: Vec<Filler>,
    len: usize,
}

impl BatchBuilder {
    /// A builder for `table`, with offsets counted as `offsets` says.
    pub fn new(table: Table, offsets: Offsets) -> Self {
        let fillers = columns(table).iter().map(|column| Filler::new(column.cells, offsets)).collect();
        BatchBuilder { table, schema: schema(table, offsets), fillers, len: 0 }
    }

    /// The schema of the batches; see [`schema`](crate::schema).
    pub fn schema(&self) -> SchemaRef {
        SchemaRef::clone(&self.schema)
    }

    /// Appends the rows of `report`, called `name` in the column `report`.
    pub fn append(&mut self, report: &Report, name: &str) {
        self.append_rows(report, name, 0..self.table.rows(report));
    }

    /// Appends those metrics of `report` that `wanted` takes. Rows of any other table are appended whole.
    pub fn append_metrics(&mut self, report: &Report, name: &str, wanted: impl Fn(Metric<'_>) -> bool) {
        if self.table != Table::Metrics {
            return self.append(report, name);
        }
        let indices: Vec<u32> =
            (0..self.table.rows(report)).filter(|&index| wanted(report.metric(MetricId(index)))).collect();
        self.append_rows(report, name, indices.iter().copied());
    }

    /// Appends the rows of `report` with these indices in its table, in this order.
    ///
    /// # Panics
    ///
    /// If the report has no such row.
    pub fn append_rows(&mut self, report: &Report, name: &str, indices: impl ExactSizeIterator<Item = u32> + Clone) {
        self.len += indices.len();
        for filler in &mut self.fillers {
            filler.append(report, name, indices.clone());
        }
    }

    /// How many rows the next batch has so far.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether the next batch has no rows so far.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The rows appended since the last batch, as a batch. The builder is empty then, also where it fails.
    ///
    /// # Errors
    ///
    /// If the strings of one column take more than 2 GiB. Build batches of fewer reports then.
    pub fn finish(&mut self) -> Result<RecordBatch, ArrowError> {
        self.len = 0;
        let arrays: Vec<_> = self.fillers.iter_mut().map(Filler::finish).collect();
        RecordBatch::try_new(self.schema(), arrays.into_iter().collect::<Result<_, _>>()?)
    }
}

/// The rows of one report's `table`; the report is called `name` in the column `report`.
///
/// # Errors
///
/// As [`BatchBuilder::finish`].
pub fn batch(report: &Report, name: &str, table: Table, offsets: Offsets) -> Result<RecordBatch, ArrowError> {
    let mut builder = BatchBuilder::new(table, offsets);
    builder.append(report, name);
    builder.finish()
}
