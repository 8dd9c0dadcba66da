"""Documents in, rows out, as Arrow: what an engine with workers of its own (Spark, Ray, Daft, Dask) needs of a parser.

It needs pyarrow, which those engines bring.
"""

from __future__ import annotations

import functools
import pickle
from typing import TYPE_CHECKING

import pyarrow as pa

from ._errors import InputError, ReportparseError
from ._native import BatchBuilder, Parser, Report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ._values import TableName

DOCUMENTS = 32
"""How many documents' rows make one batch."""

_SIGNED = {pa.uint8(): pa.int16(), pa.uint32(): pa.int64()}
"""Types that every engine has, for those that only some have."""


class Mapper:
    """Maps documents to the rows of one table.

    It may be pickled: a process makes one parser for all the mappers with the same options that it is sent.

    A document that gives no report, or has no name, gives one row that holds its name in `report` and what is wrong
    with it in `error`; everywhere else `error` is null.

    >>> documents = pa.table({"path": ["甲", "乙"], "text": ["一、工作回顾", ""]})
    >>> rows = Mapper("sections", document="text")(documents)
    >>> rows.select(["report", "title", "error"]).to_pylist()[0]
    {'report': '甲', 'title': '工作回顾', 'error': None}
    >>> rows["error"].to_pylist()[1]
    '乙: the text is empty: give the text of a report'
    """

    schema: pa.Schema
    """The columns of the table, with signed integers and plain strings, and `error`."""

    def __init__(
        self,
        table: TableName = "metrics",
        *,
        document: str,
        name: str = "path",
        parser: Parser | None = None,
    ) -> None:
        """Map the documents in the column `document`, whose names stand in the column `name`.

        - `table`: which table; `meta` has one row a report.
        - `document`: a column of strings, which are parsed as they are, or of bytes, which are the content of text,
          HTML, DOCX or PDF files.
        - `name`: what stands in the column `report`.
        - `parser`: the options; those of `Parser()` without it.

        Raises `ValueError` for an unknown table.
        """
        self._table = table
        self._document = document
        self._name = name
        options = parser or Parser()
        self._parser = pickle.dumps(_without_needless_work(options, table))
        self.schema = _widely_known(pa.schema(BatchBuilder(table)), repr(options))

    def __call__(self, documents: pa.RecordBatch | pa.Table) -> pa.Table:
        """The rows of all documents."""
        return pa.Table.from_batches(self.batches(documents), self.schema)

    def batches(self, documents: pa.RecordBatch | pa.Table) -> Iterator[pa.RecordBatch]:
        """The rows of all documents, a few documents at a time, so that memory stays bounded."""
        for start in range(0, documents.num_rows, DOCUMENTS):
            yield from self._rows(documents.slice(start, DOCUMENTS))

    def _rows(self, documents: pa.RecordBatch | pa.Table) -> Iterator[pa.RecordBatch]:
        rows = BatchBuilder(self._table)
        failures = []
        names = documents.column(self._name).to_pylist()
        for name, document in zip(names, documents.column(self._document).to_pylist(), strict=True):
            try:
                rows.append(_parsed(_unpickled(self._parser), document, name))
            except ReportparseError as error:
                failures.append({"report": name or "", "error": str(error)})
        if len(rows):
            yield from self._with_error(rows).to_batches()
        if failures:
            yield pa.RecordBatch.from_pylist(failures, self.schema)

    def _with_error(self, rows: BatchBuilder) -> pa.Table:
        table = rows.finish().to_arrow()
        return table.append_column("error", pa.nulls(len(table), pa.string())).cast(self.schema)


def _parsed(parser: Parser, document: str | bytes | None, name: str | None) -> Report:
    if name is None:
        message = "a document has no name: give a column that holds one for each"
        raise InputError(message)
    if document is None:
        message = f"{name}: there is no document: its cell is null"
        raise InputError(message, name)
    return parser.parse(document, name) if isinstance(document, str) else parser.parse_bytes(document, name)


@functools.cache
def _unpickled(parser: bytes) -> Parser:
    made: Parser = pickle.loads(parser)  # noqa: S301 - Mapper has pickled it
    return made


def _without_needless_work(parser: Parser, table: str) -> Parser:
    _, options = parser.__getnewargs_ex__()
    return parser if table == "metrics" else Parser(**{**options, "metrics": False})


def _widely_known(schema: pa.Schema, options: str) -> pa.Schema:
    fields = [field.with_type(_type(field.type)).with_nullable(field.name != "report") for field in schema]
    error = pa.field("error", pa.string(), metadata={"description": "Why the document gave no rows; else null."})
    return pa.schema([*fields, error], {**schema.metadata, "reportparse.options": options})


def _type(of: pa.DataType) -> pa.DataType:
    return of.value_type if pa.types.is_dictionary(of) else _SIGNED.get(of, of)
