//! What stands before the body: title, subtitle, speaker, date, salutation, and the portal's page text between them.

use std::ops::Range;

use crate::byline::{byline, is_issuer, is_office, lone_name};
use crate::furniture::{Furniture, furniture};
use crate::grammar::{at_start, day, enumerator, marker};
use crate::row::ParagraphRole;
use crate::span::Span;
use crate::stretch::Stretch;
use crate::text::{self, columns, is_blank, is_stop};

/// How many paragraphs of page text may stand before the salutation.
const MAX_FRONT: usize = 200;
const MAX_TITLE_COLUMNS: usize = 120;
const MAX_SUBTITLE: usize = 450;

/// Words that a report's title ends with.
const TITLE_WORDS: &[&str] = &[
    "报告",
    "公报",
    "纲要",
    "规划",
    "计划",
    "情况",
    "草案",
    "方案",
    "讲话",
    "说明",
    "决定",
    "意见",
    "办法",
    "通知",
    "预算",
    "决算",
    "报告（摘要）",
    "报告(摘要)",
    "公报（节选）",
];

/// Parts a title from the occasion, and either from the salutation, that stands on its line:
/// 政府工作报告——2020年8月27日在…会议上 各位代表：
pub(crate) fn part_title(source: &str, stretches: Vec<Stretch>) -> Vec<Stretch> {
    let mut parted = Vec::with_capacity(stretches.len() + 2);
    for (at, mut stretch) in stretches.into_iter().enumerate() {
        while at < MAX_FRONT
            && let Some(seam) = seam(&source[stretch.span.range()])
        {
            let middle = stretch.span.start as usize + seam;
            let before = text::trim(source, Span::new(stretch.span.start as usize, middle));
            parted.push(Stretch { span: before, holes: Vec::new() });
            stretch.span = Span::new(middle, stretch.span.end as usize);
        }
        parted.push(stretch);
    }
    parted
}

/// Where what opens a line ends, a title or an occasion, that goes on with what stands below it as a rule.
fn seam(text: &str) -> Option<usize> {
    if text.len() > MAX_SUBTITLE {
        return None;
    }
    let dash = text.find("——").filter(|&dash| is_title(&text[..dash]) && is_subtitle(&text[dash..]));
    let opens = |before: &str| is_title(before) || is_subtitle(before) && byline_after(before).is_none();
    dash.or_else(|| address(text).filter(|&at| opens(text[..at].trim_end())))
}

/// Whether a text is a title and a salutation: 政府工作报告各位代表：
pub(crate) fn titled_salutation(text: &str) -> bool {
    text.len() <= MAX_SUBTITLE && address(text).is_some_and(|at| is_title(text[..at].trim_end()))
}

/// Whether `text` is a whole line of what stands before the body, `after` being what follows it: 2021年…统计公报, 禾源县统计局.
pub(crate) fn is_line(text: &str, after: &str) -> bool {
    text.len() <= MAX_SUBTITLE
        && (is_title(text) && !goes_on(after)
            || is_day(text)
            || is_issuer(text)
            || byline(text).is_some()
            || is_subtitle(text) && closes_subtitle(text))
}

/// Whether a line goes on with the title above it.
fn goes_on(text: &str) -> bool {
    text.starts_with(['与', '和', '及', '暨'])
}

/// Where the salutation begins that ends a text.
fn address(text: &str) -> Option<usize> {
    let is_open = text.trim_end_matches(is_blank).ends_with(['：', ':']);
    is_open.then(|| text.find("各位")).flatten().filter(|&at| is_salutation(&text[at..]))
}

/// The roles of the paragraphs before the body; their number is where the body begins. What stands in the table of
/// `contents` is page text.
pub(crate) fn roles(source: &str, stretches: &[Stretch], contents: &Range<usize>) -> Vec<ParagraphRole> {
    let lines = stretches.iter().take(MAX_FRONT).map(|each| &source[each.span.range()]);
    let read = |(at, line)| if contents.contains(&at) { "" } else { text::skip_blanks(line) };
    let texts: Vec<&str> = lines.enumerate().map(read).collect();
    let body = body_start(&texts);
    let mut parts = told(&texts[..body]);
    title(&texts[..body], &mut parts);
    let mut roles: Vec<ParagraphRole> =
        parts.into_iter().map(|part| part.unwrap_or(ParagraphRole::Furniture)).collect();
    if texts.get(body).is_some_and(|text| is_salutation(text)) {
        roles.push(ParagraphRole::Salutation);
    }
    roles
}

/// Bodies that a report is addressed to.
const ADDRESSED: &[&str] = &["人大常委会", "常务委员会", "政府", "县委", "区委", "市委", "省委", "党委", "国务院"];

/// 各位代表： 主任、各位副主任、各位委员： 市人大常委会：
pub(crate) fn is_salutation(text: &str) -> bool {
    let bare = text.trim_end_matches(is_blank);
    let Some(addressed) = bare.strip_suffix(['：', ':']).filter(|_| text.len() <= 150) else { return false };
    let all = addressed.starts_with('各') && ["单位", "部门", "机构"].iter().any(|word| addressed.ends_with(word));
    addresses(bare) || all || ADDRESSED.iter().any(|body| addressed.ends_with(body))
}

/// Whether a text opens with those addressed.
pub(crate) fn addresses(text: &str) -> bool {
    ["各位", "同志们", "尊敬的", "主任、", "主席、", "主席团", "代表们"].iter().any(|word| text.starts_with(word))
}

/// Where the body begins: at the salutation, else at the first heading, item or sentence.
fn body_start(texts: &[&str]) -> usize {
    let heading = texts.iter().position(|text| opens_body(text)).unwrap_or(texts.len());
    let salutation = texts.iter().position(|text| is_salutation(text));
    let is_prose = |text: &&str| closes_sentence(text) && furniture(text).is_none();
    match salutation {
        Some(at) if at <= heading => at,
        _ => texts.iter().position(is_prose).map_or(heading, |at| at.min(heading)),
    }
}

/// Whether a text ends with a sentence, or holds one before the list that its end announces.
fn closes_sentence(text: &str) -> bool {
    let bare = text.trim_end_matches(is_blank);
    bare.ends_with(is_stop) || bare.ends_with(['：', ':']) && bare.contains('。')
}

fn opens_body(text: &str) -> bool {
    let heading = at_start(marker::marker, text).is_some_and(|(marker, _)| marker.style != marker::Style::Hash(1));
    (heading || at_start(enumerator::inline, text).is_some()) && furniture(text).is_none()
}

/// What each line tells of itself; none for a line that may be a title.
fn told(texts: &[&str]) -> Vec<Option<ParagraphRole>> {
    let mut parts: Vec<Option<ParagraphRole>> = Vec::with_capacity(texts.len());
    let mut open_label = false;
    let mut open_subtitle = false;
    for (at, text) in texts.iter().enumerate() {
        let furniture = furniture(text);
        let crumb =
            |neighbour: Option<&&str>| neighbour.is_some_and(|text| self::furniture(text) == Some(Furniture::Crumb));
        let part = if open_subtitle && !is_subtitle(text) && byline(text).is_none() {
            Some(ParagraphRole::Subtitle)
        } else if furniture.is_some() || crumb(at.checked_sub(1).and_then(|before| texts.get(before))) {
            Some(ParagraphRole::Furniture)
        } else if is_day(text) {
            Some(if open_label { ParagraphRole::Furniture } else { ParagraphRole::Date })
        } else if is_subtitle(text) || ends_occasion(text) {
            Some(ParagraphRole::Subtitle)
        } else if byline(text).is_some() {
            Some(ParagraphRole::Byline)
        } else if open_label && columns(text) <= 24 {
            Some(ParagraphRole::Furniture)
        } else if is_issuer(text) || names_speaker(texts, at) {
            Some(ParagraphRole::Byline)
        } else {
            None
        };
        open_subtitle = part == Some(ParagraphRole::Subtitle) && !closes_subtitle(text);
        open_label = furniture == Some(Furniture::Open);
        parts.push(part);
    }
    parts
}

/// ——2020年8月27日在…会议上; （2024年1月5日在…）
pub(crate) fn is_subtitle(text: &str) -> bool {
    let bare =
        text.trim_start_matches(|c: char| is_blank(c) || matches!(c, '—' | '─' | '-' | '－' | '–' | '（' | '(' | '━'));
    let dashed = bare.len() < text.len();
    let dated = at_start(day::day, &squeeze(bare, 60)).is_some();
    let meeting = bare.contains("会议") || bare.contains("大会") || bare.contains("全会");
    text.len() <= MAX_SUBTITLE
        && ((dated && bare.contains('在')) || (dashed && meeting && bare.contains('在')) || (dashed && dated))
}

/// The end of an occasion whose beginning was lost: …代表大会第二次会议上.
pub(crate) fn ends_occasion(text: &str) -> bool {
    (text.ends_with("会议上") || text.ends_with("大会上")) && columns(text) <= MAX_TITLE_COLUMNS
}

fn closes_subtitle(text: &str) -> bool {
    let bare = text.trim_end_matches(|c: char| is_blank(c) || matches!(c, '）' | ')'));
    bare.ends_with('上') || !bare.contains('在') || bare.ends_with("报告") || byline_after(text).is_some()
}

/// The speaker, where he stands behind the occasion: …会议上 陕西省省长 赵刚作政府工作报告.
pub(crate) fn byline_after(subtitle: &str) -> Option<Range<usize>> {
    let start =
        ["会议上", "大会上", "会上"].iter().filter_map(|word| Some(subtitle.rfind(word)? + word.len())).max()?;
    let behind = subtitle.trim_end_matches(['。', ' ']);
    let end = ["作政府工作报告", "作工作报告"].iter().find_map(|word| Some(behind.strip_suffix(word)?.len()));
    let range = start..end.unwrap_or(subtitle.len());
    byline(subtitle.get(range.clone())?).map(|_| range)
}

pub(crate) fn is_day(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| is_blank(c) || matches!(c, '（' | '）' | '(' | ')' | '—'));
    text.len() <= 90
        && at_start(day::day, &squeeze(bare, 60)).is_some_and(|(_, len)| {
            squeeze(bare, 60)[len..].chars().all(|c| c.is_ascii_digit() || ":：时分秒-".contains(c))
        })
}

/// The first characters of a text without its blanks.
fn squeeze(text: &str, characters: usize) -> String {
    text.chars().take(characters).filter(|&c| !is_blank(c)).collect()
}

/// Whether line `at` is a name below the title, or an office with its holder's name on the next line, or that name.
fn names_speaker(texts: &[&str], at: usize) -> bool {
    let is_name = |at: usize| texts.get(at).is_some_and(|text| lone_name(text).is_some());
    let is_office = |at: usize| texts.get(at).is_some_and(|text| is_office(text));
    let below_title = || texts[..at].iter().rev().take(3).any(|text| is_title(text) || is_subtitle(text));
    if is_name(at) { below_title() || is_office(at.wrapping_sub(1)) } else { is_office(at) && is_name(at + 1) }
}

/// 第二次会议文件（一）: what the papers of a meeting are marked with.
fn names_file(text: &str) -> bool {
    ["会议文件", "会议材料", "大会文件"].iter().any(|word| text.contains(word))
}

fn is_title(text: &str) -> bool {
    let compact = squeeze(text, 100);
    let bare = compact.trim_end_matches(|c: char| "[]［］〔〕()（）".contains(c) || c.is_ascii_digit());
    columns(text) <= MAX_TITLE_COLUMNS
        && TITLE_WORDS.iter().any(|word| bare.ends_with(word) || compact.ends_with(word))
        && !(compact.contains("作政府工作报告") || compact.contains("作工作报告"))
}

/// Finds the title among the lines that tell nothing of themselves: the last that ends like a title, with the lines
/// before it that it goes on from; else the last such lines before the subtitle, else the first line.
fn title(texts: &[&str], parts: &mut [Option<ParagraphRole>]) {
    let free = |parts: &[Option<ParagraphRole>], at: usize| parts[at].is_none() && !texts[at].ends_with(is_stop);
    let named = (0..texts.len()).rev().find(|&at| free(parts, at) && is_title(texts[at]));
    let subtitle = parts.iter().position(|part| *part == Some(ParagraphRole::Subtitle)).unwrap_or(0);
    let last = named
        .or_else(|| (0..subtitle).rev().find(|&at| free(parts, at)))
        .or_else(|| (0..texts.len()).find(|&at| free(parts, at) && columns(texts[at]) <= MAX_TITLE_COLUMNS));
    let Some(last) = last else { return };
    parts[last] = Some(ParagraphRole::Title);
    for at in (0..last).rev() {
        // Who reports opens the title: 禾源县人民政府 above 关于…的报告.
        if is_issuer(texts[at]) && texts[at + 1].starts_with("关于") {
            parts[at] = Some(ParagraphRole::Title);
            break;
        }
        if names_file(texts[at])
            || !free(parts, at)
            || (is_title(texts[at]) && !goes_on(texts[at + 1]))
            || columns(texts[at]) > MAX_TITLE_COLUMNS
        {
            break;
        }
        parts[at] = Some(ParagraphRole::Title);
    }
    for at in last + 1..texts.len() {
        if !free(parts, at) || columns(texts[at]) > MAX_TITLE_COLUMNS {
            break;
        }
        parts[at] = Some(ParagraphRole::Subtitle);
    }
}
