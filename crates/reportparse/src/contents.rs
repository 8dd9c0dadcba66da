//! 目录: a table of contents, whose lines stand again in the report.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

use crate::grammar::{at_start, marker};
use crate::stretch::Stretch;
use crate::text::compact;

/// A line of a table of contents is a heading and a page number.
const MAX_LEN: usize = 400;

/// The places of the table of contents: from 目录 to its last line that has a page number or stands again.
pub(crate) fn contents(source: &str, stretches: &[Stretch]) -> Option<Range<usize>> {
    let text = |stretch: &Stretch| &source[stretch.span.range()];
    let start = stretches.iter().position(|stretch| is_title(text(stretch)))?;
    let lines: Vec<&str> = stretches[start + 1..].iter().map(text).collect();
    let first = entry(lines.first()?);
    let again = (1..lines.len()).find(|&at| entry(lines[at]) == first);
    let Some(again) = again else {
        let paged = lines.iter().take_while(|line| has_page(line)).count();
        return (paged > 1).then_some(start..start + 1 + paged);
    };
    let headings: HashSet<Cow<'_, str>> = lines[again..].iter().map(|line| entry(line)).collect();
    let last = (0..again).rev().find(|&at| has_page(lines[at]) || headings.contains(&entry(lines[at])))?;
    let more = lines[last + 1..again].iter().take_while(|line| at_start(marker::marker, line).is_some()).count();
    Some(start..start + 2 + last + more)
}

fn is_title(text: &str) -> bool {
    text.len() < 40 && compact(text) == "目录"
}

/// A line without its blanks and its page number.
fn entry(line: &str) -> Cow<'_, str> {
    if line.len() > MAX_LEN {
        return Cow::Borrowed(line);
    }
    let is_page = |c: char| c.is_ascii_digit() || is_leader(c) || matches!(c, '（' | '）' | '(' | ')' | '-' | '—');
    match compact(line) {
        Cow::Borrowed(line) => Cow::Borrowed(line.trim_end_matches(is_page)),
        Cow::Owned(line) => Cow::Owned(line.trim_end_matches(is_page).to_owned()),
    }
}

/// Whether a page number stands behind a row of dots.
fn has_page(line: &str) -> bool {
    let before = line.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | '（' | '）' | '(' | ')'));
    line.len() <= MAX_LEN && before.len() < line.len() && before.chars().rev().take(2).all(is_leader)
}

fn is_leader(c: char) -> bool {
    matches!(c, '…' | '.' | '·' | '．' | '⋯' | '‥')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;
    use crate::text::lines;

    fn read(source: &str) -> Vec<&str> {
        let stretches: Vec<Stretch> =
            lines(source).iter().map(|line| Stretch { span: line.span, holes: Vec::new() }).collect();
        let found = contents(source, &stretches).unwrap_or(0..0);
        stretches[found].iter().map(|stretch| &source[Span::range(stretch.span)]).collect()
    }

    #[test]
    fn tables_of_contents() {
        for (source, len) in [
            ("目　录\n一、回顾\n二、安排\n工作报告\n一、回顾\n平稳。\n二、安排\n稳进。", 3),
            ("目录\n一、回顾……1\n（一）工业……2\n附件……9\n各位代表：\n一、回顾\n平稳。", 4),
            ("目录\n一、回顾....1\n二、安排....7\n回顾过去，成绩来之不易。", 3),
            ("目录\n回顾过去，成绩来之不易。", 0),
            ("一、回顾\n平稳。", 0),
        ] {
            assert_eq!(read(source).len(), len, "{source}");
        }
    }
}
