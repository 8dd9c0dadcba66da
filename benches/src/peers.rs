//! What others do with the same bytes on one core.

use pulldown_cmark::{Options, Parser};
use regex::Regex;

/// Reading the bytes at all: one pass for line ends, one for digits that counts those of a kind at a time.
pub fn scan(text: &str) -> usize {
    let bytes = text.as_bytes();
    let newlines = memchr::memchr_iter(b'\n', bytes).count();
    newlines + bytes.iter().filter(|byte| byte.is_ascii_digit()).count()
}

/// What a Rust programmer would write first: headings, points, figures with their unit and change.
pub struct Patterns([Regex; 3]);

impl Patterns {
    /// Compiles the patterns.
    pub fn new() -> Self {
        let patterns = [
            r"(?m)^[\s　]*([一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.．])([^。\n]+)",
            r"([一二三四五六七八九十])(是|要)([^。；\n]+)",
            r"(\d+(?:\.\d+)?)(%|％|个百分点|[万亿]?(?:元|人次|人|户|家|个|吨|亩|公里|平方米))(?:，(?:同比|比上年)(增长|下降)(\d+(?:\.\d+)?)[%％])?",
        ];
        Patterns(patterns.map(|pattern| Regex::new(pattern).expect("the pattern is right")))
    }

    /// Finds all of them, with their groups; gives how many bytes the groups hold.
    pub fn find(&self, text: &str) -> usize {
        let of = |pattern: &Regex| -> usize {
            pattern
                .captures_iter(text)
                .map(|found| found.iter().flatten().map(|group| group.len()).sum::<usize>())
                .sum()
        };
        self.0.iter().map(of).sum()
    }
}

impl Default for Patterns {
    fn default() -> Self {
        Self::new()
    }
}

/// Reads the text as Markdown; gives how many events that makes.
pub fn markdown(text: &str) -> usize {
    Parser::new_ext(text, Options::empty()).count()
}
