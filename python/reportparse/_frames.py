"""What an Arrow stream of ours becomes in the libraries that notebooks use; each is imported when it is asked for.

These are methods of the native classes. They are written in Python, since a stream calls back into Python (a file that
fails, a progress bar): below a native method it would take the interpreter for held, which pyarrow has released.
"""
# ruff: noqa: PLC0415

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd
    import polars as pl
    import pyarrow as pa


class Stream(Protocol):
    """Anything that hands itself over as an Arrow stream."""

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The stream as a capsule."""


def to_arrow(self: Stream, *, floats: bool = False) -> pa.Table:
    """The rows as a `pyarrow.Table`."""
    with _told("pyarrow"):
        import pyarrow as pa
    table = pa.table(self)
    if not floats:
        return table
    fields = [field.with_type(pa.float64()) if pa.types.is_decimal(field.type) else field for field in table.schema]
    return table.cast(pa.schema(fields, table.schema.metadata))


def to_pandas(self: Stream, *, floats: bool = False) -> pd.DataFrame:
    """The rows as a `pandas.DataFrame` with Arrow-backed columns."""
    with _told("pandas"):
        import pandas as pd
    rows: pd.DataFrame = to_arrow(self, floats=floats).to_pandas(types_mapper=pd.ArrowDtype)
    return rows


def to_polars(self: Stream, *, floats: bool = False) -> pl.DataFrame:
    """The rows as a `polars.DataFrame`."""
    with _told("polars"):
        import polars as pl
    rows = pl.DataFrame(self)
    return rows.cast({pl.Decimal: pl.Float64}) if floats else rows


def give(*classes: type[Stream]) -> None:
    """Make these functions methods of `classes`."""
    for stream in classes:
        for method in (to_arrow, to_pandas, to_polars):
            setattr(stream, method.__name__, method)


@contextmanager
def _told(name: str) -> Iterator[None]:
    """Say what to install where an import fails."""
    try:
        yield
    except ImportError as error:
        message = f"this needs {name}: pip install {name}; to_dicts() needs nothing"
        raise ImportError(message, name=name) from error
