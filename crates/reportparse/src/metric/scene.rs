//! What holds inside one sentence while it is read, and what was found around a number.

use std::ops::Range;

use rust_decimal::Decimal;

use super::anchor::Anchor;
use super::link::Link;
use super::phrase::{self, Phrase};
use super::places::{Cue, stands};
use super::relation::Main;
use super::subject::Subject;
use crate::grammar::quantity::Quantity;
use crate::lexicon::{Roles, Sign};
use crate::row::{MetricId, PeriodRow, Status};
use crate::span::Span;

/// What holds inside one sentence.
#[derive(Default)]
pub(super) struct Scene<'s> {
    pub(super) sentence: Span,
    /// The cues that stand in it.
    pub(super) cues: &'s [Cue],
    /// The period written last at the head of a clause, else the paragraph's frame.
    pub(super) period: Option<PeriodRow>,
    /// Whether `period` is still the paragraph's frame.
    pub(super) framed: bool,
    /// What a clause without a noun of its own speaks of.
    pub(super) subject: Subject,
    /// Whether a word has said that what follows is to be reached.
    pub(super) target: bool,
    /// Whether a word has said that others expect what follows.
    pub(super) forecast: bool,
    /// The metric that 其中 belongs to, while it holds.
    pub(super) whole: Option<Whole>,
    /// What a bracket that opens with 其中 goes back to at its end.
    pub(super) outer: Option<Option<Whole>>,
    /// The row that a 其中 at the head of the sentence belongs to: the last one of the sentence before.
    pub(super) before: Option<usize>,
    /// The last metric of the sentence, none in brackets.
    pub(super) last: Option<Last>,
    /// The last metric of a bracket that is still open.
    pub(super) inner: Option<Last>,
    /// What the last metric is said of, where that is a relation: 占支出的64.7%.
    pub(super) main: Option<Main>,
    /// The sign of a verb that opened the clause and holds for all its numbers: 精简材料36.5%、环节35.2%.
    pub(super) verb: Option<Sign>,
    /// The sign of 高于 or 低于, which holds for the next number of the same clause, too: 高于全国0.1个、全市平均0.4个百分点.
    pub(super) against: Option<Sign>,
    /// The basis of the change before, which holds for the next one of the same clause.
    pub(super) basis: Option<Range<usize>>,
    /// 与上年相比，: a basis that is a clause of its own holds for the rest of the sentence.
    pub(super) compared: Option<Range<usize>>,
}

/// What 其中 divides.
#[derive(Clone, Copy)]
pub(super) struct Whole {
    pub(super) row: MetricId,
    /// The row of its first part.
    pub(super) part: Option<usize>,
    /// The sum of the parts told so far.
    pub(super) told: Decimal,
}

/// The metric written last, and how its number was joined.
#[derive(Clone, Copy)]
pub(super) struct Last {
    pub(super) row: usize,
    /// The row that a part would belong to: the level that its changes were told of.
    pub(super) whole: usize,
    /// Where its number ends.
    pub(super) end: usize,
    /// Whether it counts the noun behind it.
    pub(super) counted: bool,
}

/// A measurement on its way to a row.
pub(super) struct Found<'f, 'l> {
    pub(super) quantity: &'f Quantity<'l>,
    pub(super) link: Link,
    pub(super) phrase: Phrase,
    /// The period of its own clause.
    pub(super) period: Option<PeriodRow>,
    /// The status, where the form of the sentence alone tells it: the A of 从A提高到B.
    pub(super) status: Option<Status>,
    /// Whether it stands in brackets, so that what follows belongs to the number before them.
    pub(super) aside: bool,
    /// Where the verb stands that relates what was measured before to something else: 占, 完成.
    pub(super) relation: Option<usize>,
}

impl Found<'_, '_> {
    /// Whether its words lead to the level of what was just told: 达到80亿元; but not （目标为80亿元）.
    pub(super) fn leads(&self) -> bool {
        self.link.roles.any(Roles::LIGHT | Roles::REACH) && !(self.aside && self.link.roles.any(Roles::TARGET))
    }
}

impl Scene<'_> {
    /// Whether one of these cues stands in `range`.
    pub(super) fn hints(&self, signs: &[char], range: Range<usize>) -> bool {
        stands(self.cues, signs, &range)
    }

    /// From here on `period` holds, until another is written.
    pub(super) fn speak_of(&mut self, period: PeriodRow) {
        (self.period, self.framed) = (Some(period), false);
    }

    /// The last metric reaches as far as the last number of its list.
    pub(super) fn reach(&mut self, members: &[Anchor<'_>]) {
        if let (Some(last), Some(member)) = (&mut self.last, members.last()) {
            last.end = member.span.end;
        }
    }

    /// The row that a 其中 would divide now.
    pub(super) fn divided(&self) -> Option<usize> {
        let main = self.main.as_ref().and_then(|main| main.row);
        main.or(self.last.map(|last| last.whole))
    }

    /// 其中: what follows is a part of the last metric, up to the end of the bracket where it stands in one.
    pub(super) fn open_part(&mut self, aside: bool) {
        if aside && self.outer.is_none() {
            self.outer = Some(self.whole);
        }
        let row = self.divided().or(self.before);
        self.whole = row.map(|row| Whole { row: MetricId(row as u32), part: None, told: Decimal::ZERO }).or(self.whole);
    }

    /// The bracket that opened with 其中 is over.
    pub(super) fn close_part(&mut self) {
        if let Some(outer) = self.outer.take() {
            self.whole = outer;
        }
    }

    /// What a relation about to be written is said of.
    pub(super) fn related(&mut self, text: &str, found: &Found<'_, '_>) -> Option<Main> {
        let verb = found.relation?;
        let name = found.phrase.span.start..verb.max(found.phrase.span.start);
        if !name.is_empty() {
            let name = phrase::opened(text, name).span;
            return Some(Main { row: None, subject: Some(name), name: found.phrase.span.clone(), share: false });
        }
        let name = verb..found.phrase.span.end.max(verb);
        let (row, subject) = match &self.main {
            Some(main) => (main.row, main.subject.clone()),
            None => (self.last.map(|last| last.row), self.subject.get(text)),
        };
        let share = phrase::is_share(&text[name.clone()]);
        Some(Main { row, subject, name, share })
    }

    /// Goes back from a relation to what it was said of.
    pub(super) fn resume(&mut self) {
        let Some(main) = self.main.take() else { return };
        self.subject.resume(main.subject);
        self.last = self.last.zip(main.row).map(|(last, row)| Last { row, whole: row, ..last });
    }
}
