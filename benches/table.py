#!/usr/bin/env python3
"""Measures reportparse and its peers on the same bytes, one core each, and prints one table.

    benches/table.py                    measures all; some 15 minutes
    benches/table.py --keep             also writes the table to benches/README.md, with the machine and the versions
    benches/table.py --skip bindings    leaves out Python and C, which have to be built

Times are processor time: the load of the machine falls on what else runs. Python peers are installed into
target/peers/venv. The Python package and the C library are built as their tests build them.
"""

import argparse
import json
import os
import platform
import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
TARGET = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
WORK = TARGET / "peers"
README = ROOT / "benches/README.md"
BEGIN, END = "<!-- table.py -->", "<!-- /table.py -->"
PEERS = ["jionlp==1.5.29", "chinese2digits==6.0.2", "recognizers-text-suite==1.0.2a2", "emoji==1.7.0"]
OURS = ("structure", "metrics")


class Row(NamedTuple):
    """Something measured."""

    group: str
    name: str
    speed: float | None = None  # MB/s
    peak: float | None = None  # bytes for each byte of text
    allocations: float | None = None  # for each KB of text


def run(*command: object, cwd: Path = ROOT, **options: object) -> str:
    done = subprocess.run([*map(str, command)], cwd=cwd, stdout=subprocess.PIPE, text=True, **options)
    if done.returncode:
        sys.exit(f"table: {' '.join(map(str, command))} failed")
    return done.stdout


def criterion() -> list[Row]:
    run("cargo", "bench", "--quiet", "-p", "reportparse-benches", "--bench", "reports")
    rows = []
    for file in (TARGET / "criterion").glob("**/new/benchmark.json"):
        told = json.loads(file.read_text())
        nanoseconds = json.loads((file.parent / "estimates.json").read_text())["median"]["point_estimate"]
        name = " ".join(filter(None, [told["function_id"], told["value_str"]]))
        rows.append(Row(told["group_id"], name, told["throughput"]["Bytes"] * 1_000 / nanoseconds))
    return sorted(rows)


def memory() -> list[Row]:
    rows = []
    for line in run("cargo", "run", "--profile", "bench", "--quiet", "-p", "reportparse-benches", "--bin", "memory").splitlines():
        texts, what, size, peak, count = line.split("\t")
        bytes_ = int(size)
        rows.append(Row("memory", f"{what} {texts}", None, int(peak) / bytes_, int(count) * 1_000 / bytes_))
    return rows


def python_peers(text: Path) -> list[Row]:
    python = WORK / "venv/bin/python"
    if not python.exists():
        run(sys.executable, "-m", "venv", WORK / "venv")
    run(python, "-m", "pip", "install", "--quiet", *PEERS)
    return timed("peer", text, run(python, "benches/peers.py", text, stderr=subprocess.DEVNULL))


def bindings(text: Path) -> list[Row]:
    run("scripts/setup.sh")
    run(ROOT / ".venv/bin/maturin", "develop", "--release", "--quiet", cwd=ROOT / "python",
        env={**os.environ, "VIRTUAL_ENV": str(ROOT / ".venv")})
    python = run(ROOT / ".venv/bin/python", "benches/peers.py", text, "reportparse")
    prefix = WORK / "installed"
    run("crates/reportparse-capi/install.sh", prefix)
    program, library = WORK / "overhead", prefix / "lib"
    run("cc", "-O2", "-o", program, "benches/overhead.c", f"-I{prefix}/include", f"-L{library}", "-lreportparse",
        f"-Wl,-rpath,{library}")
    return timed("binding", text, python + run(program, text))


def timed(group: str, text: Path, told: str) -> list[Row]:
    size = text.stat().st_size
    # What is imported may print, too.
    measured = re.findall(r"^([^\t\n]+)\t([0-9.e-]+)$", told, re.MULTILINE)
    return [Row(group, name, size / float(seconds) / 1e6) for name, seconds in measured]


def one_report() -> Path:
    """The report that the peers are measured on, as `texts::one_report` finds it."""
    shared = Path(os.environ.get("REPORTPARSE_SHARED", ROOT.parent / "shared"))
    jiading = shared / "corpus/gold/jiading-2020-h1.txt"
    return jiading if jiading.exists() else ROOT / "examples/reports/half-year-district.txt"


def table(rows: list[Row]) -> str:
    speed = {(row.group, row.name): row.speed for row in rows if row.speed}
    scan, ours = speed["peer", "scan"], {name: speed["peer", name] for name in OURS}
    lines = [
        "| group | what | MB/s | of a scan | metrics ÷ it | structure ÷ it | peak ÷ text | allocations per KB |",
        "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for row in rows:
        cells = [f"{row.speed:,.3g}", f"{row.speed / scan:.2%}"] if row.speed else ["", ""]
        compared = row.speed and row.group == "peer"
        cells += [f"{ours['metrics'] / row.speed:.3g}", f"{ours['structure'] / row.speed:.3g}"] if compared else ["", ""]
        cells += [f"{row.peak:.2f}", f"{row.allocations:.1f}"] if row.peak else ["", ""]
        lines.append(f"| {row.group} | {row.name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def machine() -> str:
    model = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    rustc = run("rustc", "--version").split()[1]
    parts = [model[1] if model else platform.machine(), f"{os.cpu_count()} cores", f"rustc {rustc}",
             f"Python {platform.python_version()}", *PEERS, "regex 1, pulldown-cmark 0.13, memchr 2"]
    return f"{date.today()}: {', '.join(parts)}."


def keep(text: str) -> None:
    before, rest = README.read_text().split(BEGIN)
    _, after = rest.split(END)
    README.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--keep", action="store_true", help="write the table to benches/README.md")
    parser.add_argument("--skip", action="append", default=[], choices=["peers", "bindings"], help="leave out")
    arguments = parser.parse_args()
    WORK.mkdir(parents=True, exist_ok=True)
    text = one_report()
    rows = criterion() + memory()
    rows += python_peers(text) if "peers" not in arguments.skip else []
    rows += bindings(text) if "bindings" not in arguments.skip else []
    rows.sort(key=lambda row: ["peer", "reports", "stage", "growth", "binding", "memory"].index(row.group))
    told = f"{machine()}\n\n{table(rows)}\n"
    print(told)
    if arguments.keep:
        keep(told)


if __name__ == "__main__":
    main()
