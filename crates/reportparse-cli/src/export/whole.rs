//! Files that are whole or not there.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use crate::output::about;

/// A file that gets its name when it is kept. Until then, and after a crash, what stood under that name still does.
pub(super) struct WholeFile {
    out: BufWriter<File>,
    draft: PathBuf,
    target: PathBuf,
}

impl WholeFile {
    /// A file that will be called `target`. A link is followed: what it points at will be replaced.
    pub(super) fn create(target: &Path) -> io::Result<Self> {
        let target = followed(target);
        let draft = hidden(&target, "draft");
        let out = File::create(&draft).map_err(|fault| about(&target, &fault))?;
        Ok(WholeFile { out: BufWriter::new(out), draft, target })
    }

    /// Gives the file its name.
    pub(super) fn keep(mut self) -> io::Result<()> {
        self.out.flush()?;
        self.out.get_ref().sync_all()?;
        fs::rename(&self.draft, &self.target).map_err(|fault| about(&self.target, &fault))
    }
}

impl Write for WholeFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

impl Drop for WholeFile {
    fn drop(&mut self) {
        // It has another name when it was kept, and nothing can be done when it cannot be removed.
        let _ = fs::remove_file(&self.draft);
    }
}

/// What `path` points at, where it is a link.
pub(super) fn followed(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

/// A hidden file or folder beside `target`.
pub(super) fn hidden(target: &Path, kind: &str) -> PathBuf {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    target.with_file_name(format!(".{name}.{kind}"))
}
