//! The heading phrase of a point.

use crate::grammar::ordinal;
use crate::text::{columns, is_stop};

const MAX_LEAD: usize = 64;
/// What sets the time in front of a heading phrase ends so.
const TIMES: &[&str] = &["年来", "以来", "一年", "五年", "期间"];

/// The heading phrase that opens the text of an item: up to its first mark, where it is short and more follows, behind a
/// comma more than an aim (深化改革，激发活力 is one phrase); the whole line where the item is a line above its body.
pub(super) fn lead(text: &str, is_headed: bool) -> Option<std::ops::Range<usize>> {
    let start = text.len() - text.trim_start_matches(['，', ',', '、', '：', ':']).len();
    let end = phrase_end(text, start).or_else(|| is_headed.then_some(text.len()))?;
    let rest = text[end..].trim_matches(is_mark);
    let elaborates = match text[end..].starts_with(['，', ',']) {
        true => rest.contains(is_mark) || rest.contains(ordinal::is_digit),
        false => !rest.is_empty(),
    };
    let phrase = &text[start..end];
    let is_phrase = (4..=MAX_LEAD).contains(&columns(phrase))
        && !["按照", "根据", "将", "把"].iter().any(|word| phrase.starts_with(word))
        && !phrase.contains(ordinal::is_digit);
    (is_phrase && (elaborates || is_headed)).then_some(start..end)
}

/// The first mark behind `start`; a comma behind the words of a time does not count: 五年来，综合实力显著增强。
fn phrase_end(text: &str, start: usize) -> Option<usize> {
    let end = start + text[start..].find(is_mark)?;
    let behind = text[end..].strip_prefix(['，', ',']);
    match behind.filter(|_| TIMES.iter().any(|word| text[start..end].ends_with(word))) {
        Some(behind) => Some(text.len() - behind.len() + behind.find(is_mark)?),
        None => Some(end),
    }
}

fn is_mark(c: char) -> bool {
    is_stop(c) || matches!(c, '；' | ';' | '，' | ',' | '：' | ':')
}
