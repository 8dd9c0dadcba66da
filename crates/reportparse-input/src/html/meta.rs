//! What a page declares about itself: the `<meta>` tags that government sites share, and `<title>`.

use super::tag::Tag;
use super::tree::{Attribute, Tree};
use crate::document::Metadata;

/// Names of `<meta>` tags, the most telling first.
const TITLE: &[&str] = &["articletitle", "og:title"];
const PUBLISHED: &[&str] = &["pubdate", "publishdate", "publish_date", "article:published_time", "og:release_date"];
const SOURCE: &[&str] = &["contentsource", "source", "og:article:author", "sitename", "og:site_name"];

pub(super) fn read(tree: &Tree) -> Metadata {
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
    Metadata { title: value(TITLE).or_else(|| title(tree)), published: value(PUBLISHED), source: value(SOURCE) }
}

fn title(tree: &Tree) -> Option<String> {
    let node = (0..tree.nodes.len()).find(|node| tree.tag(*node) == Some(Tag::Title))?;
    Some(tree.text(node)).filter(|title| !title.is_empty())
}
