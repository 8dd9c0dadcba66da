//! What words do in a clause around a number: `data/words.tsv`.

use std::ops::BitOr;
use std::sync::LazyLock;

use super::table;
use super::words::{End, Words};

/// A set of roles that a word can play beside an indicator.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Roles(u16);

impl Roles {
    /// Carries no meaning of its own: 完成, 实现, 达到.
    pub(crate) const LIGHT: Roles = Roles(1);
    /// Says how: 累计, 分别, 已.
    pub(crate) const ADVERB: Roles = Roles(1 << 1);
    /// Names the report's own area: 全区, 我省.
    pub(crate) const SCOPE: Roles = Roles(1 << 2);
    /// Joins clauses: 同时, 其中, 并.
    pub(crate) const JOIN: Roles = Roles(1 << 3);
    /// What follows is still to be reached: 确保, 力争, 计划.
    pub(crate) const TARGET: Roles = Roles(1 << 4);
    /// Others expect what follows: 预测.
    pub(crate) const FORECAST: Roles = Roles(1 << 5);
    /// A verb that ends the noun before it: 14家企业|纳入名单.
    pub(crate) const VERB: Roles = Roles(1 << 6);
    /// A noun that names a measure only together with the one before it: 增幅, 总数.
    pub(crate) const WEAK: Roles = Roles(1 << 7);
    /// Leads to the level reached: 提高到, 增至.
    pub(crate) const REACH: Roles = Roles(1 << 8);
    /// A noun that only rounds off the number: 100亿元大关.
    pub(crate) const TAIL: Roles = Roles(1 << 9);
    /// 其中: what follows is a part of what came before.
    pub(crate) const PART: Roles = Roles(1 << 10);
    /// Already so: 目前, 已.
    pub(crate) const PAST: Roles = Roles(1 << 11);
    /// The light verb is kept out only at the start of an indicator, not at its end.
    pub(crate) const OPENING: Roles = Roles(1 << 12);
    /// 分别.
    pub(crate) const EACH: Roles = Roles(1 << 13);

    /// Roles of words that open a clause without naming what is measured.
    pub(crate) const FRONT: Roles = Roles::all(&[
        Roles::LIGHT,
        Roles::ADVERB,
        Roles::SCOPE,
        Roles::JOIN,
        Roles::TARGET,
        Roles::FORECAST,
        Roles::PART,
        Roles::PAST,
        Roles::OPENING,
        Roles::EACH,
    ]);

    /// An adverb that also opens names (重点, 主要): taken off in front only where a verb follows.
    pub(crate) const SOFT: Roles = Roles(1 << 14);

    /// A light verb only right before the number; in front it opens names (在校生).
    pub(crate) const CLOSING: Roles = Roles(1 << 15);

    /// Roles of words that stand between an indicator and its number.
    pub(crate) const BACK: Roles = Roles::all(&[
        Roles::SOFT,
        Roles::CLOSING,
        Roles::LIGHT,
        Roles::ADVERB,
        Roles::TARGET,
        Roles::FORECAST,
        Roles::PAST,
        Roles::REACH,
        Roles::EACH,
    ]);

    fn named(name: &str) -> Self {
        match name {
            "light" => Roles::LIGHT,
            "adverb" => Roles::ADVERB,
            "scope" => Roles::SCOPE,
            "join" => Roles::JOIN,
            "target" => Roles::TARGET,
            "forecast" => Roles::FORECAST,
            "verb" => Roles::VERB,
            "weak" => Roles::WEAK,
            "reach" => Roles::REACH,
            "tail" => Roles::TAIL,
            "part" => Roles::PART,
            "past" => Roles::PAST,
            "opening" => Roles::OPENING,
            "closing" => Roles::CLOSING,
            "soft" => Roles::SOFT,
            "each" => Roles::EACH,
            _ => Roles::default(),
        }
    }

    /// All of `roles`.
    pub(crate) const fn all(roles: &[Roles]) -> Roles {
        let mut all = Roles(0);
        let mut at = 0;
        while at < roles.len() {
            all.0 |= roles[at].0;
            at += 1;
        }
        all
    }

    /// These without `roles`.
    pub(crate) fn without(self, roles: Roles) -> Roles {
        Roles(self.0 & !roles.0)
    }

    /// Whether the word plays any of `roles`.
    pub(crate) fn any(self, roles: Roles) -> bool {
        self.0 & roles.0 != 0
    }
}

impl BitOr for Roles {
    type Output = Roles;

    fn bitor(self, other: Roles) -> Roles {
        Roles(self.0 | other.0)
    }
}

/// The words of `data/words.tsv` at either end of a text. A word without roles is there to be matched whole: 有效, so
/// that no 有 is taken off.
pub(crate) struct RoleWords {
    pub(crate) start: Words<Roles>,
    pub(crate) end: Words<Roles>,
}

pub(crate) static ROLES: LazyLock<RoleWords> = LazyLock::new(|| {
    let mut words = RoleWords { start: Words::new(End::Start), end: Words::new(End::Close) };
    for [word, roles] in table::rows(include_str!("../../data/words.tsv")) {
        let roles = roles.split(' ').map(Roles::named).fold(Roles::default(), BitOr::bitor);
        words.start.insert(word, roles);
        words.end.insert(word, roles);
    }
    words
});
