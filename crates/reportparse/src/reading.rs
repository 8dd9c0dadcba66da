//! A paragraph as it reads: without the blanks, line breaks and page numbers that stand inside it.
//!
//! The grammar should not have to ask at every step whether a blank stands there (2024 年, 1 9 9 8, a line wrapped
//! inside a word). A reading leaves them out and remembers where, so that every place found in it can be told in the
//! text as given. Most paragraphs hold no such thing: their reading is the text itself, and nothing is copied.

use std::borrow::Cow;
use std::ops::Range;

use crate::span::Span;
use crate::text::{is_wide, next_blank, skip_blanks};

/// The reading of one paragraph.
#[derive(Clone, Debug)]
pub(crate) struct Reading<'t> {
    text: Cow<'t, str>,
    base: u32,
    cuts: Vec<Cut>,
}

/// Something left out.
#[derive(Clone, Copy, Debug)]
struct Cut {
    /// The offset in the reading at which it would stand.
    at: u32,
    /// How many bytes have been left out up to here.
    skipped: u32,
}

impl<'t> Reading<'t> {
    /// The reading of `span` of `source`; the `holes` inside it are left out too.
    pub(crate) fn new(source: &'t str, span: Span, holes: &[Span]) -> Self {
        let text = &source[span.range()];
        if holes.is_empty() && next_blank(text, 0).is_none() {
            return Reading { text: Cow::Borrowed(text), base: span.start, cuts: Vec::new() };
        }
        let mut writer = Writer { out: String::with_capacity(text.len()), cuts: Vec::new(), skipped: 0 };
        let mut at = span.start as usize;
        for hole in holes {
            writer.copy(&source[at..hole.start as usize], false);
            writer.cut(hole.len());
            at = hole.end as usize;
        }
        writer.copy(&source[at..span.end as usize], true);
        Reading { text: Cow::Owned(writer.out), base: span.start, cuts: writer.cuts }
    }

    /// The paragraph as it reads.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The places in `range` of the reading at which something was left out.
    pub(crate) fn cuts(&self, range: Range<usize>) -> impl Iterator<Item = usize> {
        let from = self.cuts.partition_point(|cut| (cut.at as usize) < range.start);
        self.cuts[from..].iter().map(|cut| cut.at as usize).take_while(move |&at| at < range.end)
    }

    /// Where `range` of the reading stands in the source.
    pub(crate) fn source(&self, range: Range<usize>) -> Span {
        if self.cuts.is_empty() {
            return Span { start: self.base + range.start as u32, end: self.base + range.end as u32 };
        }
        let (start, end) = (range.start as u32, range.end as u32);
        let before_start = self.skipped(self.cuts.partition_point(|cut| cut.at <= start));
        let before_end = self.skipped(self.cuts.partition_point(|cut| cut.at < end));
        let start = self.base + start + before_start;
        Span { start, end: (self.base + end + before_end).max(start) }
    }

    /// Where a place of the source stands in the reading: the first character at or after it.
    pub(crate) fn offset_of(&self, source: u32) -> usize {
        let wanted = source.saturating_sub(self.base);
        let before = self.cuts.partition_point(|cut| cut.at + cut.skipped <= wanted);
        let shift = self.skipped(before);
        let limit = self.cuts.get(before).map_or(self.text.len() as u32, |cut| cut.at);
        (wanted.saturating_sub(shift)).min(limit) as usize
    }

    fn skipped(&self, cuts: usize) -> u32 {
        cuts.checked_sub(1).map_or(0, |last| self.cuts[last].skipped)
    }
}

struct Writer {
    out: String,
    cuts: Vec<Cut>,
    skipped: u32,
}

impl Writer {
    /// Copies `text` without the blanks that mean nothing; `last` says that no more text follows.
    fn copy(&mut self, text: &str, last: bool) {
        let mut at = 0;
        while let Some(blank) = next_blank(text, at) {
            self.out.push_str(&text[at..blank]);
            let rest = skip_blanks(&text[blank..]);
            at = text.len() - rest.len();
            let open_end = rest.is_empty() && !last;
            if !open_end && self.separates(rest) {
                self.out.push(' ');
                self.cut(at - blank - 1);
            } else {
                self.cut(at - blank);
            }
        }
        self.out.push_str(&text[at..]);
    }

    fn cut(&mut self, len: usize) {
        if len == 0 {
            return;
        }
        self.skipped += len as u32;
        let at = self.out.len() as u32;
        match self.cuts.last_mut() {
            Some(cut) if cut.at == at => cut.skipped = self.skipped,
            _ => self.cuts.push(Cut { at, skipped: self.skipped }),
        }
    }

    /// Whether a blank between what is written and `rest` means something: it parts two words, or two numbers.
    ///
    /// It does not where a number was spaced out digit by digit (1 9 9 8).
    fn separates(&self, rest: &str) -> bool {
        let (Some(before), Some(after)) = (self.out.chars().next_back(), rest.chars().next()) else {
            return false;
        };
        if is_wide(before) || is_wide(after) {
            return false;
        }
        if before.is_ascii_digit() && after.is_ascii_digit() {
            let single_before = !self.out[..self.out.len() - 1].ends_with(|c: char| c.is_ascii_digit());
            let single_after = !rest[1..].starts_with(|c: char| c.is_ascii_digit());
            return !(single_before || single_after || self.groups(rest));
        }
        before.is_ascii_alphanumeric() && after.is_ascii_alphanumeric()
    }

    /// Whether the blank before `rest` groups the thousands of one number: 长度42 690公里. Numbers side by side have more
    /// blanks around them, or no word.
    fn groups(&self, rest: &str) -> bool {
        let written = self.out.as_bytes();
        let before = written.len() - written.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
        let opens = written.len() - before <= 3 && self.out[..before].ends_with(is_wide);
        let after = digits(rest.as_bytes());
        opens && after == 3 && rest[after..].starts_with(|c| c == '.' || is_wide(c))
    }
}

/// How many digits `text` starts with.
fn digits(text: &[u8]) -> usize {
    text.iter().take_while(|byte| byte.is_ascii_digit()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, expected: &str) {
        let reading = Reading::new(source, Span::new(0, source.len()), &[]);
        assert_eq!(reading.text(), expected);
        for (at, character) in expected.char_indices() {
            let span = reading.source(at..at + character.len_utf8());
            if character != ' ' {
                assert_eq!(&source[span.range()], character.to_string(), "{source:?} at {at}");
                assert_eq!(reading.offset_of(span.start), at, "{source:?} at {at}");
            }
        }
    }

    #[test]
    fn a_text_without_blanks_is_not_copied() {
        let source = "全年完成投资5亿元。";
        let reading = Reading::new(source, Span::new(0, source.len()), &[]);
        assert!(matches!(reading.text, Cow::Borrowed(_)));
        assert_eq!(reading.source(3..6), Span::new(3, 6));
    }

    #[test]
    fn blanks_beside_chinese_are_left_out() {
        check("2024 年，\u{3000}增\n长 6.1\u{200B}%", "2024年，增长6.1%");
        check("年均<U+00A0>增长", "年均增长");
    }

    #[test]
    fn blanks_between_words_and_numbers_stay() {
        check("GDP per\n  capita", "GDP per capita");
        check("2023 2024", "2023 2024");
        check("1 9 9 8 年3 月1 5日", "1998年3月15日");
        check("总长42 690公里", "总长42690公里");
        check("合计42 690 18", "合计42 690 18");
    }

    #[test]
    fn holes_are_left_out() {
        let source = "全市生产\n— 3 —\n总值";
        let hole = Span::new(source.find('—').unwrap(), source.rfind('—').unwrap() + 3);
        let reading = Reading::new(source, Span::new(0, source.len()), &[hole]);
        assert_eq!(reading.text(), "全市生产总值");
        assert_eq!(reading.source(0..18), Span::new(0, source.len()));
    }
}
