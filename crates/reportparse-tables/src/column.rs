//! One column: its name, its meaning, and how its cells are read from a report.

use arrow_array::ArrayRef;
use jiff::civil::Date;
use reportparse::{Metric, Paragraph, Point, Report, Section, row};
use rust_decimal::Decimal;

/// A row of a report's table, by its index.
#[derive(Clone, Copy)]
pub(crate) struct Row<'r> {
    pub(crate) report: &'r Report,
    pub(crate) name: &'r str,
    pub(crate) index: u32,
}

impl<'r> Row<'r> {
    pub(crate) fn section(self) -> Section<'r> {
        self.report.section(row::SectionId(self.index))
    }

    pub(crate) fn paragraph(self) -> Paragraph<'r> {
        self.report.paragraph(row::ParagraphId(self.index))
    }

    pub(crate) fn point(self) -> Point<'r> {
        self.report.point(row::PointId(self.index))
    }

    pub(crate) fn metric(self) -> Metric<'r> {
        self.report.metric(row::MetricId(self.index))
    }
}

/// How the cells of a column are read.
#[derive(Clone, Copy)]
pub(crate) enum Cells {
    Text(fn(Row<'_>) -> Option<&str>),
    /// A row number, a count.
    Number(fn(Row<'_>) -> Option<u32>),
    /// A place in the text, in bytes.
    Offset(fn(Row<'_>) -> Option<u32>),
    Small(fn(Row<'_>) -> Option<u8>),
    Year(fn(Row<'_>) -> Option<i16>),
    Flag(fn(Row<'_>) -> Option<bool>),
    Decimal(fn(Row<'_>) -> Option<Decimal>),
    Date(fn(Row<'_>) -> Option<Date>),
    /// A name by its place in a closed list.
    Name(fn() -> ArrayRef, fn(Row<'_>) -> Option<i8>),
}

/// A column of a table.
pub(crate) struct Column {
    pub(crate) name: &'static str,
    pub(crate) description: &'static str,
    pub(crate) cells: Cells,
    pub(crate) required: bool,
    pub(crate) unit: Option<&'static str>,
    pub(crate) references: Option<&'static str>,
}

impl Column {
    /// A column that may be null.
    pub(crate) const fn new(name: &'static str, description: &'static str, cells: Cells) -> Self {
        Column { name, description, cells, required: false, unit: None, references: None }
    }

    /// The same, never null.
    pub(crate) const fn required(self) -> Self {
        Column { required: true, ..self }
    }

    /// The same, counting in `unit`.
    pub(crate) const fn unit(self, unit: &'static str) -> Self {
        Column { unit: Some(unit), ..self }
    }

    /// The same, pointing at the column `references`.
    pub(crate) const fn references(self, references: &'static str) -> Self {
        Column { references: Some(references), ..self }
    }
}

/// The column that names the report.
pub(crate) const REPORT: Column =
    Column::new("report", "The report: its path, or the name it was given.", Cells::Text(|row| Some(row.name)))
        .required();
