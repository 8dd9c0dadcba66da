//! What surrounds a number in its clause: the words that join it, the phrase before it, the period beside it.

use std::ops::Range;

use super::Passage;
use super::anchor::{Anchor, Kind, starts_out};
use super::area;
use super::clause::Clause;
use super::cue;
use super::link::{Change, Link, link, pace};
use super::noun;
use super::period::Context;
use super::phrase::{self, Phrase};
use super::relation;
use super::scene::{Found, Last, Scene};
use crate::grammar::near;
use crate::grammar::period::{Period, may_open, period};
use crate::grammar::quantity::Quantity;
use crate::lexicon::{COMPARISONS, Dimension, ROLES, Roles};
use crate::row::{PeriodRow, Status};
use crate::text::is_letter;

/// The place of a number: its words run from `from`, the end of the number before it, to `at`.
pub(super) struct Site<'s> {
    pub(super) passage: &'s Passage<'s>,
    pub(super) context: &'s Context,
    pub(super) clause: &'s Clause,
    pub(super) from: usize,
}

impl Site<'_> {
    /// What stands around `anchor`; none where it is no measurement.
    pub(super) fn read<'f, 'l>(&self, anchor: &'f Anchor<'l>, scene: &mut Scene<'_>) -> Option<Found<'f, 'l>> {
        let quantity = anchor.quantity()?;
        let found = self.around(quantity, scene);
        let text = self.passage.text();
        let follows = scene.last.is_some_and(|last| last.end == self.from);
        let measures = match anchor.kind {
            Kind::Time(_) => measures_time(text, &found, follows),
            Kind::Bare(_) => measures_bare(text, &found, follows),
            _ => true,
        };
        measures.then_some(found)
    }

    fn around<'f, 'l>(&self, quantity: &'f Quantity<'l>, scene: &mut Scene<'_>) -> Found<'f, 'l> {
        let text = self.passage.text();
        let at = quantity.span.start;
        let (from, aside) = self.words(quantity, scene);
        let (mut link, closing) = join(text, from, at, quantity);
        pace(text, from, quantity.span.clone(), &mut link);
        let end = closing.map_or(link.end, |(start, _)| start.min(link.end));
        let mut phrase = phrase::opened(text, from..end.max(from));
        if text[phrase.span.end..at].starts_with('、') {
            // 总量跨过一个台阶、超过6万亿元: what stands before the 、 is a predicate of its own.
            phrase.span = noun::leading(text, phrase.span);
        }
        let aims_at = &text[from..at];
        let is_aim = aside && scene.hints(&['标'], from..at) && cue::is_aim_of_last(aims_at);
        if is_aim || cue::weighs_aim(aims_at) {
            phrase.span.end = phrase.span.start;
            link.roles = link.roles | Roles::TARGET;
        }
        phrase.span.start = behind_object(text, from, &phrase.span);
        self.inherit(from, quantity, &mut link, &mut phrase, scene);
        let relation = self.relation(from, quantity, &mut link, &mut phrase, scene);
        let equation = relation.is_none().then(|| relation::equation(text, from, quantity)).flatten();
        let period = match (relation.or(equation), closing) {
            (Some(verb), _) if equation.is_some() => {
                phrase = phrase::opened(text, from..verb);
                self.own_period(from, verb, &link, &mut phrase, scene)
            }
            (Some(verb), _) if !phrase::is_share(&text[phrase.span.clone()]) => {
                self.related_period(from, verb, quantity, &link, scene)
            }
            (_, Some((start, period))) => Some(self.period_row(start, &period)),
            _ => self.own_period(from, at, &link, &mut phrase, scene),
        };
        if phrase.roles.any(Roles::PART) {
            scene.open_part(aside);
        }
        let roles = link.roles | phrase.roles;
        // 增长5%（目标为6%）: what stands in brackets holds for itself.
        scene.target |= roles.any(Roles::TARGET) && !aside;
        scene.forecast |= roles.any(Roles::FORECAST);
        Found { quantity, link, phrase, period, status: None, aside, relation }
    }

    /// Where the words start that speak of `quantity`, and whether these stand in brackets; what is told of an aim is an aside,
    /// too: 低于3%的目标，其中….
    fn words(&self, quantity: &Quantity<'_>, scene: &mut Scene<'_>) -> (usize, bool) {
        let text = self.passage.text();
        let at = quantity.span.start;
        let names_aim = cue::names_aim(near(&text[quantity.span.end..], 12));
        let from = within_reach(text, self.from, at);
        let earliest = within_reach(text, self.clause.span.start, at);
        let from = before_remark(text, earliest, from, at);
        let from = behind_counted(text, from, at, scene.last);
        let (from, aside) = behind_bracket(text, earliest, from, at);
        if (scene.outer.is_some() || scene.inner.is_some()) && text[self.from..at].contains(['）', ')']) {
            scene.inner = None;
            scene.close_part();
        }
        let from = behind_predicate(text, from, at);
        scene.forecast |= scene.hints(&['预', '每'], from..at) && cue::is_anothers_view(&text[from..at]);
        let from = behind_setting(text, from, at, scene);
        (self.behind_aim(from, at, scene), aside || names_aim || cue::weighs_aim(&text[from..at]))
    }

    /// 今年全市的主要预期目标是|生产总值增长7%: what is named behind the verb is to be reached, in the time named before it.
    fn behind_aim(&self, from: usize, at: usize, scene: &mut Scene<'_>) -> usize {
        const AIMS: [&str; 4] = ["目标是", "目标为", "任务是", "任务为"];
        let text = self.passage.text();
        let words = if scene.hints(&['标', '务'], from..at) { &text[from..at] } else { return from };
        let behind = AIMS.iter().filter_map(|aim| Some(words.rfind(aim)? + aim.len())).max();
        let Some(behind) = behind.filter(|&behind| behind < words.len()).map(|behind| from + behind) else {
            return from;
        };
        scene.target = true;
        let head = phrase::opened(text, from..behind);
        if let Some((start, period)) = phrase::opener(text, from..behind, &head) {
            scene.speak_of(self.period_row(start, &period));
        }
        behind
    }

    /// Where the verb of a relation stands, by which `phrase` then starts where it names a share.
    fn relation(
        &self,
        from: usize,
        quantity: &Quantity<'_>,
        link: &mut Link,
        phrase: &mut Phrase,
        scene: &mut Scene<'_>,
    ) -> Option<usize> {
        let text = self.passage.text();
        let at = quantity.span.start;
        if let Some(main) = scene.main.as_ref().filter(|_| &text[from..at] == "的") {
            phrase.span = main.name.clone();
            return Some(phrase.span.start);
        }
        let verb = relation::verb(text, from, at, &phrase.span, quantity).filter(|_| link.change.is_none())?;
        let name = &text[phrase.span.clone()];
        // 是“十一五”的3.1倍, 相当于上年的1.2倍
        let is_period =
            period(name).is_some_and(|found| found.len == name.len()) || name.ends_with("五”") || name == "相当于";
        if relation::is_base(text, &text[verb..at], quantity) {
            scene.basis = Some(verb..verb + text[verb..at].trim_end_matches('的').len());
            let noun = phrase::opened(text, verb + '比'.len_utf8()..at).span;
            let words = &text[noun.clone()];
            let is_time = words.ends_with('期') || period(words).is_some_and(|found| found.len == words.len());
            phrase.span = if is_time { noun.end..noun.end } else { noun };
        } else if is_period {
            phrase.span.end = phrase.span.start;
        } else if link.roles.any(Roles::TARGET) && relation::is_aim(&text[verb..at]) {
            // 占年计划100%: nor does it here.
            phrase.span = verb.min(phrase.span.start)..at;
            link.roles = Roles::default();
        } else if phrase.roles.any(Roles::TARGET) && (phrase.span.is_empty() || text[verb..].starts_with("完成")) {
            // 为计划的100%, 完成计划投资的85%: the plan is no word that plans here.
            *phrase = Phrase { span: verb..verb + text[verb..at].trim_end_matches('的').len(), ..Phrase::default() };
        } else if !phrase.span.is_empty() && (quantity.is(Dimension::Ratio) || text[verb..].starts_with('超')) {
            phrase.span.start = phrase.span.start.min(verb);
        }
        Some(verb)
    }

    /// The period of a number whose relation opens with the verb at `verb`: 是2010年的2.4倍 is not of 2010年, but the amount
    /// of 比2010年5亿元增加 is.
    fn related_period(
        &self,
        from: usize,
        verb: usize,
        quantity: &Quantity<'_>,
        link: &Link,
        scene: &mut Scene<'_>,
    ) -> Option<PeriodRow> {
        let text = self.passage.text();
        let at = quantity.span.start;
        if relation::is_base(text, &text[verb..at], quantity) {
            let end = verb + text[verb..at].trim_end_matches('的').len();
            let period = phrase::opened(text, verb + '比'.len_utf8()..end).period;
            return period.map(|(start, period)| self.period_row(start, &period));
        }
        let mut front = phrase::opened(text, from.min(verb)..verb);
        self.own_period(from.min(verb), verb, link, &mut front, scene)
    }

    /// A verb that opened the clause, and a basis written before, hold for its later numbers, too.
    fn inherit(
        &self,
        from: usize,
        quantity: &Quantity<'_>,
        link: &mut Link,
        phrase: &mut Phrase,
        scene: &mut Scene<'_>,
    ) {
        let is_share = quantity.is(Dimension::Ratio) || quantity.is(Dimension::Multiple);
        if link.change.is_none() && link.bare && is_share {
            let at = quantity.span.start;
            if let Some((change, noun)) = phrase::verb_of_change(self.passage.text(), from, at) {
                scene.verb = Some(change.sign);
                link.change = Some(change);
                phrase.span = noun;
            } else if let Some(sign) = scene.verb {
                link.change = Some(Change { start: at, sign, basis: None });
            }
        }
        if link.change.is_none() && is_share {
            self.compare(from, quantity, link, phrase, scene);
        }
        scene.against =
            link.change.as_ref().filter(|change| change.is_against(self.passage.text())).map(|change| change.sign);
        if let Some(change) = link.change.as_mut().filter(|change| change.basis.is_none()) {
            change.basis = scene.basis.clone().or_else(|| scene.compared.clone());
        }
        scene.basis = link.change.as_ref().and_then(|change| change.basis.clone());
    }

    /// 高于全国0.1个、全市平均0.4个百分点: the second average is compared with as the first is.
    fn compare(&self, from: usize, quantity: &Quantity<'_>, link: &mut Link, phrase: &mut Phrase, scene: &Scene<'_>) {
        let text = self.passage.text();
        let words = text[from..quantity.span.start].trim();
        let start = quantity.span.start - text[from..quantity.span.start].trim_start().len();
        let is_named = words.chars().count() <= 8 && area::is_yardstick(words);
        if let Some(sign) = scene.against.filter(|_| is_named) {
            link.change = Some(Change { start, sign, basis: Some(start..start + words.len()) });
            phrase.span = start..start;
        }
    }

    /// The period written before the number in its own clause; one at the head of the clause carries on.
    fn own_period(
        &self,
        from: usize,
        at: usize,
        link: &Link,
        phrase: &mut Phrase,
        scene: &mut Scene<'_>,
    ) -> Option<PeriodRow> {
        let text = self.passage.text();
        let basis = link.change.as_ref().and_then(|change| change.basis.clone());
        let is_basis = |start: usize| basis.as_ref().is_some_and(|basis| basis.contains(&start));
        let opens = from == self.clause.span.start;
        // 五年|共计80亿元: the words before the number may show that years are meant.
        let shows = may_open(&text[phrase.span.start..at]).then(|| phrase::opened(text, from..at));
        let opener = || phrase::opener(text, from..at, shows.as_ref().unwrap_or(phrase));
        let head = phrase.period.or_else(|| if opens { opener() } else { None });
        if let Some((start, period)) = head.filter(|(start, _)| !is_basis(*start)) {
            let row = self.period_row(start, &period);
            scene.speak_of(row);
            phrase.span.start = phrase.span.start.max(start + period.len).min(phrase.span.end);
            return Some(row);
        }
        self.since(phrase, scene).or_else(|| self.inner_period(phrase, is_basis, scene))
    }

    /// 自启用以来 inside `phrase`, which then starts behind it.
    fn since(&self, phrase: &mut Phrase, scene: &mut Scene<'_>) -> Option<PeriodRow> {
        if !scene.hints(&['以'], phrase.span.clone()) {
            return None;
        }
        let (span, inner) = phrase::since(self.passage.text(), phrase.span.clone())?;
        phrase.span = inner;
        let row = PeriodRow { span: Some(self.passage.source(span)), start: None, end: None };
        scene.speak_of(row);
        Some(row)
    }

    /// A period inside `phrase`, which ends before it where nothing follows: 服务业指数|5月份, 邮政业全年完成邮政业务.
    fn inner_period(
        &self,
        phrase: &mut Phrase,
        is_basis: impl Fn(usize) -> bool,
        scene: &mut Scene<'_>,
    ) -> Option<PeriodRow> {
        let text = self.passage.text();
        let (start, period) = phrase::inner_period(text, phrase.span.clone())?;
        if start + period.len == phrase.span.end {
            phrase.span.end = start;
        }
        if is_basis(start) {
            return None;
        }
        let row = self.period_row(start, &period);
        // 邮政业全年完成函件5亿件、包裹3亿件: the verb is the clause's, and so is its time.
        let behind = (start + period.len).min(phrase.span.end);
        if phrase::opened(text, behind..phrase.span.end).roles.any(Roles::LIGHT) {
            scene.speak_of(row);
        }
        Some(row)
    }

    /// 30户企业|2月20日前|复工: the period behind the counted `noun`, which ends before it.
    pub(super) fn dated(&self, noun: &mut Range<usize>) -> Option<PeriodRow> {
        let text = self.passage.text();
        let inside = phrase::inner_period(text, noun.clone()).map(|(at, _)| at).filter(|&at| at > noun.start);
        let words = &text[noun.start..inside.unwrap_or(noun.end)];
        let words = words.strip_suffix(['至', '到', '于', '在', '自']).unwrap_or(words);
        let start = noun.start + words.len();
        let found = period(text.get(start..self.clause.span.end)?)
            .filter(|_| !words.is_empty() && !words.ends_with(['比', '较']))?;
        noun.end = start;
        Some(self.period_row(start, &found))
    }

    /// `period`, which starts at `start`, resolved.
    pub(super) fn period_row(&self, start: usize, period: &Period) -> PeriodRow {
        self.context.resolve(period, self.passage.source(start..start + period.len), self.passage.role)
    }
}

/// `from`, or a later place where it lies too far before `at` for any phrase to reach.
fn within_reach(text: &str, from: usize, at: usize) -> usize {
    const REACH: usize = 240;
    let earliest = at.saturating_sub(REACH).max(from);
    (earliest..=at).find(|&place| text.is_char_boundary(place)).unwrap_or(at)
}

/// The words between phrase and number, and a period that stands right before the number.
fn join(text: &str, from: usize, at: usize, quantity: &Quantity<'_>) -> (Link, Option<(usize, Period)>) {
    let compares = quantity.is(Dimension::Ratio);
    let closing = phrase::closing_period(text, from, at);
    let mut joint = link(text, from, closing.map_or(at, |(start, _)| start), compares);
    if closing.is_some() && joint.change.is_some() {
        joint = link(text, from, at, compares);
    }
    if joint.change.is_some() {
        return (joint, None);
    }
    let closing = closing.filter(|(start, _)| *start >= joint.end);
    let closing = closing.or_else(|| phrase::closing_period(text, from, joint.end));
    (joint, closing)
}

/// Where the words of the number at `at` start: behind the noun that the number before counted, if a 、 follows it.
fn behind_counted(text: &str, from: usize, at: usize, last: Option<Last>) -> usize {
    let Some(last) = last.filter(|last| last.end == from) else {
        return from;
    };
    let between = &text[from..at];
    if !last.counted {
        return at - between.trim_start_matches(['、', '和', '及', '与', '并', ' ']).len();
    }
    // 7万户的村庄改造和|9万户的设施改造
    if between.ends_with(['和', '及', '与']) {
        return at;
    }
    // 158个村|中共有贫困村103个
    let among = ["中共有", "中有", "中现有"].iter().find_map(|words| Some(between.rfind(words)? + '中'.len_utf8()));
    let behind = between.rfind('、').map(|comma| comma + '、'.len_utf8()).max(among);
    behind.map_or(from, |behind| from + behind)
}

/// Where the words of the number at `at` start before the figure in brackets that it is compared with: 高于全省(11%)|8个百分点.
fn before_remark(text: &str, earliest: usize, from: usize, at: usize) -> usize {
    const VERBS: [&str; 7] = ["高于", "低于", "快于", "慢于", "高出", "比", "较"];
    let verb = text[from..at].trim_start_matches(' ').strip_prefix([')', '）']);
    let verb = verb.filter(|verb| verb.trim().chars().count() <= 2);
    let head = verb.and_then(|_| text[earliest..from].rsplit_once(['（', '('])).map(|(head, _)| head);
    let compares =
        |head: &str| VERBS.iter().any(|verb| head.contains(verb)) && !head.contains(|c: char| c.is_ascii_digit());
    if head.is_some_and(compares) { earliest } else { from }
}

/// Where the words of the number at `at` start behind another predicate of the clause: 价格与去年持平、居住价格…,
/// 实施重点项目、完成投资…, 支付规模增加、支付项目…, 增速居前、其中….
fn behind_predicate(text: &str, from: usize, at: usize) -> usize {
    const VERBS: [&str; 5] = ["完成", "实现", "新增", "净增", "其中"];
    let part = &text[from..at];
    let Some(comma) = part.rfind('、') else { return from };
    let behind = comma + '、'.len_utf8();
    let changes = COMPARISONS.direction.longest(&part[..comma]).is_some_and(|(_, direction)| !direction.needs_basis);
    let closes = changes || part[..comma].ends_with("持平");
    let opens = VERBS.iter().any(|verb| part[behind..].starts_with(verb));
    if closes || opens { from + behind } else { from }
}

/// Where `phrase` starts behind those whom it is done for: 为群众办理|实事, 向困难群众发放|补助金, 在城区设置|停车泊位.
fn behind_object(text: &str, from: usize, phrase: &Range<usize>) -> usize {
    const LONGEST: usize = 36;
    let name = &text[phrase.clone()];
    let object = name.strip_prefix('为').unwrap_or(name);
    let aims = object.len() < name.len() || text[from..phrase.start].ends_with(['向', '给', '对', '在', '为']);
    if !aims || name.ends_with('率') {
        return phrase.start;
    }
    let start = phrase.end - object.len();
    let near = object.char_indices().map(|(at, _)| at).skip(2).take_while(|&at| at < LONGEST);
    let verb = |at: usize| ROLES.start.longest(&object[at..]).filter(|(_, roles)| roles.any(Roles::OPENING));
    let behind = near
        .filter_map(|at| Some(at + verb(at)?.0))
        .find(|&end| object[end..].chars().nth(1).is_some() && !object[end..].starts_with('的'));
    behind.map_or(phrase.start, |behind| start + behind)
}

/// Where the words of the number at `at` start behind what says who expects it or what it builds on; no number before that
/// has to do with it.
fn behind_setting(text: &str, from: usize, at: usize, scene: &mut Scene<'_>) -> usize {
    let setting = if scene.hints(&['预', '础'], from..at) { cue::setting(&text[from..at]) } else { 0 };
    if setting > 0 {
        scene.last = None;
        // 一般性支出|在上年基础上再压减10%
        let ground = text[from..from + setting].rfind('在').filter(|_| text[..from + setting].ends_with("基础上"));
        let noun = ground.map(|ground| phrase::opened(text, from..from + ground).span).filter(|noun| !noun.is_empty());
        noun.into_iter().for_each(|noun| scene.subject.set(noun));
    }
    from + setting
}

/// Where the words of the number at `at` start behind a bracket that is still open, and whether there is one.
///
/// The bracket may have opened before `from`, though not before `earliest`.
fn behind_bracket(text: &str, earliest: usize, from: usize, at: usize) -> (usize, bool) {
    let open = text[earliest..at].rfind(['（', '(']).map(|open| earliest + open);
    match open.filter(|&open| !text[open..at].contains(['）', ')'])) {
        Some(open) => {
            let bracket = text[open..].chars().next().map_or(0, char::len_utf8);
            (from.max(open + bracket), true)
        }
        None => (from, false),
    }
}

/// 由A提高到B: where the indicator before 由 ends, `found` being A and `next` B, and where the verb between them starts.
pub(super) fn origin(text: &str, found: &Found<'_, '_>, next: Option<&Anchor<'_>>) -> Option<(usize, usize)> {
    let end = found.quantity.span.end;
    let next = next?.span.start;
    let joint = link(text, end, next, false);
    let is_near = joint.end <= end + 4 * '由'.len_utf8() && !text[end..next].contains('、');
    if !joint.roles.any(Roles::REACH) || !is_near {
        return None;
    }
    let start = found.phrase.span.start;
    let end = text[start..found.quantity.span.start].rfind(['由', '从']).map(|at| start + at)?;
    Some((end.min(found.phrase.span.end), joint.end))
}

/// 财政收入任务|174万元, 全年任务|20亿元: the amount is to be reached, and what was reached is told behind it.
pub(super) fn aimed(text: &str, found: &mut Found<'_, '_>) {
    const AIMS: [&str; 5] = ["目标任务", "任务目标", "任务数", "任务", "年度目标"];
    let measures = !found.quantity.counts && !found.quantity.is(Dimension::Ratio) && found.link.change.is_none();
    let done = found.relation.is_some() || (found.link.roles | found.phrase.roles).any(Roles::LIGHT);
    let name = &text[found.phrase.span.clone()];
    if let Some(name) = AIMS.iter().find_map(|aim| name.strip_suffix(aim)).filter(|_| measures && !done) {
        found.phrase.span.end = found.phrase.span.start + name.len();
        found.status = Some(Status::Target);
    }
}

/// The words in which the noun behind `anchor` is looked for: over a 、 where no further number follows in the clause,
/// and behind the next number where that follows at once, as in 12类45件民生实事.
pub(super) fn right_of(text: &str, anchor: &Anchor<'_>, later: &[Anchor<'_>], clause: &Clause) -> Range<usize> {
    let counts = |anchor: &Anchor<'_>| anchor.quantity().is_some_and(|quantity| quantity.counts);
    let plain =
        |anchor: &Anchor<'_>| anchor.quantity().is_some_and(|quantity| quantity.power > 0 && quantity.known.is_none());
    let joins = |next: &&Anchor<'_>| next.span.start == anchor.span.end && (counts(next) || plain(next));
    // 5镇10乡152个行政村: a town is counted by its own name.
    let names_itself = text[..anchor.span.end].ends_with(['镇', '乡', '村']);
    let joined = later.first().filter(joins).filter(|_| counts(anchor) && !names_itself);
    let (end, later) = joined.map_or((anchor.span.end, later), |next| (next.span.end, &later[1..]));
    let next = later.iter().find(|next| !matches!(next.kind, Kind::Other));
    match next.map(|next| next.span.start) {
        Some(until) => end..noun::commas(&text[end..until]).last().map_or(until, |comma| end + comma),
        None => end..clause.span.end.max(end),
    }
}

/// An amount of time measures where it changes, is reached, or its noun names a time; `follows` says that another
/// measurement stands right before its words, as the A of 从A提高到B does.
fn measures_time(text: &str, found: &Found<'_, '_>, follows: bool) -> bool {
    const NOUNS: [&str; 14] = [
        "天数",
        "日数",
        "时间",
        "时长",
        "年限",
        "寿命",
        "期限",
        "时限",
        "周期",
        "工期",
        "天",
        "账期",
        "年龄",
        "回收期",
    ];
    let quantity = found.quantity;
    if found.link.change.is_some() {
        let rest = &text[quantity.span.end..];
        // 三年增长, 连续两年荣获, 再延长30年工作: the time belongs to what follows.
        return !rest.starts_with(is_letter);
    }
    let noun = &text[found.phrase.span.clone()];
    let noun = noun.rfind(['从', '由']).map_or(noun, |at| &noun[..at]);
    let names_time = NOUNS.iter().any(|word| noun.ends_with(word));
    names_time || found.link.roles.any(Roles::REACH) && (follows || !noun.is_empty())
}

/// A number without a unit measures as a part of a ratio, or where a verb says that the noun reached it.
fn measures_bare(text: &str, found: &Found<'_, '_>, follows: bool) -> bool {
    const NOUNS: [&str; 7] = ["指数", "系数", "得分", "评分", "收入比", "比值", "倍数"];
    let rest = &text[found.quantity.span.end..];
    let noun = &text[found.phrase.span.clone()];
    if rest.starts_with([':', '：', '∶']) {
        let turns = noun.is_empty() && found.link.roles.any(Roles::REACH);
        return turns || noun.contains("结构") || noun.contains('比');
    }
    let closed = rest.is_empty() || rest.starts_with(['，', ',', '。', '；', ';', '、', '）', ')', '（', '(']);
    // 收入比由上年的2.5|缩小到|2.4
    if closed && follows && noun.is_empty() && found.link.roles.any(Roles::REACH) {
        return true;
    }
    let leaves = ROLES.start.longest(rest).is_some_and(|(_, roles)| roles.any(Roles::REACH));
    let named = NOUNS.iter().any(|tail| noun.ends_with(tail));
    if leaves && (named || starts_out(&text[..found.quantity.span.start])) {
        return true;
    }
    if found.link.change.is_some() {
        // 回落2.1和1.6个百分点: the unit follows.
        return closed || rest.starts_with(['和', '及', '与']);
    }
    let reached = found.link.roles.any(Roles::LIGHT | Roles::CLOSING | Roles::REACH);
    closed && !noun.is_empty() && (named || reached)
}
