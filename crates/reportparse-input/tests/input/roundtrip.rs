//! One report in every format, made by a word processor: each gives the same lines.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use reportparse_input::{Format, Place, read_file};

use crate::support::{Docx, LISTS, has, item, options, pdfium, table};

/// The body of the report: a level and a number for a heading, and its text.
const PARAGRAPHS: &[(Option<(u32, &str)>, &str)] = &[
    (None, "各位代表："),
    (None, "现在，我代表临江区人民政府，向大会报告2024年上半年工作，请予审议，并请区政协委员和其他列席人员提出意见。"),
    (Some((0, "一、")), "上半年工作情况"),
    (
        None,
        "今年以来，全区上下坚持稳中求进工作总基调，统筹推进各项重点工作，经济运行总体平稳。一般公共预算收入完成133.8亿元，同比增长5.2%；规模以上工业总产值实现1031.1亿元，同比下降0.6%；城镇新增就业4万余人，城镇调查失业率保持在5%以内，居民人均可支配收入与经济增长同步，民生保障水平进一步提高，社会大局保持稳定。",
    ),
    (Some((1, "（一）")), "产业发展"),
    (
        None,
        "加快培育新动能。高技术制造业产值占规模以上工业总产值比重达33.1%，比上年同期提高1.2个百分点。一是汽车制造业稳定恢复，实现产值425.6亿元；二是集成电路产业快速增长，同比增长18%；三是新增国家级专精特新“小巨人”企业12家，累计达到57家。",
    ),
    (Some((1, "（二）")), "社会民生"),
    (None, "持续办好民生实事。新建改建幼儿园6所，新增养老床位800张，完成旧住房改造52.3万平方米，受益居民1.2万户。"),
    (Some((0, "二、")), "下半年工作安排"),
    (
        None,
        "全面完成全年目标任务，力争地区生产总值增长5%左右，一般公共预算收入增长4%以上，单位生产总值能耗下降2%左右。",
    ),
];
const ROWS: &[&[&str]] =
    &[&["指标", "单位", "完成数"], &["一般公共预算收入", "亿元", "133.8"], &["工业总产值", "亿元", "1031.1"]];

fn typed((number, text): &(Option<(u32, &str)>, &str)) -> String {
    number.map_or_else(|| (*text).to_owned(), |(_, number)| format!("{number}{text}"))
}

/// The lines that every format is to give.
fn expected() -> Vec<String> {
    PARAGRAPHS.iter().map(typed).chain(ROWS.iter().map(|row| row.join("\t"))).collect()
}

/// How the headings get their numbers.
#[derive(Clone, Copy)]
enum Numbers {
    Typed,
    Automatic,
}

fn report(numbers: Numbers) -> Vec<u8> {
    let body = |text: &str| {
        format!(
            r#"<w:p><w:pPr><w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="640"/></w:pPr><w:r><w:rPr><w:sz w:val="32"/></w:rPr><w:t>{text}</w:t></w:r></w:p>"#
        )
    };
    let paragraph = |paragraph: &(Option<(u32, &str)>, &str)| match (numbers, paragraph) {
        (Numbers::Automatic, (Some((level, _)), text)) => item(1, *level, text),
        (_, paragraph) => body(&typed(paragraph)),
    };
    let paragraphs: String = PARAGRAPHS.iter().map(paragraph).collect();
    Docx::new(&format!("{paragraphs}{}", table(ROWS))).part("numbering", LISTS).bytes()
}

/// The word processor of this machine.
fn office() -> Option<PathBuf> {
    let folders = env::split_paths(&env::var_os("PATH")?).collect::<Vec<_>>();
    folders.into_iter().map(|folder| folder.join("soffice")).find(|program| program.is_file())
}

fn convert(office: &Path, source: &Path, folder: &Path, filter: &str) -> PathBuf {
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let status = Command::new(office)
        .args([&profile, "--headless", "--convert-to", filter, "--outdir"])
        .args([folder, source])
        .output()
        .expect("the word processor runs");
    assert!(status.status.success(), "{}", String::from_utf8_lossy(&status.stderr));
    let extension = filter.split(':').next().unwrap_or(filter);
    folder.join(source.file_name().expect("a file has a name")).with_extension(extension)
}

const DOCX: (&str, Format) = ("docx", Format::Docx);
const PDF: (&str, Format) = ("pdf", Format::Pdf);
const HTML: (&str, Format) = ("html:HTML (StarWriter)", Format::Html);
const TEXT: (&str, Format) = ("txt:Text (encoded):UTF8", Format::Text);

#[test]
fn every_format_gives_the_same_lines() {
    let Some(office) = has(office(), "soffice") else { return };
    if has(pdfium(), "libpdfium").is_none() {
        return;
    }
    let folder = env::temp_dir().join(format!("reportparse-roundtrip-{}", std::process::id()));
    fs::create_dir_all(folder.join("out")).expect("a folder is made");
    // A list of a web page has no Chinese numbers, and what plain text makes of them is not ours to say.
    for (numbers, formats) in [(Numbers::Typed, &[DOCX, PDF, HTML, TEXT][..]), (Numbers::Automatic, &[DOCX, PDF][..])] {
        let source = folder.join("report.docx");
        fs::write(&source, report(numbers)).expect("a file is written");
        check(&source, Format::Docx);
        for (filter, format) in formats {
            check(&convert(&office, &source, &folder.join("out"), filter), *format);
        }
    }
    fs::remove_dir_all(&folder).expect("the folder is removed");
}

fn check(file: &Path, format: Format) {
    let document = read_file(file, &options()).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(document.format, format);
    // Plain text is given as it is: its indents and its marks are for the parser, and it has no rows.
    let lines: Vec<&str> = document.text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let mut expected = expected();
    if format == Format::Text {
        expected.truncate(PARAGRAPHS.len());
        assert_eq!(lines[..PARAGRAPHS.len()], expected, "{format}");
        return;
    }
    assert_eq!(lines, expected, "{format}");
    let place = document.place(document.text.find("下半年工作安排").expect("it is there"));
    match format {
        Format::Pdf => assert!(matches!(place, Some(Place::Page(_)))),
        Format::Docx => assert_eq!(place, Some(Place::Paragraph(9))),
        _ => assert_eq!(place, None),
    }
}
