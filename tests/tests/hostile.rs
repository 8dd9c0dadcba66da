//! Texts made to be slow: time must grow with the length, not with its square.

use std::time::{Duration, Instant};

const BYTES: usize = 80_000;

/// The time that a text takes; the quickest of three runs, so that a busy machine does not tell.
fn time(text: &str) -> Duration {
    let run = |_| {
        let start = Instant::now();
        let report = reportparse::parse(text).expect("the text is not empty");
        let time = start.elapsed();
        drop(report);
        time
    };
    (0..3).map(run).min().unwrap_or_default()
}

fn repeated(unit: &str, bytes: usize) -> String {
    unit.repeat(bytes / unit.len() + 1)
}

#[test]
fn time_grows_with_the_length() {
    let units = [
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
    ];
    for unit in units {
        let body = |bytes| format!("一、工作回顾\n{}\n", repeated(unit, bytes));
        let (short, long) = (body(BYTES / 4), body(BYTES));
        let (quick, slow) = (time(&short), time(&long));
        let most = quick * 10 + Duration::from_millis(50);
        assert!(slow <= most, "{unit}: {quick:?} for {} bytes, {slow:?} for {}", short.len(), long.len());
    }
}
