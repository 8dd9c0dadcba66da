//! One report in every format, made by a word processor: each gives the same lines, sections, points and metrics.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use reportparse::{Metric, Parser, Point, Section};
use reportparse_input::{Document, Format, Place, read_file};

use crate::support::{Docx, LISTS, has, item, options, pdfium, table, workspace};

const DOCX: (&str, Format) = ("docx", Format::Docx);
const PDF: (&str, Format) = ("pdf", Format::Pdf);
const HTML: (&str, Format) = ("html:HTML (StarWriter)", Format::Html);
const TEXT: (&str, Format) = ("txt:Text (encoded):UTF8", Format::Text);

/// A folder of this test, and the word processor of this machine.
struct Office {
    program: PathBuf,
    folder: PathBuf,
}

impl Office {
    fn new(name: &str) -> Option<Self> {
        let path = env::var_os("PATH").unwrap_or_default();
        let program = env::split_paths(&path).map(|folder| folder.join("soffice")).find(|program| program.is_file());
        let program = has(program, "soffice")?;
        has(pdfium(), "libpdfium")?;
        let folder = env::temp_dir().join(format!("reportparse-{name}-{}", std::process::id()));
        fs::create_dir_all(folder.join("out")).expect("a folder is made");
        Some(Office { program, folder })
    }

    /// Writes a document, converts it and reads what comes of it.
    fn through(&self, document: &[u8], (filter, format): (&str, Format)) -> Document<'static> {
        let source = self.folder.join("report.docx");
        fs::write(&source, document).expect("a file is written");
        let profile = format!("-env:UserInstallation=file://{}", self.folder.join("profile").display());
        let output = Command::new(&self.program)
            .args([&profile, "--headless", "--convert-to", filter, "--outdir"])
            .args([&self.folder.join("out"), &source])
            .output()
            .expect("the word processor runs");
        let made = self.folder.join("out/report").with_extension(filter.split(':').next().unwrap_or(filter));
        assert!(made.is_file(), "{}", String::from_utf8_lossy(&output.stderr));
        let document = read_file(&made, &options()).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(document.format, format);
        document
    }
}

impl Drop for Office {
    fn drop(&mut self) {
        // What stays behind in the folder for temporary files harms nobody.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// The lines of a text without the mark before it and the blanks around them, which plain text keeps.
fn lines(text: &str) -> Vec<&str> {
    let text = text.trim_start_matches('\u{FEFF}');
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect()
}

/// A page shows how wide a gap is, not what made it, and a break in the source of a web page may have been a space.
fn squeeze(line: &str) -> String {
    line.split_whitespace().collect()
}

/// A paragraph indented by two characters, as the standard for official documents has it.
fn paragraph(line: &str) -> String {
    let line = line.replace('&', "&amp;").replace('<', "&lt;");
    format!(
        r#"<w:p><w:pPr><w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="640"/></w:pPr><w:r><w:rPr><w:sz w:val="32"/></w:rPr><w:t xml:space="preserve">{line}</w:t></w:r></w:p>"#
    )
}

/// What the parser finds, save the offsets, which differ from format to format.
fn tables(document: &Document<'_>) -> Vec<String> {
    let report = document.parse(&Parser::default()).expect("it is a report");
    let sections = report.sections().map(section);
    let points = report.points().map(point);
    let metrics = report.metrics().map(metric);
    sections.chain(points).chain(metrics).collect()
}

fn section(section: Section<'_>) -> String {
    let (path, title) = (section.path(), squeeze(section.title()));
    format!("section {path} {title} part {} run-in {} {}", section.part(), section.is_run_in(), section.role())
}

fn point(point: Point<'_>) -> String {
    let section = point.section().map(Section::path);
    let (marker, lead) = (squeeze(point.marker()), point.lead().map(squeeze));
    format!("point {section:?} list {} depth {} {marker} {lead:?}", point.list(), point.depth())
}

fn metric(metric: Metric<'_>) -> String {
    let words = [metric.indicator(), metric.literal(), metric.change_literal(), metric.period()];
    let names = [metric.code(), metric.unit(), metric.change_unit(), metric.basis()];
    let numbers = [metric.value(), metric.value_high(), metric.change(), metric.change_high()];
    let (words, path) = (words.map(|word| word.map(squeeze)), metric.section().map(Section::path));
    let period = (metric.period_start(), metric.period_end());
    format!("metric {path:?} {words:?} {names:?} {numbers:?} {period:?} {} {}", metric.approx(), metric.status())
}

/// The sample reports of the project.
#[test]
fn the_samples_are_the_same_in_every_format() {
    let Some(office) = Office::new("samples") else { return };
    for sample in samples() {
        let given = read_file(&sample, &options()).expect("a sample is text");
        let body: String = lines(&given.text).into_iter().map(paragraph).collect();
        let source = Docx::new(&body).bytes();
        let found = tables(&given);
        assert!(found.len() > 50, "{}: {} rows", sample.display(), found.len());
        for target in [DOCX, PDF, HTML, TEXT] {
            let made = office.through(&source, target);
            let what = format!("{} as {}", sample.display(), target.1);
            assert_same(lines(&made.text).into_iter().map(squeeze), lines(&given.text).into_iter().map(squeeze), &what);
            assert_same(tables(&made).into_iter(), found.iter().cloned(), &what);
        }
    }
}

/// Compares one by one, so that the first difference is shown and not the whole of both.
fn assert_same(made: impl ExactSizeIterator<Item = String>, given: impl ExactSizeIterator<Item = String>, what: &str) {
    let counts = (made.len(), given.len());
    made.zip(given).for_each(|(made, given)| assert_eq!(made, given, "{what}"));
    assert_eq!(counts.0, counts.1, "{what}");
}

fn samples() -> Vec<PathBuf> {
    let folder = fs::read_dir(workspace().join("examples/reports")).expect("the project has samples");
    let files = folder.map(|entry| entry.expect("a folder can be read").path());
    let mut samples: Vec<PathBuf> = files.filter(|path| path.extension() == Some("txt".as_ref())).collect();
    samples.sort();
    assert!(!samples.is_empty());
    samples
}

/// What plain text cannot hold: automatic numbers, a table, places.
#[test]
fn numbers_tables_and_places_survive() {
    let Some(office) = Office::new("numbers") else { return };
    let long = "今年以来，全区上下坚持稳中求进工作总基调，一般公共预算收入完成133.8亿元，同比增长5.2%；城镇调查失业率保持在5%以内。";
    let rows: &[&[&str]] = &[&["指标", "单位", "完成数"], &["一般公共预算收入", "亿元", "133.8"]];
    let body = [
        item(1, 0, "上半年工作情况"),
        item(1, 1, "产业发展"),
        paragraph(long),
        item(1, 1, "社会民生"),
        item(1, 0, "下半年工作安排"),
        table(rows),
    ];
    let source = Docx::new(&body.concat()).part("numbering", LISTS).bytes();
    let expected = [
        "一、上半年工作情况",
        "（一）产业发展",
        long,
        "（二）社会民生",
        "二、下半年工作安排",
        "指标\t单位\t完成数",
        "一般公共预算收入\t亿元\t133.8",
    ];
    for (target, place) in [(DOCX, Place::Paragraph(5)), (PDF, Place::Page(1))] {
        let document = office.through(&source, target);
        assert_eq!(lines(&document.text), expected, "{}", target.1);
        let at = document.text.find("二、下").expect("it is there");
        assert_eq!(document.place(at), Some(place));
    }
    // The number of an item of a web page is drawn by the browser and is no text.
    assert_eq!(lines(&office.through(&source, HTML).text)[5..], expected[5..]);
}
