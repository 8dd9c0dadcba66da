//! Data flows one way: a module uses only what stands before it.

use std::fs;
use std::path::{Path, PathBuf};

/// The modules of the crate, in the order in which a report goes through them. Those on one line may use each other.
const ORDER: &[&[&str]] = &[
    &["span"],
    &["error"],
    &["diagnostic"],
    &["origin"],
    &["row"],
    &["offsets"],
    &["symbol"],
    &["characters"],
    &["lexicon"],
    &["text"],
    &["grammar"],
    &["reading"],
    &["stretch"],
    &["furniture"],
    &["byline"],
    &["front"],
    &["runon"],
    &["layout"],
    &["contents"],
    &["block"],
    &["note"],
    &["heading"],
    &["series"],
    &["role"],
    &["outline"],
    &["announced"],
    &["lead"],
    &["sentence"],
    &["clause"],
    &["point"],
    &["region"],
    &["meta"],
    &["metric"],
    &["figures"],
    &["quantities"],
    &["report", "view"],
    &["render"],
    &["parse"],
];

/// Crates that only these modules may name.
const RESERVED: &[(&str, &[&str])] =
    &[("nom", &["grammar"]), ("serde", &["render", "row"]), ("serde_json", &["render"])];

/// What a library that reads no file, no clock and no environment has no use for.
const BANNED: &[&str] = &["std::fs", "std::net", "std::env", "std::time", "std::process", "println!", "eprintln!"];

fn rank(module: &str) -> Option<usize> {
    ORDER.iter().position(|group| group.contains(&module))
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the source folder is there") {
        let path = entry.expect("the source folder can be listed").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// The module that a file belongs to, and its code without tests and comments.
fn module(root: &Path, path: &Path) -> (String, String) {
    let relative = path.strip_prefix(root).expect("the file lies in the source folder");
    let first = relative.iter().next().expect("a file has a name").to_string_lossy();
    let code = fs::read_to_string(path).expect("a source file is text");
    let code = code.split("#[cfg(test)]").next().unwrap_or_default();
    let code: Vec<&str> = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    (first.trim_end_matches(".rs").to_owned(), code.join("\n"))
}

fn modules() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    sources(&root, &mut paths);
    assert!(paths.len() > ORDER.len(), "found only {} source files", paths.len());
    paths.iter().map(|path| module(&root, path)).filter(|(name, _)| name != "lib").collect()
}

/// What stands behind `word` in `code`, up to the end of the name.
fn names_after<'c>(code: &'c str, word: &'c str) -> impl Iterator<Item = &'c str> {
    code.match_indices(word).map(move |(at, _)| {
        let rest = &code[at + word.len()..];
        &rest[..rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len())]
    })
}

#[test]
fn a_module_uses_only_what_stands_before_it() {
    let mut faults = Vec::new();
    for (name, code) in modules() {
        let own = rank(&name).unwrap_or_else(|| panic!("{name} has no place in the order: give it one"));
        for used in names_after(&code, "crate::").filter(|used| *used != name) {
            match rank(used) {
                Some(rank) if rank > own => faults.push(format!("{name} uses {used}, which stands behind it")),
                _ => {}
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn some_crates_are_named_in_one_place_only() {
    let mut faults = Vec::new();
    for (name, code) in modules() {
        for (reserved, allowed) in RESERVED {
            let named = code.contains(&format!("use {reserved}::")) || code.contains(&format!(" {reserved}::"));
            if named && !allowed.contains(&name.as_str()) {
                faults.push(format!("{name} names {reserved}"));
            }
        }
        faults.extend(BANNED.iter().filter(|word| code.contains(*word)).map(|word| format!("{name} uses {word}")));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
