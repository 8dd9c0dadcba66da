#!/usr/bin/env python3
"""Measures what parsing from Python costs over parsing from Rust, the tables handed over included.

    benches/python.py [--rounds 10] [--count 200] [FILE]

Run it in an environment that holds the Python package and maturin; both sides are built with `--profile`. Prints a ratio:
the best times of some rounds, which alternate the two, so that the load of the machine falls on both sides.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "examples" / "reports" / "half-year-district.txt"
SHARED = Path(os.environ.get("REPORTPARSE_SHARED", ROOT.parent / "shared"))
REAL = SHARED / "corpus" / "gold" / "jiading-2020-h1.txt"

MEASURED = """
import sys, time
import reportparse as rp

text, count, best = open(sys.argv[1], encoding="utf-8", newline="").read(), int(sys.argv[2]), float("inf")
for _ in range(count):
    fresh = (text + " ")[:-1]  # a string whose UTF-8 nobody has asked for yet
    begun = time.perf_counter()
    report = rp.parse(fresh)
    for table in (report.sections, report.paragraphs, report.points, report.metrics):
        table.__arrow_c_stream__()
    del report, table
    best = min(best, time.perf_counter() - begun)
print(best)
"""


def build(profile: str) -> Path:
    """Builds both sides, and gives the program of the Rust side."""
    cargo = ["cargo", "build", "--quiet", "--profile", profile, "-p", "reportparse-benches", "--bin", "parse_and_tables"]
    subprocess.run(cargo, cwd=ROOT, check=True)
    subprocess.run(["maturin", "develop", "--quiet", "--profile", profile], cwd=ROOT / "python", check=True)
    target = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
    return target / profile / "parse_and_tables"


def seconds(*command: object) -> float:
    return float(subprocess.run(list(map(str, command)), capture_output=True, check=True).stdout)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("file", nargs="?", type=Path, default=REAL if REAL.exists() else SAMPLE)
    arguments.add_argument("--rounds", type=int, default=10)
    arguments.add_argument("--count", type=int, default=200)
    arguments.add_argument("--profile", default="release")
    given = arguments.parse_args()
    program = build(given.profile)
    rust = python = float("inf")
    for _ in range(given.rounds):
        rust = min(rust, seconds(program, given.file, given.count))
        python = min(python, seconds(sys.executable, "-c", MEASURED, given.file, given.count))
    print(f"{given.file.name}: Rust {rust * 1e3:.3f} ms, Python {python * 1e3:.3f} ms, ratio {python / rust:.3f}")


if __name__ == "__main__":
    main()
