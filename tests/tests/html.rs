//! Pages and fragments: valid, whole, safe, and every figure marked once.

use std::collections::HashSet;

use proptest::prelude::*;
use reportparse::{Report, render};
use reportparse_tests::corpus;
use reportparse_tests::generate::sketch;
use reportparse_tests::shown::shown;
use scraper::{ElementRef, Html, Selector};

fn select<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).expect("the selector is written here")).collect()
}

/// Every tag of a page that names a place: its links all lead somewhere, its ids are told apart.
fn check_links(html: &Html) -> Result<(), String> {
    let mut ids = HashSet::new();
    for element in select(html, "[id]") {
        let id = element.attr("id").unwrap_or_default();
        if !ids.insert(id) {
            return Err(format!("two elements are called {id}"));
        }
    }
    let dead = select(html, "a").into_iter().find(|link| {
        let target = link.attr("href").and_then(|href| href.strip_prefix('#'));
        !target.is_some_and(|target| ids.contains(target))
    });
    dead.map_or(Ok(()), |link| Err(format!("a dead link: {}", link.html())))
}

/// Nothing of the page comes from elsewhere, and nothing in it runs but its own script.
fn check_sealed(html: &Html, scripts: usize) -> Result<(), String> {
    if select(html, "script").len() != scripts {
        return Err("a script too many".to_owned());
    }
    for element in select(html, "*") {
        let name = element.value().name();
        let loads = ["src", "srcset", "data", "action", "poster"].iter().any(|name| element.attr(name).is_some());
        let runs = element.value().attrs().any(|(name, _)| name.starts_with("on"));
        let foreign = matches!(name, "img" | "iframe" | "object" | "embed" | "form" | "base");
        let leaves = element.attr("href").is_some_and(|href| !href.starts_with('#') && href != "data:,");
        if loads || runs || foreign || leaves {
            return Err(format!("not sealed: {}", element.html()));
        }
    }
    Ok(())
}

/// The text is all there, in order.
fn check_text(html: &Html, report: &Report) -> Result<(), String> {
    let article = select(html, "article.text > div").pop().ok_or("no text")?;
    let ours = |node: ElementRef<'_>| node.value().name() == "summary" || node.attr("class") == Some("part");
    let found: String = article
        .descendants()
        .filter(|node| !node.ancestors().filter_map(ElementRef::wrap).any(ours))
        .filter_map(|node| node.value().as_text().map(|text| &**text))
        .collect();
    let (found, written) = (shown(&found), shown(report.text()));
    if found == written {
        return Ok(());
    }
    let at = found.chars().zip(written.chars()).take_while(|(one, other)| one == other).count();
    let around = |text: &str| text.chars().skip(at.saturating_sub(10)).take(30).collect::<String>();
    Err(format!("the text differs: {:?} is shown, {:?} is written", around(&found), around(&written)))
}

/// Every metric is marked once, at its figure. In nonsense a figure may run over the end of a heading, where its mark is
/// cut.
fn check_marks(html: &Html, report: &Report, nonsense: bool) -> Result<(), String> {
    let marks = select(html, "article mark[id]");
    if marks.len() != report.metrics().len() {
        return Err(format!("{} marks, {} metrics", marks.len(), report.metrics().len()));
    }
    for (metric, number) in report.metrics().zip(0..) {
        let id = format!("m{number}");
        let mark = marks.iter().find(|mark| mark.attr("id") == Some(&id)).ok_or_else(|| format!("no {id}"))?;
        let figure = metric.literal().or(metric.change_literal()).unwrap_or_default();
        let marked: String = mark.text().collect();
        let (marked, figure) = (shown(&marked), shown(figure));
        if marked != figure && !(nonsense && figure.starts_with(&marked)) {
            return Err(format!("{id}: {marked:?} is marked, {figure:?} is the figure"));
        }
    }
    Ok(())
}

fn check_page(report: &Report, nonsense: bool) -> Result<(), String> {
    let html = Html::parse_document(&render::html(report, "报告.txt"));
    if let Some(error) = html.errors.first() {
        return Err(format!("not valid: {error}"));
    }
    check_links(&html)?;
    check_sealed(&html, 1)?;
    check_text(&html, report)?;
    check_marks(&html, report, nonsense)
}

fn check(text: &str, nonsense: bool) -> Result<(), String> {
    match reportparse::parse(text) {
        Ok(report) => check_page(&report, nonsense),
        Err(_) => Ok(()),
    }
}

#[test]
fn pages_of_samples_hold() {
    for document in corpus::samples() {
        check(&document.text, false).unwrap_or_else(|fault| panic!("{}: {fault}", document.path.display()));
    }
}

#[test]
fn pages_of_real_reports_hold() {
    for document in corpus::real().into_iter().flatten() {
        check(&document.text, false).unwrap_or_else(|fault| panic!("{}: {fault}", document.path.display()));
    }
}

const HOSTILE: &str = "<title>\"政府\" & '工作'</title><script>alert(1)</script>\n\
    \u{0}\u{1B}——2024年1月8日在<img src=x onerror=alert(1)>大会上\n县长 </div></article>\n各位代表：\n\
    一、<b>工作&amp;回顾</b>\n（一）<svg/onload=alert(1)>。完成投资5亿元，增长<i>6%</i>。\n\
    一是\"--><script>；二是<!-- <style>*{display:none}</style>。\n三、]]>&#x3C;\n下载</script><script src=//x>";

#[test]
fn markup_in_the_text_stays_text() {
    check(HOSTILE, true).expect("the page holds");
    let report = reportparse::parse(HOSTILE).expect("the text is not empty");
    let name = "<script>\"&'.txt";
    for (html, scripts) in [(render::html(&report, name), 1), (render::html_fragment(&report, name), 0)] {
        let html = Html::parse_document(&html);
        check_sealed(&html, scripts).expect("nothing of the text is markup");
        let foot: String = select(&html, "footer.foot").remove(0).text().collect();
        assert!(foot.starts_with(name), "{foot}");
    }
}

#[test]
fn a_fragment_keeps_to_itself() {
    let samples = corpus::samples();
    let fragments: Vec<String> = samples
        .iter()
        .map(|it| {
            let report = reportparse::parse(it.text.as_str()).expect("a sample is a report");
            render::html_fragment(&report, "report")
        })
        .collect();
    let page = Html::parse_document(&fragments.concat());
    check_links(&page).expect("the fragments do not share ids");
    check_sealed(&page, 0).expect("a fragment needs no script");
    assert!(select(&page, "h1, h2, h3, h4, h5, h6").is_empty(), "headings would enter the notebook's contents");
    for sheet in select(&page, "style") {
        check_scope(&sheet.text().collect::<String>());
    }
}

/// Every rule of `sheet` names the class that all of the fragment stands in.
fn check_scope(sheet: &str) {
    let mut rules = 0;
    for head in sheet.split('}').filter_map(|rule| rule.rsplit_once('{')).map(|(head, _)| head) {
        let head = head.rsplit(['{', '/']).next().unwrap_or(head).trim();
        for selector in head.split(',') {
            assert!(selector.split_whitespace().any(|part| part.starts_with(".reportparse")), "{selector:?}");
            rules += 1;
        }
    }
    assert!(rules > 50, "only {rules} rules were read");
}

#[test]
fn the_same_report_gives_the_same_page() {
    let text = "县政府工作报告\n一、回顾\n经济稳定。全年完成投资5亿元。";
    let page = || render::html(&reportparse::parse(text).expect("the text is not empty"), "a.txt");
    assert_eq!(page(), page());
}

#[test]
fn a_tiny_report_is_shown_as_ever() {
    let text = "当前位置：首页 > 政务公开\n某县政府工作报告\n——2024年1月8日在某县人民代表大会上\n县长 张三\n各位代表：\n\
        一、2023年工作回顾\n（一）稳增长。全县生产总值完成105.3亿元，同比增长6.1%。\n\
        加强服务。抓了三个方面工作：一是强基础，建成学校3所；二是优环境。\n二、2024年工作安排\n力争生产总值增长5%左右。";
    let report = reportparse::parse(text).expect("the text is not empty");
    let fragment = render::html_fragment(&report, "tiny.txt");
    let (_, body) = fragment.split_once("</style>").expect("the style stands first");
    let (body, _) = body.split_once("<footer").expect("the foot names the version");
    insta::assert_snapshot!(body);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn pages_of_generated_reports_hold(sketch in sketch()) {
        check(&sketch.render().text, false).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn pages_of_scrambled_reports_hold(text in r#"([一二三]、|（[一二]）|[一二三]是|[12]\.|[0-9]{1,3}(亿元|%)|增长|同比|[。；，：\n<>&"'# \x00]|加强领导|<U\+00A0>){0,60}"#) {
        check(&text, true).map_err(TestCaseError::fail)?;
    }
}
