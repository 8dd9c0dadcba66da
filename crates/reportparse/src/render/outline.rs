//! The outline of a report for people: title, facts, headings with their leads and point counts.

use std::fmt;

use super::facts::{facts, title};
use super::prose::one_line;
use crate::report::Report;
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
        let title = title(self.report);
        writeln!(f, "{}", self.paint("1", title.as_deref().unwrap_or("(no title)")))?;
        for (name, value) in facts(self.report) {
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
