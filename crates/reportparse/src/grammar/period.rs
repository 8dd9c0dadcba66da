//! Periods and points of time that figures are stated for: 上半年, 截至6月底, 自2月14日以来, “十三五”期间, 到2022年.

use std::sync::LazyLock;

use super::date::{self, Written};
use super::near;
use super::numeral::{self, digit};
use crate::characters::Characters;
use crate::lexicon::{End, Words};

/// What the middle of a period says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum When {
    /// A date as far as written.
    Date(Written),
    /// Years from the report's year: 今年 is 0, 去年 is −1.
    Year(i16),
    /// The first or second half of the year.
    Half(i8),
    /// From one quarter to another, counted from 1.
    Quarters(i8, i8),
    /// 全年, 年内: the year that is spoken of.
    Whole,
    /// A five-year plan by its number.
    Plan(i16),
    /// The years up to the report: 一年来, 过去五年.
    Past(i16),
    /// The years from the report on: 今后五年.
    Next(i16),
    /// 现在, 目前.
    Now,
    /// Words that name no dates: 牧业年度.
    Named,
}

/// How the figure stands to that time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Edge {
    /// In it.
    #[default]
    In,
    /// At its end: 年末, 截至6月底.
    Until,
    /// From its start: 自2月14日以来, 5月1日起.
    Since,
    /// By its end, which is still to come: 到2022年.
    By,
}

/// A period as written; `len` bytes of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Period {
    pub(crate) len: usize,
    pub(crate) when: When,
    pub(crate) edge: Edge,
}

impl Period {
    /// Whether the period can frame the sentences that follow. A point of time holds for its own sentence only.
    pub(crate) fn frames(&self) -> bool {
        let is_day = matches!(self.when, When::Date(Written { day: Some(_), .. }));
        let is_moment = self.when == When::Now || self.edge == Edge::Until || is_day;
        // 牧业年度 belongs to its own figure, 党的十八大以来 to all that follows.
        let is_season = self.when == When::Named && self.edge == Edge::In;
        !is_moment && !is_season
    }
}

static OPENERS: LazyLock<Words<Edge>> = LazyLock::new(|| {
    Words::collect(
        End::Start,
        [
            ("截至", Edge::Until),
            ("截止", Edge::Until),
            ("截止到", Edge::Until),
            ("截至到", Edge::Until),
            ("到", Edge::By),
            ("至", Edge::By),
            ("自", Edge::Since),
            ("自从", Edge::Since),
            ("从", Edge::Since),
        ],
    )
});

static CLOSERS: LazyLock<Words<Edge>> = LazyLock::new(|| {
    let until = ["底", "末", "年末", "年底", "底前", "末前", "前", "之前", "以前", "末期", "期末", "年底前", "为止"]
        .map(|w| (w, Edge::Until));
    let since = ["以来", "起", "之后", "以后", "开始", "后"].map(|w| (w, Edge::Since));
    let within = ["期间", "时期", "度", "内", "间", "全年", "年度", "规划期", "规划时期", "规划期间", "初"];
    Words::collect(End::Start, until.into_iter().chain(since).chain(within.map(|w| (w, Edge::In))))
});

static NAMES: LazyLock<Words<When>> = LazyLock::new(|| {
    let years: [(&str, &[&str]); 5] = [
        ("-2", &["前年"]),
        ("-1", &["去年", "上年", "上一年", "上年度", "去年全年", "上年全年"]),
        ("0", &["今年", "本年", "本年度", "今年全年"]),
        ("1", &["明年", "来年", "下一年"]),
        ("2", &["后年"]),
    ];
    let years = years.into_iter().flat_map(|(offset, words)| {
        let offset = offset.parse().unwrap_or_default();
        words.iter().map(move |&word| (word, When::Year(offset)))
    });
    let wholes = ["全年", "年内", "当年", "年度内", "全年度", "年末", "年底", "期末", "年终"].map(|w| (w, When::Whole));
    let halves = [("上半年", When::Half(1)), ("半年度", When::Half(1)), ("下半年", When::Half(2))];
    let quarters = [
        ("一季度", 1, 1),
        ("二季度", 2, 2),
        ("三季度", 3, 3),
        ("四季度", 4, 4),
        ("第一季度", 1, 1),
        ("第二季度", 2, 2),
        ("第三季度", 3, 3),
        ("第四季度", 4, 4),
        ("前两季度", 1, 2),
        ("前三季度", 1, 3),
        ("前三个季度", 1, 3),
    ]
    .map(|(word, first, last)| (word, When::Quarters(first, last)));
    let past = ["一年来", "过去一年", "过去的一年", "这一年", "过去这一年", "一年多来"].map(|w| (w, When::Past(1)));
    let next = [("今明两年", When::Next(2))];
    let now = ["现在", "现阶段", "目前", "当前", "迄今"].map(|w| (w, When::Now));
    let named = [
        "届时",
        "牧业年度",
        "日历年度",
        "本届政府任期内",
        "本届政府以来",
        "任期内",
        "近年来",
        "近几年",
        "几年来",
        "多年来",
    ]
    .map(|w| (w, When::Named));
    let all = years.chain(wholes).chain(halves).chain(quarters).chain(past).chain(next).chain(now).chain(named);
    Words::collect(End::Start, all)
});

/// The period that `text` starts with.
#[inline]
pub(crate) fn period(text: &str) -> Option<Period> {
    if may_open(text) { opened(text) } else { None }
}

/// Whether a period may start with the first character of `text`.
#[inline]
pub(crate) fn may_open(text: &str) -> bool {
    OPENING.start(text)
}

fn opened(text: &str) -> Option<Period> {
    let is_plain = |c: char| c.is_ascii_digit() && !counts_time(text) || c == '目' && !text.starts_with("目前");
    if text.starts_with(is_plain) {
        return None;
    }
    let (open, edge) = OPENERS.longest(text).map_or((0, None), |(len, &edge)| (len, Some(edge)));
    let (core, when) = core(&text[open..])?;
    let mut len = open + core;
    let mut close = None;
    if let Some((more, half)) = part_of_year(&text[len..], when) {
        return Some(finish(text, len + more, half, edge));
    }
    while let Some((more, &found)) = CLOSERS.longest(&text[len..]) {
        if !closes(when, &text[len..], more) {
            break;
        }
        len += more;
        close = close.filter(|&known| known != Edge::In).or(Some(found));
    }
    let is_open = matches!(when, When::Plan(_)) && edge.is_none() || text.starts_with('从');
    // 十四五 is also the plan itself, and 从 opens many things: both need a word that closes the period.
    if is_open && close.is_none() {
        return None;
    }
    let at_end = text[..len].ends_with(['末', '底', '终']).then_some(Edge::Until);
    let edge = close.filter(|&found| found != Edge::In).or(edge).or(at_end).unwrap_or_default();
    Some(Period { len: len + since(&text[len..], edge), when, edge })
}

/// The characters that a period may start with: most places can be told apart by this alone.
static OPENING: Characters = Characters::new(&numeral::OPENERS)
    .with(&[
        '“', '"', '‘', '「', '截', '到', '至', '自', '从', '前', '去', '上', '今', '本', '明', '来', '下', '后', '全',
        '半', '年', '当', '期', '过', '这', '现', '届', '牧', '日', '任', '近', '多', '最', '未', '接', '之', '以',
        '第', '目', '迄',
    ])
    .with_range('0', '9')
    .with_range('０', '９');

/// 自2019年10月|实施以来: the words up to 以来 belong to the period.
fn since(text: &str, edge: Edge) -> usize {
    const CLOSE: &str = "以来";
    if edge != Edge::Since {
        return 0;
    }
    let near = near(text, 8);
    let found = near.find(CLOSE).filter(|&at| near[..at].chars().all(char::is_alphabetic));
    found.map_or(0, |at| at + CLOSE.len())
}

/// The period with what may close it.
fn finish(text: &str, len: usize, when: When, edge: Option<Edge>) -> Period {
    match CLOSERS.longest(&text[len..]) {
        Some((more, &found)) if closes(when, &text[len..], more) => Period { len: len + more, when, edge: found },
        _ => Period { len, when, edge: edge.unwrap_or_default() },
    }
}

/// 前 and 后 close a date, not 今年前三季度; 起 and 间 not 起步, 间接.
fn closes(when: When, text: &str, len: usize) -> bool {
    let next = text[len..].chars().next();
    match &text[..len] {
        "前" => !matches!(next, Some('三' | '两' | '列' | '十' | '期' | '景' | '沿' | '0'..='9')),
        "后" => !matches!(next, Some('续' | '期' | '三')),
        "起" => !matches!(when, When::Whole) && !matches!(next, Some('步' | '草' | '来' | '点' | '降')),
        "度" => !matches!(when, When::Date(Written { month: Some(_), .. })) && !matches!(next, Some('假')),
        "间" => !matches!(next, Some('接' | '隔')),
        "内" => matches!(when, When::Date(_) | When::Year(_)) && !matches!(next, Some('蒙' | '部' | '外')),
        "初" => !matches!(next, Some('步' | '级' | '中' | '期' | '次' | '始')),
        "全年" | "年度" => !matches!(when, When::Whole),
        _ => true,
    }
}

fn core(text: &str) -> Option<(usize, When)> {
    let (number, behind) = behind_number(text);
    if date::may_follow(number, behind)
        && let Ok((rest, written)) = date::date(text)
    {
        return Some((text.len() - rest.len(), When::Date(written)));
    }
    let years = || if number.is_empty() || counts_years(behind) { span_of_years(text) } else { None };
    if digit(number.as_bytes()).is_some() {
        return years();
    }
    let named = NAMES.longest(text).map(|(len, &when)| (len, when));
    named.or_else(|| plan(text)).or_else(years)
}

/// Whether the number that opens `text` may be one of a date or of years. Most are not, as what follows them tells.
fn counts_time(text: &str) -> bool {
    let (number, behind) = behind_number(text);
    date::may_follow(number, behind) || counts_years(behind)
}

/// Whether `behind`, which follows a number, makes it one of years.
fn counts_years(behind: &str) -> bool {
    behind.starts_with(['年', '几', '多', '余'])
}

/// The digits and plain numerals that open `text`, and what follows them.
fn behind_number(text: &str) -> (&str, &str) {
    let plain = |c| matches!(c, '0'..='9' | '０'..='９' | '〇' | '零' | '○' | '一' | '二' | '两' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十');
    text.split_at(text.len() - text.trim_start_matches(plain).len())
}

/// 去年上半年, 2020年前三季度, 今年1-6月.
fn part_of_year(text: &str, when: When) -> Option<(usize, When)> {
    let year = match when {
        When::Date(Written { year: Some(_), month: None, last_year: None, .. }) | When::Year(_) => when,
        _ => return None,
    };
    if let Ok((rest, written)) = date::date(text).or_else(|error| date::date(text.strip_prefix("前").ok_or(error)?)) {
        return Some((text.len() - rest.len(), dated(year, written)));
    }
    let (len, &part) = NAMES.longest(text)?;
    let (first, last) = match part {
        When::Half(half) => (half * 6 - 5, half * 6),
        When::Quarters(first, last) => (first * 3 - 2, last * 3),
        _ => return None,
    };
    let months = Written { month: Some(first), last_month: Some(last), ..Written::default() };
    Some((len, dated(year, months)))
}

/// `written` in the year that `year` says, if it is a fixed one.
fn dated(year: When, written: Written) -> When {
    match year {
        When::Date(Written { year: Some(fixed), .. }) => When::Date(Written { year: Some(fixed), ..written }),
        When::Year(offset) => When::Date(Written { year: Some(offset), ..written }),
        _ => When::Date(written),
    }
}

static PLANS: LazyLock<Words<i16>> = LazyLock::new(|| {
    let numbered = [
        ("十一五", 11),
        ("十二五", 12),
        ("十三五", 13),
        ("十四五", 14),
        ("十五五", 15),
        ("十六五", 16),
        ("十五", 10),
        ("九五", 9),
        ("八五", 8),
        ("七五", 7),
        ("六五", 6),
        ("五五", 5),
        ("四五", 4),
        ("三五", 3),
        ("二五", 2),
        ("一五", 1),
    ];
    Words::collect(End::Start, numbered)
});

/// “十四五”, 十三五: the number of the five-year plan.
fn plan(text: &str) -> Option<(usize, When)> {
    let quote = text.len() - text.trim_start_matches(['“', '"', '‘', '「']).len();
    let (name, &number) = PLANS.longest(&text[quote..])?;
    let mut len = quote + name;
    let close = text[len..].chars().next().filter(|c| matches!(c, '”' | '"' | '’' | '」'));
    len += close.map_or(0, char::len_utf8);
    let bare_needs_more = quote == 0 && number <= 10;
    let followed = ["时期", "期间", "末", "以来", "规划期"].iter().any(|word| text[len..].starts_with(word));
    (!bare_needs_more || followed).then_some((len, When::Plan(number)))
}

/// Words before a number of years, and whether these are past.
static SPANS: LazyLock<Words<bool>> = LazyLock::new(|| {
    let past = ["这", "近", "最近", "过去的", "过去", "前", "五年来的这"].map(|word| (word, true));
    let next = ["今后", "未来", "接下来", "下一个", "之后", "以后"].map(|word| (word, false));
    Words::collect(End::Start, past.into_iter().chain(next))
});

/// 这五年, 近三年, 过去五年, 今后5年, 五年来, 三年间.
fn span_of_years(text: &str) -> Option<(usize, When)> {
    let span = SPANS.longest(text);
    let open = span.map_or(0, |(len, _)| len);
    let (number, count) = count_of_years(&text[open..])?;
    if open == 0
        && let Some(rest) = text[number..].strip_prefix("年前")
    {
        // 5年前, 十年前
        return Some((text.len() - rest.len(), When::Year(-count)));
    }
    let rest = text[open + number..].strip_prefix('年').filter(|_| count <= 50)?;
    let mut len = text.len() - rest.len();
    let closed = ["来", "以来", "多来", "间", "期间"].into_iter().find(|close| rest.starts_with(close));
    len += closed.map_or(0, str::len);
    // 五年间
    let spans = |close: &str| close.ends_with('来') || close == "期间" || !text[len..].starts_with(['接', '隔']);
    let is_open = span.is_some() || closed.is_some_and(spans);
    let is_past = span.is_none_or(|(_, &past)| past);
    is_open.then_some((len, if is_past { When::Past(count) } else { When::Next(count) }))
}

/// A number of years, and its length.
fn count_of_years(text: &str) -> Option<(usize, i16)> {
    let number = numeral::numeral(text)?;
    let count = i16::try_from(number.value?).ok().filter(|count| (1..=60).contains(count))?;
    Some((number.len, count))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, written: &str, edge: Edge) {
        let found = period(text).unwrap_or_else(|| panic!("no period in {text}"));
        assert_eq!((&text[..found.len], found.edge), (written, edge));
    }

    #[test]
    fn periods_as_written() {
        check("上半年，全区", "上半年", Edge::In);
        check("截至6月底累计", "截至6月底", Edge::Until);
        check("自2月14日以来全区", "自2月14日以来", Edge::Since);
        check("到2022年，建成", "到2022年", Edge::By);
        check("“十三五”期间，", "“十三五”期间", Edge::In);
        check("2019-2025年", "2019-2025年", Edge::In);
        check("今年1-6月，", "今年1-6月", Edge::In);
        check("去年末居民", "去年末", Edge::Until);
        check("6月底前要", "6月底前", Edge::Until);
        check("今后五年，", "今后五年", Edge::In);
        check("近三年淘汰", "近三年", Edge::In);
        check("一年来，", "一年来", Edge::In);
        check("2020年前三季度", "2020年前三季度", Edge::In);
        check("今年以来", "今年以来", Edge::Since);
    }

    #[test]
    fn every_word_that_opens_a_period_may_open_one() {
        for word in OPENERS.iter().chain(NAMES.iter()) {
            assert!(OPENING.start(word), "{word}");
        }
    }

    #[test]
    fn err_no_period() {
        for text in ["“十四五”规划", "全区", "五年", "前十位", "到位", "自来水", "这个", "近百家"]
        {
            assert_eq!(period(text), None, "{text}");
        }
    }
}
