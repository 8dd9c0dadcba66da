#!/usr/bin/env bash
# What is depended on: licences, sources, duplicates, known faults; whether the lock files say all of it; and whether the
# libraries are built with the oldest versions that Cargo.toml allows, by the oldest Rust that it names.
set -euo pipefail
cd "$(dirname "$0")/.."

# Built without optimisation and debug information: it is there in a minute, and runs for seconds.
command -v cargo-deny >/dev/null || CARGO_PROFILE_DEV_DEBUG=0 cargo install --quiet --locked --debug cargo-deny@0.20.2

for manifest in Cargo.toml fuzz/Cargo.toml; do
  cargo metadata --quiet --locked --format-version 1 --manifest-path "$manifest" >/dev/null
  cargo deny --manifest-path "$manifest" --config deny.toml --locked --log-level error check licenses bans sources
done

if ! told=$(cargo deny --locked --log-level error check advisories 2>&1); then
  grep -q "failed to fetch advisory database" <<<"$told" || { echo "$told" >&2; exit 1; }
  echo "supply: NO ADVISORY WAS CHECKED: github.com/RustSec/advisory-db is out of reach; run this where it is not" >&2
fi

oldest=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
if ! rustc --version | grep -q "^rustc $oldest\."; then
  export RUSTUP_TOOLCHAIN=$oldest
  rustc --version >/dev/null || { echo "supply: rustup toolchain install $oldest" >&2; exit 1; }
fi

# The lock file of the oldest versions stands in a copy, so that Cargo.lock stays. What is not shipped may ask for newer ones.
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
git ls-files -z | tar --create --null --files-from - | tar --extract --directory "$copy"
rm -r "$copy"/{benches,tests,crates/reportparse-dev}
sed -i 's|^members = .*|members = ["crates/*"]|' "$copy/Cargo.toml"
RUSTC_BOOTSTRAP=1 cargo update --quiet --manifest-path "$copy/Cargo.toml" -Zdirect-minimal-versions
cargo check --quiet --locked --manifest-path "$copy/Cargo.toml" --target-dir target/oldest --workspace
echo "supply: licences, sources, lock files and oldest versions are as they should be"
