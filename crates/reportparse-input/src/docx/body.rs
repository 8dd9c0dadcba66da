//! The paragraphs of a document in order, with what stands in tables, text boxes and notes.

use std::collections::HashMap;

use super::note::{Note, NoteKind, Reference};
use super::numbering::Numbering;
use super::styles::{Style, Styles};
use super::xml::{Element, Flow, Visit};
use crate::document::Place;
use crate::error::Error;
use crate::lines::Lines;
use crate::options::Options;
use crate::table::{Line, Table};

pub(super) struct Body {
    lines: Lines,
    styles: Styles,
    numbering: Numbering,
    /// Open paragraphs: one inside another stands in a text box of it.
    paragraphs: Vec<Paragraph>,
    /// What the open paragraph stands in, outermost first.
    containers: Vec<Container>,
    /// Paragraphs met so far.
    count: u32,
    /// Text of paragraphs whose end was deleted: it belongs to the next.
    carried: String,
    references: Vec<Reference>,
    notes: HashMap<(NoteKind, String), Note>,
    contents_lines: usize,
    place: Position,
}

/// Where the walk is, as far as it changes what an element means.
#[derive(Default)]
struct Position {
    in_text: bool,
    in_paragraph_properties: bool,
    hidden: bool,
}

enum Container {
    Table(Table),
    TextBox(Vec<Line>),
    Note(Note),
}

#[derive(Default)]
struct Paragraph {
    number: u32,
    text: String,
    style: Option<String>,
    list: Option<String>,
    level: Option<usize>,
    end_deleted: bool,
    /// What its text boxes hold.
    boxes: Vec<Line>,
}

impl Body {
    pub(super) fn new(options: &Options, styles: Styles, numbering: Numbering) -> Self {
        Body {
            lines: Lines::new(options),
            styles,
            numbering,
            paragraphs: Vec::new(),
            containers: Vec::new(),
            count: 0,
            carried: String::new(),
            references: Vec::new(),
            notes: HashMap::new(),
            contents_lines: 0,
            place: Position::default(),
        }
    }

    pub(super) fn refers_to(&self, kind: NoteKind) -> bool {
        self.references.iter().any(|reference| reference.kind == kind)
    }

    /// How many lines of a table of contents were left out.
    pub(super) fn contents_lines(&self) -> usize {
        self.contents_lines
    }

    /// The text, with the notes at its end in the order of their marks.
    pub(super) fn finish(mut self) -> Result<(String, Vec<(usize, Place)>), Error> {
        let rest = std::mem::take(&mut self.carried);
        self.write(&rest, self.count)?;
        for reference in &self.references {
            if let Some(note) = self.notes.get(&(reference.kind, reference.id.clone())) {
                self.lines.mark(self.lines.offset(), Place::Note(reference.number));
                let text = format!("{}{}", reference.label(), note.text.trim());
                text.split('\n').try_for_each(|line| self.lines.push(line))?;
            }
        }
        Ok(self.lines.finish())
    }

    fn say(&mut self, text: &str) {
        if let (Some(paragraph), false) = (self.paragraphs.last_mut(), self.place.hidden) {
            paragraph.text.push_str(text);
        }
    }

    fn start_paragraph(&mut self) {
        // Notes are numbered by their marks, not by their paragraphs.
        if !self.containers.iter().any(|container| matches!(container, Container::Note(_))) {
            self.count += 1;
        }
        self.paragraphs.push(Paragraph { number: self.count, ..Paragraph::default() });
    }

    fn end_paragraph(&mut self) -> Result<(), Error> {
        let Some(paragraph) = self.paragraphs.pop() else { return Ok(()) };
        let label = self.label(&paragraph);
        if paragraph.style.as_ref().is_some_and(|style| self.styles.is_contents(style)) {
            self.contents_lines += 1;
            return Ok(());
        }
        let mut text = std::mem::take(&mut self.carried);
        if text.is_empty() && !paragraph.text.trim().is_empty() {
            text = label;
        }
        text.push_str(paragraph.text.trim_start());
        if paragraph.end_deleted && self.containers.is_empty() {
            self.carried = text;
        } else {
            self.write(&text, paragraph.number)?;
        }
        paragraph.boxes.iter().try_for_each(|(line, number)| self.write(line, *number))
    }

    /// The automatic number of a paragraph; an empty one counts too.
    fn label(&mut self, paragraph: &Paragraph) -> String {
        let styles = || paragraph.style.iter().flat_map(|style| self.styles.chain(style));
        let Some(list) = paragraph.list.clone().or_else(|| styles().find_map(|(_, style)| style.list.clone())) else {
            return String::new();
        };
        // What the list says of a style counts before what the style says of itself.
        let styled = |(id, style): (&str, &Style)| self.numbering.level_of_style(&list, id).or(style.level);
        let own = paragraph.level.or(paragraph.list.as_ref().map(|_| 0));
        let level = own.or_else(|| styles().find_map(styled)).unwrap_or(0);
        self.numbering.next(&list, level).unwrap_or_default()
    }

    /// Puts lines where they belong: into the innermost container, or into the text.
    fn write(&mut self, text: &str, number: u32) -> Result<(), Error> {
        for line in text.split('\n').map(str::trim).filter(|line| !line.is_empty()) {
            match self.containers.last_mut() {
                Some(Container::Table(table)) => table.push(line, number),
                Some(Container::TextBox(lines)) => lines.push((line.to_owned(), number)),
                Some(Container::Note(note)) => {
                    note.text.push_str(line);
                    note.text.push('\n');
                }
                None => self.write_line(line, number)?,
            }
        }
        Ok(())
    }

    fn write_line(&mut self, line: &str, number: u32) -> Result<(), Error> {
        self.lines.mark(self.lines.offset(), Place::Paragraph(number));
        self.lines.push(line)
    }

    fn end_container(&mut self) -> Result<(), Error> {
        match self.containers.pop() {
            Some(Container::Table(table)) => self.write_table(table.into_lines()),
            Some(Container::TextBox(lines)) => match self.paragraphs.last_mut() {
                Some(paragraph) => {
                    paragraph.boxes.extend(lines);
                    Ok(())
                }
                None => lines.iter().try_for_each(|(line, number)| self.write(line, *number)),
            },
            Some(Container::Note(note)) => {
                self.notes.insert((note.kind, note.id.clone()), note);
                Ok(())
            }
            None => Ok(()),
        }
    }

    fn write_table(&mut self, lines: Vec<Line>) -> Result<(), Error> {
        match self.containers.last_mut() {
            Some(Container::Table(outer)) => {
                outer.push_table(lines);
                Ok(())
            }
            Some(_) => lines.iter().try_for_each(|(line, number)| self.write(line, *number)),
            None => lines.iter().try_for_each(|(line, number)| self.write_line(line, *number)),
        }
    }

    /// Lets the cell that is open take as many columns as its properties say.
    fn stretch(&mut self, columns: &Element<'_>) {
        let columns = columns.value().and_then(|columns| columns.parse().ok()).unwrap_or(1);
        self.table().into_iter().for_each(|table| table.stretch(columns, 1));
    }

    fn table(&mut self) -> Option<&mut Table> {
        match self.containers.last_mut() {
            Some(Container::Table(table)) => Some(table),
            _ => None,
        }
    }

    fn refer(&mut self, kind: NoteKind, element: &Element<'_>) {
        let number = u32::try_from(self.references.len()).map_or(u32::MAX, |count| count + 1);
        if let (Some(reference), false) = (Reference::new(kind, element, number), self.place.hidden) {
            self.say(&reference.label());
            self.references.push(reference);
        }
    }

    fn start_note(&mut self, kind: NoteKind, element: &Element<'_>) -> Flow {
        let Some(note) = Note::new(kind, element) else { return Flow::Skip };
        self.containers.push(Container::Note(note));
        Flow::Enter
    }

    fn set_property(&mut self, element: &Element<'_>) -> Flow {
        let Some(paragraph) = self.paragraphs.last_mut() else { return Flow::Enter };
        match element.name() {
            "pStyle" => paragraph.style = element.value(),
            "numId" => paragraph.list = element.value(),
            "ilvl" => paragraph.level = element.value().and_then(|level| level.parse().ok()),
            "del" | "moveFrom" => paragraph.end_deleted = true,
            "pPrChange" | "rPrChange" | "sectPr" => return Flow::Skip,
            _ => {}
        }
        Flow::Enter
    }
}

/// A character given by its number, save those that only a symbol font knows.
fn symbol(element: &Element<'_>) -> String {
    let code = element.attribute("char").and_then(|code| u32::from_str_radix(&code, 16).ok());
    let c = code.and_then(char::from_u32).filter(|c| !('\u{E000}'..='\u{F8FF}').contains(c));
    c.into_iter().collect()
}

impl Visit for Body {
    fn start(&mut self, element: &Element<'_>) -> Result<Flow, Error> {
        if self.place.in_paragraph_properties {
            return Ok(self.set_property(element));
        }
        match element.name() {
            "p" => self.start_paragraph(),
            "pPr" => self.place.in_paragraph_properties = true,
            "r" => self.place.hidden = false,
            "vanish" => self.place.hidden = element.is_on(),
            "t" => self.place.in_text = true,
            "tab" | "ptab" => self.say("\t"),
            "br" | "cr" => self.say("\n"),
            "noBreakHyphen" => self.say("-"),
            "sym" => self.say(&symbol(element)),
            "footnoteReference" => self.refer(NoteKind::Footnote, element),
            "endnoteReference" => self.refer(NoteKind::Endnote, element),
            "footnote" => return Ok(self.start_note(NoteKind::Footnote, element)),
            "endnote" => return Ok(self.start_note(NoteKind::Endnote, element)),
            "tbl" => self.containers.push(Container::Table(Table::default())),
            "tr" => self.table().into_iter().for_each(Table::start_row),
            "tc" => self.table().into_iter().for_each(Table::start_cell),
            "gridSpan" => self.stretch(element),
            "txbxContent" => self.containers.push(Container::TextBox(Vec::new())),
            // Deleted, moved away, said again for old readers, pronunciation, properties of tables and sections.
            "del" | "moveFrom" | "Fallback" | "rt" | "tblPr" | "trPr" | "tcPrChange" | "sectPr" | "rPrChange" => {
                return Ok(Flow::Skip);
            }
            _ => {}
        }
        Ok(Flow::Enter)
    }

    fn end(&mut self, name: &str) -> Result<(), Error> {
        match name {
            "pPr" => self.place.in_paragraph_properties = false,
            "t" => self.place.in_text = false,
            "r" => self.place.hidden = false,
            "p" => return self.end_paragraph(),
            "tbl" | "txbxContent" | "footnote" | "endnote" => return self.end_container(),
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), Error> {
        if self.place.in_text {
            self.say(text);
        }
        Ok(())
    }
}
