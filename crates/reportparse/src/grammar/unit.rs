//! Units behind a number: 亿元, 套(间), 微克/立方米.

use rust_decimal::Decimal;

use crate::grammar::near;
use crate::grammar::scale::scale;
use crate::lexicon::{Lexicon, Unit, UnitKind};

/// A unit as it stands in the text, without its scale word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct UnitMatch<'l> {
    /// Length in bytes.
    pub(crate) len: usize,
    pub(crate) unit: &'l Unit,
    /// Whether more than the unit's own characters belong to it, as in 套(间) and 元/斤: then it has no base unit.
    pub(crate) compound: bool,
}

/// The unit that `text` starts with.
pub(crate) fn unit<'l>(text: &str, lexicon: &'l Lexicon) -> Option<UnitMatch<'l>> {
    let (len, unit) = lexicon.units().all(text).find(|(len, unit)| is_whole(&text[*len..], unit))?;
    let rest = &text[len..];
    let more = alternative(rest, lexicon).or_else(|| quotient(rest, lexicon)).unwrap_or(0);
    Some(UnitMatch { len: len + more, unit, compound: more > 0 })
}

/// Whether the unit is not merely the start of a longer word: 个体, 户籍, 所以; but 5家|具有竞争力的企业, 50所|以上.
fn is_whole(rest: &str, unit: &Unit) -> bool {
    const WORDS: [&str; 5] = ["具有", "具备", "以上", "以下", "以内"];
    !rest.starts_with(&*unit.breaks) || WORDS.iter().any(|word| rest.starts_with(word))
}

/// 套(间), 家（次）: another word for the same count, in brackets.
fn alternative(text: &str, lexicon: &Lexicon) -> Option<usize> {
    let inside = text.strip_prefix(['(', '（'])?;
    let close = near(inside, 8).find([')', '）'])?;
    let word = &inside[..close];
    let known = word.split('、').all(|word| lexicon.units().all(word).any(|(len, _)| len == word.len()));
    let open = text.len() - inside.len();
    let bracket = inside[close..].chars().next().map_or(0, char::len_utf8);
    known.then_some(open + close + bracket)
}

/// 元/斤, 微克/立方米, 吨标准煤/万元, 元/人·月.
fn quotient(text: &str, lexicon: &Lexicon) -> Option<usize> {
    let below = text.strip_prefix(['/', '／', '每'])?;
    let slash = text.len() - below.len();
    let scale = scale(below).len;
    let known = lexicon.units().longest(&below[scale..]).map(|(len, _)| len);
    let month = below.starts_with('月').then_some('月'.len_utf8());
    let end = slash + scale + known.or(month)?;
    let further = text[end..].strip_prefix('·').and_then(|rest| {
        let month = rest.starts_with('月').then_some('月'.len_utf8());
        lexicon.units().longest(rest).map(|(len, _)| len).or(month)
    });
    Some(end + further.map_or(0, |len| '·'.len_utf8() + len))
}

/// `value` of a unit with its scale word, in the unit's base; none where the product has no exact decimal.
pub(crate) fn in_base(value: Decimal, power: u32, unit: &Unit) -> Option<Decimal> {
    let scaled = value.checked_mul(Decimal::from(10_u64.checked_pow(power)?))?;
    let product = scaled.checked_mul(unit.factor)?;
    // A product that needs more than 28 digits is rounded to fewer places.
    let is_exact = product.is_zero() || product.scale() == scaled.scale() + unit.factor.scale();
    is_exact.then(|| product.normalize())
}

impl UnitMatch<'_> {
    pub(crate) fn is_count(&self) -> bool {
        self.unit.kind == UnitKind::Count
    }
}
