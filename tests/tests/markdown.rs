//! Markdown: read again by a reader of CommonMark, it has the report's headings, points and text.

use proptest::prelude::*;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use reportparse::{ParagraphRole, Report, render};
use reportparse_tests::corpus;
use reportparse_tests::generate::sketch;
use reportparse_tests::shown::shown;

/// What a reader of CommonMark finds.
#[derive(Debug, Default)]
struct Found {
    headings: Vec<(u8, String)>,
    bold: Vec<String>,
    items: usize,
    text: String,
}

/// Reads `markdown`; anything that this library does not write is an error.
fn read(markdown: &str) -> Result<Found, String> {
    let mut found = Found::default();
    let mut start = 0;
    for event in Parser::new(markdown) {
        match event {
            Event::Text(text) => found.text.push_str(&text),
            Event::Start(Tag::Heading { .. } | Tag::Strong) => start = found.text.len(),
            Event::End(TagEnd::Heading(level)) => found.headings.push((level as u8, shown(&found.text[start..]))),
            Event::End(TagEnd::Strong) => found.bold.push(shown(&found.text[start..])),
            Event::Start(Tag::Item) => found.items += 1,
            Event::Start(Tag::Paragraph | Tag::List(_)) | Event::End(_) => {}
            other => return Err(format!("not of ours: {other:?}")),
        }
    }
    Ok(found)
}

/// `text` without what a heading loses: the marks of Markdown, which are written anew, and the stop that closes it.
fn unmarked(text: &str) -> String {
    shown(text).replace(['#', '。', '．', '.', '：', ':'], "")
}

/// `text` in short pieces, so that a difference shows where it is.
fn pieces(text: &str) -> Vec<String> {
    let characters: Vec<char> = unmarked(text).chars().collect();
    characters.chunks(20).map(|piece| piece.iter().collect()).collect()
}

/// The Markdown of a report, read again, has its headings, points and text.
fn check(text: &str) -> Result<(), String> {
    let Ok(report) = reportparse::parse(text) else { return Ok(()) };
    let found = read(&render::markdown(&report))?;

    let written: String = report
        .paragraphs()
        .filter(|paragraph| paragraph.role() != ParagraphRole::Furniture)
        .map(|paragraph| paragraph.text())
        .collect();
    same("piece", pieces(&found.text), pieces(&written))?;

    let headings =
        found.headings.iter().filter(|(level, _)| *level > 1).map(|(level, heading)| (*level, unmarked(heading)));
    let sections = report.section_rows().iter().map(|row| {
        let heading = &report.text()[row.span.start as usize..row.title.end as usize];
        ((row.level + 1).min(6), unmarked(heading))
    });
    same("heading", headings, sections)?;
    same("count of points", [found.items], [report.points().len()])
}

fn same<T: PartialEq + std::fmt::Debug>(
    what: &str,
    found: impl IntoIterator<Item = T>,
    expected: impl IntoIterator<Item = T>,
) -> Result<(), String> {
    let (found, expected): (Vec<T>, Vec<T>) = (found.into_iter().collect(), expected.into_iter().collect());
    let at = (0..found.len().max(expected.len())).find(|&at| found.get(at) != expected.get(at));
    at.map_or(Ok(()), |at| Err(format!("{what} {at}: {:?}\nexpected {:?}", found.get(at), expected.get(at))))
}

/// The leads of `report`, those of points with their markers, in order.
fn leads(report: &Report) -> Vec<String> {
    let paragraphs = report.paragraph_rows().iter().filter_map(|row| row.lead);
    let points = report.point_rows().iter().filter_map(|row| Some(row.marker.join(row.lead?)));
    let mut leads: Vec<_> = paragraphs.chain(points).collect();
    leads.sort();
    leads.into_iter().map(|span| shown(report.slice(span))).collect()
}

#[test]
fn samples_read_again() {
    for document in corpus::samples() {
        check(&document.text).unwrap_or_else(|fault| panic!("{}: {fault}", document.path.display()));
        let report = reportparse::parse(document.text.as_str()).expect("a sample is a report");
        let found = read(&render::markdown(&report)).expect("it has just been read");
        same("lead", found.bold, leads(&report)).unwrap_or_else(|fault| panic!("{}: {fault}", document.path.display()));
    }
}

#[test]
fn real_reports_read_again() {
    for document in corpus::real().into_iter().flatten() {
        check(&document.text).unwrap_or_else(|fault| panic!("{}: {fault}", document.path.display()));
    }
}

#[test]
fn marks_of_markdown_stay_text() {
    let text = "*报告*\n一、_回顾_ [1](x) `#\n# 1. 甲<b>乙</b>&amp; $x$ ~~丙~~ |丁|\n- 戊\n+ 己\n> 庚\n12) 辛\n一是\\*壬*；二是“癸”。\n***\n===\n<U+00A0>1. 子";
    check(text).expect("the text is read as it was written");
}

#[test]
fn a_tiny_report_is_written_as_ever() {
    let text = "当前位置：首页 > 政务公开\n某县政府工作报告\n——2024年1月8日在某县人民代表大会上\n县长 张三\n各位代表：\n\
        一、2023年工作回顾\n（一）稳增长。全县生产总值完成105.3亿元，同比增长6.1%。\n\
        加强服务。抓了三个方面工作：一是强基础，重点是：1.建学校；2.修公路。二是优环境。\n全年平稳。";
    insta::assert_snapshot!(render::markdown(&reportparse::parse(text).expect("the text is not empty")));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn generated_reports_read_again(sketch in sketch()) {
        check(&sketch.render().text).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn scrambled_reports_read_again(text in r#"([一二三]、|（[一二]）|[一二三]是|[12][.)]|[0-9]{1,3}(亿元|%)|增长|[。；，：\n<>&"'# *_`\[\]()!+=~-]|加强领导|<U\+00A0>){0,60}"#) {
        check(&text).map_err(TestCaseError::fail)?;
    }
}
