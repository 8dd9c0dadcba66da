//! The public interface of the Rust libraries as text, kept in `tests/api`, so that no change of it goes unnoticed.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use anyhow::{Context, Result, bail, ensure};
use public_api::Builder;

const LIBRARIES: [&str; 3] = ["reportparse", "reportparse-input", "reportparse-tables"];

/// Writes the files.
pub(crate) fn write(root: &Path) -> Result<()> {
    for library in LIBRARIES {
        let path = path(root, library);
        fs::write(&path, public(root, library)?).with_context(|| path.display().to_string())?;
    }
    Ok(())
}

/// Fails where a library's interface is not what its file says, and tells each line that differs.
pub(crate) fn check(root: &Path) -> Result<()> {
    let mut told = String::new();
    for library in LIBRARIES {
        let path = path(root, library);
        let kept = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        let now = public(root, library)?;
        let (kept, now): (Vec<&str>, Vec<&str>) = (kept.lines().collect(), now.lines().collect());
        let gone = kept.iter().filter(|line| !now.contains(line)).map(|line| ('-', line));
        let new = now.iter().filter(|line| !kept.contains(line)).map(|line| ('+', line));
        for (sign, line) in gone.chain(new) {
            writeln!(told, "  {sign} {line}")?;
        }
        ensure!(!told.is_empty() || kept == now, "{}: its lines stand in another order", path.display());
    }
    if told.is_empty() {
        return Ok(());
    }
    bail!(
        "the public interface changed:\n{told}If that is meant, tell it in CHANGELOG.md and run: cargo run -p reportparse-dev -- api"
    )
}

fn path(root: &Path, library: &str) -> PathBuf {
    root.join("tests/api").join(library).with_extension("txt")
}

/// The public items of a library, one a line, with all that it implements but what every type does.
fn public(root: &Path, library: &str) -> Result<String> {
    let interface = Builder::from_rustdoc_json(described(root, library)?).omit_blanket_impls(true).build()?;
    let mut items = String::new();
    for item in interface.items() {
        writeln!(items, "{item}")?;
    }
    Ok(items)
}

/// Has rustdoc describe a library in JSON; where that stands.
fn described(root: &Path, library: &str) -> Result<PathBuf> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let made = Command::new(cargo)
        .args(["rustdoc", "--quiet", "--lib", "--all-features", "--package", library])
        .args(["--", "-Zunstable-options", "--output-format=json"])
        .env("RUSTDOC", root.join("scripts/rustdoc-unstable.sh"))
        .current_dir(root)
        .status()?;
    ensure!(made.success(), "cargo rustdoc failed");
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    Ok(target.join("doc").join(library.replace('-', "_")).with_extension("json"))
}
