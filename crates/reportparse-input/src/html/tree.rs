//! A page as a tree, built in linear time from the tokens of `html5gum`.
//!
//! The full tree construction of the HTML standard takes quadratic time on hostile pages and gains nothing here: for the
//! text it is enough to know which blocks lie in which. This builder closes what the standard lets a page leave open
//! (`<p>`, `<li>`, `<td>`, …), ignores end tags without a start, and flattens what nests too deep.

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};

use super::tag::Tag;
use crate::error::{Error, Fault};
use crate::options::Options;

/// The index of a node in a [`Tree`]; a node's descendants follow it without a gap.
pub(super) type NodeId = usize;

#[derive(Debug)]
pub(super) struct Tree {
    pub(super) nodes: Vec<Node>,
    attributes: Vec<(NodeId, Attribute, String)>,
}

#[derive(Debug)]
pub(super) struct Node {
    pub(super) kind: Kind,
    /// One past the last descendant.
    pub(super) end: NodeId,
}

#[derive(Debug)]
pub(super) enum Kind {
    Element(Tag),
    Text(String),
}

/// The attributes that tell something about the content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Attribute {
    Class,
    ColumnSpan,
    Content,
    Hidden,
    Id,
    Name,
    RowSpan,
    Style,
}

impl Attribute {
    fn from_name(name: &[u8]) -> Option<Self> {
        Some(match name {
            b"class" => Attribute::Class,
            b"colspan" => Attribute::ColumnSpan,
            b"content" => Attribute::Content,
            b"hidden" => Attribute::Hidden,
            b"id" => Attribute::Id,
            b"name" | b"property" => Attribute::Name,
            b"rowspan" => Attribute::RowSpan,
            b"style" => Attribute::Style,
            _ => return None,
        })
    }
}

impl Tree {
    /// The tree of a page.
    ///
    /// # Errors
    ///
    /// If it has more nodes than the options allow.
    pub(super) fn parse(page: &str, options: &Options) -> Result<Tree, Error> {
        let mut builder = Builder::new(options.max_depth);
        let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, _: Span<()>| -> Option<()> {
            builder.take(&event);
            (builder.tree.size() > options.max_nodes).then_some(())
        });
        emitter.naively_switch_states(true);
        // Reading from a string cannot fail: nothing comes out of the tokenizer unless the tree has grown too large.
        if Tokenizer::new_with_emitter(page, emitter).next().is_some() {
            let limit = options.max_nodes as u64;
            let unit = "elements, attributes and pieces of text";
            return Err(Fault::Limit { limit, unit, option: "max_nodes" }.into());
        }
        Ok(builder.finish())
    }

    /// How many nodes are held, attributes counted as the standard does.
    fn size(&self) -> usize {
        self.nodes.len() + self.attributes.len()
    }

    pub(super) fn tag(&self, node: NodeId) -> Option<Tag> {
        match self.nodes[node].kind {
            Kind::Element(tag) => Some(tag),
            Kind::Text(_) => None,
        }
    }

    pub(super) fn attribute(&self, node: NodeId, attribute: Attribute) -> Option<&str> {
        let first = self.attributes.partition_point(|(owner, ..)| *owner < node);
        let mut own = self.attributes[first..].iter().take_while(|(owner, ..)| *owner == node);
        own.find(|(_, kind, _)| *kind == attribute).map(|(.., value)| value.as_str())
    }

    /// The children of a node, in order.
    pub(super) fn children(&self, node: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        let end = self.nodes[node].end;
        let first = Some(node + 1).filter(|child| *child < end);
        std::iter::successors(first, move |child| Some(self.nodes[*child].end).filter(|next| *next < end))
    }

    /// All text below a node, its blanks squeezed.
    pub(super) fn text(&self, node: NodeId) -> String {
        let texts = self.nodes[node..self.nodes[node].end].iter().filter_map(|node| match &node.kind {
            Kind::Text(text) => Some(text.as_str()),
            Kind::Element(_) => None,
        });
        let joined: String = texts.collect();
        joined.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

struct Builder {
    tree: Tree,
    /// The open elements, outermost first; the first is the root.
    open: Vec<Open>,
    /// How many of them there are of each tag, so that no search is made in vain.
    counts: [usize; Tag::COUNT],
    max_depth: usize,
    /// Elements that were opened beyond the depth and not yet closed.
    too_deep: usize,
    /// The start tag that is being read, and its attribute.
    starting: Option<NodeId>,
    attribute: Option<Attribute>,
}

struct Open {
    tag: Tag,
    name: Name,
    node: NodeId,
}

/// As much of a name as tells an end tag from those of other elements.
type Name = [u8; 8];

fn shorten(name: &[u8]) -> Name {
    let mut short = Name::default();
    let length = name.len().min(short.len());
    short[..length].copy_from_slice(&name[..length]);
    short
}

impl Builder {
    fn new(max_depth: usize) -> Self {
        let root = Node { kind: Kind::Element(Tag::Block), end: 0 };
        Builder {
            tree: Tree { nodes: vec![root], attributes: Vec::new() },
            open: vec![Open { tag: Tag::Block, name: Name::default(), node: 0 }],
            counts: [0; Tag::COUNT],
            max_depth: max_depth.max(2),
            too_deep: 0,
            starting: None,
            attribute: None,
        }
    }

    fn take(&mut self, event: &CallbackEvent<'_>) {
        match event {
            CallbackEvent::OpenStartTag { name } => self.open(name),
            CallbackEvent::AttributeName { name } => self.start_attribute(name),
            CallbackEvent::AttributeValue { value } => self.set_attribute(value),
            CallbackEvent::CloseStartTag { .. } => self.starting = None,
            CallbackEvent::EndTag { name } => self.close(name),
            CallbackEvent::String { value } => self.add(Kind::Text(String::from_utf8_lossy(value).into_owned())),
            CallbackEvent::Comment { .. } | CallbackEvent::Doctype { .. } | CallbackEvent::Error(_) => {}
        }
    }

    fn finish(mut self) -> Tree {
        self.close_from(0);
        self.tree
    }

    fn add(&mut self, kind: Kind) {
        let end = self.tree.nodes.len() + 1;
        self.tree.nodes.push(Node { kind, end });
    }

    fn open(&mut self, name: &[u8]) {
        let tag = Tag::from_name(name);
        self.close_implied(tag);
        let node = self.tree.nodes.len();
        self.add(Kind::Element(tag));
        self.starting = Some(node);
        self.attribute = None;
        if tag.is_void() {
            return;
        }
        if self.open.len() < self.max_depth {
            self.open.push(Open { tag, name: shorten(name), node });
            self.counts[tag as usize] += 1;
        } else {
            self.too_deep += 1;
        }
    }

    fn start_attribute(&mut self, name: &[u8]) {
        self.attribute = Attribute::from_name(name);
        // This one tells by being there; it needs no value.
        if self.attribute == Some(Attribute::Hidden) {
            self.set_attribute(b"");
        }
    }

    fn set_attribute(&mut self, value: &[u8]) {
        if let (Some(node), Some(attribute)) = (self.starting, self.attribute.take()) {
            self.tree.attributes.push((node, attribute, String::from_utf8_lossy(value).into_owned()));
        }
    }

    /// Closes what a start tag ends without saying so.
    fn close_implied(&mut self, tag: Tag) {
        for (ends, within) in tag.implied_ends() {
            if ends.iter().all(|tag| self.counts[*tag as usize] == 0) {
                continue;
            }
            let met = self.open.iter().rposition(|open| ends.contains(&open.tag) || within.contains(&open.tag));
            if let Some(depth) = met.filter(|depth| *depth > 0 && ends.contains(&self.open[*depth].tag)) {
                self.close_from(depth);
            }
        }
    }

    fn close(&mut self, name: &[u8]) {
        self.starting = None;
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return;
        }
        let tag = Tag::from_name(name);
        let name = shorten(name);
        // An end tag does not reach out of the cell that it stands in, save that of the cell, its row or its table.
        let outer = if tag.is_of_table() { &[Tag::Table][..] } else { &[Tag::Table, Tag::Cell][..] };
        let met = match self.counts[tag as usize] {
            0 => None,
            _ => self.open.iter().rposition(|open| open.name == name || outer.contains(&open.tag)),
        };
        match met.filter(|depth| *depth > 0 && self.open[*depth].name == name) {
            Some(depth) => self.close_from(depth),
            // The standard reads `</p>` and `</br>` without a start as breaks.
            None if matches!(tag, Tag::Paragraph | Tag::Break) => self.add(Kind::Element(Tag::Break)),
            None => {}
        }
    }

    /// Closes the open elements from that depth on.
    fn close_from(&mut self, depth: usize) {
        let end = self.tree.nodes.len();
        for open in self.open.drain(depth..) {
            self.tree.nodes[open.node].end = end;
            let count = &mut self.counts[open.tag as usize];
            *count = count.saturating_sub(1);
        }
        self.too_deep = 0;
    }
}
