//! What must hold for every report, whatever its text: the laws of spans, of coverage and of layout.

use std::ops::Range;

use reportparse::row::LevelRow;
use reportparse::{Lexicon, Offsets, ParagraphRole, Parser, Report, Span, render};

use crate::cases::squeeze;
use crate::shown::{shown, shows_nothing};

/// Checks that every span lies inside the text and inside what holds it, that rows stand in document order and do not
/// overlap, and that every character that shows stands in exactly one paragraph.
///
/// # Errors
/// The first law that is broken, and where.
pub fn check(report: &Report) -> Result<(), String> {
    check_with(report, &Lexicon::default())
}

/// As [`check`], for a report that was parsed with `lexicon`.
///
/// # Errors
/// The first law that is broken, and where.
pub fn check_with(report: &Report, lexicon: &Lexicon) -> Result<(), String> {
    paragraphs(report)?;
    coverage(report)?;
    sections(report)?;
    points(report)?;
    metrics(report, lexicon)
}

/// Checks that the quantities of `text` stand in it in order and that each is the same when it is read alone.
///
/// # Errors
/// The first law that is broken, and where.
pub fn check_quantities(text: &str, lexicon: &Lexicon) -> Result<(), String> {
    let mut last = 0;
    for found in reportparse::quantities(text, lexicon) {
        let what = || format!("the quantity at {}", found.span.start);
        let literal = text.get(found.span.range()).filter(|literal| !literal.is_empty());
        let literal = literal.ok_or_else(|| format!("{} is no range of characters", what()))?;
        ordered(last, found.span, what)?;
        last = found.span.end;
        let alone = reportparse::quantities(literal, lexicon);
        let Some(again) = alone.first().filter(|again| again.span.len() == literal.len()) else { continue };
        let same = (again.value, again.high, &again.base) == (found.value, found.high, &found.base);
        holds(same, || format!("{literal} is read as {found:?}, and alone as {again:?}"))?;
    }
    Ok(())
}

/// Checks all that holds for any text at all: the laws of its rows; that the same text gives the same report, with its
/// figures or without them, and with other line ends; that offsets convert there and back; that every rendering ends.
///
/// # Errors
/// The first law that is broken, and where.
pub fn check_text(text: &str) -> Result<(), String> {
    let Ok(report) = reportparse::parse(text) else {
        return holds(shown(text).is_empty(), || "a text that shows something is refused".to_owned());
    };
    check(&report)?;
    holds(reportparse::parse(text).is_ok_and(|again| again == report), || "another report the second time".to_owned())?;
    same_structure(&report)?;
    offsets(&report)?;
    renderings(&report)?;
    if text.contains('\r') { Ok(()) } else { same_with(text, &[("CRLF", with_newline(text, "\r\n"))]) }
}

/// Leaving the figures out changes nothing else.
fn same_structure(report: &Report) -> Result<(), String> {
    let bare = Parser::builder().metrics(false).build().parse(report.text()).map_err(|error| error.to_string())?;
    let same = bare.section_rows() == report.section_rows()
        && bare.paragraph_rows() == report.paragraph_rows()
        && bare.point_rows() == report.point_rows()
        && bare.meta_row() == report.meta_row()
        && bare.diagnostics() == report.diagnostics();
    holds(same && bare.metric_rows().is_empty(), || "another structure without figures".to_owned())
}

/// Every place of a paragraph's ends is found again from its count of code points and of UTF-16 units.
fn offsets(report: &Report) -> Result<(), String> {
    let ends = report.paragraph_rows().iter().flat_map(|row| [row.span.start, row.span.end]);
    for (at, counted) in ends.flat_map(|at| [(at, Offsets::Chars), (at, Offsets::Utf16)]) {
        let back = report.byte_offset(report.offset(at, counted), counted);
        holds(back == at, || format!("{at} comes back as {back} from {}", counted.as_str()))?;
    }
    Ok(())
}

fn renderings(report: &Report) -> Result<(), String> {
    let json = render::json(report, "text", Offsets::Chars);
    let read: Result<serde_json::Value, _> = serde_json::from_str(&json);
    holds(read.is_ok(), || "the JSON cannot be read".to_owned())?;
    // These may be empty, where there are no headings; that they end is all that holds for any text.
    drop((render::markdown(report), render::Outline::new(report).to_string()));
    holds(render::html(report, "text").ends_with("</html>\n"), || "the page has no end".to_owned())
}

/// Checks that the same report is found when `text` is written with other line ends, widths of punctuation and indents.
///
/// # Errors
/// The first difference, and the layout that shows it.
pub fn check_layouts(text: &str) -> Result<(), String> {
    let layouts = [
        ("CRLF", with_newline(text, "\r\n")),
        ("CR", with_newline(text, "\r")),
        ("half-width punctuation", narrow(text)),
        ("wide indents", with_indent(text, "　　")),
        ("no indents", with_indent(text, "")),
    ];
    same_with(text, &layouts)
}

fn same_with(text: &str, layouts: &[(&str, String)]) -> Result<(), String> {
    let found = Found::read(text)?;
    for (layout, other) in layouts {
        let other = Found::read(other)?;
        if let Some((one, other)) = found.first_difference(&other) {
            return Err(format!("with {layout}: {other}\n   as given: {one}"));
        }
    }
    Ok(())
}

/// What was found in a text, told without offsets, blanks and widths.
struct Found(Vec<String>);

impl Found {
    fn read(text: &str) -> Result<Self, String> {
        let report = reportparse::parse(text).map_err(|error| error.to_string())?;
        let bare = |text: &str| narrow(&squeeze(text));
        let paragraphs =
            report.paragraphs().map(|it| format!("{} {} {:?}", it.role(), bare(it.text()), it.lead().map(bare)));
        let sections = report.sections().map(|it| {
            let row = it.row();
            let (marker, title) = (it.marker().map(bare), bare(it.title()));
            format!("level {} {marker:?} {title} run_in={} part={} {}", row.level, row.run_in, row.part, row.role)
        });
        let points = report.points().map(|it| {
            let row = it.row();
            format!(
                "point list={} parent={:?} {} lead={:?}",
                row.list,
                row.parent,
                bare(it.text()),
                it.lead().map(bare)
            )
        });
        let diagnostics = report.diagnostics().iter().map(ToString::to_string);
        let meta = report.meta();
        let facts = [meta.title(), meta.speaker(), meta.speaker_role(), meta.occasion(), meta.salutation()];
        let facts = facts.into_iter().map(|fact| format!("meta {:?}", fact.map(bare)));
        Ok(Found(facts.chain(paragraphs).chain(sections).chain(points).chain(diagnostics).collect()))
    }

    fn first_difference<'a>(&'a self, other: &'a Found) -> Option<(&'a str, &'a str)> {
        let rows = self.0.len().max(other.0.len());
        let row = |found: &'a Found, at: usize| found.0.get(at).map_or("nothing", String::as_str);
        (0..rows).map(|at| (row(self, at), row(other, at))).find(|(one, other)| one != other)
    }
}

fn with_newline(text: &str, newline: &str) -> String {
    text.replace("\r\n", "\n").replace('\n', newline)
}

fn with_indent(text: &str, indent: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let bare = line.trim_start_matches([' ', '　', '\u{a0}']);
        if !bare.trim().is_empty() {
            out.push_str(indent);
        }
        out.push_str(bare);
    }
    out
}

fn narrow(text: &str) -> String {
    let narrow = |c| match c {
        '，' => ',',
        '：' => ':',
        '；' => ';',
        '（' => '(',
        '）' => ')',
        other => other,
    };
    text.chars().map(narrow).collect()
}

fn paragraphs(report: &Report) -> Result<(), String> {
    let mut last = 0;
    for (at, row) in report.paragraph_rows().iter().enumerate() {
        let what = || format!("paragraph {at}");
        inside(report, row.span, whole(report), what)?;
        ordered(last, row.span, what)?;
        last = row.span.end;
        if let Some(lead) = row.lead {
            inside(report, lead, row.span, || format!("the lead of paragraph {at}"))?;
        }
        if let Some(section) = row.section {
            let section =
                report.section_rows().get(section.0 as usize).ok_or_else(|| format!("{}: no such section", what()))?;
            // What stands before a heading in its paragraph (#, 附件：) is no part of the section.
            let start = if row.role == ParagraphRole::Heading { section.span.start } else { row.span.start };
            let rest = Span { start: start.max(row.span.start), end: row.span.end };
            inside(report, rest, section.span, || format!("paragraph {at} in its section"))?;
            holds(row.part == section.part, || format!("paragraph {at} and its section stand in two parts"))?;
        }
    }
    Ok(())
}

/// Law 3: what no paragraph holds is blank.
fn coverage(report: &Report) -> Result<(), String> {
    let text = report.text();
    let mut start = 0;
    for row in report.paragraph_rows() {
        blank(text, start..row.span.start as usize)?;
        start = row.span.end as usize;
    }
    blank(text, start..text.len())
}

fn blank(text: &str, gap: Range<usize>) -> Result<(), String> {
    let shown: String = text[gap.clone()].chars().filter(|&c| !shows_nothing(c)).collect();
    holds(shown.is_empty(), || format!("no paragraph holds {shown:?} at {gap:?}"))
}

fn sections(report: &Report) -> Result<(), String> {
    let rows = report.section_rows();
    let mut start = 0;
    for (at, row) in rows.iter().enumerate() {
        let what = || format!("section {at}");
        inside(report, row.span, whole(report), what)?;
        inside(report, row.title, row.span, || format!("the title of section {at}"))?;
        holds(!row.title.is_empty(), || format!("section {at} has an empty title"))?;
        if let Some(marker) = row.marker {
            inside(report, marker, row.span, || format!("the marker of section {at}"))?;
            holds(marker.start == row.span.start, || format!("section {at} does not start with its marker"))?;
            holds(marker.end <= row.title.start, || format!("the marker of section {at} overlaps its title"))?;
        }
        holds(row.span.start >= start, || format!("section {at} stands before its forerunner"))?;
        start = row.span.start;
        holds(row.level >= 1, || format!("section {at} has level 0"))?;
        if let Some(parent) = row.parent {
            holds((parent.0 as usize) < at, || format!("section {at} stands before its parent"))?;
            let parent = &rows[parent.0 as usize];
            inside(report, row.span, parent.span, || format!("section {at} in its parent"))?;
            holds(row.level > parent.level, || format!("section {at} is not below its parent"))?;
            holds(row.part == parent.part, || format!("section {at} and its parent stand in two parts"))?;
        }
    }
    apart(rows.iter().map(|row| (row.parent.map(|id| id.0), row.span)), "section")
}

fn points(report: &Report) -> Result<(), String> {
    let rows = report.point_rows();
    let mut start = 0;
    let mut lists = 0;
    for (at, row) in rows.iter().enumerate() {
        let what = || format!("point {at}");
        inside(report, row.span, whole(report), what)?;
        inside(report, row.marker, row.span, || format!("the marker of point {at}"))?;
        holds(row.marker.start == row.span.start, || format!("point {at} does not start with its marker"))?;
        if let Some(lead) = row.lead {
            inside(report, lead, row.span, || format!("the lead of point {at}"))?;
        }
        holds(row.span.start >= start, || format!("point {at} stands before its forerunner"))?;
        start = row.span.start;
        let paragraph = report.paragraph_rows().get(row.paragraph.0 as usize);
        let in_paragraph = paragraph.is_some_and(|it| it.span.start <= row.span.start && row.span.start < it.span.end);
        holds(in_paragraph, || format!("point {at} does not start in its paragraph"))?;
        holds(row.list <= lists, || format!("point {at}: list {} comes before list {lists}", row.list))?;
        lists = lists.max(row.list + 1);
        match row.parent {
            None => holds(row.depth == 0, || format!("point {at} has depth {} and no parent", row.depth))?,
            Some(parent) => {
                holds((parent.0 as usize) < at, || format!("point {at} stands before its parent"))?;
                let parent = &rows[parent.0 as usize];
                inside(report, row.span, parent.span, || format!("point {at} in its parent"))?;
                holds(row.depth == parent.depth + 1, || format!("point {at} is not one below its parent"))?;
            }
        }
    }
    apart(rows.iter().map(|row| (row.parent.map(|id| id.0), row.span)), "point")
}

fn metrics(report: &Report, lexicon: &Lexicon) -> Result<(), String> {
    for (at, row) in report.metric_rows().iter().enumerate() {
        inside(report, row.sentence, whole(report), || format!("the sentence of metric {at}"))?;
        let level = row.level.as_ref().map(|level| level.span);
        let change = row.change.as_ref().map(|change| change.span);
        for span in level.into_iter().chain(change) {
            inside(report, span, row.sentence, || format!("metric {at} in its sentence"))?;
        }
        for span in row.indicator.into_iter().chain(row.period.span) {
            inside(report, span, whole(report), || format!("the indicator or period of metric {at}"))?;
        }
        if let Some(level) = &row.level {
            let unit = row.unit.map_or("", |unit| report.symbol(unit));
            reread(report, level, unit, lexicon).map_err(|fault| format!("metric {at}: {fault}"))?;
        }
        if let Some(whole) = row.part_of {
            holds((whole.0 as usize) < at, || format!("metric {at} stands before what it is a part of"))?;
        }
    }
    Ok(())
}

/// Law 4: a value read again from its literal is the same number, and so is its amount in the base unit.
///
/// A literal that alone measures nothing (两所 needs the noun before it) cannot be read again. A number that shares the
/// `unit` of a later one (80、65、40亿元) is read again with it.
fn reread(report: &Report, level: &LevelRow, unit: &str, lexicon: &Lexicon) -> Result<(), String> {
    let literal: String = report.text()[level.span.range()].chars().filter(|c| !c.is_whitespace()).collect();
    let Some(again) = alone(&literal, lexicon) else { return Ok(()) };
    holds((again.value, again.high) == (level.value, level.high), || {
        format!("{literal} is read as {:?}", level.value)
    })?;
    let again = match literal.strip_suffix(&*again.unit).filter(|_| again.unit != unit) {
        Some(number) => alone(&format!("{number}{unit}"), lexicon),
        None => Some(again),
    };
    let Some(again) = again else { return Ok(()) };
    let base = again.base.as_ref().map(|(value, _)| *value);
    holds(base == level.base_value, || format!("{literal} is {:?} in its base unit", level.base_value))
}

/// The quantity that `text` is.
fn alone(text: &str, lexicon: &Lexicon) -> Option<reportparse::Quantity> {
    reportparse::quantities(text, lexicon).into_iter().next().filter(|found| found.span.len() == text.len())
}

/// Siblings, each with the index of its parent and in document order, must not overlap.
fn apart(rows: impl Iterator<Item = (Option<u32>, Span)>, what: &str) -> Result<(), String> {
    let mut ends = std::collections::HashMap::new();
    for (at, (parent, span)) in rows.enumerate() {
        let end = ends.insert(parent, span.end).unwrap_or(0);
        ordered(end, span, || format!("{what} {at} among its siblings"))?;
    }
    Ok(())
}

fn whole(report: &Report) -> Span {
    Span::new(0, report.text().len())
}

fn inside(report: &Report, span: Span, outer: Span, what: impl Fn() -> String) -> Result<(), String> {
    let text = report.text();
    let told = |fault: &str| Err(format!("{}: {}..{} {fault}", what(), span.start, span.end));
    if span.start > span.end || text.get(span.range()).is_none() {
        return told("is no range of characters of the text");
    }
    if outer.contains(span) { Ok(()) } else { told(&format!("is not inside {}..{}", outer.start, outer.end)) }
}

fn ordered(end: u32, span: Span, what: impl Fn() -> String) -> Result<(), String> {
    holds(end <= span.start, || format!("{}: starts at {}, before {end}", what(), span.start))
}

fn holds(law: bool, fault: impl Fn() -> String) -> Result<(), String> {
    if law { Ok(()) } else { Err(fault()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_need_no_paragraph() {
        assert!(blank(" \u{3000}\u{feff}\r\n", 0..9).is_ok());
        assert!(blank("一", 0..3).is_err());
    }

    #[test]
    fn layouts_change_blanks_and_widths_only() {
        let text = "　　一、综合：\n　　增长5%，好。\n";
        for other in [with_newline(text, "\r\n"), with_indent(text, ""), with_indent(text, " "), narrow(text)] {
            assert_ne!(text, other);
            assert_eq!(narrow(&squeeze(text)), narrow(&squeeze(&other)));
        }
    }
}
