//! What a caller of the Rust library reads off a report: from one row to another, one place in several counts, what a
//! parser takes besides text, and what it refuses.

use reportparse::{
    Decimal, ErrorKind, Lexicon, Metric, Offsets, Paragraph, Parser, Point, Position, Report, Section, Span, render,
};

const TEXT: &str = "云溪区人民政府工作报告
各位代表：
一、过去一年工作回顾
（一）工业提质。规模以上工业总产值增长8.2%。
（二）民生改善。抓了两件事：一是办好教育：①新建学校3所；②招聘教师200名。二是稳定就业，新增就业1.2万人。
二、今年工作安排
主要预期目标：地区生产总值增长6%左右。
";

fn report() -> Report {
    reportparse::parse(TEXT).expect("the text is a report")
}

fn titles<'r>(sections: impl Iterator<Item = Section<'r>>) -> Vec<&'r str> {
    sections.map(Section::title).collect()
}

fn markers<'r>(points: impl Iterator<Item = Point<'r>>) -> Vec<&'r str> {
    points.map(Point::marker).collect()
}

fn indicators<'r>(metrics: impl Iterator<Item = Metric<'r>>) -> Vec<&'r str> {
    metrics.filter_map(Metric::indicator).collect()
}

fn texts(report: &Report, spans: impl Iterator<Item = Span>) -> Vec<&str> {
    spans.map(|span| report.slice(span)).collect()
}

#[test]
fn a_section_leads_to_what_stands_in_it() {
    let report = report();
    let review = report.section_at("一").expect("the first section");
    assert_eq!(review.ordinal(), Some(1));
    assert_eq!(report.slice(review.span()), review.text());
    assert!(review.text().starts_with("一、过去一年") && review.text().trim_end().ends_with("新增就业1.2万人。"));
    assert_eq!(titles(review.children()), ["工业提质", "民生改善"]);
    assert_eq!(titles(review.descendants()), ["工业提质", "民生改善"]);
    assert_eq!(titles(review.children().flat_map(Section::ancestors)), ["过去一年工作回顾"; 2]);
    assert_eq!(review.body().count(), 0, "its text stands in its subsections");
    assert_eq!(review.points().count(), 0, "its points stand in its subsections");
    assert_eq!(
        indicators(review.metrics()),
        ["规模以上工业总产值", "新建学校", "招聘教师", "新增就业"],
        "those of its subsections included"
    );
    let plan = report.section_at("二").expect("the second section");
    assert_eq!(plan.children().count() + plan.descendants().count(), 0);
    assert_eq!(plan.body().map(Paragraph::text).collect::<Vec<_>>(), ["主要预期目标：地区生产总值增长6%左右。"]);
    assert_eq!(indicators(plan.metrics()), ["地区生产总值"]);
}

#[test]
fn a_section_is_found_by_its_path_and_by_its_title() {
    let report = report();
    let section = report.section_at("一/（二）").expect("a path as it is told");
    assert_eq!(section.title(), "民生改善");
    assert_eq!(report.section_at("一/(二)").map(Section::id), Some(section.id()), "brackets of half width");
    assert!(report.section_at("三").is_none());
    assert_eq!(titles(report.find("工作")), ["过去一年工作回顾", "今年工作安排"]);
    assert_eq!(report.find("外贸").count(), 0);
}

#[test]
fn a_paragraph_leads_to_what_stands_in_it() {
    let report = report();
    let paragraph = report.paragraphs().find(|paragraph| paragraph.text().contains("两件事")).expect("it is there");
    assert_eq!(paragraph.section().map(Section::title), Some("民生改善"));
    assert_eq!(markers(paragraph.points()), ["一是", "①", "②", "二是"]);
    assert_eq!(
        texts(&report, paragraph.sentences()),
        [
            "（二）民生改善。",
            "抓了两件事：一是办好教育：①新建学校3所；②招聘教师200名。",
            "二是稳定就业，新增就业1.2万人。"
        ]
    );
    let clauses = texts(&report, paragraph.clauses());
    assert_eq!(clauses.concat(), paragraph.text(), "clauses leave nothing out");
    assert_eq!(clauses.last(), Some(&"新增就业1.2万人。"));
    let title = report.paragraphs().next().expect("a title");
    assert!(title.section().is_none() && title.points().next().is_none());
}

#[test]
fn a_point_leads_to_its_list_and_its_place() {
    let report = report();
    let first = report.points().next().expect("一是");
    assert_eq!(markers(first.children()), ["①", "②"]);
    assert!(first.children().all(|child| child.parent().map(Point::id) == Some(first.id())));
    assert_eq!((first.depth(), first.ordinal()), (0, Some(1)));
    let second = report.points().last().expect("二是");
    assert_eq!(second.children().count(), 0);
    assert_eq!(second.section().map(Section::title), Some("民生改善"));
    assert_eq!(Some(second.paragraph().id()), second.section().and_then(|it| it.paragraphs().next()).map(|it| it.id()));
}

#[test]
fn a_metric_leads_to_its_sentence_and_its_point() {
    let report = report();
    let metric = report.metrics().find(|metric| metric.indicator() == Some("新建学校")).expect("it is there");
    assert_eq!(metric.point().map(Point::marker), Some("①"), "the innermost point");
    assert_eq!(metric.section().map(Section::title), Some("民生改善"));
    assert_eq!(metric.sentence(), report.slice(metric.sentence_span()));
    assert!(metric.sentence().contains("新建学校3所"));
    let target = report.metrics().last().expect("the target");
    assert!(target.point().is_none() && target.part_of().is_none());
}

#[test]
fn a_place_is_told_in_every_count() {
    let text = "一、𠮷祥\r\n二、安排";
    let report = reportparse::parse(text).expect("a report");
    assert!(std::ptr::eq(&*report.shared_text(), report.text()), "one text, shared");
    let second = report.sections().last().expect("two sections").span().start;
    let counts = [(Offsets::Bytes, "bytes", 15), (Offsets::Chars, "chars", 6), (Offsets::Utf16, "utf16", 7)];
    for (offsets, name, at) in counts {
        assert_eq!(offsets.as_str(), name);
        assert_eq!(report.offset(second, offsets), at, "{name}");
        assert_eq!(report.byte_offset(at, offsets), second, "{name}");
        assert_eq!(report.byte_offset(u32::MAX, offsets) as usize, text.len(), "{name}: past the end");
    }
    assert_eq!(report.position(second), Position { line: 2, column: 1 });
    assert_eq!(report.slice(report.line(0)), "一、𠮷祥");
    assert_eq!(report.slice(report.line(text.len() as u32)), "二、安排");
}

#[test]
fn a_lexicon_adds_words() {
    let text = "一、回顾\n锂电池产量增长8%。铸造铜像3尊。收购粮食2石。";
    let mut lexicon = Lexicon::default();
    lexicon
        .add_indicator("锂电池产量", "LI_BATTERY")
        .and_then(|lexicon| lexicon.add_measure_word("尊"))
        .and_then(|lexicon| lexicon.add_unit("石", "千克", Decimal::from(60)))
        .expect("the entries can be used");
    let report = Parser::builder().lexicon(lexicon).build().parse(text).expect("a report");
    let metrics: Vec<Metric<'_>> = report.metrics().collect();
    assert_eq!(metrics.iter().map(|metric| metric.code()).collect::<Vec<_>>(), [Some("LI_BATTERY"), None, None]);
    assert_eq!(metrics.iter().map(|metric| metric.unit()).collect::<Vec<_>>(), [Some("%"), Some("尊"), Some("石")]);
    assert_eq!((metrics[2].base_value(), metrics[2].base_unit()), (Some(Decimal::from(120)), Some("千克")));
    let plain = reportparse::parse(text).expect("a report");
    assert!(plain.metrics().all(|metric| metric.code().is_none() && metric.unit() != Some("石")), "only where added");
}

#[test]
fn structure_alone_holds_no_figures() {
    let structure = Parser::builder().metrics(false).build().parse(TEXT).expect("a report");
    assert_eq!(structure.metrics().len(), 0);
    assert_eq!(structure.section_rows(), report().section_rows());
    assert_eq!(structure.point_rows(), report().point_rows());
}

#[test]
fn bytes_are_parsed_as_text_is() {
    assert_eq!(reportparse::parse_bytes(TEXT.as_bytes()).expect("UTF-8"), report());
}

#[test]
fn err_bytes_that_are_no_text() {
    let error = reportparse::parse_bytes(b"\xe4\xb8\x80\xff\xfe").expect_err("no UTF-8");
    assert_eq!((error.kind(), error.span()), (ErrorKind::Encoding, Some(Span::new(3, 3))));
    assert_eq!(error.to_string(), "byte 3 is not valid UTF-8: decode the text first");
}

#[test]
fn err_a_text_of_blanks() {
    for text in ["", " \r\n\t", "　\u{feff}\u{a0}"] {
        let error = reportparse::parse(text).expect_err("nothing to parse");
        assert_eq!((error.kind(), error.span()), (ErrorKind::Empty, None), "{text:?}");
    }
}

#[test]
fn an_outline_shows_headings_leads_and_counts() {
    let text = "云溪区政府工作报告\n一、回顾\n加快补齐民生短板。工业总产值增长8%。\n一是修路。二是建校。\n附件\n二、安排\n保持稳定。";
    let report = reportparse::parse(text).expect("a report");
    let plain = render::Outline::new(&report).to_string();
    assert!(plain.starts_with("云溪区政府工作报告\n"), "{plain}");
    assert!(plain.contains("一、回顾  [2 points]\n"), "{plain}");
    assert!(plain.contains("    · 加快补齐民生短板\n"), "{plain}");
    let coloured = render::Outline::new(&report).color(true).to_string();
    assert!(coloured.contains("\x1b[1;36m回顾\x1b[0m"), "{coloured}");
    let mut stripped = coloured;
    for style in ["\x1b[1m", "\x1b[2m", "\x1b[36m", "\x1b[1;36m", "\x1b[0m"] {
        stripped = stripped.replace(style, "");
    }
    assert_eq!(stripped, plain, "colour changes no text");
}
