//! 1. 2. 3.: numbered paragraphs that count on are headings all, or items of a list all.
//!
//! One paragraph by itself often does not tell: the last item of a list is followed by text as a heading is by its body.
//! Those that count on are therefore told together.

use crate::grammar::marker::{Marker, Style};

/// What a numbered paragraph looks like by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Look {
    /// It has a body.
    Heading,
    /// It states a figure, or breaks off.
    Item,
    /// A phrase that a stop closes, with text behind it: its body, or what follows the list that it ends.
    Followed,
    /// A phrase without a body.
    Plain,
}

/// Members of one series, by their places.
struct Series {
    style: Style,
    last: u32,
    members: Vec<usize>,
}

/// Which of the numbered `paragraphs` are headings.
pub(crate) fn headings(paragraphs: &[Option<(Marker, Look)>]) -> Vec<bool> {
    let mut told = vec![false; paragraphs.len()];
    let mut open: Vec<Series> = Vec::new();
    for (at, &(marker, _)) in paragraphs.iter().enumerate().filter_map(|(at, each)| Some((at, each.as_ref()?))) {
        let ordinal = marker.ordinal.unwrap_or(0);
        let counts_on =
            |series: &Series| series.style == marker.style && (1..3).contains(&ordinal.wrapping_sub(series.last));
        while let Some(series) = open.pop_if(|series| series.style >= marker.style && !counts_on(series)) {
            close(&series, paragraphs, &mut told);
        }
        match open.last_mut().filter(|series| counts_on(series)) {
            Some(series) => {
                series.last = ordinal;
                series.members.push(at);
            }
            None => open.push(Series { style: marker.style, last: ordinal, members: vec![at] }),
        }
    }
    for series in &open {
        close(series, paragraphs, &mut told);
    }
    told
}

/// Tells the members of a series: headings, unless more of them are items than have a body.
fn close(series: &Series, paragraphs: &[Option<(Marker, Look)>], told: &mut [bool]) {
    let looks = || series.members.iter().filter_map(|&at| paragraphs[at].map(|(_, look)| look));
    let count = |look: Look| looks().filter(|&each| each == look).count();
    let ends_list = series.members.len() > 1 && looks().next_back() == Some(Look::Followed);
    let bodies = count(Look::Heading) + count(Look::Followed) - usize::from(ends_list);
    if bodies > 0 && bodies >= count(Look::Item) {
        for &at in &series.members {
            told[at] = true;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(paragraphs: &[(Style, u32, Look)]) -> Vec<bool> {
        let paragraphs: Vec<_> = paragraphs
            .iter()
            .map(|&(style, ordinal, look)| Some((Marker { style, ordinal: Some(ordinal) }, look)))
            .collect();
        headings(&paragraphs)
    }

    #[test]
    fn a_series_is_told_as_a_whole() {
        use Look::{Followed, Heading, Item, Plain};
        let series = |looks: &[Look]| -> Vec<(Style, u32, Look)> {
            looks.iter().enumerate().map(|(at, &look)| (Style::Arabic, at as u32 + 1, look)).collect()
        };
        for (looks, expected) in [
            (&[Heading, Plain, Heading][..], true),
            (&[Plain, Plain, Followed], false),
            (&[Followed, Plain], true),
            (&[Followed], true),
            (&[Plain], false),
            (&[Item, Heading, Item], false),
            (&[Heading, Item, Heading], true),
        ] {
            assert!(told(&series(looks)).iter().all(|&each| each == expected), "{looks:?}");
        }
    }

    #[test]
    fn a_series_ends_where_a_higher_one_goes_on() {
        use Look::{Heading, Plain};
        let (higher, lower) = (Style::BracketedHan, Style::Arabic);
        let paragraphs =
            [(higher, 1, Heading), (lower, 1, Plain), (lower, 2, Plain), (higher, 2, Plain), (lower, 1, Heading)];
        assert_eq!(told(&paragraphs), [true, false, false, true, true]);
    }
}
