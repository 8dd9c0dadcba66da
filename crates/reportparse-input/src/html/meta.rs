//! What a page declares about itself: the `<meta>` tags that government sites share, and `<title>`.

use super::tag::Tag;
use super::tree::{Attribute, Tree};
use crate::document::Metadata;

/// Names of `<meta>` tags, the most telling first.
const TITLE: &[&str] = &["articletitle", "og:title"];
const PUBLISHED: &[&str] =
    &["pubdate", "publishdate", "publish_date", "firstpublishedtime", "article:published_time", "og:release_date"];
const SOURCE: &[&str] = &["contentsource", "source", "og:article:author", "sitename", "og:site_name"];

/// The titles that the head of a page gives.
pub(super) struct Titles {
    /// That of the article.
    pub(super) article: Option<String>,
    /// `<title>`, which often names the section and the site, too.
    page: Option<String>,
}

impl Titles {
    /// The title of the article, and the parts of that of the page.
    pub(super) fn parts(&self) -> impl Iterator<Item = &str> {
        let parts = self.page.iter().flat_map(|page| page.split(['_', '|', '-', '–', '—', '－', '>']));
        self.article.as_deref().into_iter().chain(parts)
    }
}

pub(super) fn read(tree: &Tree) -> (Metadata, Titles) {
    let tags: Vec<(String, &str)> = (0..tree.nodes.len())
        .filter(|node| tree.tag(*node) == Some(Tag::Meta))
        .filter_map(|node| {
            let name = tree.attribute(node, Attribute::Name)?.trim().to_ascii_lowercase();
            let value = tree.attribute(node, Attribute::Content)?.trim();
            (!value.is_empty()).then_some((name, value))
        })
        .collect();
    let value = |names: &[&str]| {
        let find = |name: &&str| tags.iter().find(|(key, _)| key == name);
        names.iter().find_map(find).map(|(_, value)| (*value).to_owned())
    };
    let titles = Titles { article: value(TITLE), page: title(tree) };
    let title = titles.article.clone().or_else(|| titles.page.clone());
    (Metadata { title, published: value(PUBLISHED), source: value(SOURCE) }, titles)
}

fn title(tree: &Tree) -> Option<String> {
    let node = (0..tree.nodes.len()).find(|node| tree.tag(*node) == Some(Tag::Title))?;
    Some(tree.text(node)).filter(|title| !title.is_empty())
}
