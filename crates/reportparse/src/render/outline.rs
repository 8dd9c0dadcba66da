//! The outline of a report for people: title, facts, headings with their leads and point counts, headline figures.

use std::fmt;

use crate::reading::Reading;
use crate::report::Report;
use crate::span::Span;
use crate::view::Section;

/// Shows a report's outline, in colour or not.
#[derive(Clone, Copy, Debug)]
pub struct Outline<'r> {
    report: &'r Report,
    color: bool,
}

impl<'r> Outline<'r> {
    /// The outline of `report`, without colour.
    pub fn new(report: &'r Report) -> Self {
        Outline { report, color: false }
    }

    /// Whether headings and notes are told apart by colour (ANSI escapes).
    pub fn color(mut self, color: bool) -> Self {
        self.color = color;
        self
    }

    fn paint(&self, style: &str, text: &str) -> String {
        if self.color { format!("\x1b[{style}m{text}\x1b[0m") } else { text.to_owned() }
    }

    fn head(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let meta = self.report.meta();
        writeln!(f, "{}", self.paint("1", &one_line(meta.title().unwrap_or("(no title)"))))?;
        let speaker =
            [meta.speaker_role(), meta.speaker()].into_iter().flatten().map(one_line).collect::<Vec<_>>().join(" ");
        let region = meta.region().map(|region| match meta.region_level() {
            Some(level) => format!("{region} ({level})"),
            None => region.to_owned(),
        });
        let facts = [
            ("kind", Some(meta.kind().to_string())),
            ("region", region),
            ("year", meta.year().map(|year| year.to_string())),
            ("speaker", Some(speaker).filter(|speaker| !speaker.is_empty())),
            ("occasion", meta.occasion().map(one_line)),
            ("delivered", meta.delivered_on().map(|day| day.to_string())),
            ("published", meta.published_on().map(|day| day.to_string())),
        ];
        for (name, value) in facts.into_iter().filter_map(|(name, value)| Some((name, value?))) {
            writeln!(f, "{} {value}", self.paint("2", &format!("{name:<9}")))?;
        }
        Ok(())
    }

    fn section(&self, f: &mut fmt::Formatter<'_>, section: Section<'r>) -> fmt::Result {
        let indent = "  ".repeat(usize::from(section.level()) - 1);
        let marker = section.marker().map(one_line).unwrap_or_default();
        let heading = self.paint(if section.level() == 1 { "1;36" } else { "36" }, &one_line(section.title()));
        let points = section.points().filter(|point| point.depth() == 0).count();
        let points = if points > 0 { self.paint("2", &format!("  [{points} points]")) } else { String::new() };
        writeln!(f, "{indent}{marker}{heading}{points}")?;
        for lead in section.paragraphs().filter_map(|paragraph| paragraph.lead()) {
            writeln!(f, "{indent}    · {}", one_line(lead))?;
        }
        Ok(())
    }
}

impl fmt::Display for Outline<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.head(f)?;
        let mut part = 0;
        for section in self.report.sections() {
            if section.part() != part || section.id().0 == 0 {
                part = section.part();
                let name = if part == 0 { String::new() } else { self.paint("2", &format!("附 {part}")) };
                writeln!(f, "{name}")?;
            }
            self.section(f, section)?;
        }
        Ok(())
    }
}

/// `text` on one line, as it reads: without the blanks between Chinese characters.
fn one_line(text: &str) -> String {
    Reading::new(text, Span::new(0, text.len()), &[]).text().to_owned()
}
