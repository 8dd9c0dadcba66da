//! The text as it grows, line by line, with the places that its lines come from.

use crate::document::Place;
use crate::error::{Error, Fault};
use crate::options::Options;

/// Collects lines up to the limit of the options.
pub(crate) struct Lines {
    text: String,
    places: Vec<(usize, Place)>,
    limit: usize,
}

impl Lines {
    pub(crate) fn new(options: &Options) -> Self {
        Lines { text: String::new(), places: Vec::new(), limit: options.max_text_bytes }
    }

    /// Where the next line will begin.
    #[cfg(any(feature = "docx", feature = "pdf"))]
    pub(crate) fn offset(&self) -> usize {
        self.text.len()
    }

    /// Notes that what stands from `offset` on comes from this place.
    #[cfg(any(feature = "docx", feature = "pdf"))]
    pub(crate) fn mark(&mut self, offset: usize, place: Place) {
        if self.places.last().is_none_or(|(_, last)| *last != place) {
            self.places.push((offset, place));
        }
    }

    /// Adds a line without the blanks around it; a blank line is left out. A leading tab stays: it is an empty cell.
    pub(crate) fn push(&mut self, line: &str) -> Result<(), Error> {
        let line = line.trim_end().trim_start_matches(|c: char| c.is_whitespace() && c != '\t');
        if line.is_empty() {
            return Ok(());
        }
        if self.text.len() + line.len() >= self.limit {
            let limit = self.limit as u64;
            return Err(Fault::Limit { limit, unit: "bytes of text", option: "max_text_bytes" }.into());
        }
        self.text.push_str(line);
        self.text.push('\n');
        Ok(())
    }

    pub(crate) fn finish(self) -> (String, Vec<(usize, Place)>) {
        (self.text, self.places)
    }
}

/// Whether a character is of the Chinese script or its punctuation, so that no space belongs between it and its like.
pub(crate) fn is_wide(c: char) -> bool {
    matches!(c,
        '\u{2E80}'..='\u{303F}' | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}'
        | '\u{2014}'..='\u{2026}' | '①'..='⑳')
}

/// The space that belongs where two pieces of one line meet: none beside a Chinese character.
pub(crate) fn needs_space(before: Option<char>, after: Option<char>) -> bool {
    match (before, after) {
        (Some(before), Some(after)) => !is_wide(before) && !is_wide(after),
        _ => false,
    }
}
