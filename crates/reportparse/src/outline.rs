//! Headings → the section tree, with parts, levels and roles.
//!
//! A level is the rank of a marker's style among the styles that its part uses, so a report that numbers 一、 and 1. has
//! two levels and one that numbers （一） alone has one.

use crate::block::Block;
use crate::diagnostic::{Diagnostic, Oddity};
use crate::front;
use crate::grammar::marker::{Marker, Style};
use crate::grammar::numeral::is_year;
use crate::grammar::{at_start, marker, ordinal};
use crate::heading::{self, Candidate, Shape};
use crate::note::{self, Opening};
use crate::reading::Reading;
use crate::row::{ParagraphRole, ParagraphRow, SectionId, SectionRole, SectionRow};
use crate::series::{self, Look};
use crate::span::Span;
use crate::text::{columns, is_stop};

/// The sections, and the paragraphs with their places among them.
pub(crate) struct Outline {
    pub(crate) sections: Vec<SectionRow>,
    pub(crate) paragraphs: Vec<ParagraphRow>,
}

/// A heading that has been told from a list item and from body text.
struct Heading {
    block: usize,
    candidate: Candidate,
    part: u32,
    /// A note or a glossary: always of the highest level.
    note: bool,
    level: u8,
}

/// Builds the section tree. The roles of the sections are set by [`crate::role`] once the report's year is known.
pub(crate) fn build(
    blocks: &[Block],
    readings: &[Reading<'_>],
    source: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Outline {
    let (mut headings, roles) = Scan::new(source, blocks, readings).run();
    levels(&mut headings);
    let sections = sections(blocks, readings, &headings, diagnostics);
    let mut paragraphs = paragraphs(blocks, &headings, &roles, &sections);
    closing(readings, &mut paragraphs);
    Outline { sections, paragraphs }
}

/// Goes through the blocks once and tells headings, notes and annexes.
struct Scan<'a, 't> {
    blocks: &'a [Block],
    readings: &'a [Reading<'t>],
    candidates: Vec<Option<Candidate>>,
    part: u32,
    in_annex: bool,
    in_notes: bool,
    numbered_sections: u32,
    /// What has been told to be a heading or the announcement of an annex.
    is_heading_line: Vec<bool>,
    /// Whether the next numbered candidate behind a block states 1 in the style of the first of all.
    restarts: Vec<bool>,
    /// Which of the numbered candidates are headings rather than items of a list.
    is_heading: Vec<bool>,
}

impl<'a, 't> Scan<'a, 't> {
    fn new(source: &'t str, blocks: &'a [Block], readings: &'a [Reading<'t>]) -> Self {
        let candidates = blocks.iter().zip(readings).map(|(block, reading)| match block.role {
            None => heading::numbered(reading, source).or_else(|| heading::unnumbered(reading.text())),
            Some(_) => None,
        });
        let candidates: Vec<Option<Candidate>> = candidates.collect();
        let top = candidates.iter().flatten().find_map(|candidate| candidate.marker).map(|marker| marker.style);
        let mut first = false;
        let mut restarts: Vec<bool> = candidates
            .iter()
            .rev()
            .map(|candidate| {
                let behind = first;
                if let Some(marker) = candidate.as_ref().and_then(|candidate| candidate.marker) {
                    first = marker.ordinal == Some(1) && Some(marker.style) == top;
                }
                behind
            })
            .collect();
        restarts.reverse();
        let mut scan = Scan {
            blocks,
            readings,
            candidates,
            part: 0,
            in_annex: false,
            in_notes: false,
            numbered_sections: 0,
            is_heading_line: vec![false; blocks.len()],
            restarts,
            is_heading: Vec::new(),
        };
        scan.is_heading = series::headings(&scan.looks());
        scan
    }

    fn looks(&self) -> Vec<Option<(Marker, Look)>> {
        let look = |(at, candidate): (usize, &Option<Candidate>)| {
            let candidate = candidate.as_ref()?;
            let marker = candidate.marker?;
            Some((marker, self.look(at, candidate, marker.style)))
        };
        self.candidates.iter().enumerate().map(look).collect()
    }

    fn run(mut self) -> (Vec<Heading>, Vec<Option<ParagraphRole>>) {
        let mut headings = Vec::new();
        // Whether the last paragraph names annexes.
        let mut annexes = false;
        let mut roles: Vec<Option<ParagraphRole>> = self.blocks.iter().map(|block| block.role).collect();
        for (at, role) in roles.iter_mut().enumerate() {
            if role.is_some() {
                continue;
            }
            annexes = annexes && self.names_annex(at);
            if annexes {
                *role = Some(ParagraphRole::Note);
                continue;
            }
            if let Some(heading) = self.heading(at) {
                *role = Some(ParagraphRole::Heading);
                self.is_heading_line[at] = true;
                headings.push(heading);
                continue;
            }
            annexes = self.in_annex && self.is_annex_line(at);
            if annexes || self.in_notes || note::is_note(self.readings[at].text()) {
                *role = Some(ParagraphRole::Note);
            }
        }
        (headings, roles)
    }

    /// The heading that block `at` is, if it is one.
    fn heading(&mut self, at: usize) -> Option<Heading> {
        let text = self.readings[at].text();
        match note::opening(text) {
            Some(Opening::Annex { title }) => return self.annex(at, title),
            Some(Opening::Notes { title }) => {
                self.in_notes = true;
                let candidate = Candidate { marker: None, numeral: 0..0, title, shape: Shape::Bare };
                return Some(self.made(at, candidate, true));
            }
            None => {}
        }
        let candidate = self.candidates[at].clone()?;
        if candidate.marker.is_some() {
            if self.in_notes && !self.begins_report(at, &candidate) || !self.is_heading[at] {
                return None;
            }
            self.part += u32::from(self.in_notes);
            self.in_notes = false;
            self.numbered_sections += 1;
            return Some(self.made(at, candidate, false));
        }
        if !self.opens_body(at) {
            return None;
        }
        if self.in_annex || self.opens_report(at, text) {
            self.part += 1;
            self.in_notes = false;
        } else if self.in_notes {
            return None;
        }
        Some(self.made(at, candidate, false))
    }

    fn made(&self, block: usize, candidate: Candidate, note: bool) -> Heading {
        Heading { block, candidate, part: self.part, note, level: 0 }
    }

    /// 附件: the titles below it open parts of their own; where none follows, it is a title itself.
    fn annex(&mut self, at: usize, title: Option<std::ops::Range<usize>>) -> Option<Heading> {
        self.in_annex = true;
        self.in_notes = false;
        self.is_heading_line[at] = true;
        let title =
            title.filter(|title| at_start(marker::marker, &self.readings[at].text()[title.clone()]).is_none())?;
        let titled_below = self.next_free(at).is_some_and(|next| self.is_unnumbered(next) && self.opens_body(next));
        if titled_below || self.next_free(at).is_none_or(|next| note::opening(self.readings[next].text()).is_some()) {
            return None;
        }
        self.part += 1;
        self.in_annex = false;
        Some(self.made(at, Candidate { marker: None, numeral: 0..0, title, shape: Shape::Bare }, false))
    }

    fn is_annex_line(&self, at: usize) -> bool {
        matches!(note::opening(self.readings[at].text()), Some(Opening::Annex { .. }))
    }

    /// Whether a line behind 附件 names one of several annexes: a line like it follows, or none that could be its body.
    fn names_annex(&self, at: usize) -> bool {
        let text = |at: usize| self.readings[at].text();
        let is_name = |text: &str| note::is_listed(text) && !text.ends_with(|c| is_stop(c) || matches!(c, '；' | ';'));
        let stands_alone = |next: usize| is_name(text(next)) || columns(text(next)) <= MAX_SIGNATURE;
        is_name(text(at)) && self.next_free(at).is_none_or(stands_alone)
    }

    fn is_unnumbered(&self, at: usize) -> bool {
        self.candidates[at].as_ref().is_some_and(|candidate| candidate.marker.is_none())
    }

    fn next_free(&self, at: usize) -> Option<usize> {
        (at + 1..self.blocks.len()).find(|&next| self.blocks[next].role.is_none())
    }

    /// What a numbered paragraph looks like by itself; above （一） a number makes it a section.
    fn look(&self, at: usize, candidate: &Candidate, style: Style) -> Look {
        let text = self.readings[at].text();
        let is_row = candidate.shape == Shape::Bare && ends_with_figure(text) && candidate.has_figures(text);
        match candidate.shape {
            // A row of a table: 一、食品烟酒 101.3
            _ if is_row => Look::Item,
            _ if style < Style::BracketedHan => Look::Heading,
            _ if style > Style::BracketedHan && candidate.has_figures(text) => Look::Item,
            Shape::RunIn if candidate.counts_on(text) => Look::Item,
            Shape::RunIn => Look::Heading,
            Shape::Bare if style == Style::BracketedHan && text.ends_with(['，', ',', '、']) => Look::Item,
            Shape::Bare if style == Style::BracketedHan || self.has_body(at, style) => Look::Heading,
            Shape::Closed if self.opens_series(at, style) => Look::Heading,
            Shape::Closed if self.has_body(at, style) => Look::Followed,
            _ => Look::Plain,
        }
    }

    /// Whether a series of a lower rank begins behind `at`.
    fn opens_series(&self, at: usize, style: Style) -> bool {
        let next = self.next_free(at).and_then(|next| self.candidates[next].as_ref()?.marker);
        next.is_some_and(|next| next.style > style)
    }

    /// Whether the paragraph behind `at` is its body: it has no marker, or one of a lower rank.
    fn has_body(&self, at: usize, style: Style) -> bool {
        self.next_free(at).is_some_and(|next| match self.candidates[next].as_ref().and_then(|found| found.marker) {
            Some(marker) => marker.style > style,
            None => !self.is_unnumbered(next) || self.opens_body(next),
        })
    }

    /// Whether a line without a number stands behind a finished paragraph and above body text or a numbered heading.
    fn opens_body(&self, at: usize) -> bool {
        self.follows_whole(at)
            && self.next_free(at).is_some_and(|next| {
                let text = self.readings[next].text();
                let numbered = self.candidates[next].as_ref().is_some_and(|found| found.marker.is_some());
                numbered
                    || (text.len() >= 90
                        && text.ends_with(|c| is_stop(c) || matches!(c, '：' | ':' | '；' | '”' | '）')))
            })
    }

    /// Whether a heading behind notes begins another report: a bare 一、 with body text below it.
    fn begins_report(&self, at: usize, candidate: &Candidate) -> bool {
        let first = candidate.marker.is_some_and(|marker| marker.style == Style::Han && marker.ordinal == Some(1));
        first && candidate.shape == Shape::Bare && self.has_body(at, Style::Han)
    }

    /// Whether the paragraph before `at` is whole: a heading, or one that ends with a stop. Where it breaks off, the line
    /// is a piece of it.
    fn follows_whole(&self, at: usize) -> bool {
        let before = (0..at).rev().find(|&before| self.blocks[before].role != Some(ParagraphRole::Furniture));
        before.is_none_or(|before| {
            let is_front = self.blocks[before].role.is_some() || self.is_heading_line[before];
            is_front || self.readings[before].text().ends_with(|c| is_stop(c) || "：:；…”）)】".contains(c))
        })
    }

    /// Whether a title opens another report: several years' reports in one file.
    fn opens_report(&self, at: usize, text: &str) -> bool {
        let is_title = text.len() >= 24 && (text.ends_with("报告") || text.ends_with("公报"));
        is_title && self.numbered_sections > 0 && self.restarts[at]
    }
}

/// Sets the level of each heading: the rank of its style among those of its part.
fn levels(headings: &mut [Heading]) {
    for part in headings.chunk_by_mut(|a, b| a.part == b.part) {
        let mut styles: Vec<Style> =
            part.iter().filter_map(|heading| heading.candidate.marker).map(|m| m.style).collect();
        styles.sort_unstable();
        styles.dedup();
        reorder(&mut styles, part);
        let above = part[0].part > 0 || unnumbered_above(part, styles.first().copied());
        let mut below = 0;
        for heading in part {
            let rank =
                heading.candidate.marker.and_then(|marker| styles.iter().position(|&style| style == marker.style));
            heading.level = match rank {
                _ if heading.note => 1,
                Some(rank) => {
                    below = rank as u8 + u8::from(above) + 1;
                    below
                }
                None if above => 1,
                None => below + 1,
            };
        }
    }
}

/// Swaps two neighbouring styles that a report uses the other way round: （三） goes on from （二） although 一、 has begun
/// between them, so 一、 stands inside （二）.
fn reorder(styles: &mut [Style], part: &[Heading]) {
    for at in 1..styles.len() {
        if goes_on(part, styles[at], styles[at - 1]) {
            styles.swap(at - 1, at);
        }
    }
}

/// Whether the numbers of `style` go on somewhere although those of `other` have begun since the last of them.
fn goes_on(part: &[Heading], style: Style, other: Style) -> bool {
    let mut last = None;
    let mut begun = false;
    part.iter().filter_map(|heading| heading.candidate.marker).any(|marker| {
        begun |= marker.style == other && marker.ordinal == Some(1);
        let Some(ordinal) = marker.ordinal.filter(|_| marker.style == style) else { return false };
        let expected = last.replace(ordinal).map(|last| last + 1);
        std::mem::take(&mut begun) && expected == Some(ordinal)
    })
}

/// Whether the headings without a number rank above the numbered ones: numbering begins below one of them.
fn unnumbered_above(part: &[Heading], top: Option<Style>) -> bool {
    let Some(top) = top else { return true };
    part.windows(2).any(|pair| {
        let begins = pair[1].candidate.marker.is_some_and(|marker| marker.style == top && marker.ordinal == Some(1));
        let is_title = pair[0].candidate.marker.is_none() && !pair[0].note;
        is_title && begins
    })
}

/// Makes the rows, in document order: a section holds all that follows up to a heading of its level or above.
fn sections(
    blocks: &[Block],
    readings: &[Reading<'_>],
    headings: &[Heading],
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<SectionRow> {
    let mut rows: Vec<SectionRow> = Vec::with_capacity(headings.len());
    let mut open: Vec<usize> = Vec::new();
    for (at, heading) in headings.iter().enumerate() {
        while open.last().is_some_and(|&last| rows[last].level >= heading.level || rows[last].part != heading.part) {
            open.pop();
        }
        let reading = &readings[heading.block];
        let parent = open.last().copied();
        let numeral = Some(heading.candidate.numeral.clone()).filter(|numeral| !numeral.is_empty());
        let marker = numeral.map(|numeral| reading.source(numeral));
        let ordinal = heading.candidate.marker.and_then(|marker| marker.ordinal);
        let title = reading.source(heading.candidate.title.clone());
        let start = marker.map_or(title.start, |marker| marker.start);
        if let (Some(found), Some(marker)) = (ordinal, marker) {
            sequence(&rows, heading, found, marker, diagnostics);
        }
        rows.push(SectionRow {
            span: Span { start, end: section_end(blocks, headings, at) },
            parent: parent.map(|parent| SectionId(parent as u32)),
            part: heading.part,
            level: heading.level,
            marker,
            ordinal,
            title,
            run_in: heading.candidate.shape == Shape::RunIn,
            role: SectionRole::Other,
        });
        open.push(rows.len() - 1);
    }
    rows
}

fn section_end(blocks: &[Block], headings: &[Heading], at: usize) -> u32 {
    let heading = &headings[at];
    let next = headings[at + 1..].iter().find(|next| next.level <= heading.level || next.part != heading.part);
    let last = next.map_or(blocks.len(), |next| next.block) - 1;
    let last = (heading.block..=last).rev().find(|&block| blocks[block].role.is_none()).unwrap_or(heading.block);
    blocks[last].span.end
}

/// Tells a number that does not follow the one before it.
fn sequence(rows: &[SectionRow], heading: &Heading, found: u32, marker: Span, diagnostics: &mut Vec<Diagnostic>) {
    let before = || rows.iter().rev().take_while(|row| row.part == heading.part);
    let alike = |row: &&SectionRow| row.level == heading.level;
    let runs_on = before().find(alike).and_then(|row| row.ordinal).is_some_and(|last| last + 1 == found);
    if runs_on {
        return;
    }
    let siblings = before().take_while(|row| row.level >= heading.level).filter(alike);
    let expected = siblings.filter_map(|row| row.ordinal).next().map_or(1, |last| last + 1);
    if found > expected {
        diagnostics.push(Diagnostic { span: marker, oddity: Oddity::OrdinalSkipped { expected, found } });
    } else if found < expected {
        diagnostics.push(Diagnostic { span: marker, oddity: Oddity::OrdinalRepeated { expected, found } });
    }
}

/// Makes the rows of the paragraphs: each knows the innermost section that holds it.
fn paragraphs(
    blocks: &[Block],
    headings: &[Heading],
    roles: &[Option<ParagraphRole>],
    sections: &[SectionRow],
) -> Vec<ParagraphRow> {
    let mut next = 0;
    let rows = blocks.iter().enumerate().map(|(at, block)| {
        if headings.get(next).is_some_and(|heading| heading.block == at) {
            next += 1;
        }
        let within =
            next.checked_sub(1).filter(|&last| sections[last].span.contains(block.span) || block.role.is_none());
        ParagraphRow {
            span: block.span,
            section: within.map(|last| SectionId(last as u32)),
            part: next.checked_sub(1).map_or(0, |last| headings[last].part),
            role: roles[at].unwrap_or(ParagraphRole::Body),
            lead: None,
        }
    });
    rows.collect()
}

/// What stands below the body by custom.
const FORMULAS: &[&str] = &["以上报告", "特此报告", "专此报告", "以上汇报", "谢谢"];
/// Who signs is a name, in columns.
const MAX_SIGNATURE: usize = 60;
/// The closing appeal takes at most this many paragraphs.
const MAX_CLOSING: usize = 8;

/// Marks what closes each part: what follows the last address to the audience, if no heading does, and the signature.
fn closing(readings: &[Reading<'_>], paragraphs: &mut [ParagraphRow]) {
    let mut start = 0;
    for part in paragraphs.chunk_by_mut(|a, b| a.part == b.part) {
        let readings = &readings[start..start + part.len()];
        start += part.len();
        let end = before_notes(readings, part);
        let prose = part[..end].iter().enumerate().rev().filter(|(_, row)| row.role != ParagraphRole::Furniture);
        let tail = prose.take_while(|(_, row)| row.role == ParagraphRole::Body).take(MAX_CLOSING);
        let tail: Vec<usize> = tail.map(|(at, _)| at).collect();
        let address = tail.iter().position(|&at| front::addresses(readings[at].text()));
        let closing = address.map_or_else(|| signature(readings, &tail), |address| address + 1);
        for &at in &tail[..closing] {
            part[at].role = ParagraphRole::Closing;
        }
    }
}

/// Where the notes begin that end a part.
fn before_notes(readings: &[Reading<'_>], part: &[ParagraphRow]) -> usize {
    let is_prose = |(row, reading): (&ParagraphRow, &Reading<'_>)| match row.role {
        ParagraphRole::Note | ParagraphRole::Furniture => false,
        ParagraphRole::Heading => note::opening(reading.text()).is_none(),
        _ => true,
    };
    part.iter().zip(readings).rposition(is_prose).map_or(0, |last| last + 1)
}

/// How many of the last paragraphs, told from the last one on, are a formula and the signature below it: the day, and who
/// signs above it.
fn signature(readings: &[Reading<'_>], tail: &[usize]) -> usize {
    let texts = || tail.iter().map(|&at| readings[at].text());
    let is_short = |text: &str| columns(text) <= MAX_SIGNATURE;
    let is_name = |text: &&str| is_short(text) && !text.ends_with(|c| is_stop(c) || matches!(c, '：' | ':' | '；'));
    let is_formula = |text: &&str| is_short(text) && FORMULAS.iter().any(|formula| text.starts_with(formula));
    let signed = match texts().next() {
        Some(last) if front::is_day(last) => 1 + texts().skip(1).take(2).take_while(is_name).count(),
        _ => 0,
    };
    signed + texts().skip(signed).take(2).take_while(is_formula).count()
}

/// Whether `text` ends with a number other than a year: 一、迈向2035 is a heading.
fn ends_with_figure(text: &str) -> bool {
    let digits = &text[text.trim_end_matches(ordinal::is_digit).len()..];
    !digits.is_empty() && !is_year(digits)
}
