//! What goes wrong where a command writes.

use std::io;
use std::path::Path;

/// A fault with the name of its file, and the cure where it is known.
pub(crate) fn about(path: &Path, fault: &io::Error) -> io::Error {
    let named = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = named.filter(|folder| fault.kind() == io::ErrorKind::NotFound && !folder.exists());
    let told = match folder {
        Some(folder) => format!("{}: there is no folder {}: make it first", path.display(), folder.display()),
        None => format!("{}: {fault}", path.display()),
    };
    io::Error::new(fault.kind(), told)
}
