//! 一是…；二是…: enumerations, their items and their nesting.
//!
//! The markers of a section are gone through once. Open lists lie on a stack; a marker goes to the nearest list that
//! expects its number, opens a list if it states one, and is prose otherwise. A list of one item is no list.

use crate::announced;
use crate::diagnostic::{Diagnostic, Oddity};
use crate::front;
use crate::grammar::enumerator::{self, Enumerator, Family, LAST};
use crate::grammar::{Parsed, at_start, ordinal};
use crate::reading::Reading;
use crate::row::{ParagraphId, ParagraphRole, ParagraphRow, PointId, PointRow, SectionId, SectionRow};
use crate::text::{columns, is_letter, is_stop, next_sign, utf8_len};

/// A list this deep inside others is no list: no report nests so, and a hostile text may.
const MAX_DEPTH: usize = 24;
const MAX_LEAD: usize = 64;
/// What sets the time in front of a heading phrase ends so.
const TIMES: &[&str] = &["年来", "以来", "一年", "五年", "期间"];

/// A marker that opens a point, with its place.
#[derive(Clone, Debug)]
struct Candidate<'a> {
    enumerator: Enumerator<'a>,
    paragraph: usize,
    section: Option<SectionId>,
    start: usize,
    marker_end: usize,
    /// Whether it begins its paragraph.
    leading: bool,
    /// Where its point ends if no other of its list follows.
    end: usize,
}

/// A list that may go on.
struct OpenList<'a> {
    family: Family<'a>,
    list: usize,
    last: u32,
    leading: bool,
    /// Its latest item.
    item: usize,
}

/// An item that has been given to a list.
struct Item<'a> {
    candidate: Candidate<'a>,
    list: usize,
    parent: Option<usize>,
    ordinal: Option<u32>,
}

/// Finds the points of all sections.
pub(crate) fn find(
    readings: &[Reading<'_>],
    paragraphs: &[ParagraphRow],
    sections: &[SectionRow],
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<PointRow> {
    let candidates = candidates(readings, paragraphs, sections);
    let (items, lists) = Lists::new(readings, paragraphs).run(candidates, diagnostics);
    let rows = rows(readings, paragraphs, items, &lists);
    counts(readings, &rows, diagnostics);
    rows
}

fn candidates<'a>(
    readings: &'a [Reading<'_>],
    paragraphs: &[ParagraphRow],
    sections: &[SectionRow],
) -> Vec<Candidate<'a>> {
    let mut found = Vec::new();
    for (at, (reading, row)) in readings.iter().zip(paragraphs).enumerate() {
        let text = reading.text();
        let from = match row.role {
            ParagraphRole::Body | ParagraphRole::Closing => 0,
            ParagraphRole::Heading => match row.section.map(|id| &sections[id.0 as usize]) {
                Some(section) if section.run_in => reading.offset_of(section.title.end),
                _ => continue,
            },
            _ => continue,
        };
        let first = found.len();
        let mut push = |rule: fn(&'a str) -> Parsed<'a, Enumerator<'a>>, start: usize, leading: bool| {
            let opened = at_start(rule, &text[start..]).filter(|(_, len)| opens_text(&text[start + len..]));
            if let Some((enumerator, len)) = opened {
                let (section, marker_end, end) = (row.section, start + len, text.len());
                found.push(Candidate { enumerator, paragraph: at, section, start, marker_end, leading, end });
            }
        };
        // The subtitle of a text that is given twice opens with dashes, too.
        if from == 0 && !(text.starts_with('—') && front::is_subtitle(text)) {
            push(enumerator::leading, 0, true);
        }
        for start in starts(text, from) {
            push(enumerator::inline, start, false);
        }
        end_with_sentences(text, &mut found[first..]);
    }
    found
}

/// The last item of a list ends with its paragraph, or before a sentence about the whole list (以上事项…); where semicolons
/// part the items, with its sentence.
fn end_with_sentences(text: &str, candidates: &mut [Candidate<'_>]) {
    let mut stop = text.len();
    let mut read = text.len();
    for candidate in candidates.iter_mut().rev() {
        let start = candidate.start;
        stop = text[start..read].find('。').map_or(stop, |at| start + at + '。'.len_utf8());
        read = start;
        if text[..start].ends_with(['；', ';']) {
            candidate.end = stop;
        }
    }
    if let Some(last) = candidates.last_mut().filter(|last| !last.leading)
        && let Some(about) = text[last.start..last.end].find("。以上")
    {
        last.end = last.start + about + '。'.len_utf8();
    }
}

/// Whether something that a point can say follows its marker.
fn opens_text(rest: &str) -> bool {
    rest.trim_start_matches(['，', ',', '、', '：', ':'])
        .starts_with(|c: char| c.is_alphanumeric() || "“《「（(".contains(c))
}

/// The places at which a point may start inside a paragraph: behind a mark; numbers and 首先, which stand in prose too, only
/// behind a strong one.
fn starts(text: &str, from: usize) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    let mut at = from;
    std::iter::from_fn(move || {
        loop {
            let sign = next_sign(bytes, at)?;
            at = sign + utf8_len(bytes[sign]);
            if enumerator::OPENING.start(&text[at..]) && parts(&text[sign..at], &text[at..]) {
                return Some(at);
            }
        }
    })
}

/// Whether `sign` parts a point that opens `rest` from what stands before it.
fn parts(sign: &str, rest: &str) -> bool {
    let strong = sign.ends_with(is_stop) || matches!(sign, "；" | ";" | "：" | ":");
    let weak = matches!(sign, "，" | "," | "、" | "”" | "）");
    let in_prose = || {
        rest.starts_with(|c| matches!(c, '0'..='9' | '０'..='９' | '首' | '再' | '最'))
            || rest.starts_with("其次")
            || rest.trim_start_matches(ordinal::HAN_DIGITS).starts_with('、')
    };
    strong || weak && !in_prose()
}

/// The stack of open lists.
struct Lists<'a, 'r, 't> {
    readings: &'r [Reading<'t>],
    paragraphs: &'r [ParagraphRow],
    open: Vec<OpenList<'a>>,
    items: Vec<Item<'a>>,
    lengths: Vec<u32>,
}

impl<'a, 'r, 't> Lists<'a, 'r, 't> {
    fn new(readings: &'r [Reading<'t>], paragraphs: &'r [ParagraphRow]) -> Self {
        Lists { readings, paragraphs, open: Vec::new(), items: Vec::new(), lengths: Vec::new() }
    }

    /// Gives every marker to a list; returns the items and the length of each list.
    fn run(mut self, candidates: Vec<Candidate<'a>>, diagnostics: &mut Vec<Diagnostic>) -> (Vec<Item<'a>>, Vec<u32>) {
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
        self.hold(self.open[list].item, candidate.leading);
        let open = &mut self.open[list];
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

    /// Gives the lists that began behind `item` to it, whose own list goes on behind them, a paragraph an item.
    fn hold(&mut self, item: usize, leading: bool) {
        let (parent, list) = (self.items[item].parent, self.items[item].list);
        if leading && self.items[item].candidate.leading {
            let behind = self.items[item + 1..].iter_mut();
            behind
                .filter(|inner| inner.parent == parent && inner.list != list)
                .for_each(|inner| inner.parent = Some(item));
        }
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
        });
        self.items.push(Item { candidate, list: self.lengths.len(), parent, ordinal });
        self.lengths.push(1);
    }

    /// The open list whose latest item holds a list that begins here: the item stands in the same paragraph, or in the
    /// one before, which announces the list.
    fn holder(&self, candidate: &Candidate<'a>) -> Option<usize> {
        let at = candidate.paragraph;
        self.open.iter().rposition(|list| {
            let item = &self.items[list.item].candidate;
            let nested = list.family != candidate.enumerator.family || (list.leading && !candidate.leading);
            let announced = candidate.leading && item.paragraph + 1 == at && self.announces(at);
            nested && if candidate.leading { announced } else { item.paragraph == at }
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

/// Makes the rows of the lists that have more than one item, in document order.
fn rows(readings: &[Reading<'_>], paragraphs: &[ParagraphRow], items: Vec<Item<'_>>, lengths: &[u32]) -> Vec<PointRow> {
    let kept: Vec<bool> = items.iter().map(|item| lengths[item.list] > 1).collect();
    let mut index = vec![u32::MAX; items.len()];
    let mut list_number = vec![u32::MAX; lengths.len()];
    let mut lists = 0;
    let parents = kept_parents(&items, &kept);
    let ends = ends(readings, paragraphs, &items, &kept, &parents);
    let mut rows: Vec<PointRow> = Vec::with_capacity(items.len());
    for (at, item) in items.iter().enumerate().filter(|&(at, _)| kept[at]) {
        index[at] = rows.len() as u32;
        if list_number[item.list] == u32::MAX {
            list_number[item.list] = lists;
            lists += 1;
        }
        let parent = parents[at].map(|parent| PointId(index[parent]));
        let Candidate { paragraph, section, start, marker_end, .. } = item.candidate;
        let reading = &readings[paragraph];
        let marker = reading.source(start..marker_end);
        let text = reading.text();
        let own = &text[marker_end..reading.offset_of(ends[at]).clamp(marker_end, text.len())];
        let is_headed = ends[at] > reading.source(0..text.len()).end;
        rows.push(PointRow {
            span: crate::Span { start: marker.start, end: ends[at].max(marker.end) },
            parent,
            list: list_number[item.list],
            section,
            paragraph: ParagraphId(paragraph as u32),
            depth: parent.map_or(0, |parent| rows[parent.0 as usize].depth + 1),
            marker,
            ordinal: item.ordinal,
            lead: lead(own, is_headed).map(|range| reading.source(marker_end + range.start..marker_end + range.end)),
        });
    }
    part_siblings(&mut rows);
    rows
}

/// The nearest item above each that is kept.
fn kept_parents(items: &[Item<'_>], kept: &[bool]) -> Vec<Option<usize>> {
    let mut parents: Vec<Option<usize>> = Vec::with_capacity(items.len());
    for item in items {
        let parent = item.parent.and_then(|parent| if kept[parent] { Some(parent) } else { parents[parent] });
        parents.push(parent);
    }
    parents
}

/// Ends every point where the next one begins that it does not hold, and takes away a lead that then lies outside.
fn part_siblings(rows: &mut [PointRow]) {
    let mut open: Vec<usize> = Vec::new();
    for at in 0..rows.len() {
        let start = rows[at].span.start;
        while let Some(&last) = open.last().filter(|&&last| rows[at].parent != Some(PointId(last as u32))) {
            rows[last].span.end = rows[last].span.end.min(start);
            open.pop();
        }
        if open.is_empty() {
            rows[at].parent = None;
        }
        open.push(at);
    }
    for row in rows {
        row.lead = row.lead.filter(|lead| row.span.contains(*lead));
    }
}

/// Where each item ends: before the next item of its list or of a list that holds it, else where its content does.
fn ends(
    readings: &[Reading<'_>],
    paragraphs: &[ParagraphRow],
    items: &[Item<'_>],
    kept: &[bool],
    parents: &[Option<usize>],
) -> Vec<u32> {
    let mut ends = vec![0; items.len()];
    let mut next_of_list: std::collections::HashMap<usize, usize> = std::collections::HashMap::new();
    for (at, item) in items.iter().enumerate().rev().filter(|&(at, _)| kept[at]) {
        let Candidate { paragraph, start, end, .. } = item.candidate;
        let next = next_of_list.insert(item.list, at);
        ends[at] = match next {
            Some(next) => end_before(readings, paragraphs, &items[next].candidate),
            None => {
                body_of(readings, paragraphs, items, at).unwrap_or_else(|| readings[paragraph].source(start..end).end)
            }
        };
    }
    let held: Vec<Option<usize>> = (0..items.len()).map(|at| parents[at].filter(|_| kept[at])).collect();
    lengthen(readings, items, &held, &mut ends);
    for (at, parent) in held.iter().enumerate().filter_map(|(at, parent)| Some((at, (*parent)?))) {
        ends[at] = ends[at].min(ends[parent]);
    }
    ends
}

/// A list that an item announces behind its own end makes the item longer, and those that hold it.
fn lengthen(readings: &[Reading<'_>], items: &[Item<'_>], held: &[Option<usize>], ends: &mut [u32]) {
    let mut longer = vec![false; items.len()];
    for (at, parent) in held.iter().enumerate().rev() {
        let Candidate { paragraph, start, marker_end, .. } = items[at].candidate;
        if let Some(parent) = *parent
            && (longer[at] || readings[paragraph].source(start..marker_end).start >= ends[parent])
        {
            ends[parent] = ends[parent].max(ends[at]);
            longer[parent] = true;
        }
    }
}

/// The end of what stands before `next`.
fn end_before(readings: &[Reading<'_>], paragraphs: &[ParagraphRow], next: &Candidate<'_>) -> u32 {
    if next.start > 0 {
        return readings[next.paragraph].source(0..next.start).end;
    }
    let before = paragraphs[..next.paragraph].iter().rev().find(|row| row.role != ParagraphRole::Furniture);
    before.map_or(0, |row| row.span.end)
}

/// The end of the body below the last item of a list whose items are lines of their own, each above its body.
fn body_of(readings: &[Reading<'_>], paragraphs: &[ParagraphRow], items: &[Item<'_>], item: usize) -> Option<u32> {
    let Candidate { paragraph, start, .. } = items[item].candidate;
    let is_line = start == 0 && readings[paragraph].text().ends_with(is_letter);
    let body = paragraphs.get(paragraph + 1).filter(|row| is_line && row.role == ParagraphRole::Body)?;
    let before = items[..item].iter().rev().find(|before| before.list == items[item].list)?;
    let has_body = before.candidate.paragraph + 1 < paragraph;
    let begins_there = items.get(item + 1).is_some_and(|next| next.candidate.paragraph == paragraph + 1);
    (has_body && !begins_there).then_some(body.span.end)
}

/// The heading phrase that opens the text of an item: up to its first mark, where it is short and more follows, behind a
/// comma more than an aim (深化改革，激发活力 is one phrase); the whole line where the item is a line above its body.
fn lead(text: &str, is_headed: bool) -> Option<std::ops::Range<usize>> {
    let start = text.len() - text.trim_start_matches(['，', ',', '、', '：', ':']).len();
    let end = phrase_end(text, start).or_else(|| is_headed.then_some(text.len()))?;
    let rest = text[end..].trim_matches(is_mark);
    let elaborates = match text[end..].starts_with(['，', ',']) {
        true => rest.contains(is_mark) || rest.contains(ordinal::is_digit),
        false => !rest.is_empty(),
    };
    let phrase = &text[start..end];
    let is_phrase = (4..=MAX_LEAD).contains(&columns(phrase))
        && !["按照", "根据", "将", "把"].iter().any(|word| phrase.starts_with(word))
        && !phrase.contains(ordinal::is_digit);
    (is_phrase && (elaborates || is_headed)).then_some(start..end)
}

/// The first mark behind `start`; a comma behind the words of a time does not count: 五年来，综合实力显著增强。
fn phrase_end(text: &str, start: usize) -> Option<usize> {
    let end = start + text[start..].find(is_mark)?;
    let behind = text[end..].strip_prefix(['，', ',']);
    match behind.filter(|_| TIMES.iter().any(|word| text[start..end].ends_with(word))) {
        Some(behind) => Some(text.len() - behind.len() + behind.find(is_mark)?),
        None => Some(end),
    }
}

fn is_mark(c: char) -> bool {
    is_stop(c) || matches!(c, '；' | ';' | '，' | ',' | '：' | ':')
}

/// Compares the number of points that the text announces before a list with the number that follow.
fn counts(readings: &[Reading<'_>], rows: &[PointRow], diagnostics: &mut Vec<Diagnostic>) {
    let mut sizes: Vec<u32> = Vec::new();
    for row in rows {
        if row.list as usize == sizes.len() {
            sizes.push(0);
        }
        sizes[row.list as usize] += 1;
    }
    let mut seen = 0;
    for row in rows {
        if row.list < seen {
            continue;
        }
        seen = row.list + 1;
        let paragraph = row.paragraph.0 as usize;
        let start = readings[paragraph].offset_of(row.span.start);
        let (holder, before) = match (start, paragraph.checked_sub(1)) {
            (0, Some(before)) => (&readings[before], readings[before].text()),
            _ => (&readings[paragraph], &readings[paragraph].text()[..start]),
        };
        let found = sizes[row.list as usize];
        if let Some((announced, range)) = announced::count(before).filter(|&(announced, _)| announced != found) {
            diagnostics
                .push(Diagnostic { span: holder.source(range), oddity: Oddity::CountDiffers { announced, found } });
        }
    }
}
