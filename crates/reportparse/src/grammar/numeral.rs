//! Numbers: `1,031.1`, `１０３１．１`, `一千零三十一点一`.

use rust_decimal::Decimal;

use super::near;
use super::scale::is_kilo;
use crate::characters::Characters;

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Script {
    /// Half- or full-width digits.
    Digits,
    /// Chinese numerals of two characters or more: 二十三, 一千.
    Chinese,
    /// One Chinese numeral: 三, 十, 百.
    Single,
}

/// A number as written, without its scale word.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Numeral {
    /// Length in bytes.
    pub(crate) len: usize,
    /// None where no decimal holds the number exactly.
    pub(crate) value: Option<Decimal>,
    /// The upper end of two digits side by side: 两三, 七八十.
    pub(crate) high: Option<Decimal>,
    pub(crate) script: Script,
    /// Whether a more-than word stands inside: 二十余, 几十.
    pub(crate) more: bool,
}

/// The number that `text` starts with.
pub(crate) fn numeral(text: &str) -> Option<Numeral> {
    let opens_digits = digit(text.as_bytes()).is_some();
    if opens_digits { digits(text) } else { chinese(text) }
}

/// The value of a half- or full-width digit, and its length in bytes.
pub(crate) fn digit(text: &[u8]) -> Option<(u8, usize)> {
    match *text {
        [d @ b'0'..=b'9', ..] => Some((d - b'0', 1)),
        [0xEF, 0xBC, d @ 0x90..=0x99, ..] => Some((d - 0x90, 3)),
        _ => None,
    }
}

/// The separator of thousands or of decimals that `text` starts with.
fn mark(text: &[u8], half: u8, full: [u8; 3]) -> Option<usize> {
    match text.first() {
        Some(&first) if first == half => Some(1),
        Some(_) if text.starts_with(&full) => Some(3),
        _ => None,
    }
}

const FULL_COMMA: [u8; 3] = [0xEF, 0xBC, 0x8C];
const FULL_POINT: [u8; 3] = [0xEF, 0xBC, 0x8E];

/// A run of digits being added up.
#[derive(Default)]
struct Sum {
    mantissa: u128,
    scale: u32,
    overflow: bool,
}

impl Sum {
    fn push(&mut self, digit: u8) {
        /// No decimal holds more.
        const MOST: u128 = 10_u128.pow(30);
        self.overflow |= self.mantissa >= MOST;
        if !self.overflow {
            self.mantissa = self.mantissa * 10 + u128::from(digit);
        }
    }

    fn value(&self) -> Option<Decimal> {
        let mantissa = i128::try_from(self.mantissa).ok().filter(|_| !self.overflow)?;
        Decimal::try_from_i128_with_scale(mantissa, self.scale).ok()
    }
}

fn digits(text: &str) -> Option<Numeral> {
    let bytes = text.as_bytes();
    let mut sum = Sum::default();
    let mut at = run(bytes, 0, &mut sum)?;
    while let Some(next) = thousands(bytes, at, &mut sum) {
        at = next;
    }
    if let Some(point) = mark(&bytes[at..], b'.', FULL_POINT) {
        let before = at + point;
        let mut fraction = Sum { mantissa: sum.mantissa, overflow: sum.overflow, scale: 0 };
        if let Some(end) = run(bytes, before, &mut fraction) {
            fraction.scale = count_digits(&bytes[before..end]);
            sum = fraction;
            at = end;
        }
    }
    Some(Numeral { len: at, value: sum.value(), high: None, script: Script::Digits, more: false })
}

/// The end of the digits that start at `at`; none where there are none.
fn run(bytes: &[u8], at: usize, sum: &mut Sum) -> Option<usize> {
    let mut end = at;
    while let Some((value, len)) = digit(&bytes[end..]) {
        sum.push(value);
        end += len;
    }
    (end > at).then_some(end)
}

fn count_digits(bytes: &[u8]) -> u32 {
    bytes.iter().filter(|byte| !matches!(byte, 0xEF | 0xBC)).count() as u32
}

/// The end of a separator and just three digits behind `at`.
fn thousands(bytes: &[u8], at: usize, sum: &mut Sum) -> Option<usize> {
    let start = at + mark(&bytes[at..], b',', FULL_COMMA)?;
    let mut group = Sum { mantissa: sum.mantissa, overflow: sum.overflow, scale: 0 };
    let mut end = start;
    for _ in 0..3 {
        let (value, len) = digit(&bytes[end..])?;
        group.push(value);
        end += len;
    }
    if digit(&bytes[end..]).is_some() {
        return None;
    }
    *sum = group;
    Some(end)
}

/// What one Chinese numeral says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Figure {
    Digit(u64),
    /// 十, 百, 千: multiplies the digit before it.
    Place(u64),
    /// 万, 亿: multiplies all before it.
    Scale(u64),
    /// 点.
    Point,
    /// 余, 多, 几, 数.
    More,
}

fn figure(c: char) -> Option<Figure> {
    Some(match c {
        '零' | '〇' | '○' => Figure::Digit(0),
        '一' | '壹' => Figure::Digit(1),
        '二' | '两' | '贰' | '兩' => Figure::Digit(2),
        '三' | '叁' => Figure::Digit(3),
        '四' | '肆' => Figure::Digit(4),
        '五' | '伍' => Figure::Digit(5),
        '六' | '陆' => Figure::Digit(6),
        '七' | '柒' => Figure::Digit(7),
        '八' | '捌' => Figure::Digit(8),
        '九' | '玖' => Figure::Digit(9),
        '十' | '拾' => Figure::Place(10),
        '百' | '佰' => Figure::Place(100),
        '千' | '仟' => Figure::Place(1000),
        '万' | '萬' => Figure::Scale(10_000),
        '亿' | '億' => Figure::Scale(100_000_000),
        '点' | '點' => Figure::Point,
        '余' | '多' | '几' | '数' => Figure::More,
        _ => return None,
    })
}

/// Whether the digits alone are a year of our time: 19xx, 20xx.
pub(crate) fn is_year(digits: &str) -> bool {
    digits.len() == 4
        && (digits.starts_with("19") || digits.starts_with("20"))
        && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// The characters that a Chinese number may start with.
pub(crate) const OPENERS: [char; 35] = [
    '零', '〇', '○', '一', '壹', '二', '两', '贰', '兩', '三', '叁', '四', '肆', '五', '伍', '六', '陆', '七', '柒',
    '八', '捌', '九', '玖', '十', '拾', '百', '佰', '千', '仟', '万', '萬', '亿', '億', '几', '数',
];

/// Whether a Chinese number may start with `c`.
pub(crate) fn opens_chinese(c: char) -> bool {
    static SET: Characters = Characters::new(&OPENERS);
    SET.hold(c)
}

/// Whether a Chinese number may go on with `c`.
pub(crate) fn continues_chinese(c: char) -> bool {
    figure(c).is_some()
}

/// A Chinese number being read: `total` holds what 万 and 亿 closed, `section` the part below, `digit` the last figure.
#[derive(Default)]
struct Reading {
    total: u64,
    section: u64,
    digit: Option<u64>,
    place: u64,
    characters: usize,
    more: bool,
    /// Whether a place or a scale word has come: before that, digits spell the number out (一九五三).
    placed: bool,
    spelled: Sum,
    /// Whether a zero has come since the last place: 二百零七.
    zero: bool,
    /// What the next digit right behind the last one adds: 10 in 三四十.
    step: u64,
}

/// What a figure does to the number that is being read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    /// It belongs to it, and more may.
    On,
    /// It belongs to it and closes it.
    Last,
    /// It does not belong to it.
    Out,
}

impl Reading {
    /// Reads `figure`, which stands at the start of `rest`.
    fn step(&mut self, figure: Figure, rest: &str) -> Step {
        let first = self.characters == 0;
        match figure {
            Figure::Digit(digit) if self.pairs(digit) => {
                self.spelled.push(digit as u8);
                self.step = 1;
            }
            Figure::Digit(_) if self.placed && (self.digit.is_some() || self.step > 0) => return Step::Out,
            Figure::Digit(digit) => self.digit(digit),
            Figure::Place(1000) if !first && is_kilo(rest) => return Step::Out,
            Figure::Place(place) => self.place(place),
            // 一亿三千|万担 reads on: what 亿 closed and what 万 closes are one number.
            Figure::Scale(scale) if !first && self.total < scale && is_unit_scale(rest) => return Step::Out,
            Figure::Scale(scale) => self.scale(scale),
            Figure::More if first && stands_for_digit(rest) => self.digit = Some(1),
            // 一百几十: 几 stands for the digit of the next place.
            Figure::More if self.placed && self.digit.is_none() && stands_for_place(rest) => self.digit = Some(1),
            Figure::More if self.placed && rest.starts_with(['几', '余', '多']) => {
                self.more = true;
                return Step::Last;
            }
            Figure::Point | Figure::More => return Step::Out,
        }
        self.more |= figure == Figure::More;
        Step::On
    }

    /// Whether `digit` stands behind the one below it, so that both bound a vague number: 二十三四; but not in 一九五六.
    fn pairs(&self, digit: u64) -> bool {
        let follows = self.digit.is_some_and(|last| last > 0 && last + 1 == digit);
        follows && self.step == 0 && (self.placed || self.characters == 1)
    }

    fn digit(&mut self, digit: u64) {
        self.step = 0;
        self.zero |= digit == 0;
        self.spelled.push(digit as u8);
        self.digit = (digit != 0 || !self.placed).then_some(digit);
    }

    fn place(&mut self, place: u64) {
        self.placed = true;
        self.zero = false;
        self.step = self.step.saturating_mul(place);
        self.section = self.section.saturating_add(self.digit.take().unwrap_or(1).saturating_mul(place));
        self.place = place;
    }

    fn scale(&mut self, scale: u64) {
        self.placed = true;
        let below = self.section.saturating_add(self.digit.take().unwrap_or(0));
        let below = if below == 0 && self.total == 0 { 1 } else { below };
        self.total = match self.total {
            // 五亿三千万: 亿 is closed already and 万 counts only what follows it; 一亿亿 counts one by the other.
            total if total >= scale && below > 0 => total.saturating_add(below.saturating_mul(scale)),
            total => total.saturating_add(below).saturating_mul(scale),
        };
        self.section = 0;
        self.zero = false;
        self.step = self.step.saturating_mul(scale);
        self.place = scale;
    }

    /// The number with `more` added in the place of its last digit.
    ///
    /// 两千三百五 is 2350: a closing digit counts in the place below the last one, unless 零 stands between.
    fn plus(&self, more: u64) -> Option<Decimal> {
        let unit = if self.digit.is_some() && self.place >= 100 && !self.zero { self.place / 10 } else { 1 };
        let last = self.digit.unwrap_or(0).saturating_add(more).saturating_mul(unit);
        let value = self.total.saturating_add(self.section).saturating_add(last);
        (value < u64::MAX).then(|| Decimal::from(value))
    }

    fn value(&self) -> Option<Decimal> {
        if self.placed || self.step > 0 { self.plus(0) } else { self.spelled.value() }
    }

    fn high(&self) -> Option<Decimal> {
        if self.step > 0 { self.plus(self.step) } else { None }
    }
}

fn chinese(text: &str) -> Option<Numeral> {
    if !text.starts_with(opens_chinese) {
        return None;
    }
    let mut reading = Reading::default();
    let mut end = 0;
    for (at, c) in text.char_indices() {
        let step = figure(c).map_or(Step::Out, |figure| reading.step(figure, &text[at..]));
        if step == Step::Out {
            break;
        }
        reading.characters += 1;
        end = at + c.len_utf8();
        if step == Step::Last {
            break;
        }
    }
    if end == 0 {
        return None;
    }
    let (value, len) = fraction(text, end, reading.value());
    let script = if reading.characters == 1 && len == end { Script::Single } else { Script::Chinese };
    let high = reading.high().filter(|_| len == end);
    Some(Numeral { len, value, high, script, more: reading.more })
}

/// 几十, 数百: the vague numeral stands for a digit only before a place.
fn stands_for_digit(text: &str) -> bool {
    let next = text.strip_prefix(['几', '数']).and_then(|rest| rest.chars().next()).and_then(figure);
    matches!(next, Some(Figure::Place(_) | Figure::Scale(_)))
}

/// 几十, 几百: the vague numeral right before a place.
fn stands_for_place(text: &str) -> bool {
    let next = text.strip_prefix('几').and_then(|rest| rest.chars().next()).and_then(figure);
    matches!(next, Some(Figure::Place(_)))
}

/// Whether the scale word at the start of `text` closes the number and so belongs to its unit: 三千|万元, but 三|万五千元.
fn is_unit_scale(text: &str) -> bool {
    let rest = near(text, 8).trim_start_matches(|c| matches!(figure(c), Some(Figure::Scale(_) | Figure::More)));
    let continues = matches!(rest.chars().next().and_then(figure), Some(Figure::Digit(_) | Figure::Place(_)));
    !continues || rest.starts_with('千') && is_kilo(rest)
}

/// `whole` with the digits behind 点, if there are any.
fn fraction(text: &str, at: usize, whole: Option<Decimal>) -> (Option<Decimal>, usize) {
    let mut rest = text[at..].char_indices();
    let Some((_, '点' | '點')) = rest.next() else {
        return (whole, at);
    };
    let mut sum = Sum::default();
    let mut end = at;
    for (offset, c) in rest {
        let Some(Figure::Digit(digit)) = figure(c) else {
            break;
        };
        sum.push(digit as u8);
        sum.scale += 1;
        end = at + offset + c.len_utf8();
    }
    if end == at { (whole, at) } else { (sum.value().and_then(|part| whole?.checked_add(part)), end) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_figure_but_a_point_and_more_words_opens_a_number() {
        for c in '\0'..=char::MAX {
            let is_figure = !matches!(figure(c), None | Some(Figure::Point)) && !matches!(c, '余' | '多');
            assert_eq!(opens_chinese(c), is_figure, "{c}");
        }
    }

    #[test]
    fn digits_side_by_side() {
        for (text, len, value, high) in [
            ("七八个", 2, 7, Some(8)),
            ("二十三四", 4, 23, Some(24)),
            ("三四十五", 3, 30, Some(40)),
            ("三四十五六", 3, 30, Some(40)),
            ("十五五", 2, 15, None),
            ("二十三四五", 4, 23, Some(24)),
            ("二九", 2, 29, None),
            ("〇一", 2, 1, None),
            ("三四五", 3, 345, None),
        ] {
            let found = numeral(text).unwrap();
            let (value, high) = (Decimal::from(value), high.map(Decimal::from));
            assert_eq!((found.len, found.value, found.high), (3 * len, Some(value), high), "{text}");
        }
    }
}
