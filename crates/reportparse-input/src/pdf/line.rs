//! Glyphs to lines: what shares a baseline, from left to right, with the spaces and tabs that the gaps stand for.

use super::glyph::Glyph;
use crate::lines::{is_wide, needs_space};

/// Gaps, in widths of the font. One beyond `TAB` parts columns, as does one beyond `SPACE` letters of one line.
const TAB: f32 = 2.0;
const SPREAD: f32 = 4.5;
const WIDE_SPACE: f32 = 0.6;
const NARROW_SPACE: f32 = 0.2;
/// A gap that lies over or under one that parts columns, this near to it, parts columns too.
const ALLEY: f32 = 0.4;
const NEAR_LINES: f32 = 3.0;

/// A line of a page. Lengths are in points.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) baseline: f32,
    /// The size of most of its characters.
    pub(super) size: f32,
    /// The width of what cannot be broken at its start, and so needs room on the line before.
    pub(super) first_word: f32,
    /// The gaps that part its columns: where each begins and ends.
    pub(super) alleys: Vec<(f32, f32)>,
}

impl Line {
    /// Whether it has columns, and so is a row of a table.
    pub(super) fn is_row(&self) -> bool {
        self.text.contains('\t')
    }

    /// Its right end without a mark that may hang over the edge of the column.
    pub(super) fn inner_right(&self) -> f32 {
        let hangs = self.text.ends_with(['，', '。', '、', '；', '：', '！', '？']);
        if hangs { self.right - self.size } else { self.right }
    }
}

/// The lines of a page from top to bottom.
pub(super) fn from_glyphs(glyphs: &[Glyph]) -> Vec<Line> {
    let mut sorted: Vec<Glyph> = glyphs.to_vec();
    sorted.sort_by(|a, b| b.middle().total_cmp(&a.middle()));
    let mut lines = Vec::new();
    let mut rest = sorted.as_mut_slice();
    while !rest.is_empty() {
        let (line, after) = rest.split_at_mut(line_length(rest));
        line.sort_by(|a, b| a.left.total_cmp(&b.left));
        lines.extend(set(line, &[]).map(|set| (&*line, set)));
        rest = after;
    }
    align(lines.iter_mut());
    align(lines.iter_mut().rev());
    lines.into_iter().map(|(_, line)| line).collect()
}

/// Parts the columns of lines where a row beside them does. In a narrow table an entry may fill its column, so that its line
/// has no wide gap of its own.
fn align<'l, 'g: 'l>(lines: impl Iterator<Item = &'l mut (&'g [Glyph], Line)>) {
    let mut row: Option<Line> = None;
    for (glyphs, line) in lines {
        let is_near = |row: &&Line| (row.baseline - line.baseline).abs() < NEAR_LINES * line.size;
        if let Some(set) = row.as_ref().filter(is_near).and_then(|row| set(glyphs, &row.alleys)) {
            *line = set;
        }
        if line.is_row() {
            row = Some(line.clone());
        }
    }
}

/// How many of the glyphs, sorted from the top, are of the first line: those whose middle lies in its largest one.
fn line_length(glyphs: &[Glyph]) -> usize {
    let mut tallest = glyphs[0];
    for (index, glyph) in glyphs.iter().enumerate() {
        let reach = tallest.size.max(glyph.size) * 0.5;
        if (tallest.middle() - glyph.middle()).abs() > reach {
            return index;
        }
        if glyph.size > tallest.size {
            tallest = *glyph;
        }
    }
    glyphs.len()
}

/// Sets the glyphs of a line, from left to right. `None` if they are all blank.
fn set(glyphs: &[Glyph], known_alleys: &[(f32, f32)]) -> Option<Line> {
    let mut text = String::new();
    let mut alleys = Vec::new();
    let mut last: Option<Glyph> = None;
    let mut first: Option<Glyph> = None;
    for glyph in glyphs {
        if let Some(last) = last {
            if is_shadow(&last, glyph) {
                continue;
            }
            let gap = if is_alley(&last, glyph, known_alleys) { "\t" } else { gap(&text, &last, glyph) };
            if gap == "\t" {
                alleys.push((last.right, glyph.left));
            }
            text.push_str(gap);
        }
        // Blanks at the start of a line are an indent, which its left edge tells.
        if first.is_some() || !glyph.c.is_whitespace() {
            first = first.or(Some(*glyph));
            last = Some(*glyph);
            text.push(glyph.c);
        }
    }
    let inked = || glyphs.iter().filter(|glyph| !glyph.c.is_whitespace());
    let right = inked().map(|glyph| glyph.right).fold(f32::MIN, f32::max);
    let first = first?;
    let (size, baseline) = usual_size(inked());
    let ink: Vec<Glyph> = inked().copied().collect();
    let first_word = ink[word_length(&ink) - 1].right - first.left;
    Some(Line { text: text.trim_end().to_owned(), left: first.left, right, baseline, size, first_word, alleys })
}

/// Whether a gap shares a good part of its width with one that parts the columns of the line beside it.
fn is_alley(last: &Glyph, next: &Glyph, known: &[(f32, f32)]) -> bool {
    let least = ALLEY * last.size.max(next.size);
    let shared = |(start, end): &(f32, f32)| next.left.min(*end) - last.right.max(*start);
    next.left - last.right > least && known.iter().any(|alley| shared(alley) > least)
}

/// Bold letters are sometimes made by setting them twice.
fn is_shadow(last: &Glyph, glyph: &Glyph) -> bool {
    last.c == glyph.c && glyph.left - last.left < 0.3 * (last.right - last.left)
}

/// What the gap between two glyphs stands for, after the text so far. Spaces of the page are glyphs of their own.
fn gap(text: &str, last: &Glyph, next: &Glyph) -> &'static str {
    let gap = (next.left - last.right) / last.size.max(next.size);
    let is_spread = is_wide(next.c) && is_single(text);
    if gap > if is_spread { SPREAD } else { TAB } {
        return "\t";
    }
    if last.c.is_whitespace() || next.c.is_whitespace() {
        return "";
    }
    let enough = if needs_space(Some(last.c), Some(next.c)) { NARROW_SPACE } else { WIDE_SPACE };
    // A bracket or a quotation mark fills half of its width only.
    let is_open = |c: char| is_wide(c) && !c.is_alphanumeric();
    let enough = if is_open(last.c) || is_open(next.c) { enough.max(1.2) } else { enough };
    if gap > enough { " " } else { "" }
}

/// Whether the column that is being set holds one Chinese character so far. Two of them are spread over their column: 合 计.
fn is_single(text: &str) -> bool {
    let cell = text.rsplit('\t').next().unwrap_or(text).trim_start_matches('#');
    let mut chars = cell.chars();
    chars.next().is_some_and(|c| is_wide(c) && c.is_alphabetic()) && chars.next().is_none()
}

/// How many glyphs make the first word: a Western word or number, or a Chinese character, with the marks that must not
/// be parted from it by the end of a line.
fn word_length(glyphs: &[Glyph]) -> usize {
    let may_break = |pair: &[Glyph]| {
        let (before, after) = (pair[0].c, pair[1].c);
        (is_wide(before) || is_wide(after)) && !opens(before) && !closes(after)
    };
    glyphs.windows(2).position(may_break).map_or(glyphs.len(), |last| last + 1)
}

fn opens(c: char) -> bool {
    "（“‘《「『【〔〈([".contains(c)
}

fn closes(c: char) -> bool {
    "，。、；：！？）”’》」』】〕〉…—·％‰%,.;:!?)]".contains(c)
}

/// The size that most characters have, and the baseline of those.
fn usual_size<'g>(glyphs: impl Iterator<Item = &'g Glyph>) -> (f32, f32) {
    let mut sizes: Vec<(f32, f32)> = glyphs.map(|glyph| (glyph.size, glyph.baseline)).collect();
    sizes.sort_by(|a, b| a.0.total_cmp(&b.0));
    sizes.get(sizes.len() / 2).copied().unwrap_or((1.0, 0.0))
}
