#!/usr/bin/env bash
# Builds the Python package into .venv, checks its style and types, and runs its tests. `scripts/setup.sh` makes .venv.
set -euo pipefail
cd "$(dirname "$0")/.."

export VIRTUAL_ENV="$PWD/.venv"
export PATH="$VIRTUAL_ENV/bin:$PATH"
[[ -x .venv/bin/maturin ]] || { echo "test-python: .venv is missing; run scripts/setup.sh" >&2; exit 1; }

cd python
maturin develop --release --quiet
ruff check .
ruff format --check .
mypy
stubtest reportparse --mypy-config-file pyproject.toml --allowlist stubtest-allowlist.txt
python -m pytest -q
