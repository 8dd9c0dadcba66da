//! The text: every paragraph, points indented, figures marked, page text folded away.

use super::mark::Marks;
use super::writer::Writer;
use crate::render::flow::{Content, Piece, pieces};
use crate::row::ParagraphRole;
use crate::view::Section;

const LEGEND: &str = "<p class=\"legend\"><mark class=\"actual\">actual</mark> <mark class=\"target\">target</mark> \
    <mark class=\"other\">other</mark> <span class=\"change rise\">rise</span> <span class=\"change fall\">fall</span></p>\n";

/// Writes the text.
pub(super) fn write(writer: &mut Writer<'_>) {
    let report = writer.report;
    let tag = format!("{} class=\"heading\"", writer.heading_tag(2));
    writer.raw("<article class=\"text\">\n");
    writer.element(&tag, "Text");
    if !report.metric_rows().is_empty() {
        writer.raw(LEGEND);
    }
    writer.raw("<div lang=\"zh-CN\">\n");
    let mut text = Text { writer, marks: Marks::new(report), part: 0, folded: false, paragraph: None };
    for piece in pieces(report) {
        text.piece(piece);
    }
    text.finish();
    writer.raw("</div>\n</article>\n");
}

struct Text<'w, 'r> {
    writer: &'w mut Writer<'r>,
    marks: Marks,
    part: u32,
    /// Whether a fold of page text is open.
    folded: bool,
    /// The paragraph that the last piece stands in.
    paragraph: Option<u32>,
}

impl<'r> Text<'_, 'r> {
    fn piece(&mut self, piece: Piece<'r>) {
        self.fold(piece.role == ParagraphRole::Furniture);
        self.part(piece.paragraph.part());
        match piece.content {
            Content::Heading(section) => self.heading(piece, section),
            Content::Text { depth, .. } => self.text(piece, depth),
        }
        self.paragraph = Some(piece.paragraph.id().0);
    }

    /// Opens or closes the fold that takes page text.
    fn fold(&mut self, furniture: bool) {
        if furniture != std::mem::replace(&mut self.folded, furniture) {
            let open = "<details class=\"furniture\"><summary lang=\"en\">Page text</summary>\n";
            self.writer.raw(if furniture { open } else { "</details>\n" });
        }
    }

    /// Says where an annexed report begins.
    fn part(&mut self, part: u32) {
        if part > std::mem::replace(&mut self.part, part) {
            self.writer.raws(&["<p class=\"part\" lang=\"en\">Annex ", &part.to_string(), "</p>\n"]);
        }
    }

    fn heading(&mut self, piece: Piece<'r>, section: Section<'r>) {
        let tag = self.writer.heading_tag(section.level().saturating_add(2));
        self.writer.raws(&["<", &tag, " class=\"section level", &section.level().min(5).to_string(), "\""]);
        self.writer.id('s', section.id().0);
        self.writer.raw(">");
        self.marks.write(self.writer, piece.span);
        self.writer.close(&tag);
        self.writer.raw("\n");
    }

    fn text(&mut self, piece: Piece<'r>, depth: usize) {
        let id = piece.paragraph.id().0;
        self.writer.raws(&["<p class=\"", piece.role.as_str()]);
        if depth > 0 {
            self.writer.raws(&[" point\" style=\"--depth: ", &depth.to_string()]);
        }
        self.writer.raw("\"");
        // The outline leads to the paragraph's first block that is no heading.
        let lead = piece.paragraph.row().lead;
        if lead.is_some_and(|lead| piece.span.contains(lead)) {
            self.writer.id('p', id);
        }
        self.writer.raw(">");
        self.marks.write(self.writer, piece.span);
        self.writer.raw("</p>\n");
    }

    fn finish(mut self) {
        self.fold(false);
        self.marks.rest(self.writer);
    }
}
