"""Importing costs little and needs nothing."""

import csv
import json
import subprocess
import sys
from importlib.metadata import requires, version
from pathlib import Path

import reportparse as rp

from .conftest import ROOT

MEASURE = """
import json, sys, time
before, begun = set(sys.modules), time.process_time()
import reportparse
elapsed = time.process_time() - begun
print(json.dumps([elapsed, sorted({name.partition(".")[0] for name in set(sys.modules) - before})]))
"""


def imported() -> tuple[float, list[str]]:
    ran = subprocess.run([sys.executable, "-c", MEASURE], capture_output=True, check=True)
    elapsed, modules = json.loads(ran.stdout)
    return elapsed, modules


def test_importing_takes_less_than_50_ms() -> None:
    assert min(imported()[0] for _ in range(5)) < 0.05


def test_nothing_else_is_needed() -> None:
    modules = set(imported()[1])
    assert modules <= sys.stdlib_module_names | {"reportparse"}
    assert all("extra ==" in requirement for requirement in requires("reportparse") or [])


def test_the_version_is_one() -> None:
    assert rp.__version__ == version("reportparse")
    assert rp.parse("一、回顾").to_dict()["reportparse"] == rp.__version__


def test_the_script_prints_the_targets(sample: Path) -> None:
    script = ROOT / "examples" / "python" / "targets.py"
    ran = subprocess.run([sys.executable, script, sample], capture_output=True, check=True, text=True)
    rows = list(csv.DictReader(ran.stdout.splitlines()))
    targets = [metric for metric in rp.parse_file(sample).metrics if metric.status == "target"]
    assert [row["literal"] for row in rows] == [metric.literal or "" for metric in targets]
    missing = subprocess.run([sys.executable, script, "missing.txt"], capture_output=True, check=True, text=True)
    assert "missing.txt" in missing.stderr


def lines(crate: str) -> int:
    """The lines of a crate's sources and of the data that it is built from, as `wc -l` counts them."""
    folder = ROOT / "crates" / crate
    files = [path for name in ("src", "data") for path in (folder / name).rglob("*") if path.is_file()]
    return sum(path.read_bytes().count(b"\n") for path in files)


def test_the_binding_is_small() -> None:
    core = lines("reportparse")
    assert core > 10_000
    assert lines("reportparse-py") < core / 10
