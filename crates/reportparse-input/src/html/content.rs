//! Which part of a page is the report.
//!
//! A report is prose: characters outside links, with Chinese punctuation among them. The main content is the smallest
//! element that holds nearly all prose of the page. What is named navigation, a share bar or a footer, and lists of links,
//! are passed over, unless much of the prose lies in them: a name may lie.

use super::tag::Tag;
use super::tree::{Attribute, Kind, Node, NodeId, Tree};

/// Containers of the article on government sites; one that holds half of the prose is the content.
const CONTAINERS: &[&str] = &[
    "zoom",
    "ucap-content",
    "trs_editor",
    "trs_ueditor",
    "trs_editor_view",
    "pages_content",
    "article-content",
    "article_content",
    "articlecontent",
    "news_content",
    "conlun2_box_text",
    "view_content",
    "bt_content",
];
/// Parts of an `id` or a `class` that name furniture.
const FURNITURE: &[&str] = &[
    "nav",
    "menu",
    "crumb",
    "share",
    "footer",
    "copyright",
    "sidebar",
    "toolbar",
    "related",
    "qrcode",
    "ewm",
    "pager",
    "dqwz",
    "print",
    "fontsize",
    "font-size",
    "search",
    "login",
];
/// An `id` or a `class` that is furniture as a whole, and says nothing as a part of another.
const FURNITURE_NAMES: &[&str] = &["foot", "bottom", "copy"];
/// How much a mark of punctuation adds to the weight of a text, in characters.
const PUNCTUATION_WEIGHT: usize = 20;

pub(super) struct Content<'t> {
    tree: &'t Tree,
    weights: Sums,
    /// Characters in links, and links.
    linked: Sums,
    links: Sums,
    /// The element that holds the report.
    pub(super) root: NodeId,
}

/// Sums over the nodes before each node, so that the sum over a subtree is a difference.
struct Sums(Vec<usize>);

impl Sums {
    fn of(&self, tree: &Tree, node: NodeId) -> usize {
        self.0[tree.nodes[node].end] - self.0[node]
    }
}

impl<'t> Content<'t> {
    pub(super) fn find(tree: &'t Tree) -> Self {
        let (weights, linked, links) = weigh(tree);
        let mut content = Content { tree, weights, linked, links, root: 0 };
        content.root = content.container().unwrap_or_else(|| content.densest());
        content.root = content.with_notes();
        content
    }

    /// The content with the notes that a word processor puts behind it.
    fn with_notes(&self) -> NodeId {
        let is_notes = |node: &NodeId| {
            let style = self.tree.attribute(*node, Attribute::Style).unwrap_or_default();
            style.contains("mso-element:footnote-list") || style.contains("mso-element:endnote-list")
        };
        let last = (self.tree.nodes[self.root].end..self.tree.nodes.len()).rev().find(is_notes);
        let holds = |node: &NodeId| last.is_some_and(|last| self.tree.nodes[*node].end > last);
        last.and_then(|_| (0..self.root).rev().find(holds)).unwrap_or(self.root)
    }

    /// Whether a node inside the content is to be passed over with all that it holds.
    pub(super) fn is_furniture(&self, node: NodeId) -> bool {
        let Some(tag) = self.tree.tag(node) else { return false };
        if matches!(tag, Tag::Foreign | Tag::Title | Tag::Meta) {
            return true;
        }
        let looks = tag == Tag::Furniture
            || self.is_hidden(node)
            || names(self.tree, node).any(|name| is_furniture_name(&name))
            || (tag.is_block() && self.is_list_of_links(node));
        looks && self.weight(node) * 10 <= self.weight(0) * 3
    }

    /// Whether a node is text that readers see outside of links.
    pub(super) fn is_prose(&self, node: NodeId) -> bool {
        matches!(self.tree.nodes[node].kind, Kind::Text(_)) && self.has_prose(node)
    }

    /// Whether there is text below a node outside of links.
    pub(super) fn has_prose(&self, node: NodeId) -> bool {
        self.weight(node) > 0
    }

    fn weight(&self, node: NodeId) -> usize {
        self.weights.of(self.tree, node)
    }

    fn container(&self) -> Option<NodeId> {
        let holds_half = |node: &NodeId| self.weight(*node) * 2 >= self.weight(0) && self.weight(0) > 0;
        (0..self.tree.nodes.len())
            .filter(|node| self.tree.tag(*node).is_some_and(Tag::is_block))
            .filter(|node| names(self.tree, *node).any(|name| CONTAINERS.contains(&name.as_str())))
            .find(holds_half)
    }

    /// Goes down from the page as long as one child holds nine tenths of the prose.
    fn densest(&self) -> NodeId {
        let mut node = 0;
        loop {
            let total: usize = self.children(node).map(|child| self.weight(child)).sum();
            let heaviest = self.children(node).max_by_key(|child| self.weight(*child));
            match heaviest {
                Some(child) if is_container(self.tree.tag(child)) && self.weight(child) * 10 >= total * 9 => {
                    node = child
                }
                _ => return node,
            }
        }
    }

    fn children(&self, node: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        self.tree.children(node).filter(|child| !self.is_furniture(*child))
    }

    fn is_hidden(&self, node: NodeId) -> bool {
        let style = self.tree.attribute(node, Attribute::Style).unwrap_or_default().to_ascii_lowercase();
        let style: String = style.split_whitespace().collect();
        style.contains("display:none")
            || style.contains("visibility:hidden")
            || self.tree.attribute(node, Attribute::Hidden).is_some()
    }

    /// A block of at least three links with little else; a paragraph that names one file to load is none.
    fn is_list_of_links(&self, node: NodeId) -> bool {
        self.links.of(self.tree, node) >= 3 && self.linked.of(self.tree, node) * 2 >= self.weight(node) * 3
    }
}

fn is_furniture_name(name: &str) -> bool {
    FURNITURE_NAMES.contains(&name) || FURNITURE.iter().any(|part| name.contains(part))
}

/// An element that may hold a report: not a paragraph, which would lose its title and what follows.
fn is_container(tag: Option<Tag>) -> bool {
    matches!(tag, Some(Tag::Block | Tag::Table | Tag::Row | Tag::Cell | Tag::Inline | Tag::Item | Tag::Preformatted))
}

/// The `id` and the classes of an element, in lower case.
fn names(tree: &Tree, node: NodeId) -> impl Iterator<Item = String> + '_ {
    let own = [Attribute::Id, Attribute::Class].into_iter().filter_map(move |kind| tree.attribute(node, kind));
    own.flat_map(str::split_whitespace).map(str::to_ascii_lowercase)
}

/// Before each node: the weight of the prose, the number of characters in links, the number of links.
fn weigh(tree: &Tree) -> (Sums, Sums, Sums) {
    let (mut weights, mut linked, mut links) = (vec![0], vec![0], vec![0]);
    let mut sums = (0, 0, 0);
    let (mut link_end, mut foreign_end) = (0, 0);
    for (node, Node { kind, end }) in tree.nodes.iter().enumerate() {
        match kind {
            Kind::Element(Tag::Link) => {
                link_end = link_end.max(*end);
                sums.2 += 1;
            }
            Kind::Element(Tag::Foreign | Tag::Title) => foreign_end = foreign_end.max(*end),
            Kind::Text(_) if node < foreign_end => {}
            Kind::Text(text) if node < link_end => sums.1 += text.chars().filter(|c| !c.is_whitespace()).count(),
            Kind::Text(text) => sums.0 += weight(text),
            Kind::Element(_) => {}
        }
        weights.push(sums.0);
        linked.push(sums.1);
        links.push(sums.2);
    }
    (Sums(weights), Sums(linked), Sums(links))
}

fn weight(text: &str) -> usize {
    text.chars().fold(0, |weight, c| match c {
        '，' | '。' | '；' | '：' | '、' => weight + 1 + PUNCTUATION_WEIGHT,
        c if c.is_whitespace() => weight,
        _ => weight + 1,
    })
}
