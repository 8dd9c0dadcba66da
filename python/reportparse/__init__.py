r"""Parses Chinese official reports (政府工作报告, 统计公报 …) into structure and figures.

>>> import reportparse as rp
>>> report = rp.parse("一、工作回顾\n全年完成投资5亿元，增长8%。")
>>> report.sections[0].title
'工作回顾'

A report is one text and four tables over it: `report.sections`, `report.paragraphs`, `report.points` and
`report.metrics`. Each table is a sequence of row objects, and any Arrow consumer takes it as it is:
`report.metrics.to_pandas()`, `polars.DataFrame(report.metrics)`, `pyarrow.table(report.metrics)`. Every row knows its
place: offsets count code points, so `report.text[metric.start:metric.end] == metric.literal`.
"""

from . import _frames, _rows
from ._errors import DecodeError, InputError, LexiconError, ReportparseError
from ._files import parse_files
from ._native import (
    Batch,
    BatchBuilder,
    Batches,
    Metric,
    Paragraph,
    Parser,
    Point,
    Report,
    Section,
    Table,
    __version__,
    parse,
    parse_bytes,
    parse_file,
)
from ._values import (
    Approx,
    Diagnostic,
    Kind,
    Meta,
    Offsets,
    ParagraphRole,
    Position,
    RegionLevel,
    SectionRole,
    Source,
    Span,
    Status,
    TableName,
)

_frames.give(Batch, Batches, Table)
_rows.give()

__all__ = [
    "Approx",
    "Batch",
    "BatchBuilder",
    "Batches",
    "DecodeError",
    "Diagnostic",
    "InputError",
    "Kind",
    "LexiconError",
    "Meta",
    "Metric",
    "Offsets",
    "Paragraph",
    "ParagraphRole",
    "Parser",
    "Point",
    "Position",
    "RegionLevel",
    "Report",
    "ReportparseError",
    "Section",
    "SectionRole",
    "Source",
    "Span",
    "Status",
    "Table",
    "TableName",
    "__version__",
    "parse",
    "parse_bytes",
    "parse_file",
    "parse_files",
]
