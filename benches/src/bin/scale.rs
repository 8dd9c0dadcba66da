//! What `benches/scale.py` needs: reports to parse, and the bare parse to compare with.
//!
//! `scale generate FOLDER COUNT` writes reports, `scale parse FOLDER` parses those of a folder on one core and keeps none.

use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use reportparse::Parser;
use reportparse_benches::reports;
use reportparse_input::Options;

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let done = match args[..] {
        ["generate", folder, count] => {
            count.parse().map_err(io::Error::other).and_then(|count| reports::write(Path::new(folder), count))
        }
        ["parse", folder] => parse(Path::new(folder)),
        _ => Err(io::Error::other("scale generate FOLDER COUNT | scale parse FOLDER")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprint(&fault);
            ExitCode::FAILURE
        }
    }
}

#[expect(clippy::print_stderr, reason = "a program tells its faults")]
fn eprint(fault: &io::Error) {
    eprintln!("scale: {fault}");
}

/// Reads and parses every file, as an export does, and drops the report.
fn parse(folder: &Path) -> io::Result<()> {
    let (parser, options) = (Parser::default(), Options::new());
    for file in files(folder)? {
        let document = reportparse_input::read_file(&file, &options).map_err(io::Error::other)?;
        let report = document.parse(&parser).map_err(io::Error::other)?;
        assert!(!report.metric_rows().is_empty(), "{} has no metrics", file.display());
    }
    Ok(())
}

fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { files.extend(self::files(&path)?) } else { files.push(path) }
    }
    Ok(files)
}
