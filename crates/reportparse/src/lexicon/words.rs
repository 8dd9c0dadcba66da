//! A dictionary that finds the longest word at one end of a text.

use std::borrow::Cow;

/// Words with what is known of each, grouped by the character at which a search starts.
///
/// A look-up decodes one character, reads the slot that its low bits name, and compares the few words behind it, most of
/// them by the character beside the first alone. Adding words makes no look-up slower but those of the same slot.
#[derive(Clone, Debug)]
pub(crate) struct Words<T> {
    slots: Box<[u16]>,
    buckets: Vec<Vec<Entry<T>>>,
    end: End,
}

#[derive(Clone, Debug)]
struct Entry<T> {
    /// The three bytes beside the first character, an ideograph as a rule; 0 where the word has fewer.
    probe: u32,
    word: Cow<'static, str>,
    value: T,
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

impl<T> Words<T> {
    pub(crate) fn new(end: End) -> Self {
        Words { slots: vec![0; SLOTS].into(), buckets: vec![Vec::new()], end }
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
        let Some(key) = self.end.key(&word) else { return };
        let slot = &mut self.slots[slot(key)];
        if *slot == 0 {
            *slot = self.buckets.len() as u16;
            self.buckets.push(Vec::new());
        }
        let bucket = &mut self.buckets[*slot as usize];
        match bucket.iter_mut().find(|entry| entry.word == word) {
            Some(entry) => entry.value = value,
            None => {
                let at = bucket.partition_point(|entry| entry.word.len() >= word.len());
                let probe = self.end.probe(&word, key.len_utf8());
                bucket.insert(at, Entry { probe, word, value });
            }
        }
    }

    /// The longest word at this dictionary's end of `text`: its length in bytes and what is known of it.
    pub(crate) fn longest(&self, text: &str) -> Option<(usize, &T)> {
        self.all(text).next()
    }

    /// The words at this dictionary's end of `text`, longest first.
    #[inline]
    pub(crate) fn all<'w, 't>(&'w self, text: &'t str) -> impl Iterator<Item = (usize, &'w T)> + use<'w, 't, T> {
        let key = self.end.key(text);
        let slot = key.map_or(0, |key| self.slots[slot(key)]);
        // Most characters open no word.
        let found = (slot != 0).then(|| self.among(&self.buckets[slot as usize], text, key.map_or(0, char::len_utf8)));
        found.into_iter().flatten()
    }

    /// The words of `bucket` that `text` holds, `key` being the length of their first character.
    fn among<'w, 't>(
        &'w self,
        bucket: &'w [Entry<T>],
        text: &'t str,
        key: usize,
    ) -> impl Iterator<Item = (usize, &'w T)> + use<'w, 't, T> {
        let probe = self.end.probe(text, key);
        let may_fit = move |entry: &&Entry<T>| entry.probe == probe || entry.probe == 0;
        let fits = move |entry: &&Entry<T>| self.end.holds(text, &entry.word);
        bucket.iter().filter(may_fit).filter(fits).map(|entry| (entry.word.len(), &entry.value))
    }

    #[cfg(test)]
    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        self.buckets.iter().flatten().map(|entry| &*entry.word)
    }
}

impl End {
    /// The character of `text` at this end.
    fn key(self, text: &str) -> Option<char> {
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

    /// The three bytes of `text` beside the `key` bytes of the character at this end; 0 where there are fewer.
    fn probe(self, text: &str, key: usize) -> u32 {
        let bytes = text.as_bytes();
        let beside = match self {
            End::Start => bytes.get(key..key + 3),
            End::Close => bytes.len().checked_sub(key + 3).and_then(|start| bytes.get(start..start + 3)),
        };
        match beside {
            Some(&[first, second, third]) => u32::from_be_bytes([0, first, second, third]),
            _ => 0,
        }
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
