//! Clauses of a sentence: up to ，；： or its end, with what is quoted or bracketed kept whole.

use std::ops::Range;

use crate::sentence::split;
use crate::text::is_stop;

/// The clauses of `sentence`, each with the mark that closes it. They hold all of it, in order.
pub(crate) fn clauses(sentence: &str) -> impl Iterator<Item = Range<usize>> {
    split(sentence, |c| is_stop(c) || matches!(c, '，' | ',' | '；' | ';' | '：' | ':'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_end_clauses() {
        let text = "增加值完成5亿元，增长3%；税收（含地方，中央）增长：2%。";
        let found: Vec<&str> = clauses(text).map(|range| &text[range]).collect();
        assert_eq!(found, ["增加值完成5亿元，", "增长3%；", "税收（含地方，中央）增长：", "2%。"]);
    }
}
