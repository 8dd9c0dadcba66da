//! The title of a page where the content does not begin with it: many sites set it above the article, beside the date, and
//! some only name it in the head of the page.

use super::content::Content;
use super::meta::Titles;
use super::tag::Tag;
use super::tree::{NodeId, Tree};

/// So many pieces of text at the start of the content are looked through for the title.
const REACH: usize = 40;
/// Fewer are no title.
const SHORTEST: usize = 4;

/// What a site or an office ends with, and no title of a report: 某市人民政府门户网站, 某省统计局.
const NAME_ENDINGS: &[char] = &['网', '站', '台', '府', '厅', '局', '部', '委', '会', '院'];

/// The title to put before the content; none where it stands there.
pub(super) fn find(tree: &Tree, content: &Content<'_>, titles: &Titles) -> Option<String> {
    let parts: Vec<String> = titles.parts().map(squeeze).filter(|part| is_title(part)).collect();
    let start: String = inside(tree, content).take(REACH).collect();
    if parts.iter().any(|part| start.contains(part)) {
        return None;
    }
    let found = shown(tree, content, &parts).or_else(|| headline(tree, content));
    found.or_else(|| named(tree, content, titles)).filter(|found| !start.contains(&squeeze(found)))
}

/// The text nearest above the content that is the title in the head, or the part of it that names the article.
fn shown(tree: &Tree, content: &Content<'_>, parts: &[String]) -> Option<String> {
    let is_shown = |node: &NodeId| content.is_prose(*node) && parts.contains(&squeeze(&tree.text(*node)));
    (0..content.root).rev().find(is_shown).map(|node| tree.text(node))
}

/// The page's headline outside of the content, if it is more than a link home.
fn headline(tree: &Tree, content: &Content<'_>) -> Option<String> {
    let inside = content.root..tree.nodes[content.root].end;
    let outside = (0..tree.nodes.len()).filter(|node| !inside.contains(node));
    let mut headlines = outside.filter(|node| tree.tag(*node) == Some(Tag::Headline) && content.has_prose(*node));
    headlines.next().map(|node| tree.text(node))
}

/// The title that the head gives to the article, unless the content begins with a part of it.
fn named(tree: &Tree, content: &Content<'_>, titles: &Titles) -> Option<String> {
    let title = titles.article.clone()?;
    let is_part = inside(tree, content).next().is_some_and(|first| is_long(&first) && squeeze(&title).contains(&first));
    (!is_part).then_some(title)
}

/// The texts of the content, squeezed, blank ones left out.
fn inside(tree: &Tree, content: &Content<'_>) -> impl Iterator<Item = String> {
    let nodes = (content.root..tree.nodes[content.root].end).filter(|node| content.is_prose(*node));
    nodes.map(|node| squeeze(&tree.text(node))).filter(|text| !text.is_empty())
}

fn is_title(text: &str) -> bool {
    is_long(text) && !text.ends_with(NAME_ENDINGS)
}

fn is_long(text: &str) -> bool {
    text.chars().count() >= SHORTEST
}

fn squeeze(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
