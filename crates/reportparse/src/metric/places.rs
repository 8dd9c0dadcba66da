//! The places of a passage at which it may divide or hold a number, found in one pass.

use crate::characters::Characters;
use crate::grammar::numeral;
use crate::sentence::{Mark, is_mark};

/// What stands out in a text; everything else is stepped over for good.
#[derive(Default)]
pub(crate) struct Places {
    /// The marks that divide it or hold it together.
    pub(crate) marks: Vec<Mark>,
    /// The characters at which a number, or a title that numbers do not count in, may open.
    pub(crate) openers: Vec<usize>,
}

impl Places {
    /// The places of `text`, in the room of those of another.
    ///
    /// Most characters are ideographs (UTF-8 lead bytes E4 to E9) that open nothing: one bit tells them, undecoded.
    pub(crate) fn find(&mut self, text: &str) {
        self.marks.clear();
        self.openers.clear();
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(rest) = bytes.get(at..) {
            match *rest {
                [first @ 0xE4..=0xE9, second, third, ..] => {
                    if OPENERS.hold_bytes(first, second, third) {
                        self.openers.push(at);
                    }
                    at += 3;
                }
                [b'0'..=b'9', ..] => {
                    self.openers.push(at);
                    at += 1;
                }
                [0xE2 | 0xE3 | 0xEF | b'!'..=b'?', ..] => at += self.sign(text, at),
                [] => break,
                _ => at += 1,
            }
        }
    }

    /// Takes note of the sign at `at`; returns its length.
    fn sign(&mut self, text: &str, at: usize) -> usize {
        let sign = text[at..].chars().next().unwrap_or_default();
        if is_mark(sign) {
            self.marks.push(Mark { at, sign });
        }
        if OPENERS.hold(sign) {
            self.openers.push(at);
        }
        sign.len_utf8()
    }
}

/// What a number, 翻番 or a title may open with; ASCII digits are told by their byte.
static OPENERS: Characters = Characters::new(&numeral::OPENERS)
    .with(&['翻', '《'])
    .with_range('０', '９');

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_openers_are_told_apart() {
        let text = "《纲要》出台，完成３０%（约5个）。";
        let mut places = Places::default();
        places.find(text);
        let marks: String = places.marks.iter().map(|mark| mark.sign).collect();
        let openers: String = places.openers.iter().filter_map(|&at| text[at..].chars().next()).collect();
        assert_eq!((&*marks, &*openers), ("《》，（）。", "《３０5"));
    }
}
