//! The text in reading order, cut where a heading, a point or a paragraph begins or ends.

use crate::report::Report;
use crate::row::{ParagraphId, ParagraphRole, PointId, SectionId};
use crate::span::Span;
use crate::text::{skip_blanks, trim};
use crate::view::{Paragraph, Point, Section};

/// A stretch of one paragraph that is shown as one block.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece<'r> {
    pub(super) span: Span,
    pub(super) paragraph: Paragraph<'r>,
    /// What the piece is: that of its paragraph, save for the body behind a run-in heading.
    pub(super) role: ParagraphRole,
    pub(super) content: Content<'r>,
}

/// What stands in a piece.
#[derive(Clone, Copy, Debug)]
pub(super) enum Content<'r> {
    /// The heading of a section, marker and closing stop included.
    Heading(Section<'r>),
    /// Text inside `depth` points; `opens` is the point that begins with it.
    Text { depth: usize, opens: Option<Point<'r>> },
}

/// The pieces of `report`. They hold every character that is no blank once, in order.
pub(super) fn pieces(report: &Report) -> Pieces<'_> {
    Pieces { report, paragraph: 0, at: 0, headed: false, section: 0, point: 0, open: Vec::new() }
}

/// Goes through the text. Sections, points and paragraphs stand in document order, so each is met once.
#[derive(Debug)]
pub(super) struct Pieces<'r> {
    report: &'r Report,
    /// The paragraph that is being cut, and how far.
    paragraph: u32,
    at: u32,
    /// Whether a heading stands before `at` in the paragraph.
    headed: bool,
    /// The next section and the next point.
    section: u32,
    point: u32,
    /// The ends of the points that `at` stands in.
    open: Vec<u32>,
}

impl<'r> Iterator for Pieces<'r> {
    type Item = Piece<'r>;

    fn next(&mut self) -> Option<Piece<'r>> {
        while (self.paragraph as usize) < self.report.paragraph_rows().len() {
            let paragraph = self.report.paragraph(ParagraphId(self.paragraph));
            self.at = self.at.max(paragraph.span().start);
            if self.at >= paragraph.span().end {
                self.paragraph += 1;
                self.headed = false;
                continue;
            }
            let piece = self.cut(paragraph);
            if !piece.span.is_empty() {
                return Some(piece);
            }
        }
        None
    }
}

impl<'r> Pieces<'r> {
    /// The piece of `paragraph` that starts here; steps behind it.
    fn cut(&mut self, paragraph: Paragraph<'r>) -> Piece<'r> {
        let start = self.at;
        let limit = paragraph.span().end;
        let content = match self.heading() {
            Some(section) => {
                self.headed = true;
                self.at = heading_end(self.report.text(), section, limit).max(start);
                Content::Heading(section)
            }
            None => {
                let opens = self.opened();
                self.at = self.next_cut().min(limit);
                Content::Text { depth: self.open.len(), opens }
            }
        };
        let run_in = self.headed && matches!(content, Content::Text { .. });
        let role = if run_in { ParagraphRole::Body } else { paragraph.role() };
        let span = trim(self.report.text(), Span { start, end: self.at });
        // A blank may be written out: <U+00A0>.
        let start = span.end - skip_blanks(self.report.slice(span)).len() as u32;
        let span = Span { start, end: span.end };
        Piece { span, paragraph, role, content }
    }

    /// The section whose heading starts here.
    fn heading(&mut self) -> Option<Section<'r>> {
        let row = self.report.section_rows().get(self.section as usize)?;
        (row.span.start <= self.at).then(|| {
            self.section += 1;
            self.report.section(SectionId(self.section - 1))
        })
    }

    /// Leaves the points that end here and enters those that start here; tells the innermost of these.
    fn opened(&mut self) -> Option<Point<'r>> {
        while self.open.last().is_some_and(|&end| end <= self.at) {
            self.open.pop();
        }
        let mut opened = None;
        while let Some(row) = self.report.point_rows().get(self.point as usize).filter(|row| row.span.start <= self.at)
        {
            if row.span.end > self.at {
                self.open.push(row.span.end);
                opened = Some(self.report.point(PointId(self.point)));
            }
            self.point += 1;
        }
        opened
    }

    /// The next place behind `at` at which a heading or a point starts, or a point ends.
    fn next_cut(&self) -> u32 {
        let heading = self.report.section_rows().get(self.section as usize).map(|row| row.span.start);
        let point = self.report.point_rows().get(self.point as usize).map(|row| row.span.start);
        let end = self.open.last().copied();
        heading.into_iter().chain(point).chain(end).min().unwrap_or(u32::MAX)
    }
}

/// Where the heading of `section` ends, the stop that closes it included, but not behind `limit`.
fn heading_end(text: &str, section: Section<'_>, limit: u32) -> u32 {
    let title_end = section.row().title.end.min(limit);
    let rest = &text[title_end as usize..limit as usize];
    let stop = rest.len() - rest.trim_start_matches(['。', '．', '.', '：', ':']).len();
    title_end + stop as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse;

    fn shown(text: &str) -> Vec<String> {
        let report = parse(text).expect("the text is not empty");
        let show = |piece: Piece<'_>| {
            let kind = match piece.content {
                Content::Heading(section) => format!("h{}", section.level()),
                Content::Text { depth, opens } => format!("{depth}{}", if opens.is_some() { "*" } else { "" }),
            };
            format!("{kind} {}", report.slice(piece.span))
        };
        pieces(&report).map(show).collect()
    }

    #[test]
    fn text_is_cut_at_headings_and_points() {
        let text = "一、工作回顾\n（一）稳增长。全年抓了两件事：一是修路，建成5公里。二是架桥。\n全年平稳。";
        assert_eq!(
            shown(text),
            [
                "h1 一、工作回顾",
                "h2 （一）稳增长。",
                "0 全年抓了两件事：",
                "1* 一是修路，建成5公里。",
                "1* 二是架桥。",
                "0 全年平稳。"
            ]
        );
    }

    #[test]
    fn the_pieces_hold_all_of_the_text() {
        let text = "当前位置：首页\n报告\n\n一、回顾\n一是甲：1.乙；2.丙。二是丁。\r\n　　其他。";
        let report = parse(text).expect("the text is not empty");
        let shown: String = pieces(&report).map(|piece| report.slice(piece.span)).collect();
        let without_blanks = |text: &str| text.split_whitespace().collect::<String>();
        assert_eq!(without_blanks(&shown), without_blanks(text));
    }
}
