#!/usr/bin/env python3
"""Measures how the export of tables grows: with the format, with the cores, with the number of reports.

    benches/scale.py [--reports 10000] [--many 100000] [--rounds 3]

Prints a Markdown table of ratios. Figures are the best of some rounds, which alternate what they compare: so the load of
the machine falls on both sides. Time on one core is processor time, which other programs disturb least.
"""

import argparse
import os
import subprocess
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
PROGRAMS = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "release"
FORMATS = ["ndjson", "csv", "arrow", "parquet"]


class Cost(NamedTuple):
    """What a run took."""

    wall: float  # seconds
    processor: float  # seconds, on all cores
    memory: float  # MiB at most

    def best(self, other: "Cost | None") -> "Cost":
        return self if other is None else Cost(*map(min, self, other))


def run(*command: object, cores: int) -> Cost:
    """Runs a command on the first `cores` cores."""
    start = os.times().elapsed
    pinned = ["taskset", "--cpu-list", f"0-{cores - 1}", *map(str, command)]
    process = subprocess.Popen(pinned)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(pinned)}: exit status {process.returncode}")
    return Cost(os.times().elapsed - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def best(rounds: int, runs: dict[str, tuple[list[object], int]]) -> dict[str, Cost]:
    """The best cost of each run."""
    costs: dict[str, Cost] = {}
    for _ in range(rounds):
        for name, (command, cores) in runs.items():
            costs[name] = run(*command, cores=cores).best(costs.get(name))
    return costs


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--reports", type=int, default=10_000)
    parser.add_argument("--many", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    subprocess.run(
        ["cargo", "build", "--quiet", "--release", "--package", "reportparse-cli", "--package", "reportparse-benches"],
        cwd=ROOT, check=True,
    )
    with tempfile.TemporaryDirectory() as temporary:
        measure(Path(temporary), args)


def measure(folder: Path, args: argparse.Namespace) -> None:
    scale, few, many = PROGRAMS / "scale", folder / "few", folder / "many"
    run(scale, "generate", few, args.reports, cores=1)
    run(scale, "generate", many, args.many, cores=1)
    size = sum(path.stat().st_size for path in few.rglob("*.txt")) / 1e6

    def export(reports: Path, form: str, jobs: int) -> tuple[list[object], int]:
        output = folder / f"metrics.{form}"
        return [PROGRAMS / "reportparse", "export", "--table", "metrics", "--jobs", jobs, "-o", output, reports], jobs

    runs: dict[str, tuple[list[object], int]] = {"parse": ([scale, "parse", few], 1)}
    runs |= {form: export(few, form, 1) for form in FORMATS}
    runs["two cores"] = export(few, "parquet", 2)
    costs = best(args.rounds, runs)
    large = run(*export(many, "parquet", 2)[0], cores=2)

    print(f"{args.reports} reports, {size:.0f} MB; best of {args.rounds} rounds.\n")
    print("| what | figure |\n| --- | --- |")
    print(f"| parse alone, one core | {size / costs['parse'].processor:.1f} MB/s |")
    for form in FORMATS:
        print(f"| export of metrics to {form} against parse alone | {costs['parse'].processor / costs[form].processor:.2f} |")
    print(f"| export to parquet, two cores against one | {costs['parquet'].wall / costs['two cores'].wall:.2f} |")
    print(f"| peak memory, {args.reports} reports | {costs['two cores'].memory:.0f} MiB |")
    print(f"| peak memory, {args.many} reports | {large.memory:.0f} MiB |")
    print(f"| peak memory, {args.many} against {args.reports} | {large.memory / costs['two cores'].memory:.2f} |")


if __name__ == "__main__":
    main()
