//! Parquet files.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

use arrow_schema::{DataType, Schema};
use parquet::arrow::ArrowWriter;
use parquet::basic::{Compression, Encoding, ZstdLevel};
use parquet::column::writer::ColumnCloseResult;
use parquet::errors::{ParquetError, Result};
use parquet::file::metadata::{KeyValue, PageIndexPolicy, ParquetMetaData, ParquetMetaDataReader};
use parquet::file::properties::{EnabledStatistics, WriterProperties, WriterPropertiesBuilder};
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::types::ColumnPath;

use super::arrow::described;
use super::export::Export;

/// Rows of a row group: what a reader with a filter skips at once, and what the writer holds in memory.
const ROWS: usize = 131_072;

/// A writer of Parquet files, compressed with zstd, with statistics of every page where they help a reader.
pub(super) fn writer<W: Write + Send>(export: &Export, out: W) -> Result<ArrowWriter<W>> {
    let schema = described(export);
    // Readers that know no Arrow find the facts among the file's own.
    let facts: BTreeMap<_, _> = schema.metadata.clone().into_iter().collect();
    let facts = facts.into_iter().map(|(key, value)| KeyValue::new(key, value));
    let properties = without_idle_statistics(numbered(WriterProperties::builder(), &schema), &schema)
        .set_compression(Compression::ZSTD(ZstdLevel::default()))
        .set_max_row_group_row_count(Some(ROWS))
        .set_created_by(concat!("reportparse version ", env!("CARGO_PKG_VERSION")).to_owned())
        .set_key_value_metadata(Some(facts.collect()))
        .build();
    ArrowWriter::try_new(out, schema, Some(properties))
}

/// Row numbers and offsets grow from row to row and hardly repeat: differences take less room than a dictionary of them,
/// and less time.
fn numbered(properties: WriterPropertiesBuilder, schema: &Schema) -> WriterPropertiesBuilder {
    let numbers = schema.fields().iter().filter(|field| *field.data_type() == DataType::UInt32);
    numbers.fold(properties, |properties, field| {
        let path = ColumnPath::from(field.name().as_str());
        properties
            .set_column_dictionary_enabled(path.clone(), false)
            .set_column_encoding(path, Encoding::DELTA_BINARY_PACKED)
    })
}

/// Words as the reports have them stand in no order: the least and the greatest of a page help no reader, and to find them
/// two strings are compared for every cell. Reports follow each other, and codes are asked for.
fn without_idle_statistics(properties: WriterPropertiesBuilder, schema: &Schema) -> WriterPropertiesBuilder {
    let words = schema.fields().iter().filter(|field| *field.data_type() == DataType::Utf8);
    let idle = words.filter(|field| !["report", "code"].contains(&field.name().as_str()));
    idle.fold(properties, |properties, field| {
        let path = ColumnPath::from(field.name().as_str());
        properties.set_column_statistics_enabled(path, EnabledStatistics::None)
    })
}

/// Joins Parquet files: their row groups are copied as they are.
pub(super) fn join<W: Write + Send>(export: &Export, parts: &[impl AsRef<Path>], out: W) -> io::Result<W> {
    let mut joined = writer(export, out).and_then(ArrowWriter::into_serialized_writer).map_err(fault)?.0;
    for part in parts {
        let file = File::open(part)?;
        let mut reader = ParquetMetaDataReader::new().with_page_index_policy(PageIndexPolicy::Optional);
        reader.try_parse(&file).map_err(fault)?;
        append(&mut joined, &file, &reader.finish().map_err(fault)?).map_err(fault)?;
    }
    joined.into_inner().map_err(fault)
}

/// The fault as one of the output, where it is one.
pub(super) fn fault(error: ParquetError) -> io::Error {
    match error {
        ParquetError::External(inner) => inner.downcast().map_or_else(io::Error::other, |fault| *fault),
        other => io::Error::other(other),
    }
}

fn append<W: Write + Send>(
    joined: &mut SerializedFileWriter<W>,
    file: &File,
    metadata: &ParquetMetaData,
) -> Result<()> {
    for (group, rows) in metadata.row_groups().iter().enumerate() {
        let mut copy = joined.next_row_group()?;
        for (place, column) in rows.columns().iter().enumerate() {
            let index = metadata.page_index();
            let closed = ColumnCloseResult {
                bytes_written: column.compressed_size() as u64,
                rows_written: rows.num_rows() as u64,
                metadata: column.clone(),
                bloom_filter: None,
                column_index: index.and_then(|index| index.column_index(group, place)).cloned(),
                offset_index: index.and_then(|index| index.offset_index(group, place)).cloned(),
            };
            copy.append_column(file, closed)?;
        }
        copy.close()?;
    }
    Ok(())
}
