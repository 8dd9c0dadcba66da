//! Sentences to metrics: every measurement with its indicator, change, status and period.

pub(crate) mod anchor;
mod clause;
mod cue;
mod link;
mod list;
mod period;
mod phrase;
mod reader;
mod scene;
mod site;
mod write;

use std::ops::Range;

use crate::lexicon::Lexicon;
use crate::reading::Reading;
use crate::row::{MetricRow, PointId, SectionId, SectionRole};
use crate::span::Span;
use crate::symbol::Symbols;

pub(crate) use period::Context;

/// A paragraph as this stage reads it.
pub(crate) struct Passage<'p> {
    /// The text without line breaks and noise, which takes its offsets back to the report.
    pub(crate) reading: &'p Reading<'p>,
    /// The innermost section it stands in.
    pub(crate) section: Option<SectionId>,
    /// What that section is for.
    pub(crate) role: SectionRole,
    /// The points that cover a part of it, outermost first, with their extent in `text`.
    pub(crate) points: Vec<(PointId, Range<usize>)>,
}

impl Passage<'_> {
    fn text(&self) -> &str {
        self.reading.text()
    }

    fn source(&self, range: Range<usize>) -> Span {
        self.reading.source(range)
    }
}

/// The metrics of all passages, in document order.
pub(crate) fn find(
    passages: &[Passage<'_>],
    context: &Context,
    lexicon: &Lexicon,
    symbols: &mut Symbols,
) -> Vec<MetricRow> {
    let mut reader = reader::Reader::new(context, lexicon, symbols);
    for passage in passages {
        reader.read(passage);
    }
    reader.finish()
}
