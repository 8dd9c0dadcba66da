//! The Arrow schema of a table.

use std::collections::HashMap;
use std::sync::Arc;

use arrow_schema::{DataType, Field, Schema, SchemaRef};
use reportparse::Offsets;

use crate::column::{Cells, Column};
use crate::columns::columns;
use crate::table::Table;

/// Digits of the decimal columns.
pub const DECIMAL_PRECISION: u8 = 38;

/// Digits after the point of the decimal columns.
pub const DECIMAL_SCALE: i8 = 10;

/// The columns of `table`, with offsets counted as `offsets` says.
///
/// The metadata of a field are `description`, and where they apply `unit` and `references` (`table.column`). The
/// metadata of the schema are `table`, `offsets` and `reportparse.version`.
pub fn schema(table: Table, offsets: Offsets) -> SchemaRef {
    schema_with(table, offsets, [])
}

/// The same, with `facts` about the run that makes the table among its metadata, so that it can be made again.
pub fn schema_with(table: Table, offsets: Offsets, facts: impl IntoIterator<Item = (String, String)>) -> SchemaRef {
    let fields: Vec<Field> = columns(table).iter().map(|column| field(column, offsets)).collect();
    let of_table =
        [("table", table.as_str()), ("offsets", offsets.as_str()), ("reportparse.version", env!("CARGO_PKG_VERSION"))];
    let mut metadata = owned(of_table);
    metadata.extend(facts);
    Arc::new(Schema::new_with_metadata(fields, metadata))
}

fn field(column: &Column, offsets: Offsets) -> Field {
    let unit = match column.cells {
        Cells::Offset(_) => Some(counted_in(offsets)),
        _ => column.unit,
    };
    let metadata = [("description", Some(column.description)), ("unit", unit), ("references", column.references)];
    Field::new(column.name, data_type(&column.cells), !column.required)
        .with_metadata(owned(metadata.into_iter().filter_map(|(key, value)| Some((key, value?)))))
}

fn owned<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> HashMap<String, String> {
    pairs.into_iter().map(|(key, value)| (key.to_owned(), value.to_owned())).collect()
}

fn counted_in(offsets: Offsets) -> &'static str {
    match offsets {
        Offsets::Bytes => "UTF-8 bytes from the start of the text",
        Offsets::Chars => "code points from the start of the text",
        Offsets::Utf16 => "UTF-16 units from the start of the text",
    }
}

fn data_type(cells: &Cells) -> DataType {
    match cells {
        Cells::Text(_) => DataType::Utf8,
        Cells::Number(_) | Cells::Offset(_) => DataType::UInt32,
        Cells::Small(_) => DataType::UInt8,
        Cells::Year(_) => DataType::Int16,
        Cells::Flag(_) => DataType::Boolean,
        Cells::Decimal(_) => DataType::Decimal128(DECIMAL_PRECISION, DECIMAL_SCALE),
        Cells::Date(_) => DataType::Date32,
        Cells::Name(..) => DataType::Dictionary(Box::new(DataType::Int8), Box::new(DataType::Utf8)),
    }
}
