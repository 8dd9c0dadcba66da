//! Divides a passage into sentences and a sentence into clauses.

use std::ops::Range;

use crate::grammar::numeral::digit;

/// The sentences of `text`, closing marks included.
pub(crate) fn sentences(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut start = 0;
    std::iter::from_fn(move || {
        if start >= text.len() {
            return None;
        }
        let end = text[start..].find(['。', '！', '？', '!', '?']).map_or(text.len(), |at| start + at);
        let rest = &text[end..];
        let closed =
            rest.len() - rest.trim_start_matches(['。', '！', '？', '!', '?', '”', '’', '）', ')', '」']).len();
        let sentence = start..end + closed;
        start = sentence.end;
        Some(sentence)
    })
}

/// A part of a sentence between commas, semicolons and colons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Clause {
    pub(crate) span: Range<usize>,
    /// The mark that closes it; none at the sentence's end.
    pub(crate) close: Option<char>,
}

/// The clauses of `text[sentence]`. A colon between digits (3.6:48) and a comma between digits divide nothing.
pub(crate) fn clauses(text: &str, sentence: Range<usize>) -> impl Iterator<Item = Clause> + '_ {
    let mut start = sentence.start;
    std::iter::from_fn(move || {
        if start >= sentence.end {
            return None;
        }
        let divides = |at: &usize, c: char| match c {
            '，' | '；' | ';' => true,
            '：' | ':' | '∶' => !between_digits(text, start, *at, c),
            ',' => !(ends_with_digit(&text[start..*at]) && starts_with_digit(&text[*at + 1..])),
            _ => false,
        };
        let found =
            text[start..sentence.end].char_indices().map(|(at, c)| (start + at, c)).find(|(at, c)| divides(at, *c));
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

    #[test]
    fn sentences_keep_their_closing_marks() {
        let text = "增长5%。他说：“好！”然后。";
        let found: Vec<_> = sentences(text).map(|range| &text[range]).collect();
        assert_eq!(found, ["增长5%。", "他说：“好！”", "然后。"]);
    }

    #[test]
    fn digits_are_not_divided() {
        let text = "结构为3.6 : 48:48.4，收入1,234元；其中";
        let found: Vec<_> = clauses(text, 0..text.len()).map(|clause| &text[clause.span]).collect();
        assert_eq!(found, ["结构为3.6 : 48:48.4", "收入1,234元", "其中"]);
    }
}
