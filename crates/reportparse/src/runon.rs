//! Takes apart a report that stands on one line.
//!
//! Such a copy kept its words and lost its breaks. What is left of them is a run of blanks, or a blank behind a stop, or
//! nothing but the next heading's number. A number counts as a heading only where the sequence of its style expects it.

use std::collections::HashMap;

use crate::front;
use crate::grammar::marker::{Marker, Style};
use crate::grammar::{at_start, marker};
use crate::span::Span;
use crate::stretch::Stretch;
use crate::text::{is_blank, is_stop, trim};

/// A paragraph of an ordinary report is shorter.
const RUN_ON: usize = 6000;
/// A heading is shorter.
const MAX_HEADING: usize = 150;
/// A tab parts columns.
const TAB: usize = 4;

/// Splits the stretches that hold many paragraphs.
pub(crate) fn split(source: &str, stretches: Vec<Stretch>) -> Vec<Stretch> {
    // A text of one line has lost its breaks, however short it is.
    let limit = if stretches.len() == 1 { 0 } else { RUN_ON };
    if stretches.iter().all(|stretch| stretch.span.len() < limit) {
        return stretches;
    }
    let mut parts = Vec::with_capacity(stretches.len() * 2);
    let mut sequence = Sequence::default();
    for stretch in stretches {
        if stretch.span.len() < limit || !stretch.holes.is_empty() {
            parts.push(stretch);
        } else {
            split_one(source, stretch.span, &mut sequence, &mut parts);
        }
    }
    parts
}

fn split_one(source: &str, span: Span, sequence: &mut Sequence, parts: &mut Vec<Stretch>) {
    let text = &source[span.range()];
    let wide_gaps = gaps(text).filter(|gap| gap.columns >= TAB).count();
    let least = if wide_gaps > 5 { 2 } else { 1 };
    let mut start = 0;
    let mut cut = |start: &mut usize, at: usize| {
        let part = trim(source, Span::new(span.start as usize + *start, span.start as usize + at));
        if !part.is_empty() {
            parts.push(Stretch { span: part, holes: Vec::new() });
        }
        *start = at;
    };
    let mut in_front = span.start == 0;
    for boundary in boundaries(text) {
        let (before, after) = (&text[start..boundary.at], &text[boundary.at + boundary.len..]);
        let is_front = in_front && boundary.len > 0 && front::is_line(before.trim_start_matches(is_blank), after);
        let heading = sequence.expects(after);
        let is_marker = at_start(marker::marker, before.trim_start_matches(is_blank))
            .is_some_and(|(_, len)| before.trim_matches(is_blank).len() == len);
        if is_marker {
            continue;
        }
        let in_heading =
            before.len() < MAX_HEADING && at_start(marker::marker, before.trim_start_matches(is_blank)).is_some();
        let breaks = boundary.columns >= TAB
            || heading.is_some()
            || (boundary.columns >= least && (boundary.after_stop || in_heading || after.starts_with("——")))
            || (boundary.len > 0 && opens_address(after))
            || front::is_salutation(before.trim_start_matches(is_blank))
            || is_front
            || start == 0 && front::titled_salutation(before);
        if breaks {
            in_front &= is_front;
            cut(&mut start, boundary.at);
            sequence.take(heading);
        }
    }
    cut(&mut start, text.len());
}

/// 各位代表： behind a blank.
fn opens_address(text: &str) -> bool {
    front::addresses(text) && text.chars().take(40).any(|c| matches!(c, '：' | ':'))
}

/// A place at which a paragraph may end.
struct Boundary {
    at: usize,
    /// Length of the blanks that stand here.
    len: usize,
    columns: usize,
    after_stop: bool,
}

/// Every run of blanks, and every stop or colon without one behind it.
fn boundaries(text: &str) -> impl Iterator<Item = Boundary> {
    let mut last = ' ';
    let mut characters = text.char_indices().peekable();
    std::iter::from_fn(move || {
        loop {
            let (at, character) = characters.next()?;
            if is_blank(character) {
                let mut columns = width(character);
                let mut len = character.len_utf8();
                while let Some((_, blank)) = characters.next_if(|&(_, c)| is_blank(c)) {
                    columns += width(blank);
                    len += blank.len_utf8();
                }
                return Some(Boundary {
                    at,
                    len,
                    columns,
                    after_stop: is_stop(last) || matches!(last, '：' | ':' | '；' | '”'),
                });
            }
            last = character;
            let end = at + character.len_utf8();
            if (is_stop(character) || matches!(character, '：' | ':')) && !text[end..].starts_with(is_blank) {
                return Some(Boundary { at: end, len: 0, columns: 0, after_stop: true });
            }
        }
    })
}

fn gaps(text: &str) -> impl Iterator<Item = Boundary> {
    boundaries(text).filter(|boundary| boundary.len > 0)
}

fn width(blank: char) -> usize {
    match blank {
        '\u{3000}' => 2,
        '\t' => TAB,
        _ if blank.is_whitespace() => 1,
        _ => 0,
    }
}

/// The last number of each heading style.
#[derive(Default)]
struct Sequence {
    last: HashMap<Style, u32>,
}

impl Sequence {
    /// The marker at the start of `text`, if its style goes on with it: 一、 or （一） that begin again or go up by one.
    fn expects(&self, text: &str) -> Option<Marker> {
        let (marker, len) = at_start(marker::marker, text)?;
        let goes_on = self.last.get(&marker.style).map_or(1, |last| last + 1);
        let starts_list = marker.style == Style::Han && text[len..].starts_with(|c| "一二三四五六七八九十".contains(c));
        let fits =
            marker.ordinal == Some(goes_on) || (marker.style == Style::BracketedHan && marker.ordinal == Some(1));
        let is_heading = matches!(marker.style, Style::Part | Style::Chapter | Style::Han | Style::BracketedHan);
        (is_heading && fits && !starts_list).then_some(marker)
    }

    fn take(&mut self, heading: Option<Marker>) {
        if let Some(Marker { style, ordinal: Some(ordinal) }) = heading {
            self.last.insert(style, ordinal);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(source: &str) -> Vec<&str> {
        let whole = Stretch { span: Span::new(0, source.len()), holes: Vec::new() };
        split(source, vec![whole]).iter().map(|each| &source[each.span.range()]).collect()
    }

    fn body() -> String {
        "全市经济运行总体平稳。".repeat(200)
    }

    #[test]
    fn blanks_and_numbers_part_a_run_on_line() {
        let body = body();
        let source = format!(
            "各位代表： 现在，我报告工作。一、工作回顾 {body} ——一、二产业增长。{body}二、工作安排 {body}（一）抓投资。{body}"
        );
        let found = read(&source);
        let heads: Vec<String> = found.iter().map(|part| part.chars().take(6).collect()).collect();
        assert_eq!(
            heads,
            [
                "各位代表：",
                "现在，我报告",
                "一、工作回顾",
                "全市经济运行",
                "——一、二产",
                "二、工作安排",
                "全市经济运行",
                "（一）抓投资"
            ]
        );
    }

    #[test]
    fn a_colon_announces_the_first_number() {
        let body = body();
        let source = format!("各位代表：主要做了以下工作：（一）抓投资。{body}（二）抓消费。{body}");
        assert_eq!(read(&source)[..2], ["各位代表：", "主要做了以下工作："]);
        assert_eq!(read(&source).len(), 4);
    }

    #[test]
    fn wide_blanks_win_over_single_ones() {
        let body = body();
        let gap = "\u{3000}\u{3000}";
        let source = format!("市长　李 明{gap}各位代表：{gap}一、回顾{gap}{body}{gap}{body}{gap}{body}{gap}完。");
        assert_eq!(read(&source).len(), 7);
    }
}
