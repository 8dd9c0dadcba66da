//! The C header, made from the sources of `reportparse-capi`.

use std::path::{Path, PathBuf};
use std::str::FromStr;

use anyhow::{Context, Result, bail};

/// Writes the header.
pub(crate) fn write(root: &Path) -> Result<()> {
    let path = path(root);
    std::fs::write(&path, generate(root)?).with_context(|| path.display().to_string())
}

/// Fails where the committed header is not what [`write()`] would write.
pub(crate) fn check(root: &Path) -> Result<()> {
    let path = path(root);
    let committed = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    let current = generate(root)?;
    if committed == current {
        return Ok(());
    }
    let same = committed.lines().zip(current.lines()).take_while(|(committed, current)| committed == current).count();
    bail!("{}:{}: out of date: run `cargo run -p reportparse-dev -- header`", path.display(), same + 1)
}

fn path(root: &Path) -> PathBuf {
    root.join("crates/reportparse-capi/include/reportparse.h")
}

fn generate(root: &Path) -> Result<String> {
    let library = root.join("crates/reportparse-capi");
    let mut config = cbindgen::Config::from_root_or_default(&library);
    let constants = config.after_includes.take().unwrap_or_default();
    config.after_includes = Some(format!("{}\n{constants}", version(env!("CARGO_PKG_VERSION"))?));
    let bindings = cbindgen::generate_with_config(&library, config)?;
    let mut header = Vec::new();
    bindings.write(&mut header);
    Ok(String::from_utf8(header)?)
}

/// The macros of the version, which all crates of the workspace share.
fn version(version: &str) -> Result<String> {
    let numbers: Vec<u32> = version.split('.').map(u32::from_str).collect::<Result<_, _>>()?;
    let [major, minor, patch] = numbers[..] else { bail!("{version} is not three numbers") };
    Ok(format!(
        "\n/// The version of this header; rp_version() tells that of the library.\n\
         #define RP_VERSION_MAJOR {major}\n\
         #define RP_VERSION_MINOR {minor}\n\
         #define RP_VERSION_PATCH {patch}\n\
         #define RP_VERSION_STRING \"{version}\"\n\
         #define RP_VERSION ((RP_VERSION_MAJOR << 16) | (RP_VERSION_MINOR << 8) | RP_VERSION_PATCH)"
    ))
}
