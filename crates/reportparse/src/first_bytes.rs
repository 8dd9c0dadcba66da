//! Finds characters of a small set without decoding those between them.
//!
//! Nearly all of a report are ideographs, whose first bytes no mark or blank shares. A pass that looks for marks asks one
//! table a byte, and decodes where the table says that a mark may begin.

/// The bytes with which the characters of a set begin.
pub(crate) struct FirstBytes([bool; 256]);

impl FirstBytes {
    /// Those of the characters of `set`.
    pub(crate) const fn of(set: &str) -> Self {
        let bytes = set.as_bytes();
        let mut firsts = [false; 256];
        let mut at = 0;
        while at < bytes.len() {
            let continues = bytes[at] & 0xC0 == 0x80;
            firsts[bytes[at] as usize] |= !continues;
            at += 1;
        }
        FirstBytes(firsts)
    }

    /// These and the control characters of ASCII.
    pub(crate) const fn and_controls(mut self) -> Self {
        let mut at = 0;
        while at < 0x20 {
            self.0[at] = true;
            at += 1;
        }
        self
    }

    /// The characters of `text` that begin as one of the set does, with their places; others may be among them.
    pub(crate) fn find<'t>(&'static self, text: &'t str) -> impl Iterator<Item = (usize, char)> + use<'t> {
        let places = text.bytes().enumerate().filter(|&(_, byte)| self.0[usize::from(byte)]);
        places.filter_map(|(at, _)| text[at..].chars().next().map(|character| (at, character)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static MARKS: FirstBytes = FirstBytes::of("，。;");

    #[test]
    fn no_character_of_the_set_is_missed() {
        let text = "甲，乙a;丙。";
        let found: String = MARKS.find(text).map(|(_, character)| character).collect();
        assert_eq!(found, "，;。");
        assert!(MARKS.find(text).all(|(at, character)| text[at..].starts_with(character)));
    }
}
