//! A dictionary that finds the longest word at one end of a text.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

/// Words with what is known of each, found by their first two characters at once.
///
/// A look-up decodes the character at which a search starts: most open no word, and one bit says so. The others are
/// looked up once together with the character beside, as nearly every word has two characters or more. Adding words
/// makes no look-up slower but those of the same two characters.
#[derive(Clone, Debug)]
pub(crate) struct Words<T> {
    /// Which slots hold a first character.
    opens: [u64; SLOTS / 64],
    /// The words of a first character and the three bytes beside it, an ideograph as a rule.
    pairs: FxHashMap<(char, u32), Id>,
    /// By slot, the words that have less than three bytes beside the first character.
    shorts: Box<[Id]>,
    entries: Vec<Entry<T>>,
    end: End,
}

/// The place of an entry, counted from one; 0 is none.
type Id = u32;

#[derive(Clone, Debug)]
struct Entry<T> {
    word: Cow<'static, str>,
    value: T,
    /// The next entry that is found the same way; it is no longer than this one.
    next: Id,
}

/// The end of a text at which words are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// Words that the text starts with.
    Start,
    /// Words that the text ends with.
    Close,
}

/// Far more than the first characters of any table, so that few of them share a slot.
const SLOTS: usize = 4096;

fn slot(c: char) -> usize {
    c as usize % SLOTS
}

impl Words<()> {
    /// Words of which no more is known than that they are some.
    pub(crate) fn set<const N: usize>(end: End, words: [&'static str; N]) -> Self {
        Self::collect(end, words.map(|word| (word, ())))
    }
}

impl<T> Words<T> {
    pub(crate) fn new(end: End) -> Self {
        Words {
            opens: [0; SLOTS / 64],
            pairs: FxHashMap::default(),
            shorts: vec![0; SLOTS].into(),
            entries: Vec::new(),
            end,
        }
    }

    pub(crate) fn collect(end: End, words: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        let mut all = Self::new(end);
        for (word, value) in words {
            all.insert(word, value);
        }
        all
    }

    /// Adds a word, or replaces what was known of it. An empty word is never found and left out.
    pub(crate) fn insert(&mut self, word: impl Into<Cow<'static, str>>, value: T) {
        let word = word.into();
        let Some(first) = self.end.first(&word) else { return };
        self.opens[slot(first) / 64] |= 1 << (slot(first) % 64);
        let head = match self.end.beside(&word, first) {
            Some(beside) => self.pairs.entry((first, beside)).or_default(),
            None => &mut self.shorts[slot(first)],
        };
        let (mut before, mut at) = (0, *head);
        while let Some(entry) = at.checked_sub(1).map(|place| &mut self.entries[place as usize]) {
            if entry.word == word {
                entry.value = value;
                return;
            }
            if entry.word.len() < word.len() {
                break;
            }
            (before, at) = (at, entry.next);
        }
        self.entries.push(Entry { word, value, next: at });
        let added = self.entries.len() as Id;
        match before {
            0 => *head = added,
            before => self.entries[before as usize - 1].next = added,
        }
    }

    /// The longest word at this dictionary's end of `text`: its length in bytes and what is known of it.
    pub(crate) fn longest(&self, text: &str) -> Option<(usize, &T)> {
        self.all(text).next()
    }

    /// The words at this dictionary's end of `text`, longest first.
    #[inline]
    pub(crate) fn all<'w, 't>(&'w self, text: &'t str) -> Found<'w, 't, T> {
        let first = self.end.first(text).filter(|&first| self.opens(first));
        let (pair, short) = first.map_or((0, 0), |first| self.heads(text, first));
        Found { words: self, text, next: pair, short }
    }

    /// Whether one of the words stands anywhere in `text`.
    pub(crate) fn stand_in(&self, text: &str) -> bool {
        let mut places = text.char_indices().filter(|&(_, c)| self.opens(c));
        places.any(|(at, _)| self.longest(&text[at..]).is_some())
    }

    /// Whether `first` may be the character at this dictionary's end of a word.
    #[inline]
    pub(crate) fn opens(&self, first: char) -> bool {
        self.opens[slot(first) / 64] >> (slot(first) % 64) & 1 == 1
    }

    /// Where the words start that `text`, of which `first` is the character at this end, may hold.
    fn heads(&self, text: &str, first: char) -> (Id, Id) {
        let beside = self.end.beside(text, first);
        let pair = beside.and_then(|beside| self.pairs.get(&(first, beside)));
        (pair.copied().unwrap_or_default(), self.shorts[slot(first)])
    }

    #[cfg(test)]
    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| &*entry.word)
    }
}

/// The words at one end of a text, longest first.
pub(crate) struct Found<'w, 't, T> {
    words: &'w Words<T>,
    text: &'t str,
    next: Id,
    /// Where the words go on that are shorter than those of `next`.
    short: Id,
}

impl<'w, T> Iterator for Found<'w, '_, T> {
    type Item = (usize, &'w T);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if self.next == 0 {
                self.next = std::mem::take(&mut self.short);
            }
            let entry = &self.words.entries[self.next.checked_sub(1)? as usize];
            self.next = entry.next;
            if self.words.end.holds(self.text, &entry.word) {
                return Some((entry.word.len(), &entry.value));
            }
        }
    }
}

impl End {
    /// The character of `text` at this end.
    fn first(self, text: &str) -> Option<char> {
        match self {
            End::Start => text.chars().next(),
            End::Close => text.chars().next_back(),
        }
    }

    fn holds(self, text: &str, word: &str) -> bool {
        match self {
            End::Start => text.as_bytes().starts_with(word.as_bytes()),
            End::Close => text.as_bytes().ends_with(word.as_bytes()),
        }
    }

    /// The three bytes of `text` beside `first`, the character at this end; none where there are fewer.
    fn beside(self, text: &str, first: char) -> Option<u32> {
        let bytes = text.as_bytes();
        let len = first.len_utf8();
        let beside = match self {
            End::Start => bytes.get(len..len + 3)?,
            End::Close => bytes.len().checked_sub(len + 3).and_then(|start| bytes.get(start..start + 3))?,
        };
        Some(u32::from_be_bytes([0, beside[0], beside[1], beside[2]]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_word_wins_at_either_end() {
        let words = [("万", 1), ("万元", 2), ("亿元", 3)];
        assert_eq!(Words::collect(End::Start, words).longest("万元以上"), Some((6, &2)));
        assert_eq!(Words::collect(End::Close, words).longest("完成3亿元"), Some((6, &3)));
        assert_eq!(Words::collect(End::Start, words).longest("百万元"), None);
        assert_eq!(Words::collect(End::Start, words).longest(""), None);
    }

    #[test]
    fn words_of_few_bytes_are_found_too() {
        let words = [("个", 1), ("个人", 2), ("m", 3), ("m2", 4), ("个GB", 5)];
        let start = Words::collect(End::Start, words);
        let found = ["个", "个人所", "m", "m2", "m²", "个GB", "个G"].map(|text| start.longest(text).map(|(_, &at)| at));
        assert_eq!(found, [1, 2, 3, 4, 3, 5, 1].map(Some));
        assert_eq!(Words::collect(End::Close, words).longest("5m2"), Some((2, &4)));
    }

    #[test]
    fn a_word_added_again_is_replaced() {
        let mut words = Words::collect(End::Start, [("斤", 1)]);
        words.insert("斤", 2);
        assert_eq!(words.longest("斤"), Some((3, &2)));
    }
}
