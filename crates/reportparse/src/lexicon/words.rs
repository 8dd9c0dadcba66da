//! A dictionary that finds the longest word at one end of a text.

/// Words with what is known of each, grouped by the character at which a search starts.
///
/// A look-up decodes one character, reads one slot of a table that covers the common ideographs, and compares the few
/// words behind it, most of them by the character beside the first alone. Adding words makes no look-up slower but those
/// of the same first character.
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
    word: Box<str>,
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

/// The slots cover U+0000..U+A000: Latin, punctuation and the common ideographs; other characters share the last one.
const SLOTS: usize = 0xA001;

fn slot(c: char) -> usize {
    (c as usize).min(SLOTS - 1)
}

impl<T> Words<T> {
    pub(crate) fn new(end: End) -> Self {
        Words { slots: vec![0; SLOTS].into(), buckets: vec![Vec::new()], end }
    }

    pub(crate) fn collect(end: End, words: impl IntoIterator<Item = (impl Into<Box<str>>, T)>) -> Self {
        let mut all = Self::new(end);
        for (word, value) in words {
            all.insert(word.into(), value);
        }
        all
    }

    /// Adds a word, or replaces what was known of it. An empty word is never found and left out.
    pub(crate) fn insert(&mut self, word: Box<str>, value: T) {
        let key = match self.end {
            End::Start => word.chars().next(),
            End::Close => word.chars().next_back(),
        };
        let Some(key) = key else { return };
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
    pub(crate) fn all<'w, 't>(&'w self, text: &'t str) -> impl Iterator<Item = (usize, &'w T)> + use<'w, 't, T> {
        let key = match self.end {
            End::Start => text.chars().next(),
            End::Close => text.chars().next_back(),
        };
        let (bucket, key, probe) = match key {
            Some(key) => (self.slots[slot(key)], key.len_utf8(), self.end.probe(text, key.len_utf8())),
            None => (0, 0, 0),
        };
        let is_shared = bucket == self.slots[SLOTS - 1];
        let fits = move |entry: &&Entry<T>| {
            let begins = entry.probe == probe || entry.probe == 0;
            let is_told = entry.word.len() == key + if entry.probe == 0 { 0 } else { 3 } && !is_shared;
            begins && (is_told || self.end.holds(text, &entry.word))
        };
        self.buckets[bucket as usize].iter().filter(fits).map(|entry| (entry.word.len(), &entry.value))
    }

    #[cfg(test)]
    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        self.buckets.iter().flatten().map(|entry| &*entry.word)
    }
}

impl End {
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
        words.insert("斤".into(), 2);
        assert_eq!(words.longest("斤"), Some((3, &2)));
    }
}
