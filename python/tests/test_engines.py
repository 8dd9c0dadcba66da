"""The examples for engines that are not ours: DuckDB and Daft. Spark has tests of its own."""

import os
import subprocess
import sys
from pathlib import Path

import duckdb
import polars as pl
import pyarrow.parquet as pq
import pytest

import reportparse as rp

from .conftest import ROOT, SAMPLES

EXAMPLES = ROOT / "examples"
REPORTS = EXAMPLES / "reports"
TABLES: list[rp.TableName] = ["meta", "sections", "metrics"]


def test_the_questions_to_duckdb_are_answered(
    program: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for table in TABLES:
        command: list[str | Path] = [program, "export", "--table", table, "-o", tmp_path / f"{table}.parquet", REPORTS]
        subprocess.run(command, check=True)
    monkeypatch.chdir(tmp_path)
    script = (EXAMPLES / "sql" / "duckdb.sql").read_text(encoding="utf-8")
    statements = duckdb.extract_statements(script)
    targets, panel, twice, chapters, made = (
        pl.DataFrame(duckdb.connect().sql(statement.query)) for statement in statements
    )

    reports = [rp.parse_file(path) for path in SAMPLES]
    every = [metric for report in reports for metric in report.metrics]
    promised = [m.change_literal for m in every if (m.code, m.status) == ("GDP", "target") and m.change is not None]
    assert sorted(targets["change_literal"]) == sorted(promised, key=str)
    assert len(promised) >= 2
    assert {"澄湖区", "禾源县"} <= set(panel["region"])
    assert (panel["gap"] == (panel["actual"] - panel["target"]).round(2)).all()
    assert (twice["literals"].list.len() > 1).all()
    assert len(twice) > 0
    first_level = [section.title for report in reports for section in report.sections if section.level == 1]
    assert chapters["title"].to_list() == first_level
    assert 0 < chapters["figures"].sum() <= len(every)
    assert dict(made.iter_rows())["reportparse.version"] == rp.__version__


def test_daft_gives_the_same_rows(tmp_path: Path) -> None:
    command: list[str | Path] = [sys.executable, EXAMPLES / "python" / "daft_metrics.py", REPORTS, tmp_path / "out"]
    quiet = {"DO_NOT_TRACK": "true", "DAFT_PROGRESS_BAR": "0"}
    subprocess.run(command, check=True, env=os.environ | quiet, capture_output=True)
    got = pl.DataFrame(pq.read_table(tmp_path / "out"))
    assert got["error"].null_count() == len(got)
    got = got.drop("error").with_columns(pl.col("report").str.strip_prefix("file://")).sort("report", "metric")
    wanted = rp.parse_files(REPORTS).to_polars().sort("report", "metric")
    assert got.to_dicts() == wanted.to_dicts()
