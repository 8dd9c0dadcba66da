//! Builds the HTML: what is ours goes in as it is, what comes from the report is escaped.

use crate::render::prose::prose;
use crate::report::Report;
use crate::span::Span;

/// Writes one report.
#[derive(Debug)]
pub(super) struct Writer<'r> {
    pub(super) report: &'r Report,
    out: String,
    /// What the ids start with, so that two reports can stand in one page.
    prefix: String,
}

impl<'r> Writer<'r> {
    pub(super) fn new(report: &'r Report, prefix: String) -> Self {
        let per_metric = 500 * report.metric_rows().len();
        Writer { report, out: String::with_capacity(16_000 + 2 * report.text().len() + per_metric), prefix }
    }

    pub(super) fn finish(self) -> String {
        self.out
    }

    /// Whether this is a part of somebody else's page.
    pub(super) fn is_fragment(&self) -> bool {
        !self.prefix.is_empty()
    }

    /// Markup of ours.
    pub(super) fn raw(&mut self, markup: &str) {
        self.out.push_str(markup);
    }

    /// Markup of ours, in pieces.
    pub(super) fn raws(&mut self, markup: &[&str]) {
        self.out.extend(markup.iter().copied());
    }

    /// Text, or the value of an attribute between double quotes.
    pub(super) fn text(&mut self, text: &str) {
        for character in text.chars() {
            match character {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '"' => self.out.push_str("&quot;"),
                '\'' => self.out.push_str("&#39;"),
                // HTML has no way to say them.
                control if control.is_control() && !control.is_whitespace() => self.out.push('\u{FFFD}'),
                other => self.out.push(other),
            }
        }
    }

    /// The report's text at `span`.
    pub(super) fn prose(&mut self, span: Span) {
        let report = self.report;
        for piece in prose(report.text(), span) {
            self.text(piece);
        }
    }

    /// `<tag>text</tag>`, where `tag` may carry attributes of ours.
    pub(super) fn element(&mut self, tag: &str, text: &str) {
        self.raws(&["<", tag, ">"]);
        self.text(text);
        self.close(tag);
    }

    /// The end of `tag`.
    pub(super) fn close(&mut self, tag: &str) {
        let name = tag.split_once(' ').map_or(tag, |(name, _)| name);
        self.raws(&["</", name, ">"]);
    }

    /// ` id="…"`, to stand inside a tag.
    pub(super) fn id(&mut self, kind: char, number: u32) {
        self.raw(" id=\"");
        self.anchor(kind, number);
        self.raw("\"");
    }

    /// ` href="#…"`, to stand inside a tag.
    pub(super) fn href(&mut self, kind: char, number: u32) {
        self.raw(" href=\"#");
        self.anchor(kind, number);
        self.raw("\"");
    }

    /// The tag of a heading. A fragment has none: the page around it would take them into its own table of contents.
    pub(super) fn heading_tag(&self, level: u8) -> String {
        let level = level.clamp(1, 6);
        if self.is_fragment() { format!("div role=\"heading\" aria-level=\"{level}\"") } else { format!("h{level}") }
    }

    fn anchor(&mut self, kind: char, number: u32) {
        self.out.push_str(&self.prefix);
        self.out.push(kind);
        self.out.push_str(&number.to_string());
    }
}
