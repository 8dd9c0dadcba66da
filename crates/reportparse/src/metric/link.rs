//! What stands between a number and the indicator before it: 同比增长, 完成, 分别达到, 高于全国.

use std::ops::Range;

use super::{area, cue};
use crate::characters::Characters;
use crate::grammar::numeral::digit;
use crate::grammar::period::period;
use crate::lexicon::{COMPARISONS, ROLES, Roles, Sign};

/// How a number is joined to the words before it.
#[derive(Clone, Debug)]
pub(crate) struct Link {
    /// Where the indicator ends.
    pub(crate) end: usize,
    /// A verb of change or of comparison, where there is one.
    pub(crate) change: Option<Change>,
    /// Roles of the words that were taken off.
    pub(crate) roles: Roles,
    /// Whether any word was taken off.
    pub(crate) bare: bool,
}

/// The words that make the number a change.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Change {
    /// Where the change starts: at the basis word, else at its verb.
    pub(crate) start: usize,
    pub(crate) sign: Sign,
    pub(crate) basis: Option<Range<usize>>,
}

impl Change {
    /// Whether it is a distance from what its verb names: 高于全国.
    pub(crate) fn is_against(&self, text: &str) -> bool {
        let basis = self.basis.as_ref().filter(|basis| basis.start == self.start);
        basis.is_some_and(|basis| COMPARISONS.against.longest(&text[basis.start..]).is_some())
    }
}

/// The joint at the end of `text[from..to]`, where the number starts at `to`.
///
/// `compares` says whether the number's unit can measure a distance (个百分点), so that 高于全国 is looked for.
pub(crate) fn link(text: &str, from: usize, to: usize, compares: bool) -> Link {
    let mut peel = Peel { text, from, end: to, roles: Roles::default() };
    peel.words();
    if let Some(change) = peel.change() {
        return Link { end: peel.end, change: Some(change), roles: peel.roles, bare: false };
    }
    if let Some(change) = peel.signed().filter(|_| compares) {
        return Link { end: peel.end, change: Some(change), roles: peel.roles, bare: false };
    }
    if let Some(change) = against(text, from, to, compares) {
        // 超计划3个百分点: the plan is what it is compared with.
        let mut rest = Peel { text, from, end: change.start, roles: peel.roles.without(Roles::TARGET) };
        rest.words();
        return Link { end: rest.end, change: Some(change), roles: rest.roles, bare: false };
    }
    peel.rate();
    let bare = peel.end == to;
    Link { end: peel.end, change: None, roles: peel.roles, bare }
}

/// 生产总值年均以|20%|的速度增长: makes `link` the change whose verb stands behind the number, which runs over `number`.
pub(super) fn pace(text: &str, from: usize, number: Range<usize>, link: &mut Link) {
    const NOUNS: [&str; 3] = ["速度", "速率", "幅度"];
    let Some(rest) = text[number.end..].strip_prefix('的') else { return };
    let Some(verb) = NOUNS.iter().find_map(|noun| rest.strip_prefix(noun)) else { return };
    let Some((_, direction)) = COMPARISONS.opening.longest(verb).filter(|_| link.change.is_none()) else { return };
    let words = &text[from..number.start];
    let opens = words.rfind(['以', '按']).filter(|&at| words[at..].chars().count() <= 5);
    let name = opens.map_or(&text[from..link.end.max(from)], |at| &words[..at]);
    let inner = opens.map_or("", |at| &words[at + '以'.len_utf8()..]);
    let basis_at = |part: &str, end: usize| COMPARISONS.basis.longest(part).map(|(len, ())| end - len..end);
    let basis = basis_at(inner, number.start).or_else(|| basis_at(name, from + name.len()));
    let start = basis.as_ref().map_or(number.start, |basis| basis.start);
    link.end = start.min(from + name.len());
    link.change = Some(Change { start, sign: direction.sign, basis });
}

/// The last characters of what is no word, but may stand before one: a blank, a note, 连续三年, 由.
static LOOSE: Characters = Characters::new(&[' ', ']', '）', ')', '年', '计', '由', '从']);

/// Takes words off the end of a text.
struct Peel<'t> {
    text: &'t str,
    from: usize,
    end: usize,
    roles: Roles,
}

impl<'t> Peel<'t> {
    fn rest(&self) -> &'t str {
        &self.text[self.from..self.end]
    }

    /// Takes off light verbs, adverbs and the like.
    fn words(&mut self) {
        loop {
            let mut rest = self.rest();
            if rest.ends_with(|c| LOOSE.hold(c)) {
                rest = without_remark(without_note(rest.trim_end()));
                self.end = self.from + rest.len();
                if let Some(len) = run_of_years(rest).or_else(|| origin_mark(rest)) {
                    self.end -= len;
                    continue;
                }
            }
            let word = ROLES.end.longest(rest).or_else(|| told(rest));
            let Some((len, &roles)) = word else {
                break;
            };
            if !roles.any(Roles::BACK) || self.is_change_verb(len) || is_total(rest) {
                break;
            }
            self.roles = self.roles | roles;
            self.end -= len;
        }
    }

    /// Takes off 年均 before a level, and 人均 between a verb and its number: 提高到人均320元.
    fn rate(&mut self) {
        let rest = self.rest();
        let Some((len, _)) = ROLES.end.longest(rest).filter(|(_, roles)| roles.any(Roles::WEAK)) else {
            return;
        };
        let before = &rest[..rest.len() - len];
        let word = &rest[before.len()..];
        // 低保标准每人每月620元
        let is_time = matches!(word, "年均" | "月均" | "日均") || word.starts_with('每') && word != "每户";
        let joined = ROLES.end.longest(before).is_some_and(|(_, roles)| roles.any(Roles::REACH | Roles::LIGHT));
        if !before.is_empty() && (is_time || joined) {
            self.end -= len;
            self.words();
        }
    }

    /// Whether a verb of change is at least as long as the word just found, so that it is not taken off.
    fn is_change_verb(&self, len: usize) -> bool {
        COMPARISONS.direction.longest(self.rest()).is_some_and(|(verb, _)| verb >= len)
    }

    /// Takes off a verb of change with its basis.
    fn change(&mut self) -> Option<Change> {
        let saved = (self.end, self.roles);
        let rest = self.rest();
        let rest = rest.strip_suffix('了').unwrap_or(rest);
        let (len, &direction) = COMPARISONS.direction.longest(rest)?;
        if ROLES.end.longest(rest).is_some_and(|(word, _)| word > len) {
            return None;
        }
        self.end = self.from + rest.len() - len;
        let verb = self.end;
        let mut start = verb;
        self.words();
        let basis = self.basis(verb);
        if let Some(basis) = &basis {
            start = basis.start;
            self.end = basis.start;
            self.words();
        }
        // 比全省（7.7%）和全国（7.0%）分别高0.7、1.4个百分点
        let is_each = self.roles.any(Roles::EACH) && len == '高'.len_utf8();
        if direction.needs_basis && basis.is_none() && !is_each {
            (self.end, self.roles) = saved;
            return None;
        }
        if basis.is_some() {
            self.rate();
        }
        let falls = COMPARISONS.fall.longest(self.rest()).is_some();
        let turns = falls && matches!(&self.text[verb..verb + len], "收窄" | "扩大" | "缩小");
        let sign = if turns { direction.sign.turned() } else { direction.sign };
        Some(Change { start, sign, basis })
    }

    /// 同比+5.2%, 环比-0.3%: the sign stands for the verb.
    fn signed(&mut self) -> Option<Change> {
        let rest = self.rest().trim_end_matches(['+', '＋', ' ']);
        let basis = rest.strip_suffix("同比").or_else(|| rest.strip_suffix("环比"))?;
        let (start, end) = (self.from + basis.len(), self.from + rest.len());
        self.end = start;
        self.words();
        Some(Change { start, sign: Sign::Plus, basis: Some(start..end) })
    }

    /// The basis at the end of what is left; `verb` is where the verb of change starts.
    fn basis(&self, verb: usize) -> Option<Range<usize>> {
        let whole = &self.text[self.from..verb];
        if let Some(phrase) = comparison(whole) {
            return Some(self.from + phrase.start..self.from + phrase.end);
        }
        let rest = self.rest();
        let word = COMPARISONS.basis.longest(rest).map(|(len, ())| self.end - len..self.end);
        // The words between basis and verb may hide a basis: 年均 is also an adverb.
        let word = word.or_else(|| COMPARISONS.basis.longest(whole).map(|(len, ())| verb - len..verb));
        let word = word.map(|word| joined(self.text, self.from, word));
        word.or_else(|| years(rest).map(|range| self.from + range.start..self.end))
    }
}

/// 收入合计, 支出合计: what a budget calls its sums.
fn is_total(words: &str) -> bool {
    matches!(words.trim_start_matches(['、', ' ']), "收入合计" | "支出合计")
}

/// A basis of two words: 同比实际, 年均名义, 比上年同比.
fn joined(text: &str, from: usize, word: Range<usize>) -> Range<usize> {
    let before = &text[from..word.start];
    // 比上年同比 says the same twice.
    let twice = if &text[word.clone()] == "同比" { comparison(before) } else { None };
    let basis = || COMPARISONS.basis.longest(before).map(|(len, ())| word.start - len);
    // 五年年均
    let spread = || if &text[word.clone()] == "年均" { years(before).map(|years| from + years.start) } else { None };
    let start = twice.map(|phrase| from + phrase.start).or_else(basis).or_else(spread);
    start.unwrap_or(word.start)..word.end
}

/// How the names of times begin that 上 opens; 上市 is none.
const LAST: [&str; 9] = ["上年", "上一", "上季", "上月", "上半", "上个", "上届", "上次", "上期"];

/// Where 与 stands that opens the comparison at the end of `text`: 与上年相比, 与去年同比; but not 农业与工业产值|同比.
fn with(text: &str) -> Option<usize> {
    let before = text.strip_suffix('比')?;
    let at = before.rfind('与')?;
    let object = &before[at + '与'.len_utf8()..];
    let names_time = || LAST.iter().any(|last| object.starts_with(last)) || period(object).is_some();
    (!before.ends_with(['同', '环', '可']) || names_time()).then_some(at)
}

/// 比去年, 较“十三五”末期, 与上年相比: the last comparison in `text`, up to its end.
fn comparison(text: &str) -> Option<Range<usize>> {
    let each = text.strip_suffix("分别");
    let shared = each.is_some();
    let end = each.unwrap_or(text).trim_end_matches('再').trim_end_matches('将').trim_end_matches('又').len();
    let text = &text[..end];
    if let Some(with) = with(text) {
        return (end - with <= 45).then_some(with..end);
    }
    let at = text.rfind('比').max(text.rfind('较'))?;
    let inside = &text[at..];
    let before = &text[..at];
    let after = &inside['比'.len_utf8()..];
    let is_part = before.ends_with(['同', '环', '可', '对', '占', '配', '性', '相', '类', '无', '百', '评'])
        || after.starts_with(['例', '重', '率', '较', '如', '价', '值', '上', '为', '大', '好', '高', '快', '多'])
            && !LAST.iter().any(|last| after.starts_with(last));
    let is_short = inside.chars().count() <= 16;
    // 比全省、全国分别高: each has a number of its own.
    let is_plain = !inside.contains(['，', ',', '；', '。', '：']) && (shared || !inside.contains('、'));
    (!is_part && is_short && is_plain && !after.is_empty()).then_some(at..end)
}

/// 与上年相比，: a basis that is a clause of its own.
pub(super) fn compared(text: &str, clause: Range<usize>) -> Option<Range<usize>> {
    let words = &text[clause.clone()];
    let compares = words.ends_with('比') && words.starts_with(['与', '同', '和']) && words.chars().count() <= 16;
    compares.then_some(clause)
}

/// A word that leads to the level reached, told as done: 增长到|了.
fn told(text: &str) -> Option<(usize, &Roles)> {
    let (len, roles) = ROLES.end.longest(text.strip_suffix('了')?)?;
    roles.any(Roles::REACH).then_some((len + '了'.len_utf8(), roles))
}

/// The length of 连续三年 or 连续第3年 at the end of `text`.
fn run_of_years(text: &str) -> Option<usize> {
    let start = years(text)?.start;
    let before = text[..start].strip_suffix("连续").or_else(|| text[..start].strip_suffix("连续第"))?;
    Some(text.len() - before.len())
}

/// `text` without the mark of a note at its end: 生产总值[2], “四上”企业（1）, 下降[47].
pub(super) fn without_note(text: &str) -> &str {
    if let Some(note) = text.strip_suffix(']').and_then(|inner| inner.rfind('[')) {
        return &text[..note];
    }
    let numbered = text.strip_suffix(['）', ')']).unwrap_or_default();
    let open = numbered.trim_end_matches(|c: char| c.is_ascii_digit());
    open.strip_suffix(['（', '(']).unwrap_or(text)
}

/// `text` without the remark in brackets behind a verb of change at its end: 下降（同口径）, 增长（剔除退税因素）.
fn without_remark(text: &str) -> &str {
    let Some(inner) = text.strip_suffix(['）', ')']) else { return text };
    let before = inner.rfind(['（', '(']).map(|open| &inner[..open]);
    before.filter(|before| COMPARISONS.direction.longest(before).is_some()).unwrap_or(text)
}

/// The length of 由 or 从 at the end of `text`: the number is where something started from.
fn origin_mark(text: &str) -> Option<usize> {
    let is_word = || ROLES.end.longest(text).is_some_and(|(len, _)| len > '由'.len_utf8());
    (text.ends_with(['由', '从']) && !is_word()).then_some('由'.len_utf8())
}

/// 3年, 近三年, 五年累计: years right before the verb.
fn years(text: &str) -> Option<Range<usize>> {
    let body = text.strip_suffix("累计").unwrap_or(text).strip_suffix('年')?;
    let digits = body.trim_end_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十两".contains(c));
    if digits.len() == body.len() || body.len() - digits.len() > 6 {
        return None;
    }
    let start = digits.strip_suffix("近").map_or(digits.len(), str::len);
    // 提前两年实现翻番
    (!text[..start].ends_with("提前")).then_some(start..text.len())
}

/// How many characters before its number a verb of comparison may stand.
const FARTHEST: usize = 40;

/// 高于全国平均水平, 超过市场价: a verb that takes what it compares with as its object.
fn against(text: &str, from: usize, to: usize, compares: bool) -> Option<Change> {
    let part = &text[from..to];
    let verbs = &COMPARISONS.against;
    let at_word = |at: usize| verbs.longest(&part[at..]).map(|(len, &sign)| (at, len, sign));
    let near = part.char_indices().rev().take(FARTHEST).filter(|(_, c)| verbs.opens(*c));
    let (at, len, sign) = near.map(|(at, _)| at).find_map(at_word)?;
    // 达到或优于Ⅲ类水体比例: the verb belongs to the name of the measure; 不低于 names a bound.
    if part[..at].ends_with(['或', '不']) {
        return None;
    }
    let object = part[at + len..].trim();
    // 收入超10万元的村占比: it says which villages are meant.
    if part[at..].starts_with('超') && digit(object.as_bytes()).is_some() {
        return None;
    }
    let verb = &part[at..at + len];
    // 超全市平均单产127公斤
    let averages = || area::behind(object).is_some_and(|rest| rest.starts_with("平均"));
    let is_clear = matches!(verb, "高于" | "低于" | "优于" | "高出" | "快于") || averages();
    // 高于全国、全省; but not 高于计划、投资….
    let lists = object.contains('、') && !object.split('、').all(area::is_yardstick) && !part[..at].ends_with("分别");
    // 低于年初确定的3%: the number is not by how much.
    if object.is_empty() || cue::is_aim_set(object) || !(compares || is_clear) || lists || object.contains(['，', ','])
    {
        return None;
    }
    let start = from + at;
    Some(Change { start, sign, basis: Some(start..from + at + len + part[at + len..].trim_end().len()) })
}
