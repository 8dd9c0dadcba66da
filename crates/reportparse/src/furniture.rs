//! Page text that is no part of the report, told by the words of `data/furniture.tsv`.

use std::sync::LazyLock;

use crate::grammar::{at_start, day, ordinal};
use crate::lexicon::{self, End};
use crate::text::{compact, is_blank, is_stop};

/// Page text is short. A longer line is looked at no further, which also keeps the cost of a long line down.
const MAX_LEN: usize = 240;

/// The words, by how they stand.
struct Words {
    opens: Vec<&'static str>,
    line: Vec<&'static str>,
    label: Vec<&'static str>,
    valued: Vec<&'static str>,
    within: lexicon::Words<()>,
    crumb: Vec<&'static str>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut words = Words {
        opens: Vec::new(),
        line: Vec::new(),
        label: Vec::new(),
        valued: Vec::new(),
        within: lexicon::Words::new(End::Start),
        crumb: Vec::new(),
    };
    for row in include_str!("../data/furniture.tsv").lines().filter(|row| !row.starts_with('#')) {
        let Some((kind, text)) = row.split_once('\t') else { continue };
        match kind {
            "opens" => words.opens.push(text),
            "line" => words.line.push(text),
            "label" => words.label.push(text),
            "valued" => words.valued.push(text),
            "within" => words.within.insert(text, ()),
            _ => words.crumb.push(text),
        }
    }
    words
});

/// How a line of page text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Furniture {
    /// By itself.
    Alone,
    /// A label whose value stands on the next line: 来源：
    Open,
    /// A step sign of a breadcrumb; the lines around it are its steps.
    Crumb,
}

/// Whether a line is page text.
pub(crate) fn furniture(line: &str) -> Option<Furniture> {
    let words = &*WORDS;
    if words.opens.iter().any(|opening| line.starts_with(opening)) {
        return Some(Furniture::Alone);
    }
    if line.len() > MAX_LEN {
        return None;
    }
    let mut compact = compact(line);
    if compact.contains('<') {
        compact = compact.replace("<U+00A0>", "").into();
    }
    let bare = compact.trim_matches(['【', '】', '[', ']', '〔', '〕', '|']);
    if compact.is_empty() || words.line.contains(&&*compact) || words.line.contains(&bare) || is_rule(&compact) {
        return Some(Furniture::Alone);
    }
    if words.crumb.contains(&&*compact) {
        return Some(Furniture::Crumb);
    }
    if words.within.stand_in(&compact) || is_breadcrumb(&compact) || is_caption(&compact) || is_file_number(&compact) {
        return Some(Furniture::Alone);
    }
    labelled(after_day(&compact), words)
}

/// Whether a line is a page number: — 3 —, - 3 -, 第3页, 3/12, 3.
pub(crate) fn is_page_number(line: &str) -> bool {
    if line.len() > 40 {
        return false;
    }
    let bare = line.trim_matches(|c: char| is_blank(c) || matches!(c, '—' | '-' | '－' | '–' | '·' | '•' | '─'));
    let bare = bare.strip_prefix('第').unwrap_or(bare).trim_end_matches('页').trim();
    let mut numbers = bare.split(['/', '／']).map(str::trim);
    let is_number = |text: &str| (1..=4).contains(&text.chars().count()) && text.chars().all(ordinal::is_digit);
    numbers.clone().count() <= 2 && numbers.all(is_number)
}

/// ════ or ----
fn is_rule(compact: &str) -> bool {
    compact.chars().all(|c| matches!(c, '=' | '-' | '_' | '*' | '═' | '─' | '—' | '·' | '.' | '+' | '|'))
}

/// 首页 >> 工作报告 >> 内容; 首页/工作报告/正文
fn is_breadcrumb(compact: &str) -> bool {
    let steps = compact.matches(['>', '»', '＞']).count();
    let is_path = compact.starts_with("首页/") && compact.matches('/').count() > 1;
    (steps >= 2 || is_path) && !compact.contains(is_stop)
}

/// 禾政发〔2026〕5号
fn is_file_number(compact: &str) -> bool {
    compact.ends_with('号') && compact.contains(['〔', '［', '[']) && compact.len() < 60
}

/// A picture's caption, …作政府工作报告。本报记者 ××× 摄, or an agency's dateline, 新华社北京3月5日电
fn is_caption(compact: &str) -> bool {
    compact.ends_with('摄') || compact.ends_with("摄）") || (compact.starts_with("新华社") && compact.ends_with('电'))
}

/// What stands behind the day and the time that open a line.
fn after_day(compact: &str) -> &str {
    match at_start(day::day, compact) {
        Some((_, len)) => compact[len..].trim_start_matches(|c| ordinal::is_digit(c) || ":：时分秒|".contains(c)),
        None => compact,
    }
}

fn labelled(text: &str, words: &Words) -> Option<Furniture> {
    if text.contains('。') {
        return None;
    }
    let head = text.find(['：', ':']).map_or(text, |colon| &text[..colon]);
    let value = text[head.len()..].trim_start_matches(['：', ':']);
    if words.label.contains(&head) {
        return Some(Furniture::Alone);
    }
    (words.valued.contains(&head) && head.len() < text.len()).then_some(if value.is_empty() {
        Furniture::Open
    } else {
        Furniture::Alone
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_text() {
        for line in [
            "当前位置: 首页 >> 监督工作 >> 内容",
            "2024-08-28 点击数:",
            "禾政发〔2026〕5号",
            "2024年7月25日 来源：市统计局",
            "时间：2026-02-01",
            "【字号：",
            "下 载",
            "分享到:",
            "首页 > 信息公开 > 工作报告",
            "首页/ 政府信息公开 / 政府工作报告 / 正文",
            "市长在大会上作报告。本报记者 张三 摄",
            "<U+00A0> <U+00A0>",
            "==========",
            "本作品是中华人民共和国的法律，不适用于著作权法。",
            "上一篇：2025年政府工作报告",
        ] {
            assert_eq!(furniture(line), Some(Furniture::Alone), "{line}");
        }
        assert_eq!(furniture("来源："), Some(Furniture::Open));
        assert_eq!(furniture(">"), Some(Furniture::Crumb));
    }

    #[test]
    fn err_page_text() {
        for line in ["政府工作报告", "时间紧任务重", "来源于基层。", "2024年2月1日", "一、综合", "编辑出版地方志12部。"]
        {
            assert_eq!(furniture(line), None, "{line}");
        }
    }

    #[test]
    fn page_numbers() {
        for line in ["— 3 —", "- 12 -", "第3页", "3/12", "７", "－２－"] {
            assert!(is_page_number(line), "{line}");
        }
        for line in ["3亿元", "——", "1/2/3", "12345", "三"] {
            assert!(!is_page_number(line), "{line}");
        }
    }
}
