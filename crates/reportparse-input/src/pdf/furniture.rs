//! Running heads and page numbers: what stands at the edge of page after page. Tables of contents, which repeat the
//! headings with page numbers.

use std::collections::{HashMap, HashSet};

use super::line::Line;

/// So many lines at the top and at the bottom of a page may be furniture.
const EDGE_LINES: usize = 2;
/// A running head stands on so many pages at least.
const FEWEST_PAGES: usize = 3;

/// Takes them out and gives the number of lines of contents. The pages stay, even if nothing is left on one.
pub(super) fn remove(pages: &mut [Vec<Line>]) -> usize {
    let mut seen: HashMap<(String, i32), usize> = HashMap::new();
    for page in pages.iter() {
        let keys: HashSet<_> = edges(page).into_iter().map(|at| key(&page[at])).collect();
        keys.into_iter().for_each(|key| *seen.entry(key).or_default() += 1);
    }
    let least = FEWEST_PAGES.max(pages.len() / 4);
    for page in pages.iter_mut() {
        let repeats = |line: &Line| seen.get(&key(line)).is_some_and(|count| *count >= least);
        let found = edges(page).into_iter().filter(|at| is_page_number(page, *at) || repeats(&page[*at]));
        // From the bottom up, so that the places above stay the same.
        for at in found.collect::<Vec<_>>().into_iter().rev() {
            page.remove(at);
        }
    }
    remove_contents(pages)
}

fn remove_contents(pages: &mut [Vec<Line>]) -> usize {
    let before: usize = pages.iter().map(Vec::len).sum();
    pages.iter_mut().for_each(|page| page.retain(|line| !is_contents(&line.text)));
    before - pages.iter().map(Vec::len).sum::<usize>()
}

/// A heading, a row of dots and a page number.
fn is_contents(text: &str) -> bool {
    let before = text.trim_end_matches(|c: char| c.is_numeric() || c.is_whitespace() || "()（）-".contains(c));
    let heading = before.trim_end_matches(|c: char| c.is_whitespace() || ".…·．‥".contains(c));
    let dots = before[heading.len()..].chars().map(|c| match c {
        '…' | '‥' => 3,
        '.' | '．' | '·' => 1,
        _ => 0,
    });
    before.len() < text.len() && dots.sum::<usize>() >= 6
}

/// The lines at the edges of a page.
fn edges(page: &[Line]) -> Vec<usize> {
    (0..page.len()).filter(|at| *at < EDGE_LINES || at + EDGE_LINES >= page.len()).collect()
}

/// What a running head has in common on all its pages: its words without numbers, and its height on the page.
fn key(line: &Line) -> (String, i32) {
    let words = line.text.chars().filter(|c| !c.is_numeric() && !c.is_whitespace()).collect();
    (words, (line.baseline / 4.0).round() as i32)
}

/// `3`, `- 3 -`, `— 3 —`, `第3页`, `3/12`, `第 3 页 共 12 页` as the first or the last line of a page.
fn is_page_number(page: &[Line], at: usize) -> bool {
    let is_outermost = at == 0 || at + 1 == page.len();
    is_outermost && counts_pages(&page[at].text)
}

fn counts_pages(text: &str) -> bool {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let is_digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let is_roman = |c: char| "ivxIVXⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ".contains(c);
    let longest = text.split(|c| !is_digit(c)).map(|digits| digits.chars().count()).max().unwrap_or(0);
    let is_numbered =
        (1..=4).contains(&longest) && text.chars().all(|c| is_digit(c) || "-–—－―·•/第页共，~～".contains(c));
    is_numbered || (!text.is_empty() && text.chars().all(is_roman))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_numbers_are_told_from_figures() {
        for number in ["3", "- 3 -", "— 12 —", "第 3 页 共 12 页", "3/12", "iv", "·７·"] {
            assert!(counts_pages(number), "{number}");
        }
        for text in ["", "1,031", "5.2%", "2024年", "一", "20240827", "合计 3"] {
            assert!(!counts_pages(text), "{text}");
        }
    }

    #[test]
    fn contents_are_told_by_their_dots() {
        for line in ["一、工作回顾………………2", "（一）产业 ........ 12", "附件·······（3）"]
        {
            assert!(is_contents(line), "{line}");
        }
        for line in ["……", "总值1031.1", "等等……共3项", "增长5.2%......"] {
            assert!(!is_contents(line), "{line}");
        }
    }
}
