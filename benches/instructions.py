#!/usr/bin/env python3
"""Counts the instructions of each stage, which, unlike times, are the same in every run, and compares them with a file.

    benches/instructions.py            compare with instructions.tsv; exit status 1 beyond 3 %
    benches/instructions.py --renew    write instructions.tsv anew, after a change that is worth its cost or saves some

It also holds hostile texts to linear growth: twice the text may cost at most 2.3 times as much. Needs valgrind.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

HERE = Path(__file__).parent
KEPT = HERE / "instructions.tsv"
TOLERANCE = 0.03
# Twice the text, and what the tables and the heading cost in both.
GROWTH = 2.3
SETTING_UP = ("start", "set up")


def counted() -> list[tuple[str, int]]:
    """What was measured, in order, with its instructions."""
    cargo = ["cargo", "build", "--profile", "bench", "--quiet", "-p", "reportparse-benches", "--bin", "instructions"]
    subprocess.run(cargo, cwd=HERE, check=True)
    program = Path(os.environ.get("CARGO_TARGET_DIR", HERE.parent / "target")) / "release/instructions"
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "profile"
        callgrind = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}"]
        # The symbol carries a hash; the crate and the function are all that is known of it.
        callgrind += ["--dump-before=instructions::measured*", str(program)]
        run = subprocess.run(callgrind, capture_output=True, text=True)
        if run.returncode:
            sys.exit(f"instructions: valgrind failed\n{run.stderr}")
        names = run.stdout.splitlines()
        totals = [total(Path(f"{out}.{number}")) for number in range(1, len(names) + 1)]
    return list(zip(names, totals, strict=True))


def total(profile: Path) -> int:
    for line in profile.read_text().splitlines():
        if line.startswith(("summary:", "totals:")):
            return int(line.split()[1])
    raise SystemExit(f"instructions: {profile} has no total")


def stages(measured: list[tuple[str, int]]) -> Counter[str]:
    sums: Counter[str] = Counter()
    for name, instructions in measured:
        if name not in SETTING_UP and not name[0].isdigit():
            sums[name] += instructions
    return sums


def kept() -> dict[str, int]:
    rows = (line.split("\t") for line in KEPT.read_text().splitlines()[1:])
    return {stage: int(instructions) for stage, instructions in rows}


def differences(now: Counter[str], before: dict[str, int]) -> list[str]:
    told = []
    for stage in sorted(now.keys() | before.keys()):
        one, other = before.get(stage, 0), now.get(stage, 0)
        if abs(other - one) > TOLERANCE * one:
            told.append(f"{stage}: {one:,} -> {other:,} instructions ({(other / one - 1) * 100 if one else 100:+.1f} %)")
    return told


def too_steep(measured: list[tuple[str, int]]) -> list[str]:
    """The hostile kinds that cost more than their length allows."""
    costs: dict[str, list[int]] = {}
    for name, instructions in measured:
        if name[0].isdigit():
            costs.setdefault(name.split(" ", 1)[1], []).append(instructions)
    assert costs, "no hostile text was measured"
    steep = ((kind, one, two) for kind, (one, two) in costs.items() if two > GROWTH * one)
    return [f"{kind}: {one:,} -> {two:,} instructions for twice the text" for kind, one, two in steep]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--renew", action="store_true", help="write instructions.tsv anew")
    renew = parser.parse_args().renew
    measured = counted()
    now = stages(measured)
    steep = too_steep(measured)
    if steep:
        print("instructions: growth is not linear:", *steep, sep="\n  ", file=sys.stderr)
    if renew:
        KEPT.write_text("stage\tinstructions\n" + "".join(f"{stage}\t{now[stage]}\n" for stage in sorted(now)))
        print(KEPT.read_text(), end="")
        return bool(steep)
    changed = differences(now, kept())
    if changed:
        print("instructions: the cost of a stage changed by more than 3 %:", *changed, sep="\n  ", file=sys.stderr)
        print("If that is meant, run: benches/instructions.py --renew", file=sys.stderr)
    return bool(changed or steep)


if __name__ == "__main__":
    sys.exit(main())
