//! The tables by name.

use std::fmt;
use std::str::FromStr;

use reportparse::Report;

/// A table of a report: its head, and the four tables over its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Table {
    /// The facts of the head: one row a report.
    Meta,
    /// Headed divisions.
    Sections,
    /// Blocks of text.
    Paragraphs,
    /// Enumerated items.
    Points,
    /// Figures.
    Metrics,
}

impl Table {
    /// All tables.
    pub const ALL: &[Table] = &[Table::Meta, Table::Sections, Table::Paragraphs, Table::Points, Table::Metrics];

    /// The table's name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Table::Meta => "meta",
            Table::Sections => "sections",
            Table::Paragraphs => "paragraphs",
            Table::Points => "points",
            Table::Metrics => "metrics",
        }
    }

    /// How many rows `report` has in this table.
    pub fn rows(self, report: &Report) -> u32 {
        let rows = match self {
            Table::Meta => 1,
            Table::Sections => report.section_rows().len(),
            Table::Paragraphs => report.paragraph_rows().len(),
            Table::Points => report.point_rows().len(),
            Table::Metrics => report.metric_rows().len(),
        };
        rows as u32
    }
}

impl From<reportparse::render::Table> for Table {
    fn from(table: reportparse::render::Table) -> Self {
        match table {
            reportparse::render::Table::Sections => Table::Sections,
            reportparse::render::Table::Paragraphs => Table::Paragraphs,
            reportparse::render::Table::Points => Table::Points,
            reportparse::render::Table::Metrics => Table::Metrics,
        }
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// There is no table of this name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownTable(String);

impl fmt::Display for UnknownTable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> = Table::ALL.iter().map(|table| table.as_str()).collect();
        write!(f, "there is no table {:?}: name one of {}", self.0, names.join(", "))
    }
}

impl std::error::Error for UnknownTable {}

impl FromStr for Table {
    type Err = UnknownTable;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let found = Table::ALL.iter().find(|table| table.as_str() == name);
        found.copied().ok_or_else(|| UnknownTable(name.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_read_back() {
        for table in Table::ALL {
            assert_eq!(table.as_str().parse(), Ok(*table));
        }
    }

    #[test]
    fn an_unknown_name_is_told_with_the_known_ones() {
        let fault = "metric".parse::<Table>().unwrap_err().to_string();
        assert_eq!(fault, "there is no table \"metric\": name one of meta, sections, paragraphs, points, metrics");
    }
}
