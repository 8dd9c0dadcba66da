//! Lines → paragraphs with the roles that can be told before the headings are known.

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
    let mut roles = front::roles(source, &stretches).into_iter();
    let blocks = stretches.into_iter().map(|Stretch { span, holes }| {
        let line = &source[span.range()];
        let role = roles
            .next()
            .or_else(|| (furniture(line).is_some() || is_page_number(line)).then_some(ParagraphRole::Furniture));
        Block { span, holes, role }
    });
    let mut blocks: Vec<Block> = blocks.collect();
    contents(source, &mut blocks);
    blocks
}

/// Marks a table of contents: the lines from 目录 to where the first of them stands again.
fn contents(source: &str, blocks: &mut [Block]) {
    let bare = |block: &Block| &source[block.span.range()];
    let is_contents = |text: &str| text.len() < 40 && text.chars().filter(|&c| !text::is_blank(c)).eq("目录".chars());
    let Some(start) = blocks.iter().position(|block| is_contents(bare(block))) else { return };
    let Some(next) = blocks.get(start + 1) else { return };
    let first = bare(next);
    let again = blocks.iter().skip(start + 2).position(|block| bare(block) == first);
    if let Some(len) = again {
        for block in &mut blocks[start..start + 2 + len] {
            block.role = Some(ParagraphRole::Furniture);
        }
    }
}
