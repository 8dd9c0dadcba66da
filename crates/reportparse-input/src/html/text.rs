//! The content of a page as lines: one for each block, list item and table row.

use super::content::Content;
use super::tag::Tag;
use super::tree::{Attribute, Kind, NodeId, Tree};
use crate::error::Error;
use crate::lines::{Lines, needs_space};
use crate::options::Options;
use crate::table::Table;

/// The lines, `headline` first if there is one.
pub(super) fn extract(
    tree: &Tree,
    content: &Content<'_>,
    headline: Option<String>,
    options: &Options,
) -> Result<String, Error> {
    let mut writer = Writer::new(options);
    let end = tree.nodes[content.root].end;
    if let Some(headline) = headline {
        writer.lines.push(&headline)?;
    }
    let mut node = content.root;
    while node < end {
        writer.leave_before(node)?;
        // The root is content by choice, whatever its looks.
        if node != content.root && content.is_furniture(node) {
            node = tree.nodes[node].end;
            continue;
        }
        match &tree.nodes[node].kind {
            Kind::Element(tag) => {
                writer.enter(*tag, tree.nodes[node].end)?;
                if *tag == Tag::Cell {
                    writer.stretch(tree, node);
                }
            }
            Kind::Text(text) => writer.text(text)?,
        }
        node += 1;
    }
    writer.leave_before(end)?;
    Ok(writer.lines.finish().0)
}

/// Blanks met since the last character of the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gap {
    None,
    Space,
    /// A break in the source, which between Chinese characters means nothing.
    Newline,
}

struct Writer {
    lines: Lines,
    line: String,
    gap: Gap,
    /// Open blocks: what they are and where they end.
    open: Vec<(Tag, NodeId)>,
    /// Open tables, outermost first.
    tables: Vec<Table>,
    preformatted: usize,
}

impl Writer {
    fn new(options: &Options) -> Self {
        Writer {
            lines: Lines::new(options),
            line: String::new(),
            gap: Gap::None,
            open: Vec::new(),
            tables: Vec::new(),
            preformatted: 0,
        }
    }

    fn enter(&mut self, tag: Tag, end: NodeId) -> Result<(), Error> {
        if !tag.is_block() {
            return Ok(());
        }
        self.end_line()?;
        match tag {
            Tag::Break => return Ok(()),
            Tag::Table => self.tables.push(Table::default()),
            Tag::Row => self.tables.last_mut().into_iter().for_each(Table::start_row),
            Tag::Cell => self.tables.last_mut().into_iter().for_each(Table::start_cell),
            Tag::Preformatted => self.preformatted += 1,
            _ => {}
        }
        self.open.push((tag, end));
        Ok(())
    }

    /// Lets a cell take as many columns and rows as its attributes say.
    fn stretch(&mut self, tree: &Tree, cell: NodeId) {
        let Some(table) = self.tables.last_mut() else { return };
        let count =
            |attribute| tree.attribute(cell, attribute).and_then(|count| count.trim().parse().ok()).unwrap_or(1);
        table.stretch(count(Attribute::ColumnSpan), count(Attribute::RowSpan));
    }

    /// Closes the blocks that end before this node.
    fn leave_before(&mut self, node: NodeId) -> Result<(), Error> {
        while let Some((tag, _)) = self.open.pop_if(|(_, end)| *end <= node) {
            self.end_line()?;
            match tag {
                Tag::Table => self.end_table()?,
                Tag::Preformatted => self.preformatted -= 1,
                _ => {}
            }
        }
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), Error> {
        for c in text.chars() {
            match c {
                '\n' if self.preformatted > 0 => self.end_line()?,
                '\n' | '\r' => self.gap = Gap::Newline,
                ' ' | '\t' | '\x0C' if self.gap == Gap::None => self.gap = Gap::Space,
                ' ' | '\t' | '\x0C' => {}
                c => self.character(c),
            }
        }
        Ok(())
    }

    fn character(&mut self, c: char) {
        if self.gap != Gap::None {
            let before = self.line.chars().next_back();
            let is_space = match self.gap {
                Gap::Newline => needs_space(before, Some(c)) || (c.is_alphabetic() && self.is_spaced_out()),
                _ => before.is_some(),
            };
            if is_space {
                self.line.push(' ');
            }
            self.gap = Gap::None;
        }
        self.line.push(c);
    }

    /// Whether the last character stands alone, as in 政 府 工 作 报 告, where a break in the source is one more space.
    fn is_spaced_out(&self) -> bool {
        let mut last = self.line.chars().rev();
        last.next().is_some_and(char::is_alphabetic) && last.next().is_none_or(char::is_whitespace)
    }

    fn end_line(&mut self) -> Result<(), Error> {
        self.gap = Gap::None;
        match self.tables.last_mut() {
            Some(table) => table.push(&self.line, 0),
            None => self.lines.push(&self.line)?,
        }
        self.line.clear();
        Ok(())
    }

    fn end_table(&mut self) -> Result<(), Error> {
        let Some(table) = self.tables.pop() else { return Ok(()) };
        let lines = table.into_lines();
        match self.tables.last_mut() {
            Some(outer) => outer.push_table(lines),
            None => lines.iter().try_for_each(|(line, _)| self.lines.push(line))?,
        }
        Ok(())
    }
}
