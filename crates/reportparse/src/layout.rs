//! How a text breaks its lines, and what its paragraphs are.
//!
//! A report should have one paragraph a line. Copies have lost that in three ways: lines wrapped inside sentences (a
//! paste from a PDF), lines broken around links with blank lines between the paragraphs (a wiki), and the whole report
//! on one line. Each is told from the shape of the lines alone, before anything is read.

use crate::front;
use crate::furniture::{furniture, is_page_number};
use crate::grammar::{at_start, enumerator, marker};
use crate::runon;
use crate::span::Span;
use crate::stretch::Stretch;
use crate::text::{Line, columns, is_blank, is_stop, is_wide, is_wider};

/// No page is so narrow that its lines are shorter, in columns; headings are.
const LEAST_WIDTH: usize = 40;
/// A line is full when the first word of the next one would not have fitted, give or take this many columns: a mark that
/// may not open a line takes the character before it along.
const RAGGED: usize = 5;

/// The shape of a text's lines.
#[derive(Debug)]
enum Layout {
    /// One paragraph a line.
    Plain,
    /// Blank lines part the paragraphs; a lone line break means nothing.
    Spaced,
    /// Lines wrapped at `width` columns.
    Wrapped { width: usize, indents: bool },
}

/// The paragraphs that `lines` of `source` make.
pub(crate) fn stretches(source: &str, lines: &[Line]) -> Vec<Stretch> {
    let layout = Layout::of(source, lines);
    let mut stretches: Vec<Stretch> = Vec::with_capacity(lines.len());
    let mut last: Option<Line> = None;
    let mut page_break: Option<Span> = None;
    for &line in lines {
        let may_break = !matches!(layout, Layout::Spaced) && last.is_some();
        if may_break && is_page_number(&source[line.span.range()]) {
            if let Some(earlier) = page_break.replace(line.span) {
                stretches.push(Stretch { span: earlier, holes: Vec::new() });
            }
            continue;
        }
        let joins = match (last, stretches.last()) {
            (Some(last), Some(_)) if page_break.is_some() && matches!(layout, Layout::Plain) => {
                is_cut(&source[last.span.range()], &source[line.span.range()])
            }
            (Some(last), Some(stretch)) => layout.joins(source, stretch.span, last, line),
            _ => false,
        };
        match stretches.last_mut() {
            Some(stretch) if joins => {
                stretch.holes.extend(page_break.take());
                stretch.span.end = line.span.end;
            }
            _ => {
                stretches.extend(page_break.take().map(|span| Stretch { span, holes: Vec::new() }));
                stretches.push(Stretch { span: line.span, holes: Vec::new() });
            }
        }
        last = Some(line);
    }
    stretches.extend(page_break.map(|span| Stretch { span, holes: Vec::new() }));
    runon::split(source, stretches)
}

impl Layout {
    fn of(source: &str, lines: &[Line]) -> Layout {
        if let Some(wrapped) = Layout::wrapped(source, lines) {
            return wrapped;
        }
        let spaced = lines.iter().skip(1).filter(|line| line.spaced).count();
        let spaced = lines.len() > 8 && spaced * 10 > (lines.len() - 1) * 6;
        if spaced { Layout::Spaced } else { Layout::Plain }
    }

    /// Wrapped, if at least a third of the lines end inside a sentence and most of these are about as long as the longest.
    /// Headings end without a stop anyway.
    fn wrapped(source: &str, lines: &[Line]) -> Option<Layout> {
        let is_open = |line: &&Line| {
            let text = &source[line.span.range()];
            (30..400).contains(&line.span.len()) && is_open(text) && !opens_heading(text)
        };
        let open = lines.iter().filter(is_open).count();
        if lines.len() < 12 || open * 3 < lines.len() {
            return None;
        }
        let mut widths: Vec<usize> =
            lines.iter().filter(is_open).map(|line| columns(&source[line.span.range()])).collect();
        widths.sort_unstable();
        let width = widths[widths.len() * 9 / 10];
        if width < LEAST_WIDTH {
            return None;
        }
        let full = widths.iter().filter(|&&each| each + 3 * RAGGED >= width).count();
        let beyond = lines.iter().filter(|line| is_wider(&source[line.span.range()], width + 2 * RAGGED)).count();
        if beyond * 3 > lines.len() {
            return None;
        }
        let indented = lines.iter().filter(|line| line.indented).count();
        let indents = indented * 20 > lines.len() && indented * 2 < lines.len();
        (full * 10 >= open * 6).then_some(Layout::Wrapped { width, indents })
    }

    /// Whether `next` goes on with the paragraph `so_far`, whose last line is `line`.
    fn joins(&self, source: &str, so_far: Span, line: Line, next: Line) -> bool {
        let (text, next_text) = (&source[line.span.range()], &source[next.span.range()]);
        if goes_on(next_text) {
            return true;
        }
        if front::ends_occasion(text) || front::addresses(next_text) {
            return false;
        }
        let open = is_open(text);
        match *self {
            Layout::Plain => text.ends_with('，') && !opens(next_text),
            Layout::Spaced => {
                let prose = so_far.len() >= 30 && !opens_heading(text) && furniture(next_text).is_none();
                !next.spaced && open && prose && !opens(next_text)
            }
            Layout::Wrapped { .. } if furniture(text).is_some() || furniture(next_text).is_some() => false,
            Layout::Wrapped { width, indents } => {
                let full = columns(text) + first_word(next_text) + RAGGED > width;
                let goes_on = open && columns(text) * 2 >= width;
                let ends = !open || opens_heading(text) && !full;
                let starts = ends && opens(next_text) || indents && next.indented;
                (full || goes_on) && !starts
            }
        }
    }
}

/// How many columns the first word of a line takes: one Chinese character, or a run of others.
fn first_word(text: &str) -> usize {
    match text.chars().next() {
        Some(first) if is_wide(first) => 2,
        _ => text.chars().take_while(|&c| !is_wide(c) && !is_blank(c)).count(),
    }
}

/// Whether a line ends inside a sentence.
fn is_open(text: &str) -> bool {
    !text.ends_with(|c| is_stop(c) || matches!(c, '：' | ':' | '；' | ';' | '”' | '）' | ')' | '】' | '…'))
}

/// Whether a page's end has cut a paragraph into two lines.
fn is_cut(text: &str, next: &str) -> bool {
    let is_heading = opens_heading(text) && !text.contains(is_stop);
    text.len() >= 90 && is_open(text) && !is_heading && !opens(next) && furniture(next).is_none()
}

/// Whether a line opens with a mark that cannot open a paragraph.
fn goes_on(text: &str) -> bool {
    text.starts_with(['，', '、', '。', '；', '：', '？', '！', '）', '》', '％'])
}

fn opens(text: &str) -> bool {
    opens_heading(text) || at_start(enumerator::leading, text).is_some()
}

fn opens_heading(text: &str) -> bool {
    at_start(marker::marker, text).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::lines;

    fn read(source: &str) -> Vec<String> {
        stretches(source, &lines(source)).iter().map(|each| source[each.span.range()].replace('\n', "/")).collect()
    }

    #[test]
    fn a_line_is_a_paragraph() {
        assert_eq!(read("一、回顾\n全年完成投资。\n全年，\n增长。"), ["一、回顾", "全年完成投资。", "全年，/增长。"]);
    }

    #[test]
    fn wrapped_lines_are_joined_over_page_numbers() {
        let line = "全市上下坚持稳中求进工作总基调经济运行总体平稳\n";
        let source =
            format!("一、综合\n{}稳中向好。\n— 3 —\n二、农业\n{}\n— 4 —\n{line}完。\n", line.repeat(9), line.repeat(9));
        let found = read(&source);
        assert_eq!(found.len(), 5, "{found:#?}");
        assert_eq!(found[2], "— 3 —");
        assert!(found[4].contains("— 4 —"));
    }

    #[test]
    fn a_page_break_cuts_a_paragraph_of_a_line() {
        let line = "全市上下坚持稳中求进工作总基调，各项存贷款余额分别达到7338万元和4022";
        assert_eq!(read(&format!("一、综合\n{line}\n- 1 -\n万元。\n二、农业\n3\n完。")).len(), 5);
    }

    #[test]
    fn a_lone_break_means_nothing_where_blank_lines_part_paragraphs() {
        let source = "甲。\n\n乙。\n\n丙。\n\n丁。\n\n戊。\n\n己。\n\n庚。\n\n我们听取了关于宪法草案的\n报告的说明。\n\n完。\n\n完。";
        assert!(read(source).contains(&"我们听取了关于宪法草案的/报告的说明。".to_owned()));
    }
}
