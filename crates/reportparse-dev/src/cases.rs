//! The texts of the shared cases, one a file, for runners that read no TOML.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

#[derive(Debug, Deserialize)]
struct CaseFile {
    case: Vec<Case>,
}

#[derive(Debug, Deserialize)]
struct Case {
    name: String,
    text: String,
}

/// Writes the text of every case below `tests/cases/structure` to `folder/NOUN.NAME.txt`.
pub(crate) fn write(root: &Path, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    let mut count = 0;
    for entry in fs::read_dir(root.join("tests/cases/structure"))? {
        let path = entry?.path();
        if path.extension().is_none_or(|extension| extension != "toml") {
            continue;
        }
        let file: CaseFile = toml::from_str(&fs::read_to_string(&path)?).with_context(|| path.display().to_string())?;
        let noun = path.file_stem().unwrap_or_default().to_string_lossy();
        for case in file.case {
            fs::write(folder.join(format!("{noun}.{}.txt", case.name)), case.text)?;
            count += 1;
        }
    }
    ensure!(count > 0, "there are no cases below tests/cases/structure");
    Ok(())
}
