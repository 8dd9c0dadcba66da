#!/usr/bin/env bash
# Runs the fuzz targets: run.sh SECONDS [TARGET…]. Each target gets that long; two run at a time on two cores.
#
# A target starts from the samples, from what it found worth keeping in earlier runs (corpus/) and from what once failed
# (regressions/). What fails is written to artifacts/TARGET: mend it, then move it to regressions/TARGET.
set -euo pipefail
cd "$(dirname "$0")"

seconds=${1:?usage: fuzz/run.sh SECONDS [TARGET…]}
shift
targets=("$@")
((${#targets[@]})) || targets=(parse generated quantities text html docx pdf capi lexicon)
jobs=${FUZZ_JOBS:-$(nproc)}
# 0 draws another seed in every run; the same seed makes the same inputs of the same program.
seed=${FUZZ_SEED:-0}

command -v cargo-fuzz >/dev/null || cargo install --quiet --locked cargo-fuzz@0.13.2
# The sanitizer is a switch of the nightly compiler; the stable one takes it with this.
export RUSTC_BOOTSTRAP=1
cargo fuzz build --fuzz-dir . >&2

# The PDF library that the Python package brings, unless another is named.
if [[ -z ${REPORTPARSE_PDFIUM:-} ]]; then
  found=(../.venv/lib/python3*/site-packages/pypdfium2_raw/libpdfium.so)
  [[ -e ${found[0]} ]] && export REPORTPARSE_PDFIUM="$PWD/${found[0]}"
fi
if [[ ${REPORTPARSE_PDFIUM:-} == "" && " ${targets[*]} " == *" pdf "* ]]; then
  echo "fuzz: no libpdfium: pip install pypdfium2 and set REPORTPARSE_PDFIUM" >&2
  exit 1
fi

./seed.sh

run() {
  local target=$1 log
  log=artifacts/$1.log
  mkdir -p "artifacts/$target" "corpus/$target" "regressions/$target"
  if "target/x86_64-unknown-linux-gnu/release/$target" \
    -seed="$seed" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=3000 -max_len=8192 -len_control=20 -dict=seeds/words.dict \
    -artifact_prefix="artifacts/$target/" -print_final_stats=1 \
    "corpus/$target" "seeds/$target" "regressions/$target" >"$log" 2>&1; then
    echo "fuzz: $target: $(grep -o 'Done.*' "$log")"
  else
    echo "fuzz: $target FAILED; the input is in fuzz/artifacts/$target" >&2
    tail -n 40 "$log" >&2
    return 1
  fi
}
export -f run
export seconds seed
printf '%s\n' "${targets[@]}" | xargs -P "$jobs" -I {} bash -c 'run {}'
