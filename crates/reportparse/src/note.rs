//! 附件, 名词解释, 注释: what stands behind the report.

use std::ops::Range;

use crate::grammar::{at_start, ordinal};
use crate::text::{columns, is_blank};

/// What a line opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Opening {
    /// 附件：…; the title behind it, if it has one.
    Annex { title: Option<Range<usize>> },
    /// 名词解释, 注释：
    Notes { title: Range<usize> },
}

const NOTES: &[&str] =
    &["名词解释", "注释", "名词注释", "用语说明", "用语解释", "有关名词解释", "名词说明", "注", "附注", "指标解释"];

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
    let bare = text.trim_matches(|c: char| is_blank(c) || matches!(c, '：' | ':' | '（' | '）' | '(' | ')' | '#'));
    let after = bare.strip_prefix("《政府工作报告》").or_else(|| bare.strip_prefix("政府工作报告")).unwrap_or(bare);
    let after = after.trim_start_matches(['中', '的', '有', '关', '部', '分', '相']);
    let is_notes =
        NOTES.contains(&after) || (bare.ends_with("名词解释") && columns(bare) <= 50 && !bare.contains('，'));
    let start = text.find(bare)?;
    is_notes.then(|| Opening::Notes { title: start..start + bare.len() })
}

fn annex(text: &str, rest: &str) -> Option<Opening> {
    let rest = rest.trim_start_matches(is_blank);
    let number = at_start(ordinal::arabic, rest).or_else(|| at_start(ordinal::han, rest)).map_or(0, |(_, len)| len);
    let behind = rest[number..].trim_start_matches(is_blank);
    let title = behind.trim_start_matches(|c: char| is_blank(c) || matches!(c, '：' | ':' | '.' | '．' | '、'));
    let opens = behind.is_empty() || number > 0 || title.len() < behind.len();
    let start = text.len() - title.len();
    opens.then(|| {
        let title = title.trim_end_matches(is_blank);
        if NOTES.contains(&title) || title.ends_with("名词解释") {
            Opening::Notes { title: start..start + title.len() }
        } else {
            Opening::Annex { title: (!title.is_empty()).then_some(start..start + title.len()) }
        }
    })
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
        assert_eq!(notes("附件2：名词解释"), Some("名词解释"));
        assert_eq!(opening("附件"), Some(Opening::Annex { title: None }));
        assert_eq!(opening("附件1：重点项目表"), Some(Opening::Annex { title: Some(10..25) }));
        assert!(is_note("[1]本公报数据为初步统计数。"));
        assert!(is_note("注：数据为快报数。"));
    }

    #[test]
    fn err_openings() {
        for text in ["附件规定的事项如下", "注释法条", "一、工作回顾", "注重实效", "附件齐全。"]
        {
            assert_eq!(opening(text), None, "{text}");
        }
        assert!(!is_note("[甲]本公报"));
    }
}
