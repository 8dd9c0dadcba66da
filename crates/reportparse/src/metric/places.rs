//! The places of a passage at which it may divide, hold a number, or say what its numbers mean, found in one pass.

use std::ops::Range;

use crate::characters::Characters;
use crate::grammar::numeral;
use crate::sentence::Mark;

/// What stands out in a text; everything else is stepped over for good.
#[derive(Default)]
pub(crate) struct Places {
    /// The marks that divide it or hold it together.
    pub(crate) marks: Vec<Mark>,
    /// The characters at which a number, or a title that numbers do not count in, may open.
    pub(crate) openers: Vec<usize>,
    /// The characters of [`CUES`].
    pub(crate) cues: Vec<Cue>,
}

/// A character of a word that says what numbers mean. The word is looked for only where it stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cue {
    pub(crate) at: usize,
    sign: char,
}

/// Whether one of `signs` stands among the `cues` that lie in `range`.
pub(crate) fn stands(cues: &[Cue], signs: &[char], range: &Range<usize>) -> bool {
    let first = cues.partition_point(|cue| cue.at < range.start);
    cues[first..].iter().take_while(|cue| cue.at < range.end).any(|cue| signs.contains(&cue.sign))
}

impl Places {
    /// The places of `text`, in the room of those of another.
    ///
    /// Most characters are ideographs (UTF-8 lead bytes E4 to E9) that stand for nothing: one bit tells them, undecoded.
    pub(crate) fn find(&mut self, text: &str) {
        self.marks.clear();
        self.openers.clear();
        self.cues.clear();
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(&first) = bytes.get(at) {
            at += match first {
                0xE4..=0xE9 => {
                    if bytes[at..].first_chunk().is_some_and(|&character| STANDING.hold_bytes(character)) {
                        self.word(text, at);
                    }
                    3
                }
                b'0'..=b'9' => {
                    self.openers.push(at);
                    1
                }
                0xE2 | 0xE3 | 0xEF | b'!'..=b'?' => self.sign(text, at),
                _ => 1,
            }
        }
    }

    /// Takes note of the ideograph at `at`.
    fn word(&mut self, text: &str, at: usize) {
        let word = text[at..].chars().next().unwrap_or_default();
        if CUES.contains(&word) {
            self.cues.push(Cue { at, sign: word });
        } else {
            self.openers.push(at);
        }
    }

    /// Takes note of the sign at `at`; returns its length.
    fn sign(&mut self, text: &str, at: usize) -> usize {
        let sign = text[at..].chars().next().unwrap_or_default();
        if matches!(sign, '《' | '０'..='９') || numeral::opens_chinese(sign) {
            self.openers.push(at);
        }
        self.marks.extend(Mark::read(at, sign));
        sign.len_utf8()
    }
}

/// Characters of 以来, 以下, 目标, 任务, 预测, 每增长, 基础上, 规划 and the like.
const CUES: [char; 8] = ['以', '下', '标', '务', '预', '每', '础', '划'];

/// The ideographs that stand for something: those, and what a number or 翻番 opens with.
static STANDING: Characters = Characters::new(&numeral::OPENERS).with(&['翻']).with(&CUES);

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
