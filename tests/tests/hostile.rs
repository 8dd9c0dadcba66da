//! Texts made to hurt: a parse ends, and its report obeys the laws. How the cost grows with the length is measured in
//! instructions by `benches`, never by a clock here; but a text of this length would not end in time if it grew with the
//! square.

use reportparse_tests::laws;

const BYTES: usize = 300_000;

/// What is repeated. Each is a place where a reader that looks ahead or back could go on to the end of the text.
const UNITS: &[&str] = &[
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

#[test]
fn a_hostile_text_is_parsed_and_obeys_the_laws() {
    for unit in UNITS {
        let text = format!("一、工作回顾\n{}\n", unit.repeat(BYTES / unit.len() + 1));
        let report = reportparse::parse(text).expect("the text is not empty");
        laws::check(&report).unwrap_or_else(|fault| panic!("{unit:?}: {fault}"));
    }
}
