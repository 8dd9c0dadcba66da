//! A character with its place on the page.

/// A character as it stands on the page, turned so that its line runs to the right and up is up. Lengths are in points.
#[derive(Clone, Copy, Debug)]
pub(super) struct Glyph {
    pub(super) c: char,
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) baseline: f32,
    pub(super) size: f32,
}

impl Glyph {
    /// The middle of the body of the character. A raised mark shares it with its line, nearly.
    pub(super) fn middle(&self) -> f32 {
        self.baseline + self.size * 0.35
    }
}

/// A page as the engine gives it.
pub(super) struct Page {
    pub(super) glyphs: Vec<Glyph>,
    /// It shows an image and holds next to no text.
    pub(super) is_scan: bool,
}
