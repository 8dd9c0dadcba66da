//! Texts to test with: the samples of the repository, and real reports that are kept outside it.

use std::path::{Path, PathBuf};
use std::{env, fs};

/// A text and the file it was read from.
pub struct Document {
    /// Where it stands.
    pub path: PathBuf,
    /// What it holds.
    pub text: String,
}

/// The sample reports under `examples/reports`.
///
/// # Panics
/// If they cannot be read: they belong to the repository.
pub fn samples() -> Vec<Document> {
    let folder = workspace().join("examples/reports");
    let documents = documents(&folder);
    assert!(!documents.is_empty(), "{}: no samples", folder.display());
    documents
}

/// The text and HTML files of the real reports, in the order of their paths; none where they are absent.
///
/// They are looked for in `corpus` under the folder that `REPORTPARSE_SHARED` names, `../shared` by default. Tests skip
/// where it is absent, and say so.
///
/// # Panics
/// If they are absent and `CI` is set.
pub fn real() -> Option<Vec<Document>> {
    let documents = documents(&shared("corpus")?);
    (!documents.is_empty()).then_some(documents)
}

/// The folder `name` of what is kept outside the repository; none, said aloud, where it is absent.
///
/// # Panics
/// If it is absent and `CI` is set.
#[expect(clippy::print_stderr, reason = "a test that checks nothing must say so")]
pub fn shared(name: &str) -> Option<PathBuf> {
    let shared = env::var_os("REPORTPARSE_SHARED").map_or_else(|| workspace().join("../shared"), PathBuf::from);
    let folder = shared.join(name);
    if folder.is_dir() {
        return Some(folder);
    }
    assert!(env::var_os("CI").is_none(), "{}: absent; set REPORTPARSE_SHARED", folder.display());
    eprintln!("skipped: no folder {}; set REPORTPARSE_SHARED to the one that holds it", folder.display());
    None
}

fn workspace() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the crate stands in the workspace")
}

fn documents(folder: &Path) -> Vec<Document> {
    let mut folders = vec![folder.to_owned()];
    let mut documents = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
            let path = entry.unwrap_or_else(|error| panic!("{}: {error}", folder.display())).path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ["txt", "md", "html"].iter().any(|text| ending == *text)) {
                documents.push(Document { text: read(&path), path });
            }
        }
    }
    documents.sort_by(|one, other| one.path.cmp(&other.path));
    documents
}

/// The text of a file in UTF-8, else in GB18030.
fn read(path: &Path) -> String {
    let bytes = fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    String::from_utf8(bytes).unwrap_or_else(|error| {
        let (text, _, _) = encoding_rs::GB18030.decode(error.as_bytes());
        text.into_owned()
    })
}
