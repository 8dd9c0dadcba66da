import datetime
import os
from collections.abc import Callable, Collection, Iterator, Mapping, Reversible, Sequence
from decimal import Decimal
from types import GenericAlias
from typing import Any, Literal, Protocol, TypeAlias, TypeVar, final, overload

import pandas as pd
import polars as pl
import pyarrow as pa

from ._errors import ReportparseError
from ._values import (
    Approx,
    Diagnostic,
    Meta,
    Offsets,
    ParagraphRole,
    Position,
    SectionRole,
    Source,
    Span,
    Status,
    TableName,
)

__all__ = [
    "Batch",
    "BatchBuilder",
    "Batches",
    "Metric",
    "Paragraph",
    "Parser",
    "Point",
    "Report",
    "Section",
    "Table",
    "__version__",
    "parse",
    "parse_bytes",
    "parse_file",
]

__version__: str

_Path: TypeAlias = str | os.PathLike[str]
_Row_co = TypeVar("_Row_co", bound=_Row, covariant=True)

class _Readable(Protocol):
    def read(self) -> str | bytes: ...

def parse(text: str, name: str = "") -> Report:
    """Parse the text of a report with the default options.

    `name` stands in the column `report` of the tables.

    Raises `DecodeError` where the text holds a lone surrogate, `InputError` where it holds nothing but blanks.

    >>> parse("一、工作回顾\\n全年完成投资5亿元。").sections[0].title
    '工作回顾'
    """

def parse_bytes(data: bytes | bytearray | memoryview, name: str = "") -> Report:
    """Parse the content of a file with the default options.

    Raises `DecodeError` for malformed bytes, and `InputError` for what gives no report; both carry `name` as `path`.
    """

def parse_file(file: _Path | _Readable, name: str | None = None) -> Report:
    """Parse a file, given by its path or as an object with a method `read`, with the default options.

    `name` stands in the column `report` of the tables; without it, the path does.

    Raises as `parse_bytes`, and `InputError` where the file cannot be read.
    """

@final
class Parser:
    """A parser: made once, used for any number of reports and from any number of threads.

    >>> Parser(metrics=False).parse("一、工作回顾\\n全年完成投资5亿元。").metrics
    <Table metrics: 0 rows>
    """

    def __new__(
        cls,
        *,
        metrics: bool = True,
        indicators: Mapping[str, str] = ...,
        units: Mapping[str, tuple[str, Decimal | int | str]] = ...,
        measure_words: Sequence[str] = ...,
        charset: str | None = None,
        malformed: Literal["replace", "refuse"] = "replace",
        max_bytes: int | None = None,
        max_text_bytes: int | None = None,
        max_part_bytes: int | None = None,
        max_pages: int | None = None,
        max_depth: int | None = None,
        max_nodes: int | None = None,
    ) -> Parser:
        """Make a parser with these options.

        - `metrics`: whether figures are read, too. Structure alone takes a fraction of the time.
        - `indicators`: names of indicators with their codes: `{"锂电池产量": "LI_BATTERY"}`.
        - `units`: units, each with its base unit and how many of it it is: `{"石": ("千克", 60)}`. A unit is written
          without its scale word (石, not 万石); one that is no multiple of another is its own base, with the factor 1.
        - `measure_words`: words that stand between a number and the noun it counts: `["尊"]`.
        - `charset`: the charset that a server or a user gave (gbk, utf-8, big5 …). It is taken where the bytes fit it;
          well-formed UTF-8 and a byte order mark are believed before it.
        - `malformed`: whether bytes that the encoding does not allow are replaced with U+FFFD, or refused with a
          `DecodeError`.
        - `max_bytes`, `max_text_bytes`: the largest file and the longest text taken from it, in bytes (256 and 64 MiB).
        - `max_part_bytes`: the largest size to which one part of a DOCX may expand, in bytes (256 MiB).
        - `max_pages`: the largest number of pages of a PDF (5,000).
        - `max_depth`: how deep elements may nest in a DOCX or HTML file (256).
        - `max_nodes`: the largest number of elements, attributes and pieces of text of an HTML page (2,000,000).

        Raises `LexiconError` for an empty word or a factor that is no number above 0, and `ValueError` where no charset
        has the name.
        """

    def parse(self, text: str, name: str = "") -> Report:
        """Parse the text of a report; see `reportparse.parse`."""

    def parse_bytes(self, data: bytes | bytearray | memoryview, name: str = "") -> Report:
        """Parse the content of a file; see `reportparse.parse_bytes`."""

    def parse_file(self, file: _Path | _Readable, name: str | None = None) -> Report:
        """Parse a file; see `reportparse.parse_file`."""

    def __eq__(self, other: object, /) -> bool: ...
    def __getnewargs_ex__(self) -> tuple[tuple[()], dict[str, Any]]: ...

@final
class Report:
    """A parsed report: its text, the facts of its head, four tables, and what is odd about it.

    It never changes, and may be read from any number of threads. It is pickled as its text and its parser.

    >>> report = parse("一、工作回顾\\n（一）经济平稳。全年完成投资5亿元。")
    >>> report
    <Report (no title): 2 sections, 2 paragraphs, 0 points, 1 metrics>
    >>> report["一/（一）"].title
    '经济平稳'
    """

    @property
    def text(self) -> str:
        """The text as parsed. All offsets count its code points."""

    @property
    def name(self) -> str:
        """The name of the report in the column `report`: the path of its file, or what the caller gave."""

    @property
    def source(self) -> Source | None:
        """What the file was and says about itself; None where the report was parsed from a `str`."""

    def place(self, offset: int) -> str | None:
        """Where in the file the code point `offset` stood: page 3, paragraph 12; None where it has no such places."""

    @property
    def meta(self) -> Meta:
        """The facts of the report's head."""

    @property
    def sections(self) -> Table[Section]:
        """The sections in document order: a section stands before those it holds."""

    @property
    def paragraphs(self) -> Table[Paragraph]:
        """The paragraphs in document order. They hold every non-blank character once."""

    @property
    def points(self) -> Table[Point]:
        """The points in document order."""

    @property
    def metrics(self) -> Table[Metric]:
        """The metrics in document order."""

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """What is odd about the report, in document order."""

    def __getitem__(self, path: str, /) -> Section:
        """The section with this path, such as 二/（一）. Raises `KeyError` where there is none."""

    def __contains__(self, path: str, /) -> bool:
        """Whether there is a section with this path."""

    def find(self, words: str) -> Table[Section]:
        """The sections whose title holds `words`."""

    def position(self, offset: int) -> Position:
        """Line and column of the code point `offset`, both counted from 1. Raises `IndexError` behind the end."""

    def outline(self) -> None:
        """Print the outline: facts, headings, leads."""

    def to_json(self, *, offsets: Offsets = "chars") -> str:
        """The whole report as one JSON document, nested: sections hold paragraphs, paragraphs hold points and metrics.

        The bytes are those of `reportparse json --offsets … FILE`. Values are strings, so that no reader rounds them.
        """

    def to_dict(self, *, offsets: Offsets = "chars") -> dict[str, Any]:
        """The document of `to_json` as dicts and lists."""

    def to_markdown(self) -> str:
        """The report as Markdown: headings, text with the figures in bold, a table of the figures."""

    def to_html(self) -> str:
        """The report as a web page that loads nothing: outline, text with the figures marked, sortable table.

        It is the page of `reportparse view FILE`: one file, for screens of any width, light and dark.
        """

    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool:
        """Whether text, head, tables and diagnostics are the same."""

    def __hash__(self) -> int: ...

class _Frame:
    def to_arrow(self, *, floats: bool = False) -> pa.Table:
        """The rows as a `pyarrow.Table`.

        Decimals are decimal128 (exact); with `floats`, they are float64. Raises `ImportError` without pyarrow.
        """

    def to_pandas(self, *, floats: bool = False) -> pd.DataFrame:
        """The rows as a `pandas.DataFrame` with Arrow-backed columns.

        Decimals stay exact; with `floats`, they are float64. Raises `ImportError` without pandas and pyarrow.
        """

    def to_polars(self, *, floats: bool = False) -> pl.DataFrame:
        """The rows as a `polars.DataFrame`.

        Decimals stay exact; with `floats`, they are Float64. Raises `ImportError` without polars.
        """

    def __arrow_c_schema__(self) -> object:
        """The schema of the stream, for any Arrow library."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The rows as an Arrow stream, for any Arrow library. `requested_schema` is not followed."""

@final
class Batch(_Frame):
    """Rows of one table of some reports, held as an Arrow record batch."""

    @property
    def columns(self) -> list[str]:
        """The names of the columns."""

    def to_dicts(self) -> list[dict[str, Any]]:
        """The rows as dicts, with `Decimal` and `date` objects."""

    def __len__(self) -> int: ...

@final
class BatchBuilder:
    """Rows of one table of any number of reports, in the making: for engines that bring the texts themselves.

    >>> rows = BatchBuilder("sections")
    >>> rows.append(parse("一、工作回顾", name="甲"))
    >>> rows.append(parse("一、工作回顾\\n二、工作安排", name="乙"))
    >>> [row["report"] for row in rows.finish().to_dicts()]
    ['甲', '乙', '乙']
    """

    def __new__(cls, table: TableName) -> BatchBuilder:
        """Make a builder for `table`. Raises `ValueError` for an unknown table."""

    def append(self, report: Report) -> None:
        """Append the rows of `report`; the column `report` holds its name."""

    def finish(self) -> Batch:
        """The rows appended since the last batch. The builder is empty then.

        Raises `OverflowError` where the strings of one column take more than 2 GiB: make batches of fewer reports.
        """

    def __len__(self) -> int: ...
    def __arrow_c_schema__(self) -> object: ...

@final
class Batches(_Frame, Iterator[Batch]):
    """A run over many files: an iterator of `Batch`es, and an Arrow stream itself; see `parse_files`."""

    def __new__(
        cls,
        parser: Parser | None,
        paths: Sequence[_Path],
        table: TableName,
        threads: int | None,
        on_error: Literal["raise", "skip", "collect"],
        progress: Callable[[int], object] | None,
    ) -> Batches:
        """`parse_files` makes them."""

    @property
    def errors(self) -> list[ReportparseError]:
        """The exceptions of the files that failed so far, where `on_error` is "collect"."""

    def __iter__(self) -> Batches: ...
    def __next__(self) -> Batch: ...

class _Row:
    @property
    def report(self) -> Report:
        """The report that it belongs to."""

    @property
    def id(self) -> int:
        """Its index in the report's table, counted from 0."""

    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Section(_Row):
    """A headed division of a report."""

    @property
    def span(self) -> Span:
        """From the marker to the end of the whole section, its subsections included."""

    @property
    def start(self) -> int:
        """Offset of the first character, the marker's."""

    @property
    def end(self) -> int:
        """Offset behind the last character."""

    @property
    def text(self) -> str:
        """The whole section as written."""

    @property
    def title(self) -> str:
        """The heading without marker and closing stop."""

    @property
    def title_span(self) -> Span:
        """The place of the title."""

    @property
    def marker(self) -> str | None:
        """一、 or （一）, as written; None for an unnumbered heading."""

    @property
    def ordinal(self) -> int | None:
        """The number that the marker states."""

    @property
    def level(self) -> int:
        """1 for the highest rank of its part."""

    @property
    def part(self) -> int:
        """0 for the report itself, 1, 2, … for its annexed reports."""

    @property
    def run_in(self) -> bool:
        """Whether body text follows in the heading's paragraph."""

    @property
    def role(self) -> SectionRole:
        """What the section is for: review, plan, problems or other."""

    @property
    def path(self) -> str:
        """The way to this section from the top: 二/（一）."""

    @property
    def parent(self) -> Section | None:
        """The section that holds this one."""

    @property
    def ancestors(self) -> Table[Section]:
        """The sections that hold this one, from the innermost outwards."""

    @property
    def children(self) -> Table[Section]:
        """The sections that stand directly in this one."""

    @property
    def descendants(self) -> Table[Section]:
        """The sections inside this one, at any depth."""

    @property
    def paragraphs(self) -> Table[Paragraph]:
        """The paragraphs of this section that stand in none of its subsections, its heading first."""

    @property
    def body(self) -> Table[Paragraph]:
        """The body text of this section that stands in none of its subsections."""

    @property
    def points(self) -> Table[Point]:
        """The points of this section that stand in none of its subsections."""

    @property
    def metrics(self) -> Table[Metric]:
        """The metrics of this section, those of its subsections included."""

@final
class Paragraph(_Row):
    """A block of text."""

    @property
    def span(self) -> Span:
        """Its place in the text."""

    @property
    def start(self) -> int:
        """Offset of the first character."""

    @property
    def end(self) -> int:
        """Offset behind the last character."""

    @property
    def text(self) -> str:
        """The paragraph as written."""

    @property
    def role(self) -> ParagraphRole:
        """What the paragraph is: title, heading, body, furniture, …"""

    @property
    def part(self) -> int:
        """0 for the report itself, 1, 2, … for its annexed reports."""

    @property
    def section(self) -> Section | None:
        """The innermost section it stands in."""

    @property
    def lead(self) -> str | None:
        """The topic sentence that opens it, closing 。 left out."""

    @property
    def lead_span(self) -> Span | None:
        """The place of the lead."""

    @property
    def points(self) -> Table[Point]:
        """The points that start in it."""

    @property
    def sentences(self) -> list[Span]:
        """The places of its sentences, each up to 。！？."""

    @property
    def clauses(self) -> list[Span]:
        """The places of its clauses, each up to a stop or ，；：."""

@final
class Point(_Row):
    """An enumerated item inside a section: 一是…, 第一, ①, ——."""

    @property
    def span(self) -> Span:
        """From the marker to the end of the item."""

    @property
    def start(self) -> int:
        """Offset of the first character, the marker's."""

    @property
    def end(self) -> int:
        """Offset behind the last character."""

    @property
    def text(self) -> str:
        """The item as written, its marker included."""

    @property
    def marker(self) -> str:
        """一是 as written."""

    @property
    def ordinal(self) -> int | None:
        """The number that the marker states; None for ——."""

    @property
    def list(self) -> int:
        """The list it belongs to; lists are numbered from 0 in the order of their first points."""

    @property
    def depth(self) -> int:
        """0 for a point of an outermost list."""

    @property
    def lead(self) -> str | None:
        """The item's heading phrase."""

    @property
    def parent(self) -> Point | None:
        """The point in which this point's list stands."""

    @property
    def children(self) -> Table[Point]:
        """The points of the lists that stand directly in this one."""

    @property
    def section(self) -> Section | None:
        """The innermost section it stands in."""

    @property
    def paragraph(self) -> Paragraph:
        """The paragraph in which it starts."""

@final
class Metric(_Row):
    """One thing measured once: an indicator with a value, a change, or both."""

    @property
    def indicator(self) -> str | None:
        """The phrase that names what is measured: 规模以上工业总产值."""

    @property
    def indicator_span(self) -> Span | None:
        """The place of the indicator."""

    @property
    def code(self) -> str | None:
        """The indicator's entry in the lexicon: GDP."""

    @property
    def literal(self) -> str | None:
        """The value as written, approximators and unit included: 近3500客."""

    @property
    def span(self) -> Span | None:
        """The place of the literal."""

    @property
    def start(self) -> int | None:
        """Offset of the literal's first character."""

    @property
    def end(self) -> int | None:
        """Offset behind the literal's last character."""

    @property
    def value(self) -> Decimal | None:
        """The value in `unit`, exact."""

    @property
    def value_high(self) -> Decimal | None:
        """The upper end of the value's range."""

    @property
    def unit(self) -> str | None:
        """The unit as written, its scale word included: 亿元; that of the change where there is no value."""

    @property
    def approx(self) -> Approx:
        """How the value, or the change where there is no value, stands to the true figure."""

    @property
    def base_value(self) -> Decimal | None:
        """The value in `base_unit`: 103110000000."""

    @property
    def base_unit(self) -> str | None:
        """The unit that `base_value` counts in: 元."""

    @property
    def change_literal(self) -> str | None:
        """The change as written, from its basis to its unit: 同比下降22.6%."""

    @property
    def change_span(self) -> Span | None:
        """The place of the change."""

    @property
    def change(self) -> Decimal | None:
        """The change, signed, in `change_unit`."""

    @property
    def change_high(self) -> Decimal | None:
        """The far end of the change's range, signed."""

    @property
    def change_unit(self) -> str | None:
        """The unit of the change: %, 个百分点."""

    @property
    def basis(self) -> str | None:
        """What the change is measured against, as written: 同比, 较一季度."""

    @property
    def status(self) -> Status:
        """Whether it has come about: actual, target or other."""

    @property
    def period(self) -> str | None:
        """The period as written: 上半年."""

    @property
    def period_start(self) -> datetime.date | None:
        """The first day of the period."""

    @property
    def period_end(self) -> datetime.date | None:
        """The last day of the period."""

    @property
    def sentence(self) -> str:
        """The sentence it stands in."""

    @property
    def sentence_span(self) -> Span:
        """The place of that sentence."""

    @property
    def section(self) -> Section | None:
        """The innermost section it stands in."""

    @property
    def point(self) -> Point | None:
        """The innermost point it stands in."""

    @property
    def part_of(self) -> Metric | None:
        """The metric that 其中 makes this one a part of."""

@final
class Table(Collection[_Row_co], Reversible[_Row_co], _Frame):
    """Rows of one table of one report: a sequence of row objects that hands itself over to Arrow.

    >>> report = parse("一、工作回顾\\n二、工作安排")
    >>> report.sections[-1].title
    '工作安排'
    >>> len(report.sections[:1])
    1
    """

    @property
    def name(self) -> Literal["sections", "paragraphs", "points", "metrics"]:
        """The table's name: sections, paragraphs, points or metrics."""

    @property
    def report(self) -> Report:
        """The report that the rows belong to."""

    def take(self, places: Sequence[int]) -> Table[_Row_co]:
        """The rows at `places` of this table, in this order. Raises `IndexError` where there is no such row."""

    def filter(self, keep: Callable[[_Row_co], object]) -> Table[_Row_co]:
        """The rows for which `keep(row)` is true.

        >>> parse("一、工作回顾\\n（一）经济平稳").sections.filter(lambda section: section.level == 2)
        <Table sections: 1 rows>
        """

    def to_dicts(self) -> list[dict[str, Any]]:
        """The rows as dicts, with the columns of the table and `Decimal` and `date` objects.

        >>> parse("一、工作回顾").sections.to_dicts()[0]["title"]
        '工作回顾'
        """

    def index(self, row: object, start: int = 0, stop: int = ...) -> int:
        """The first place of `row` in this table, from `start` up to `stop`; a `ValueError` where it is not there."""

    def count(self, row: object) -> int:
        """How often `row` stands in this table."""

    @classmethod
    def __class_getitem__(cls, key: object) -> GenericAlias: ...
    def __len__(self) -> int: ...
    @overload
    def __getitem__(self, index: int, /) -> _Row_co: ...
    @overload
    def __getitem__(self, index: slice, /) -> Table[_Row_co]: ...
    def __iter__(self) -> Iterator[_Row_co]: ...
    def __reversed__(self) -> Iterator[_Row_co]: ...
    def __contains__(self, row: object, /) -> bool: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
