//! Characters and lines of a text as it was given.
//!
//! Nothing is normalised: a blank is stepped over, never taken out, so every offset refers to the text as given.

use std::borrow::Cow;

use crate::span::Span;

/// A blank written out by a program that could not print it: `<U+00A0>`.
const ESCAPE_LEN: usize = "<U+00A0>".len();

/// Whether a character shows nothing: a space of any width, a zero-width character, a control character.
///
/// Line breaks are blanks too.
pub(crate) fn is_blank(character: char) -> bool {
    match character {
        ' ' | '\u{3000}' => true,
        '!'..='~' | '\u{3001}'..='\u{FEFE}' | '\u{FF00}'.. => false,
        '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}' | '\u{AD}' => true,
        _ => character.is_whitespace() || character.is_control(),
    }
}

/// Whether a character is a Chinese character or Chinese punctuation, beside which a blank or a line break means nothing.
pub(crate) fn is_wide(character: char) -> bool {
    matches!(character, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE4F}' | '\u{FF00}'..='\u{FFEF}'
        | '\u{20000}'..='\u{3FFFF}' | '“' | '”' | '‘' | '’' | '—' | '…')
}

/// Where the ideographs (UTF-8 lead bytes E4 to E9) end that stand at `at`, three at a time while there are as many. The
/// branches are foreseen, so that the next character does not wait for the last one's byte.
fn past_ideographs(bytes: &[u8], at: usize) -> usize {
    let mut at = at;
    while bytes.get(at..).and_then(<[u8]>::first_chunk).is_some_and(|&chunk| opens_ideographs(chunk)) {
        at += 3 * '一'.len_utf8();
    }
    while let Some(0xE4..=0xE9) = bytes.get(at) {
        at += '一'.len_utf8();
    }
    at
}

/// Whether the first, fourth and seventh byte are lead bytes E4 to EB: ideographs, or else syllables, which are no marks
/// either. A lower byte borrows from the bits above it, which then are not zero.
fn opens_ideographs(chunk: [u8; 8]) -> bool {
    const LEADS: u64 = 0x00FF_0000_FF00_00FF;
    const FIRST: u64 = 0x00E4_0000_E400_00E4;
    const BEHIND: u64 = 0x0007_0000_0700_0007;
    (u64::from_le_bytes(chunk) & LEADS).wrapping_sub(FIRST) & !BEHIND == 0
}

/// Where the next character at or after `at` stands that is neither an ideograph nor an ASCII letter or digit.
pub(crate) fn next_sign(bytes: &[u8], at: usize) -> Option<usize> {
    let mut at = past_ideographs(bytes, at);
    while bytes.get(at)?.is_ascii_alphanumeric() {
        at = past_ideographs(bytes, at + 1);
    }
    Some(at)
}

/// Whether a character is a letter, as ideographs are; most are told without a look at the tables of Unicode.
pub(crate) fn is_letter(character: char) -> bool {
    matches!(character, '\u{4E00}'..='\u{9FFF}') || character.is_alphabetic()
}

/// Whether a character is a letter or a number.
pub(crate) fn is_word(character: char) -> bool {
    is_letter(character) || character.is_numeric()
}

/// The characters of `text` that are no ideographs, each with its offset.
///
/// Five characters of six are ideographs (UTF-8 lead bytes E4 to E9, always three bytes), and whoever looks for marks,
/// quotes or digits can step over them without decoding them.
pub(crate) fn marks(text: &str) -> impl Iterator<Item = (usize, char)> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        at = past_ideographs(bytes, at);
        let mark = text.get(at..)?.chars().next()?;
        at += mark.len_utf8();
        Some((at - mark.len_utf8(), mark))
    })
}

/// The next blank of `text` at or after `at`, written out or not.
pub(crate) fn next_blank(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = at;
    loop {
        at = past_ideographs(bytes, at);
        at += match *bytes.get(at..)? {
            [b'!'..=b';' | b'='..=b'~', ..] => 1,
            [0xE3, second, third, ..] if (second, third) != (0x80, 0x80) => 3,
            [0xEF, second, ..] if second != 0xBB => 3,
            // Quotes, dashes and dots, between the blanks of their block.
            [0xE2, 0x80, 0x90..=0xA7, ..] => 3,
            [] => return None,
            _ if text[at..].starts_with(is_blank) || escaped_blank(&text[at..]).is_some() => return Some(at),
            [first, ..] => utf8_len(first),
        };
    }
}

/// How many bytes a character has that starts with `first`.
pub(crate) fn utf8_len(first: u8) -> usize {
    match first {
        0xF0.. => 4,
        0xE0.. => 3,
        0xC0.. => 2,
        _ => 1,
    }
}

/// `text` without its blanks; those written out are left in.
pub(crate) fn compact(text: &str) -> Cow<'_, str> {
    match next_blank(text, 0) {
        Some(_) => Cow::Owned(text.chars().filter(|&c| !is_blank(c)).collect()),
        None => Cow::Borrowed(text),
    }
}

/// Whether a character ends a sentence.
pub(crate) fn is_stop(character: char) -> bool {
    matches!(character, '。' | '！' | '？' | '!' | '?')
}

/// Length of the written-out blank that `text` starts with, if it starts with one.
pub(crate) fn escaped_blank(text: &str) -> Option<usize> {
    let hex = text.strip_prefix("<U+")?.get(..4)?;
    let blank = u32::from_str_radix(hex, 16).ok().and_then(char::from_u32).is_some_and(is_blank);
    (blank && text.as_bytes().get(ESCAPE_LEN - 1) == Some(&b'>')).then_some(ESCAPE_LEN)
}

/// `text` from the first character on that is no blank, written out or not.
pub(crate) fn skip_blanks(mut text: &str) -> &str {
    loop {
        let rest = text.trim_start_matches(is_blank);
        match escaped_blank(rest) {
            Some(len) => text = &rest[len..],
            None => return rest,
        }
    }
}

/// `span` of `source` without the blanks at its ends.
pub(crate) fn trim(source: &str, span: Span) -> Span {
    let text = &source[span.range()];
    let start = span.start as usize + (text.len() - text.trim_start_matches(is_blank).len());
    Span::new(start, start + text.trim_matches(is_blank).len())
}

/// How many columns a text takes: two for a wide character, one for any other, none for a blank.
pub(crate) fn columns(text: &str) -> usize {
    let mut of_marks = 0;
    let mut ideographs = text.len();
    for (_, mark) in marks(text) {
        ideographs -= mark.len_utf8();
        of_marks += width(mark);
    }
    of_marks + 2 * (ideographs / '一'.len_utf8())
}

/// Whether a text takes more columns than `limit`. It is read no further than that.
pub(crate) fn is_wider(text: &str, limit: usize) -> bool {
    let mut columns = 0;
    text.chars().any(|character| {
        columns += width(character);
        columns > limit
    })
}

fn width(character: char) -> usize {
    match character {
        '\u{4E00}'..='\u{9FFF}' => 2,
        _ if is_blank(character) => 0,
        _ => 1 + usize::from(is_wide(character)),
    }
}

/// A line of the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Line {
    /// The line without the blanks at its ends; never empty.
    pub(crate) span: Span,
    /// Whether blanks stand before it on its line.
    pub(crate) indented: bool,
    /// Whether an empty line stands before it.
    pub(crate) spaced: bool,
}

/// The lines of `source` that hold more than blanks.
pub(crate) fn lines(source: &str) -> Vec<Line> {
    let mut lines = Vec::with_capacity(source.len() / 256 + 1);
    let mut start = 0;
    let mut spaced = false;
    for (end, next) in line_breaks(source) {
        let span = trim(source, Span::new(start, end));
        if !span.is_empty() {
            lines.push(Line {
                span,
                indented: source[start..].starts_with(is_indent) && span.start as usize > start,
                spaced,
            });
            spaced = false;
        } else {
            spaced = true;
        }
        start = next;
    }
    lines
}

fn is_indent(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\u{3000}' | '\u{A0}')
}

/// Where each line ends and the next one begins; the last line ends with the text.
fn line_breaks(source: &str) -> impl Iterator<Item = (usize, usize)> {
    let bytes = source.as_bytes();
    let mut at = 0;
    let mut done = false;
    std::iter::from_fn(move || {
        if done {
            return None;
        }
        let Some(end) = next_break(bytes, at) else {
            done = true;
            return Some((bytes.len(), bytes.len()));
        };
        let crlf = bytes[end..].starts_with(b"\r\n");
        at = end + 1 + usize::from(crlf);
        Some((end, at))
    })
}

/// The next line break at or after `at`: LF, CR, VT or FF.
fn next_break(bytes: &[u8], at: usize) -> Option<usize> {
    let rest = &bytes[at..];
    let newline = memchr::memchr2(b'\n', b'\r', rest);
    let page = memchr::memchr2(0x0B, 0x0C, &rest[..newline.unwrap_or(rest.len())]);
    page.or(newline).map(|offset| at + offset)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(source: &str) -> Vec<(&str, bool, bool)> {
        lines(source).into_iter().map(|line| (&source[line.span.range()], line.indented, line.spaced)).collect()
    }

    #[test]
    fn every_blank_is_found() {
        for c in '\0'..='\u{2FFFF}' {
            // Three ideographs are stepped over at a time: each may be the one that is none.
            for before in ["", "甲", "甲乙"] {
                let text = format!("{before}{c}丙丁戊");
                assert_eq!(next_blank(&text, 0), is_blank(c).then_some(before.len()), "{before}{c:?}");
            }
        }
    }

    #[test]
    fn lines_end_at_every_kind_of_break() {
        assert_eq!(
            read("甲\r\n\u{3000}\u{3000}乙\n \n丙\r丁\u{C}戊"),
            [
                ("甲", false, false),
                ("乙", true, false),
                ("丙", false, true),
                ("丁", false, false),
                ("戊", false, false)
            ]
        );
    }

    #[test]
    fn blanks_of_every_kind_are_trimmed() {
        assert_eq!(read("\u{FEFF}\u{A0}\u{200B}甲\u{3000}"), [("甲", false, false)]);
        assert_eq!(skip_blanks(" <U+00A0><U+3000>甲"), "甲");
        assert_eq!(skip_blanks("<U+4E00>甲"), "<U+4E00>甲");
        assert_eq!(skip_blanks("<U+"), "<U+");
        assert_eq!(skip_blanks("<U+00A0"), "<U+00A0");
    }
}
