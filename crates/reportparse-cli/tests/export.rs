//! `reportparse export` over many files: order, failures, whole outputs, going on after a stop.
#![cfg(unix)]

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use arrow_array::cast::AsArray;
use arrow_array::{Array, RecordBatch};
use arrow_ipc::reader::FileReader;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use serde_json::Value;

/// More files than go into one part.
const MANY: usize = 1100;

/// An empty folder of this test's own.
fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    fs::create_dir_all(folder.join("in/下级")).unwrap();
    folder
}

fn text(number: usize) -> String {
    format!("工作报告\n一、第{number:04}号工作回顾\n全年完成投资{number}亿元。\n二、工作安排\n")
}

/// `count` reports in two folders.
fn reports(folder: &Path, count: usize) {
    for number in 0..count {
        let place = if number % 2 == 0 { "in" } else { "in/下级" };
        fs::write(folder.join(place).join(format!("{number:04}.txt")), text(number)).unwrap();
    }
}

fn command(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_reportparse"));
    command.current_dir(folder).arg("export").args(args).stdin(Stdio::null());
    command
}

fn export(folder: &Path, args: &[&str]) -> Output {
    command(folder, args).output().unwrap()
}

/// The standard output of a run in which no file failed.
fn good(folder: &Path, args: &[&str]) -> String {
    let output = export(folder, args);
    assert!(output.status.success(), "{}", told(&output));
    String::from_utf8(output.stdout).unwrap()
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// The files that rows name, each once.
fn named(ndjson: &str) -> Vec<String> {
    let mut names: Vec<String> = ndjson.lines().map(|line| of(line, "report")).collect();
    names.dedup();
    names
}

fn of(line: &str, key: &str) -> String {
    let record: Value = serde_json::from_str(line).unwrap();
    record[key].as_str().unwrap().to_owned()
}

/// What stands in a folder, hidden files included.
fn listed(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn files_come_in_the_order_of_their_names_on_any_number_of_cores() {
    let folder = folder("order");
    reports(&folder, 60);
    let one = good(&folder, &["--table", "sections", "--jobs", "1", "in"]);
    let names = named(&one);
    assert_eq!(names.len(), 60);
    assert!(names.is_sorted(), "{names:?}");
    for jobs in ["2", "7"] {
        assert_eq!(good(&folder, &["--table", "sections", "--jobs", jobs, "in"]), one);
    }
    let given = ["--table", "sections", "in/0010.txt", "in/0002.txt"];
    assert_eq!(named(&good(&folder, &given)), given[2..]);
}

#[test]
fn a_directory_stands_for_its_reports() {
    let folder = folder("names");
    reports(&folder, 4);
    for name in ["图.png", ".草稿.txt", "网页.HTML", "废.txt", "readme"] {
        fs::write(folder.join("in").join(name), text(9)).unwrap();
    }
    fs::write(folder.join("in/.ignore"), "废.txt\n").unwrap();
    let list = |globs: &[&str]| named(&good(&folder, &[&["--table", "meta"], globs, &["in"]].concat()));
    assert_eq!(list(&[]), ["in/0000.txt", "in/0002.txt", "in/下级/0001.txt", "in/下级/0003.txt", "in/网页.HTML"]);
    assert_eq!(list(&["--glob", "*.HTML"]), ["in/网页.HTML"]);
    assert_eq!(list(&["--glob", "!下级", "--glob", "!*.HTML"]), ["in/0000.txt", "in/0002.txt"]);
}

#[test]
fn failures_are_told_or_written() {
    let folder = folder("failures");
    reports(&folder, 3);
    fs::write(folder.join("in/0001.txt"), " \n").unwrap();
    let output = export(&folder, &["--table", "sections", "in", "missing.txt"]);
    assert_eq!(output.status.code(), Some(1));
    let messages = told(&output);
    assert!(messages.contains("in/0001.txt: is empty"), "{messages}");
    assert!(messages.contains("missing.txt: there is no such file"), "{messages}");
    assert_eq!(named(&String::from_utf8(output.stdout).unwrap()).len(), 3, "the others are done");

    let output = export(&folder, &["--table", "sections", "--errors", "e.ndjson", "-o", "s.csv", "in", "missing.txt"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(told(&output), "");
    let errors = fs::read_to_string(folder.join("e.ndjson")).unwrap();
    assert_eq!(named(&errors), ["in/0001.txt", "missing.txt"]);
    assert!(errors.lines().all(|line| !of(line, "error").is_empty()));
    assert_eq!(listed(&folder), ["e.ndjson", "in", "s.csv"], "nothing else is left");
}

/// The columns `report` and `title` of batches.
fn titles(batches: &[RecordBatch]) -> Vec<(String, String)> {
    let strings = |batch: &RecordBatch, name| -> Vec<String> {
        let column = batch.column_by_name(name).unwrap().as_string::<i32>();
        column.iter().map(|text| text.unwrap().to_owned()).collect()
    };
    batches.iter().flat_map(|batch| strings(batch, "report").into_iter().zip(strings(batch, "title"))).collect()
}

#[test]
fn every_format_reads_back_from_many_files() {
    let folder = folder("formats");
    reports(&folder, MANY);
    let path = |name: &str| folder.join(name);
    for name in ["s.ndjson", "s.csv", "s.arrow", "s.parquet"] {
        assert_eq!(good(&folder, &["--table", "sections", "-o", name, "in"]), "");
    }
    assert_eq!(listed(&folder), ["in", "s.arrow", "s.csv", "s.ndjson", "s.parquet"]);
    let ndjson = fs::read_to_string(path("s.ndjson")).unwrap();
    assert_eq!(ndjson, good(&folder, &["--table", "sections", "in"]), "a file holds what standard output gets");
    let wanted: Vec<(String, String)> = ndjson.lines().map(|line| (of(line, "report"), of(line, "title"))).collect();
    assert_eq!(wanted.len(), 2 * MANY);
    let mut csv = csv::Reader::from_path(path("s.csv")).unwrap();
    let rows: Vec<_> =
        csv.records().map(|row| row.map(|row| (row[0].to_owned(), row[7].to_owned())).unwrap()).collect();
    assert!(rows == wanted);
    let arrow = FileReader::try_new(File::open(path("s.arrow")).unwrap(), None).unwrap();
    assert!(titles(&arrow.map(Result::unwrap).collect::<Vec<_>>()) == wanted);
    let parquet = ParquetRecordBatchReaderBuilder::try_new(File::open(path("s.parquet")).unwrap()).unwrap();
    let options = parquet.schema().metadata()["reportparse.options"].clone();
    assert_eq!(
        options,
        r#"{"code":null,"input":{"charset":null,"limits":[],"refuse_malformed":false},"offsets":"bytes","status":null,"table":"sections"}"#
    );
    let batches: Vec<RecordBatch> = parquet.build().unwrap().map(Result::unwrap).collect();
    assert!(titles(&batches) == wanted);
    assert!(batches.iter().all(|batch| batch.column(0).null_count() == 0));
}

/// Starts a run over more files than a part takes, and kills it when its first part is whole: a pipe that nobody writes to
/// holds it up.
fn killed(folder: &Path, args: &[&str]) {
    assert!(Command::new("mkfifo").arg(folder.join("last.txt")).status().unwrap().success());
    let mut run = command(folder, args).stderr(Stdio::null()).spawn().unwrap();
    let journal = folder.join(".s.ndjson.parts/journal.ndjson");
    let start = Instant::now();
    while fs::read_to_string(&journal).map_or(0, |journal| journal.lines().count()) < 2 {
        assert!(start.elapsed() < Duration::from_secs(60), "no part was made");
        std::thread::sleep(Duration::from_millis(10));
    }
    run.kill().unwrap();
    run.wait().unwrap();
    fs::remove_file(folder.join("last.txt")).unwrap();
    fs::write(folder.join("last.txt"), text(MANY)).unwrap();
}

/// Writes another text of the same length, and says that the file is as old as before.
fn change_unseen(path: &Path) {
    let time = path.metadata().unwrap().modified().unwrap();
    let text = fs::read_to_string(path).unwrap().replace("工作回顾", "回顾工作");
    fs::write(path, text).unwrap();
    File::options().append(true).open(path).unwrap().set_modified(time).unwrap();
}

const RUN: &[&str] = &["--table", "sections", "-o", "s.ndjson", "in", "last.txt"];

#[test]
fn a_killed_run_leaves_no_half_file_and_goes_on() {
    let folder = folder("resume");
    reports(&folder, MANY);
    fs::write(folder.join("in/0000.txt"), " ").unwrap();
    fs::write(folder.join("s.ndjson"), "what was there before\n").unwrap();
    killed(&folder, RUN);
    assert_eq!(fs::read_to_string(folder.join("s.ndjson")).unwrap(), "what was there before\n");
    // Only a run that takes over the part that is whole does not see this.
    change_unseen(&folder.join("in/0002.txt"));
    let output = export(&folder, &[RUN, &["--resume"]].concat());
    assert_eq!(output.status.code(), Some(1), "the file that failed before counts");
    assert!(told(&output).contains("in/0000.txt: is empty"));
    let resumed = fs::read_to_string(folder.join("s.ndjson")).unwrap();
    assert_eq!(named(&resumed).len(), MANY, "all but the one that failed, and the last");
    assert!(resumed.contains("第0002号工作回顾") && resumed.contains(&format!("第{MANY:04}号工作回顾")));
    assert_eq!(listed(&folder), ["in", "last.txt", "s.ndjson"]);

    export(&folder, RUN);
    assert_eq!(
        fs::read_to_string(folder.join("s.ndjson")).unwrap(),
        resumed.replace("第0002号工作回顾", "第0002号回顾工作")
    );
}

#[test]
fn a_part_whose_files_changed_is_made_again() {
    let folder = folder("changed");
    reports(&folder, MANY);
    killed(&folder, RUN);
    fs::write(folder.join("in/0002.txt"), "一、改过了\n").unwrap();
    good(&folder, &[RUN, &["--resume"]].concat());
    let resumed = fs::read_to_string(folder.join("s.ndjson")).unwrap();
    assert!(resumed.contains("改过了") && !resumed.contains("第0002号工作回顾"));
    assert_eq!(named(&resumed).len(), MANY + 1);
}

#[test]
fn parts_of_another_export_are_not_taken_over() {
    let folder = folder("other");
    reports(&folder, MANY);
    killed(&folder, RUN);
    let offsets = [RUN, &["--offsets", "chars"]].concat();
    good(&folder, &[&offsets[..], &["--resume"]].concat());
    let resumed = fs::read_to_string(folder.join("s.ndjson")).unwrap();
    good(&folder, &offsets);
    assert!(resumed == fs::read_to_string(folder.join("s.ndjson")).unwrap());
}

#[test]
fn no_rows_make_a_table_too() {
    let folder = folder("empty");
    reports(&folder, 1);
    assert_eq!(good(&folder, &["--table", "points", "in"]), "");
    good(&folder, &["--table", "points", "-o", "p.csv", "--bom", "in"]);
    assert!(fs::read_to_string(folder.join("p.csv")).unwrap().starts_with("\u{FEFF}report,point,parent,"));
    good(&folder, &["--table", "points", "-o", "p.parquet", "in"]);
    let parquet = ParquetRecordBatchReaderBuilder::try_new(File::open(folder.join("p.parquet")).unwrap()).unwrap();
    assert_eq!(parquet.schema().fields().len(), 12);
}

#[test]
fn a_directory_without_reports_is_told() {
    let folder = folder("nothing");
    fs::write(folder.join("in/下级/图.png"), "").unwrap();
    for (globs, told_of) in [
        (&[][..], "in: no file in it is named as text, HTML, Word or PDF: choose files with --glob"),
        (&["--glob", "*.rtf"], "in: no file in it matches --glob *.rtf"),
    ] {
        let output = export(&folder, &[globs, &["--table", "meta", "-o", "m.csv", "in"]].concat());
        assert_eq!(output.status.code(), Some(1));
        assert!(told(&output).contains(told_of), "{}", told(&output));
        assert_eq!(fs::read_to_string(folder.join("m.csv")).unwrap().lines().count(), 1, "the header alone");
    }
}

#[test]
fn what_cannot_be_listed_is_told_and_the_rest_is_done() {
    let folder = folder("unlisted");
    reports(&folder, 2);
    std::os::unix::fs::symlink("nowhere.txt", folder.join("in/断.txt")).unwrap();
    std::os::unix::fs::symlink("..", folder.join("in/下级/上")).unwrap();
    let output = export(&folder, &["--table", "meta", "--errors", "e.ndjson", "in"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(named(&String::from_utf8(output.stdout).unwrap()), ["in/0000.txt", "in/下级/0001.txt"]);
    let errors = fs::read_to_string(folder.join("e.ndjson")).unwrap();
    let told: Vec<String> = errors.lines().map(|line| of(line, "error")).collect();
    assert_eq!(named(&errors), ["in/下级/上", "in/断.txt"]);
    assert_eq!(told[0], "in/下级/上: is a link to in, which holds it: left out");
    assert!(told[1].starts_with("in/断.txt: cannot be read: No such file"), "{}", told[1]);
}

#[test]
fn a_link_stays_a_link_and_a_device_a_device() {
    let folder = folder("links");
    reports(&folder, 1);
    fs::write(folder.join("real.csv"), "").unwrap();
    std::os::unix::fs::symlink("real.csv", folder.join("link.csv")).unwrap();
    good(&folder, &["--table", "meta", "-o", "link.csv", "in"]);
    assert!(folder.join("link.csv").is_symlink());
    assert!(fs::read_to_string(folder.join("real.csv")).unwrap().contains("in/0000.txt"));
    assert!(good(&folder, &["--table", "meta", "-o", "/dev/stdout", "in"]).contains("in/0000.txt"));
}

#[test]
fn wrong_usage_is_told_with_its_cure() {
    let folder = folder("usage");
    for (args, cure) in [
        (&["--table", "meta", "--bom", "in"][..], "--bom is for CSV"),
        (&["--table", "points", "--code", "GDP", "in"], "say --table metrics"),
        (&["--table", "points", "--glob", "[", "in"], "--glob"),
        (&["--table", "points", "--resume", "in"], "--output"),
        (&["--table", "points", "--jobs", "0", "in"], "give a number from 1 on"),
        (
            &["--table", "points", "-o", "a.xlsx", "in"],
            "add --format, or let it end in .ndjson, .csv, .arrow, .parquet",
        ),
        (&["--table", "points", "--resume", "-o", "a.csv", "-"], "give files"),
    ] {
        let output = export(&folder, args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(told(&output).contains(cure), "{}", told(&output));
    }
    let output = export(&folder, &["--table", "points", "-o", "no/such/a.csv", "in"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(told(&output).contains("no/such/a.csv: there is no folder no/such: make it first"), "{}", told(&output));
    let output = export(&folder, &["--table", "points", "-o", "in", "in"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(told(&output).contains("in is a directory"), "{}", told(&output));
}
