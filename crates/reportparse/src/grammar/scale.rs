//! Scale words between a number and its unit: 万, 亿, 万亿, with the more-than words among them.

/// The scale of a number: `4|万余|人次`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Scale {
    /// Length of it all in bytes.
    pub(crate) len: usize,
    /// The power of ten that the words stand for.
    pub(crate) power: u32,
    /// Whether 余, 多 or 几 stands among them.
    pub(crate) more: bool,
}

/// Whether `c` says "and some more" inside a number.
pub(crate) fn is_more(c: char) -> bool {
    matches!(c, '余' | '多' | '几' | '餘')
}

/// The scale words at the start of `text`, if any: 万 is 4, 万亿 is 12, 多万 is 4 and more.
pub(crate) fn scale(text: &str) -> Scale {
    let mut scale = Scale::default();
    let mut repeated = false;
    for c in text.chars() {
        match power(c, &text[scale.len..]) {
            Some(power) => scale.power += power,
            None if is_more(c) && !repeated => scale.more = true,
            None => break,
        }
        repeated = is_more(c);
        scale.len += c.len_utf8();
    }
    scale
}

fn power(c: char, rest: &str) -> Option<u32> {
    match c {
        '十' => Some(1),
        '百' => Some(2),
        '千' if !is_kilo(rest) => Some(3),
        '万' | '萬' => Some(4),
        '亿' | '億' => Some(8),
        _ => None,
    }
}

/// 千瓦, 千米, 千克 …: the 千 belongs to the unit.
pub(super) fn is_kilo(text: &str) -> bool {
    text['千'.len_utf8()..].starts_with(['瓦', '米', '克', '伏', '卡', '赫', '字', '比', '焦', '帕'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn powers_add_up() {
        assert_eq!(scale("万亿元"), Scale { len: 6, power: 12, more: false });
        assert_eq!(scale("多万人"), Scale { len: 6, power: 4, more: true });
        assert_eq!(scale("万多亿元"), Scale { len: 9, power: 12, more: true });
        assert_eq!(scale("千瓦"), Scale::default());
        assert_eq!(scale("个"), Scale::default());
    }
}
