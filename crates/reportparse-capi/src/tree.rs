//! Ways through the tables: from a row to those inside it, and to the rows of a place.

use std::mem::MaybeUninit;

use reportparse::row::{PointId, PointRow, SectionId, SectionRow};
use reportparse_tables::Table;

use crate::error::{rp_error, rp_status};
use crate::guard::{given, guard};
use crate::names::rp_table;
use crate::report::rp_report;
use crate::value::{RP_NONE, rp_span};

/// A row that stands in another of its table; rows that stand in it follow it directly.
pub(crate) trait Nested {
    fn parent(&self) -> Option<u32>;
}

impl Nested for SectionRow {
    fn parent(&self) -> Option<u32> {
        self.parent.map(|SectionId(id)| id)
    }
}

impl Nested for PointRow {
    fn parent(&self) -> Option<u32> {
        self.parent.map(|PointId(id)| id)
    }
}

/// The index of a row that is there.
pub(crate) fn id<T>(rows: &[T], index: usize) -> Result<u32, rp_error> {
    if index < rows.len() { Ok(index as u32) } else { Err(rp_status::RP_ERROR_INDEX.into()) }
}

/// The first row inside the row `parent`, or of the whole table where `parent` is no index.
pub(crate) fn first_child(rows: &[impl Nested], parent: u32) -> Option<u32> {
    let (first, parent) = if parent == RP_NONE { (0, None) } else { (parent + 1, Some(parent)) };
    (rows.get(first as usize)?.parent() == parent).then_some(first)
}

/// The next row that stands in the same row as `index`.
pub(crate) fn next_sibling(rows: &[impl Nested], index: u32) -> Option<u32> {
    let parent = rows.get(index as usize)?.parent();
    let after = rows[index as usize + 1..].iter().map(Nested::parent);
    // A row whose parent stands further up ends the rows inside the common parent.
    let distance = after.take_while(|other| *other >= parent).position(|other| other == parent)?;
    Some(index + 1 + distance as u32)
}

/// Rows of a table: from `start` up to, not including, `end`.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct rp_rows {
    /// The first row.
    pub start: u32,
    /// The row after the last.
    pub end: u32,
}

/// The rows of `table` (an rp_table other than RP_TABLE_META) that start inside `span`, such as the span of a section or
/// a paragraph. A metric starts where its sentence does. Within the span of a section, these are its own rows and those of
/// its subsections.
///
/// Errors: RP_ERROR_NULL, RP_ERROR_ARGUMENT. Threads: any. Cost: logarithmic in the number of rows.
#[unsafe(no_mangle)]
pub extern "C" fn rp_report_rows_within(
    report: Option<&rp_report>,
    table: u32,
    span: rp_span,
    out: Option<&mut MaybeUninit<rp_rows>>,
) -> rp_status {
    guard(None, || {
        let (report, out) = (&given(report)?.report, given(out)?);
        out.write(match rp_table::read(table)? {
            Table::Meta => return Err(rp_status::RP_ERROR_ARGUMENT.into()),
            Table::Sections => within(report.section_rows(), span, |row| row.span.start),
            Table::Paragraphs => within(report.paragraph_rows(), span, |row| row.span.start),
            Table::Points => within(report.point_rows(), span, |row| row.span.start),
            Table::Metrics => within(report.metric_rows(), span, |row| row.sentence.start),
        });
        Ok(())
    })
}

fn within<T>(rows: &[T], span: rp_span, start: impl Fn(&T) -> u32) -> rp_rows {
    let first_from = |offset: u32| rows.partition_point(|row| start(row) < offset) as u32;
    let first = first_from(span.start);
    rp_rows { start: first, end: first_from(span.end).max(first) }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Row(Option<u32>);

    impl Nested for Row {
        fn parent(&self) -> Option<u32> {
            self.0
        }
    }

    #[test]
    fn walks_every_row_once() {
        // 0 (1 (2) 3) 4 (5) 6
        let rows = [None, Some(0), Some(1), Some(0), None, Some(4), None].map(Row);
        let mut seen = Vec::new();
        let mut open = vec![first_child(&rows, u32::MAX).expect("a row")];
        while let Some(at) = open.pop() {
            seen.push(at);
            open.extend(next_sibling(&rows, at));
            open.extend(first_child(&rows, at));
        }
        assert_eq!(seen, [0, 1, 2, 3, 4, 5, 6]);
        assert_eq!(first_child(&rows, 6), None);
        assert_eq!(first_child(&rows, 700), None);
        assert_eq!(next_sibling(&rows, 700), None);
    }
}
