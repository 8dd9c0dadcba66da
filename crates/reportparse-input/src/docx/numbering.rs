//! Automatic numbers: the lists that a document defines, and where each stands while the text is read.

use std::collections::{HashMap, HashSet};

use super::numeral;
use super::xml::{self, Element, Flow, Visit};
use crate::error::Error;
use crate::lines::is_wide;

/// Word's lists have nine levels.
const LEVELS: usize = 9;

#[derive(Default)]
pub(super) struct Numbering {
    lists: HashMap<String, List>,
    patterns: HashMap<String, Pattern>,
    /// Where each pattern stands: lists made from one pattern count on.
    counters: HashMap<String, [Option<u32>; LEVELS]>,
    /// Lists that began anew already at a level.
    restarted: HashSet<(String, usize)>,
}

/// `w:num`: a use of a pattern, with levels of its own.
#[derive(Default)]
struct List {
    pattern: String,
    starts: HashMap<usize, u32>,
    levels: HashMap<usize, Level>,
}

/// `w:abstractNum`
#[derive(Default)]
struct Pattern {
    levels: HashMap<usize, Level>,
    /// The style that stands for the pattern, or the one that it stands for.
    style: Option<String>,
    linked_style: Option<String>,
}

#[derive(Clone)]
struct Level {
    start: u32,
    format: String,
    /// The label with `%1` … `%9` for the numbers.
    text: String,
    space: bool,
    legal: bool,
    restart: Option<usize>,
    style: Option<String>,
}

impl Default for Level {
    fn default() -> Self {
        let (format, text) = ("decimal".to_owned(), String::new());
        Level { start: 1, format, text, space: true, legal: false, restart: None, style: None }
    }
}

impl Numbering {
    pub(super) fn read(part: &str, max_depth: usize) -> Result<Self, Error> {
        let mut reader = Reading::default();
        xml::walk(part, max_depth, &mut reader)?;
        Ok(reader.numbering)
    }

    /// The level of a list to which a style belongs.
    pub(super) fn level_of_style(&self, list: &str, style: &str) -> Option<usize> {
        let list = self.lists.get(list)?;
        let levels = &self.patterns.get(self.resolve(&list.pattern))?.levels;
        levels.iter().find(|(_, level)| level.style.as_deref() == Some(style)).map(|(index, _)| *index)
    }

    /// Counts a paragraph of a list and gives its label, with the space after it.
    pub(super) fn next(&mut self, list_id: &str, level_index: usize) -> Option<String> {
        let index = level_index.min(LEVELS - 1);
        let list = self.lists.get(list_id)?;
        let pattern_id = self.resolve(&list.pattern).to_owned();
        let pattern = self.patterns.get(&pattern_id)?;
        let level = |at: usize| list.levels.get(&at).or_else(|| pattern.levels.get(&at));
        let own = level(index)?.clone();

        let counters = self.counters.entry(pattern_id.clone()).or_default();
        let restart = list.starts.get(&index).filter(|_| self.restarted.insert((list_id.to_owned(), index)));
        counters[index] = Some(match (restart, counters[index]) {
            (Some(start), _) => *start,
            (None, Some(last)) => last.saturating_add(1),
            (None, None) => own.start,
        });
        for (deeper, counter) in counters.iter_mut().enumerate().skip(index + 1) {
            // By default a level begins anew after any level above it; `restart` says after which, 0 never.
            let after = level(deeper).and_then(|level| level.restart);
            if after.is_none_or(|after| after > index) {
                *counter = None;
            }
        }
        let numbers: Vec<(u32, String)> = (0..=index)
            .map(|at| {
                let level = level(at).cloned().unwrap_or_default();
                let format = if own.legal { "decimal".to_owned() } else { level.format };
                (counters[at].unwrap_or(level.start), format)
            })
            .collect();
        Some(own.label(&numbers))
    }

    /// The pattern itself, or the one whose style it links to.
    fn resolve<'p>(&'p self, pattern: &'p str) -> &'p str {
        let linked = self.patterns.get(pattern).and_then(|pattern| pattern.linked_style.as_ref());
        let target =
            linked.and_then(|style| self.patterns.iter().find(|(_, other)| other.style.as_ref() == Some(style)));
        target.map_or(pattern, |(id, _)| id)
    }
}

impl Level {
    fn label(&self, numbers: &[(u32, String)]) -> String {
        let mut label = String::new();
        let mut chars = self.text.chars().peekable();
        while let Some(c) = chars.next() {
            let digit = chars.peek().and_then(|next| next.to_digit(10)).filter(|digit| c == '%' && *digit > 0);
            match digit {
                Some(digit) => {
                    chars.next();
                    if let Some((number, format)) = numbers.get(digit as usize - 1) {
                        label.push_str(&numeral::format(*number, format));
                    }
                }
                // A bullet drawn with a symbol font.
                None if ('\u{E000}'..='\u{F8FF}').contains(&c) => label.push('•'),
                None => label.push(c),
            }
        }
        if self.space && label.chars().next_back().is_some_and(|last| !is_wide(last)) {
            label.push(' ');
        }
        label
    }
}

#[derive(Default)]
struct Reading {
    numbering: Numbering,
    pattern: Option<(String, Pattern)>,
    list: Option<(String, List)>,
    level: Option<(usize, Level)>,
    /// The level that a `w:lvlOverride` is about.
    overridden: usize,
}

impl Visit for Reading {
    fn start(&mut self, element: &Element<'_>) -> Result<Flow, Error> {
        let number = |name: &str| element.attribute(name).and_then(|value| value.parse::<usize>().ok());
        match element.name() {
            "abstractNum" => self.pattern = element.attribute("abstractNumId").map(|id| (id, Pattern::default())),
            "num" => self.list = element.attribute("numId").map(|id| (id, List::default())),
            "abstractNumId" => {
                if let Some((_, list)) = &mut self.list {
                    list.pattern = element.value().unwrap_or_default();
                }
            }
            "lvlOverride" => self.overridden = number("ilvl").unwrap_or(0),
            "startOverride" => {
                if let (Some((_, list)), Some(start)) = (&mut self.list, number("val")) {
                    list.starts.insert(self.overridden, u32::try_from(start).unwrap_or(1));
                }
            }
            "styleLink" => self.pattern.iter_mut().for_each(|(_, pattern)| pattern.style = element.value()),
            "numStyleLink" => self.pattern.iter_mut().for_each(|(_, pattern)| pattern.linked_style = element.value()),
            "lvl" => self.level = Some((number("ilvl").unwrap_or(0), Level::default())),
            _ => self.level.iter_mut().for_each(|(_, level)| set(level, element)),
        }
        Ok(Flow::Enter)
    }

    fn end(&mut self, name: &str) -> Result<(), Error> {
        match name {
            "lvl" => match (&mut self.pattern, &mut self.list) {
                (Some((_, pattern)), _) => pattern.levels.extend(self.level.take()),
                (None, Some((_, list))) => list.levels.extend(self.level.take()),
                (None, None) => self.level = None,
            },
            "abstractNum" => self.numbering.patterns.extend(self.pattern.take()),
            "num" => self.numbering.lists.extend(self.list.take()),
            _ => {}
        }
        Ok(())
    }
}

fn set(level: &mut Level, element: &Element<'_>) {
    let value = element.value().unwrap_or_default();
    match element.name() {
        "start" => level.start = value.parse().unwrap_or(1),
        "numFmt" => level.format = value,
        "lvlText" => level.text = value,
        "suff" => level.space = value != "nothing",
        "isLgl" => level.legal = element.is_on(),
        "lvlRestart" => level.restart = value.parse().ok(),
        "pStyle" => level.style = Some(value),
        _ => {}
    }
}
