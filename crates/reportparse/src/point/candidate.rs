//! The markers that may open a point.

use crate::front;
use crate::grammar::enumerator::{self, Enumerator};
use crate::grammar::{Parsed, at_start, ordinal};
use crate::reading::Reading;
use crate::row::{ParagraphRole, ParagraphRow, SectionId, SectionRow};
use crate::text::{is_stop, next_sign, utf8_len};

/// A marker that opens a point, with its place.
#[derive(Clone, Debug)]
pub(super) struct Candidate<'a> {
    pub(super) enumerator: Enumerator<'a>,
    pub(super) paragraph: usize,
    pub(super) section: Option<SectionId>,
    pub(super) start: usize,
    pub(super) marker_end: usize,
    /// Whether it begins its paragraph.
    pub(super) leading: bool,
    /// Where its point ends if no other of its list follows.
    pub(super) end: usize,
}

pub(super) fn candidates<'a>(
    readings: &'a [Reading<'_>],
    paragraphs: &[ParagraphRow],
    sections: &[SectionRow],
) -> Vec<Candidate<'a>> {
    let mut found = Vec::new();
    for (at, (reading, row)) in readings.iter().zip(paragraphs).enumerate() {
        let text = reading.text();
        let from = match row.role {
            ParagraphRole::Body | ParagraphRole::Closing => 0,
            // What follows a heading in its paragraph.
            ParagraphRole::Heading => match row.section {
                Some(id) => reading.offset_of(sections[id.0 as usize].title.end),
                None => continue,
            },
            _ => continue,
        };
        let first = found.len();
        let mut push = |rule: fn(&'a str) -> Parsed<'a, Enumerator<'a>>, start: usize, leading: bool| {
            let opened = at_start(rule, &text[start..]).filter(|(_, len)| opens_text(&text[start + len..]));
            if let Some((enumerator, len)) = opened {
                let (section, marker_end, end) = (row.section, start + len, text.len());
                found.push(Candidate { enumerator, paragraph: at, section, start, marker_end, leading, end });
            }
        };
        // The subtitle of a text that is given twice opens with dashes, too.
        if from == 0 && !(text.starts_with('—') && front::is_subtitle(text)) {
            push(enumerator::leading, 0, true);
        }
        for start in starts(text, from) {
            push(enumerator::inline, start, false);
        }
        end_with_sentences(text, &mut found[first..]);
    }
    found
}

/// The last item of a list ends with its paragraph, or before a sentence about the whole list (以上事项…); where semicolons
/// part the items, with its sentence.
fn end_with_sentences(text: &str, candidates: &mut [Candidate<'_>]) {
    let mut stop = text.len();
    let mut read = text.len();
    for candidate in candidates.iter_mut().rev() {
        let start = candidate.start;
        stop = text[start..read].find('。').map_or(stop, |at| start + at + '。'.len_utf8());
        read = start;
        if text[..start].ends_with(['；', ';']) {
            candidate.end = stop;
        }
    }
    if let Some(last) = candidates.last_mut().filter(|last| !last.leading)
        && let Some(about) = text[last.start..last.end].find("。以上")
    {
        last.end = last.start + about + '。'.len_utf8();
    }
}

/// Whether something that a point can say follows its marker.
fn opens_text(rest: &str) -> bool {
    rest.trim_start_matches(['，', ',', '、', '：', ':'])
        .starts_with(|c: char| c.is_alphanumeric() || "“《「（(".contains(c))
}

/// The places at which a point may start inside a paragraph: behind a mark; numbers and 首先, which stand in prose too, only
/// behind a strong one.
fn starts(text: &str, from: usize) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    let mut at = from;
    std::iter::from_fn(move || {
        loop {
            let sign = next_sign(bytes, at)?;
            at = sign + utf8_len(bytes[sign]);
            if enumerator::OPENING.start(&text[at..]) && parts(&text[sign..at], &text[at..]) {
                return Some(at);
            }
        }
    })
}

/// Whether `sign` parts a point that opens `rest` from what stands before it.
fn parts(sign: &str, rest: &str) -> bool {
    let strong = sign.ends_with(is_stop) || matches!(sign, "；" | ";" | "：" | ":");
    let weak = matches!(sign, "，" | "," | "、" | "”" | "）");
    let in_prose = || {
        rest.starts_with(|c| matches!(c, '0'..='9' | '０'..='９' | '首' | '再' | '最'))
            || rest.starts_with("其次")
            || rest.trim_start_matches(ordinal::HAN_DIGITS).starts_with('、')
    };
    strong || weak && !in_prose()
}
