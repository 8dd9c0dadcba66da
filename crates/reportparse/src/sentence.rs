//! Sentences of a paragraph: up to 。！？, with what is quoted or bracketed kept whole.

use std::ops::Range;

use crate::text::{is_stop, marks};

/// A mark that divides a text, or that opens or closes what is kept whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    /// Its offset.
    pub(crate) at: usize,
    pub(crate) sign: char,
    side: Side,
}

/// Which side of which pair a mark is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Opens(u8),
    Closes(u8),
    Neither,
}

impl Mark {
    /// `sign`, which stands at `at`, if it is a mark.
    pub(crate) fn read(at: usize, sign: char) -> Option<Mark> {
        let side = match sign {
            '，' | ',' | '；' | ';' | '：' | ':' | '∶' => Side::Neither,
            '“' => Side::Opens(0),
            '‘' => Side::Opens(1),
            '「' => Side::Opens(2),
            '『' => Side::Opens(3),
            '《' => Side::Opens(4),
            '（' => Side::Opens(5),
            '(' => Side::Opens(6),
            '〈' => Side::Opens(7),
            '”' => Side::Closes(0),
            '’' => Side::Closes(1),
            '」' => Side::Closes(2),
            '』' => Side::Closes(3),
            '》' => Side::Closes(4),
            '）' => Side::Closes(5),
            ')' => Side::Closes(6),
            '〉' => Side::Closes(7),
            _ if is_stop(sign) => Side::Neither,
            _ => return None,
        };
        Some(Mark { at, sign, side })
    }

    pub(crate) fn end(self) -> usize {
        self.at + self.sign.len_utf8()
    }
}

/// Quotes and brackets that a stop or a comma may stand inside of.
///
/// A quote that is not closed in its paragraph would swallow the rest, so a pair counts only where its closing mark
/// stands before the paragraph's end; see [`Nesting::new`].
#[derive(Clone, Debug)]
pub(crate) struct Nesting {
    depth: u32,
    left: [u32; PAIRS],
    /// Which kinds of quotes are open: one that opens in its like shows that the first was never closed.
    quoted: [bool; QUOTES],
}

const PAIRS: usize = 8;

/// The pairs of which none stands in its like: “” and ‘’.
const QUOTES: usize = 2;

impl Nesting {
    /// Reads how many closing marks of each kind there are, so that one that is never closed opens nothing.
    pub(crate) fn new(marks: &[Mark]) -> Self {
        let mut left = [0; PAIRS];
        for mark in marks {
            if let Side::Closes(pair) = mark.side {
                left[usize::from(pair)] += 1;
            }
        }
        Nesting { depth: 0, left, quoted: [false; QUOTES] }
    }

    /// Steps over a mark and tells whether it stands inside a pair.
    pub(crate) fn step(&mut self, mark: Mark) -> bool {
        match mark.side {
            Side::Opens(pair) if self.left[usize::from(pair)] > 0 => {
                let reopens = self.quote(pair).is_some_and(|quoted| std::mem::replace(quoted, true));
                self.depth += u32::from(!reopens);
            }
            Side::Closes(pair) => {
                let left = &mut self.left[usize::from(pair)];
                *left = left.saturating_sub(1);
                self.depth = self.depth.saturating_sub(1);
                if let Some(quoted) = self.quote(pair) {
                    *quoted = false;
                }
            }
            Side::Opens(_) => {}
            Side::Neither => {}
        }
        self.depth > 0
    }

    fn quote(&mut self, pair: u8) -> Option<&mut bool> {
        self.quoted.get_mut(usize::from(pair))
    }
}

/// The sentences of `text`, each with the stop that closes it. They hold all of `text`, in order.
pub(crate) fn sentences(text: &str) -> impl Iterator<Item = Range<usize>> {
    split(text, is_stop)
}

/// The sentences of a text of `len` bytes with these marks.
pub(crate) fn sentences_between(marks: &[Mark], len: usize) -> impl Iterator<Item = Range<usize>> {
    pieces(marks, len, is_stop)
}

/// The pieces of `text`, each closed by a mark that `closes`, marks inside quotes and brackets not counted.
pub(crate) fn split(text: &str, closes: impl Fn(char) -> bool) -> impl Iterator<Item = Range<usize>> {
    let marks: Vec<Mark> = marks(text).filter_map(|(at, sign)| Mark::read(at, sign)).collect();
    pieces(marks, text.len(), closes)
}

fn pieces<M: AsRef<[Mark]>>(marks: M, len: usize, closes: impl Fn(char) -> bool) -> impl Iterator<Item = Range<usize>> {
    let mut nesting = Nesting::new(marks.as_ref());
    let mut read = 0;
    let mut start = 0;
    std::iter::from_fn(move || {
        let marks = marks.as_ref();
        while let Some(&mark) = marks.get(read) {
            read += 1;
            let inside = nesting.step(mark);
            let mut stop = mark.end();
            let next = marks.get(read).filter(|next| next.at == stop);
            let quote_ends = is_stop(mark.sign) && next.is_some_and(|next| closes_quote(next.sign));
            if !closes(mark.sign) || inside && !quote_ends {
                continue;
            }
            while let Some(next) = marks.get(read).filter(|next| next.at == stop)
                && (closes(next.sign) || closes_quote(next.sign))
            {
                nesting.step(*next);
                read += 1;
                stop = next.end();
            }
            let piece = start..stop;
            start = stop;
            return Some(piece);
        }
        let rest = start..len;
        start = len;
        (!rest.is_empty()).then_some(rest)
    })
}

/// Whether `sign` ends a quotation, and so belongs to the piece that the stop before it has closed.
fn closes_quote(sign: char) -> bool {
    matches!(sign, '”' | '’' | '」')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<&str> {
        sentences(text).map(|range| &text[range]).collect()
    }

    #[test]
    fn stops_end_sentences() {
        assert_eq!(read("甲。乙！丙"), ["甲。", "乙！", "丙"]);
        assert_eq!(read("甲！！乙"), ["甲！！", "乙"]);
        assert_eq!(read(""), Vec::<&str>::new());
    }

    #[test]
    fn quotes_and_brackets_are_kept_whole() {
        assert_eq!(read("落实《甲。乙》（丙。丁）。戊。"), ["落实《甲。乙》（丙。丁）。", "戊。"]);
        assert_eq!(read("他说：“甲。乙。”丙。"), ["他说：“甲。乙。”", "丙。"]);
    }

    #[test]
    fn a_quote_that_is_never_closed_opens_nothing() {
        assert_eq!(read("他说“甲。乙。"), ["他说“甲。", "乙。"]);
        assert_eq!(read("他说“甲，创建“乙”。丙。"), ["他说“甲，创建“乙”。", "丙。"]);
    }
}
