//! Numbers that relate what was just measured to something else: 占支出的64.7%, 为预算的97%, 完成任务的56.4%, 是2010年的2.4倍.
//!
//! A change that follows is that of the thing measured, not of the relation: 收入5亿元，为预算的97%，增长8%. Only a change in
//! points is the relation's own: 占支出的64.7%，提高2个百分点.

use std::ops::Range;

use super::phrase;
use super::scene::Found;
use crate::grammar::numeral::digit;
use crate::grammar::quantity::{Quantity, UnitText};
use crate::lexicon::{COMPARISONS, Dimension};

/// What a relation was said of, which a later change goes back to.
#[derive(Clone, Debug)]
pub(super) struct Main {
    /// Its row, where it has one.
    pub(super) row: Option<usize>,
    pub(super) subject: Option<Range<usize>>,
    /// The words that name the relation.
    pub(super) name: Range<usize>,
    /// Whether these name a share, which may rise or fall by per cent where points were meant: 占支出的比重.
    pub(super) share: bool,
}

/// Where the verb of a relation stands in `text[from..at]`, the words before `quantity`, `phrase` being their noun.
pub(super) fn verb(
    text: &str,
    from: usize,
    at: usize,
    phrase: &Range<usize>,
    quantity: &Quantity<'_>,
) -> Option<usize> {
    let words = text[from..at].trim_start_matches([' ', '、', '，', ',']);
    let words = ["分别", "仅", "只", "均"].iter().find_map(|adverb| words.strip_prefix(adverb)).unwrap_or(words);
    let start = at - words.len();
    if !is_share(text, quantity) {
        let relates = is_whole(text, words, quantity) || is_base(text, words, quantity) || exceeds(words);
        return relates.then_some(start);
    }
    let name = &text[phrase.clone()];
    if phrase::is_share(name) {
        return name.starts_with('占').then_some(phrase.start);
    }
    opens(words).then_some(start).or_else(|| Some(phrase.start + inner(name)?))
}

/// Where the verb of an equation stands in `text[from..at]`: 旅游收入|是2010年的2.4倍, 投入|不低于上年的1.6倍, 客流|恢复到上年的82%.
pub(super) fn equation(text: &str, from: usize, quantity: &Quantity<'_>) -> Option<usize> {
    const BOUNDS: [&str; 7] = ["不低于", "不少于", "不超过", "不高于", "恢复到", "恢复至", "相当于"];
    const VERBS: [&str; 4] = ["是", "相当于", "达到", "超过"];
    let words = text[from..quantity.span.start].strip_suffix('的').filter(|_| is_share(text, quantity))?;
    let verbs = if quantity.is(Dimension::Multiple) { &VERBS[..] } else { &[] };
    BOUNDS.iter().chain(verbs).filter_map(|verb| words.rfind(verb)).min().map(|verb| from + verb)
}

/// Whether `quantity` is a share or a multiple of something.
fn is_share(text: &str, quantity: &Quantity<'_>) -> bool {
    (quantity.is(Dimension::Ratio) || quantity.is(Dimension::Multiple)) && !is_points(text, quantity)
}

/// 完成预算|8亿元|的56%: what the share is of.
fn is_whole(text: &str, words: &str, quantity: &Quantity<'_>) -> bool {
    let rest = text[quantity.span.end..].strip_prefix('的').unwrap_or_default();
    digit(rest.as_bytes()).is_some() && (words.starts_with("完成") || words.starts_with('占'))
}

/// 超额完成年度任务|2.1亿元, 超出预算|0.4亿元: by how much an aim was surpassed.
fn exceeds(words: &str) -> bool {
    ["超额完成", "超出", "超"].iter().any(|verb| words.starts_with(verb)) && is_aim(words)
}

/// 比上年同期|14.5万元|增收1.9万元: an amount that a change is measured from.
pub(super) fn is_base(text: &str, words: &str, quantity: &Quantity<'_>) -> bool {
    let behind = &text[quantity.span.end..];
    let surpasses = || ["超过", "超额", "超出"].iter().any(|verb| behind.starts_with(verb));
    words.starts_with(['比', '较']) && (COMPARISONS.opening.longest(behind).is_some() || surpasses())
}

/// Whether `words` open with a verb that relates: 占支出的, 为预算的, 完成全年计划.
fn opens(words: &str) -> bool {
    const VERBS: [&str; 8] = ["完成", "为", "是", "相当于", "达到", "达", "超过", "已完成"];
    let words = words.strip_prefix('约').unwrap_or(words);
    if let Some(object) = words.strip_prefix('占') {
        return takes(object);
    }
    let object = VERBS.iter().find_map(|verb| words.strip_prefix(verb));
    object.is_some_and(|object| object.ends_with('的') || is_aim(object))
}

/// A verb inside a name: 财政收入|完成预算, 新能源装机|占总装机.
fn inner(name: &str) -> Option<usize> {
    let done = || name.rfind("完成").filter(|&at| is_aim(&name[at..]));
    let part = || name.rfind('占').filter(|&at| takes(&name[at + '占'.len_utf8()..]));
    done().or_else(part)
}

/// Whether `object`, which follows 占, makes it a verb; 占地 and 占用 are others.
fn takes(object: &str) -> bool {
    !object.starts_with(['地', '用', '有', '领', '据', '道', '补'])
}

/// What is set to be reached: 年初预算, 全年任务数.
pub(super) fn is_aim(name: &str) -> bool {
    const AIMS: [&str; 6] = ["预算", "任务", "计划", "目标", "指标", "进度"];
    let name = name.strip_suffix('数').unwrap_or(name);
    AIMS.iter().any(|aim| name.ends_with(aim))
}

/// Whether a number without a noun of its own cannot be that of the relation, but is that of what it was said of: a share
/// changes by points, and does not grow (增长).
pub(super) fn goes_back(text: &str, found: &Found<'_, '_>, main: &Main) -> bool {
    if !is_share(text, found.quantity) {
        return !is_points(text, found.quantity);
    }
    let change = found.link.change.as_ref().map(|change| &text[change.start..found.quantity.span.start]);
    change.is_some_and(|words| !main.share || words.contains("增长"))
}

/// Whether `quantity` is given in points of a percentage.
fn is_points(text: &str, quantity: &Quantity<'_>) -> bool {
    let UnitText::Written(_, unit) = &quantity.unit else { return false };
    quantity.is(Dimension::Ratio) && text[unit.clone()].ends_with('点')
}
