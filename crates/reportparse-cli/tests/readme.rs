//! The README shows what comes out, as it is.
//!
//! `UPDATE_README=1 cargo test -p reportparse-cli --test readme` writes it anew.

use std::path::Path;
use std::process::Command;
use std::{env, fs};

const MARK: &str = "<!-- output: ";

/// What the program prints for the file that a mark names.
fn output(root: &Path, file: &str) -> String {
    let run = Command::new(env!("CARGO_BIN_EXE_reportparse")).arg(file).current_dir(root).output();
    let run = run.expect("the program starts");
    assert!(run.status.success(), "{file}: {}", String::from_utf8_lossy(&run.stderr));
    String::from_utf8(run.stdout).expect("the output is UTF-8")
}

#[test]
fn the_readme_shows_the_output_as_it_is() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let path = root.join("README.md");
    let readme = fs::read_to_string(&path).expect("the README is text");
    let (before, rest) = readme.split_once(MARK).expect("the README marks an output");
    let (file, rest) = rest.split_once(" -->\n```console\n").expect("a block stands behind the mark");
    let (_, after) = rest.split_once("```").expect("the block ends");
    let expected = format!("{before}{MARK}{file} -->\n```console\n{}```{after}", output(&root, file));
    if env::var_os("UPDATE_README").is_some() {
        fs::write(&path, expected).expect("the README can be written");
        return;
    }
    assert!(readme == expected, "the README shows another output: run with UPDATE_README=1 and look at the difference");
}
