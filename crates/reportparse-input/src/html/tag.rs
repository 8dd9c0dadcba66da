//! The elements of HTML as far as they matter to the text.

/// An element by what it does to the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tag {
    /// A block that ends a paragraph: `div`, `section`, `ul`, …
    Block,
    Break,
    Cell,
    /// Content for machines or for other readers than ours: `script`, `style`, `noscript`, …
    Foreign,
    Heading,
    /// `h1`, which is the page's own headline where there is one.
    Headline,
    /// A list item, a term or its description.
    Item,
    Link,
    Meta,
    /// Navigation and other furniture by its name: `nav`, `footer`, `form`, …
    Furniture,
    Paragraph,
    /// Text whose line breaks count.
    Preformatted,
    Row,
    /// Part of a line: `span`, `b`, `font`, and all that is unknown.
    Inline,
    Table,
    Title,
    /// An element without content that makes no break.
    Void,
}

impl Tag {
    /// How many kinds there are.
    pub(super) const COUNT: usize = Tag::Void as usize + 1;

    /// The tag with that name in lower case, as the tokenizer gives it.
    pub(super) fn from_name(name: &[u8]) -> Tag {
        match name {
            b"address" | b"article" | b"blockquote" | b"body" | b"caption" | b"center" | b"details" | b"dir"
            | b"div" | b"dl" | b"fieldset" | b"figcaption" | b"figure" | b"form" | b"header" | b"hgroup" | b"html"
            | b"main" | b"menu" | b"ol" | b"section" | b"summary" | b"tbody" | b"tfoot" | b"thead" | b"ul" => {
                Tag::Block
            }
            b"br" | b"hr" => Tag::Break,
            b"td" | b"th" => Tag::Cell,
            b"applet" | b"audio" | b"canvas" | b"datalist" | b"iframe" | b"math" | b"noembed" | b"noframes"
            | b"noscript" | b"object" | b"script" | b"style" | b"svg" | b"template" | b"textarea" | b"video"
            | b"rp" | b"rt" => Tag::Foreign,
            b"h2" | b"h3" | b"h4" | b"h5" | b"h6" => Tag::Heading,
            b"h1" => Tag::Headline,
            b"li" | b"dd" | b"dt" => Tag::Item,
            b"a" => Tag::Link,
            b"meta" => Tag::Meta,
            b"aside" | b"button" | b"dialog" | b"footer" | b"nav" | b"select" => Tag::Furniture,
            b"p" => Tag::Paragraph,
            b"listing" | b"plaintext" | b"pre" | b"xmp" => Tag::Preformatted,
            b"tr" => Tag::Row,
            b"table" => Tag::Table,
            b"title" => Tag::Title,
            b"area" | b"base" | b"col" | b"embed" | b"frame" | b"img" | b"input" | b"keygen" | b"link" | b"param"
            | b"source" | b"track" | b"wbr" => Tag::Void,
            _ => Tag::Inline,
        }
    }

    pub(super) fn is_void(self) -> bool {
        matches!(self, Tag::Break | Tag::Meta | Tag::Void)
    }

    /// Whether the element begins and ends a line.
    pub(super) fn is_block(self) -> bool {
        !matches!(self, Tag::Inline | Tag::Link | Tag::Void | Tag::Meta | Tag::Foreign | Tag::Title)
    }

    /// Whether an end tag of this name may close what lies around a cell.
    pub(super) fn is_of_table(self) -> bool {
        matches!(self, Tag::Table | Tag::Row | Tag::Cell)
    }

    /// What a start tag closes: elements of the first set, looked for up to one of the second.
    pub(super) fn implied_ends(self) -> &'static [(&'static [Tag], &'static [Tag])] {
        const PARAGRAPH: (&[Tag], &[Tag]) = (&[Tag::Paragraph], &[Tag::Cell, Tag::Table]);
        match self {
            Tag::Item => &[PARAGRAPH, (&[Tag::Item], &[Tag::Block, Tag::Cell, Tag::Table])],
            Tag::Row => &[(&[Tag::Row], &[Tag::Table])],
            Tag::Cell => &[(&[Tag::Cell], &[Tag::Row, Tag::Table])],
            Tag::Table | Tag::Paragraph | Tag::Block | Tag::Heading | Tag::Headline | Tag::Preformatted => &[PARAGRAPH],
            _ => &[],
        }
    }
}
