//! Chores of this repository that want more than a line of shell.

mod api;
mod cases;
mod header;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::{Parser, Subcommand};

#[derive(Debug, Parser)]
#[command(name = "reportparse-dev", about, version)]
struct Args {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Debug, Subcommand)]
enum Chore {
    /// Write the public interface of the Rust libraries to tests/api.
    Api {
        /// Only tell whether the committed files are what would be written.
        #[arg(long)]
        check: bool,
    },
    /// Write the C header from the sources of reportparse-capi.
    Header {
        /// Only tell whether the committed header is what would be written.
        #[arg(long)]
        check: bool,
    },
    /// Write the text of every shared case to a file of its own.
    Cases {
        /// Where the files go.
        folder: PathBuf,
    },
    /// Parse a file from Rust, as the C program that the cost of the C library is measured with does.
    Parse {
        /// A report in UTF-8.
        file: PathBuf,
    },
}

fn main() -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    match Args::parse().chore {
        Chore::Api { check: true } => api::check(&root),
        Chore::Api { check: false } => api::write(&root),
        Chore::Header { check: true } => header::check(&root),
        Chore::Header { check: false } => header::write(&root),
        Chore::Cases { folder } => cases::write(&root, &folder),
        Chore::Parse { file } => parse(&file),
    }
}

fn parse(file: &Path) -> Result<()> {
    let bytes = std::fs::read(file).with_context(|| file.display().to_string())?;
    let report = reportparse::parse(std::str::from_utf8(&bytes)?)?;
    std::process::exit(i32::from(report.sections().len() == 0));
}
