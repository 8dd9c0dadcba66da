//! A file that is written part by part, so that a run that was stopped can go on.
//!
//! The parts stand in a hidden folder beside the output, with a journal: a line for the export, then a line for every
//! part that is whole. At the end the parts are joined, the result gets its name, and the folder goes.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use reportparse_tables::files::{self, TableWriter};
use serde::{Deserialize, Serialize};

use super::Done;
use super::failures::{Failure, Failures};
use super::inputs::{Input, Inputs, fingerprint, fingerprint_of_all};
use super::whole::{WholeFile, followed, hidden};
use crate::output::about;

/// How many files go into a part: what a run that was stopped loses at most.
const FILES: usize = 1024;

const JOURNAL: &str = "journal.ndjson";

/// What the journal tells of a part.
#[derive(Serialize, Deserialize)]
struct Entry {
    files: usize,
    fingerprint: u64,
    failures: Vec<Failure>,
}

/// An output in parts.
pub(super) struct Parts {
    export: files::Export,
    target: PathBuf,
    folder: PathBuf,
    journal: File,
    /// How many parts are whole.
    whole: usize,
    /// How many files a run before has done.
    skipped: usize,
    part: Option<Part>,
}

/// A part in the making.
struct Part {
    writer: TableWriter<WholeFile>,
    fingerprints: Vec<u64>,
    failures: Vec<Failure>,
}

impl Parts {
    /// Starts anew.
    pub(super) fn begin(export: &files::Export, target: &Path) -> io::Result<Self> {
        Self::open(export, target, &[])
    }

    /// Goes on where a run before was stopped, and draws from `inputs` those of the parts that are whole. Gives back what
    /// has been drawn in vain, since it has changed.
    pub(super) fn resume(
        export: &files::Export,
        target: &Path,
        inputs: &mut Inputs,
        failures: &mut Failures,
    ) -> io::Result<(Self, Vec<Input>)> {
        let mut kept = Vec::new();
        let mut changed = Vec::new();
        for entry in entries(export, &folder(target)) {
            let drawn: Vec<Input> = inputs.take(entry.files).collect();
            let fingerprints: Vec<u64> = drawn.iter().map(fingerprint).collect();
            if fingerprint_of_all(&fingerprints) != entry.fingerprint {
                changed = drawn;
                break;
            }
            failures.add(&entry.failures)?;
            kept.push(entry);
        }
        Ok((Self::open(export, target, &kept)?, changed))
    }

    fn open(export: &files::Export, target: &Path, kept: &[Entry]) -> io::Result<Self> {
        if target.is_dir() {
            return Err(io::Error::other(format!("{} is a directory: name a file in it", target.display())));
        }
        let folder = folder(target);
        if kept.is_empty() {
            if folder.exists() {
                fs::remove_dir_all(&folder)?;
            }
            fs::create_dir(&folder).map_err(|fault| about(target, &fault))?;
        }
        let path = folder.join(JOURNAL);
        let mut journal = WholeFile::create(&path)?;
        line(&mut journal, &header(export))?;
        kept.iter().try_for_each(|entry| line(&mut journal, entry))?;
        journal.keep()?;
        let journal = OpenOptions::new().append(true).open(path)?;
        let skipped = kept.iter().map(|entry| entry.files).sum();
        let (export, target) = (export.clone(), target.to_owned());
        Ok(Parts { export, target, folder, journal, whole: kept.len(), skipped, part: None })
    }

    /// How many files a run before has done.
    pub(super) fn skipped(&self) -> usize {
        self.skipped
    }

    /// Writes a group of files.
    pub(super) fn write(&mut self, done: Done) -> io::Result<()> {
        let mut part = match self.part.take() {
            Some(part) => part,
            None => self.next()?,
        };
        part.writer.write(done.chunk)?;
        part.fingerprints.extend(done.fingerprints);
        part.failures.extend(done.failures);
        if part.fingerprints.len() >= FILES {
            return self.keep(part);
        }
        self.part = Some(part);
        Ok(())
    }

    fn next(&self) -> io::Result<Part> {
        let writer = self.export.writer(WholeFile::create(&self.path(self.whole))?)?;
        Ok(Part { writer, fingerprints: Vec::new(), failures: Vec::new() })
    }

    fn keep(&mut self, part: Part) -> io::Result<()> {
        part.writer.finish()?.keep()?;
        self.whole += 1;
        let fingerprint = fingerprint_of_all(&part.fingerprints);
        line(&mut self.journal, &Entry { files: part.fingerprints.len(), fingerprint, failures: part.failures })?;
        self.journal.sync_data()
    }

    /// Joins the parts to the output.
    pub(super) fn finish(mut self) -> io::Result<()> {
        match self.part.take() {
            Some(part) => self.keep(part)?,
            None if self.whole == 0 => self.keep(self.next()?)?,
            None => {}
        }
        if self.whole == 1 {
            let target = followed(&self.target);
            fs::rename(self.path(0), &target).map_err(|fault| about(&target, &fault))?;
        } else {
            let paths: Vec<PathBuf> = (0..self.whole).map(|part| self.path(part)).collect();
            self.export.join(&paths, WholeFile::create(&self.target)?)?.keep()?;
        }
        fs::remove_dir_all(&self.folder)
    }

    fn path(&self, part: usize) -> PathBuf {
        self.folder.join(format!("{part:06}"))
    }
}

fn folder(target: &Path) -> PathBuf {
    hidden(&followed(target), "parts")
}

/// The first line of the journal: whoever writes anything else here makes other parts.
fn header(export: &files::Export) -> String {
    format!("reportparse {} {export:?}", env!("CARGO_PKG_VERSION"))
}

/// The parts in `folder` that are whole and of this export. A line that was cut short by a crash ends the list.
fn entries(export: &files::Export, folder: &Path) -> Vec<Entry> {
    let Ok(journal) = fs::read_to_string(folder.join(JOURNAL)) else { return Vec::new() };
    let mut lines = journal.lines();
    let read = |line: &str| serde_json::from_str::<String>(line).ok();
    if lines.next().and_then(read).as_ref() != Some(&header(export)) {
        return Vec::new();
    }
    lines.map_while(|line| serde_json::from_str(line).ok()).collect()
}

fn line(out: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    let mut line = serde_json::to_vec(value)?;
    line.push(b'\n');
    out.write_all(&line)
}
