//! Texts made to hurt.

/// A hostile text.
pub struct Kind {
    /// What it is made of.
    pub name: &'static str,
    /// The text.
    pub text: String,
}

/// What is repeated. Each is a place where a reader that looks ahead or back could go on to the end of the text.
pub const REPEATED: &[&str] = &[
    "1",
    "，",
    "增长",
    "1,",
    "1%、",
    "1个",
    "1个的",
    "一",
    "万",
    "一万",
    "百分之",
    "1—",
    "（1个",
    "“1",
    "《",
    "《1",
    "1年",
    "比1%",
    "由1个到",
    "分别1%和",
    "2024年1月",
    "其中1亿元，",
    "A1",
    "1:",
    "自1以来",
    "。1亿元",
    "1/",
    "1+",
    "1亿元增长1%、",
    "同比增长1%，",
    "近",
    "约1",
    "1×",
    "[1]",
    "第1",
    "年末1户；",
    "一是",
    "。一是甲，二是乙",
    "；一是甲，二是乙",
    "（",
    "“",
    "\n",
    "一、标题\n",
    "（一）标题情况。\n正文很多很多很多很多。\n",
    "。首先，甲。其次，乙。",
    "——甲乙丙\n",
    "甲\u{3000}\u{3000}",
    "来源：\n",
    "<U+00A0>",
    "附件：某某某\n",
    "一是甲。①乙。（1）丙。1.丁。二是戊。",
    "\u{FEFF}",
    "𠮷",
];

/// Every unit of [`REPEATED`], repeated under a heading up to about `bytes`.
pub fn repeated(bytes: usize) -> impl Iterator<Item = Kind> {
    REPEATED
        .iter()
        .map(move |unit| Kind {
            name: unit, text: format!("一、工作回顾\n{}\n", unit.repeat(bytes / unit.len() + 1))
        })
}

/// Texts of other shapes: numbers, ordinals and brackets beyond measure, and every kind of character.
pub fn made() -> Vec<Kind> {
    let all = figures().into_iter().chain(markers()).chain(brackets()).chain(encoded());
    all.map(|(name, text)| Kind { name, text }).collect()
}

fn figures() -> Vec<(&'static str, String)> {
    let digits = "9".repeat(400);
    vec![
        ("a number of 400 digits", format!("全年投资{digits}亿元，增长{digits}%。")),
        ("400 decimals", format!("全年投资0.{digits}亿元，增长0.{digits}个百分点。")),
        ("400 thousands", format!("全年投资1{}亿元。", ",000".repeat(400))),
        ("a number of 4,000 numerals", format!("全年投资{}元。", "九千万".repeat(1_300))),
        ("scales on scales", format!("全年投资1{}元。", "万亿".repeat(2_000))),
        ("a huge range", format!("全年投资1—{digits}亿元，增长-{digits}%—{digits}%。")),
        ("a chain of ranges", format!("全年投资1{}亿元。", "—2".repeat(2_000))),
        ("a share of everything", format!("占全国的百分之{}。", "百".repeat(2_000))),
        ("a year out of range", "99999年13月45日，9999999年0月，0年投资1亿元。".to_owned()),
        ("fractions of fractions", format!("完成{}一。", "三分之".repeat(1_000))),
    ]
}

fn markers() -> Vec<(&'static str, String)> {
    vec![
        ("an ordinal of 4,000 digits", format!("{}.标题\n正文。\n（{}）标题\n", "1".repeat(4_000), "1".repeat(4_000))),
        ("an ordinal of 4,000 numerals", format!("{}、标题\n（{}）标题\n", "十".repeat(4_000), "百".repeat(4_000))),
        ("every ordinal", (1..3_000).map(|number| format!("（{number}）甲。\n{number}.乙。\n")).collect()),
        ("ordinals that fall", (1..2_000).rev().map(|number| format!("{number}.甲乙丙丁。\n")).collect()),
        ("headings without titles", "一、\n（一）\n1.\n（1）\n".repeat(500)),
        ("one heading of 100 KB", format!("一、{}\n正文。", "标题".repeat(17_000))),
        ("lists in lists in lists", "一是甲：①乙：（1）丙：第一，丁：首先，戊：".repeat(500)),
        ("markdown without end", format!("{} 标题\n{}", "#".repeat(4_000), "> ".repeat(4_000))),
    ]
}

fn brackets() -> Vec<(&'static str, String)> {
    vec![
        ("brackets that never close", "（《“【(".repeat(4_000)),
        ("brackets that were never opened", "）》”】)".repeat(4_000)),
        ("brackets nested 10,000 deep", format!("{}1亿元{}", "（".repeat(10_000), "）".repeat(10_000))),
        ("brackets that cross", "（“）”《（》）".repeat(2_000)),
    ]
}

fn encoded() -> Vec<(&'static str, String)> {
    vec![
        ("all control characters", characters(0..0xA0, 1)),
        ("every character beside Chinese", characters(0..0x3400, 1)),
        ("the common ideographs", characters(0x3400..0xA000, 1)),
        ("from Hangul to the end of the plane", characters(0xA000..0x1_0000, 3)),
        ("the other planes of ideographs", characters(0x2_0000..0x3_2400, 7)),
        ("symbols and emoji", characters(0x1_F000..0x1_FB00, 1)),
        ("tags, selectors, private use", characters(0xE_0000..0xF_0200, 1)),
        ("marks on marks", format!("一、增{}长1亿元", "\u{301}".repeat(10_000))),
        ("text that turns around", "\u{202E}增长\u{202D}5%\u{2066}\u{200F}".repeat(1_000)),
        ("line ends of every kind", "甲\r乙\n\r丙\u{85}丁\u{2028}戊\u{2029}己\u{B}庚\u{C}\r\r\n".repeat(1_000)),
        ("blanks written out and cut", "<U+00A0<U+00A0><U+><U+3000>1<U+20".repeat(1_000)),
        (
            "bytes of another encoding",
            String::from_utf8_lossy(&[0xD5, 0xFE, 0xB8, 0xAE, 0x00, 0xFF].repeat(1_000)).into(),
        ),
    ]
}

/// Every `step`th character of a range, a figure after each run of a hundred.
fn characters(range: std::ops::Range<u32>, step: usize) -> String {
    let mut text = String::new();
    for (count, character) in range.step_by(step).filter_map(char::from_u32).enumerate() {
        text.push(character);
        if count % 100 == 99 {
            text.push_str("增长5%。\n");
        }
    }
    text
}
