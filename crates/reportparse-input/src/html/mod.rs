//! A web page to the text of its main content.

mod content;
mod headline;
mod meta;
mod tag;
mod text;
mod tree;

use crate::document::Metadata;
use crate::error::Error;
use crate::options::Options;
use content::Content;
use tree::Tree;

pub(crate) struct Page {
    pub(crate) text: String,
    pub(crate) metadata: Metadata,
}

/// Reads a page that is already decoded.
pub(crate) fn read(page: &str, options: &Options) -> Result<Page, Error> {
    let tree = Tree::parse(page, options)?;
    let content = Content::find(&tree);
    let (metadata, titles) = meta::read(&tree);
    let headline = headline::find(&tree, &content, &titles);
    Ok(Page { text: text::extract(&tree, &content, headline, options)?, metadata })
}
