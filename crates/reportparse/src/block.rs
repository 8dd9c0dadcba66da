//! Lines → paragraphs with the roles that can be told before the headings are known.

use crate::contents;
use crate::front;
use crate::furniture::{furniture, is_page_number};
use crate::layout;
use crate::row::ParagraphRole;
use crate::span::Span;
use crate::stretch::Stretch;
use crate::text;

/// A paragraph.
#[derive(Clone, Debug)]
pub(crate) struct Block {
    pub(crate) span: Span,
    /// Page numbers inside it.
    pub(crate) holes: Vec<Span>,
    /// None where the paragraph is a heading or body text: [`crate::outline`] tells which.
    pub(crate) role: Option<ParagraphRole>,
}

/// The paragraphs of `source`.
pub(crate) fn blocks(source: &str) -> Vec<Block> {
    let stretches = front::part_title(source, layout::stretches(source, &text::lines(source)));
    let contents = contents::contents(source, &stretches).unwrap_or_default();
    let mut roles = front::roles(source, &stretches, &contents).into_iter();
    let blocks = stretches.into_iter().enumerate().map(|(at, Stretch { span, holes })| {
        let line = &source[span.range()];
        let is_furniture = || contents.contains(&at) || furniture(line).is_some() || is_page_number(line);
        let role = roles.next().or_else(|| is_furniture().then_some(ParagraphRole::Furniture));
        Block { span, holes, role }
    });
    blocks.collect()
}
