//! The phrase that names what is measured, cut out of the words around a number.

use std::ops::Range;

use super::link::{Change, without_note};
use crate::characters::Characters;
use crate::grammar::near;
use crate::grammar::numeral::{digit, numeral};
use crate::grammar::period::{Edge, Period, When, may_open, period};
use crate::lexicon::{COMPARISONS, ROLES, Roles};
use crate::text::is_word;

/// A phrase with what was found in front of it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Phrase {
    pub(crate) span: Range<usize>,
    /// Roles of the words taken off the front.
    pub(crate) roles: Roles,
    /// The last period taken off the front.
    pub(crate) period: Option<(usize, Period)>,
}

/// `text[range]` without the words in front that name no measure: periods, areas, adverbs, light verbs.
pub(crate) fn opened(text: &str, range: Range<usize>) -> Phrase {
    let head = range.start;
    let mut phrase = Phrase { span: range, ..Phrase::default() };
    while let Some(first) = text[phrase.span.clone()].chars().next() {
        let start = phrase.span.start;
        let rest = &text[start..phrase.span.end];
        let skipped = if LOOSE.hold(first) {
            first.len_utf8()
        } else {
            remark(first, rest).max(run_of_years(&text[head..start], rest))
        };
        if skipped > 0 {
            phrase.span.start += skipped;
        } else if let Some(found) = framing(rest, start == head) {
            phrase.period = Some((start, found));
            phrase.span.start += found.len;
            if found.when == When::Now {
                phrase.roles = phrase.roles | Roles::PAST;
            }
        } else if let Some(len) = opening_deed(rest) {
            phrase.span.start += len;
        } else if let Some((len, roles)) = opening_word(rest) {
            // 谋划了30平方公里的新城: what is told as done is no plan.
            let done = told(&rest[len..]);
            phrase.roles = phrase.roles | if done > 0 { roles.without(Roles::TARGET) } else { roles };
            phrase.span.start += len + done;
        } else {
            break;
        }
    }
    close(text, &mut phrase.span);
    if let Some(name) = before_method(&text[phrase.span.clone()]) {
        phrase.span.end = phrase.span.start + name;
    }
    if after_allowance(&text[phrase.span.clone()]) {
        phrase.span.start = phrase.span.end;
    }
    phrase
}

/// The period that `rest` opens with, be it years alone where it stands at the `head` of the clause.
fn framing(rest: &str, head: bool) -> Option<Period> {
    if !may_open(rest) {
        return None;
    }
    let years = || if head { some_years(rest).filter(|found| frames(rest, found.len)) } else { None };
    period(rest).filter(|found| is_clear_of_name(rest, found)).or_else(years)
}

/// The word that opens `rest` and is no part of a name, with its roles.
fn opening_word(rest: &str) -> Option<(usize, Roles)> {
    let (len, &roles) = ROLES.start.longest(rest)?;
    let behind = &rest[len..];
    // 超20亿元企业: the verb belongs to the amount that says which ones are meant.
    let is_bound = rest.starts_with('超') && matches!(&rest[..len], "超" | "超过") && opens_number(behind);
    let opens = || roles.any(Roles::FRONT) || roles.any(Roles::SOFT) && opens(behind);
    (!is_bound && !makes_name(behind) && !opens_object(rest) && opens()).then_some((len, roles))
}

/// Whether `name` opens with the preposition of what it is a measure to: 对经济增长的贡献率, 对东盟出口, 与生产总值之比.
fn opens_object(name: &str) -> bool {
    const TO: [&str; 6] = ["贡献率", "转移支付", "出口", "进口", "口额", "口总额"];
    match name.chars().next() {
        Some('对') => TO.iter().any(|tail| name.ends_with(tail)) || name.contains("的") && name.ends_with("余额"),
        Some('与') => name.ends_with("之比"),
        _ => false,
    }
}

/// The length of the verb that opens `rest` where what follows says that it is one.
fn opening_deed(rest: &str) -> Option<usize> {
    match rest.chars().next()? {
        '加' | '减' => adding(rest),
        '建' => proposing(rest),
        _ => None,
    }
}

/// The length of the verb that opens a proposal for a time: 建议|2022年….
fn proposing(rest: &str) -> Option<usize> {
    let time = rest.strip_prefix("建议").filter(|time| may_open(time))?;
    period(time).map(|_| rest.len() - time.len())
}

/// The length of the verb that adds an item of a budget to those before it: 加|上级补助收入, 减|上解支出.
fn adding(rest: &str) -> Option<usize> {
    const OPENERS: [&str; 9] = ["上级", "上年", "上解", "下级", "补助", "调", "转移", "债务", "动用"];
    const ITEMS: [&str; 7] = ["收入", "支出", "补助", "结余", "结转", "资金", "基金"];
    let item = rest.strip_prefix(['加', '减'])?;
    let adds = OPENERS.iter().any(|word| item.starts_with(word)) && ITEMS.iter().any(|tail| item.ends_with(tail));
    adds.then_some(rest.len() - item.len())
}

/// The length of the 了 that opens `text` behind a verb.
pub(super) fn told(text: &str) -> usize {
    if text.starts_with('了') && !text.starts_with("了解") { '了'.len_utf8() } else { 0 }
}

/// Whether the years that open `rest` frame a clause: 五年内, 五年新增.
fn frames(rest: &str, len: usize) -> bool {
    rest[..len].ends_with('内') || speaks_of_years(&rest[len..])
}

/// 20亿, 亿元, 千万元: whether `text` opens with an amount.
fn opens_number(text: &str) -> bool {
    digit(text.as_bytes()).is_some() || text.starts_with(['亿', '万', '千', '百', '十'])
}

/// Whether `text`, which follows a verb, makes it a part of a name: 办结|率, 预期|性指标; but not 率先 and 性别.
fn makes_name(text: &str) -> bool {
    text.starts_with('率') && !text.starts_with("率先") || text.starts_with('性') && !text.starts_with("性别")
}

/// The length of the years that open `text` behind 连续, or with 提前.
fn run_of_years(before: &str, text: &str) -> usize {
    let ahead = text.strip_prefix("提前");
    let Some(rest) = ahead.or_else(|| before.ends_with("连续").then_some(text)) else { return 0 };
    let years = numeral(rest).filter(|years| rest[years.len..].starts_with('年'));
    years.map_or(0, |years| text.len() - rest.len() + years.len + '年'.len_utf8())
}

/// The length of a remark in brackets that opens `text`, of which `first` is the first character, with words behind it: （下同）.
fn remark(first: char, text: &str) -> usize {
    if !matches!(first, '（' | '(') {
        return 0;
    }
    let close = near(text, 30).find(['）', ')']);
    close.map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8))
}

/// The length of the name before 按财政部统计口径 or 按常住人口计算, which say how it was measured, not what.
fn before_method(words: &str) -> Option<usize> {
    let counts = ["计算", "折算", "换算"].iter().any(|verb| words.ends_with(verb));
    let states = words.ends_with("口径") || counts && !words.ends_with("云计算");
    states.then(|| words.find('按').unwrap_or(0))
}

/// 考虑退税因素后, 剔除减税影响: what was allowed for, not what is measured.
fn after_allowance(words: &str) -> bool {
    ["后", "因素", "影响"].iter().any(|end| words.ends_with(end))
        && ["考虑", "扣除", "剔除"].iter().any(|verb| words.starts_with(verb))
}

/// Whether what follows an adverb is another word of the clause's opening, so that the adverb is no part of a name.
fn opens(rest: &str) -> bool {
    let word = ROLES.start.longest(rest);
    let acts = || word.is_none() && COMPARISONS.opening.longest(rest).is_some_and(|(_, verb)| !verb.needs_basis);
    rest.is_empty() || word.is_some_and(|(_, roles)| roles.any(Roles::FRONT | Roles::SOFT)) || acts()
}

/// Blanks, joints, closing brackets, bullets and circled numbers that may open a clause.
static LOOSE: Characters = Characters::new(&[
    ' ', '的', '、', '，', ',', '：', ':', '；', ';', '—', '）', ')', '-', '–', '•', '·', '●', '■', '◆', '▪', '*',
])
.with_range('①', '⑳');

/// 五年新增…, 五年全国…: years that frame a clause; 五年规划 and 3年增长 do not.
fn speaks_of_years(rest: &str) -> bool {
    rest.starts_with(['，', ','])
        || rest.starts_with(['全', '中'])
        || rest.starts_with('新')
            && rest["新".len()..].starts_with(['增', '建', '开', '引', '登', '认', '改', '签', '培'])
        || ROLES.start.longest(rest).is_some_and(|(_, roles)| roles.any(Roles::FRONT))
}

/// 全年 in 全年龄段 is no period, nor 今年 in 今年货节.
fn is_clear_of_name(text: &str, found: &Period) -> bool {
    let rest = &text[found.len..];
    let is_fair = rest.starts_with('货') && !["货物", "货运", "货币"].iter().any(|word| rest.starts_with(word));
    // 去年度假游客: 去年, and 度假.
    let is_longer = rest.starts_with('度') && !rest.starts_with("度假");
    // 上年结转收入 is what a budget calls it.
    let is_balance = rest.starts_with("结转") || rest.starts_with("结余") || rest.starts_with("滚存");
    !is_fair && !is_longer && !is_balance && !rest.starts_with(['龄', '终', '的'])
}

/// What a name does not end with, and marks that may close a note.
static TRAILING: Characters =
    Characters::new(&[' ', '的', '中', '、', '，', ',', '与', '及', '和', '按', '”', '’', ']', '）', ')']);

/// Takes blanks and a closing 的 off the end.
pub(super) fn close(text: &str, span: &mut Range<usize>) {
    let words = &text[span.clone()];
    if words.ends_with(|c| !TRAILING.hold(c)) {
        return;
    }
    let mut kept = words.trim_end().trim_end_matches(['的', '、', '，', ',', '与', '按']);
    kept = ["惠及", "涉及"]
        .iter()
        .find_map(|verb| kept.strip_suffix(verb))
        .map(|rest| rest.trim_end_matches('、'))
        .unwrap_or_else(|| kept.trim_end_matches('及'));
    kept = kept.strip_suffix('和').filter(|rest| !rest.ends_with('总')).unwrap_or(kept);
    if let Some(inner) = kept.strip_suffix(['”', '’']).filter(|inner| !inner.contains(['“', '‘'])) {
        kept = inner;
    }
    kept = among(without_note(kept));
    span.end = span.start + kept.len();
}

/// `noun` without the 中 of 339个城市|中; 高中, 初中 and 一中 are schools.
fn among(noun: &str) -> &str {
    const SCHOOLS: [char; 15] =
        ['高', '初', '完', '职', '集', '其', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    const WORDS: [char; 6] = ['存', '现', '潜', '正', '所', '实'];
    let Some(rest) = noun.strip_suffix('中').filter(|rest| !rest.is_empty() && !rest.ends_with(SCHOOLS)) else {
        return noun;
    };
    // 经济总量|在各县区中
    let place = rest.rfind('在').filter(|&at| at > 0 && !rest[..at].ends_with(WORDS));
    place.map_or(rest, |at| &rest[..at])
}

/// Whether `text` ends with a verb of works, so that 提升 behind it is one more: 改造提升112万亩农田, 森林抚育提升5万亩.
pub(crate) fn is_work(text: &str) -> bool {
    const VERBS: [&str; 9] = ["新建", "改建", "扩建", "改造", "维修", "整治", "修复", "巩固", "抚育"];
    VERBS.iter().any(|verb| text.ends_with(verb))
}

/// Whether `text` needs the noun before it: 增幅, 年人均.
pub(crate) fn is_weak(text: &str) -> bool {
    ROLES.start.longest(text).is_some_and(|(len, roles)| len == text.len() && roles.any(Roles::WEAK))
}

/// The words after a number that only round it off: 大关, 的目标.
pub(crate) fn rounding(text: &str) -> usize {
    let found = ROLES.start.longest(text).filter(|(_, roles)| roles.any(Roles::TAIL));
    found.filter(|(len, _)| !text[*len..].starts_with(is_word)).map_or(0, |(len, _)| len)
}

/// The period at the head of `text[range]`, behind conjunctions, areas and verbs like 确保.
pub(crate) fn opener(text: &str, range: Range<usize>, head: &Phrase) -> Option<(usize, Period)> {
    phrase_period(text, range).or(head.period)
}

/// 疫情发生以来, 在国内疫情高峰时期, 自1月23日开始道口值守至3月21日: a whole clause that names a time.
fn phrase_period(text: &str, range: Range<usize>) -> Option<(usize, Period)> {
    let (start, clause) = (range.start, &text[range]);
    let may_open = clause.starts_with(['自', '在']) || clause.ends_with("以来");
    let named = |start: usize, len: usize, edge| Some((start, Period { len, when: When::Named, edge }));
    if !may_open || clause.chars().count() > 22 {
        return None;
    }
    let runs = clause.starts_with('自') && clause.contains('至') && clause.contains('月');
    if clause.ends_with("以来") && period(clause).is_none_or(|found| found.len < clause.len()) || runs {
        return named(start, clause.len(), Edge::Since);
    }
    let inner = clause.strip_prefix('在')?;
    let is_time = ["时期", "期间"].iter().any(|tail| inner.ends_with(tail));
    if is_time { named(start + '在'.len_utf8(), inner.len(), Edge::In) } else { None }
}

/// The period right before a number, which may stand behind its verb: 增加到2007年的3664亿元, 支出五年1.6万亿元.
pub(crate) fn closing_period(text: &str, from: usize, to: usize) -> Option<(usize, Period)> {
    let words = &text[from..to];
    let words = words.strip_suffix('的').unwrap_or(words);
    if !words.ends_with(['年', '月', '日', '末', '底', '度', '期', '季']) {
        return None;
    }
    let (at, period) = ending(words)?;
    let before = opened(text, from..from + at);
    let heads = before.span.is_empty() && !before.roles.any(Roles::LIGHT) && !words[..at].ends_with(['从', '由']);
    (!heads).then_some((from + at, period))
}

/// The period that `words` end with, and where it starts.
fn ending(words: &str) -> Option<(usize, Period)> {
    let near = words.char_indices().rev().take(14).map(|(at, _)| at);
    // 连续三年 says how often, not when; 学前三年 is a stage of school.
    let is_part = |before: &str| {
        before.ends_with(|c: char| c.is_ascii_digit() || matches!(c, '比' | '较' | '第' | '续'))
            || before.trim_end_matches('前').ends_with('学')
    };
    let starts = near.filter(|&at| !is_part(&words[..at]));
    starts.filter_map(|at| Some((at, whole_period(&words[at..])?))).last()
}

/// The periods that are joined to `last`, itself the last of them: 一季度、上半年.
pub(crate) fn joined_periods(text: &str, last: (usize, Period)) -> Vec<(usize, Period)> {
    let mut periods = vec![last];
    let mut rest = &text[..last.0];
    while let Some(before) = rest.strip_suffix(['、', '和', '及', '与'])
        && let Some((at, period)) = ending(before)
    {
        periods.push((at, period));
        rest = &before[..at];
    }
    periods.reverse();
    periods
}

/// `text` as a period, all of it; 五年 is one here.
fn whole_period(text: &str) -> Option<Period> {
    let found = period(text).filter(|found| found.len == text.len() && !text.starts_with(['到', '至', '从']));
    found.or_else(|| some_years(text).filter(|found| found.len == text.len()))
}

/// 五年, 3年: the years up to the report.
fn some_years(text: &str) -> Option<Period> {
    let number = numeral(text)?;
    let count = i16::try_from(number.value?).ok().filter(|count| (2..=50).contains(count))?;
    let rest = text[number.len..].strip_prefix('年')?;
    // 五年内 may be past or to come.
    let inside = rest.strip_prefix('内');
    let when = if inside.is_some() { When::Named } else { When::Past(count) };
    Some(Period { len: text.len() - inside.unwrap_or(rest).len(), when, edge: Edge::In })
}

/// 自启用以来 inside a phrase: the period, and the phrase behind it.
pub(crate) fn since(text: &str, phrase: Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let part = &text[phrase.clone()];
    let close = part.find("以来")? + "以来".len();
    let open = part[..close].rfind(['自', '从'])?;
    (part[open..close].chars().count() <= 24).then(|| {
        let span = phrase.start + open..phrase.start + close;
        let inner = opened(text, span.end..phrase.end).span;
        (span, inner)
    })
}

/// A period inside a phrase, not at its head: 188个项目4月15日前.
pub(crate) fn inner_period(text: &str, phrase: Range<usize>) -> Option<(usize, Period)> {
    // A phrase with more places than this at which a period might start is no name, but a table or worse.
    const MOST: usize = 8;
    let part = &text[phrase.clone()];
    static OPENS: Characters = Characters::new(&['去', '今', '全', '上', '下', '明', '年', '牧', '第'])
        .with(&['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'])
        .with_range('1', '9');
    let places = part.char_indices().filter(|&(_, c)| OPENS.hold(c)).map(|(at, _)| at);
    let places = places.filter(|&at| !part[..at].ends_with(|c: char| c.is_ascii_digit() || c == '.'));
    places.take(MOST).find_map(|at| {
        let found = period(&part[at..]).filter(|found| is_clear_of_name(&part[at..], found))?;
        Some((phrase.start + at, found))
    })
}

/// 压减一般性支出10%: a verb of change, its noun, and the number behind it.
pub(crate) fn verb_of_change(text: &str, from: usize, to: usize) -> Option<(Change, Range<usize>)> {
    let head = opened(text, from..to);
    let rest = &text[head.span.clone()];
    let (len, direction) = COMPARISONS.opening.longest(rest)?;
    if direction.needs_basis || ROLES.start.longest(rest).is_some_and(|(word, _)| word > len) {
        return None;
    }
    let noun = head.span.start + len..head.span.end;
    if noun.is_empty() || is_share(&text[noun.clone()]) || text[noun.clone()].contains(['、', '占']) {
        return None;
    }
    Some((Change { start: head.span.start, sign: direction.sign, basis: None }, noun))
}

/// Whether `name` names a share: 失业率, 民营经济占生产总值的比重.
pub(super) fn is_share(name: &str) -> bool {
    ["率", "比重", "比例", "占比", "占"].iter().any(|tail| name.ends_with(tail))
}
