#!/usr/bin/env python3
"""Measures how the export of tables grows: with the format, with the cores, with the number of reports, on a cluster.

    benches/scale.py [--reports 10000] [--many 100000] [--rounds 3] [--parts formats cores memory spark]

Prints a Markdown table of ratios. What is compared alternates for some rounds and the best of each counts, so the load
of the machine falls on both sides. Time on one core is processor time, which other programs disturb least; instructions
(valgrind) are not disturbed at all.
"""

import argparse
import os
import re
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
PROGRAMS = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "release"
SPARK_SUBMIT = ROOT / ".venv" / "bin" / "spark-submit"
FORMATS = ["ndjson", "csv", "arrow", "parquet"]
# Reports of which valgrind counts the instructions: it takes fifty times as long.
COUNTED = 150

Command = list[object]
Row = tuple[str, str]


class Cost(NamedTuple):
    """What a run took."""

    wall: float  # seconds
    processor: float  # seconds, on all cores
    memory: float  # MiB at most

    def best(self, other: "Cost | None") -> "Cost":
        return self if other is None else Cost(*map(min, self, other))


def run(command: Command, cores: int = 1, **environment: str) -> Cost:
    """Runs a command on the first `cores` cores."""
    start = os.times().elapsed
    pinned = ["taskset", "--cpu-list", f"0-{cores - 1}", *map(str, command)]
    process = subprocess.Popen(pinned, env=os.environ | environment)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(pinned)}: exit status {process.returncode}")
    return Cost(os.times().elapsed - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def best(rounds: int, runs: dict[str, Callable[[], Cost]]) -> dict[str, Cost]:
    """The best cost of each run."""
    costs: dict[str, Cost] = {}
    for _ in range(rounds):
        for name, measure in runs.items():
            costs[name] = measure().best(costs.get(name))
    return costs


def instructions(command: Command) -> int:
    """How many instructions a command takes."""
    valgrind = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *map(str, command)]
    told = subprocess.run(valgrind, capture_output=True, text=True, check=True).stderr
    return int(re.search(r"Collected : (\d+)", told)[1])


def generate(folder: Path, name: str, count: int) -> Path:
    """A folder with `count` reports."""
    reports = folder / name
    if not reports.exists():
        run([PROGRAMS / "scale", "generate", reports, count])
    return reports


def parse(reports: Path) -> Command:
    return [PROGRAMS / "scale", "parse", reports]


def export(reports: Path, form: str, jobs: int) -> Command:
    output = reports.parent / f"metrics.{form}"
    return [PROGRAMS / "reportparse", "export", "--table", "metrics", "--jobs", jobs, "-o", output, reports]


def formats(folder: Path, args: argparse.Namespace) -> Iterator[Row]:
    """What the export takes beside the parse, on one core."""
    few, counted = generate(folder, "few", args.reports), generate(folder, "counted", COUNTED)
    runs = {"parse": lambda: run(parse(few))}
    runs |= {form: lambda form=form: run(export(few, form, 1)) for form in FORMATS}
    costs = best(args.rounds, runs)
    size = sum(path.stat().st_size for path in few.rglob("*.txt")) / 1e6
    yield f"parse alone, {size:.0f} MB, one core", f"{size / costs['parse'].processor:.1f} MB/s"
    bare = instructions(parse(counted))
    for form in FORMATS:
        time = costs["parse"].processor / costs[form].processor
        steps = bare / instructions(export(counted, form, 1))
        yield f"export to {form} against parse alone", f"{time:.2f} in time, {steps:.2f} in instructions"


def cores(folder: Path, args: argparse.Namespace) -> Iterator[Row]:
    """What a second core brings."""
    few = generate(folder, "few", args.reports)
    runs = {jobs: lambda jobs=jobs: run(export(few, "parquet", jobs), jobs) for jobs in (1, 2)}
    costs = best(args.rounds, runs)
    yield "export to parquet, two cores against one", f"{costs[1].wall / costs[2].wall:.2f}"
    yield "processor time of two cores against one", f"{costs[2].processor / costs[1].processor:.2f}"


def memory(folder: Path, args: argparse.Namespace) -> Iterator[Row]:
    """What more reports need."""
    peaks = {}
    for count in (args.reports, args.many):
        reports = generate(folder, f"of-{count}", count)
        peaks[count] = run(export(reports, "parquet", 2), 2).memory
        yield f"peak memory, {count} reports", f"{peaks[count]:.0f} MiB"
    yield f"{args.many} reports against {args.reports}", f"{peaks[args.many] / peaks[args.reports]:.2f}"


def spark(folder: Path, args: argparse.Namespace) -> Iterator[Row]:
    """What a cluster of two workers costs against one process on the same cores and files."""
    few = generate(folder, "few", args.reports)
    master = ["--master", "local-cluster[2,1,1024]", "--conf", "spark.ui.enabled=false"]
    job = ROOT / "examples" / "python" / "spark_metrics.py"
    python = {"PYSPARK_PYTHON": str(SPARK_SUBMIT.with_name("python")), "SPARK_LOCAL_IP": "127.0.0.1"}
    outputs = (folder / f"spark-{number}" for number in range(args.rounds))
    submit: Command = [SPARK_SUBMIT, *master, job]
    runs = {
        "spark": lambda: run([*submit, few, next(outputs)], 2, **python),
        "process": lambda: run(export(few, "parquet", 2), 2),
    }
    costs = best(args.rounds, runs)
    start = run([*submit, generate(folder, "one", 1), folder / "spark-one"], 2, **python)
    ratio = costs["spark"].wall / costs["process"].wall
    yield f"Spark, two workers, against one process on both cores, {args.reports} reports", f"{ratio:.1f} times as long"
    ratio = (costs["spark"].wall - start.wall) / costs["process"].wall
    yield "the same without the start of the cluster", f"{ratio:.1f} times as long"


def main() -> None:
    parts = {part.__name__: part for part in (formats, cores, memory, spark)}
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--reports", type=int, default=10_000)
    parser.add_argument("--many", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--parts", nargs="+", choices=parts, default=parts)
    args = parser.parse_args()
    build = ["cargo", "build", "--quiet", "--release", "--bin", "reportparse", "--bin", "scale"]
    subprocess.run(build, cwd=ROOT, check=True)
    print(f"{args.reports} reports, best of {args.rounds} rounds.\n\n| what | figure |\n| --- | --- |")
    with tempfile.TemporaryDirectory() as temporary:
        for part in args.parts:
            for what, figure in parts[part](Path(temporary), args):
                print(f"| {what} | {figure} |", flush=True)


if __name__ == "__main__":
    main()
