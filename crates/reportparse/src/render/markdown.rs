//! The report as Markdown (CommonMark): headings by their level, points as nested lists, leads in bold. Page text that is
//! no part of the report is left out.

use super::flow::{Content, Piece, pieces};
use super::prose::prose;
use crate::report::Report;
use crate::row::ParagraphRole;
use crate::span::Span;
use crate::view::{Point, Section};

/// `report` as Markdown.
pub fn markdown(report: &Report) -> String {
    let mut writer = Writer { report, out: String::with_capacity(report.text().len()), open: 0, titled: false };
    for piece in pieces(report).filter(|piece| piece.role != ParagraphRole::Furniture) {
        writer.piece(piece);
    }
    writer.out
}

struct Writer<'r> {
    report: &'r Report,
    out: String,
    /// How many list items the last line stands in.
    open: usize,
    /// Whether the title is written.
    titled: bool,
}

impl<'r> Writer<'r> {
    fn piece(&mut self, piece: Piece<'r>) {
        match piece.content {
            Content::Heading(section) => self.section(section),
            Content::Text { .. } if piece.role == ParagraphRole::Title => self.title(piece.span),
            Content::Text { depth, opens } => self.text(piece, depth, opens),
        }
    }

    /// The title in one heading, however many lines it stands on.
    fn title(&mut self, line: Span) {
        let title = self.report.meta_row().title.filter(|title| title.contains(line));
        if title.is_none() || !std::mem::replace(&mut self.titled, true) {
            self.heading(1, title.unwrap_or(line));
        }
    }

    fn section(&mut self, section: Section<'r>) {
        let row = section.row();
        self.heading(usize::from(row.level) + 1, Span { start: row.span.start, end: row.title.end });
    }

    fn heading(&mut self, level: usize, span: Span) {
        self.open = 0;
        // A heading that was Markdown already keeps its words, not its marks.
        let text = self.report.slice(span);
        let marks = text.len() - text.trim_start_matches(['#', ' ']).len();
        let words = self.escaped(Span { start: span.start + marks as u32, end: span.end });
        self.block(0, &format!("{} ", "#".repeat(level.min(6))), &words);
    }

    fn text(&mut self, piece: Piece<'r>, depth: usize, opens: Option<Point<'r>>) {
        // A heading between a point and its rest has closed the list: nothing is left to be indented under.
        let depth = depth.min(self.open + usize::from(opens.is_some()));
        self.open = depth;
        let bold = match opens {
            Some(point) => point.row().lead.map(|lead| point.row().marker.join(lead)),
            None => piece.paragraph.row().lead,
        };
        let words = match bold.filter(|bold| self.can_be_bold(*bold, piece.span)) {
            Some(bold) => {
                let rest = Span { start: bold.end, end: piece.span.end };
                format!("**{}**{}", self.escaped(bold), self.escaped(rest))
            }
            None => guarded(self.escaped(piece.span)),
        };
        match opens {
            // Lists that follow each other are told apart by their bullets.
            Some(point) => self.block(depth - 1, if point.list() % 2 == 0 { "- " } else { "* " }, &words),
            None => self.block(depth, "", &words),
        }
    }

    fn block(&mut self, indent: usize, mark: &str, words: &str) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.out.extend(std::iter::repeat_n("  ", indent));
        self.out.push_str(mark);
        self.out.push_str(words);
        self.out.push('\n');
    }

    /// Whether `**` around `bold` reads as bold where it opens `piece`: behind a closing mark that follows punctuation no
    /// letter may stand.
    fn can_be_bold(&self, bold: Span, piece: Span) -> bool {
        let text = self.report.text();
        let last = text[bold.range()].chars().next_back().is_some_and(char::is_alphanumeric);
        let next = text[bold.end as usize..].chars().next().is_some_and(char::is_alphanumeric);
        bold.start == piece.start && piece.contains(bold) && (last || !next)
    }

    fn escaped(&self, span: Span) -> String {
        let mut out = String::with_capacity(span.len() + 8);
        for character in prose(self.report.text(), span).flat_map(str::chars) {
            if matches!(character, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|' | '#' | '$') {
                out.push('\\');
            }
            out.push(character);
        }
        out
    }
}

/// `words` with an escape where they would open a list: -, +, 1. or 1).
fn guarded(mut words: String) -> String {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let mark = words[digits..].chars().next();
    let opens_list = if digits == 0 { matches!(mark, Some('-' | '+')) } else { matches!(mark, Some('.' | ')')) };
    if opens_list {
        words.insert(digits, '\\');
    }
    words
}
