//! A headed division of a report.

use std::ops::Range;

use crate::report::Report;
use crate::row::{MetricId, ParagraphId, ParagraphRole, PointId, SectionId, SectionRole, SectionRow};
use crate::span::Span;
use crate::view::{Metric, Paragraph, Point};

/// A headed division of a report.
#[derive(Clone, Copy, Debug)]
pub struct Section<'r> {
    pub(crate) report: &'r Report,
    pub(crate) id: SectionId,
    pub(crate) row: &'r SectionRow,
}

impl<'r> Section<'r> {
    /// Its index in `sections`.
    pub fn id(self) -> SectionId {
        self.id
    }

    /// Its row.
    pub fn row(self) -> &'r SectionRow {
        self.row
    }

    /// From the marker to the end of the whole section.
    pub fn span(self) -> Span {
        self.row.span
    }

    /// The whole section as written.
    pub fn text(self) -> &'r str {
        self.report.slice(self.row.span)
    }

    /// The heading without marker and closing stop.
    pub fn title(self) -> &'r str {
        self.report.slice(self.row.title)
    }

    /// 一、 or （一）, as written.
    pub fn marker(self) -> Option<&'r str> {
        self.row.marker.map(|span| self.report.slice(span))
    }

    /// The number that the marker states.
    pub fn ordinal(self) -> Option<u32> {
        self.row.ordinal
    }

    /// 1 for the highest rank of its part.
    pub fn level(self) -> u8 {
        self.row.level
    }

    /// 0 for the report itself, 1, 2, … for its annexed reports.
    pub fn part(self) -> u32 {
        self.row.part
    }

    /// Whether body text follows in the heading's paragraph.
    pub fn is_run_in(self) -> bool {
        self.row.run_in
    }

    /// What the section is for.
    pub fn role(self) -> SectionRole {
        self.row.role
    }

    /// The section that holds this one.
    pub fn parent(self) -> Option<Section<'r>> {
        self.row.parent.map(|id| self.report.section(id))
    }

    /// The sections that hold this one, from the innermost outwards.
    pub fn ancestors(self) -> impl Iterator<Item = Section<'r>> {
        std::iter::successors(self.parent(), |section| section.parent())
    }

    /// The sections that stand directly in this one.
    pub fn children(self) -> impl Iterator<Item = Section<'r>> {
        self.descendants().filter(move |section| section.row.parent == Some(self.id))
    }

    /// The sections inside this one, at any depth.
    pub fn descendants(self) -> impl Iterator<Item = Section<'r>> {
        let (id, span) = (self.id.0, self.row.span);
        (id + 1..self.report.sections.len() as u32)
            .map(move |id| self.report.section(SectionId(id)))
            .take_while(move |section| span.contains(section.row.span))
    }

    /// The paragraphs of this section that stand in none of its subsections, its heading first.
    pub fn paragraphs(self) -> impl Iterator<Item = Paragraph<'r>> {
        within(&self.report.paragraphs, self.row.span, |row| row.span)
            .map(|id| self.report.paragraph(ParagraphId(id)))
            .filter(move |paragraph| paragraph.row.section == Some(self.id))
    }

    /// The body text of this section that stands in none of its subsections.
    pub fn body(self) -> impl Iterator<Item = Paragraph<'r>> {
        self.paragraphs().filter(|paragraph| paragraph.role() != ParagraphRole::Heading)
    }

    /// The points of this section that stand in none of its subsections.
    pub fn points(self) -> impl Iterator<Item = Point<'r>> {
        within(&self.report.points, self.row.span, |row| row.span)
            .map(|id| self.report.point(PointId(id)))
            .filter(move |point| point.row.section == Some(self.id))
    }

    /// The metrics of this section, those of its subsections included.
    pub fn metrics(self) -> impl Iterator<Item = Metric<'r>> {
        within(&self.report.metrics, self.row.span, |row| row.sentence).map(|id| self.report.metric(MetricId(id)))
    }

    /// The way to this section from the top: 二/（一）. A section without a number goes by its title; the parts of a
    /// report with annexes are told apart by a leading 附1/, 附2/.
    pub fn path(self) -> String {
        let mut names: Vec<&str> = self.ancestors().map(Section::name).collect();
        names.reverse();
        names.push(self.name());
        let path = names.join("/");
        if self.row.part > 0 { format!("附{}/{path}", self.row.part) } else { path }
    }

    fn name(self) -> &'r str {
        match self.marker() {
            Some(marker) if self.row.ordinal.is_some() => {
                marker.trim_start_matches(['#', ' ']).trim_end_matches(['、', '.', '．', '：', ':', ' '])
            }
            _ => self.title(),
        }
    }
}

/// The indices of the rows that start inside `span`: they stand in document order, so both ends are found by halving.
fn within<R>(rows: &[R], span: Span, place: impl Fn(&R) -> Span) -> Range<u32> {
    let before = |at: u32| rows.partition_point(|row| place(row).start < at) as u32;
    before(span.start)..before(span.end)
}
