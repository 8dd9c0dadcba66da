//! What a clause without a noun of its own speaks of.

use std::ops::Range;

use super::measure::is_measure;
use super::{noun, phrase};
use crate::grammar::period::period;

/// The subject that carries over from clause to clause.
///
/// Most clauses name what they measure, so the words of those before them wait unread until a subject is asked for.
#[derive(Default)]
pub(super) struct Subject {
    noun: Option<Range<usize>>,
    /// What was spoken of before the last ；.
    former: Option<Range<usize>>,
    heard: Vec<Heard>,
}

/// A clause without a measurement that may name the subject of those behind it.
struct Heard {
    /// Its words, behind those that open it.
    words: Range<usize>,
    /// Whether a verb opens it (实现历史性突破), so that it has no subject of its own.
    acts: bool,
}

impl Subject {
    /// From here on, `noun` is spoken of.
    pub(super) fn set(&mut self, noun: Range<usize>) {
        self.resume(Some(noun));
    }

    /// ；: what follows has a subject of its own.
    pub(super) fn close(&mut self) {
        self.former = self.noun.take().or(self.former.take());
        self.heard.clear();
    }

    /// What was spoken of before the last ；, as a last resort.
    pub(super) fn former(&self) -> Option<Range<usize>> {
        self.former.clone()
    }

    /// What was spoken of before is spoken of again.
    pub(super) fn resume(&mut self, noun: Option<Range<usize>>) {
        self.heard.clear();
        self.noun = noun;
    }

    /// Takes note of a clause without a measurement; see [`Heard`].
    pub(super) fn hear(&mut self, words: Range<usize>, acts: bool) {
        self.heard.push(Heard { words, acts });
    }

    /// What is spoken of.
    pub(super) fn get(&mut self, text: &str) -> Option<Range<usize>> {
        for heard in std::mem::take(&mut self.heard) {
            if !(heard.acts && self.noun.is_some()) {
                self.read(text, heard.words);
            }
        }
        self.noun.clone()
    }

    /// A clause that is no more than a noun is a topic only where there is none, or where it names a measure.
    fn read(&mut self, text: &str, words: Range<usize>) {
        let end = words.end;
        let owned = owned_measure(text, words.clone());
        let is_owned = owned.is_some();
        let noun = owned.unwrap_or_else(|| noun::leading(text, words));
        let tells = is_owned || noun.end < end || self.noun.is_none();
        let is_time = || period(&text[noun.clone()]).is_some_and(|period| period.len == noun.len());
        if tells && !noun.is_empty() && !phrase::is_weak(&text[noun.clone()]) && !is_time() {
            self.noun = Some(noun);
        }
    }

    /// What is spoken of, without the verb that made it an increase: 新增市场主体5户，总数达到80户.
    pub(super) fn carried(&mut self, text: &str) -> Option<Range<usize>> {
        const VERBS: [&str; 8] = ["新增", "净增", "新建", "新创建", "新认定", "新登记", "新增加", "累计"];
        let mut span = self.get(text)?;
        let words = &text[span.clone()];
        let opened = VERBS.iter().find_map(|verb| words.strip_prefix(verb)).filter(|rest| !rest.is_empty());
        span.start = span.end - opened.unwrap_or(words).len();
        let words = &text[span.clone()];
        let closed = VERBS.iter().find_map(|verb| words.strip_suffix(verb)).filter(|rest| !rest.is_empty());
        span.end = span.start + closed.unwrap_or(words).len();
        Some(span)
    }
}

/// 居民的人均收入，, 消费在支出中的比重，: all of a clause that names a measure and what it is of.
fn owned_measure(text: &str, words: Range<usize>) -> Option<Range<usize>> {
    let measure = &text[words.start + text[words.clone()].rfind('的')?..words.end];
    (is_measure(measure) || measure.ends_with("水平") || measure.ends_with('力')).then_some(words)
}
