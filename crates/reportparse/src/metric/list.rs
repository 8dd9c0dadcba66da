//! Lists of numbers, and how they are shared out over the subjects before them: A、B和C分别增长x、y、z.

use std::ops::Range;

use super::anchor::{Anchor, Kind};
use crate::row::Approx;

/// How many of `anchors` follow the first with nothing but a joint between them: x、y和z.
pub(super) fn len(text: &str, anchors: &[Anchor<'_>]) -> usize {
    let joined = anchors.windows(2).take_while(|pair| {
        let between = text[pair[0].span.end..pair[1].span.start].trim();
        let is_ratio = matches!(between, ":" | "：" | "∶" | "︰") && matches!(pair[1].kind, Kind::Bare(_));
        let is_list = matches!(between, "、" | "和" | "及" | "与" | "以及" | "或");
        pair[1].quantity().is_some() && (is_ratio || is_list)
    });
    1 + joined.count()
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
    if let Some(parts) = divided(text, phrase.clone(), count) {
        return parts;
    }
    if let Some(parts) = before.and_then(|before| divided(text, before, count)) {
        return parts;
    }
    if phrase.is_empty() { Vec::new() } else { vec![phrase; count] }
}

/// `phrase` in just `count` parts: first by 、 and the closing 和 or 及, then by 、 alone.
fn divided(text: &str, phrase: Range<usize>, count: usize) -> Option<Vec<Range<usize>>> {
    let by_commas = parts(text, phrase.clone(), &["、"]);
    if by_commas.len() == count {
        return Some(by_commas);
    }
    let by_all = parts(text, phrase, &["、", "以及", "和", "及", "与"]);
    (by_all.len() == count).then_some(by_all)
}

fn parts(text: &str, phrase: Range<usize>, joints: &[&str]) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = phrase.start;
    let mut at = phrase.start;
    let mut depth = 0_u32;
    while at < phrase.end {
        let rest = &text[at..phrase.end];
        match rest.chars().next() {
            Some('（' | '(' | '“') => depth += 1,
            Some('）' | ')' | '”') => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > 0 {
            at += rest.chars().next().map_or(1, char::len_utf8);
        } else if let Some(joint) = joints.iter().find(|joint| rest.starts_with(**joint)) {
            parts.push(start..at);
            at += joint.len();
            start = at;
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
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
    fn as_many_subjects_as_numbers() {
        check("食品、石化、信息等产业增加值", 3, &["食品", "石化", "信息等产业增加值"]);
        check("事故起数和死亡人数", 2, &["事故起数", "死亡人数"]);
        check("城乡居民收入", 2, &["城乡居民收入", "城乡居民收入"]);
    }
}
