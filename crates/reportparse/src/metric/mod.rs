//! Sentences to metrics: every measurement with its indicator, change, status and period.
//!
//! A figure is rare, and everything about it stands near it. So one pass by byte class finds the marks of a passage, the
//! characters that may open a number, and those of the few words that say what numbers mean wherever they stand
//! (`places`); only these are looked at again, to divide it into sentences and clauses and to tell its numbers
//! (`anchor`). A sentence is read up to its last amount, and one without any is only asked for the period that it hands
//! on (`reader`). Around each number the words are peeled off from both ends: those that join it to its indicator
//! (`link`: 同比增长, 达到), those that open the clause (`phrase`: 全年, 确保), and what is left is the name of what is
//! measured, unless the number counts the noun behind it (`noun`: 12家企业) or says how the last one stands to something
//! else (`relation`: 占支出的64.7%). A clause without a name takes its subject from those before it, which are read for
//! one only then (`subject`). Lists share names and numbers out (`list`), cues tell what is planned (`cue`), and `write`
//! puts the row together once.
//!
//! Nearly every question has the answer no, so every rule is asked by one character first: a bit of a set of characters
//! says whether the first or the last one lets it hold. No rule looks farther back than a clause, and none further than a
//! few dozen characters, so the cost is that of the text's length.

pub(crate) mod anchor;
mod area;
mod clause;
mod cue;
mod label;
mod link;
mod list;
mod measure;
mod noun;
mod part;
mod period;
mod phrase;
pub(crate) mod places;
mod reader;
mod relation;
mod scene;
mod site;
mod spelled;
mod subject;
mod threshold;
mod write;

use std::ops::Range;

use crate::lexicon::Lexicon;
use crate::reading::Reading;
use crate::row::{MetricRow, PointId, SectionId, SectionRole};
use crate::span::Span;
use crate::symbol::Symbols;
use places::Places;

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
    let mut places = Places::default();
    for passage in passages {
        places.find(passage.text());
        reader.read(passage, &places);
    }
    reader.finish()
}
