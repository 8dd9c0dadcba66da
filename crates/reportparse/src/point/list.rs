//! Gives the markers of a section to lists.

use super::candidate::Candidate;
use crate::diagnostic::{Diagnostic, Oddity};
use crate::grammar::enumerator::{Enumerator, Family, LAST};
use crate::reading::Reading;
use crate::row::{ParagraphRole, ParagraphRow};
use crate::text::is_letter;

/// A list this deep inside others is no list: no report nests so, and a hostile text may.
const MAX_DEPTH: usize = 24;

/// An item that has been given to a list.
pub(super) struct Item<'a> {
    pub(super) candidate: Candidate<'a>,
    pub(super) list: usize,
    pub(super) parent: Option<usize>,
    pub(super) ordinal: Option<u32>,
}

/// A list that may go on.
struct OpenList<'a> {
    family: Family<'a>,
    list: usize,
    last: u32,
    leading: bool,
    /// Its latest item.
    item: usize,
    /// Whether the item before that stands above a body of its own.
    headed: bool,
}

/// The stack of open lists.
pub(super) struct Lists<'a, 'r, 't> {
    readings: &'r [Reading<'t>],
    paragraphs: &'r [ParagraphRow],
    open: Vec<OpenList<'a>>,
    items: Vec<Item<'a>>,
    lengths: Vec<u32>,
}

impl<'a, 'r, 't> Lists<'a, 'r, 't> {
    pub(super) fn new(readings: &'r [Reading<'t>], paragraphs: &'r [ParagraphRow]) -> Self {
        Lists { readings, paragraphs, open: Vec::new(), items: Vec::new(), lengths: Vec::new() }
    }

    /// Gives every marker to a list; returns the items and the length of each list.
    pub(super) fn run(
        mut self,
        candidates: Vec<Candidate<'a>>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> (Vec<Item<'a>>, Vec<u32>) {
        let mut section = None;
        for candidate in candidates {
            if section != Some(candidate.section) {
                section = Some(candidate.section);
                self.open.clear();
            }
            match self.continued(&candidate) {
                Some(list) => self.append(list, candidate, diagnostics),
                None if opens_list(&candidate.enumerator) => self.begin(candidate),
                None => {}
            }
        }
        (self.items, self.lengths)
    }

    /// The open list that `candidate` goes on with: one that stands like it before one that does not, one that expects
    /// its number before one that has skipped some.
    fn continued(&self, candidate: &Candidate<'a>) -> Option<usize> {
        let fits = |skip: u32, alike: bool| {
            self.open.iter().rposition(|list| {
                list.family == candidate.enumerator.family
                    && (!alike || list.leading == candidate.leading)
                    && self.expects(list, candidate, skip)
            })
        };
        fits(1, true).or_else(|| fits(1, false)).or_else(|| fits(2, true)).or_else(|| fits(2, false))
    }

    fn expects(&self, list: &OpenList<'a>, candidate: &Candidate<'a>, skip: u32) -> bool {
        match candidate.enumerator.ordinal {
            None => !self.announces(candidate.paragraph),
            Some(LAST) => list.last > 1 || self.items[list.item].candidate.paragraph == candidate.paragraph,
            Some(ordinal) => ordinal == list.last + skip,
        }
    }

    /// Whether the paragraph before this one announces a new list: it ends with a colon.
    fn announces(&self, paragraph: usize) -> bool {
        let before = paragraph.checked_sub(1).map(|before| (&self.paragraphs[before], self.readings[before].text()));
        before.is_some_and(|(row, text)| row.role != ParagraphRole::Furniture && text.ends_with(['：', ':']))
    }

    fn append(&mut self, list: usize, candidate: Candidate<'a>, diagnostics: &mut Vec<Diagnostic>) {
        self.open.truncate(list + 1);
        let parent = self.items[self.open[list].item].parent;
        self.hold(self.open[list].item);
        let open = &mut self.open[list];
        open.headed = self.items[open.item].candidate.paragraph + 1 < candidate.paragraph;
        let expected = open.last + 1;
        let ordinal = candidate.enumerator.ordinal.map(|stated| if stated == LAST { expected } else { stated });
        open.last = ordinal.unwrap_or(expected);
        open.item = self.items.len();
        self.lengths[open.list] += 1;
        if let Some(found) = ordinal.filter(|&found| found != expected) {
            let span = self.readings[candidate.paragraph].source(candidate.start..candidate.marker_end);
            diagnostics.push(Diagnostic { span, oddity: Oddity::OrdinalSkipped { expected, found } });
        }
        self.items.push(Item { list: self.open[list].list, candidate, parent, ordinal });
    }

    /// Gives the lists that began behind `item` to it, whose own list goes on behind them.
    fn hold(&mut self, item: usize) {
        let (parent, list) = (self.items[item].parent, self.items[item].list);
        let behind = self.items[item + 1..].iter_mut();
        behind.filter(|inner| inner.parent == parent && inner.list != list).for_each(|inner| inner.parent = Some(item));
    }

    fn begin(&mut self, candidate: Candidate<'a>) {
        let holder = self.holder(&candidate);
        self.open.truncate(holder.map_or_else(|| self.resumable(&candidate), |list| list + 1));
        if self.open.len() >= MAX_DEPTH {
            return;
        }
        let parent = holder.map(|list| self.open[list].item);
        let ordinal = candidate.enumerator.ordinal;
        self.open.push(OpenList {
            family: candidate.enumerator.family,
            list: self.lengths.len(),
            last: ordinal.unwrap_or(1),
            leading: candidate.leading,
            item: self.items.len(),
            headed: false,
        });
        self.items.push(Item { candidate, list: self.lengths.len(), parent, ordinal });
        self.lengths.push(1);
    }

    /// The open list whose latest item holds a list that begins here: the item stands in the same paragraph, or in the
    /// one before, which announces the list or is a line above it where the item before had a body below, too.
    fn holder(&self, candidate: &Candidate<'a>) -> Option<usize> {
        let at = candidate.paragraph;
        self.open.iter().rposition(|list| {
            let item = &self.items[list.item].candidate;
            let nested = list.family != candidate.enumerator.family || (list.leading && !candidate.leading);
            let is_title = list.headed && self.readings[item.paragraph].text().ends_with(is_letter);
            let below = item.paragraph + 1 == at && (is_title || self.announces(at));
            nested && (below || item.paragraph == at)
        })
    }

    /// How many open lists may go on behind a list that begins here: those of whole paragraphs.
    fn resumable(&self, candidate: &Candidate<'a>) -> usize {
        let closes =
            |list: &OpenList<'a>| !list.leading || (candidate.leading && list.family == candidate.enumerator.family);
        self.open.iter().position(closes).unwrap_or(self.open.len())
    }
}

fn opens_list(enumerator: &Enumerator<'_>) -> bool {
    matches!(enumerator.ordinal, None | Some(1))
}
