//! Sentences of a paragraph: up to 。！？, with what is quoted or bracketed kept whole.

use std::ops::Range;

use crate::first_bytes::FirstBytes;
use crate::text::is_stop;

/// Quotes and brackets that a stop or a comma may stand inside of.
///
/// A quote that is not closed in its paragraph would swallow the rest, so a pair counts only where its closing mark
/// stands before the paragraph's end; see [`Nesting::new`].
#[derive(Clone, Debug)]
pub(crate) struct Nesting {
    depth: u32,
    left: [u32; PAIRS.len()],
}

const PAIRS: [(char, char); 8] =
    [('“', '”'), ('‘', '’'), ('「', '」'), ('『', '』'), ('《', '》'), ('（', '）'), ('(', ')'), ('〈', '〉')];

static CLOSING: FirstBytes = FirstBytes::of("”’」』》）)〉");

impl Nesting {
    /// Reads how many closing marks of each kind `text` holds, so that one that is never closed opens nothing.
    pub(crate) fn new(text: &str) -> Self {
        let mut left = [0; PAIRS.len()];
        for (_, character) in CLOSING.find(text) {
            if let Some(pair) = PAIRS.iter().position(|pair| pair.1 == character) {
                left[pair] += 1;
            }
        }
        Nesting { depth: 0, left }
    }

    /// Steps over a character and tells whether it stands inside a pair.
    pub(crate) fn step(&mut self, character: char) -> bool {
        if matches!(character, '\u{4E00}'..='\u{9FFF}' | '0'..='9') {
            // Most characters are no marks.
        } else if let Some(pair) = PAIRS.iter().position(|pair| pair.1 == character) {
            self.left[pair] = self.left[pair].saturating_sub(1);
            self.depth = self.depth.saturating_sub(1);
        } else if let Some(pair) = PAIRS.iter().position(|pair| pair.0 == character) {
            self.depth += u32::from(self.left[pair] > 0);
        }
        self.depth > 0
    }
}

/// The sentences of `text`, each with the stop that closes it. They hold all of `text`, in order.
pub(crate) fn sentences(text: &str) -> impl Iterator<Item = Range<usize>> {
    split(text, is_stop)
}

/// The pieces of `text`, each closed by a character that `closes`, marks inside quotes and brackets not counted.
pub(crate) fn split(text: &str, closes: impl Fn(char) -> bool) -> impl Iterator<Item = Range<usize>> {
    let mut nesting = Nesting::new(text);
    let mut characters = text.char_indices().peekable();
    let mut start = 0;
    std::iter::from_fn(move || {
        while let Some((at, character)) = characters.next() {
            let inside = nesting.step(character);
            let end = at + character.len_utf8();
            let closed_inside = inside && characters.peek().is_some_and(|&(_, next)| matches!(next, '”' | '’' | '」'));
            if closes(character) && !inside || (closes(character) && closed_inside && is_stop(character)) {
                let mut stop = end;
                while let Some((at, next)) =
                    characters.next_if(|&(_, next)| closes(next) || matches!(next, '”' | '’' | '」'))
                {
                    nesting.step(next);
                    stop = at + next.len_utf8();
                }
                let piece = start..stop;
                start = stop;
                return Some(piece);
            }
        }
        let rest = start..text.len();
        start = text.len();
        (!rest.is_empty()).then_some(rest)
    })
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
