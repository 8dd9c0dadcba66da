//! Paragraph styles, as far as they number a paragraph or tell that it is no text of its own.

use std::collections::HashMap;

use super::xml::{self, Element, Flow, Visit};
use crate::error::Error;

/// A chain of styles longer than this goes in a circle.
const LONGEST_CHAIN: usize = 32;

#[derive(Default)]
pub(super) struct Styles {
    styles: HashMap<String, Style>,
    current: Option<(String, Style)>,
}

#[derive(Default)]
pub(super) struct Style {
    name: String,
    based_on: Option<String>,
    /// The list that it puts its paragraphs in, and their level there.
    pub(super) list: Option<String>,
    pub(super) level: Option<usize>,
}

impl Styles {
    pub(super) fn read(part: &str, max_depth: usize) -> Result<Self, Error> {
        let mut styles = Styles::default();
        xml::walk(part, max_depth, &mut styles)?;
        Ok(styles)
    }

    /// A style and those that it is based on, each with its name.
    pub(super) fn chain(&self, id: &str) -> impl Iterator<Item = (&str, &Style)> {
        let find = |id: &str| self.styles.get_key_value(id).map(|(id, style)| (id.as_str(), style));
        let chain = std::iter::successors(find(id), move |(_, style)| find(style.based_on.as_deref()?));
        chain.take(LONGEST_CHAIN)
    }

    /// Whether the style is that of a line of a table of contents.
    pub(super) fn is_contents(&self, id: &str) -> bool {
        let name = self.styles.get(id).map_or("", |style| style.name.as_str()).to_ascii_lowercase();
        name.strip_prefix("toc ").is_some_and(|level| level.trim().parse::<u8>().is_ok())
    }
}

impl Visit for Styles {
    fn start(&mut self, element: &Element<'_>) -> Result<Flow, Error> {
        if element.name() == "style" {
            self.current = element.attribute("styleId").map(|id| (id, Style::default()));
            return Ok(Flow::Enter);
        }
        let Some((_, style)) = &mut self.current else { return Ok(Flow::Enter) };
        match element.name() {
            "name" => style.name = element.value().unwrap_or_default(),
            "basedOn" => style.based_on = element.value(),
            "numId" => style.list = element.value(),
            "ilvl" => style.level = element.value().and_then(|level| level.parse().ok()),
            _ => {}
        }
        Ok(Flow::Enter)
    }

    fn end(&mut self, name: &str) -> Result<(), Error> {
        if name == "style" {
            self.styles.extend(self.current.take());
        }
        Ok(())
    }
}
