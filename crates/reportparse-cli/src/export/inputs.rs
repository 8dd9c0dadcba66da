//! Which files are parsed, in which order.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::vec;

use ignore::overrides::{Override, OverrideBuilder};
use ignore::types::{Types, TypesBuilder};
use ignore::{DirEntry, Walk, WalkBuilder};

use super::failures::Failure;

/// A file, or why a directory could not be listed.
pub(super) type Input = Result<PathBuf, Failure>;

/// What a report's file is named like, where no pattern is given. Legacy formats are among them, so that they are told
/// to be unreadable and not passed over.
const NAMES: &[&str] = &["*.{txt,md,htm,html,shtml,docx,doc,wps,pdf}", "*.{TXT,MD,HTM,HTML,SHTML,DOCX,DOC,WPS,PDF}"];

/// The files that paths and patterns name: paths in their order, the files of a directory in the order of their names.
///
/// Directories are listed as the files are drawn, so that millions of files take no memory.
pub(super) struct Inputs {
    paths: vec::IntoIter<PathBuf>,
    globs: Vec<String>,
    types: Types,
    listed: Option<Listed>,
}

/// A directory that is being listed.
struct Listed {
    folder: PathBuf,
    walk: Walk,
    /// Whether anything in it has been drawn.
    drawn: bool,
}

impl Inputs {
    /// The files of `paths`; those of a directory only where they match `globs`.
    pub(super) fn new(paths: &[PathBuf], globs: &[String]) -> Result<Self, ignore::Error> {
        let mut types = TypesBuilder::new();
        for name in NAMES {
            types.add("report", name)?;
        }
        let types = types.select("report").build()?;
        overrides(Path::new(""), globs)?;
        Ok(Inputs { paths: Vec::from(paths).into_iter(), globs: globs.to_vec(), types, listed: None })
    }

    fn list(&self, folder: PathBuf) -> Result<Listed, ignore::Error> {
        let walk = WalkBuilder::new(&folder)
            // Data is often kept out of version control: what git ignores is still meant to be read.
            .git_ignore(false)
            .git_exclude(false)
            .git_global(false)
            .follow_links(true)
            // A name that matches would make a hidden file one to be read.
            .filter_entry(|entry| entry.depth() == 0 || !entry.file_name().as_encoded_bytes().starts_with(b"."))
            .types(self.types.clone())
            .overrides(overrides(&folder, &self.globs)?)
            .sort_by_file_name(|one, other| one.cmp(other))
            .build();
        Ok(Listed { folder, walk, drawn: false })
    }

    /// What is told of a directory without a report: a wrong path or pattern would go unseen.
    fn nothing(&self, folder: &Path) -> Failure {
        Failure::new(
            folder,
            &match self.globs.is_empty() {
                true => format!(
                    "{}: no file in it is named as text, HTML, Word or PDF: choose files with --glob",
                    folder.display()
                ),
                false => format!("{}: no file in it matches --glob {}", folder.display(), self.globs.join(" --glob ")),
            },
        )
    }
}

fn overrides(folder: &Path, globs: &[String]) -> Result<Override, ignore::Error> {
    let mut overrides = OverrideBuilder::new(folder);
    for glob in globs {
        overrides.add(glob)?;
    }
    overrides.build()
}

impl Iterator for Inputs {
    type Item = Input;

    fn next(&mut self) -> Option<Input> {
        loop {
            if let Some(input) = self.listed.as_mut().and_then(Listed::next) {
                return Some(input);
            }
            if let Some(listed) = self.listed.take_if(|listed| !listed.drawn) {
                return Some(Err(self.nothing(&listed.folder)));
            }
            let path = self.paths.next()?;
            if !path.is_dir() {
                return Some(Ok(path));
            }
            match self.list(path) {
                Ok(listed) => self.listed = Some(listed),
                Err(fault) => return Some(Err(Failure::unlisted(&fault))),
            }
        }
    }
}

impl Iterator for Listed {
    type Item = Input;

    fn next(&mut self) -> Option<Input> {
        let entries = self.walk.by_ref().filter(|entry| entry.as_ref().map_or(true, is_file));
        let input =
            entries.map(|entry| entry.map(DirEntry::into_path).map_err(|fault| Failure::unlisted(&fault))).next();
        self.drawn |= input.is_some();
        input
    }
}

fn is_file(entry: &DirEntry) -> bool {
    entry.file_type().is_some_and(|kind| kind.is_file())
}

/// Tells whether a file is still the one that was parsed: by its name, size and time.
pub(super) fn fingerprint(input: &Input) -> u64 {
    let mut hasher = DefaultHasher::new();
    match input {
        Ok(path) => {
            path.hash(&mut hasher);
            let metadata = fs::metadata(path).ok();
            metadata.as_ref().map(fs::Metadata::len).hash(&mut hasher);
            metadata.and_then(|metadata| metadata.modified().ok()).hash(&mut hasher);
        }
        Err(failure) => failure.hash(&mut hasher),
    }
    hasher.finish()
}

/// One fingerprint for many files.
pub(super) fn fingerprint_of_all(fingerprints: &[u64]) -> u64 {
    let mut hasher = DefaultHasher::new();
    fingerprints.hash(&mut hasher);
    hasher.finish()
}
