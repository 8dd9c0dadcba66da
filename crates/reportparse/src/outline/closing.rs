//! What closes a part: the last address to the audience and what follows it, or a formula and the signature.

use crate::front;
use crate::note;
use crate::reading::Reading;
use crate::row::{ParagraphRole, ParagraphRow};
use crate::text::{columns, is_stop};

/// What stands below the body by custom.
const FORMULAS: &[&str] = &["以上报告", "特此报告", "专此报告", "以上汇报", "谢谢"];
/// Who signs is a name, in columns.
pub(super) const MAX_SIGNATURE: usize = 60;
/// The closing appeal takes at most this many paragraphs.
const MAX_CLOSING: usize = 8;

/// Marks what closes each part: what follows the last address to the audience, if no heading does, and the signature.
pub(super) fn closing(readings: &[Reading<'_>], paragraphs: &mut [ParagraphRow]) {
    let mut start = 0;
    for part in paragraphs.chunk_by_mut(|a, b| a.part == b.part) {
        let readings = &readings[start..start + part.len()];
        start += part.len();
        let end = before_notes(readings, part);
        let prose = part[..end].iter().enumerate().rev().filter(|(_, row)| row.role != ParagraphRole::Furniture);
        let tail = prose.take_while(|(_, row)| row.role == ParagraphRole::Body).take(MAX_CLOSING);
        let tail: Vec<usize> = tail.map(|(at, _)| at).collect();
        let address = tail.iter().position(|&at| front::addresses(readings[at].text()));
        let closing = address.map_or_else(|| signature(readings, &tail), |address| address + 1);
        for &at in &tail[..closing] {
            part[at].role = ParagraphRole::Closing;
        }
    }
}

/// Where the notes begin that end a part.
fn before_notes(readings: &[Reading<'_>], part: &[ParagraphRow]) -> usize {
    let is_prose = |(row, reading): (&ParagraphRow, &Reading<'_>)| match row.role {
        ParagraphRole::Note | ParagraphRole::Furniture => false,
        ParagraphRole::Heading => note::opening(reading.text()).is_none(),
        _ => true,
    };
    part.iter().zip(readings).rposition(is_prose).map_or(0, |last| last + 1)
}

/// How many of the last paragraphs, told from the last one on, are a formula and the signature below it: the day, and who
/// signs above it.
fn signature(readings: &[Reading<'_>], tail: &[usize]) -> usize {
    let texts = || tail.iter().map(|&at| readings[at].text());
    let is_short = |text: &str| columns(text) <= MAX_SIGNATURE;
    let is_name = |text: &&str| is_short(text) && !text.ends_with(|c| is_stop(c) || matches!(c, '：' | ':' | '；'));
    let is_formula = |text: &&str| is_short(text) && FORMULAS.iter().any(|formula| text.starts_with(formula));
    let signed = match texts().next() {
        Some(last) if front::is_day(last) => 1 + texts().skip(1).take(2).take_while(is_name).count(),
        _ => 0,
    };
    signed + texts().skip(signed).take(2).take_while(is_formula).count()
}
