//! Reads passages sentence by sentence and writes metrics.

use std::ops::Range;

use rust_decimal::Decimal;

use super::anchor::{self, Anchor, Kind};
use super::clause::{Clause, clauses, sentences};
use super::link::{Change, Link, link};
use super::period::{Context, is_future, is_past};
use super::phrase::{self, Phrase};
use super::{Passage, split};
use crate::grammar::period::{Edge, Period};
use crate::grammar::quantity::{Quantity, UnitText};
use crate::lexicon::{Dimension, Lexicon, Roles, Sign};
use crate::row::{Approx, ChangeRow, LevelRow, MetricId, MetricRow, PeriodRow, SectionRole, Status, Symbol};
use crate::span::Span;
use crate::symbol::Symbols;

/// Walks over the passages; what it learns in one sentence carries to the next as the guide of the field says.
pub(super) struct Reader<'r> {
    context: &'r Context,
    lexicon: &'r Lexicon,
    symbols: &'r mut Symbols,
    rows: Vec<MetricRow>,
    /// The period that a list was announced under.
    announced: Option<PeriodRow>,
    unit_text: String,
}

/// What holds inside one sentence.
#[derive(Default)]
struct Scene {
    sentence: Span,
    /// The period written last at the head of a clause, else the paragraph's frame.
    period: Option<PeriodRow>,
    /// Whether `period` is still the paragraph's frame.
    framed: bool,
    /// The subject that a clause without a noun of its own takes.
    subject: Option<Range<usize>>,
    /// Whether a word has said that what follows is to be reached.
    target: bool,
    forecast: bool,
    /// The metric that 其中 belongs to, while it holds.
    whole: Option<MetricId>,
    in_part: bool,
    /// The last metric of the sentence.
    last: Option<Last>,
    /// The sign of a verb that opened the clause and holds for all its numbers: 精简材料36.5%、环节35.2%.
    verb: Option<Sign>,
    /// The basis of the change before, which holds for the next one of the same clause.
    basis: Option<Range<usize>>,
}

/// The metric written last, and how its number was joined.
#[derive(Clone)]
struct Last {
    row: usize,
    end: usize,
    counted: bool,
}

/// A measurement on its way to a row.
struct Found<'f, 'l> {
    quantity: &'f Quantity<'l>,
    link: Link,
    phrase: Phrase,
    /// The period of its own clause.
    period: Option<PeriodRow>,
    status: Option<Status>,
    /// Whether it stands in brackets, so that what follows belongs to the number before them.
    aside: bool,
}

impl<'r> Reader<'r> {
    pub(super) fn new(context: &'r Context, lexicon: &'r Lexicon, symbols: &'r mut Symbols) -> Self {
        Reader { context, lexicon, symbols, rows: Vec::new(), announced: None, unit_text: String::new() }
    }

    pub(super) fn finish(self) -> Vec<MetricRow> {
        self.rows
    }

    pub(super) fn read(&mut self, passage: &Passage<'_>) {
        let continues_list = passage.points.iter().any(|(_, extent)| extent.start == 0);
        if !continues_list {
            self.announced = None;
        }
        let mut frame = self.announced;
        let mut anchors = Vec::new();
        let mut turned = false;
        for sentence in sentences(passage.text()) {
            let sentence = behind_marker(passage.text(), sentence);
            anchors.clear();
            anchor::scan(passage.text(), sentence.clone(), self.lexicon, &mut anchors);
            turned |= turns_to_plans(&passage.text()[sentence.clone()]);
            let opener = self.opener(passage, sentence.clone());
            let mut scene = Scene {
                sentence: passage.source(sentence.clone()),
                period: frame,
                framed: true,
                target: turned,
                ..Scene::default()
            };
            self.sentence(passage, sentence, &anchors, &mut scene);
            frame = opener.or(frame);
        }
        if announces_list(passage.text()) {
            self.announced = frame;
        }
    }

    /// The period that opens `sentence` and frames those behind it.
    fn opener(&self, passage: &Passage<'_>, sentence: Range<usize>) -> Option<PeriodRow> {
        let head = clauses(passage.text(), sentence).next()?;
        let (start, period) = phrase::opener(passage.text(), head.span)?;
        period.frames().then(|| self.period_row(passage, start, &period))
    }

    fn period_row(&self, passage: &Passage<'_>, start: usize, period: &Period) -> PeriodRow {
        let span = passage.source(start..start + period.len);
        self.context.resolve(period, span, passage.role)
    }

    fn sentence(&mut self, passage: &Passage<'_>, span: Range<usize>, anchors: &[Anchor<'_>], scene: &mut Scene) {
        if anchors.is_empty() {
            return;
        }
        let mut rest = anchors;
        for clause in clauses(passage.text(), span) {
            let count = rest.iter().take_while(|anchor| anchor.span.start < clause.span.end).count();
            let (here, later) = rest.split_at(count);
            rest = later;
            self.clause(passage, &clause, here, scene);
            if matches!(clause.close, Some('；' | ';')) {
                scene.subject = None;
                scene.in_part = false;
                scene.target &= passage.role == SectionRole::Plan;
            }
        }
    }

    fn clause(&mut self, passage: &Passage<'_>, clause: &Clause, anchors: &[Anchor<'_>], scene: &mut Scene) {
        let text = passage.text();
        let mut measured = false;
        (scene.verb, scene.basis) = (None, None);
        let mut from = clause.span.start;
        let mut index = 0;
        while index < anchors.len() {
            let anchor = &anchors[index];
            let until = anchors[index + 1..]
                .iter()
                .find(|next| !matches!(next.kind, Kind::Other))
                .map_or(clause.span.end, |next| next.span.start);
            let found = match &anchor.kind {
                Kind::Measure(quantity) => self.measured(passage, clause, from, quantity, scene),
                Kind::Time(quantity) => {
                    self.measured(passage, clause, from, quantity, scene).filter(|found| measures_time(text, found))
                }
                Kind::Bare(quantity) => {
                    self.measured(passage, clause, from, quantity, scene).filter(|found| measures_bare(text, found))
                }
                Kind::Date | Kind::Other => None,
            };
            index += 1;
            let Some(found) = found else { continue };
            let members = members(text, &anchors[index - 1..]);
            measured = true;
            if members.len() > 1 {
                self.list(passage, &members, found, scene);
                index += members.len() - 1;
                from = members.last().map_or(from, |last| last.span.end);
                if let Some(last) = &mut scene.last {
                    last.end = from;
                }
                continue;
            }
            let end = found.quantity.span.end;
            self.single(passage, found, until, clause.span.end, anchors.get(index), scene);
            from = end;
        }
        if !measured {
            self.silent(passage, clause, scene);
        }
    }

    /// A clause without a measurement may still set the period, the subject and the status of those behind it.
    fn silent(&mut self, passage: &Passage<'_>, clause: &Clause, scene: &mut Scene) {
        let text = passage.text();
        let words = &text[clause.span.clone()];
        let head = phrase::opened(text, clause.span.clone());
        if let Some((start, period)) = phrase::opener(text, clause.span.clone()) {
            // 2030年前碳达峰目标如期实现 dates its own event only; 截至6月底 alone dates what follows.
            let acts = head.roles.any(Roles::LIGHT) && start > clause.span.start;
            if !acts && period.edge != Edge::Until || start + period.len >= clause.span.end || head.span.is_empty() {
                (scene.period, scene.framed) = (Some(self.period_row(passage, start, &period)), false);
            }
        }
        scene.target |= head.roles.any(Roles::TARGET) || announces_targets(words);
        scene.forecast |= head.roles.any(Roles::FORECAST);
        if head.roles.any(Roles::PART) {
            scene.in_part = true;
            scene.whole = scene.last.as_ref().map(|last| MetricId(last.row as u32));
        }
        // A clause that opens with a verb (实现历史性突破) has no subject of its own; one without a verb may be a topic.
        let noun = phrase::noun(text, head.span.clone());
        let acts = head.roles.any(Roles::LIGHT | Roles::OPENING);
        let aside = ASIDES.iter().any(|opener| words.starts_with(opener));
        let names = !noun.is_empty() && !aside && (noun.end < head.span.end || scene.subject.is_none());
        if names && (!acts || scene.subject.is_none()) {
            scene.subject = Some(noun);
        }
    }

    /// What surrounds `quantity` in its clause, from the end of the number before it.
    fn measured<'f, 'l>(
        &mut self,
        passage: &Passage<'_>,
        clause: &Clause,
        from: usize,
        quantity: &'f Quantity<'l>,
        scene: &mut Scene,
    ) -> Option<Found<'f, 'l>> {
        let text = passage.text();
        let from = behind_counted(text, from, quantity.span.start, scene.last.as_ref(), clause.span.start);
        let (from, aside) = behind_bracket(text, from, quantity.span.start);
        let compares = quantity.is(Dimension::Ratio);
        let at = quantity.span.start;
        let closing = phrase::closing_period(text, from, at);
        let mut link = link(text, from, closing.map_or(at, |(start, _)| start), compares);
        if closing.is_some() && link.change.is_some() {
            link = super::link::link(text, from, at, compares);
        }
        let closing = if link.change.is_none() {
            closing.filter(|(start, _)| *start >= link.end).or_else(|| phrase::closing_period(text, from, link.end))
        } else {
            None
        };
        let end = closing.map_or(link.end, |(start, _)| start.min(link.end));
        let mut phrase = phrase::opened(text, from..end.max(from));
        if text[phrase.span.end..quantity.span.start].starts_with('、') {
            // 总量跨过一个台阶、超过6万亿元: what stands before the 、 is a predicate of its own.
            phrase.span = phrase::noun(text, phrase.span);
        }
        if link.change.is_none() && link.bare && (quantity.is(Dimension::Ratio) || quantity.is(Dimension::Multiple)) {
            if let Some((change, noun)) = phrase::verb_of_change(text, from, quantity.span.start) {
                scene.verb = Some(change.sign);
                link.change = Some(change);
                phrase.span = noun;
            } else if let Some(sign) = scene.verb.filter(|_| from > clause.span.start) {
                link.change = Some(Change { start: quantity.span.start, sign, basis: None });
            }
        }
        if let (Some(change), Some(basis)) = (&mut link.change, &scene.basis) {
            if change.basis.is_none() && from > clause.span.start {
                change.basis = Some(basis.clone());
            }
        }
        scene.basis = link.change.as_ref().and_then(|change| change.basis.clone());
        let period = self.own_period(passage, clause, from, quantity, &link, closing, &mut phrase, scene);
        if phrase.roles.any(Roles::PART) {
            scene.in_part = true;
            scene.whole = scene.last.as_ref().map(|last| MetricId(last.row as u32)).or(scene.whole);
        }
        let roles = link.roles | phrase.roles;
        scene.target |= roles.any(Roles::TARGET);
        scene.forecast |= roles.any(Roles::FORECAST) || forecasts(&text[clause.span.start..quantity.span.start]);
        Some(Found { quantity, link, phrase, period, status: None, aside })
    }

    /// The period written in the number's own clause; one at the head of the clause carries on.
    #[allow(clippy::too_many_arguments)]
    fn own_period(
        &self,
        passage: &Passage<'_>,
        clause: &Clause,
        from: usize,
        quantity: &Quantity<'_>,
        link: &Link,
        closing: Option<(usize, Period)>,
        phrase: &mut Phrase,
        scene: &mut Scene,
    ) -> Option<PeriodRow> {
        let text = passage.text();
        if let Some((start, period)) = closing {
            return Some(self.period_row(passage, start, &period));
        }
        let basis = link.change.as_ref().and_then(|change| change.basis.clone());
        let is_basis = |start: usize| basis.as_ref().is_some_and(|basis| basis.contains(&start));
        if let Some((start, period)) = phrase.period.filter(|(start, _)| !is_basis(*start)) {
            let row = self.period_row(passage, start, &period);
            (scene.period, scene.framed) = (Some(row), false);
            return Some(row);
        }
        if from == clause.span.start {
            if let Some((start, period)) = phrase::opener(text, from..quantity.span.start) {
                if !is_basis(start) {
                    let row = self.period_row(passage, start, &period);
                    (scene.period, scene.framed) = (Some(row), false);
                    if phrase.span.start < start + period.len {
                        phrase.span.start = (start + period.len).min(phrase.span.end);
                    }
                    return Some(row);
                }
            }
        }
        if let Some((span, inner)) = phrase::since(text, phrase.span.clone()) {
            phrase.span = inner;
            let row = PeriodRow { span: Some(passage.source(span)), start: None, end: None };
            (scene.period, scene.framed) = (Some(row), false);
            return Some(row);
        }
        let inside = phrase::inner_period(text, phrase.span.clone());
        inside.filter(|(start, _)| !is_basis(*start)).map(|(start, period)| self.period_row(passage, start, &period))
    }

    /// A number that is not one of a list.
    fn single(
        &mut self,
        passage: &Passage<'_>,
        mut found: Found<'_, '_>,
        until: usize,
        clause_end: usize,
        next: Option<&Anchor<'_>>,
        scene: &mut Scene,
    ) {
        let text = passage.text();
        let end = found.quantity.span.end;
        if let Some(noun_end) = origin(text, &found, next) {
            found.phrase.span.end = noun_end.max(found.phrase.span.start);
            found.status = Some(Status::Actual);
        }
        let right_end = counted_end(text, end, until, clause_end, next.is_some());
        let counted = phrase::counted(text, end..right_end, found.quantity, &found.phrase, found.link.roles);
        // 增加500万农村用户 adds so many users; 增加5400万人， is a change.
        let is_share = found.quantity.is(Dimension::Ratio) || found.quantity.is(Dimension::Multiple);
        let adds = counted.is_some() && found.phrase.span.is_empty() && !is_share;
        if found.link.change.as_ref().is_some_and(|change| !adds || change.basis.is_some()) {
            self.change(passage, found, scene);
            return;
        }
        match counted {
            Some(noun) => self.level(passage, found, Some(noun), true, scene),
            None => self.level(passage, found, None, false, scene),
        }
    }

    /// A stated change: it joins the level before it, or stands alone.
    fn change(&mut self, passage: &Passage<'_>, found: Found<'_, '_>, scene: &mut Scene) {
        let text = passage.text();
        let Some(change) = found.link.change.clone() else {
            return;
        };
        let noun = found.phrase.span.clone();
        let is_empty = noun.is_empty();
        let weak = !is_empty && phrase::is_weak(&text[noun.clone()]);
        let each = found.link.roles.any(Roles::EACH);
        let row = self.change_row(passage, &change, found.quantity);
        if is_empty && !each {
            if let Some(last) = scene.last.clone() {
                let target = &mut self.rows[last.row];
                if target.change.is_none() && target.level.is_some() {
                    target.change = Some(row);
                    if let Some(last) = &mut scene.last {
                        last.end = found.quantity.span.end;
                    }
                    return;
                }
            }
        }
        let indicator =
            if is_empty || weak { scene.subject.clone().or((!is_empty).then_some(noun)) } else { Some(noun) };
        let metric = self.row(passage, &found, indicator.clone(), scene);
        let metric = MetricRow { change: Some(row), unit: None, ..metric };
        let unit = self.unit(text, &found.quantity.unit);
        let metric = MetricRow { unit, approx: found.quantity.approx, ..metric };
        self.push(metric, &found, false, scene);
        if indicator.is_some() {
            scene.subject = indicator;
        }
    }

    /// A level, named by the noun it counts or by the phrase before it.
    fn level(
        &mut self,
        passage: &Passage<'_>,
        found: Found<'_, '_>,
        counted: Option<Range<usize>>,
        is_counted: bool,
        scene: &mut Scene,
    ) {
        let text = passage.text();
        let noun = found.phrase.span.clone();
        let reaches = found.link.roles.any(Roles::LIGHT | Roles::REACH);
        let level = self.level_row(passage, found.quantity);
        if noun.is_empty() && counted.is_none() && reaches {
            if let Some(last) = scene.last.as_ref().map(|last| last.row) {
                if self.rows[last].level.is_none() && self.rows[last].change.is_some() {
                    let unit = self.unit(text, &found.quantity.unit);
                    let target = &mut self.rows[last];
                    (target.level, target.unit, target.approx) = (Some(level), unit, found.quantity.approx);
                    return;
                }
            }
        }
        let weak = !noun.is_empty() && phrase::is_weak(&text[noun.clone()]);
        let own = counted.or((!noun.is_empty() && !weak).then_some(noun.clone()));
        let indicator = own.or_else(|| carried(text, scene)).or((!noun.is_empty()).then_some(noun));
        let metric = self.row(passage, &found, indicator.clone(), scene);
        let unit = self.unit(text, &found.quantity.unit);
        let metric = MetricRow { level: Some(level), unit, approx: found.quantity.approx, ..metric };
        self.push(metric, &found, is_counted, scene);
        if indicator.is_some() {
            scene.subject = indicator;
        }
    }

    /// Several numbers under one phrase: A、B分别增长x、y.
    fn list(&mut self, passage: &Passage<'_>, members: &[Anchor<'_>], found: Found<'_, '_>, scene: &mut Scene) {
        let text = passage.text();
        let noun = found.phrase.span.clone();
        let subjects = split::subjects(text, noun.clone(), members.len(), scene.subject.clone());
        let bound = shared_bound(members);
        let change = found.link.change.clone();
        for (position, member) in members.iter().enumerate() {
            let (Kind::Measure(quantity) | Kind::Bare(quantity) | Kind::Time(quantity)) = &member.kind else {
                continue;
            };
            let indicator = subjects.get(position).cloned().or_else(|| scene.subject.clone());
            let metric = self.row(passage, &found, indicator, scene);
            let approx = bound.filter(|_| quantity.approx == Approx::Exact).unwrap_or(quantity.approx);
            let unit = self.unit(text, &quantity.unit);
            let metric = match &change {
                Some(change) => {
                    let start = if position == 0 { change.start } else { quantity.span.start };
                    let change = Change { start, ..change.clone() };
                    MetricRow { change: Some(self.change_row(passage, &change, quantity)), unit, approx, ..metric }
                }
                None => MetricRow { level: Some(self.level_row(passage, quantity)), unit, approx, ..metric },
            };
            self.push(metric, &found, false, scene);
        }
        if !noun.is_empty() {
            scene.subject = Some(noun);
        }
    }

    fn push(&mut self, metric: MetricRow, found: &Found<'_, '_>, counted: bool, scene: &mut Scene) {
        let end = found.quantity.span.end;
        match &mut scene.last {
            Some(last) if found.aside => last.end = end,
            _ => scene.last = Some(Last { row: self.rows.len(), end, counted }),
        }
        self.rows.push(metric);
    }

    /// A row with all but its level and change.
    fn row(
        &mut self,
        passage: &Passage<'_>,
        found: &Found<'_, '_>,
        indicator: Option<Range<usize>>,
        scene: &Scene,
    ) -> MetricRow {
        let written = found.period.or(scene.period);
        let status = self.status(passage, found, written.as_ref(), scene);
        let is_start = found.status == Some(Status::Actual) && passage.role == SectionRole::Plan;
        let written = written.filter(|_| !is_start || found.period.is_some());
        let period = written.unwrap_or_else(|| self.context.default_period(passage.role));
        let code = indicator.clone().and_then(|span| self.code(&passage.text()[span]));
        let at = found.quantity.span.start;
        let point = passage.points.iter().rev().find(|(_, extent)| extent.contains(&at)).map(|(id, _)| *id);
        MetricRow {
            section: passage.section,
            point,
            sentence: scene.sentence,
            indicator: indicator.map(|span| passage.source(span)),
            code,
            level: None,
            unit: None,
            approx: Approx::Exact,
            change: None,
            status,
            period,
            part_of: if scene.in_part { scene.whole } else { None },
        }
    }

    fn status(
        &self,
        passage: &Passage<'_>,
        found: &Found<'_, '_>,
        period: Option<&PeriodRow>,
        scene: &Scene,
    ) -> Status {
        if let Some(status) = found.status {
            return status;
        }
        if is_ground(passage.text(), found.quantity.span.end) {
            return Status::Actual;
        }
        if scene.forecast {
            return Status::Other;
        }
        let roles = found.link.roles | found.phrase.roles;
        let own = found.period.as_ref();
        if passage.role == SectionRole::Plan {
            let spoken = own.or(period.filter(|_| !scene.framed));
            let done = roles.any(Roles::PAST) || spoken.is_some_and(|period| is_past(period, self.context));
            return if done && !roles.any(Roles::TARGET) { Status::Actual } else { Status::Target };
        }
        let planned = found.phrase.roles.any(Roles::TARGET) || is_planned_size(passage.text(), found);
        let future = period.is_some_and(|period| is_future(period, self.context)) && !self.context.covers_own_year;
        if scene.target || planned || future { Status::Target } else { Status::Actual }
    }

    /// The lexicon's code for an indicator, its area and a closing 增速 left out.
    fn code(&mut self, name: &str) -> Option<Symbol> {
        let bare = ["增速", "增幅", "涨幅", "增长率", "总量"].iter().find_map(|tail| name.strip_suffix(tail));
        let known = self.lexicon.indicators();
        let code = known.code(name).or_else(|| known.code(bare?))?;
        Some(self.symbols.intern(code))
    }

    fn unit(&mut self, text: &str, unit: &UnitText) -> Option<Symbol> {
        match unit {
            UnitText::None => None,
            UnitText::Named(name) => Some(self.symbols.intern(name)),
            UnitText::Written(scale, unit) => {
                self.unit_text.clear();
                self.unit_text.extend(text[scale.clone()].chars().filter(|c| !matches!(c, '余' | '多' | '几' | '餘')));
                self.unit_text.push_str(&text[unit.clone()]);
                Some(self.symbols.intern(&self.unit_text))
            }
        }
    }

    fn level_row(&mut self, passage: &Passage<'_>, quantity: &Quantity<'_>) -> LevelRow {
        let base = quantity.base();
        LevelRow {
            span: passage.source(quantity.span.clone()),
            value: quantity.value,
            high: quantity.high,
            base_value: base.map(|(value, _)| value),
            base_unit: base.map(|(_, unit)| self.symbols.intern(unit)),
        }
    }

    fn change_row(&mut self, passage: &Passage<'_>, change: &Change, quantity: &Quantity<'_>) -> ChangeRow {
        let signed = |value: Decimal| match change.sign {
            Sign::Plus => value,
            Sign::Minus => -value,
        };
        ChangeRow {
            span: passage.source(change.start..quantity.span.end),
            value: quantity.value.map(signed),
            high: quantity.high.map(signed),
            unit: self.unit(passage.text(), &quantity.unit),
            basis: change.basis.clone().map(|basis| passage.source(basis)),
        }
    }
}

/// 在压减10%的基础上: the ground that something is built on is there already.
fn is_ground(text: &str, end: usize) -> bool {
    let clause = text[end..].find(['，', ',', '。', '；', '再']).map_or(&text[end..], |at| &text[end..end + at]);
    clause.ends_with("基础上")
}

/// 规划建设用地250.8亩: a planned size is still to come.
fn is_planned_size(text: &str, found: &Found<'_, '_>) -> bool {
    let noun = &text[found.phrase.span.clone()];
    ["规划建设", "规划面积", "规划用地", "计划总投资", "规划总"].iter().any(|word| noun.contains(word))
}

/// `sentence` behind the marker of a list that opens it: 1. , （二）, 一是.
fn behind_marker(text: &str, sentence: Range<usize>) -> Range<usize> {
    let words = &text[sentence.clone()];
    let inner = words.trim_start().trim_start_matches(['(', '（']);
    let number = crate::grammar::numeral::numeral(inner).filter(|number| number.len <= 6);
    let rest = number.and_then(|number| {
        let rest = &inner[number.len..];
        let close = ["、", "．", "）", ")", ".", "是"].iter().find(|close| rest.starts_with(**close))?;
        let body = &rest[close.len()..];
        (!body.starts_with(|c: char| c.is_ascii_digit())).then_some(body.len())
    });
    rest.map_or(sentence.clone(), |len| sentence.end - len..sentence.end)
}

/// Openers of clauses that say how or why, and name no subject.
const ASIDES: [&str; 8] = ["剔除", "扣除", "按", "据", "受", "由于", "随着", "在"];

/// Where the words of the number at `at` start: behind the noun that the number before counted, if a 、 follows it.
fn behind_counted(text: &str, from: usize, at: usize, last: Option<&Last>, clause: usize) -> usize {
    let Some(last) = last.filter(|last| last.end == from && from > clause) else {
        return from;
    };
    let between = &text[from..at];
    if !last.counted {
        return from + (between.len() - between.trim_start_matches(['、', '和', '及', '与', '并', ' ']).len());
    }
    between.rfind('、').map_or(from, |comma| from + comma + '、'.len_utf8())
}

/// The subject that carries over, without the verb that made it an increase: 新增市场主体5户，总数达到80户.
fn carried(text: &str, scene: &Scene) -> Option<Range<usize>> {
    const VERBS: [&str; 8] = ["新增", "净增", "新建", "新创建", "新认定", "新登记", "新增加", "累计"];
    let mut span = scene.subject.clone()?;
    let words = &text[span.clone()];
    if let Some(rest) = VERBS.iter().find_map(|verb| words.strip_prefix(verb)).filter(|rest| !rest.is_empty()) {
        span.start = span.end - rest.len();
    }
    let words = &text[span.clone()];
    if let Some(rest) = VERBS.iter().find_map(|verb| words.strip_suffix(verb)).filter(|rest| !rest.is_empty()) {
        span.end = span.start + rest.len();
    }
    Some(span)
}

/// Where the words of the number at `at` start behind a bracket that is still open, and whether there is one.
fn behind_bracket(text: &str, from: usize, at: usize) -> (usize, bool) {
    let part = &text[from..at];
    match part.rfind(['（', '(']) {
        Some(open) if !part[open..].contains(['）', ')']) => {
            let inner = part[open..].chars().next().map_or(0, char::len_utf8);
            (from + open + inner, true)
        }
        _ => (from, false),
    }
}

/// The numbers that follow the first of `anchors` with nothing but a joint between: x、y和z.
fn members<'l>(text: &str, anchors: &[Anchor<'l>]) -> Vec<Anchor<'l>> {
    let mut members: Vec<Anchor<'l>> = Vec::new();
    for anchor in anchors {
        if matches!(anchor.kind, Kind::Other | Kind::Date) {
            break;
        }
        if let Some(previous) = members.last() {
            let between = text[previous.span.end..anchor.span.start].trim();
            let is_ratio = matches!(between, ":" | "：" | "∶" | "︰") && matches!(anchor.kind, Kind::Bare(_));
            if !is_ratio && !matches!(between, "、" | "和" | "及" | "与" | "以及" | "，" | "," | "或") {
                break;
            }
        }
        members.push(anchor.clone());
    }
    members
}

/// The bound at the end of a list, which holds for all its members: 95%、85%、80%以上.
fn shared_bound(members: &[Anchor<'_>]) -> Option<Approx> {
    let approx = members.iter().map(|member| match &member.kind {
        Kind::Measure(quantity) | Kind::Bare(quantity) | Kind::Time(quantity) => quantity.approx,
        _ => Approx::Exact,
    });
    let all: Vec<_> = approx.collect();
    let (last, before) = all.split_last()?;
    let shared = matches!(last, Approx::AtLeast | Approx::AtMost | Approx::About);
    (shared && before.iter().all(|approx| *approx == Approx::Exact)).then_some(*last)
}

/// 由A提高到B: where the indicator before 由 ends.
fn origin(text: &str, found: &Found<'_, '_>, next: Option<&Anchor<'_>>) -> Option<usize> {
    let next = next?;
    let after = text.get(found.quantity.span.end..next.span.start)?;
    let reaches = link(text, found.quantity.span.end, next.span.start, false);
    if !reaches.roles.any(Roles::REACH) || after.contains('、') || reaches.end > found.quantity.span.end + 12 {
        return None;
    }
    let words = &text[found.phrase.span.clone()];
    let before = &text[found.phrase.span.start..found.quantity.span.start];
    let at = before.rfind(['由', '从'])?;
    let _ = words;
    Some(found.phrase.span.start + at)
}

/// How far the noun behind a number may reach: over a 、 where no further number follows in the clause.
fn counted_end(text: &str, end: usize, until: usize, clause_end: usize, more: bool) -> usize {
    if !more && until == clause_end {
        return clause_end;
    }
    text[end..until].rfind('、').map_or(until, |comma| end + comma)
}

/// An amount of time measures where it changes, is reached, or its noun names a time.
fn measures_time(text: &str, found: &Found<'_, '_>) -> bool {
    const NOUNS: [&str; 13] =
        ["天数", "日数", "时间", "时长", "年限", "寿命", "期限", "时限", "周期", "工期", "天", "账期", "年龄"];
    if let Some(change) = &found.link.change {
        let is_basis =
            text[found.quantity.span.end..].starts_with(['增', '提', '下', '减', '累', '保', '荣', '获', '位', '居']);
        return !is_basis && change.start < found.quantity.span.start;
    }
    let noun = &text[found.phrase.span.clone()];
    let noun = noun.rfind(['从', '由']).map_or(noun, |at| &noun[..at]);
    let names_time = NOUNS.iter().any(|word| noun.ends_with(word));
    names_time || found.link.roles.any(Roles::REACH) && !noun.is_empty()
}

/// A number without a unit measures as a part of a ratio, or where a verb says that the noun reached it.
fn measures_bare(text: &str, found: &Found<'_, '_>) -> bool {
    let rest = text[found.quantity.span.end..].trim_start();
    let noun = &text[found.phrase.span.clone()];
    if rest.starts_with([':', '：', '∶']) {
        return noun.contains("结构") || noun.contains('比') || noun.contains("比例");
    }
    let closed = rest.is_empty() || rest.starts_with(['，', ',', '。', '；', ';', '、', '）', ')']);
    let scaled = found.quantity.power > 0;
    let named = ["指数", "系数", "得分", "评分", "收入比", "比值", "倍数"].iter().any(|tail| noun.ends_with(tail));
    if found.link.change.is_some() {
        return closed;
    }
    scaled || closed && !noun.is_empty() && (named || found.link.roles.any(Roles::LIGHT | Roles::REACH))
}

/// 下一步, 接下来: from here on a passage speaks of what is planned.
fn turns_to_plans(sentence: &str) -> bool {
    ["接下来，", "接下来,", "下一步，", "下一步,", "下一阶段，", "今后，", "我们将"]
        .iter()
        .any(|cue| sentence.starts_with(cue))
}

/// 预期目标是, 主要任务是: what follows is to be reached.
fn announces_targets(clause: &str) -> bool {
    ["目标是", "目标为", "任务是", "目标如下", "目标建议为", "目标包括", "目标："]
        .iter()
        .any(|cue| clause.contains(cue))
        && !["完成", "达到"].iter().any(|done| clause.contains(done))
}

/// 国际货币基金组织预测: what others expect.
fn forecasts(words: &str) -> bool {
    words.contains("预测") || words.contains("组织预计") || words.contains("每增长") || words.contains("机构预计")
}

/// Whether the passage ends by announcing the list that follows it.
fn announces_list(text: &str) -> bool {
    let last = sentences(text).last().map_or("", |range| &text[range]);
    last.trim_end().ends_with(['：', ':']) || ["以下", "如下", "下列"].iter().any(|word| last.contains(word))
}
