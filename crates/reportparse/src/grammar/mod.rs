//! The small rules: one noun a file, each a function of the text alone.
//!
//! `nom` is named here and nowhere else.

mod approx;
pub(crate) mod date;
pub(crate) mod day;
pub(crate) mod enumerator;
pub(crate) mod marker;
pub(crate) mod numeral;
pub(crate) mod ordinal;
pub(crate) mod period;
pub(crate) mod quantity;
pub(crate) mod scale;
mod unit;

/// What a rule gives: the rest of the input and the thing read.
pub(crate) type Parsed<'t, T> = nom::IResult<&'t str, T, ()>;

/// The thing that `rule` reads at the start of `input`, and how many bytes it takes.
pub(crate) fn at_start<'t, T>(rule: impl Fn(&'t str) -> Parsed<'t, T>, input: &'t str) -> Option<(T, usize)> {
    rule(input).ok().map(|(rest, thing)| (thing, input.len() - rest.len()))
}

/// What `text` starts with, up to the length of so many `ideographs`: a look-ahead stays bounded, whatever follows.
pub(crate) fn near(text: &str, ideographs: usize) -> &str {
    &text[..text.floor_char_boundary(ideographs * '一'.len_utf8())]
}
