//! Levels of headings: the rank of a marker's style among the styles that its part uses.

use super::Heading;
use crate::grammar::marker::Style;

/// Sets the level of each heading: the rank of its style among those of its part.
pub(super) fn levels(headings: &mut [Heading]) {
    for part in headings.chunk_by_mut(|a, b| a.part == b.part) {
        let mut styles: Vec<Style> =
            part.iter().filter_map(|heading| heading.candidate.marker).map(|m| m.style).collect();
        styles.sort_unstable();
        styles.dedup();
        reorder(&mut styles, part);
        let above = part[0].part > 0 || unnumbered_above(part, styles.first().copied());
        let mut below = 0;
        for heading in part {
            let rank =
                heading.candidate.marker.and_then(|marker| styles.iter().position(|&style| style == marker.style));
            heading.level = match rank {
                _ if heading.note => 1,
                Some(rank) => {
                    below = rank as u8 + u8::from(above) + 1;
                    below
                }
                None if above => 1,
                None => below + 1,
            };
        }
    }
}

/// Swaps two neighbouring styles that a report uses the other way round: （三） goes on from （二） although 一、 has begun
/// between them, so 一、 stands inside （二）.
fn reorder(styles: &mut [Style], part: &[Heading]) {
    for at in 1..styles.len() {
        if goes_on(part, styles[at], styles[at - 1]) {
            styles.swap(at - 1, at);
        }
    }
}

/// Whether the numbers of `style` go on somewhere although those of `other` have begun since the last of them.
fn goes_on(part: &[Heading], style: Style, other: Style) -> bool {
    let mut last = None;
    let mut begun = false;
    part.iter().filter_map(|heading| heading.candidate.marker).any(|marker| {
        begun |= marker.style == other && marker.ordinal == Some(1);
        let Some(ordinal) = marker.ordinal.filter(|_| marker.style == style) else { return false };
        let expected = last.replace(ordinal).map(|last| last + 1);
        std::mem::take(&mut begun) && expected == Some(ordinal)
    })
}

/// Whether the headings without a number rank above the numbered ones: numbering begins below one of them.
fn unnumbered_above(part: &[Heading], top: Option<Style>) -> bool {
    let Some(top) = top else { return true };
    part.windows(2).any(|pair| {
        let begins = pair[1].candidate.marker.is_some_and(|marker| marker.style == top && marker.ordinal == Some(1));
        let is_title = pair[0].candidate.marker.is_none() && !pair[0].note;
        is_title && begins
    })
}
