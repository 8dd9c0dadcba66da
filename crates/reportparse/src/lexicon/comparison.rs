//! Words of comparison: `data/comparisons.tsv`.

use std::sync::LazyLock;

use super::table;
use super::words::{End, Words};

/// The sign that a verb of change gives to its magnitude.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sign {
    Plus,
    Minus,
}

impl Sign {
    fn named(name: &str) -> Self {
        if name == "-" { Sign::Minus } else { Sign::Plus }
    }

    pub(crate) fn turned(self) -> Self {
        match self {
            Sign::Plus => Sign::Minus,
            Sign::Minus => Sign::Plus,
        }
    }
}

/// A verb of change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Direction {
    pub(crate) sign: Sign,
    /// Whether it is a verb of change only behind 比 or 较: 高, 少.
    pub(crate) needs_basis: bool,
}

/// The words of comparison, each group at the end of a text at which it is looked for.
pub(crate) struct Comparisons {
    /// 同比, 年均: looked for at the end of what precedes the verb.
    pub(crate) basis: Words<()>,
    /// 增长, 下降: looked for at the end of what precedes the number.
    pub(crate) direction: Words<Direction>,
    /// The same verbs at the start of a clause: 压减财政支出10%.
    pub(crate) opening: Words<Direction>,
    /// 高于, 低于: looked for anywhere before the number.
    pub(crate) against: Words<Sign>,
    /// 降幅, 跌幅: turn the sign of 收窄 and 扩大.
    pub(crate) fall: Words<()>,
}

pub(crate) static COMPARISONS: LazyLock<Comparisons> = LazyLock::new(|| {
    let mut all = Comparisons {
        basis: Words::new(End::Close),
        direction: Words::new(End::Close),
        opening: Words::new(End::Start),
        against: Words::new(End::Start),
        fall: Words::new(End::Close),
    };
    for [word, role, sign, needs] in table::rows(include_str!("../../data/comparisons.tsv")) {
        let direction = Direction { sign: Sign::named(sign), needs_basis: needs == "basis" };
        match role {
            "basis" => all.basis.insert(word, ()),
            "against" => all.against.insert(word, direction.sign),
            "fall" => all.fall.insert(word, ()),
            _ => {
                all.direction.insert(word, direction);
                all.opening.insert(word, direction);
            }
        }
    }
    all
});
