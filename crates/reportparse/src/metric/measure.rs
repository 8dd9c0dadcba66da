//! Names of measures: 收入, 增加值, GDP.

/// What the name of a measure ends with.
const TAILS: [&str; 34] = [
    "率", "额", "量", "数", "值", "耗", "收入", "支出", "利润", "投资", "产值", "面积", "人口", "人次", "价格", "比重",
    "占比", "比例", "规模", "标准", "存款", "贷款", "消费", "出口", "进口", "税收", "用电", "时间", "里程", "指数",
    "成本", "外资", "贸易", "利税",
];

/// Whether `words` name a measure.
pub(super) fn is_measure(words: &str) -> bool {
    let is_acronym = words.len() > 1 && words.bytes().all(|byte| byte.is_ascii_uppercase());
    is_acronym || TAILS.iter().any(|tail| words.ends_with(tail))
}
