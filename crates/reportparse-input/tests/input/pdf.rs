//! PDFs: paragraphs from lines, furniture, tables, notes, places, what cannot be read.

use reportparse_input::{ErrorKind, Format, Options, Place, WarningKind};

use crate::support::{PdfLine, assemble, has, pdf, pdfium, read};

const LEFT: f32 = 90.0;
const INDENT: f32 = LEFT + 32.0;
const SIZE: f32 = 16.0;
/// Twenty-five characters of a paragraph fill a line.
const FULL: usize = 25;

/// Sets a paragraph with an indent of two characters, from a height on down. Gives its lines and the height below it.
fn set(text: &str, top: f32) -> (Vec<PdfLine<'_>>, f32) {
    let mut lines = Vec::new();
    let (mut rest, mut x, mut y, mut room) = (text, INDENT, top, FULL - 2);
    while !rest.is_empty() {
        let end = rest.char_indices().nth(room).map_or(rest.len(), |(at, _)| at);
        lines.push((x, y, SIZE, &rest[..end]));
        (rest, x, y, room) = (&rest[end..], LEFT, y - 28.0, FULL);
    }
    (lines, y)
}

fn page<'t>(head: &'t str, paragraphs: &[&'t str], number: &'t str) -> Vec<PdfLine<'t>> {
    let mut lines = vec![(240.0, 800.0, 10.0, head)];
    let mut y = 740.0;
    for paragraph in paragraphs {
        let (set, below) = set(paragraph, y);
        lines.extend(set);
        y = below;
    }
    lines.push((280.0, 40.0, 10.0, number));
    lines
}

const FIRST: &str = "今年以来，全区上下坚持稳中求进工作总基调，统筹推进各项重点工作，经济运行总体平稳，社会大局保持稳定，完成了上半年的目标任务。";
const SECOND: &str = "一般公共预算收入保持增长，居民人均可支配收入与经济增长同步，城镇新增就业人数超过预期，物价总水平保持稳定，市场主体活力增强。";

#[test]
fn lines_become_paragraphs_without_heads_and_page_numbers() {
    if has(pdfium(), "libpdfium").is_none() {
        return;
    }
    let cut = SECOND.char_indices().nth(48).map_or(0, |(at, _)| at);
    let (start, rest) = SECOND.split_at(cut);
    let mut pages = vec![
        page("某区人民政府文件", &["一、上半年工作情况", FIRST, start], "— 1 —"),
        page("某区人民政府文件", &[], "— 2 —"),
    ];
    let (mut continued, _) = set(rest, 740.0);
    continued[0].0 = LEFT;
    pages[1].splice(1..1, continued);
    pages.push(page("某区人民政府文件", &["二、下半年工作安排", FIRST], "— 3 —"));
    let bytes = pdf(&pages);
    let document = read(&bytes).expect("it is a PDF");
    assert_eq!(document.format, Format::Pdf);
    assert_eq!(document.text, format!("一、上半年工作情况\n{FIRST}\n{SECOND}\n二、下半年工作安排\n{FIRST}\n"));
    let place = |part: &str| document.place(document.text.find(part).expect("it is there"));
    assert_eq!(place("一、"), Some(Place::Page(1)));
    assert_eq!(place(rest), Some(Place::Page(2)));
    assert_eq!(place("二、"), Some(Place::Page(3)));
}

#[test]
fn tables_are_rows_and_spread_letters_are_words() {
    if has(pdfium(), "libpdfium").is_none() {
        return;
    }
    let mut page = page("", &[FIRST], "1");
    for (row, cells) in [["指标", "单位"], ["零售总额", "亿元"], ["合", "1,031.1"]].iter().enumerate() {
        let y = 500.0 - 24.0 * row as f32;
        page.extend([(120.0, y, 12.0, cells[0]), (320.0, y, 12.0, cells[1])]);
    }
    page.push((150.0, 452.0, 12.0, "计"));
    let bytes = pdf(&[page]);
    let text = read(&bytes).expect("it is a PDF").text;
    assert_eq!(text, format!("{FIRST}\n指标\t单位\n零售总额\t亿元\n合 计\t1,031.1\n"));
}

#[test]
fn an_entry_that_fills_its_column_is_parted_from_the_next() {
    if has(pdfium(), "libpdfium").is_none() {
        return;
    }
    // The first column is eight characters wide, and the second begins ten points behind it.
    let (left, right) = (120.0, 120.0 + 8.0 * 12.0 + 10.0);
    let rows = [
        ("指标", "完成情况"),
        ("一般公共预算收入", "五十八亿元，同比增长三个"),
        ("按可比口径来计算", "百分点。"),
        ("新增就业", "七千人"),
    ];
    let mut page = page("", &[FIRST], "1");
    for (row, (first, second)) in rows.iter().enumerate() {
        let y = 500.0 - 20.0 * row as f32;
        page.extend([(left, y, 12.0, *first), (right, y, 12.0, *second)]);
    }
    let (below, _) = set(SECOND, 380.0);
    page.extend(below);
    let bytes = pdf(&[page]);
    let text = read(&bytes).expect("it is a PDF").text;
    let table = rows.map(|(first, second)| format!("{first}\t{second}\n")).concat();
    assert_eq!(text, format!("{FIRST}\n{table}{SECOND}\n"));
}

#[test]
fn a_foot_note_waits_for_the_paragraph_that_runs_over_it() {
    if has(pdfium(), "libpdfium").is_none() {
        return;
    }
    let cut = FIRST.char_indices().nth(48).map_or(0, |(at, _)| at);
    let (start, rest) = FIRST.split_at(cut);
    let mut first = page("", &[SECOND, start], "1");
    first.push((LEFT, 80.0, 9.0, "①按可比口径计算。"));
    let mut second = page("", &[SECOND], "2");
    second.iter_mut().for_each(|line| line.1 -= if line.1 > 100.0 { 84.0 } else { 0.0 });
    let (mut continued, _) = set(rest, 740.0);
    continued[0].0 = LEFT;
    second.splice(1..1, continued);
    let bytes = pdf(&[first, second]);
    let text = read(&bytes).expect("it is a PDF").text;
    assert_eq!(text, format!("{SECOND}\n{FIRST}\n①按可比口径计算。\n{SECOND}\n"));
}

#[test]
fn contents_are_left_out_with_a_warning() {
    if has(pdfium(), "libpdfium").is_none() {
        return;
    }
    let contents =
        [(LEFT, 700.0, SIZE, "一、工作回顾……………………2"), (LEFT, 672.0, SIZE, "二、工作安排.................12")];
    let bytes = pdf(&[contents.to_vec(), page("", &["一、工作回顾", FIRST], "2")]);
    let document = read(&bytes).expect("it is a PDF");
    assert_eq!(document.text, format!("一、工作回顾\n{FIRST}\n"));
    assert_eq!(document.warnings[0].kind, WarningKind::LeftOut);
}

#[test]
fn what_holds_no_text_is_told() {
    if has(pdfium(), "libpdfium").is_none() {
        return;
    }
    let error = read(&pdf(&[vec![], vec![]])).expect_err("it is blank").to_string();
    assert!(error.contains("without a text layer (a scan; pages: 2)"), "{error}");
    let error = read(b"%PDF-1.7\nno object at all").expect_err("it is damaged");
    assert_eq!(error.kind(), ErrorKind::Damaged, "{error}");
    let bytes = pdf(&vec![page("", &[FIRST], "1"); 3]);
    let options = crate::support::options().max_pages(2);
    let error = reportparse_input::read(&bytes, &options).expect_err("it is too long");
    assert_eq!(error.kind(), ErrorKind::Limit);
}

#[test]
fn an_encrypted_file_is_told() {
    if has(pdfium(), "libpdfium").is_none() {
        return;
    }
    let key = "00".repeat(32);
    let encrypt = format!("<< /Filter /Standard /V 1 /R 2 /O <{key}> /U <{key}> /P -4 >>");
    let bytes =
        assemble(&["<< /Type /Catalog /Pages 2 0 R >>".into(), "<< /Type /Pages /Kids [] /Count 0 >>".into(), encrypt]);
    let file = String::from_utf8(bytes)
        .expect("it is ASCII")
        .replace("/Root 1 0 R", "/Root 1 0 R /Encrypt 3 0 R /ID [<00> <00>]");
    assert_eq!(read(file.as_bytes()).expect_err("it is encrypted").kind(), ErrorKind::Encrypted);
}

/// Runs this test again in a process of its own, where no library was loaded.
#[test]
fn a_missing_library_is_told_with_the_way_to_get_it() {
    const MARK: &str = "REPORTPARSE_TEST_WITHOUT_LIBRARY";
    if std::env::var_os(MARK).is_some() {
        let bytes = pdf(&[page("", &[FIRST], "1")]);
        let options = Options::new().pdfium("/nowhere/libpdfium.so");
        let error = reportparse_input::read(&bytes, &options).expect_err("there is no library");
        assert_eq!(error.kind(), ErrorKind::MissingLibrary);
        let message = error.to_string();
        for says in ["pip install reportparse[pdf]", "REPORTPARSE_PDFIUM=", "/nowhere/libpdfium.so"] {
            assert!(message.contains(says), "{message}");
        }
        return;
    }
    let name = "pdf::a_missing_library_is_told_with_the_way_to_get_it";
    let program = std::env::current_exe().expect("a test knows its program");
    let status = std::process::Command::new(program).args(["--exact", name]).env(MARK, "1").status();
    assert!(status.expect("a test can run itself").success());
}
