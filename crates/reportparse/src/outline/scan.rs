//! One pass over the blocks tells headings from list items and body text, notes and annexes.

use super::Heading;
use super::closing::MAX_SIGNATURE;
use crate::block::Block;
use crate::grammar::marker::{Marker, Style};
use crate::grammar::numeral::is_year;
use crate::grammar::{at_start, marker, ordinal};
use crate::heading::{self, Candidate, Shape};
use crate::note::{self, Opening};
use crate::reading::Reading;
use crate::role;
use crate::row::ParagraphRole;
use crate::series::{self, Look};
use crate::text::{columns, is_stop};

/// Goes through the blocks once and tells headings, notes and annexes.
pub(super) struct Scan<'a, 't> {
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
    pub(super) fn new(source: &'t str, blocks: &'a [Block], readings: &'a [Reading<'t>]) -> Self {
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

    pub(super) fn run(mut self) -> (Vec<Heading>, Vec<Option<ParagraphRole>>) {
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
        // 2026年重点工作 may stand above a short sentence; a line that tells nothing may not.
        let least = if role::parts(self.readings[at].text()) { 24 } else { 90 };
        self.follows_whole(at)
            && self.next_free(at).is_some_and(|next| {
                let text = self.readings[next].text();
                let numbered = self.candidates[next].as_ref().is_some_and(|found| found.marker.is_some());
                numbered
                    || (text.len() >= least
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

/// Whether `text` ends with a number other than a year: 一、迈向2035 is a heading.
fn ends_with_figure(text: &str) -> bool {
    let digits = &text[text.trim_end_matches(ordinal::is_digit).len()..];
    !digits.is_empty() && !is_year(digits)
}
