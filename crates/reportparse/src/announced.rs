//! 主要表现为“三个持续”; 抓了四个方面工作: how many points a text says will follow.

use std::ops::Range;
use std::sync::LazyLock;

use crate::grammar::{at_start, ordinal};
use crate::lexicon::{End, Words};
use crate::text::is_stop;

/// What is counted when points are announced.
const COUNTED: &[&str] = &["个", "项", "大", "点", "条", "件", "类", "种", "方面", "张", "步", "举措"];
/// Words of a sentence that announces.
static ANNOUNCES: LazyLock<Words<()>> = LazyLock::new(|| {
    Words::set(
        End::Start,
        [
            "方面", "工作", "表现", "做到", "以下", "如下", "重点", "主要", "包括", "围绕", "举措", "坚持", "突出",
            "着力", "落实", "抓好", "压力", "任务",
        ],
    )
});

/// The number announced at the end of `before`, the text in front of a list, and its place there.
pub(crate) fn count(before: &str) -> Option<(u32, Range<usize>)> {
    let bare = before.trim_end_matches(['。', '：', ':', '，', '”']);
    if bare.len() == before.len() {
        return None;
    }
    let start = bare.char_indices().rev().find(|&(_, c)| is_stop(c)).map_or(0, |(at, c)| at + c.len_utf8());
    let sentence = &bare[start..];
    if sentence.len() > 300 || !ANNOUNCES.stand_in(sentence) {
        return None;
    }
    let mut found = None;
    let mut last = ' ';
    for (at, character) in sentence.char_indices() {
        let begins = !is_number(last) && !matches!(last, '第' | '之' | '.' | '“');
        let quoted = last == '“' && sentence[at..].contains('”') | bare[start + at..].len().lt(&60);
        let counted = |len: usize| COUNTED.iter().any(|word| sentence[at + len..].starts_with(word));
        if is_number(character)
            && (begins || quoted)
            && let Some((value, len)) = number(&sentence[at..]).filter(|&(_, len)| counted(len))
        {
            found = Some((value, start + at..start + at + len));
        }
        last = character;
    }
    found.filter(|&(value, _)| (2..=30).contains(&value))
}

fn is_number(c: char) -> bool {
    ordinal::is_digit(c) || matches!(c, '一' | '二' | '两' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
}

fn number(text: &str) -> Option<(u32, usize)> {
    if text.starts_with('两') {
        return Some((2, '两'.len_utf8()));
    }
    at_start(ordinal::han, text).or_else(|| at_start(ordinal::arabic, text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts() {
        for (text, value) in [
            ("主要表现为“三个持续”。", 3),
            ("上半年主要抓了四个方面工作：", 4),
            ("具体做到“四个衔接”：", 4),
            ("重点抓好以下10项工作：", 10),
            ("增长5%。压力主要来自于三个方面：", 3),
        ] {
            assert_eq!(count(text).map(|(value, _)| value), Some(value), "{text}");
        }
    }

    #[test]
    fn err_counts() {
        for text in ["主要任务是", "全年实施三个项目，完成投资", "加强第三方面工作", ""] {
            assert_eq!(count(text), None, "{text}");
        }
    }
}
