//! Lines to paragraphs.
//!
//! A line goes on in the next one if it is full, that is, if the next word had no room on it, and the next one does not
//! begin anew by its indent, its size or its marker. Between Chinese characters the break leaves no space.

use super::column::Column;
use super::line::Line;
use crate::lines::is_wide;

/// A foot note is set in letters so much smaller than the text.
const NOTE_SIZE: f32 = 0.88;

/// A paragraph and the pages that it stands on, each with the offset in its text from which on.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    pub(super) text: String,
    pub(super) pages: Vec<(usize, u32)>,
}

impl Paragraph {
    fn append(&mut self, line: &Line, page: u32) {
        if let (Some(before), Some(after)) = (self.text.chars().next_back(), line.text.chars().next())
            && breaks_words(before, after)
        {
            self.text.push(' ');
        }
        if self.pages.last().is_none_or(|(_, last)| *last != page) {
            self.pages.push((self.text.len(), page));
        }
        self.text.push_str(&line.text);
    }
}

/// Whether the break between two lines stands for a space: between words of a Western script. A number that is broken
/// off goes on.
fn breaks_words(before: char, after: char) -> bool {
    let is_western = !is_wide(before) && !is_wide(after) && !before.is_whitespace();
    is_western && (before.is_alphabetic() || after.is_alphabetic() || ",;:".contains(before))
}

/// Joins the lines of all pages.
pub(super) fn join(pages: Vec<Vec<Line>>) -> Vec<Paragraph> {
    let document = Column::of(&pages.iter().flatten().collect::<Vec<_>>());
    let mut joiner = Joiner::default();
    for (number, mut page) in (1..).zip(pages) {
        let column = Column::of_page(&page, document);
        let foot = page.split_off(foot_start(&page, document.size));
        for line in page {
            joiner.add(line, number, column);
        }
        joiner.set_aside(&foot, number);
    }
    joiner.close();
    joiner.done
}

#[derive(Default)]
struct Joiner {
    done: Vec<Paragraph>,
    open: Paragraph,
    /// The last line of the open paragraph, and its page.
    last: Option<(Line, u32)>,
    /// Notes at the foot of a page, kept until the paragraph that runs over it ends.
    notes: Vec<Paragraph>,
}

impl Joiner {
    fn add(&mut self, line: Line, page: u32, column: Column) {
        let runs_on = |(last, last_page): &(Line, u32)| {
            let is_near = *last_page != page || last.baseline - line.baseline < column.leading * 1.6;
            is_near && goes_on(last, &line, column)
        };
        if !self.last.as_ref().is_some_and(runs_on) {
            self.close();
        }
        self.open.append(&line, page);
        self.last = Some((line, page));
    }

    fn set_aside(&mut self, foot: &[Line], page: u32) {
        for line in foot {
            if begins_note(&line.text) {
                self.notes.push(Paragraph::default());
            }
            self.notes.iter_mut().next_back().into_iter().for_each(|note| note.append(line, page));
        }
    }

    fn close(&mut self) {
        let open = std::mem::take(&mut self.open);
        self.done.extend(Some(open).filter(|paragraph| !paragraph.text.is_empty()));
        self.done.append(&mut self.notes);
        self.last = None;
    }
}

fn goes_on(last: &Line, next: &Line, column: Column) -> bool {
    let is_other_size = (last.size - next.size).abs() > 0.15 * last.size.max(next.size);
    // A unit or a date set flush right is no line of running text.
    let is_flush_right = last.left > column.left + (column.right - column.left) * 0.4;
    if last.is_row() || next.is_row() || is_other_size || is_flush_right || is_centred_below(last, next, column) {
        return false;
    }
    let room = column.right - last.right;
    if room > next.first_word + 0.5 * next.size {
        return false;
    }
    // 第一、第二 may break after its first character.
    if begins_heading(&next.text) && !last.text.ends_with('第') {
        return false;
    }
    let is_indented = next.left > column.left + next.size;
    !(is_indented && ends_sentence(&last.text))
}

/// Whether a line is set in the middle of the column, and not by a block that is narrower: a title, a date, a name.
fn is_centred_below(last: &Line, next: &Line, column: Column) -> bool {
    let (left, right) = (next.left - column.left, column.right - next.right);
    let is_centred = left > 1.5 * next.size && (left - right).abs() < 0.5 * next.size;
    let is_block = (last.left - next.left).abs() < 1.0 && (last.right - next.right).abs() < next.size;
    is_centred && !is_block
}

fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| "”’」』）)\"".contains(c));
    text.ends_with(|c: char| "。！？；：!?".contains(c))
}

/// `一、` and `（一）`, by which a paragraph begins even where it is not indented; but not 一、二、三产业.
fn begins_heading(text: &str) -> bool {
    let is_numeral = |c: char| "〇零一二三四五六七八九十百".contains(c);
    let is_bracketed = text.starts_with(['（', '(']);
    let rest = text.trim_start_matches(['（', '(']);
    let after = rest.trim_start_matches(is_numeral);
    if after.len() == rest.len() {
        return false;
    }
    match is_bracketed {
        true => after.starts_with(['）', ')']),
        false => after.strip_prefix('、').is_some_and(|title| !title.starts_with(is_numeral)),
    }
}

/// `①`, `[1]`, `〔1〕`, `注：`, `*`: the marks of a note at the foot of a page.
fn begins_note(text: &str) -> bool {
    let is_bracketed =
        text.strip_prefix(['[', '［', '〔', '【']).is_some_and(|rest| rest.starts_with(char::is_numeric));
    is_bracketed
        || text.starts_with(|c: char| ('①'..='⑳').contains(&c) || "*＊¹²³".contains(c))
        || text.starts_with("注：")
}

/// Where the notes at the foot of a page begin.
fn foot_start(page: &[Line], size: f32) -> usize {
    let small = page.iter().rev().take_while(|line| line.size < size * NOTE_SIZE).count();
    let first_small = page.len() - small;
    let first_note = page[first_small..].iter().position(|line| begins_note(&line.text));
    first_note.map_or(page.len(), |at| first_small + at)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEFT: f32 = 90.0;
    const SIZE: f32 = 16.0;
    const CHARS: usize = 20;

    /// A page of lines: `>` indents by two characters, the width is that of the characters.
    fn page(lines: &[&str]) -> Vec<Line> {
        let line = |(row, text): (usize, &&str)| {
            let indent = text.chars().take_while(|c| *c == '>').count() as f32 * 2.0 * SIZE;
            let text = text.trim_start_matches('>').to_owned();
            let left = LEFT + indent;
            let right = left + text.chars().map(|c| if is_wide(c) { SIZE } else { SIZE / 2.0 }).sum::<f32>();
            let word = text.chars().take_while(|c| !is_wide(*c)).count() as f32;
            let first_word = if word > 0.0 { word * SIZE / 2.0 } else { SIZE };
            Line { text, left, right, baseline: 700.0 - row as f32 * 28.0, size: SIZE, first_word, alleys: Vec::new() }
        };
        lines.iter().enumerate().map(line).collect()
    }

    fn joined(pages: &[&[&str]]) -> Vec<String> {
        let mut pages: Vec<_> = pages.iter().map(|lines| page(lines)).collect();
        // The width of the column shows where lines fill it, as they do in a report.
        let full = "满".repeat(CHARS);
        let filler = [full.as_str(); 12];
        pages.push(page(&filler));
        let mut texts: Vec<String> = join(pages).into_iter().map(|paragraph| paragraph.text).collect();
        let last = texts.pop().unwrap_or_default();
        texts.extend(last.strip_suffix(&full.repeat(12)).filter(|rest| !rest.is_empty()).map(str::to_owned));
        texts
    }

    #[test]
    fn full_lines_go_on_and_indents_begin_anew() {
        let texts = joined(&[&[
            ">一、工作回顾",
            ">今年以来，全区上下坚持稳中求进的工作",
            "总基调，经济运行总体平稳。",
            ">财政收入完成一百三十三点八亿元，同比",
            "下降。",
        ]]);
        assert_eq!(
            texts,
            [
                "一、工作回顾",
                "今年以来，全区上下坚持稳中求进的工作总基调，经济运行总体平稳。",
                "财政收入完成一百三十三点八亿元，同比下降。",
            ]
        );
    }

    #[test]
    fn a_paragraph_runs_over_the_page() {
        let texts = joined(&[&[">今年以来，全区上下坚持稳中求进的工作"], &["总基调，经济运行总体平稳。"]]);
        assert_eq!(texts, ["今年以来，全区上下坚持稳中求进的工作总基调，经济运行总体平稳。"]);
    }

    #[test]
    fn centred_lines_begin_anew() {
        let subtitle = "二〇二四年一月在区人民代表大会会议上";
        let mut lines = page(&[subtitle, "区长", "各位代表：", "今年以来全区上下坚持稳中求进经济平稳好，"]);
        for line in &mut lines[..2] {
            let shift = (LEFT + CHARS as f32 * SIZE - line.right) / 2.0;
            (line.left, line.right) = (line.left + shift, line.right + shift);
        }
        lines.extend(page(&["满".repeat(CHARS).as_str(); 12]));
        let texts: Vec<String> = join(vec![lines]).into_iter().map(|paragraph| paragraph.text).collect();
        assert_eq!(texts[..3], [subtitle, "区长", "各位代表："]);
    }

    #[test]
    fn a_word_without_room_leaves_its_line_short() {
        let texts = joined(&[&["全年新增就业人数达到预期，总量为", "1234567人，完成目标。"]]);
        assert_eq!(texts, ["全年新增就业人数达到预期，总量为1234567人，完成目标。"]);
    }

    #[test]
    fn a_heading_after_a_full_line_begins_anew() {
        let full = "今年以来全区上下坚持稳中求进经济平稳好。";
        assert_eq!(joined(&[&[full, "二、下半年工作安排"]]), [full, "二、下半年工作安排"]);
        for (first, second) in [
            ("今年以来全区上下坚持稳中求进，要做到的第", "一、第二件事。"),
            ("今年以来全区上下坚持稳中求进，大力推动了", "一、二、三产业。"),
        ] {
            assert_eq!(joined(&[&[first, second]]), [format!("{first}{second}")]);
        }
    }

    #[test]
    fn only_western_words_are_parted() {
        assert!(breaks_words('d', 'w'));
        assert!(!breaks_words('3', '%'));
        assert!(!breaks_words('长', '5'));
        assert!(!breaks_words('为', 'G'));
    }
}
