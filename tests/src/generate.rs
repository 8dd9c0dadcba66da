//! Report-like texts that know their own structure.
//!
//! A [`Sketch`] is a report before it is written: its sections, paragraphs and lists, and the layout to write them in.
//! [`sketch`] draws sketches at random, [`drawn`] from a seed, [`Sketch::render`] writes one down and says where everything then stands.
//! The sketches keep to what a careful reader cannot read in two ways.

mod render;
mod strategy;
mod words;

use std::ops::Range;

pub use strategy::{drawn, one_line, sketch};

/// A report before it is written.
#[derive(Clone, Debug)]
pub struct Sketch {
    /// What stands before the text; none where the report begins with its first section.
    pub front: Option<Front>,
    /// The sections of the report itself.
    pub sections: Vec<Section>,
    /// Reports annexed to it.
    pub annexes: Vec<Annex>,
    /// How the headings are numbered.
    pub numbering: Numbering,
    /// How it is laid out.
    pub layout: Layout,
}

/// Title, subtitle, speaker and salutation.
#[derive(Clone, Debug)]
pub struct Front {
    /// Written 政 府 工 作 报 告.
    pub spaced_title: bool,
    /// Whether buttons of a portal surround the report.
    pub portal: bool,
    /// Whether the subtitle is given.
    pub subtitle: bool,
    /// Whether the speaker is given.
    pub byline: bool,
}

/// A report appended under an unnumbered title.
#[derive(Clone, Debug)]
pub struct Annex {
    /// What it is about: 关于…工作情况.
    pub subject: String,
    /// Its text.
    pub blocks: Vec<Block>,
}

/// A headed division.
#[derive(Clone, Debug)]
pub struct Section {
    /// The heading without its marker.
    pub title: String,
    /// The text that shares the heading's paragraph, if the heading is run in.
    pub opening: Option<Paragraph>,
    /// The paragraphs before the subsections.
    pub blocks: Vec<Block>,
    /// The subsections.
    pub sections: Vec<Section>,
}

/// A part of a section's text.
#[derive(Clone, Debug)]
pub enum Block {
    /// One paragraph.
    Paragraph(Paragraph),
    /// An announcement, then a list with a paragraph an item.
    Items(Items),
}

/// A paragraph of running text.
#[derive(Clone, Debug)]
pub enum Paragraph {
    /// Sentences.
    Plain(Vec<String>),
    /// Sentences under a lead.
    Led(String, Vec<String>),
    /// An announcement and a list in one paragraph.
    Listing(Listing),
}

/// A list inside a paragraph.
#[derive(Clone, Debug)]
pub struct Listing {
    /// How its items are numbered.
    pub style: Inline,
    /// What is enumerated: 项工作.
    pub noun: String,
    /// The items: a heading phrase, and the sentence that elaborates it.
    pub items: Vec<(String, String)>,
}

/// A list with a paragraph an item.
#[derive(Clone, Debug)]
pub struct Items {
    /// How its items are numbered.
    pub style: Itemised,
    /// The sentence before the list.
    pub announcement: String,
    /// The items: a heading phrase, the sentences that elaborate it, and the list that may stand inside.
    pub items: Vec<(String, Vec<String>, Option<Listing>)>,
}

/// How the items of a list inside a paragraph are numbered and closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inline {
    /// 一是…。二是…。
    IsSentences,
    /// 一是…；二是…。
    IsClauses,
    /// 第一，…。第二，…。
    OrdinalSentences,
    /// 一要…；二要…。
    MustClauses,
    /// ①…；②…。
    CircledClauses,
    /// （1）…；（2）…。
    BracketedClauses,
}

/// How the items of a list with a paragraph an item are numbered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Itemised {
    /// 一是
    Is,
    /// 第一，
    Ordinal,
    /// ——
    Dash,
    /// 第一张网，
    Counted,
}

/// The styles of the headings, from the highest level down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbering {
    /// 一、 （一） 1.
    Standard,
    /// 一、 1. （1）
    WithoutSecond,
    /// 第一部分 一、 （一）
    Parts,
}

/// How a report is laid out.
#[derive(Clone, Copy, Debug)]
pub struct Layout {
    /// Between lines; nothing where the whole report stands on one line.
    pub newline: &'static str,
    /// At the start of a paragraph.
    pub indent: &'static str,
    /// Whether a blank line parts paragraphs.
    pub blank_lines: bool,
    /// Whether commas, colons, semicolons and brackets are half-width.
    pub half_width: bool,
}

/// A report as written, and what stands where: byte ranges of `text`.
#[derive(Clone, Debug)]
pub struct Rendered {
    /// The report.
    pub text: String,
    /// In the order of the text.
    pub headings: Vec<Heading>,
    /// The leads of paragraphs.
    pub leads: Vec<Range<usize>>,
    /// In the order of the text.
    pub points: Vec<Point>,
    /// Each paragraph with the name of its role.
    pub paragraphs: Vec<(Range<usize>, &'static str)>,
}

/// A heading as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// From its marker to the end of its title.
    pub range: Range<usize>,
    /// 1 for the highest.
    pub level: u8,
    /// Its number.
    pub ordinal: Option<u32>,
    /// Whether text follows in its paragraph.
    pub run_in: bool,
    /// 0 for the report itself.
    pub part: u32,
}

/// A point as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// From its marker to the end of its last sentence, closing mark left out.
    pub range: Range<usize>,
    /// Its marker.
    pub marker: String,
    /// Its number.
    pub ordinal: Option<u32>,
    /// Its list, from 0.
    pub list: u32,
    /// The point that holds its list.
    pub parent: Option<u32>,
    /// Its heading phrase.
    pub lead: Range<usize>,
}
