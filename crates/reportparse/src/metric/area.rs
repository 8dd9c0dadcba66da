//! The areas that a place is measured against: 高于全国, 全省第一, 低于全市平均水平.

/// Areas that a place is a part of.
const AREAS: [&str; 11] = ["全国", "全省", "全市", "全区", "全州", "全盟", "全县", "全旗", "世界", "全球", "全自治区"];

/// What follows the area that opens `text`.
pub(super) fn behind(text: &str) -> Option<&str> {
    AREAS.iter().find_map(|area| text.strip_prefix(area))
}

/// Whether `words` end with something that a figure is held against: 全国, 全省平均水平, 年度目标.
pub(super) fn is_yardstick(words: &str) -> bool {
    const OTHERS: [&str; 3] = ["平均", "平均水平", "目标"];
    AREAS.iter().chain(&OTHERS).any(|tail| words.ends_with(tail))
}
