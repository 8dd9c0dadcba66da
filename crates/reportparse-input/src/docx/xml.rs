//! The parts of a DOCX as a walk over their elements, with their local names: `w:p` is `p` whatever the prefix.

use std::borrow::Cow;

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::package::damage;
use crate::error::{Error, Fault};

/// What a walk meets.
pub(super) trait Visit {
    fn start(&mut self, element: &Element<'_>) -> Result<Flow, Error>;

    fn end(&mut self, _name: &str) -> Result<(), Error> {
        Ok(())
    }

    fn text(&mut self, _text: &str) -> Result<(), Error> {
        Ok(())
    }
}

/// Whether to go into an element. One that is skipped has no end either.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Flow {
    Enter,
    Skip,
}

pub(super) struct Element<'e>(&'e BytesStart<'e>);

impl Element<'_> {
    pub(super) fn name(&self) -> &str {
        local(self.0.name().into_inner())
    }

    /// The value of the attribute with that local name.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        // Checking for duplicates takes quadratic time.
        let mut attributes = self.0.attributes();
        let found =
            attributes.with_checks(false).flatten().find(|attribute| local(attribute.key.into_inner()) == name)?;
        Some(found.normalized_value(XmlVersion::Implicit1_0).map_or_else(|_| found.value.to_string(), Cow::into_owned))
    }

    /// The attribute `val`, which most elements have alone.
    pub(super) fn value(&self) -> Option<String> {
        self.attribute("val")
    }

    /// A switch is on where it stands, unless its value says otherwise.
    pub(super) fn is_on(&self) -> bool {
        !matches!(self.value().as_deref(), Some("0" | "false" | "off" | "none"))
    }
}

fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

/// Walks over a part. Entities other than those of XML itself stand for nothing: none is ever expanded.
pub(super) fn walk(part: &str, max_depth: usize, visit: &mut impl Visit) -> Result<(), Error> {
    let mut reader = Reader::from_str(part);
    reader.config_mut().expand_empty_elements = true;
    let mut depth = 0_usize;
    let mut skipped_from = None;
    loop {
        let event = reader
            .read_event()
            .map_err(|error| damage(format!("its XML is broken at byte {}: {error}", reader.error_position())))?;
        match event {
            Event::Start(start) => {
                depth += 1;
                if depth > max_depth {
                    let limit = max_depth as u64;
                    return Err(Fault::Limit { limit, unit: "nested elements", option: "max_depth" }.into());
                }
                if skipped_from.is_none() && visit.start(&Element(&start))? == Flow::Skip {
                    skipped_from = Some(depth);
                }
            }
            Event::End(end) => {
                if skipped_from.is_none() {
                    visit.end(local(end.name().into_inner()))?;
                }
                if skipped_from == Some(depth) {
                    skipped_from = None;
                }
                depth = depth.saturating_sub(1);
            }
            Event::Text(text) if skipped_from.is_none() => visit.text(&text)?,
            Event::CData(text) if skipped_from.is_none() => visit.text(&text)?,
            Event::GeneralRef(reference) if skipped_from.is_none() => visit.text(&resolve(&reference))?,
            Event::Eof if depth == 0 => return Ok(()),
            Event::Eof => return Err(damage("its XML breaks off".to_owned())),
            _ => {}
        }
    }
}

fn resolve(reference: &BytesRef<'_>) -> String {
    match reference.resolve_char_ref() {
        Ok(Some(c)) => c.to_string(),
        _ => resolve_predefined_entity(reference).unwrap_or_default().to_owned(),
    }
}

/// The characters of a part: UTF-8, or UTF-16 with a mark.
pub(super) fn decode(bytes: Vec<u8>) -> Result<String, Error> {
    match encoding_rs::Encoding::for_bom(&bytes) {
        None => String::from_utf8(bytes).map_err(|error| damage(format!("its XML is no UTF-8: {error}"))),
        Some((encoding, mark)) => Ok(encoding.decode_without_bom_handling(&bytes[mark..]).0.into_owned()),
    }
}
