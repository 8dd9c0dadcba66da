//! The formats by name.

use std::fmt;
use std::path::Path;
use std::str::FromStr;

/// How a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// One JSON object a line, decimals as strings.
    Ndjson,
    /// Comma-separated values with a header, in UTF-8.
    Csv,
    /// An Arrow file, also called Feather.
    Arrow,
    /// Parquet.
    #[cfg(feature = "parquet")]
    Parquet,
}

impl Format {
    /// All formats.
    pub const ALL: &[Format] = &[
        Format::Ndjson,
        Format::Csv,
        Format::Arrow,
        #[cfg(feature = "parquet")]
        Format::Parquet,
    ];

    /// The format's name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Format::Ndjson => "ndjson",
            Format::Csv => "csv",
            Format::Arrow => "arrow",
            #[cfg(feature = "parquet")]
            Format::Parquet => "parquet",
        }
    }

    /// The format that a file's name tells: `metrics.parquet`.
    pub fn of(path: &Path) -> Option<Format> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        match extension.as_str() {
            "jsonl" => Some(Format::Ndjson),
            "feather" | "ipc" => Some(Format::Arrow),
            name => name.parse().ok(),
        }
    }

    /// Whether the format is for people to read, too.
    pub const fn is_text(self) -> bool {
        matches!(self, Format::Ndjson | Format::Csv)
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// There is no format of this name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownFormat(String);

impl fmt::Display for UnknownFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> = Format::ALL.iter().map(|format| format.as_str()).collect();
        write!(f, "there is no format {:?}: name one of {}", self.0, names.join(", "))
    }
}

impl std::error::Error for UnknownFormat {}

impl FromStr for Format {
    type Err = UnknownFormat;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let found = Format::ALL.iter().find(|format| format.as_str() == name);
        found.copied().ok_or_else(|| UnknownFormat(name.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_read_back() {
        for format in Format::ALL {
            assert_eq!(format.as_str().parse(), Ok(*format));
        }
        assert!("xlsx".parse::<Format>().unwrap_err().to_string().contains("name one of ndjson, csv, arrow"));
    }

    #[test]
    fn a_file_name_tells_its_format() {
        assert_eq!(Format::of(Path::new("a/表.JSONL")), Some(Format::Ndjson));
        assert_eq!(Format::of(Path::new("a.csv")), Some(Format::Csv));
        assert_eq!(Format::of(Path::new("a.feather")), Some(Format::Arrow));
        assert_eq!(Format::of(Path::new("a.txt")), None);
        assert_eq!(Format::of(Path::new("csv")), None);
    }
}
