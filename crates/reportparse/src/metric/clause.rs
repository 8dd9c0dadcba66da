//! Divides a sentence into clauses.

use std::ops::Range;

use super::anchor::Anchor;
use crate::grammar::numeral::digit;
use crate::sentence::{Mark, Nesting};

/// A part of a sentence between commas, semicolons and colons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Clause {
    pub(super) span: Range<usize>,
    /// The mark that closes it; none at the sentence's end.
    pub(super) close: Option<char>,
}

/// The clauses of `text[sentence]`, whose marks are `marks`; one inside quotes or brackets, inside one of its `anchors`,
/// or between the parts of a ratio (3.6:48) divides nothing.
pub(super) fn clauses<'c>(
    text: &'c str,
    sentence: Range<usize>,
    marks: &'c [Mark],
    mut anchors: &'c [Anchor<'_>],
) -> impl Iterator<Item = Clause> + 'c {
    let mut start = sentence.start;
    let mut nesting = Nesting::new(marks);
    let mut marks = marks.iter();
    std::iter::from_fn(move || {
        if start >= sentence.end {
            return None;
        }
        let close = marks.find(|&&mark| {
            let Mark { at, sign, .. } = mark;
            if nesting.step(mark) || !divides(sign) {
                return false;
            }
            while let [passed, ahead @ ..] = anchors
                && passed.span.end <= at
            {
                anchors = ahead;
            }
            let inside = anchors.first().is_some_and(|anchor| anchor.span.contains(&at));
            !inside && !is_ratio(text, start, at, sign)
        });
        let end = close.map_or_else(|| start + closed_off(&text[start..sentence.end]), |mark| mark.at);
        let clause = Clause { span: start..end, close: close.map(|mark| mark.sign) };
        start = close.map_or(sentence.end, |mark| mark.end());
        Some(clause)
    })
}

fn divides(sign: char) -> bool {
    matches!(sign, '，' | '；' | ';' | '：' | ':' | '∶' | ',')
}

/// The length of the last clause without the marks that close the sentence.
fn closed_off(text: &str) -> usize {
    text.trim_end_matches(['。', '！', '？', '!', '?']).len()
}

/// Whether the colon at `at` stands between two numbers.
fn is_ratio(text: &str, start: usize, at: usize, sign: char) -> bool {
    matches!(sign, '：' | ':' | '∶')
        && ends_with_digit(&text[start..at])
        && starts_with_digit(&text[at + sign.len_utf8()..])
}

fn starts_with_digit(text: &str) -> bool {
    digit(text.as_bytes()).is_some()
}

fn ends_with_digit(text: &str) -> bool {
    text.chars().next_back().is_some_and(|c| c.is_ascii_digit() || ('０'..='９').contains(&c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::metric::anchor::scan;
    use crate::metric::places::Places;

    #[test]
    fn digits_are_not_divided() {
        let text = "结构为3.6:48:48.4，收入１，２３４元；其中";
        let lexicon = Lexicon::default();
        let (mut places, mut anchors) = (Places::default(), Vec::new());
        places.find(text);
        scan(text, 0..text.len(), &places.openers, &lexicon, &mut anchors);
        let found: Vec<_> =
            clauses(text, 0..text.len(), &places.marks, &anchors).map(|clause| &text[clause.span]).collect();
        assert_eq!(found, ["结构为3.6:48:48.4", "收入１，２３４元", "其中"]);
    }
}
