//! The program as a user meets it: what it prints, what it says when something is wrong, and how it ends.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn run_with(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_reportparse"))
        .args(arguments)
        .current_dir(root())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    // A program that fails before it reads closes its input; that is its right.
    let _ = child.stdin.take().expect("the input is piped").write_all(input);
    child.wait_with_output().expect("the program ends")
}

fn run(arguments: &[&str]) -> Output {
    run_with(arguments, b"")
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).expect("the output is UTF-8")
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).expect("the messages are UTF-8")
}

fn fails(arguments: &[&str], code: i32, words: &[&str]) {
    let output = run(arguments);
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {}", stderr(&output));
    for word in words {
        assert!(stderr(&output).contains(word), "{arguments:?} says {:?}, without {word:?}", stderr(&output));
    }
}

const SAMPLE: &str = "examples/reports/county-work-report.txt";

#[test]
fn the_outline_is_printed_without_colour_into_a_pipe() {
    let output = run(&[SAMPLE]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(stdout(&output).contains("一、"), "{}", stdout(&output));
    assert!(!stdout(&output).contains('\u{1b}'), "colour codes in a pipe");
}

#[test]
fn standard_input_is_read_for_a_dash() {
    let output = run_with(&["-"], "一、工作回顾\n全年完成投资5亿元。".as_bytes());
    assert_eq!(output.status.code(), Some(0));
    assert!(stdout(&output).contains("一、工作回顾"));
}

#[test]
fn offsets_are_counted_as_asked() {
    for (offsets, start) in [("bytes", 5), ("chars", 2), ("utf16", 3)] {
        let export = ["export", "--table", "sections", "--offsets", offsets, "-"];
        let output = run_with(&export, "𠮷\n一、工作回顾\n全年完成投资。".as_bytes());
        let row: serde_json::Value = serde_json::from_str(stdout(&output).trim()).expect("a row of JSON");
        assert_eq!(row["start"], start, "{offsets}");
        assert_eq!(row["title"], "工作回顾");
    }
}

#[test]
fn json_is_one_document() {
    let output = run(&["json", SAMPLE]);
    let document: serde_json::Value = serde_json::from_slice(&output.stdout).expect("a JSON document");
    assert_eq!(document["meta"]["kind"], "work_report");
    assert!(document["sections"].as_array().is_some_and(|sections| sections.len() >= 2));
}

#[test]
fn csv_has_a_header_and_one_line_a_row() {
    let csv = run(&["export", "--table", "points", "--format", "csv", SAMPLE]);
    let ndjson = run(&["export", "--table", "points", "--format", "ndjson", SAMPLE]);
    assert!(stdout(&csv).starts_with("report,point,parent,list,section,"));
    let rows = csv::Reader::from_reader(&csv.stdout[..]).into_records().count();
    assert_eq!(rows, stdout(&ndjson).lines().count());
}

#[test]
fn metrics_are_chosen_by_status_and_code() {
    let all = run(&["export", "--table", "metrics", SAMPLE]);
    let targets = run(&["export", "--table", "metrics", "--status", "target", SAMPLE]);
    let gdp = run(&["export", "--table", "metrics", "--code", "GDP", SAMPLE]);
    let count = |output: &Output| stdout(output).lines().count();
    assert!(count(&targets) > 0 && count(&targets) < count(&all));
    assert!(stdout(&targets).lines().all(|row| row.contains(r#""status":"target""#)));
    assert!(count(&gdp) > 0 && stdout(&gdp).lines().all(|row| row.contains(r#""code":"GDP""#)));
}

#[test]
fn a_code_that_is_none_is_told_with_those_near_it() {
    for (code, told) in [("GPD", "near it are GDP,"), ("gdp", "near it are GDP,"), ("地区生产总值", "indicator GDP")]
    {
        let output = run(&["export", "--table", "metrics", "--code", code, SAMPLE]);
        assert_eq!(output.status.code(), Some(2));
        assert!(stderr(&output).contains(told), "{}", stderr(&output));
    }
}

#[test]
fn a_charset_may_be_named_and_malformed_bytes_refused() {
    let big5 = b"\xB0\xEA\xB0\xC8\xB0|"; // 國務院
    assert_eq!(stdout(&run_with(&["text", "-", "--charset", "big5"], big5)), "國務院");
    let unknown = run(&["--charset", "gbkk", SAMPLE]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(stderr(&unknown).contains("no charset is called so: name one"), "{}", stderr(&unknown));

    let malformed =
        run_with(&["text", "--refuse-malformed", "-"], b"\xE5\xA2\x9E\xFF\xE9\x95\xBF\xE4\xBA\x94\xE6\x88\x90");
    assert_eq!(malformed.status.code(), Some(1));
    assert!(stderr(&malformed).contains("bytes at offset 3 that UTF-8 does not allow"), "{}", stderr(&malformed));
}

#[test]
fn check_shows_the_line() {
    let output = run_with(&["check", "-"], "一、回顾\n完成投资。\n三、安排\n扩大投资。".as_bytes());
    assert_eq!(output.status.code(), Some(0), "an oddity is no failure");
    assert!(stdout(&output).contains("number 2 is missing") && stdout(&output).contains("三、安排"));
}

#[test]
fn what_is_odd_about_a_file_is_a_diagnostic() {
    let output = run_with(&["check", "-"], b"\xE5\xA2\x9E\xFF\xE9\x95\xBF\xE4\xBA\x94\xE6\x88\x90");
    let shown = stdout(&output);
    assert!(shown.contains("malformed_bytes") && shown.contains("offset 3") && shown.contains(":1:2"), "{shown}");
    assert!(shown.contains("1 oddity"), "told once: {shown}");

    let spoilt: String = "政府工作报告，各位代表".bytes().map(char::from).collect();
    let json = run_with(&["json", "-"], spoilt.as_bytes());
    assert!(stdout(&json).contains(r#""code":"mojibake""#), "{}", stdout(&json));
}

#[test]
fn a_page_tells_when_it_was_published() {
    let page = "<html><meta name=PubDate content='2024-02-01 10:00'><p>政府工作报告</p><p>一、工作回顾</p>";
    let output = run_with(&["json", "-"], page.as_bytes());
    assert!(stdout(&output).contains(r#""published_on":"2024-02-01""#), "{}", stdout(&output));
}

#[test]
fn the_text_of_a_file_is_printed_with_its_places() {
    let output = run_with(&["text", "-"], "<p>一、工作回顾</p><p>全年完成投资5亿元。</p>".as_bytes());
    assert_eq!(stdout(&output), "一、工作回顾\n全年完成投资5亿元。\n");
    let output = run_with(&["text", "--places", "-"], "一、工作回顾\n".as_bytes());
    assert_eq!(stdout(&output), "\t一、工作回顾\n", "plain text has no pages");
    let output = run(&["text", "--places", "crates/reportparse-cli/tests/numbered.docx"]);
    assert_eq!(stdout(&output), "paragraph 1\t一、工作回顾\nparagraph 3\t三、工作安排\n", "{}", stderr(&output));
    let output = run(&["check", "crates/reportparse-cli/tests/numbered.docx"]);
    assert!(stdout(&output).contains("numbered.docx:2:1, paragraph 3"), "{}", stdout(&output));
}

#[test]
fn a_file_that_fails_does_not_stop_the_others() {
    let output = run(&["no-such-file.txt", SAMPLE]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stdout(&output).contains("一、"));
    assert!(stderr(&output).contains("no-such-file.txt"));
}

#[test]
fn err_messages_say_what_to_do() {
    fails(&["no-such-file.txt"], 1, &["no-such-file.txt", "no such file", "check the path"]);
    fails(&["examples"], 1, &["examples", "is a directory", "name the files"]);
    fails(&["json", "examples"], 1, &["is a directory"]);
    fails(&[], 2, &["FILE"]);
    fails(&["export", "--table", "rows", SAMPLE], 2, &["rows", "sections", "metrics"]);
    fails(&["--no-such-option"], 2, &["--no-such-option"]);
    fails(&["text", "--limit", "max_bytes=10", SAMPLE], 1, &["limit of 10 bytes", "raise `max_bytes`"]);
    fails(&["text", "--limit", "max_width=10", SAMPLE], 2, &["no limit is called max_width"]);
    let empty = run_with(&["-"], b"");
    assert_eq!(empty.status.code(), Some(1));
    assert!(stderr(&empty).contains("empty"), "{}", stderr(&empty));
    let blank = run_with(&["-"], " \u{3000}\n".as_bytes());
    assert_eq!(blank.status.code(), Some(1));
}

#[test]
fn a_closed_pipe_is_no_failure() {
    let script =
        format!("{} export --table metrics --format csv {SAMPLE} | head -n 1", env!("CARGO_BIN_EXE_reportparse"));
    let output = Command::new("sh").args(["-c", &script]).current_dir(root()).output().expect("a shell");
    assert_eq!(stderr(&output), "");
}
