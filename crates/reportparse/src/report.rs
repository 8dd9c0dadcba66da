//! What the caller holds: one text and four tables over it.

use std::sync::{Arc, OnceLock};

use crate::diagnostic::Diagnostic;
use crate::meta::MetaRow;
use crate::offsets::{self, OffsetIndex, Offsets, Position};
use crate::row::{MetricId, MetricRow, ParagraphId, ParagraphRow, PointId, PointRow, SectionId, SectionRow, Symbol};
use crate::span::Span;
use crate::symbol::Symbols;
use crate::view::{Meta, Metric, Paragraph, Point, Section};

/// A parsed report: its text, metadata, sections, paragraphs, points, metrics and diagnostics.
///
/// It owns its text and never changes; it may be read from any number of threads.
#[derive(Debug)]
pub struct Report {
    pub(crate) text: Arc<str>,
    pub(crate) meta: MetaRow,
    pub(crate) sections: Vec<SectionRow>,
    pub(crate) paragraphs: Vec<ParagraphRow>,
    pub(crate) points: Vec<PointRow>,
    pub(crate) metrics: Vec<MetricRow>,
    pub(crate) diagnostics: Vec<Diagnostic>,
    pub(crate) symbols: Symbols,
    pub(crate) offsets: OnceLock<OffsetIndex>,
}

impl Report {
    /// The text as given.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text as given, shared.
    pub fn shared_text(&self) -> Arc<str> {
        Arc::clone(&self.text)
    }

    /// The characters at `span`.
    ///
    /// # Panics
    ///
    /// If `span` is not one of this report's.
    pub fn slice(&self, span: Span) -> &str {
        &self.text[span.range()]
    }

    /// The facts of the report's head.
    pub fn meta(&self) -> Meta<'_> {
        Meta { report: self }
    }

    /// The sections in document order: a section stands before those it holds.
    pub fn sections(&self) -> impl ExactSizeIterator<Item = Section<'_>> + DoubleEndedIterator + Clone {
        (0..self.sections.len() as u32).map(|id| self.section(SectionId(id)))
    }

    /// The paragraphs in document order.
    pub fn paragraphs(&self) -> impl ExactSizeIterator<Item = Paragraph<'_>> + DoubleEndedIterator + Clone {
        (0..self.paragraphs.len() as u32).map(|id| self.paragraph(ParagraphId(id)))
    }

    /// The points in document order.
    pub fn points(&self) -> impl ExactSizeIterator<Item = Point<'_>> + DoubleEndedIterator + Clone {
        (0..self.points.len() as u32).map(|id| self.point(PointId(id)))
    }

    /// The metrics in document order.
    pub fn metrics(&self) -> impl ExactSizeIterator<Item = Metric<'_>> + DoubleEndedIterator + Clone {
        (0..self.metrics.len() as u32).map(|id| self.metric(MetricId(id)))
    }

    /// What is odd about the report, in document order.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// The section with this index.
    ///
    /// # Panics
    ///
    /// If the report has no such section; so do its siblings below.
    pub fn section(&self, id: SectionId) -> Section<'_> {
        Section { report: self, id, row: &self.sections[id.0 as usize] }
    }

    /// The paragraph with this index.
    pub fn paragraph(&self, id: ParagraphId) -> Paragraph<'_> {
        Paragraph { report: self, id, row: &self.paragraphs[id.0 as usize] }
    }

    /// The point with this index.
    pub fn point(&self, id: PointId) -> Point<'_> {
        Point { report: self, id, row: &self.points[id.0 as usize] }
    }

    /// The metric with this index.
    pub fn metric(&self, id: MetricId) -> Metric<'_> {
        Metric { report: self, id, row: &self.metrics[id.0 as usize] }
    }

    /// The section with the path `path`, such as 二/（一）; see [`Section::path`]. Brackets may be full or half width.
    pub fn section_at(&self, path: &str) -> Option<Section<'_>> {
        let wide = |path: &str| path.replace('(', "（").replace(')', "）");
        let wanted = wide(path);
        self.sections().find(|section| wide(&section.path()) == wanted)
    }

    /// The sections whose title holds `words`.
    pub fn find<'r>(&'r self, words: &'r str) -> impl Iterator<Item = Section<'r>> {
        self.sections().filter(move |section| section.title().contains(words))
    }

    /// The rows of `sections`, as stored.
    pub fn section_rows(&self) -> &[SectionRow] {
        &self.sections
    }

    /// The rows of `paragraphs`, as stored.
    pub fn paragraph_rows(&self) -> &[ParagraphRow] {
        &self.paragraphs
    }

    /// The rows of `points`, as stored.
    pub fn point_rows(&self) -> &[PointRow] {
        &self.points
    }

    /// The rows of `metrics`, as stored.
    pub fn metric_rows(&self) -> &[MetricRow] {
        &self.metrics
    }

    /// The facts of the head, as stored.
    pub fn meta_row(&self) -> &MetaRow {
        &self.meta
    }

    /// The string behind a symbol of one of this report's rows.
    pub fn symbol(&self, symbol: Symbol) -> &str {
        self.symbols.resolve(symbol)
    }

    /// The byte offset `at`, counted as `offsets` says. The first call builds an index in time linear in the text.
    pub fn offset(&self, at: u32, offsets: Offsets) -> u32 {
        match offsets {
            Offsets::Bytes => at,
            _ => self.index().convert(&self.text, at, offsets),
        }
    }

    /// The byte offset of `at`, which is counted as `offsets` says; the end of the text where there is no such place.
    pub fn byte_offset(&self, at: u32, offsets: Offsets) -> u32 {
        self.index().byte(&self.text, at, offsets)
    }

    /// Line and column of the byte offset `at`.
    pub fn position(&self, at: u32) -> Position {
        self.index().position(&self.text, at)
    }

    /// The line that holds the byte offset `at`.
    pub fn line(&self, at: u32) -> Span {
        offsets::line_of(&self.text, at)
    }

    fn index(&self) -> &OffsetIndex {
        self.offsets.get_or_init(|| OffsetIndex::new(&self.text))
    }
}

impl PartialEq for Report {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
            && self.meta == other.meta
            && self.sections == other.sections
            && self.paragraphs == other.paragraphs
            && self.points == other.points
            && self.metrics == other.metrics
            && self.diagnostics == other.diagnostics
    }
}
