//! The archive that a DOCX is, and the relations between its parts.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::xml::{self, Flow, Visit};
use crate::error::{Error, Fault};
use crate::options::Options;

/// The largest part that says how others relate or what the title is.
const SMALL_PART_BYTES: u64 = 4 << 20;

pub(super) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    max_part_bytes: u64,
    max_depth: usize,
    /// The folder of the main part, to which the targets of its relations are relative.
    folder: String,
    relations: Vec<Relation>,
}

/// A part that the main part may point to.
pub(super) enum Related {
    Part(String),
    /// Pointed to, and not there.
    Missing,
    /// Not pointed to.
    None,
}

impl<'b> Package<'b> {
    pub(super) fn open(bytes: &'b [u8], options: &Options) -> Result<Self, Error> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
        Ok(Package {
            archive,
            max_part_bytes: options.max_part_bytes,
            max_depth: options.max_depth,
            folder: String::new(),
            relations: Vec::new(),
        })
    }

    /// The main part. Where the relations do not say which it is, it has its usual name.
    pub(super) fn main(&mut self) -> Result<String, Error> {
        let roots = self.relations_in("_rels/.rels")?;
        let pointed = roots.iter().find(|relation| relation.is("officeDocument"));
        let path = pointed.map_or("word/document.xml", |relation| relation.target.trim_start_matches('/')).to_owned();
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", &path));
        self.relations = self.relations_in(&join(folder, &format!("_rels/{name}.rels")))?;
        folder.clone_into(&mut self.folder);
        match self.part(&path, self.max_part_bytes)? {
            Some(part) => Ok(part),
            None => Err(damage(format!("it has no {path}"))),
        }
    }

    /// The part to which the main part has a relation of this kind: `styles`, `footnotes`, …
    pub(super) fn related(&mut self, kind: &str) -> Result<Related, Error> {
        let Some(relation) = self.relations.iter().find(|relation| relation.is(kind)) else {
            return Ok(Related::None);
        };
        let path = match relation.target.strip_prefix('/') {
            Some(absolute) => absolute.to_owned(),
            None => join(&self.folder, &relation.target),
        };
        Ok(self.part(&path, self.max_part_bytes)?.map_or(Related::Missing, Related::Part))
    }

    /// The title that the document's properties declare.
    pub(super) fn title(&mut self) -> Option<String> {
        let part = self.part("docProps/core.xml", SMALL_PART_BYTES).ok()??;
        let mut title = Title::default();
        xml::walk(&part, self.max_depth, &mut title).ok()?;
        Some(title.text.trim().to_owned()).filter(|title| !title.is_empty())
    }

    fn relations_in(&mut self, path: &str) -> Result<Vec<Relation>, Error> {
        let mut relations = Relations::default();
        if let Some(part) = self.part(path, SMALL_PART_BYTES)? {
            // What was read before the damage still holds.
            let _ = xml::walk(&part, self.max_depth, &mut relations);
        }
        Ok(relations.0)
    }

    fn part(&mut self, path: &str, limit: u64) -> Result<Option<String>, Error> {
        let entry = match self.archive.by_name(path) {
            Ok(entry) => entry,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(damaged(error)),
        };
        let mut bytes = Vec::new();
        entry
            .take(limit.saturating_add(1))
            .read_to_end(&mut bytes)
            .map_err(|error| damage(format!("{path}: {error}")))?;
        if bytes.len() as u64 > limit {
            return Err(Fault::Limit { limit, unit: "bytes in one part", option: "max_part_bytes" }.into());
        }
        xml::decode(bytes).map(Some)
    }
}

fn join(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}

fn damaged(error: ZipError) -> Error {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => {
            Fault::Encrypted { what: "a DOCX document" }.into()
        }
        error => damage(error.to_string()),
    }
}

pub(super) fn damage(detail: String) -> Error {
    Fault::Damaged { what: "DOCX document", detail }.into()
}

struct Relation {
    kind: String,
    target: String,
}

impl Relation {
    fn is(&self, kind: &str) -> bool {
        self.kind.rsplit('/').next() == Some(kind)
    }
}

#[derive(Default)]
struct Relations(Vec<Relation>);

impl Visit for Relations {
    fn start(&mut self, element: &xml::Element<'_>) -> Result<Flow, Error> {
        let is_inside = element.attribute("TargetMode").as_deref() != Some("External");
        if let (Some(kind), Some(target), true) = (element.attribute("Type"), element.attribute("Target"), is_inside) {
            self.0.push(Relation { kind, target });
        }
        Ok(Flow::Enter)
    }
}

#[derive(Default)]
struct Title {
    inside: bool,
    text: String,
}

impl Visit for Title {
    fn start(&mut self, element: &xml::Element<'_>) -> Result<Flow, Error> {
        self.inside = element.name() == "title";
        Ok(Flow::Enter)
    }

    fn end(&mut self, _: &str) -> Result<(), Error> {
        self.inside = false;
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), Error> {
        if self.inside {
            self.text.push_str(text);
        }
        Ok(())
    }
}
