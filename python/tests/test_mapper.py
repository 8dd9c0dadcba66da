"""Documents in, rows out: what engines with workers of their own call."""

import doctest
import pickle
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

import reportparse as rp
from reportparse import mapper
from reportparse.mapper import DOCUMENTS, Mapper

from .conftest import TEXT

TABLES: list[rp.TableName] = ["meta", "sections", "paragraphs", "points", "metrics"]


def texts(count: int) -> pa.Table:
    """Reports that differ."""
    numbers = range(count)
    several = [TEXT.replace("133.8亿元", f"{number}.5亿元") for number in numbers]
    return pa.table({"path": [f"{number:03}.txt" for number in numbers], "text": several})


def test_the_examples_run() -> None:
    ran = doctest.testmod(mapper)
    assert ran.failed == 0
    assert ran.attempted >= 4


@pytest.mark.parametrize("table", TABLES)
def test_the_rows_are_those_of_parse_files(tmp_path: Path, table: rp.TableName) -> None:
    documents = texts(3)
    for name, text in zip(*documents.to_pydict().values(), strict=True):
        (tmp_path / name).write_text(text, encoding="utf-8")
    files = sorted(tmp_path.glob("*.txt"))
    contents = pa.table({"path": [str(file) for file in files], "content": [file.read_bytes() for file in files]})
    got = Mapper(table, document="content")(contents)
    assert got["error"].null_count == len(got)
    assert got.drop(["error"]).to_pylist() == rp.parse_files(files, table).to_arrow().to_pylist()
    named = contents.column("path").to_pylist()
    of_texts = Mapper(table, document="text")(documents.set_column(0, "path", [named]))
    assert of_texts == got


@pytest.mark.parametrize("table", TABLES)
def test_the_types_are_those_that_every_engine_has(table: rp.TableName) -> None:
    schema = Mapper(table, document="text").schema
    for field in schema:
        assert pa.types.is_decimal(field.type) or field.type in {
            pa.string(),
            pa.int64(),
            pa.int16(),
            pa.bool_(),
            pa.date32(),
        }
        assert field.metadata[b"description"]
        assert field.nullable == (field.name != "report")


def test_a_table_says_what_made_it(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    parser = rp.Parser(malformed="refuse")
    files = rp.parse_files(path, parser=parser).to_arrow()
    for schema in (files.schema, Mapper(document="text", parser=parser).schema):
        assert schema.metadata[b"reportparse.version"].decode() == rp.__version__
        assert schema.metadata[b"reportparse.options"].decode() == "Parser(malformed='refuse')"


def test_errors_are_rows() -> None:
    documents = pa.table(
        {
            "id": ["好", "空", None, "无", "图"],
            "content": [TEXT.encode(), b" ", b"x", None, b"\x89PNG\r\n\x1a\n" + bytes(64)],
        },
    )
    rows = Mapper("meta", document="content", name="id")(documents)
    assert rows["report"].to_pylist() == ["好", "空", "", "无", "图"]
    assert rows["year"].to_pylist() == [2024, None, None, None, None]
    good, empty, nameless, missing, image = rows["error"].to_pylist()
    assert good is None
    assert empty.startswith("空: is empty")
    assert "has no name" in nameless
    assert missing.startswith("无: there is no document")
    assert image.startswith("图: ")


def test_batches_are_small_however_many_documents_come() -> None:
    sizes = [len(set(batch["report"].to_pylist())) for batch in Mapper(document="text").batches(texts(100))]
    assert sizes == [DOCUMENTS, DOCUMENTS, DOCUMENTS, 100 - 3 * DOCUMENTS]
    assert list(Mapper(document="text").batches(texts(0))) == []
    assert Mapper(document="text")(texts(0)).num_rows == 0


def test_a_process_makes_one_parser() -> None:
    sent = pickle.dumps(Mapper(document="text", parser=rp.Parser(indicators={"新增规上企业": "FIRMS"})))
    mapper._unpickled.cache_clear()
    for _ in range(3):
        arrived: Mapper = pickle.loads(sent)
        assert "FIRMS" in arrived(texts(2))["code"].to_pylist()
    assert mapper._unpickled.cache_info().misses == 1


def test_a_builder_makes_batch_after_batch(report: rp.Report) -> None:
    rows = rp.BatchBuilder("metrics")
    rows.append(report)
    rows.append(report)
    assert len(rows) == 2 * len(report.metrics)
    assert repr(rows) == f"<BatchBuilder with {len(rows)} rows>"
    assert rows.finish().to_dicts() == report.metrics.to_dicts() * 2
    assert len(rows) == len(rows.finish()) == 0
    assert pa.schema(rows) == pa.table(report.metrics).schema
    wrong: Any = "metric"
    with pytest.raises(ValueError, match="there is no table .*name one of meta, sections"):
        rp.BatchBuilder(wrong)
