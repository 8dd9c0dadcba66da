"""The value classes: plain Python objects without a way back to their report."""

from __future__ import annotations

import datetime
from typing import Literal, NamedTuple

Kind = Literal["work_report", "half_year_report", "communique", "plan_report", "budget_report", "other"]
RegionLevel = Literal["national", "province", "city", "county"]
SectionRole = Literal["review", "plan", "problems", "other"]
ParagraphRole = Literal[
    "title", "subtitle", "byline", "date", "salutation", "heading", "body", "closing", "note", "furniture"
]
Approx = Literal["exact", "about", "near", "over", "at_least", "at_most"]
Status = Literal["actual", "target", "other"]
TableName = Literal["meta", "sections", "paragraphs", "points", "metrics"]
Offsets = Literal["bytes", "chars", "utf16"]


class Span(NamedTuple):
    """A place in the text: `report.text[span.start:span.end]`."""

    start: int
    """Offset of the first character, in code points."""
    end: int
    """Offset behind the last character, in code points."""


class Position(NamedTuple):
    """A line and a column, both counted from 1."""

    line: int
    column: int
    """In code points."""


class Diagnostic(NamedTuple):
    """Something odd in a report that did not stop the parse."""

    code: str
    """Its name: `ordinal_skipped`, `ordinal_repeated`, `count_differs`, `damaged_text`; of the file that was read:
    `malformed_bytes`, `wrong_charset`, `mojibake`, `missing_part`, `left_out`, `page_without_text`."""
    message: str
    """A sentence for people."""
    span: Span
    """Where it shows."""


class Source(NamedTuple):
    """What a file was and says about itself; the parser weighs it against the text."""

    format: Literal["text", "html", "docx", "pdf"]
    """Found by its content, not by its name."""
    encoding: str | None
    """The encoding of its bytes; None for DOCX and PDF."""
    title: str | None
    """The title that the file declares."""
    published: str | None
    """When it was published, as the file declares it."""
    publisher: str | None
    """Who published it, as the file declares it."""
    warnings: tuple[str, ...]
    """What was odd but did not stop the reading."""


class Meta(NamedTuple):
    """The facts of a report's head, as written; None where the text does not tell."""

    title: str | None
    """The title, which may take several lines."""
    speaker: str | None
    """The speaker's name."""
    speaker_role: str | None
    """The speaker's office: 省长."""
    occasion: str | None
    """The meeting."""
    delivered_on: datetime.date | None
    """The day on which the report was given."""
    published_on: datetime.date | None
    """The day on which it was published."""
    salutation: str | None
    """Those addressed: 各位代表."""
    kind: Kind
    """What kind of document it is."""
    region: str | None
    """The place that it speaks for: 吉林省; 全县 where the text names none."""
    region_level: RegionLevel | None
    """The rank of that place."""
    year: int | None
    """The year of the report: that in which a work report is given, that which a communiqué tells of."""
    period: str | None
    """The part of a year that the title names: 上半年."""
