//! One place in three counts: UTF-8 bytes, code points, UTF-16 units; and as line and column.
//!
//! The report counts bytes. A binding that counts otherwise asks here, so the conversion is written once. The index
//! keeps a checkpoint every [`STRIDE`] bytes: an answer takes reading a stride or two, and the whole index weighs 1/16 of
//! the text.

use crate::span::Span;

/// How offsets are counted in an export.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Offsets {
    /// UTF-8 bytes: Rust, C.
    #[default]
    Bytes,
    /// Unicode code points: Python.
    Chars,
    /// UTF-16 units: JavaScript, Java.
    Utf16,
}

impl Offsets {
    /// The count's name: `bytes`, `chars` or `utf16`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Offsets::Bytes => "bytes",
            Offsets::Chars => "chars",
            Offsets::Utf16 => "utf16",
        }
    }
}

const STRIDE: usize = 256;

#[derive(Clone, Copy, Debug, Default)]
struct Checkpoint {
    chars: u32,
    utf16: u32,
    /// How many line feeds stand before.
    lines: u32,
    /// Where the line begins that goes on here.
    line_start: u32,
}

/// The index of one text.
#[derive(Debug)]
pub(crate) struct OffsetIndex {
    checkpoints: Vec<Checkpoint>,
}

impl OffsetIndex {
    pub(crate) fn new(text: &str) -> Self {
        let mut checkpoints = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut now = Checkpoint::default();
        for (block, chunk) in text.as_bytes().chunks(STRIDE).enumerate() {
            checkpoints.push(now);
            now = now.after(chunk, block * STRIDE);
        }
        checkpoints.push(now);
        OffsetIndex { checkpoints }
    }

    /// The offset of byte `at` of `text`, counted as `offsets` says.
    pub(crate) fn convert(&self, text: &str, at: u32, offsets: Offsets) -> u32 {
        match offsets {
            Offsets::Bytes => at,
            Offsets::Chars => self.reached(text, at).chars,
            Offsets::Utf16 => self.reached(text, at).utf16,
        }
    }

    /// Line and column of byte `at` of `text`.
    pub(crate) fn position(&self, text: &str, at: u32) -> Position {
        let reached = self.reached(text, at);
        let before = self.reached(text, reached.line_start);
        Position { line: reached.lines + 1, column: reached.chars - before.chars + 1 }
    }

    fn reached(&self, text: &str, at: u32) -> Checkpoint {
        let start = at as usize / STRIDE * STRIDE;
        self.checkpoints[start / STRIDE].after(&text.as_bytes()[start..at as usize], start)
    }

    /// The byte at which the code point or UTF-16 unit `at` of `text` begins; the end of the text where there is none.
    pub(crate) fn byte(&self, text: &str, at: u32, offsets: Offsets) -> u32 {
        let count = |point: &Checkpoint| if offsets == Offsets::Chars { point.chars } else { point.utf16 };
        if offsets == Offsets::Bytes {
            return at.min(text.len() as u32);
        }
        let block = self.checkpoints.partition_point(|point| count(point) <= at).saturating_sub(1);
        let mut start = (block * STRIDE).min(text.len());
        while !text.is_char_boundary(start) {
            start += 1;
        }
        let mut reached = self.convert(text, start as u32, offsets);
        for (offset, character) in text[start..].char_indices() {
            if reached >= at {
                return (start + offset) as u32;
            }
            reached += if offsets == Offsets::Chars { 1 } else { character.len_utf16() as u32 };
        }
        text.len() as u32
    }
}

impl Checkpoint {
    /// The counts after `bytes`, which begin at `start`: a character counts where its first byte stands.
    fn after(mut self, bytes: &[u8], start: usize) -> Self {
        let starts = bytes.iter().filter(|&&byte| byte & 0xC0 != 0x80).count() as u32;
        let wide = bytes.iter().filter(|&&byte| byte >= 0xF0).count() as u32;
        self.chars += starts;
        self.utf16 += starts + wide;
        self.lines += memchr::memchr_iter(b'\n', bytes).count() as u32;
        if let Some(feed) = memchr::memrchr(b'\n', bytes) {
            self.line_start = (start + feed + 1) as u32;
        }
        self
    }
}

/// A line and a column, both counted from 1; the column in code points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// The line, counted from 1.
    pub line: u32,
    /// The column in code points, counted from 1.
    pub column: u32,
}

/// The line that holds byte `at`, without its line break.
pub(crate) fn line_of(text: &str, at: u32) -> Span {
    let at = at as usize;
    let start = memchr::memrchr(b'\n', &text.as_bytes()[..at]).map_or(0, |newline| newline + 1);
    let end = memchr::memchr(b'\n', &text.as_bytes()[at..]).map_or(text.len(), |newline| at + newline);
    let trimmed = text[start..end].trim_end_matches('\r').len();
    Span::new(start, start + trimmed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_boundary_converts_there_and_back() {
        let text = "a报告𠮷\n".repeat(200);
        let index = OffsetIndex::new(&text);
        let (mut chars, mut utf16) = (0, 0);
        for (at, character) in text.char_indices() {
            assert_eq!(index.convert(&text, at as u32, Offsets::Chars), chars);
            assert_eq!(index.convert(&text, at as u32, Offsets::Utf16), utf16);
            assert_eq!(index.byte(&text, chars, Offsets::Chars), at as u32);
            assert_eq!(index.byte(&text, utf16, Offsets::Utf16), at as u32);
            chars += 1;
            utf16 += character.len_utf16() as u32;
        }
        assert_eq!(index.byte(&text, u32::MAX, Offsets::Chars), text.len() as u32);
    }

    #[test]
    fn positions_count_lines_and_code_points() {
        let text = "一行\r\n第二行𠮷\n".repeat(100);
        let index = OffsetIndex::new(&text);
        let (mut line, mut column) = (1, 1);
        for (at, character) in text.char_indices() {
            assert_eq!(index.position(&text, at as u32), Position { line, column });
            (line, column) = if character == '\n' { (line + 1, 1) } else { (line, column + 1) };
        }
        assert_eq!(&text[line_of(&text, 3).range()], "一行");
    }
}
