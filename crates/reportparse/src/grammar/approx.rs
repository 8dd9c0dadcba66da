//! Words that say how a written figure stands to the true one: 近, 约, 超过 before it, 左右, 以上 behind it.

use std::sync::LazyLock;

use crate::lexicon::{End, Words};
use crate::row::Approx;

static BEFORE: LazyLock<Words<Approx>> = LazyLock::new(|| {
    let groups: [(Approx, &[&str]); 5] = [
        (Approx::About, &["约", "大约", "约为", "大概", "约占", "约合"]),
        (Approx::Near, &["近", "接近", "将近", "逼近", "不到", "不足"]),
        (
            Approx::Over,
            &[
                "超",
                "超过",
                "超出",
                "突破",
                "逾",
                "已超",
                "高于",
                "大于",
                "多于",
                "超过了",
                "突破了",
                "上",
                "破",
                "过",
                "首超",
            ],
        ),
        (Approx::AtLeast, &["不低于", "不少于", "不小于", "至少", "不少", "不下", "不下于", "最低"]),
        (
            Approx::AtMost,
            &["不超过", "不高于", "不超", "不大于", "不多于", "最多", "至多", "低于", "少于", "小于", "不突破"],
        ),
    ];
    Words::collect(End::Close, groups.into_iter().flat_map(|(approx, words)| words.iter().map(move |&w| (w, approx))))
});

static AFTER: LazyLock<Words<Approx>> = LazyLock::new(|| {
    Words::collect(
        End::Start,
        [
            ("左右", Approx::About),
            ("上下", Approx::About),
            ("以上", Approx::AtLeast),
            ("及以上", Approx::AtLeast),
            ("之上", Approx::AtLeast),
            ("以内", Approx::AtMost),
            ("以下", Approx::AtMost),
            ("及以下", Approx::AtMost),
            ("之内", Approx::AtMost),
            ("之下", Approx::AtMost),
            ("以里", Approx::AtMost),
            ("之间", Approx::Exact),
            ("多", Approx::Over),
            ("余", Approx::Over),
        ],
    )
});

/// The approximator before the number at `at`, and where it starts.
pub(crate) fn before(text: &str, at: usize) -> Option<(usize, Approx)> {
    let (len, &approx) = BEFORE.longest(&text[..at])?;
    let start = at - len;
    is_whole(&text[start..at], &text[..start], &text[at..]).then_some((start, approx))
}

/// Characters that open a number without digits: 上千亿元.
const SCALES: [char; 4] = ['百', '千', '万', '亿'];

/// 上 and 过 and 破 are approximators only in a few places: 上百家, 过半, 余额过万亿; not in 网上, 跃上, 通过, 侦破.
fn is_whole(word: &str, before: &str, number: &str) -> bool {
    match word {
        "过" | "破" => {
            let opens = before.is_empty() || before.ends_with(['，', '、', ',']);
            opens
                || number.starts_with(SCALES)
                    && before.ends_with(['额', '量', '值', '入', '模', '资', '产', '数', '户', '年', '已'])
        }
        "上" => {
            number.starts_with(SCALES) && !before.ends_with(['跃', '迈', '跨', '登', '站', '踏', '冲', '以', '网'])
        }
        "近" => !before.ends_with(['附', '最', '邻', '临', '靠', '远']),
        "约" => !before.ends_with(['节', '集', '签', '预', '契', '履']),
        "超" => !before.ends_with(['赶', '反']),
        _ => true,
    }
}

/// The approximator that `text` starts with, and its length.
pub(crate) fn after(text: &str) -> Option<(usize, Approx)> {
    AFTER.longest(text).map(|(len, &approx)| (len, approx))
}
