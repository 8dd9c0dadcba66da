//! Sentences of a paragraph: up to 。！？, with what is quoted or bracketed kept whole.

use std::ops::Range;

use crate::text::{is_stop, marks};

/// Quotes and brackets that a stop or a comma may stand inside of.
///
/// A quote that is not closed in its paragraph would swallow the rest, so a pair counts only where its closing mark
/// stands before the paragraph's end; see [`Nesting::new`].
#[derive(Clone, Debug)]
pub(crate) struct Nesting {
    depth: u32,
    left: [u32; PAIRS],
}

const PAIRS: usize = 8;

/// Which pair `mark` opens.
fn opening(mark: char) -> Option<usize> {
    Some(match mark {
        '“' => 0,
        '‘' => 1,
        '「' => 2,
        '『' => 3,
        '《' => 4,
        '（' => 5,
        '(' => 6,
        '〈' => 7,
        _ => return None,
    })
}

/// Which pair `mark` closes.
fn closing(mark: char) -> Option<usize> {
    Some(match mark {
        '”' => 0,
        '’' => 1,
        '」' => 2,
        '』' => 3,
        '》' => 4,
        '）' => 5,
        ')' => 6,
        '〉' => 7,
        _ => return None,
    })
}

impl Nesting {
    /// Reads how many closing marks of each kind `text` holds, so that one that is never closed opens nothing.
    pub(crate) fn new(text: &str) -> Self {
        let mut left = [0; PAIRS];
        for pair in marks(text).filter_map(|(_, mark)| closing(mark)) {
            left[pair] += 1;
        }
        Nesting { depth: 0, left }
    }

    /// Steps over a mark and tells whether it stands inside a pair.
    pub(crate) fn step(&mut self, mark: char) -> bool {
        if let Some(pair) = closing(mark) {
            self.left[pair] = self.left[pair].saturating_sub(1);
            self.depth = self.depth.saturating_sub(1);
        } else if let Some(pair) = opening(mark) {
            self.depth += u32::from(self.left[pair] > 0);
        }
        self.depth > 0
    }
}

/// The sentences of `text`, each with the stop that closes it. They hold all of `text`, in order.
pub(crate) fn sentences(text: &str) -> impl Iterator<Item = Range<usize>> {
    split(text, is_stop)
}

/// The pieces of `text`, each closed by a mark that `closes`, marks inside quotes and brackets not counted.
pub(crate) fn split(text: &str, closes: impl Fn(char) -> bool) -> impl Iterator<Item = Range<usize>> {
    let mut nesting = Nesting::new(text);
    let mut marks = marks(text).peekable();
    let mut start = 0;
    std::iter::from_fn(move || {
        while let Some((at, mark)) = marks.next() {
            let inside = nesting.step(mark);
            if !closes(mark) {
                continue;
            }
            let mut stop = at + mark.len_utf8();
            let quote_ends = |&(next, mark): &(usize, char)| next == stop && matches!(mark, '”' | '’' | '」');
            if inside && !(is_stop(mark) && marks.peek().is_some_and(quote_ends)) {
                continue;
            }
            while let Some((_, next)) = marks.next_if(|&(next, mark)| next == stop && goes_on(mark, &closes)) {
                nesting.step(next);
                stop += next.len_utf8();
            }
            let piece = start..stop;
            start = stop;
            return Some(piece);
        }
        let rest = start..text.len();
        start = text.len();
        (!rest.is_empty()).then_some(rest)
    })
}

/// Whether `mark` belongs to the piece that the mark before it has closed.
fn goes_on(mark: char, closes: impl Fn(char) -> bool) -> bool {
    closes(mark) || matches!(mark, '”' | '’' | '」')
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
    }
}
