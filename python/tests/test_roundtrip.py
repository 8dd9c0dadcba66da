"""Every table that the program writes reads back as what its NDJSON says, in every reader and format."""

import csv
import datetime
import json
import subprocess
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pyarrow as pa
import pyarrow.csv
import pyarrow.feather
import pyarrow.parquet as pq
import pytest

import reportparse as rp

from .conftest import ROOT

Rows = list[dict[str, Any]]
TABLES: list[rp.TableName] = ["meta", "sections", "paragraphs", "points", "metrics"]
FORMATS = ["ndjson", "csv", "arrow", "parquet"]
INPUT: dict[str, object] = {"charset": None, "limits": [], "refuse_malformed": False}
OPTIONS = {"code": None, "input": INPUT, "offsets": "utf16", "status": None}


@pytest.fixture(scope="module")
def exports(program: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every table of the samples in every format."""
    folder = tmp_path_factory.mktemp("exports")
    for table in TABLES:
        for form in FORMATS:
            output = folder / f"{table}.{form}"
            command: list[str | Path] = [
                program,
                "export",
                "--table",
                table,
                "--offsets",
                "utf16",
                "-o",
                output,
                "examples/reports",
            ]
            subprocess.run(command, cwd=ROOT, check=True)
    return folder


def of_duckdb(relation: duckdb.DuckDBPyRelation) -> Rows:
    return [dict(zip(relation.columns, row, strict=True)) for row in relation.fetchall()]


READERS: dict[str, Callable[[Path], Rows]] = {
    "parquet by pyarrow": lambda path: pq.read_table(path.with_suffix(".parquet")).to_pylist(),
    "parquet by polars": lambda path: pl.read_parquet(path.with_suffix(".parquet")).to_dicts(),
    "parquet by duckdb": lambda path: of_duckdb(duckdb.read_parquet(str(path.with_suffix(".parquet")))),
    "arrow by pyarrow": lambda path: pa.feather.read_table(path.with_suffix(".arrow")).to_pylist(),
    "arrow by polars": lambda path: pl.read_ipc(path.with_suffix(".arrow")).to_dicts(),
    "arrow by duckdb": lambda path: of_duckdb(duckdb.from_arrow(pa.feather.read_table(path.with_suffix(".arrow")))),
}


def as_json(cell: object) -> object:
    """The cell as NDJSON writes it: decimals and dates as strings."""
    if isinstance(cell, Decimal):
        return f"{cell.normalize():f}"
    return cell.isoformat() if isinstance(cell, datetime.date) else cell


def ndjson(path: Path) -> Rows:
    return [json.loads(line) for line in path.with_suffix(".ndjson").read_text(encoding="utf-8").splitlines()]


def said(path: Path) -> Rows:
    """What NDJSON says, without zeros at the end of decimals, which the other formats have no place for."""
    decimals = {field.name for field in pq.read_schema(path.with_suffix(".parquet")) if pa.types.is_decimal(field.type)}

    def plain(row: dict[str, Any]) -> dict[str, Any]:
        return {key: as_json(Decimal(cell)) if key in decimals and cell else cell for key, cell in row.items()}

    return [plain(row) for row in ndjson(path)]


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("reader", READERS)
def test_a_table_reads_back(exports: Path, table: rp.TableName, reader: str) -> None:
    rows = READERS[reader](exports / table)
    assert [{key: as_json(cell) for key, cell in row.items()} for row in rows] == said(exports / table)
    assert len(rows) >= 3


def of_text(rows: Rows) -> list[dict[str, str | None]]:
    def text(cell: object) -> str | None:
        return str(cell).lower() if isinstance(cell, bool) else None if cell is None else str(cell)

    return [{key: text(cell) for key, cell in row.items()} for row in rows]


@pytest.mark.parametrize("table", TABLES)
def test_csv_reads_back(exports: Path, table: rp.TableName) -> None:
    path = exports / f"{table}.csv"
    wanted = of_text(ndjson(exports / table))
    with path.open(encoding="utf-8", newline="") as lines:
        assert [{key: cell or None for key, cell in row.items()} for row in csv.DictReader(lines)] == wanted
    assert pl.read_csv(path, infer_schema=False).to_dicts() == wanted
    assert of_duckdb(duckdb.read_csv(str(path), all_varchar=True)) == wanted
    strings = dict.fromkeys(wanted[0], pa.string())
    options = pa.csv.ConvertOptions(column_types=strings, strings_can_be_null=True, null_values=[""])
    lines_in_cells = pa.csv.ParseOptions(newlines_in_values=True)
    read = pa.csv.read_csv(path, parse_options=lines_in_cells, convert_options=options)
    assert read.to_pylist() == wanted


@pytest.mark.parametrize("table", TABLES)
def test_files_say_what_made_them(exports: Path, table: rp.TableName) -> None:
    """The version and the options, read by what each reader offers."""
    wanted = {"reportparse.version": rp.__version__, "reportparse.options": {"table": table, **OPTIONS}}

    def facts(metadata: dict[str, str]) -> dict[str, Any]:
        options = json.loads(metadata["reportparse.options"])
        return {"reportparse.version": metadata["reportparse.version"], "reportparse.options": options}

    def of_schema(schema: pa.Schema) -> dict[str, Any]:
        return facts({key.decode(): value.decode() for key, value in schema.metadata.items()})

    parquet, arrow = exports / f"{table}.parquet", exports / f"{table}.arrow"
    assert of_schema(pq.read_schema(parquet)) == wanted
    assert of_schema(pa.ipc.open_file(arrow).schema) == wanted
    assert facts(pl.read_parquet_metadata(parquet)) == wanted
    query = f"SELECT decode(key), decode(value) FROM parquet_kv_metadata('{parquet}')"
    assert facts(dict(duckdb.execute(query).fetchall())) == wanted
    for schema in (pq.read_schema(parquet), pa.ipc.open_file(arrow).schema):
        assert all(field.metadata[b"description"] for field in schema)


@pytest.mark.parametrize("table", TABLES)
def test_every_row_names_its_report(exports: Path, table: rp.TableName) -> None:
    names = {f"examples/reports/{path.name}" for path in (ROOT / "examples" / "reports").glob("*.txt")}
    found = {row["report"] for row in ndjson(exports / table)}
    assert found == names or (table == "points" and found < names), "a communiqué enumerates nothing"
    assert pq.read_metadata(exports / f"{table}.parquet").row_group(0).column(0).statistics.null_count == 0
