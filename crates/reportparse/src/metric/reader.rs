//! Reads passages sentence by sentence and clause by clause.

use std::ops::Range;

use super::anchor::{self, Anchor};
use super::clause::{Clause, clauses};
use super::period::Context;
use super::phrase::Phrase;
use super::places::Places;
use super::scene::{Found, Scene};
use super::site::{self, Site};
use super::write::Writer;
use super::{Passage, cue, link, list, noun, phrase};
use crate::grammar::numeral::{Script, numeral};
use crate::grammar::period::{Edge, period};
use crate::lexicon::{Lexicon, ROLES, Roles};
use crate::row::{MetricRow, PeriodRow, SectionRole, Status};
use crate::sentence::{Mark, sentences_between};
use crate::symbol::Symbols;
use crate::text::is_letter;

/// Walks over the passages; what it learns in one sentence carries to the next.
pub(super) struct Reader<'r> {
    context: &'r Context,
    lexicon: &'r Lexicon,
    writer: Writer<'r>,
    /// The period that a list was announced under.
    announced: Option<PeriodRow>,
}

/// A sentence behind its list marker, with its marks.
struct Sentence<'p> {
    span: Range<usize>,
    marks: &'p [Mark],
}

/// How a sentence opens: its first clause that does not only say where the figures come from.
struct Opening {
    clause: Range<usize>,
    head: Phrase,
    /// The period that frames the sentences behind it.
    period: Option<PeriodRow>,
}

impl Sentence<'_> {
    fn clauses<'c>(&'c self, text: &'c str, anchors: &'c [Anchor<'_>]) -> impl Iterator<Item = Clause> + 'c {
        clauses(text, self.span.clone(), self.marks, anchors)
    }
}

/// Takes those of `places` that lie in `span` off, with all before them.
fn take_until<'p, T>(places: &mut &'p [T], span: &Range<usize>, at: impl Fn(&T) -> usize) -> &'p [T] {
    let end = places.iter().take_while(|place| at(place) < span.end).count();
    let (here, later) = places.split_at(end);
    *places = later;
    let before = here.iter().take_while(|place| at(place) < span.start).count();
    &here[before..]
}

impl<'r> Reader<'r> {
    pub(super) fn new(context: &'r Context, lexicon: &'r Lexicon, symbols: &'r mut Symbols) -> Self {
        Reader { context, lexicon, writer: Writer::new(context, lexicon, symbols), announced: None }
    }

    pub(super) fn finish(self) -> Vec<MetricRow> {
        self.writer.finish()
    }

    pub(super) fn read(&mut self, passage: &Passage<'_>, places: &Places) {
        let text = passage.text();
        let continues_list = passage.points.iter().any(|(_, extent)| extent.start == 0);
        if !continues_list {
            self.announced = None;
        }
        let mut frame = self.announced;
        let (mut marks, mut openers) = (&*places.marks, &*places.openers);
        let mut cues = &*places.cues;
        let mut anchors = Vec::new();
        let mut plans = false;
        let mut before = None;
        for sentence in sentences_between(&places.marks, text.len()) {
            let is_last = sentence.end == text.len();
            let announces = is_last && cue::announces_list(text, sentence.clone(), &places.cues);
            let written = behind_marker(text, sentence);
            let span = behind_topic(passage, written.clone());
            let here = Sentence { marks: take_until(&mut marks, &span, |mark| mark.at), span: span.clone() };
            anchors.clear();
            let opening = take_until(&mut openers, &span, |&at| at);
            anchor::scan(text, span.clone(), opening, self.lexicon, &mut anchors);
            anchor::share_points(text, &mut anchors);
            anchor::share_units(text, &mut anchors);
            plans |= cue::turns_to_plans(&text[span.clone()]);
            let opening = if is_last && !announces { None } else { self.opening(passage, &here, &anchors) };
            let mut scene = Scene { period: frame, framed: true, target: plans, ..Scene::default() };
            scene.cues = take_until(&mut cues, &span, |cue| cue.at);
            scene.before = before.filter(|_| text[span.clone()].trim_start().starts_with("其中"));
            if span.start > written.start {
                scene.subject.hear(written.start..span.start, false);
            }
            scene.sentence = passage.source(written);
            self.sentence(passage, &here, &anchors, opening.as_ref(), &mut scene);
            before = scene.divided();
            frame = cue::reframed(frame, opening.and_then(|opening| opening.period));
            if announces {
                self.announced = frame;
            }
        }
    }

    /// How `sentence` opens.
    fn opening(&self, passage: &Passage<'_>, sentence: &Sentence<'_>, anchors: &[Anchor<'_>]) -> Option<Opening> {
        let text = passage.text();
        let clause = sentence.clauses(text, anchors).find(|clause| !cue::names_source(&text[clause.span.clone()]))?;
        let head = phrase::opened(text, clause.span.clone());
        let period = phrase::opener(text, clause.span.clone(), &head).filter(|(_, period)| period.frames());
        let site = Site { passage, context: self.context, clause: &clause, from: clause.span.start };
        let period = period.map(|(start, period)| site.period_row(start, &period));
        Some(Opening { clause: clause.span, head, period })
    }

    /// Reads a sentence up to its last amount: what stands behind it says nothing of any.
    fn sentence(
        &mut self,
        passage: &Passage<'_>,
        sentence: &Sentence<'_>,
        anchors: &[Anchor<'_>],
        opening: Option<&Opening>,
        scene: &mut Scene<'_>,
    ) {
        let first = self.writer.len();
        let amounts = anchors.iter().rposition(|anchor| anchor.quantity().is_some()).map_or(0, |last| last + 1);
        let mut rest = &anchors[..amounts];
        for clause in sentence.clauses(passage.text(), anchors) {
            if rest.is_empty() {
                break;
            }
            let count = rest.iter().take_while(|anchor| anchor.span.start < clause.span.end).count();
            let (here, later) = rest.split_at(count);
            rest = later;
            (scene.verb, scene.against, scene.basis) = (None, None, None);
            scene.close_part();
            if !self.clause(passage, &clause, here, scene) {
                let opened = opening.filter(|opening| opening.clause == clause.span);
                let head = opened.map(|opening| opening.head.clone());
                let head = head.unwrap_or_else(|| phrase::opened(passage.text(), clause.span.clone()));
                self.silent(passage, &clause, &head, scene);
            }
            if matches!(clause.close, Some('；' | ';')) {
                scene.subject.close();
                scene.main = None;
                // 其中 at the head of a sentence holds for all of it.
                scene.whole = scene.whole.filter(|_| scene.before.is_some());
                scene.target &= passage.role == SectionRole::Plan;
            }
        }
        self.writer.make_up(first);
    }

    /// The measurements of a clause; whether there are any.
    fn clause(
        &mut self,
        passage: &Passage<'_>,
        clause: &Clause,
        anchors: &[Anchor<'_>],
        scene: &mut Scene<'_>,
    ) -> bool {
        let text = passage.text();
        let mut measured = false;
        let mut site = Site { passage, context: self.context, clause, from: clause.span.start };
        let mut rest = anchors;
        while let Some((anchor, later)) = rest.split_first() {
            let Some(found) = site.read(anchor, scene) else {
                rest = later;
                continue;
            };
            measured = true;
            let opens =
                |count: usize| found.link.change.is_none() && list::restarts(text, &rest[..count], &found.phrase);
            let count = Some(list::len(text, rest)).filter(|&count| !opens(count)).unwrap_or(1);
            let right = site::right_of(text, &rest[count - 1], &rest[count..], clause);
            if count > 1 {
                let counted = noun::counted(text, right, found.quantity, &found.phrase, found.link.roles);
                self.writer.list(passage, &rest[..count], &found, counted, scene);
            } else {
                self.single(&site, later.first(), right, found, scene);
            }
            site.from = rest[count - 1].span.end;
            rest = &rest[count..];
        }
        measured
    }

    /// A number that stands alone before the `next`; the noun that it counts is looked for in `right`.
    fn single(
        &mut self,
        site: &Site<'_>,
        next: Option<&Anchor<'_>>,
        mut right: Range<usize>,
        mut found: Found<'_, '_>,
        scene: &mut Scene<'_>,
    ) {
        let text = site.passage.text();
        if let Some((end, joint)) = site::origin(text, &found, next) {
            found.phrase.span.end = end;
            found.status = Some(Status::Actual);
            right.end = right.end.min(joint);
        }
        let (quantity, phrase) = (found.quantity, &found.phrase);
        let counted = next.and_then(|next| noun::sized(text, quantity, next.span.clone(), site.clause.span.end));
        let counted = counted.or_else(|| noun::counted(text, right.clone(), quantity, phrase, found.link.roles));
        let counted = counted.or_else(|| noun::deed(text, right, quantity, phrase));
        let mut counted = counted.filter(|_| found.relation.is_none());
        if let Some(noun) = &mut counted {
            found.period = site.dated(noun).or(found.period);
        }
        site::aimed(text, &mut found);
        self.writer.single(site.passage, &mut found, counted, scene);
    }

    /// A clause without a measurement may still set the period, the subject and the status of those behind it.
    fn silent(&self, passage: &Passage<'_>, clause: &Clause, head: &Phrase, scene: &mut Scene<'_>) {
        let text = passage.text();
        let words = &text[clause.span.clone()];
        if let Some(basis) = link::compared(text, clause.span.clone()) {
            scene.compared = Some(basis);
            return;
        }
        // 与上年持平 does not speak of 上年, nor 为10年来最高 of 10年来.
        let compares =
            |start: usize| text[clause.span.start..start].ends_with(['与', '同', '和', '比', '较', '为', '创']);
        let opener = phrase::opener(text, clause.span.clone(), head).filter(|(start, _)| !compares(*start));
        if let Some((start, period)) = opener {
            // 2030年前碳达峰目标如期实现 dates its own event only; 截至6月底 alone dates what follows.
            let acts = head.roles.any(Roles::LIGHT) && start > clause.span.start;
            let alone = start + period.len >= clause.span.end || head.span.is_empty();
            if alone || !acts && period.edge != Edge::Until {
                let site = Site { passage, context: self.context, clause, from: clause.span.start };
                scene.speak_of(site.period_row(start, &period));
            }
        }
        let aims = scene.hints(&['标', '务'], clause.span.clone()) && cue::announces_targets(words);
        let views = scene.hints(&['预', '每'], clause.span.clone()) && cue::is_anothers_view(words);
        scene.target |= head.roles.any(Roles::TARGET) || aims;
        scene.forecast |= head.roles.any(Roles::FORECAST) || views;
        if head.roles.any(Roles::PART) {
            scene.open_part(false);
        }
        if !ASIDES.iter().any(|opener| words.starts_with(opener)) {
            scene.subject.hear(head.span.clone(), head.roles.any(Roles::LIGHT | Roles::OPENING));
        }
    }
}

/// Openers of clauses that say how or why, and name no subject.
const ASIDES: [&str; 8] = ["剔除", "扣除", "按", "据", "受", "由于", "随着", "在"];

/// The first `sentence` of a passage behind the word that titles it: 科技　|全年专利授权…. One blank alone stands near, so that
/// no spaced-out line is cut.
fn behind_topic(passage: &Passage<'_>, sentence: Range<usize>) -> Range<usize> {
    const NEAR: usize = 72;
    let text = passage.text();
    let mut cuts = passage.reading.cuts(sentence.start + 1..sentence.end.min(sentence.start + NEAR));
    let (Some(end), None) = (cuts.next().filter(|_| sentence.start == 0), cuts.next()) else { return sentence };
    let topic = &text[sentence.start..end];
    let is_title = (2..=6).contains(&topic.chars().count()) && topic.chars().all(is_letter);
    let is_word = period(topic).is_some() || ROLES.start.longest(topic).is_some_and(|(len, _)| len == topic.len());
    let rest = &text[end..sentence.end];
    let opens = period(rest).is_some() || ROLES.start.longest(rest).is_some_and(|(_, roles)| roles.any(Roles::SCOPE));
    if is_title && !is_word && opens { end..sentence.end } else { sentence }
}

/// `sentence` behind the marker of a list that opens it: 1. , （二）, 一是.
fn behind_marker(text: &str, sentence: Range<usize>) -> Range<usize> {
    let words = &text[sentence.clone()];
    let inner = words.trim_start_matches(['(', '（']);
    let Some(number) = numeral(inner).filter(|number| number.len <= 6) else {
        return sentence;
    };
    let rest = &inner[number.len..];
    // 一、二、三产业 names three.
    if rest.strip_prefix('、').is_some_and(|next| numeral(next).is_some_and(|next| next.script == Script::Single)) {
        return sentence;
    }
    let close = ["、", "．", "）", ")", ".", "是"].iter().find(|close| rest.starts_with(**close));
    let body = close.map(|close| &rest[close.len()..]).filter(|body| !body.starts_with(|c: char| c.is_ascii_digit()));
    body.map_or(sentence.clone(), |body| sentence.end - body.len()..sentence.end)
}
