"""Tables of any number of reports on a Spark cluster: `pip install reportparse[spark]` on the driver and the workers.

>>> import reportparse.spark
>>> files = spark.read.format("binaryFile").load("reports/")  # doctest: +SKIP
>>> reportparse.spark.parse(files, content_col="content").write.parquet("metrics")  # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
from pyspark.sql.types import (
    BinaryType,
    BooleanType,
    DataType,
    DateType,
    DecimalType,
    LongType,
    ShortType,
    StringType,
    StructField,
    StructType,
)

from .mapper import Mapper

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyspark.sql import DataFrame

    from ._native import Parser
    from ._values import TableName

__all__ = ["parse"]

_TYPES: dict[pa.DataType, DataType] = {
    pa.string(): StringType(),
    pa.int64(): LongType(),
    pa.int16(): ShortType(),
    pa.bool_(): BooleanType(),
    pa.date32(): DateType(),
}


def parse(  # noqa: PLR0913
    df: DataFrame,
    *,
    text_col: str | None = None,
    content_col: str | None = None,
    name_col: str = "path",
    table: TableName = "metrics",
    parser: Parser | None = None,
) -> DataFrame:
    """The rows of one table of the documents in `df`, parsed by the cluster's workers, in no order.

    - `text_col`: the column of strings that holds the texts; or
    - `content_col`: the column of bytes that holds the content of text, HTML, DOCX or PDF files, as Spark's data source
      `binaryFile` gives it.
    - `name_col`: the column of strings that stands in `report`; `binaryFile` calls it `path`.
    - `table`: which table; `meta` has one row a report.
    - `parser`: the options; those of `Parser()` without it. A worker process makes one parser.

    The columns are those of `parse_files`, with signed integers (Spark has no others), and `error`. A document that
    gives no report stops nothing: it gives one row that holds its name in `report` and in `error` what is wrong with
    it; everywhere else `error` is null.

    ```python
    reportparse.spark.parse(files, content_col="content").write.parquet("rows")
    rows = spark.read.parquet("rows")  # Spark would parse everything again for each question to the same rows
    failed = rows.where("error is not null").select("report", "error")
    metrics = rows.where("error is null").drop("error")
    ```

    Memory is bounded: a worker holds one batch of documents, as `spark.sql.execution.arrow.maxBytesPerBatch` (64 MiB)
    and `maxRecordsPerBatch` (10,000) limit it, and the rows of a few of them. Many small files become few tasks with
    `spark.sql.files.openCostInBytes` at 4096.

    Raises `ValueError` where not one of `text_col` and `content_col` is given, a column is missing or the table is
    unknown, and `TypeError` where a column is of another type.
    """
    document = _document(df, text_col, content_col)
    _check(df, name_col, StringType(), "name_col")
    mapper = Mapper(table, document=document, name=name_col, parser=parser)

    def rows(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            yield from mapper.batches(batch)

    return df.select(name_col, document).mapInArrow(rows, _struct(mapper.schema))


def _document(df: DataFrame, text_col: str | None, content_col: str | None) -> str:
    if text_col is not None and content_col is None:
        return _check(df, text_col, StringType(), "text_col")
    if content_col is not None and text_col is None:
        return _check(df, content_col, BinaryType(), "content_col")
    message = "give either text_col, a column of strings, or content_col, a column of the bytes of files"
    raise ValueError(message)


def _check(df: DataFrame, column: str, wanted: DataType, argument: str) -> str:
    if column not in df.columns:
        message = f"{argument}: there is no column {column!r}: name one of {', '.join(df.columns)}"
        raise ValueError(message)
    found = df.schema[column].dataType
    if not isinstance(found, type(wanted)):
        types = f"of the type {wanted.simpleString()}, not {found.simpleString()}"
        message = f"{argument}: the column {column!r} must be {types}"
        raise TypeError(message)
    return column


def _struct(schema: pa.Schema) -> StructType:
    return StructType([_field(field) for field in schema])


def _field(field: pa.Field) -> StructField:
    of = field.type
    spark = DecimalType(of.precision, of.scale) if pa.types.is_decimal(of) else _TYPES[of]
    metadata = {key.decode(): value.decode() for key, value in field.metadata.items()}
    return StructField(field.name, spark, field.nullable, {"comment": metadata["description"], **metadata})
