//! The short unnumbered sentence that opens a body paragraph as its topic: 加强公共卫生应急应对。

use std::ops::Range;
use std::sync::LazyLock;

use crate::announced;
use crate::front;
use crate::grammar::near;
use crate::lexicon::{End, Words};
use crate::text::{columns, is_stop, marks};

/// A topic is a phrase of at most about thirty characters.
const MAX_COLUMNS: usize = 62;
const MIN_COLUMNS: usize = 8;
/// A count that stands so near the end announces a list: 重点抓好三项工作, 表现为“三个回升”.
const MAX_COUNTED: usize = 27;

/// Words that make the sentence tell or argue instead of naming a topic.
static TELLS: LazyLock<Words<()>> = LazyLock::new(|| {
    Words::set(
        End::Start,
        [
            "我们",
            "我代表",
            "我谨",
            "我省",
            "我国",
            "我市",
            "今年",
            "明年",
            "去年",
            "当前",
            "目前",
            "同时",
            "此外",
            "必须",
            "大家",
            "可以说",
            "如下",
            "以下",
            "还有",
            "仍有",
            "面临",
            "凝聚着",
            "蕴藏在",
        ],
    )
});
/// Openings that set a scene or turn to the audience.
const SCENES: &[&str] = &[
    "回顾",
    "展望",
    "总结",
    "从",
    "在",
    "对",
    "面对",
    "根据",
    "按照",
    "经过",
    "随着",
    "为",
    "这",
    "以上",
    "上述",
    "综合",
    "总的",
    "总之",
    "首先，",
    "一方面",
    "——",
    "但",
    "然而",
    "因此",
    "特别",
    "其中",
    "同志",
    "让",
];

/// The topic sentence that opens `text`, its stop left out; none where the paragraph has no more text behind it.
pub(crate) fn lead(text: &str) -> Option<Range<usize>> {
    let end = first_stop(text)?;
    let sentence = &text[..end];
    let stop = text[end..].chars().next().map_or(0, char::len_utf8);
    let followed = !text[end + stop..].trim_start_matches('”').is_empty();
    let announces = || announced::count(&text[..end + stop]).is_some_and(|(_, count)| end - count.end <= MAX_COUNTED);
    (followed && text[end..].starts_with('。') && is_topic(sentence) && !announces()).then_some(0..end)
}

fn is_topic(sentence: &str) -> bool {
    (MIN_COLUMNS..=MAX_COLUMNS).contains(&columns(sentence))
        && !sentence.contains(|c: char| c.is_ascii_digit() || matches!(c, '０'..='９' | '：' | ':' | '；'))
        && !TELLS.stand_in(sentence)
        && !SCENES.iter().any(|word| sentence.starts_with(word))
        && !is_statement(sentence)
        && !front::addresses(sentence)
}

/// Whether 是 is the sentence's verb: 疫情防控是上半年的头等大事.
fn is_statement(sentence: &str) -> bool {
    let verb = |at: usize, word: &str| {
        let before = sentence[..at].chars().next_back();
        let after = sentence[at + word.len()..].chars().next();
        !matches!(before, None | Some('不' | '求' | '国' | '于' | '但' | '就')) && after != Some('非')
    };
    sentence.match_indices('是').any(|(at, word)| verb(at, word))
}

/// The first stop outside quotes and brackets that a topic may reach to.
fn first_stop(text: &str) -> Option<usize> {
    let mut depth = 0usize;
    for (at, mark) in marks(near(text, MAX_COLUMNS)) {
        match mark {
            '“' | '《' | '（' | '(' | '「' => depth += 1,
            '”' | '》' | '）' | ')' | '」' => depth = depth.saturating_sub(1),
            _ if depth == 0 && is_stop(mark) => return Some(at),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leads() {
        for text in [
            "加强公共卫生服务。始终把群众放在首位。",
            "政务服务“一网通办”加快推进。优化环境。",
            "一年来，对外交往成果丰硕。推进合作。",
        ] {
            let found = lead(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(&text[found], text.split_once('。').unwrap().0);
        }
    }

    #[test]
    fn err_leads() {
        for text in [
            "加强公共卫生服务。",
            "全年完成投资5亿元。增长。",
            "疫情防控是头等大事。我们。",
            "我们始终坚持党的领导。加强。",
            "回顾过去一年，成绩来之不易。感谢。",
            "为什么？因为。",
        ] {
            assert_eq!(lead(text), None, "{text}");
        }
    }
}
