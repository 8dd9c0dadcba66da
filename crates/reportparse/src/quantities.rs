//! Every quantity of a text, without the report around it.

use rust_decimal::Decimal;

use crate::grammar::quantity::UnitText;
use crate::grammar::scale::is_more;
use crate::lexicon::Lexicon;
use crate::metric::anchor;
use crate::metric::places::Places;
use crate::row::Approx;
use crate::span::Span;

/// A number with its unit as written: 1031.1亿元, 4万余人次, 4.5%—5%.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// The quantity as written, approximators and unit included.
    pub span: Span,
    /// The number as written, in `unit`; none where no decimal holds it exactly (三分之一).
    pub value: Option<Decimal>,
    /// The upper end of a range, in `unit`.
    pub high: Option<Decimal>,
    /// The unit as written, its scale word included (亿元, 万人次); empty for a number without a unit.
    pub unit: String,
    /// `value` with the scale word counted in: 40000 for 4万人; none where it has no exact decimal.
    pub number: Option<Decimal>,
    /// `value` in the unit's base unit, with that unit: 40000000000 元; none where the unit is unknown.
    pub base: Option<(Decimal, String)>,
    /// How the number stands to the true one.
    pub approx: Approx,
}

/// The quantities of `text`, in order, as a report's metrics would hold them.
///
/// Dates, ordinals, labels (5G, 14号线, “1+1+1”) and numbers that are mere rhetoric (两手抓) are left out. `text` is read
/// as it stands: blanks inside numbers are not skipped.
///
/// ```
/// use reportparse::Lexicon;
///
/// let text = "累计派驻工作人员4万余人次，占比达到百分之五。";
/// let found = reportparse::quantities(text, &Lexicon::default());
/// assert_eq!(&text[found[0].span.range()], "4万余人次");
/// assert_eq!(found[0].unit, "万人次");
/// assert_eq!(found[1].value.unwrap().to_string(), "5");
/// ```
pub fn quantities(text: &str, lexicon: &Lexicon) -> Vec<Quantity> {
    let (mut places, mut anchors) = (Places::default(), Vec::new());
    places.find(text);
    anchor::scan(text, 0..text.len(), &places.openers, lexicon, &mut anchors);
    let found = anchors.iter().filter_map(|anchor| anchor.quantity());
    found
        .map(|quantity| Quantity {
            span: Span::from(quantity.span.clone()),
            value: quantity.value,
            high: quantity.high,
            unit: unit(text, &quantity.unit),
            number: quantity.number(),
            base: quantity.base().map(|(value, unit)| (value, unit.to_owned())),
            approx: quantity.approx,
        })
        .collect()
}

fn unit(text: &str, unit: &UnitText) -> String {
    match unit {
        UnitText::None => String::new(),
        UnitText::Named(name) => (*name).to_owned(),
        UnitText::Written(scale, unit) => {
            let scale = text[scale.clone()].chars().filter(|&c| !is_more(c));
            scale.chain(text[unit.clone()].chars()).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn number_and_base_count_the_scale_word_in() {
        let found = quantities("派驻4万余人次，投资1.5亿元。", &Lexicon::default());
        let numbers: Vec<_> = found.iter().map(|quantity| quantity.number).collect();
        assert_eq!(numbers, [Some(Decimal::from(40_000)), Some(Decimal::from(150_000_000))]);
        assert_eq!(found[1].base, Some((Decimal::from(150_000_000), "元".to_owned())));
    }
}
