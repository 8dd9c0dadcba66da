#!/usr/bin/env bash
# Builds the Python package into .venv and runs its tests, which check its style and types, too. `scripts/setup.sh` makes .venv.
set -euo pipefail
cd "$(dirname "$0")/.."

export VIRTUAL_ENV="$PWD/.venv"
export PATH="$VIRTUAL_ENV/bin:$PATH"
[[ -x .venv/bin/maturin ]] || { echo "test-python: .venv is missing; run scripts/setup.sh" >&2; exit 1; }

cd python
maturin develop --profile quick --quiet
# The tests run ruff, mypy and stubtest, too.
python -m pytest -q
python -m pytest -q --nbmake ../examples/python
