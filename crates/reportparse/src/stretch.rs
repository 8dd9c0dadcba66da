//! A stretch of text that belongs together, before it is known what it is.

use crate::span::Span;

/// One paragraph's place, and the page numbers inside it.
#[derive(Clone, Debug)]
pub(crate) struct Stretch {
    /// From its first character to its last.
    pub(crate) span: Span,
    /// Page numbers between its lines.
    pub(crate) holes: Vec<Span>,
}
