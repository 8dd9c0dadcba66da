//! A set of characters that is asked about at nearly every character of a text.

/// Characters of the Basic Multilingual Plane, a bit each: one word for those that share all but the last six bits, which
/// are the last byte's in UTF-8.
pub(crate) struct Characters([u64; 1024]);

impl Characters {
    pub(crate) const fn new(characters: &[char]) -> Self {
        Characters([0; 1024]).with(characters)
    }

    /// These and `more`.
    pub(crate) const fn with(mut self, more: &[char]) -> Self {
        let mut at = 0;
        while at < more.len() {
            let code = more[at] as usize;
            self.0[code >> 6] |= 1 << (code & 0x3F);
            at += 1;
        }
        self
    }

    /// These and all from `first` to `last`.
    pub(crate) const fn with_range(mut self, first: char, last: char) -> Self {
        let mut code = first as usize;
        while code <= last as usize {
            self.0[code >> 6] |= 1 << (code & 0x3F);
            code += 1;
        }
        self
    }

    /// Whether `c` is one of them.
    #[inline]
    pub(crate) fn hold(&self, c: char) -> bool {
        let code = c as usize;
        self.0.get(code >> 6).is_some_and(|word| word >> (code & 0x3F) & 1 == 1)
    }

    /// Whether `text` starts with one of them.
    #[inline]
    pub(crate) fn start(&self, text: &str) -> bool {
        text.chars().next().is_some_and(|c| self.hold(c))
    }

    /// Whether the character of these three bytes, of which `first` is E0 to EF, is one of them.
    #[inline]
    pub(crate) fn hold_bytes(&self, [first, second, third]: [u8; 3]) -> bool {
        let word = usize::from(first & 0xF) << 6 | usize::from(second & 0x3F);
        self.0[word] >> (third & 0x3F) & 1 == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_holds_its_characters_alone() {
        let set = Characters::new(&['一', '？']).with(&['\u{FFFF}', '亿']).with_range('0', '2');
        let held: String = ('\0'..=char::MAX).filter(|&c| set.hold(c)).collect();
        assert_eq!(held, "012一亿？\u{FFFF}");
        for c in '\u{800}'..='\u{FFFF}' {
            let bytes = c.to_string().into_bytes().try_into().unwrap();
            assert_eq!(set.hold_bytes(bytes), set.hold(c), "{c}");
        }
    }
}
