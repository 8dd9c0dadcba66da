//! The names of indicators: `data/indicators.tsv` and what the user adds.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::table;

/// Codes by the names that stand for them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Indicators {
    codes: FxHashMap<Cow<'static, str>, Cow<'static, str>>,
}

impl Indicators {
    pub(super) fn builtin() -> Self {
        let mut indicators = Indicators::default();
        for [code, fact, value, _years] in table::rows(include_str!("../../data/indicators.tsv")) {
            if matches!(fact, "name" | "synonym" | "family") {
                indicators.insert(value, code);
            }
        }
        indicators
    }

    pub(super) fn insert(&mut self, name: impl Into<Cow<'static, str>>, code: impl Into<Cow<'static, str>>) {
        self.codes.insert(name.into(), code.into());
    }

    /// The code that `name` stands for.
    pub(crate) fn code(&self, name: &str) -> Option<&str> {
        self.codes.get(name).map(|code| &**code)
    }

    /// The codes, each as often as it has names.
    pub(super) fn codes(&self) -> impl Iterator<Item = &str> {
        self.codes.values().map(|code| &**code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    const FACTS: [&str; 5] = ["name", "english", "dimension", "synonym", "family"];

    #[test]
    fn every_code_has_a_name_and_no_name_two_codes() {
        let mut names: BTreeMap<&str, &str> = BTreeMap::new();
        let mut named = std::collections::BTreeSet::new();
        let mut codes = std::collections::BTreeSet::new();
        for [code, fact, value, _] in table::rows(include_str!("../../data/indicators.tsv")) {
            assert!(FACTS.contains(&fact), "{code}: {fact}");
            codes.insert(code);
            if fact == "name" {
                assert!(named.insert(code), "{code} has two names");
            }
            if matches!(fact, "name" | "synonym" | "family") {
                assert!(names.insert(value, code).is_none(), "{value} stands for two codes");
            }
        }
        assert_eq!(codes, named);
    }

    #[test]
    fn synonyms_find_the_same_code() {
        let indicators = Indicators::builtin();
        assert_eq!(indicators.code("地区生产总值"), Some("GDP"));
        assert_eq!(indicators.code("规上工业增加值"), indicators.code("规模以上工业增加值"));
        assert_eq!(indicators.code("无此指标"), None);
    }
}
