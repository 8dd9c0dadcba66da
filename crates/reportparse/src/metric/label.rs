//! Numbers that are part of a name: G331, PM2.5, “3+16”, [2], 1. at the start of a passage.

use crate::grammar::near;
use crate::grammar::numeral::digit;

/// 1. 1、 (1) at the start of a passage, `rest` being what follows the number.
pub(super) fn is_list_marker(rest: &str, before: &str) -> bool {
    let is_first = before.trim_matches(|c: char| c.is_whitespace() || matches!(c, '(' | '（' | '[')).is_empty();
    is_first
        && (rest.starts_with(['、', '）', ')', ']', '．'])
            || rest.strip_prefix('.').is_some_and(|rest| digit(rest.as_bytes()).is_none()))
}

/// Whether the number is a part of a name: G331, PM2.5, “3+16”, [2], No.5.
pub(super) fn is_inside_label(text: &str, at: usize, rest: &str, before: &str) -> bool {
    let Some(previous) = before.chars().next_back() else {
        return false;
    };
    match previous {
        '+' | '＋' => !is_signed_change(before),
        '#' | '№' => true,
        '[' | '〔' | '﹝' => true,
        '“' | '‘' | '"' | '「' => is_quoted_name(&text[at..]),
        '-' | '－' | '.' | '_' | '—' => {
            let joined = before[..before.len() - previous.len_utf8()].chars().next_back();
            joined.is_some_and(|c| c.is_ascii_alphabetic())
        }
        _ => previous.is_ascii_alphabetic() && !is_acronym_with_value(rest, before),
    }
}

/// 同比+5.2%: a sign behind a word of comparison joins no name.
fn is_signed_change(before: &str) -> bool {
    before.trim_end_matches(['+', '＋']).ends_with('比')
}

/// A number behind an opening quote is a name, unless the quotation closes long after it.
fn is_quoted_name(text: &str) -> bool {
    near(text, 20).contains(['”', '’', '"', '」'])
}

/// CPI2.1%: three capitals or more, then a value with its unit.
fn is_acronym_with_value(rest: &str, before: &str) -> bool {
    let letters = before.chars().rev().take_while(char::is_ascii_uppercase).count();
    letters >= 3 && rest.starts_with(['%', '％', '万', '亿', '元', '美'])
}

/// The end of a name's digits, letters and joints.
pub(super) fn end_of_label(text: &str, at: usize) -> usize {
    let joint =
        |c: char| c.is_ascii_alphanumeric() || ('０'..='９').contains(&c) || matches!(c, '+' | '＋' | '.' | '．');
    let end = text[at..].find(|c| !joint(c)).map_or(text.len(), |len| at + len);
    let trimmed = text[at..end].trim_end_matches(['.', '+']).len();
    at + trimmed.max(1)
}

/// The end of a rank or of a range of ranks that starts at `at`: 第3-5名.
pub(super) fn end_of_rank(text: &str, at: usize) -> usize {
    let end = end_of_label(text, at);
    let next = text[end..].strip_prefix(['-', '－', '—', '–', '~', '～', '至', '到']);
    match next.filter(|next| digit(next.as_bytes()).is_some()) {
        Some(next) => end_of_label(text, text.len() - next.len()),
        None => end,
    }
}
