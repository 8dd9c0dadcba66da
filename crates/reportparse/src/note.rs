//! 附件, 名词解释, 注释: what stands behind the report.

use std::ops::Range;

use crate::grammar::{at_start, ordinal};
use crate::text::{columns, compact, is_blank};

/// What a line opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Opening {
    /// 附件：…; the title behind it, if it has one.
    Annex { title: Option<Range<usize>> },
    /// 名词解释, 注释：
    Notes { title: Range<usize> },
}

/// Whole titles of notes.
const NOTES: &[&str] = &["注释", "注", "附注", "指标解释", "相关注释"];
/// What a title of notes speaks of, and how it ends: 政府工作报告中有关名词术语的解释.
const NOUNS: &[&str] = &["名词", "用语", "术语"];
const ENDINGS: &[&str] = &["解释", "注释", "说明", "释义", "注解"];

const MAX_COLUMNS: usize = 100;

/// What the line `text` opens, if it opens an annex or the notes.
pub(crate) fn opening(text: &str) -> Option<Opening> {
    if text.len() > 3 * MAX_COLUMNS || text.ends_with('。') {
        return None;
    }
    if let Some(rest) = text.strip_prefix("附件").or_else(|| text.strip_prefix("附表").filter(|_| text.len() < 90))
    {
        return annex(text, rest);
    }
    let bare = text.trim_matches(|c: char| is_blank(c) || matches!(c, '：' | ':' | '#'));
    if !bare.ends_with(['释', '注', '明', '义', '解', '）', ')']) {
        return None;
    }
    let is_remark = bare.starts_with(['（', '(']);
    let bare = if is_remark { bare.trim_matches(['（', '）', '(', ')']) } else { bare };
    let titled = ["附：", "附:", "附录：", "附录:"].iter().find_map(|label| bare.strip_prefix(label));
    let title = titled.unwrap_or(bare).trim_start_matches(is_blank);
    let start = text.find(title)?;
    let is_notes = names_notes(title) || title == "说明" && text.ends_with(['：', ':']);
    is_notes.then(|| Opening::Notes { title: start..start + title.len() })
}

/// Whether a title is one of notes; a remark in brackets behind it does not count.
fn names_notes(title: &str) -> bool {
    if columns(title) > MAX_COLUMNS {
        return false;
    }
    let title = compact(title);
    let bare = title.split(['（', '(']).next().unwrap_or_default();
    let is_glossary =
        || ENDINGS.iter().any(|ending| bare.ends_with(ending)) && NOUNS.iter().any(|noun| bare.contains(noun));
    NOTES.contains(&bare) || columns(bare) <= 50 && !bare.contains('，') && is_glossary()
}

fn annex(text: &str, rest: &str) -> Option<Opening> {
    let rest = rest.trim_start_matches(is_blank);
    let number = at_start(ordinal::arabic, rest).or_else(|| at_start(ordinal::han, rest)).map_or(0, |(_, len)| len);
    let behind = rest[number..].trim_start_matches(is_blank);
    let title = behind.trim_start_matches(|c: char| is_blank(c) || matches!(c, '：' | ':' | '.' | '．' | '、'));
    let is_list = is_listed(title);
    let opens = behind.is_empty() || number > 0 || title.len() < behind.len();
    let start = text.len() - title.len();
    opens.then(|| {
        let title = title.trim_end_matches(is_blank);
        if names_notes(title) {
            Opening::Notes { title: start..start + title.len() }
        } else {
            Opening::Annex { title: (!title.is_empty() && !is_list).then_some(start..start + title.len()) }
        }
    })
}

/// Whether a line is one of a list of annexes: 1.2025年预算执行情况表
pub(crate) fn is_listed(text: &str) -> bool {
    let digits = text.chars().take_while(|&c| ordinal::is_digit(c)).count();
    (1..=2).contains(&digits) && text.chars().nth(digits).is_some_and(|c| matches!(c, '.' | '．' | '、'))
}

/// Whether a paragraph is a note: 注：…; [1]…
pub(crate) fn is_note(text: &str) -> bool {
    let numbered = text
        .strip_prefix(['[', '［', '〔'])
        .and_then(|rest| at_start(ordinal::arabic, rest).map(|(_, len)| &rest[len..]))
        .is_some_and(|rest| rest.starts_with([']', '］', '〕']));
    numbered || text.starts_with("注：") || text.starts_with("注:")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn notes(text: &str) -> Option<&str> {
        match opening(text)? {
            Opening::Notes { title } => Some(&text[title]),
            Opening::Annex { .. } => None,
        }
    }

    #[test]
    fn openings() {
        assert_eq!(notes("名词解释"), Some("名词解释"));
        assert_eq!(notes("注释："), Some("注释"));
        assert_eq!(notes("《政府工作报告》名词解释"), Some("《政府工作报告》名词解释"));
        assert_eq!(notes("政府工作报告相关名词解释和说明"), Some("政府工作报告相关名词解释和说明"));
        assert_eq!(notes("附录：名词术语释义"), Some("名词术语释义"));
        assert_eq!(notes("名 词 解 释（按文中顺序）"), Some("名 词 解 释（按文中顺序）"));
        assert_eq!(notes("说明："), Some("说明"));
        assert_eq!(notes("附件2：名词解释"), Some("名词解释"));
        assert_eq!(opening("附件"), Some(Opening::Annex { title: None }));
        assert_eq!(opening("附件1：重点项目表"), Some(Opening::Annex { title: Some(10..25) }));
        assert_eq!(opening("附件：1.2025年收支表"), Some(Opening::Annex { title: None }));
        assert!(is_note("[1]本公报数据为初步统计数。"));
        assert!(is_note("注：数据为快报数。"));
    }

    #[test]
    fn err_openings() {
        for text in
            ["（名词解释附后）", "说明", "附件规定的事项如下", "注释法条", "一、工作回顾", "注重实效", "附件齐全。"]
        {
            assert_eq!(opening(text), None, "{text}");
        }
        assert!(!is_note("[甲]本公报"));
    }
}
