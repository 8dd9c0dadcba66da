//! Text as it is shown: without line breaks and runs of blanks, which mean nothing outside the file they come from.

use crate::reading::Reading;
use crate::span::Span;
use crate::text::{escaped_blank, is_blank, is_wide, skip_blanks};

/// The pieces that show `span` of `source`: what is written, with one blank where blanks part words. A line break beside
/// a Chinese character parts nothing.
pub(super) fn prose(source: &str, span: Span) -> impl Iterator<Item = &str> {
    let (mut at, end) = (span.start as usize, span.end as usize);
    std::iter::from_fn(move || {
        while at < end {
            let rest = &source[at..end];
            let word = word_len(rest);
            if word > 0 {
                at += word;
                return Some(&rest[..word]);
            }
            let gap = rest.len() - skip_blanks(rest).len();
            let shown = is_shown(&source[..at], &rest[..gap], &source[at + gap..]);
            at += gap;
            if shown {
                return Some(" ");
            }
        }
        None
    })
}

/// `text` on one line, as it reads: without the blanks between Chinese characters.
pub(super) fn one_line(text: &str) -> String {
    Reading::new(text, Span::new(0, text.len()), &[]).text().to_owned()
}

/// Length of `text` up to its first blank.
fn word_len(text: &str) -> usize {
    let starts_blank = |at: usize, c: char| is_blank(c) || c == '<' && escaped_blank(&text[at..]).is_some();
    text.char_indices().find(|&(at, c)| starts_blank(at, c)).map_or(text.len(), |(at, _)| at)
}

/// Whether the blanks `gap` between `before` and `after` show.
fn is_shown(before: &str, gap: &str, after: &str) -> bool {
    if gap.contains(['\n', '\r', '\u{B}', '\u{C}', '\u{85}', '\u{2028}', '\u{2029}']) {
        !before.chars().next_back().is_some_and(is_wide) && !after.chars().next().is_some_and(is_wide)
    } else {
        gap.contains(|c: char| c.is_whitespace() || c == '<')
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(source: &str) -> String {
        prose(source, Span::new(0, source.len())).collect()
    }

    #[test]
    fn line_breaks_show_between_words_only() {
        assert_eq!(shown("全年\r\n　　完成GDP\n per\n head，\n5亿元"), "全年完成GDP per head，5亿元");
    }

    #[test]
    fn runs_of_blanks_show_as_one() {
        assert_eq!(shown("指标　　2024年\t 增速"), "指标 2024年 增速");
        assert_eq!(shown("甲<U+00A0>乙\u{0}丙\u{FEFF}丁<U+4E00>"), "甲 乙丙丁<U+4E00>");
    }

    #[test]
    fn a_piece_knows_what_stands_around_it() {
        let source = "about 5% more";
        assert_eq!(prose(source, Span::new(0, 6)).collect::<String>(), "about ");
        assert_eq!(prose("完成\n5亿", Span::new(0, 7)).collect::<String>(), "完成");
    }
}
