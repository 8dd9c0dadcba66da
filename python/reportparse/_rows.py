"""What a table and its rows do that follows from what they do already: methods of the native classes."""

from __future__ import annotations

import sys
from operator import getitem
from typing import TYPE_CHECKING, Any

from ._native import Metric, Paragraph, Point, Section, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Pickled = tuple["Callable[..., Any]", tuple[Any, ...]]


def contains(self: Table[Any], row: object, /) -> bool:
    return any(row == other for other in self)


def backwards(self: Table[Any]) -> Iterator[Any]:
    return iter(self[::-1])


def index(self: Table[Any], row: object, start: int = 0, stop: int = sys.maxsize) -> int:
    """The first place of `row` in this table, from `start` up to `stop`; a `ValueError` where it is not there."""
    for place in range(len(self))[start:stop]:
        if self[place] == row:
            return place
    message = f"{row} is not in this table"
    raise ValueError(message)


def count(self: Table[Any], row: object) -> int:
    """How often `row` stands in this table."""
    return sum(row == other for other in self)


def choose(self: Table[Any], keep: Callable[[Any], object]) -> Table[Any]:
    """The rows for which `keep(row)` is true."""
    return self.take([place for place, row in enumerate(self) if keep(row)])


def table_reduced(self: Table[Any]) -> Pickled:
    """Pickled as a choice from the whole table of its report."""
    whole = getattr(self.report, self.name)
    return (getattr, (self.report, self.name)) if self == whole else (whole.take, ([row.id for row in self],))


def row_reduced(table: str) -> Callable[[Any], Pickled]:
    """Pickled as its place in the whole table of its report."""
    return lambda row: (getitem, (getattr(row.report, table), row.id))


def give() -> None:
    """Make these functions methods."""
    methods: dict[str, Callable[..., Any]] = {
        "__contains__": contains,
        "__reversed__": backwards,
        "index": index,
        "count": count,
        "filter": choose,
        "__reduce__": table_reduced,
    }
    for name, method in methods.items():
        _give(Table, name, method)
    for row in (Section, Paragraph, Point, Metric):
        _give(row, "__reduce__", row_reduced(f"{row.__name__.lower()}s"))


def _give(of: type, name: str, method: Callable[..., Any]) -> None:
    method.__name__ = name
    setattr(of, name, method)
