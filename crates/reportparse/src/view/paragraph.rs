//! A block of text.

use crate::clause;
use crate::report::Report;
use crate::row::{ParagraphId, ParagraphRole, ParagraphRow};
use crate::sentence;
use crate::span::Span;
use crate::view::{Point, Section};

/// A block of text.
#[derive(Clone, Copy, Debug)]
pub struct Paragraph<'r> {
    pub(crate) report: &'r Report,
    pub(crate) id: ParagraphId,
    pub(crate) row: &'r ParagraphRow,
}

impl<'r> Paragraph<'r> {
    /// Its index in `paragraphs`.
    pub fn id(self) -> ParagraphId {
        self.id
    }

    /// Its row.
    pub fn row(self) -> &'r ParagraphRow {
        self.row
    }

    /// Its place in the text.
    pub fn span(self) -> Span {
        self.row.span
    }

    /// The paragraph as written.
    pub fn text(self) -> &'r str {
        self.report.slice(self.row.span)
    }

    /// What the paragraph is.
    pub fn role(self) -> ParagraphRole {
        self.row.role
    }

    /// 0 for the report itself, 1, 2, … for its annexed reports.
    pub fn part(self) -> u32 {
        self.row.part
    }

    /// The innermost section it stands in.
    pub fn section(self) -> Option<Section<'r>> {
        self.row.section.map(|id| self.report.section(id))
    }

    /// The topic sentence that opens it, closing 。 left out.
    pub fn lead(self) -> Option<&'r str> {
        self.row.lead.map(|span| self.report.slice(span))
    }

    /// The points that start in it.
    pub fn points(self) -> impl Iterator<Item = Point<'r>> {
        let first = self.report.points.partition_point(|point| point.paragraph < self.id);
        let ids = (first as u32..self.report.points.len() as u32).map(crate::row::PointId);
        ids.map(|id| self.report.point(id)).take_while(move |point| point.row.paragraph == self.id)
    }

    /// Its sentences, found anew at each call: each up to 。！？, with what is quoted or bracketed kept whole.
    pub fn sentences(self) -> impl Iterator<Item = Span> + 'r {
        let start = self.row.span.start as usize;
        sentence::sentences(self.text()).map(move |range| Span::new(start + range.start, start + range.end))
    }

    /// Its clauses, found anew at each call: each up to a stop or ，；：, with what is quoted or bracketed kept whole.
    pub fn clauses(self) -> impl Iterator<Item = Span> + 'r {
        let start = self.row.span.start as usize;
        clause::clauses(self.text()).map(move |range| Span::new(start + range.start, start + range.end))
    }
}
