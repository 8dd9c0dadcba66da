//! A dictionary that finds the longest word at one end of a text.

/// Words with what is known of each, grouped by the character at which a search starts.
///
/// A look-up decodes one character, reads one slot of a table that covers the common ideographs, and compares the few
/// words behind it. Adding words makes no look-up slower but those of the same first character.
#[derive(Clone, Debug)]
pub(crate) struct Words<T> {
    slots: Box<[u16]>,
    buckets: Vec<Vec<(Box<str>, T)>>,
    end: End,
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
        match bucket.iter_mut().find(|(known, _)| *known == word) {
            Some(entry) => entry.1 = value,
            None => {
                let at = bucket.partition_point(|(known, _)| known.len() >= word.len());
                bucket.insert(at, (word, value));
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
        let bucket = key.map_or(&self.buckets[0], |key| &self.buckets[self.slots[slot(key)] as usize]);
        bucket.iter().filter(move |(word, _)| self.fits(text, word)).map(|(word, value)| (word.len(), value))
    }

    #[cfg(test)]
    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        self.buckets.iter().flatten().map(|(word, _)| &**word)
    }

    /// The words of a bucket share their first character, so the byte that ends the second tells most of them apart.
    fn fits(&self, text: &str, word: &str) -> bool {
        let (text, word) = (text.as_bytes(), word.as_bytes());
        let Some(rest) = text.len().checked_sub(word.len()) else {
            return false;
        };
        match self.end {
            End::Start => {
                let probe = (word.len() - 1).min(5);
                text[probe] == word[probe] && text[..word.len()] == *word
            }
            End::Close => {
                let probe = word.len().saturating_sub(4);
                text[rest + probe] == word[probe] && text[rest..] == *word
            }
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
    fn a_word_added_again_is_replaced() {
        let mut words = Words::collect(End::Start, [("斤", 1)]);
        words.insert("斤".into(), 2);
        assert_eq!(words.longest("斤"), Some((3, &2)));
    }
}
