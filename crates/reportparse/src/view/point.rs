//! An enumerated item.

use crate::report::Report;
use crate::row::{PointId, PointRow};
use crate::span::Span;
use crate::view::{Paragraph, Section};

/// An enumerated item inside a section: 一是…, 第一, ①, ——.
#[derive(Clone, Copy, Debug)]
pub struct Point<'r> {
    pub(crate) report: &'r Report,
    pub(crate) id: PointId,
    pub(crate) row: &'r PointRow,
}

impl<'r> Point<'r> {
    /// Its index in `points`.
    pub fn id(self) -> PointId {
        self.id
    }

    /// Its row.
    pub fn row(self) -> &'r PointRow {
        self.row
    }

    /// From the marker to the end of the item.
    pub fn span(self) -> Span {
        self.row.span
    }

    /// The item as written, its marker included.
    pub fn text(self) -> &'r str {
        self.report.slice(self.row.span)
    }

    /// 一是 as written.
    pub fn marker(self) -> &'r str {
        self.report.slice(self.row.marker)
    }

    /// The number that the marker states; none for ——.
    pub fn ordinal(self) -> Option<u32> {
        self.row.ordinal
    }

    /// The list it belongs to.
    pub fn list(self) -> u32 {
        self.row.list
    }

    /// 0 for a point of an outermost list.
    pub fn depth(self) -> u8 {
        self.row.depth
    }

    /// The item's heading phrase.
    pub fn lead(self) -> Option<&'r str> {
        self.row.lead.map(|span| self.report.slice(span))
    }

    /// The point in which this point's list stands.
    pub fn parent(self) -> Option<Point<'r>> {
        self.row.parent.map(|id| self.report.point(id))
    }

    /// The points of the lists that stand directly in this one.
    pub fn children(self) -> impl Iterator<Item = Point<'r>> {
        let ids = (self.id.0 + 1..self.report.points.len() as u32).map(PointId);
        ids.map(|id| self.report.point(id))
            .take_while(move |point| point.row.span.start < self.row.span.end)
            .filter(move |point| point.row.parent == Some(self.id))
    }

    /// The innermost section it stands in.
    pub fn section(self) -> Option<Section<'r>> {
        self.row.section.map(|id| self.report.section(id))
    }

    /// The paragraph in which it starts.
    pub fn paragraph(self) -> Paragraph<'r> {
        self.report.paragraph(self.row.paragraph)
    }
}
