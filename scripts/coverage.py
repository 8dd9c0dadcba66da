#!/usr/bin/env python3
"""Tells how many lines of the core its tests reach, file by file; exit status 1 below 95 %.

    scripts/coverage.py              each file, those least reached first
    scripts/coverage.py --missing    and each line that no test reaches

Only what stands in this repository counts: real reports are left out, and doctests are not seen. Needs the LLVM that
rustc was built with: `apt-get install llvm-22` for Rust 1.95.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CORE = ROOT / "crates/reportparse/src"
TARGET = ROOT / "target/coverage"
PROFILES = TARGET / "profiles"
LEAST = 95.0
CARGO = ["cargo", "test", "--quiet", "-p", "reportparse", "-p", "reportparse-tests", "--lib", "--tests"]


def tool(name: str) -> str:
    version = subprocess.run(["rustc", "-vV"], capture_output=True, text=True, check=True).stdout
    major = re.search(r"LLVM version: (\d+)", version)[1]
    found = shutil.which(f"{name}-{major}")
    return found or sys.exit(f"coverage: {name}-{major} is missing: apt-get install llvm-{major}")


def run_tests() -> list[str]:
    """Builds the test programs with counters and runs them; each leaves a profile. Gives their paths."""
    shutil.rmtree(PROFILES, ignore_errors=True)
    environment = {
        **os.environ,
        "RUSTFLAGS": "-Cinstrument-coverage",
        "CARGO_TARGET_DIR": str(TARGET),
        "LLVM_PROFILE_FILE": str(PROFILES / "%p-%m.profraw"),
        # The same figure on every machine.
        "PROPTEST_RNG_SEED": "20261123",
        "REPORTPARSE_SHARED": str(TARGET / "absent"),
    }
    environment.pop("CI", None)
    build = [*CARGO, "--no-run", "--message-format=json"]
    told = subprocess.run(build, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=True).stdout
    subprocess.run(CARGO, cwd=ROOT, env=environment, stdout=sys.stderr, check=True)
    return [program for line in told.splitlines() if (program := json.loads(line).get("executable"))]


def reached(programs: list[str]) -> dict[Path, dict[int, int]]:
    """How often each line of each file of the core was run."""
    merged = TARGET / "tests.profdata"
    profiles = sorted(PROFILES.glob("*.profraw"))
    subprocess.run([tool("llvm-profdata"), "merge", "--sparse", "-o", merged, *profiles], check=True)
    others = [f"--object={program}" for program in programs[1:]]
    export = [tool("llvm-cov"), "export", "--format=lcov", f"--instr-profile={merged}", programs[0], *others]
    export += ["--sources", str(CORE)]
    lines: dict[Path, dict[int, int]] = {}
    for record in subprocess.run(export, stdout=subprocess.PIPE, text=True, check=True).stdout.splitlines():
        kind, _, value = record.partition(":")
        if kind == "SF":
            of_file = lines.setdefault(Path(value), {})
        elif kind == "DA":
            line, count = value.split(",")[:2]
            of_file[int(line)] = int(count)
    return lines


def share(counts: list[int]) -> float:
    return 100 * sum(count > 0 for count in counts) / len(counts)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--missing", action="store_true", help="show each line that no test reaches")
    missing = parser.parse_args().missing
    tool("llvm-cov"), tool("llvm-profdata")
    files = {file: counts for file, counts in reached(run_tests()).items() if counts}
    for file, counts in sorted(files.items(), key=lambda file: share([*file[1].values()])):
        unreached = [line for line, count in counts.items() if count == 0]
        print(f"{share([*counts.values()]):6.2f} %  {len(unreached):3} of {len(counts):4} missing  {file.relative_to(CORE)}")
        source = file.read_text().splitlines()
        for line in unreached if missing else []:
            print(f"{line:14}  {source[line - 1]}")
    total = share([count for counts in files.values() for count in counts.values()])
    print(f"{total:6.2f} % of the core's lines; {LEAST} % is the least")
    return total < LEAST


if __name__ == "__main__":
    sys.exit(main())
