"""A real Spark cluster on this machine: two workers with executors of their own."""

import os
import runpy
import shutil
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pyspark
import pytest
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as f

import reportparse as rp
import reportparse.spark
from reportparse.mapper import Mapper

from .conftest import ROOT, TEXT

REPORTS = 200


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    if not shutil.which("java"):
        message = "Spark needs Java 17 or newer: scripts/setup.sh installs it"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    os.environ |= {"PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
    builder = SparkSession.builder.master("local-cluster[2,1,1024]").appName("reportparse")
    settings = {
        "spark.ui.enabled": "false",
        "spark.sql.files.openCostInBytes": "4096",
        "spark.sql.files.maxPartitionBytes": "48k",
    }
    for key, value in settings.items():
        builder = builder.config(key, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    logs = Path(pyspark.__file__).parent / "work" / str(session.sparkContext.applicationId)
    yield session
    session.stop()
    shutil.rmtree(logs, ignore_errors=True)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    for number in range(REPORTS):
        text = TEXT.replace("133.8亿元", f"{number}.5亿元")
        (folder / f"{number:04}.txt").write_text(text, encoding="utf-8")
    return folder


def files(spark: SparkSession, folder: Path) -> DataFrame:
    """The files with their content, called as `parse_files` calls them."""
    found = spark.read.format("binaryFile").load(str(folder))
    return found.withColumn("path", f.regexp_replace("path", "^file:", ""))


def on_one_machine(files: Path | list[Path], table: rp.TableName) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = rp.parse_files(files, table).to_arrow().to_pylist()
    return rows


def ordered(rows: pa.Table, *keys: str) -> list[dict[str, object]]:
    """The rows without `error`, which must be null, in order."""
    assert rows["error"].null_count == len(rows)
    in_order: list[dict[str, object]] = rows.drop(["error"]).sort_by([(key, "ascending") for key in keys]).to_pylist()
    return in_order


def test_the_rows_are_those_of_one_machine_though_a_worker_is_killed(
    spark: SparkSession,
    folder: Path,
    tmp_path: Path,
) -> None:
    victim = tmp_path / "victim"

    def kill_an_executor(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """Hands the documents on. The first task of the sixth partition takes its executor down."""
        task = pyspark.TaskContext.get()
        for batch in batches:
            if task is not None and task.partitionId() == 5 and not victim.exists():
                stat = Path(f"/proc/{os.getppid()}/stat").read_text(encoding="ascii")
                executor = int(stat.rpartition(")")[2].split()[1])
                command = Path(f"/proc/{executor}/cmdline").read_text(encoding="utf-8")
                victim.write_text(f"{executor} {command}", encoding="utf-8")
                os.kill(executor, signal.SIGKILL)
                time.sleep(60)
            yield batch

    documents = files(spark, folder).select("path", "content")
    assert documents.rdd.getNumPartitions() > 8
    doomed = documents.mapInArrow(kill_an_executor, documents.schema)
    reportparse.spark.parse(doomed, content_col="content").write.parquet(str(tmp_path / "metrics"))

    pid, _, command = victim.read_text(encoding="utf-8").partition(" ")
    assert "CoarseGrainedExecutorBackend" in command
    assert not Path(f"/proc/{pid}").exists()
    written = pq.read_table(tmp_path / "metrics")
    assert ordered(written, "report", "metric") == on_one_machine(folder, "metrics")


def test_texts_are_parsed_with_the_options_given(spark: SparkSession, folder: Path) -> None:
    texts = spark.read.text(str(folder / "000*.txt"), wholetext=True).withColumn("id", f.lit("甲"))
    parser = rp.Parser(indicators={"新增规上企业": "FIRMS"})
    got = reportparse.spark.parse(texts, text_col="value", name_col="id", parser=parser)
    assert got.where("code = 'FIRMS'").count() == 10


def test_other_tables_are_had(spark: SparkSession, folder: Path) -> None:
    few = folder / "000*.txt"
    got = reportparse.spark.parse(files(spark, few), content_col="content", table="sections")
    assert ordered(got.toArrow(), "report", "section") == on_one_machine(sorted(folder.glob("000*.txt")), "sections")


def test_errors_are_rows(spark: SparkSession) -> None:
    documents = spark.createDataFrame(
        [("好", TEXT), ("空", " "), ("无", None)],
        "path string, text string",
    )
    got = reportparse.spark.parse(documents, text_col="text", table="meta")
    told = {row["report"]: (row["year"], row["error"]) for row in got.collect()}
    assert told["好"] == (2024, None)
    assert told["空"][0] is None
    assert told["空"][1].startswith("空: the text is empty")
    assert told["无"][1].startswith("无: there is no document")


def test_the_program_of_the_examples_writes_metrics_and_errors(spark: SparkSession, tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    shutil.copytree(ROOT / "examples" / "reports", reports / "下级")
    (reports / "空.txt").write_text(" ", encoding="utf-8")
    program = runpy.run_path(str(ROOT / "examples" / "python" / "spark_metrics.py"))
    program["main"](spark, str(reports), str(tmp_path / "out"))
    written = pq.read_table(tmp_path / "out" / "rows")
    assert written["error"].null_count == len(on_one_machine(reports / "下级", "metrics")) == len(written) - 1
    failed = spark.read.json(str(tmp_path / "out" / "errors")).collect()
    assert len(failed) == 1
    assert failed[0]["error"].startswith(f"file:{reports}/空.txt: is empty")


def test_the_schema_says_what_columns_mean(spark: SparkSession) -> None:
    documents = spark.createDataFrame([("甲", TEXT)], "path string, text string")
    schema = reportparse.spark.parse(documents, text_col="text").schema
    arrow = Mapper(document="text").schema
    assert schema.names == arrow.names
    assert schema["value"].dataType.simpleString() == "decimal(38,10)"
    assert schema["value"].metadata["comment"] == "The number as written."
    assert not schema["report"].nullable


def test_wrong_use_is_told_before_anything_runs(spark: SparkSession) -> None:
    documents = spark.createDataFrame([("甲", TEXT, 1)], "path string, text string, number int")
    parse = reportparse.spark.parse
    with pytest.raises(ValueError, match="give either text_col, a column of strings, or content_col"):
        parse(documents)
    with pytest.raises(ValueError, match="give either"):
        parse(documents, text_col="text", content_col="text")
    with pytest.raises(ValueError, match="text_col: there is no column 'txt': name one of path, text, number"):
        parse(documents, text_col="txt")
    with pytest.raises(TypeError, match="content_col: the column 'text' must be of the type binary, not string"):
        parse(documents, content_col="text")
    with pytest.raises(ValueError, match="name_col: there is no column 'name'"):
        parse(documents, text_col="text", name_col="name")
    with pytest.raises(ValueError, match="there is no table"):
        parse(documents, text_col="text", table="metric")  # type: ignore[arg-type]
