//! The texts that are measured.

use std::path::Path;

use reportparse_tests::corpus::{self, Document};

/// Texts measured together.
pub struct Texts {
    /// What they are called.
    pub name: String,
    /// The texts.
    pub texts: Vec<String>,
}

impl Texts {
    /// How many bytes they have.
    pub fn bytes(&self) -> u64 {
        self.texts.iter().map(|text| text.len() as u64).sum()
    }

    fn one(name: impl Into<String>, text: String) -> Self {
        Texts { name: name.into(), texts: vec![text] }
    }
}

/// The samples, and where they are at hand: the annotated reports, the one of them that others were measured on, and all
/// real texts.
pub fn all() -> Vec<Texts> {
    let mut all = vec![samples()];
    if let Some(real) = corpus::real() {
        let is_annotated = |document: &Document| document.path.with_extension("gold.json").exists();
        let (annotated, real): (Vec<_>, Vec<_>) = real.into_iter().partition(is_annotated);
        all.push(Texts { name: "annotated".to_owned(), texts: texts(annotated) });
        all.push(Texts::one("jiading", one_report()));
        all.push(Texts { name: "real".to_owned(), texts: texts(real) });
    }
    all
}

/// The samples of the repository.
pub fn samples() -> Texts {
    Texts { name: "samples".to_owned(), texts: texts(corpus::samples()) }
}

/// What the peers read, too: one report a hundred times over.
pub fn peers() -> Texts {
    Texts::one("peers", one_report().repeat(100))
}

/// One report over and over, up to about so many bytes.
pub fn grown(bytes: usize) -> Texts {
    let report = one_report();
    let text = report.repeat(bytes.div_ceil(report.len()));
    Texts::one(format!("{} KB", bytes / 1_000), text)
}

/// The report that the peers were first measured on; where it is not at hand, the longest sample.
fn one_report() -> String {
    let jiading = corpus::shared("corpus/gold").map(|folder| folder.join("jiading-2020-h1.txt"));
    let documents = match jiading {
        Some(path) if path.exists() => return read(&path),
        _ => corpus::samples(),
    };
    documents.into_iter().map(|document| document.text).max_by_key(String::len).expect("there are samples")
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn texts(documents: Vec<Document>) -> Vec<String> {
    documents.into_iter().map(|document| document.text).collect()
}
