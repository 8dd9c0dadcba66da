"""The exceptions of `reportparse`."""

from __future__ import annotations


class ReportparseError(Exception):
    """The base of all exceptions that are about a report.

    `str(error)` is a sentence for people: the file, the place, and what to do.
    """

    path: str | None
    """The file, where there is one."""

    offset: int | None
    """Where it happened: in a `str` the code point, in a file the byte; None where it has no place."""

    def __init__(self, message: str, path: str | None = None, offset: int | None = None) -> None:
        super().__init__(message)
        self.path = path
        self.offset = offset


class InputError(ReportparseError, ValueError):
    """The input gives no report: it is empty, of a format that is not read, damaged, or cannot be opened."""


class DecodeError(InputError):
    """The characters of the input cannot be read: malformed bytes, a lone surrogate."""


class LexiconError(ReportparseError, ValueError):
    """An entry of a user's lexicon cannot be used."""
