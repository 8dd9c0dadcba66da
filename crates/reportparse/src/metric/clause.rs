//! Divides a sentence into clauses.

use std::ops::Range;

use super::anchor::Anchor;
use crate::grammar::numeral::digit;
use crate::sentence::Nesting;
use crate::text::marks;

/// A part of a sentence between commas, semicolons and colons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Clause {
    pub(super) span: Range<usize>,
    /// The mark that closes it; none at the sentence's end.
    pub(super) close: Option<char>,
}

/// The clauses of `text[sentence]`; a mark inside quotes or brackets, inside one of its `anchors`, or between the parts of
/// a ratio (3.6:48) divides nothing.
pub(super) fn clauses<'c>(
    text: &'c str,
    sentence: Range<usize>,
    mut anchors: &'c [Anchor<'_>],
) -> impl Iterator<Item = Clause> + 'c {
    let mut start = sentence.start;
    let mut nesting = Nesting::new(&text[sentence.clone()]);
    std::iter::from_fn(move || {
        if start >= sentence.end {
            return None;
        }
        let mut found = None;
        for (at, c) in marks(&text[start..sentence.end]).map(|(at, c)| (start + at, c)) {
            if nesting.step(c) || !matches!(c, '，' | '；' | ';' | '：' | ':' | '∶' | ',') {
                continue;
            }
            while let [passed, ahead @ ..] = anchors
                && passed.span.end <= at
            {
                anchors = ahead;
            }
            let inside = anchors.first().is_some_and(|anchor| anchor.span.start < at);
            let is_ratio = matches!(c, '：' | ':' | '∶') && between_digits(text, start, at, c);
            if !inside && !is_ratio {
                found = Some((at, c));
                break;
            }
        }
        let clause = match found {
            Some((at, c)) => Clause { span: start..at, close: Some(c) },
            None => Clause { span: start..start + closed_off(&text[start..sentence.end]), close: None },
        };
        start = found.map_or(sentence.end, |(at, c)| at + c.len_utf8());
        Some(clause)
    })
}

/// The length of the last clause without the marks that close the sentence.
fn closed_off(text: &str) -> usize {
    text.trim_end().trim_end_matches(['。', '！', '？', '!', '?']).len()
}

fn between_digits(text: &str, start: usize, at: usize, c: char) -> bool {
    ends_with_digit(text[start..at].trim_end()) && starts_with_digit(text[at + c.len_utf8()..].trim_start())
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

    #[test]
    fn digits_are_not_divided() {
        let text = "结构为3.6 : 48:48.4，收入１，２３４元；其中";
        let lexicon = Lexicon::default();
        let mut anchors = Vec::new();
        scan(text, 0..text.len(), &lexicon, &mut anchors);
        let found: Vec<_> = clauses(text, 0..text.len(), &anchors).map(|clause| &text[clause.span]).collect();
        assert_eq!(found, ["结构为3.6 : 48:48.4", "收入１，２３４元", "其中"]);
    }
}
