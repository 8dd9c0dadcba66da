//! The columns of every table, in the order of the design.

mod meta;
mod metrics;
mod paragraphs;
mod points;
mod sections;

use crate::column::Column;
use crate::table::Table;

/// The columns of `table`.
pub(crate) fn columns(table: Table) -> &'static [Column] {
    match table {
        Table::Meta => meta::COLUMNS,
        Table::Sections => sections::COLUMNS,
        Table::Paragraphs => paragraphs::COLUMNS,
        Table::Points => points::COLUMNS,
        Table::Metrics => metrics::COLUMNS,
    }
}

/// The names of a closed list, and the place of a value in it.
macro_rules! name {
    ($list:ident, $value:expr) => {
        $crate::column::Cells::Name(
            || {
                // One array for all batches: they are told to share a dictionary by its address.
                static NAMES: std::sync::LazyLock<arrow_array::ArrayRef> = std::sync::LazyLock::new(|| {
                    let names = reportparse::$list::ALL.iter().map(|value| value.as_str());
                    std::sync::Arc::new(names.map(Some).collect::<arrow_array::StringArray>())
                });
                std::sync::Arc::clone(&NAMES)
            },
            |row| {
                let value: fn($crate::column::Row<'_>) -> Option<reportparse::$list> = $value;
                value(row).map(|value| value as i8)
            },
        )
    };
}
pub(crate) use name;
