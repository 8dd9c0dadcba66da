//! Writes what was found as rows.

use std::ops::Range;

use rust_decimal::Decimal;

use super::anchor::Anchor;
use super::link::Change;
use super::period::Context;
use super::phrase;
use super::scene::{Found, Last, Scene};
use super::{Passage, cue, list, relation};
use crate::grammar::period::Period;
use crate::grammar::quantity::{Quantity, UnitText};
use crate::grammar::scale::is_more;
use crate::lexicon::{COMPARISONS, Dimension, Indicators, Lexicon, Roles, Sign};
use crate::row::{Approx, ChangeRow, LevelRow, MetricRow, PeriodRow, SectionRole, Status, Symbol};
use crate::span::Span;
use crate::symbol::Symbols;

/// The rows written so far, and what is needed to write more.
pub(super) struct Writer<'w> {
    context: &'w Context,
    indicators: &'w Indicators,
    symbols: &'w mut Symbols,
    pub(super) rows: Vec<MetricRow>,
    /// Room to put a unit's parts together.
    unit: String,
}

/// `name` without remarks in brackets, 实现 inside it and 增速 at its end, where that makes it another: 第一产业实现增加值,
/// 生产总值（GDP）.
fn plain_name(name: &str) -> Option<String> {
    const INSIDE: [&str; 3] = ["实现", "完成", "累计"];
    const TAILS: [&str; 5] = ["增速", "增幅", "涨幅", "增长率", "总量"];
    let may_shrink = name.contains(['（', '(', '[', '实', '完', '累']) || name.ends_with(['速', '幅', '率', '量']);
    if !may_shrink {
        return None;
    }
    let mut plain = String::with_capacity(name.len());
    let mut rest = name;
    while let Some(c) = rest.chars().next() {
        let close = match c {
            '（' | '(' => rest.find(['）', ')']),
            '[' => rest.find(']'),
            _ => None,
        };
        let word = INSIDE.iter().find(|word| rest.starts_with(**word) && !plain.is_empty());
        let skipped =
            close.map(|at| at + rest[at..].chars().next().map_or(0, char::len_utf8)).or(word.map(|word| word.len()));
        if skipped.is_none() {
            plain.push(c);
        }
        rest = &rest[skipped.unwrap_or(c.len_utf8())..];
    }
    if let Some(bare) = TAILS.iter().find_map(|tail| plain.strip_suffix(tail)) {
        plain.truncate(bare.len());
    }
    (plain != name).then_some(plain)
}

/// 收入2.8万元，同比增速7%: the growth of what was just told, or its fall (降幅7%).
fn name_growth(text: &str, found: &mut Found<'_, '_>) {
    const NOUNS: [&str; 4] = ["增速", "增幅", "涨幅", "增长率"];
    let name = &text[found.phrase.span.clone()];
    if found.link.change.is_some() || !found.quantity.is(Dimension::Ratio) || !name.ends_with(['速', '幅', '率', '度'])
    {
        return;
    }
    let fall = COMPARISONS.fall.longest(name).map(|(len, ())| len);
    let Some(len) = fall.or_else(|| NOUNS.iter().find(|noun| name.ends_with(**noun)).map(|noun| noun.len())) else {
        return;
    };
    let basis = &name[..name.len() - len];
    if basis.is_empty() || COMPARISONS.basis.longest(basis).is_some_and(|(len, ())| len == basis.len()) {
        let start = found.phrase.span.start;
        let sign = if fall.is_some() { Sign::Minus } else { Sign::Plus };
        let basis = Some(start..start + basis.len()).filter(|basis| !basis.is_empty());
        found.link.change = Some(Change { start, sign, basis });
        found.phrase.span = start..start;
    }
}

impl<'w> Writer<'w> {
    pub(super) fn new(context: &'w Context, lexicon: &'w Lexicon, symbols: &'w mut Symbols) -> Self {
        Writer { context, indicators: lexicon.indicators(), symbols, rows: Vec::new(), unit: String::new() }
    }

    /// How many rows there are.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    pub(super) fn finish(self) -> Vec<MetricRow> {
        self.rows
    }

    /// A number that stands alone; `counted` is the noun behind it that it counts.
    pub(super) fn single(
        &mut self,
        passage: &Passage<'_>,
        found: &mut Found<'_, '_>,
        counted: Option<Range<usize>>,
        scene: &mut Scene<'_>,
    ) {
        let is_share = found.quantity.is(Dimension::Ratio) || found.quantity.is(Dimension::Multiple);
        name_growth(passage.text(), found);
        let main = scene.related(passage.text(), found);
        let is_silent = found.phrase.span.is_empty();
        match &main {
            Some(main) => scene.subject.resume(main.subject.clone()),
            None if !is_silent => scene.main = None,
            None if scene.main.as_ref().is_some_and(|main| relation::goes_back(passage.text(), found, main)) => {
                scene.resume();
            }
            _ => {}
        }
        let words = &passage.text()[found.phrase.span.clone()];
        // 增加500万农村用户 adds so many users; 增加5400万人， is a change.
        let adds = counted.is_some() && words.is_empty() && !is_share;
        let change = found.link.change.clone().or_else(|| self.raised(passage, found, counted.is_some(), scene));
        let raises = change.as_ref().is_some_and(|change| passage.text()[change.start..].starts_with("提升"));
        let works = raises && !is_share && phrase::is_work(words);
        // 提升4个“三年行动计划”: nothing rises by four plans.
        let counts = raises && found.quantity.counts && counted.is_some();
        match change.filter(|change| !(adds || works || counts) || change.basis.is_some()) {
            Some(change) => self.change(passage, found, &change, scene),
            None => {
                if works && counted.is_none() {
                    found.phrase.span.end = found.quantity.span.start;
                }
                self.level(passage, found, counted, scene);
                scene.main = main.or(scene.main.take());
            }
        }
    }

    /// 增长8%、力争9%: a target beyond the change just told is one more of it.
    fn raised(
        &mut self,
        passage: &Passage<'_>,
        found: &Found<'_, '_>,
        counted: bool,
        scene: &Scene<'_>,
    ) -> Option<Change> {
        const NEAR: usize = 8;
        let is_silent = found.phrase.span.is_empty() && !counted;
        let aims = found.link.roles.any(Roles::TARGET) && found.quantity.is(Dimension::Ratio);
        let last = scene.last.filter(|_| is_silent && aims)?;
        let unit = self.unit(passage.text(), &found.quantity.unit);
        let told = &self.rows[last.row];
        let same = |row: &&MetricRow| row.sentence == told.sentence && row.indicator == told.indicator;
        let mut changes =
            self.rows[..=last.row].iter().rev().take(NEAR).take_while(same).filter_map(|row| row.change.as_ref());
        let change = changes.find(|change| change.unit == unit)?;
        let sign = if change.value?.is_sign_negative() { Sign::Minus } else { Sign::Plus };
        Some(Change { start: found.quantity.span.start, sign, basis: None })
    }

    /// A stated change: it joins the level before it, or stands alone.
    fn change(&mut self, passage: &Passage<'_>, found: &Found<'_, '_>, change: &Change, scene: &mut Scene<'_>) {
        let noun = Some(found.phrase.span.clone()).filter(|noun| !noun.is_empty());
        let sign =
            if noun.is_none() && self.narrows(passage, found, scene) { change.sign.turned() } else { change.sign };
        let row = self.change_row(passage, &Change { sign, ..change.clone() }, found.quantity);
        let lacks = |last: &&mut Last| {
            let row = &self.rows[last.row];
            row.change.is_none() && row.level.is_some()
        };
        // 新增企业14家，净增7家: two measures of the same.
        let is_net = || passage.text()[change.start..].starts_with("净增") && found.quantity.counts;
        let mut added =
            || scene.subject.get(passage.text()).is_some_and(|noun| passage.text()[noun].starts_with("新增"));
        let joins = noun.is_none() && !found.link.roles.any(Roles::EACH) && !(is_net() && added());
        // 降幅收窄至5.1%；6月份增长1.3%: what follows the ； is told of another time.
        let parted =
            |last: &&mut Last| found.period.is_some() && passage.text()[last.end..change.start].contains(['；', ';']);
        let inner = scene.inner.as_mut().filter(|_| found.aside);
        if let Some(last) = inner.or(scene.last.as_mut()).filter(|last| joins && !parted(last)).filter(lacks) {
            last.end = found.quantity.span.end;
            self.rows[last.row].change = Some(row);
            return;
        }
        let strong = noun.clone().filter(|noun| !phrase::is_weak(&passage.text()[noun.clone()]));
        let spoken = || scene.subject.get(passage.text());
        let indicator = strong.or_else(spoken).or_else(|| scene.subject.former()).or(noun);
        let metric = MetricRow { change: Some(row), ..self.row(passage, found, indicator, scene) };
        self.push(metric, found, false, scene);
    }

    /// Whether the verb before the number tells how a fall goes on: 下降5%，收窄2个百分点.
    fn narrows(&self, passage: &Passage<'_>, found: &Found<'_, '_>, scene: &Scene<'_>) -> bool {
        let words = &passage.text()[..found.quantity.span.start];
        let last = || scene.last.and_then(|last| self.rows[last.row].change.as_ref()?.value);
        words.ends_with(['窄', '大'])
            && ["收窄", "扩大"].iter().any(|verb| words.ends_with(verb))
            && last().is_some_and(|value| value.is_sign_negative())
    }

    /// A level, named by the noun it counts or by the phrase before it.
    fn level(
        &mut self,
        passage: &Passage<'_>,
        found: &Found<'_, '_>,
        counted: Option<Range<usize>>,
        scene: &mut Scene<'_>,
    ) {
        let text = passage.text();
        let noun = Some(found.phrase.span.clone()).filter(|noun| !noun.is_empty());
        let level = self.level_row(passage, found.quantity);
        let completes = noun.is_none() && counted.is_none() && found.leads();
        // 税收增长5%，2010年完成133万元: a year of its own; but 年均增长5%，到2030年达到80亿元.
        let apart = found.period.is_some_and(|period| period.start.is_some());
        let open = scene.last.filter(|last| completes && !apart && self.rows[last.row].level.is_none());
        if let Some(last) = open {
            // 产值增长5%、达到80亿元: the level of the change just told.
            let unit = self.unit(text, &found.quantity.unit);
            let row = &mut self.rows[last.row];
            row.period = found.period.unwrap_or(row.period);
            (row.level, row.unit, row.approx) = (Some(level), unit, found.quantity.approx);
            return;
        }
        let is_counted = counted.is_some();
        let strong = noun.clone().filter(|noun| !phrase::is_weak(&text[noun.clone()]));
        let indicator = counted.or(strong).or_else(|| scene.subject.carried(text));
        // 人均产值5万元；按汇率折算为0.7万美元: the verb tells that something is left out.
        let joined = found.link.roles.any(Roles::LIGHT | Roles::REACH | Roles::CLOSING);
        let former = || scene.subject.former().filter(|_| joined && found.quantity.is(Dimension::Money));
        let indicator = indicator.or_else(former).or(noun.clone());
        let is_step = is_counted && indicator.clone().is_some_and(|span| text[span].ends_with("台阶"));
        let metric = MetricRow { level: Some(level), ..self.row(passage, found, indicator, scene) };
        self.push(metric, found, is_counted, scene);
        if is_step {
            // 生产总值跨越3个千亿元台阶，达到1.5万亿元: the steps are not what reaches it.
            if let Some(noun) = noun {
                scene.subject.set(noun);
            }
        }
    }

    /// Several numbers under one phrase: A、B分别增长x、y, or 完成x户、y平方米A.
    pub(super) fn list(
        &mut self,
        passage: &Passage<'_>,
        members: &[Anchor<'_>],
        found: &Found<'_, '_>,
        counted: Option<Range<usize>>,
        scene: &mut Scene<'_>,
    ) {
        let noun = counted.filter(|_| found.phrase.span.is_empty()).unwrap_or(found.phrase.span.clone());
        // 增速分别高0.4、0.9个百分点: the noun needs the one before it.
        let weak = phrase::is_weak(&passage.text()[noun.clone()]) && scene.subject.get(passage.text()).is_some();
        let noun = if weak { noun.end..noun.end } else { noun };
        if noun.is_empty() && self.changes(passage, members, found, scene) {
            return;
        }
        let text = passage.text();
        let mut subjects = list::subjects(text, noun.clone(), members.len(), scene.subject.get(text));
        let bound = list::shared_bound(members);
        let periods = self.periods(passage, found, members.len());
        let named = if subjects.is_empty() { self.shares(members.len(), found, scene) } else { Vec::new() };
        for (position, quantity) in list::united(members).enumerate() {
            let quantity = &*quantity;
            let indicator = subjects.get_mut(position).map(std::mem::take).or_else(|| scene.subject.get(text));
            let mut metric = self.row(passage, found, indicator.clone(), scene);
            metric.code = indicator.and_then(|span| self.shared_code(&passage.text()[span])).or(metric.code);
            metric.period = periods.get(position).copied().unwrap_or(metric.period);
            (metric.indicator, metric.code) = *named.get(position).unwrap_or(&(metric.indicator, metric.code));
            metric.unit = self.unit(passage.text(), &quantity.unit);
            metric.approx = bound.filter(|_| quantity.approx == Approx::Exact).unwrap_or(quantity.approx);
            match &found.link.change {
                Some(change) => metric.change = Some(self.member_change(passage, change, position, quantity)),
                None => metric.level = Some(self.level_row(passage, quantity)),
            }
            self.push(metric, found, false, scene);
        }
        scene.reach(members);
        if !noun.is_empty() {
            scene.subject.set(noun);
        }
    }

    /// 一季度、上半年分别增长5.1%、6.2%: as many periods as there are members, else none.
    fn periods(&self, passage: &Passage<'_>, found: &Found<'_, '_>, count: usize) -> Vec<PeriodRow> {
        let roles = found.link.roles | found.phrase.roles;
        let last = found.phrase.period.filter(|_| roles.any(Roles::EACH));
        let periods = last.map(|last| phrase::joined_periods(passage.text(), last));
        let resolve = |(start, period): (usize, Period)| {
            self.context.resolve(&period, passage.source(start..start + period.len), passage.role)
        };
        let shared = periods.filter(|periods| periods.len() == count).unwrap_or_default();
        shared.into_iter().map(resolve).collect()
    }

    /// The change that a list's member states: the verb stands before the first, if not before each.
    fn member_change(
        &mut self,
        passage: &Passage<'_>,
        change: &Change,
        position: usize,
        quantity: &Quantity<'_>,
    ) -> ChangeRow {
        let (mut start, mut sign) = (change.start, change.sign);
        if position > 0 {
            let words = &passage.text()[..quantity.span.start];
            let (len, own) = list::verb_before(words).unwrap_or((0, sign));
            (start, sign) = (quantity.span.start - len, own);
        }
        self.change_row(passage, &Change { start, sign, basis: change.basis.clone() }, quantity)
    }

    /// 达到4.5万元、2.7万元，增长5.1%和7.4%: as many changes as levels right before them join these; whether they did.
    fn changes(
        &mut self,
        passage: &Passage<'_>,
        members: &[Anchor<'_>],
        found: &Found<'_, '_>,
        scene: &mut Scene<'_>,
    ) -> bool {
        let Some(change) = &found.link.change else { return false };
        let Some(first) = self.rows.len().checked_sub(members.len()) else { return false };
        let awaits = |row: &MetricRow| row.sentence == scene.sentence && row.level.is_some() && row.change.is_none();
        if !self.rows[first..].iter().all(awaits) {
            return self.further_changes(passage, members, found, change, scene);
        }
        for (position, quantity) in list::united(members).enumerate() {
            let row = self.member_change(passage, change, position, &quantity);
            self.rows[first + position].change = Some(row);
        }
        scene.reach(members);
        true
    }

    /// 工业增长5%，农业增长6%，分别提高1个和2个百分点: as many changes more of what changed before; whether they were.
    fn further_changes(
        &mut self,
        passage: &Passage<'_>,
        members: &[Anchor<'_>],
        found: &Found<'_, '_>,
        change: &Change,
        scene: &mut Scene<'_>,
    ) -> bool {
        let changed = |first: &usize| self.rows[*first..].iter().all(|row| row.change.is_some());
        let Some(first) = self.sharers(members.len(), found, scene).filter(changed) else { return false };
        for (position, quantity) in list::united(members).enumerate() {
            let row = self.member_change(passage, change, position, &quantity);
            let MetricRow { indicator, code, .. } = self.rows[first + position];
            let metric = self.row(passage, found, None, scene);
            let unit = self.unit(passage.text(), &quantity.unit);
            let approx = quantity.approx;
            self.push(MetricRow { indicator, code, unit, approx, change: Some(row), ..metric }, found, false, scene);
        }
        scene.reach(members);
        true
    }

    /// 接待游客5万人，收入3亿元，分别恢复到上年的92%和88%: what as many numbers more are of.
    fn shares(&self, count: usize, found: &Found<'_, '_>, scene: &Scene<'_>) -> Vec<(Option<Span>, Option<Symbol>)> {
        let first = self.sharers(count, found, scene).unwrap_or(self.rows.len());
        self.rows[first..].iter().map(|row| (row.indicator, row.code)).collect()
    }

    /// 甲5万吨，乙3万吨，分别…: the first of the `count` rows of the sentence, each of its own, that as many numbers go to.
    fn sharers(&self, count: usize, found: &Found<'_, '_>, scene: &Scene<'_>) -> Option<usize> {
        let roles = found.link.roles | found.phrase.roles;
        let first = self.rows.len().checked_sub(count).filter(|_| roles.any(Roles::EACH))?;
        let told = &self.rows[first..];
        let one_each = told.windows(2).all(|pair| pair[0].indicator != pair[1].indicator);
        (one_each && told.iter().all(|row| row.sentence == scene.sentence)).then_some(first)
    }

    fn push(&mut self, mut metric: MetricRow, found: &Found<'_, '_>, counted: bool, scene: &mut Scene<'_>) {
        let (row, end) = (self.rows.len(), found.quantity.span.end);
        metric.part_of = self.whole(&metric, found, scene);
        let same = |last: &Last| metric.level.is_none() && self.rows[last.whole].indicator == metric.indicator;
        match &mut scene.last {
            Some(last) if found.aside => {
                last.end = end;
                scene.inner = Some(Last { row, whole: row, end, counted });
            }
            last => {
                let whole = last.filter(same).map_or(row, |last| last.whole);
                *last = Some(Last { row, whole, end, counted });
            }
        }
        self.make_room();
        self.rows.push(metric);
    }

    /// Room for a quarter more rows: a row is large, and a report of which half the room stood empty would be kept for long.
    fn make_room(&mut self) {
        const LEAST: usize = 64;
        if self.rows.len() == self.rows.capacity() {
            self.rows.reserve_exact((self.rows.len() / 4).max(LEAST));
        }
    }

    /// A row with all but its level and change; its indicator becomes the subject of what follows.
    fn row(
        &mut self,
        passage: &Passage<'_>,
        found: &Found<'_, '_>,
        indicator: Option<Range<usize>>,
        scene: &mut Scene<'_>,
    ) -> MetricRow {
        let written = found.period.or(scene.period);
        let status = cue::status(passage, self.context, found, written.as_ref(), scene);
        // In a plan the A of 从A提高到B is older than the period that the sentence plans for.
        let is_origin = found.status == Some(Status::Actual) && passage.role == SectionRole::Plan;
        let written = written.filter(|_| !is_origin || found.period.is_some());
        let at = found.quantity.span.start;
        let code = indicator.clone().and_then(|span| self.code(&passage.text()[span]));
        // 降幅收窄至5%: what follows is not said of the fall.
        if let Some(noun) = indicator.as_ref().filter(|noun| !phrase::is_weak(&passage.text()[(*noun).clone()])) {
            scene.subject.set(noun.clone());
        }
        MetricRow {
            section: passage.section,
            point: passage.points.iter().rev().find(|(_, extent)| extent.contains(&at)).map(|(id, _)| *id),
            sentence: scene.sentence,
            indicator: indicator.map(|span| passage.source(span)),
            code,
            level: None,
            unit: self.unit(passage.text(), &found.quantity.unit),
            approx: found.quantity.approx,
            change: None,
            status,
            period: written.unwrap_or_else(|| self.context.default_period(passage.role)),
            part_of: None,
        }
    }

    /// The lexicon's code for an indicator, a closing 增速 left out.
    fn code(&mut self, name: &str) -> Option<Symbol> {
        let code = self.indicators.code(name).or_else(|| self.indicators.code(&plain_name(name)?))?;
        Some(self.symbols.intern(code))
    }

    /// The code of a list's member that shares the noun of the last one.
    fn shared_code(&mut self, words: &str) -> Option<Symbol> {
        let code = list::shared_name(words, |name| self.indicators.code(name))?;
        Some(self.symbols.intern(code))
    }

    fn unit(&mut self, text: &str, unit: &UnitText) -> Option<Symbol> {
        match unit {
            UnitText::None => None,
            UnitText::Named(name) => Some(self.symbols.intern(name)),
            UnitText::Written(scale, unit) => {
                self.unit.clear();
                self.unit.extend(text[scale.clone()].chars().filter(|&c| !is_more(c)));
                self.unit.push_str(&text[unit.clone()]);
                Some(self.symbols.intern(&self.unit))
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
