//! Whether a paragraph is a heading, and where its title ends.

use crate::front;
use crate::grammar::marker::{Marker, Style};
use crate::grammar::{at_start, marker, near, ordinal};
use crate::reading::Reading;
use crate::text::{columns, is_blank, is_stop, marks};

/// A heading is a phrase, not a paragraph: at most this many columns.
const MAX_COLUMNS: usize = 130;
/// A heading without a number has only its brevity to show.
const MAX_UNNUMBERED: usize = 64;

/// A paragraph that may be a heading, in offsets of its reading.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    /// None for a line without a number.
    pub(crate) marker: Option<Marker>,
    /// Where the marker stands, Markdown's hashes left out; empty without one.
    pub(crate) numeral: std::ops::Range<usize>,
    /// Where the title begins and ends.
    pub(crate) title: std::ops::Range<usize>,
    pub(crate) shape: Shape,
}

/// What stands around the title in its paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Nothing.
    Bare,
    /// Nothing but the stop that closes it.
    Closed,
    /// Body text behind it.
    RunIn,
}

/// Reads a paragraph as a numbered heading.
pub(crate) fn numbered(reading: &Reading<'_>, source: &str) -> Option<Candidate> {
    let text = reading.text();
    let (marker, marker_end) = at_start(marker::marker, text)?;
    let title = text[marker_end..].trim_start_matches(|c| is_blank(c) || c == '、');
    let start = text.len() - title.len();
    let divides = marker.style <= Style::Section;
    let least = if divides { MAX_UNNUMBERED / 4 } else { MAX_COLUMNS };
    let (end, shape) = gap(reading, source, start, least)
        .or_else(|| title_end(&text[start..], marker.style))
        .or_else(|| clause_end(&text[start..], marker.style))?;
    let title = start..start + end;
    let hashes = text[..marker_end].trim_start_matches(|c| c == '#' || is_blank(c)).len();
    let numeral = marker_end - hashes..marker_end;
    (!title.is_empty()).then_some(Candidate { marker: Some(marker), numeral, title, shape })
}

/// Where the title ends: at its stop, at a colon, or with the paragraph.
fn title_end(text: &str, style: Style) -> Option<(usize, Shape)> {
    let mut depth = 0usize;
    let mut comma = false;
    let mut seen = 0;
    for (at, character) in text.char_indices() {
        match character {
            '“' | '‘' | '《' | '「' | '（' | '(' => depth += 1,
            '”' | '’' | '》' | '」' | '）' | ')' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            '；' | ';' if style >= Style::BracketedHan => return None,
            '，' | ',' => comma = true,
            '：' | ':' if !comma || at + character.len_utf8() == text.len() => {
                return Some(closed_at(text, at, character));
            }
            _ if is_stop(character) => return Some(closed_at(text, at, character)),
            _ => {}
        }
        seen += if character.is_ascii() { 1 } else { 2 };
        if seen > MAX_COLUMNS {
            return None;
        }
    }
    Some((text.len(), Shape::Bare))
}

fn closed_at(text: &str, at: usize, mark: char) -> (usize, Shape) {
    let rest = text[at + mark.len_utf8()..].trim_start_matches(|c| is_stop(c) || is_blank(c));
    (at, if rest.is_empty() { Shape::Closed } else { Shape::RunIn })
}

/// A title that nothing but a blank parts from a body of more than `least` columns: （一）工业　全年全市…
fn gap(reading: &Reading<'_>, source: &str, start: usize, least: usize) -> Option<(usize, Shape)> {
    let text = reading.text();
    let whole = reading.source(start..text.len());
    let from = &source[whole.range()];
    // What stands behind a longer run of characters has no title before it.
    let blank = near(from, MAX_UNNUMBERED + 1).find(is_blank)?;
    let title = &from[..blank];
    let body = from[blank..].trim_start_matches(is_blank);
    let is_title = (4..=MAX_UNNUMBERED).contains(&columns(title)) && !title.contains(['，', '。', '；']);
    let end = reading.offset_of(whole.start + blank as u32) - start;
    let wide = columns_of_blanks(&from[blank..from.len() - body.len()]) > 1;
    let least = if wide { MAX_UNNUMBERED / 4 } else { least };
    (is_title && columns(body) > least).then_some((end, Shape::RunIn))
}

fn columns_of_blanks(blanks: &str) -> usize {
    blanks.chars().map(|blank| if blank == '\u{3000}' || blank == '\t' { 2 } else { 1 }).sum()
}

/// The first clause of a long paragraph under 一、: its number makes it a section all the same.
fn clause_end(text: &str, style: Style) -> Option<(usize, Shape)> {
    if style > Style::Han {
        return None;
    }
    let end = text.find(['，', '；', '。', '：'])?;
    (columns(&text[..end]) <= MAX_COLUMNS).then_some((end, Shape::RunIn))
}

/// Reads a paragraph as a heading without a number: a short line that ends with no mark.
pub(crate) fn unnumbered(text: &str) -> Option<Candidate> {
    if text.len() > 3 * MAX_UNNUMBERED || columns(text) > MAX_UNNUMBERED || columns(text) < 4 {
        return None;
    }
    let is_phrase = !text.contains(['。', '；', ';', '！', '？', '：', ':', '|', '\t'])
        && !text.ends_with(['，', ',', '、', '”', '…', '.'])
        && !text.starts_with(|c: char| ordinal::is_digit(c) && !text.contains('年'))
        && !text.starts_with(['—', '─', '-', '·', '（', '(', '[', '【', '〔', '①'])
        && text.chars().any(|c| matches!(c, '\u{4E00}'..='\u{9FFF}'))
        && !front::addresses(text)
        && text.matches(['，', ',']).count() <= 2;
    is_phrase.then_some(Candidate { marker: None, numeral: 0..0, title: 0..text.len(), shape: Shape::Bare })
}

impl Candidate {
    /// Whether the next number of its series stands in the same paragraph: 1.抓投资。2.抓消费。 is a list, unless another
    /// begins before: 1.抓投资。做到：1.抓进度；2.抓质量。
    pub(crate) fn counts_on(&self, text: &str) -> bool {
        let Some(marker) = self.marker else { return false };
        let next = Marker { ordinal: marker.ordinal.map(|ordinal| ordinal + 1), ..marker };
        let body = &text[self.title.end..];
        if text.starts_with(['（', '(']) && !(body.contains("（") || body.contains('(')) {
            return false;
        }
        let parts = marks(body).filter(|&(_, mark)| is_stop(mark) || matches!(mark, '；' | ';' | '：' | ':'));
        let behind = parts.map(|(at, mark)| &body[at + mark.len_utf8()..]).filter(|rest| marker::NUMBERS.start(rest));
        let mut markers = behind.filter_map(|rest| at_start(marker::marker, rest)).map(|(found, _)| found);
        markers.find(|found| found.style == marker.style) == Some(next)
    }

    /// Whether figures stand in the title: such a line is an item of a list, not a heading.
    pub(crate) fn has_figures(&self, text: &str) -> bool {
        let title = &text[self.title.clone()];
        title.char_indices().any(|(at, c)| {
            let rest = title[at..].trim_start_matches(ordinal::is_digit);
            ordinal::is_digit(c) && !rest.starts_with(['年', '月', '日', '”'])
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    fn read(source: &str) -> Option<(String, Shape)> {
        let reading = Reading::new(source, Span::new(0, source.len()), &[]);
        numbered(&reading, source).map(|found| (reading.text()[found.title].to_owned(), found.shape))
    }

    fn check(source: &str, title: &str, shape: Shape) {
        assert_eq!(read(source), Some((title.to_owned(), shape)), "{source}");
    }

    #[test]
    fn titles() {
        check("一、工作回顾", "工作回顾", Shape::Bare);
        check("一、 综 合", "综合", Shape::Bare);
        check("（一）收入情况。", "收入情况", Shape::Closed);
        check("（一）抓投资，稳增长。全年完成投资。", "抓投资，稳增长", Shape::RunIn);
        check("（一）发展目标：到2030年，城镇化率达到69%。", "发展目标", Shape::RunIn);
        check("（一）落实“学习。思考”。全年。", "落实“学习。思考”", Shape::RunIn);
        let body = "全市规模以上工业增加值比上年增长，".repeat(6);
        check(&format!("（一）工业　{body}"), "工业", Shape::RunIn);
    }

    #[test]
    fn err_titles() {
        assert_eq!(read("（一）地区生产总值增长；"), None);
        assert_eq!(read("一是抓投资。"), None);
        assert!(unnumbered("各位代表").is_none());
        assert!(unnumbered("全年完成投资。").is_none());
        assert!(unnumbered("2023年工作回顾").is_some());
    }
}
