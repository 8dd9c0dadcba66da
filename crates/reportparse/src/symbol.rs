//! Strings that a report keeps once: units, base units, indicator codes.

use rustc_hash::FxHashMap;

use crate::row::Symbol;

/// The strings behind the [`Symbol`]s of one report.
#[derive(Clone, Debug, Default)]
pub(crate) struct Symbols {
    strings: Vec<Box<str>>,
    index: FxHashMap<Box<str>, Symbol>,
}

impl Symbols {
    /// The symbol of `text`; it allocates only the first time that a string is met.
    pub(crate) fn intern(&mut self, text: &str) -> Symbol {
        if let Some(&symbol) = self.index.get(text) {
            return symbol;
        }
        let symbol = Symbol(self.strings.len() as u32);
        self.strings.push(text.into());
        self.index.insert(text.into(), symbol);
        symbol
    }

    /// The string of `symbol`.
    pub(crate) fn resolve(&self, symbol: Symbol) -> &str {
        &self.strings[symbol.0 as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_string_has_one_symbol() {
        let mut symbols = Symbols::default();
        let first = symbols.intern("亿元");
        let other = symbols.intern("万人次");
        assert_eq!(symbols.intern("亿元"), first);
        assert_ne!(first, other);
        assert_eq!(symbols.resolve(other), "万人次");
    }
}
