"""The tables in pyarrow, pandas, polars and duckdb."""

import datetime
from decimal import Decimal
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import reportparse as rp

TABLES = ["sections", "paragraphs", "points", "metrics"]


def attribute(row: Any, column: str) -> object:
    """What the row object says where the table has `column`."""
    if column == "report":
        return row.report.name
    if column == type(row).__name__.lower():
        return row.id
    if column in {"section", "paragraph", "point", "parent", "part_of"}:
        other = getattr(row, column)
        return None if other is None else other.id
    if column.endswith(("_start", "_end")) and not column.startswith("period"):
        name, _, end = column.rpartition("_")
        span = getattr(row, f"{name}_span")
        return None if span is None else getattr(span, end)
    return getattr(row, column)


@pytest.mark.parametrize("name", TABLES)
def test_a_table_says_what_its_rows_say(report: rp.Report, name: str) -> None:
    table = getattr(report, name)
    columns = pa.table(table).column_names
    expected = [{column: attribute(row, column) for column in columns} for row in table]
    assert table.to_dicts() == expected
    assert table.to_arrow().to_pylist() == expected
    assert table.to_polars().to_dicts() == expected
    assert pl.DataFrame(table).to_dicts() == expected
    assert len(table.to_pandas()) == len(table)


def test_the_types_are_exact(report: rp.Report) -> None:
    schema = pa.table(report.metrics).schema
    assert schema.field("value").type == pa.decimal128(38, 10)
    assert schema.field("period_start").type == pa.date32()
    assert schema.field("start").type == pa.uint32()
    assert pa.types.is_dictionary(schema.field("status").type)
    assert schema.metadata[b"offsets"] == b"chars"
    assert b"description" in schema.field("value").metadata
    assert pa.schema(report.metrics) == schema


def test_pandas(report: rp.Report) -> None:
    rows = report.metrics.to_pandas()
    assert rows["value"][0] == Decimal("133.8")
    assert rows["period_start"][0] == datetime.date(2023, 1, 1)
    assert rows["value"].isna().sum() == sum(metric.value is None for metric in report.metrics)
    floats = report.metrics.to_pandas(floats=True)
    assert floats["value"].sum() == pytest.approx(sum(metric.value or 0 for metric in report.metrics).__float__())
    assert str(floats["change"].dtype) == "double[pyarrow]"
    assert list(rows[rows["status"] == "target"]["metric"]) == [m.id for m in report["二"].metrics]
    assert isinstance(rows, pd.DataFrame)


def test_polars(report: rp.Report) -> None:
    rows = report.metrics.to_polars()
    assert rows.schema["value"] == pl.Decimal(38, 10)
    assert rows["value"][0] == Decimal("133.8")
    floats = report.metrics.to_polars(floats=True)
    assert floats.schema["value"] == floats.schema["change"] == pl.Float64
    assert floats["value"][0] == 133.8


def test_pyarrow_floats(report: rp.Report) -> None:
    floats = report.metrics.to_arrow(floats=True)
    assert floats.schema.field("base_value").type == pa.float64()
    assert floats.schema.metadata == pa.table(report.metrics).schema.metadata


def test_duckdb(report: rp.Report) -> None:
    tables = {"metrics": report.metrics, "sections": report.sections}
    database = duckdb.connect()
    for name, table in tables.items():
        database.register(name, table.to_arrow())
    by_title = "select title, count(*) from metrics join sections using (section) group by all"
    assert dict(database.execute(by_title).fetchall())["经济稳步回升"] == len(report["一/（一）"].metrics)
    total = sum(metric.value for metric in report.metrics if metric.unit == "亿元" and metric.value is not None)
    assert database.execute("select sum(value) from metrics where unit = '亿元'").fetchall() == [(total,)]


def test_duckdb_reads_a_table_by_its_name(report: rp.Report) -> None:
    metrics = report.metrics
    counted = duckdb.sql("select count(*) from metrics")
    assert counted is not None
    assert counted.fetchall() == [(len(metrics),)]


def test_part_of_a_table(report: rp.Report) -> None:
    part = report.metrics[1:6:2]
    assert part.to_arrow().column("metric").to_pylist() == [1, 3, 5]
    assert report["二"].metrics.to_polars()["section"].unique().to_list() == [report["二"].id]


def test_a_stream_outlives_its_report() -> None:
    table = pa.table(rp.parse("一、工作回顾\n全年完成投资5亿元。").metrics)
    assert table["literal"].to_pylist() == ["5亿元"]


def test_a_capsule_nobody_reads_is_released(report: rp.Report) -> None:
    for _ in range(1000):
        report.metrics.__arrow_c_stream__()
        report.metrics.__arrow_c_schema__()


def test_a_missing_library_is_told(report: rp.Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "polars", None)
    with pytest.raises(ImportError, match="pip install polars"):
        report.metrics.to_polars()
