//! Lists of numbers, and how they are shared out over the subjects before them: A、B和C分别增长x、y、z.

use std::borrow::Cow;
use std::ops::Range;

use super::anchor::{Anchor, Kind};
use super::measure::is_measure;
use super::noun::outside;
use super::phrase::Phrase;
use crate::grammar::numeral::opens_chinese;
use crate::grammar::quantity::{Quantity, UnitText};
use crate::lexicon::{COMPARISONS, Sign};
use crate::row::Approx;
use crate::text::is_letter;

/// How many of `anchors` follow the first with nothing but a joint between them: x、y和z. A verb may stand with the joint
/// where each has its own: 分别增长x和下降y.
pub(super) fn len(text: &str, anchors: &[Anchor<'_>]) -> usize {
    let turns = |between: &str| {
        let verb = between.strip_prefix(['、', '和', '及', '与']);
        let is_verb = verb.is_some_and(|verb| verb_before(verb).is_some_and(|(len, _)| len == verb.len()));
        is_verb && tells_each(&text[..anchors[0].span.start])
    };
    let joined = anchors.windows(2).take_while(|pair| {
        let between = &text[pair[0].span.end..pair[1].span.start];
        let is_ratio = matches!(between, ":" | "：" | "∶" | "︰") && matches!(pair[1].kind, Kind::Bare(_));
        let is_list = matches!(between, "、" | "和" | "及" | "与" | "以及" | "或");
        // 净增98万户、突破1900万户: a level of its own.
        let passes =
            |anchor: &Anchor<'_>| ["突破", "超"].iter().any(|word| text[anchor.span.start..].starts_with(word));
        let restarts = passes(&pair[1]) && !passes(&pair[0]);
        pair[1].quantity().is_some() && !restarts && (is_ratio || is_list || turns(between))
    });
    1 + joined.count()
}

/// The length of the verb of change that `text`, which ends at a number, ends with, and its sign.
pub(super) fn verb_before(text: &str) -> Option<(usize, Sign)> {
    COMPARISONS.direction.longest(text).map(|(len, verb)| (len, verb.sign))
}

/// Whether the words before the first number of a list end with 分别, perhaps a basis, and a verb of change.
fn tells_each(before: &str) -> bool {
    const FARTHEST: usize = 16;
    let Some((verb, _)) = verb_before(before) else { return false };
    let words = &before[..before.len() - verb];
    let mut near =
        words.char_indices().rev().take(FARTHEST).take_while(|(_, c)| !matches!(c, '，' | ',' | '；' | '。'));
    near.any(|(at, _)| words[at..].starts_with("分别"))
}

/// The quantities of `members`, each with the unit of the last where it has none of its own: 提高10.6、6.3、12.9个百分点.
pub(super) fn united<'m, 'l>(members: &'m [Anchor<'l>]) -> impl Iterator<Item = Cow<'m, Quantity<'l>>> {
    let last = members.last().and_then(Anchor::quantity);
    members.iter().filter_map(Anchor::quantity).map(move |member| match last {
        Some(last) if member.unit == UnitText::None => {
            Cow::Owned(Quantity { unit: last.unit.clone(), power: last.power, known: last.known, ..member.clone() })
        }
        Some(last) => match scaled(&member.unit, &last.unit) {
            Some(unit) => Cow::Owned(Quantity { unit, known: last.known, ..member.clone() }),
            None => Cow::Borrowed(member),
        },
        None => Cow::Borrowed(member),
    })
}

/// The unit of a number that has only a scale of its own: 10.6万、3.3万平方公里.
fn scaled(own: &UnitText, last: &UnitText) -> Option<UnitText> {
    let (UnitText::Written(scale, unit), UnitText::Written(_, shared)) = (own, last) else { return None };
    (unit.is_empty() && !shared.is_empty()).then(|| UnitText::Written(scale.clone(), shared.clone()))
}

/// Whether the last of `members` counts a noun behind it, and the first the noun before it: 培训1万人次、3900名青年就业.
pub(super) fn restarts(text: &str, members: &[Anchor<'_>], before: &Phrase) -> bool {
    let [first, last] = members else { return false };
    let (Some(first), Some(last)) = (first.quantity(), last.quantity()) else { return false };
    fn unit<'l>(quantity: &Quantity<'l>) -> Option<&'l str> {
        quantity.known.map(|unit| &*unit.base)
    }
    let named = text[last.span.end..].starts_with(is_letter);
    !before.span.is_empty() && last.counts && named && unit(first) != unit(last)
}

/// The bound at the end of a list, which holds for all its members: 95%、85%、80%以上.
pub(super) fn shared_bound(members: &[Anchor<'_>]) -> Option<Approx> {
    let mut all = members.iter().filter_map(|member| member.quantity()).map(|quantity| quantity.approx);
    let last = all.next_back().filter(|last| matches!(last, Approx::AtLeast | Approx::AtMost | Approx::About))?;
    all.all(|approx| approx == Approx::Exact).then_some(last)
}

/// The subjects of `count` numbers.
///
/// The phrase is divided at 、, 和, 及 and the like where that gives as many parts as there are numbers; else the list of
/// the clause before is tried; else every number has the whole phrase.
pub(super) fn subjects(
    text: &str,
    phrase: Range<usize>,
    count: usize,
    before: Option<Range<usize>>,
) -> Vec<Range<usize>> {
    if let Some(mut parts) = divided(text, phrase.clone(), count) {
        complete(text, &mut parts);
        return parts;
    }
    if let Some(parts) = clauses_before(text, phrase.clone(), count) {
        return parts;
    }
    // 对经济增长的贡献率分别为: the measure is the same for all.
    let before = before.filter(|_| !text[phrase.clone()].starts_with('对'));
    if let Some(mut parts) = before.and_then(|before| divided(text, before, count)) {
        complete(text, &mut parts);
        return parts;
    }
    if phrase.is_empty() { Vec::new() } else { vec![phrase; count] }
}

/// 信息传输、软件业，租赁、商务服务业，批发和零售业分别增长x、y、z: names that hold a 、 are parted by commas.
fn clauses_before(text: &str, phrase: Range<usize>, count: usize) -> Option<Vec<Range<usize>>> {
    const LONGEST: usize = 90;
    let mut parts = vec![phrase];
    while parts.len() < count {
        let end = text[..parts.last()?.start].strip_suffix(['，', ','])?.len();
        let near = (end.saturating_sub(LONGEST)..end).find(|&at| text.is_char_boundary(at))?;
        let clause = &text[near..end];
        let start = near + clause.rfind(['，', ',', '。', '；', '：', ';', ':']).map_or(0, |at| at + 1);
        let start = (start..end).find(|&at| text.is_char_boundary(at))?;
        if clause.contains(|c: char| c.is_ascii_digit()) {
            return None;
        }
        parts.push(start..end);
    }
    parts.reverse();
    let (last, others) = parts.split_last()?;
    let ends = |part: &Range<usize>| text[part.clone()].chars().next_back();
    let alike = others.windows(2).all(|pair| ends(&pair[0]) == ends(&pair[1]));
    // Two need a proof that they are of a kind: 软件业，金融业增加值.
    let of_a_kind = || ends(&others[0]).is_some_and(|kind| matches!(kind, '业') && text[last.clone()].contains(kind));
    (alike && (others.len() > 1 || of_a_kind())).then_some(parts)
}

/// 城镇 in 城镇、农村居民人均可支配收入 names nothing by itself: it reaches to the end of the phrase, whose noun it shares.
fn complete(text: &str, parts: &mut [Range<usize>]) {
    let Some(last) = parts.last().cloned() else { return };
    let len = |part: &Range<usize>| text[part.clone()].chars().count();
    for part in parts.iter_mut().filter(|part| !is_measure(&text[(*part).clone()])) {
        // 第一、二、三产业: a numeral alone names nothing.
        let number = text[part.clone()].trim_start_matches('第');
        let is_numeral = number.chars().count() == 1 && number.starts_with(opens_chinese);
        let is_modifier = is_numeral || len(part) <= 3 && len(&last) >= len(part) + 2;
        if is_measure(&text[last.clone()]) || is_modifier {
            part.end = last.end;
        }
    }
}

/// The name of the first member of a list that shares the noun of the last: 城镇居民人均可支配收入 of
/// 城镇、农村居民人均可支配收入, as the first that `known` accepts.
pub(super) fn shared_name<T>(words: &str, known: impl Fn(&str) -> Option<T>) -> Option<T> {
    const JOINTS: [char; 4] = ['、', '和', '及', '与'];
    let first = &words[..words.find(JOINTS)?];
    let last = &words[words.rfind(JOINTS)? + '、'.len_utf8()..];
    let mut name = String::from(first);
    let tails = last.char_indices().skip(1).map(|(at, _)| &last[at..]).filter(|tail| tail.chars().nth(1).is_some());
    for tail in tails {
        name.truncate(first.len());
        name.push_str(tail);
        // 工业 with 技改投资 is only the last member over again.
        if let Some(found) = known(&name).filter(|_| name != last) {
            return Some(found);
        }
    }
    None
}

/// `phrase` in just `count` parts: by 、 alone, else by 、 and the closing 和 or 及.
fn divided(text: &str, phrase: Range<usize>, count: usize) -> Option<Vec<Range<usize>>> {
    let phrase = phrase.start..phrase.start + before_each(&text[phrase]).len();
    let by_commas = parts(text, phrase.clone(), &["、"]);
    if by_commas.len() == count {
        return Some(by_commas);
    }
    let by_all = parts(text, phrase, &["、", "以及", "和", "及", "与"]);
    (by_all.len() == count).then_some(by_all)
}

/// `words` before 分别 and a verb that makes no name: 省级、市级标准|分别新增, 残疾人补贴|分别从每人每月; but 东、西部分别完成投资.
fn before_each(words: &str) -> &str {
    let verb_only = |verb: &str| {
        let changes = COMPARISONS.direction.longest(verb).is_some_and(|(len, _)| len == verb.len());
        changes || verb.starts_with(['从', '由', '占'])
    };
    words.split_once("分别").filter(|(_, verb)| verb_only(verb)).map_or(words, |(before, _)| before)
}

fn parts(text: &str, phrase: Range<usize>, joints: &[&str]) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = phrase.start;
    for (at, _) in outside(&text[phrase.clone()]) {
        let at = phrase.start + at;
        let joint = joints.iter().find(|joint| at >= start && text[at..phrase.end].starts_with(**joint));
        if let Some(joint) = joint {
            parts.push(start..at);
            start = at + joint.len();
        }
    }
    parts.push(start..phrase.end);
    parts.retain(|part| !part.is_empty());
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, count: usize, expected: &[&str]) {
        let found = subjects(text, 0..text.len(), count, None);
        assert_eq!(found.iter().map(|range| &text[range.clone()]).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_shared_noun_completes_a_name() {
        let known = |name: &str| (name == "城镇居民人均收入").then_some(());
        assert_eq!(shared_name("城镇、农村居民人均收入", known), Some(()));
        assert_eq!(shared_name("城镇居民人均收入", known), None);
    }

    #[test]
    fn as_many_subjects_as_numbers() {
        let industries = "食品、石化、信息等产业增加值";
        check(industries, 3, &[industries, "石化、信息等产业增加值", "信息等产业增加值"]);
        check("国家级、部级创新平台", 2, &["国家级、部级创新平台", "部级创新平台"]);
        check("营业收入、利润", 2, &["营业收入", "利润"]);
        check("事故起数和死亡人数", 2, &["事故起数", "死亡人数"]);
        check("城乡居民收入", 2, &["城乡居民收入", "城乡居民收入"]);
    }
}
