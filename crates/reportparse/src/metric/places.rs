//! The places of a passage at which it may divide or hold a number, found in one pass.

use crate::grammar::numeral::opens_chinese;
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
                    if OPENERS.hold(first, second, third) {
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
        if matches!(sign, '《' | '０'..='９') || opens_chinese(sign) {
            self.openers.push(at);
        }
        sign.len_utf8()
    }
}

/// Ideographs, a bit each: one word for those that share all but the last six bits, which are the last byte's.
struct Ideographs([u64; 1024]);

impl Ideographs {
    const fn new(characters: &[char]) -> Self {
        let mut words = [0; 1024];
        let mut at = 0;
        while at < characters.len() {
            let code = characters[at] as usize;
            words[code >> 6] |= 1 << (code & 0x3F);
            at += 1;
        }
        Ideographs(words)
    }

    /// Whether the ideograph of these three bytes is one of them.
    fn hold(&self, first: u8, second: u8, third: u8) -> bool {
        let word = usize::from(first & 0xF) << 6 | usize::from(second & 0x3F);
        self.0[word] >> (third & 0x3F) & 1 == 1
    }
}

/// The numerals of [`opens_chinese`], and 翻.
static OPENERS: Ideographs = Ideographs::new(&[
    '零', '一', '壹', '二', '两', '贰', '兩', '三', '叁', '四', '肆', '五', '伍', '六', '陆', '七', '柒', '八', '捌',
    '九', '玖', '十', '拾', '百', '佰', '千', '仟', '万', '萬', '亿', '億', '几', '数', '翻',
]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_numeral_may_open_a_number() {
        for code in 0x4000..0xA000 {
            let c = char::from_u32(code).unwrap();
            let &[first, second, third] = c.to_string().as_bytes() else { unreachable!("{c} has three bytes") };
            assert_eq!(OPENERS.hold(first, second, third), opens_chinese(c) || c == '翻', "{c}");
        }
    }

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
