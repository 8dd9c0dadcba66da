//! Footnotes and endnotes: `[n]` where the text refers to one, and the note itself at the end.

use super::xml::Element;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum NoteKind {
    Footnote,
    Endnote,
}

impl NoteKind {
    /// The part that holds the notes of this kind, as relations call it.
    pub(super) fn part(self) -> &'static str {
        match self {
            NoteKind::Footnote => "footnotes",
            NoteKind::Endnote => "endnotes",
        }
    }
}

/// A mark in the text.
pub(super) struct Reference {
    pub(super) kind: NoteKind,
    pub(super) id: String,
    /// Footnotes and endnotes are counted together, so that no two marks are the same.
    pub(super) number: u32,
    /// The author set a mark of his own, which stands in the text and in the note.
    marked: bool,
}

impl Reference {
    pub(super) fn new(kind: NoteKind, element: &Element<'_>, number: u32) -> Option<Self> {
        let marked = element.attribute("customMarkFollows").is_some_and(|value| value != "0" && value != "false");
        Some(Reference { kind, id: element.attribute("id")?, number, marked })
    }

    /// The mark to write; empty where it is written already.
    pub(super) fn label(&self) -> String {
        if self.marked { String::new() } else { format!("[{}]", self.number) }
    }
}

pub(super) struct Note {
    pub(super) kind: NoteKind,
    pub(super) id: String,
    pub(super) text: String,
}

impl Note {
    /// The note that an element opens; the lines that separate notes on the page are none.
    pub(super) fn new(kind: NoteKind, element: &Element<'_>) -> Option<Self> {
        let is_text = element.attribute("type").is_none_or(|kind| kind == "normal");
        is_text.then(|| element.attribute("id")).flatten().map(|id| Note { kind, id, text: String::new() })
    }
}
