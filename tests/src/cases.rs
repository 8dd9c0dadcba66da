//! The cases of `tests/cases/structure`, read into types. Their format is told in `tests/cases/README.md`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

/// A file of cases.
#[derive(Debug)]
pub struct CaseFile {
    /// The file's name without its ending: the noun that its cases are about.
    pub noun: String,
    /// In the order of the file.
    pub cases: Vec<Case>,
}

/// A small text and what must be found in it. An expectation that is `None` is not checked.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// Unique in its file.
    pub name: String,
    /// What is parsed.
    pub text: String,
    /// All headings.
    pub headings: Option<Vec<Heading>>,
    /// All leads of paragraphs.
    pub leads: Option<Vec<String>>,
    /// All points.
    pub points: Option<Vec<Point>>,
    /// The lead of each point; `-` where it has none.
    pub point_leads: Option<Vec<String>>,
    /// All paragraphs.
    pub paragraphs: Option<Vec<Paragraph>>,
    /// All lines of furniture.
    pub furniture: Option<Vec<String>>,
    /// Metadata by field; `-` where the text has none.
    pub meta: Option<BTreeMap<String, String>>,
    /// The codes of all diagnostics.
    pub diagnostics: Option<Vec<String>>,
}

/// `LEVEL MARKER TITLE [run_in] [part=N] [role=ROLE]`
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Heading {
    /// 1 for the highest level of its part.
    pub level: u8,
    /// As written; none for an unnumbered heading.
    pub marker: Option<String>,
    /// The heading after its marker.
    pub title: String,
    /// Whether body text follows in its paragraph.
    pub run_in: bool,
    /// 0 for the report itself.
    pub part: u32,
    /// The section's role, where it is checked.
    pub role: Option<String>,
}

/// `MARKER ORDINAL list=N parent=N TEXT`
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Point {
    /// As written.
    pub marker: String,
    /// What its number must be.
    pub ordinal: Ordinal,
    /// Its list, from 0.
    pub list: u32,
    /// The point that holds its list.
    pub parent: Option<u32>,
    /// What follows the marker.
    pub text: Pattern,
}

/// What is expected of a point's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ordinal {
    /// This number.
    Is(u32),
    /// No number.
    Absent,
    /// Not checked.
    Any,
}

/// `ROLE TEXT`
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Paragraph {
    /// The name of the paragraph's role.
    pub role: String,
    /// What stands in it.
    pub text: Pattern,
}

/// `BEGINNING` or `BEGINNING…END`, without blanks.
#[derive(Debug, PartialEq, Eq)]
pub struct Pattern {
    start: String,
    end: Option<String>,
}

impl Pattern {
    fn new(text: &str) -> Self {
        let (start, end) = match text.split_once('…') {
            Some((start, end)) => (start, Some(closed(end))),
            None => (text, None),
        };
        Pattern { start: squeeze(start), end }
    }

    /// Whether `text` begins, and ends, as the pattern says; blanks and closing marks aside.
    pub fn matches(&self, text: &str) -> bool {
        let starts = squeeze(text).starts_with(&self.start);
        starts && self.end.as_ref().is_none_or(|end| closed(text).ends_with(end))
    }
}

/// `text` without the blanks in it.
pub fn squeeze(text: &str) -> String {
    let invisible = |c: char| c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}');
    text.chars().filter(|&c| !invisible(c)).collect()
}

/// `text` without its blanks and without the mark that closes it.
fn closed(text: &str) -> String {
    squeeze(text).trim_end_matches(['。', '；', ';', '，', ',']).to_owned()
}

impl TryFrom<String> for Heading {
    type Error = String;

    fn try_from(entry: String) -> Result<Self, String> {
        let mut words = entry.splitn(3, ' ');
        let (Some(level), Some(marker), Some(rest)) = (words.next(), words.next(), words.next()) else {
            return Err(format!("`{entry}` is no `LEVEL MARKER TITLE`"));
        };
        let level = number(level, &entry)?;
        let mut heading = Heading {
            level: u8::try_from(level).map_err(|_| format!("`{entry}`: level {level} is too deep"))?,
            marker: (marker != "-").then(|| marker.to_owned()),
            title: String::new(),
            run_in: false,
            part: 0,
            role: None,
        };
        let mut rest = rest;
        while let Some((title, flag)) = rest.rsplit_once(' ') {
            match flag.split_once('=') {
                Some(("part", part)) => heading.part = number(part, &entry)?,
                Some(("role", role)) => heading.role = Some(role.to_owned()),
                None if flag == "run_in" => heading.run_in = true,
                _ => break,
            }
            rest = title;
        }
        heading.title = rest.to_owned();
        Ok(heading)
    }
}

impl TryFrom<String> for Point {
    type Error = String;

    fn try_from(entry: String) -> Result<Self, String> {
        let words: Vec<&str> = entry.splitn(5, ' ').collect();
        let [marker, ordinal, list, parent, text] = words[..] else {
            return Err(format!("`{entry}` is no `MARKER ORDINAL list=N parent=N TEXT`"));
        };
        let (Some(list), Some(parent)) = (list.strip_prefix("list="), parent.strip_prefix("parent=")) else {
            return Err(format!("`{entry}` lacks `list=` or `parent=`"));
        };
        Ok(Point {
            marker: marker.to_owned(),
            ordinal: match ordinal {
                "-" => Ordinal::Absent,
                "*" => Ordinal::Any,
                digits => Ordinal::Is(number(digits, &entry)?),
            },
            list: number(list, &entry)?,
            parent: if parent == "-" { None } else { Some(number(parent, &entry)?) },
            text: Pattern::new(text),
        })
    }
}

impl TryFrom<String> for Paragraph {
    type Error = String;

    fn try_from(entry: String) -> Result<Self, String> {
        let (role, text) = entry.split_once(' ').ok_or_else(|| format!("`{entry}` is no `ROLE TEXT`"))?;
        Ok(Paragraph { role: role.to_owned(), text: Pattern::new(text) })
    }
}

fn number(digits: &str, entry: &str) -> Result<u32, String> {
    digits.parse().map_err(|_| format!("`{entry}`: `{digits}` is no number"))
}

/// The folder of the cases, `tests/cases`.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("cases")
}

/// Reads all files of cases about structure, in the order of their names.
///
/// # Errors
/// A message that names the file and what is wrong with it.
pub fn structure() -> Result<Vec<CaseFile>, String> {
    let folder = folder().join("structure");
    let told = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut paths = Vec::new();
    for entry in fs::read_dir(&folder).map_err(told)? {
        paths.push(entry.map_err(told)?.path());
    }
    paths.sort();
    paths.iter().map(|path| read(path)).collect()
}

fn read(path: &Path) -> Result<CaseFile, String> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Raw {
        case: Vec<Case>,
    }
    let told = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let text = fs::read_to_string(path).map_err(|error| told(&error))?;
    let raw: Raw = toml::from_str(&text).map_err(|error| told(&error))?;
    let noun = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    Ok(CaseFile { noun, cases: raw.case })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn heading(entry: &str) -> Result<Heading, String> {
        Heading::try_from(entry.to_owned())
    }

    #[test]
    fn reads_a_heading_with_its_flags() {
        let read = heading("2 （一） 工业 农业 run_in part=1 role=plan").unwrap();
        assert_eq!((read.level, read.marker.as_deref(), read.title.as_str()), (2, Some("（一）"), "工业 农业"));
        assert_eq!((read.run_in, read.part, read.role.as_deref()), (true, 1, Some("plan")));
    }

    #[test]
    fn err_heading_without_title() {
        assert!(heading("2 （一）").is_err());
        assert!(heading("二 （一） 工业").is_err());
        assert!(heading("300 （一） 工业").is_err());
    }

    #[test]
    fn reads_a_point() {
        let read = Point::try_from("—— - list=1 parent=0 经济 向好…5%。".to_owned()).unwrap();
        assert_eq!((read.ordinal, read.list, read.parent), (Ordinal::Absent, 1, Some(0)));
        assert!(read.text.matches("经济向好，增长5%；"));
        assert!(!read.text.matches("经济向好，增长5%左右。"));
    }

    #[test]
    fn err_point_without_list() {
        assert!(Point::try_from("一是 1 parent=- 抓 投资".to_owned()).is_err());
    }

    #[test]
    fn names_are_unique_in_their_file_and_every_case_expects_something() {
        for file in structure().unwrap() {
            let mut names = BTreeSet::new();
            for case in &file.cases {
                assert!(names.insert(&case.name), "{}: two cases are named {}", file.noun, case.name);
                let lists = [
                    case.leads.is_some(),
                    case.point_leads.is_some(),
                    case.furniture.is_some(),
                    case.diagnostics.is_some(),
                ];
                let tables =
                    [case.headings.is_some(), case.points.is_some(), case.paragraphs.is_some(), case.meta.is_some()];
                assert!(
                    lists.into_iter().chain(tables).any(|given| given),
                    "{}: {} expects nothing",
                    file.noun,
                    case.name
                );
            }
        }
    }
}
