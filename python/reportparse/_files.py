"""Many files: which they are, and how far the run is."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from ._errors import InputError
from ._native import Batches, Parser

if TYPE_CHECKING:
    from collections.abc import Callable

    from ._values import TableName

SUFFIXES = frozenset({".txt", ".md", ".htm", ".html", ".shtml", ".docx", ".pdf"})
"""The names that a directory is searched for."""


def parse_files(  # noqa: PLR0913
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    table: TableName = "metrics",
    *,
    parser: Parser | None = None,
    threads: int | None = None,
    on_error: Literal["raise", "skip", "collect"] = "raise",
    progress: bool | Callable[[int], object] = False,
) -> Batches:
    """Read one table of many files, on all cores and in bounded memory.

    The result is an iterator of `Batch`es, in the order of the files, and an Arrow stream itself:
    `polars.DataFrame(parse_files("reports"))`. The column `report` holds the path.

    - `paths`: files, or directories, which are searched for .txt, .md, .html, .docx and .pdf, hidden ones left out.
    - `table`: which table; `meta` has one row a report.
    - `parser`: the options; those of `Parser()` without it.
    - `threads`: how many files are parsed at a time; as many as there are cores without it.
    - `on_error`: what to do about a file that gives no report. `raise` raises its exception once the rows of the files
      before it are handed out; `skip` leaves it out; `collect` leaves it out and keeps the exception in `errors`.
    - `progress`: True shows a bar (tqdm must be installed); a callable is called with the number of files done since
      the last call, as `tqdm.update` expects it.

    Raises `ValueError` for an unknown table or fewer than one thread, `InputError` for a directory without such files;
    and while it is read, `InputError` and `DecodeError`, whose `path` names the file.
    """
    if threads is not None and not (isinstance(threads, int) and threads >= 1):
        message = f"threads must be a whole number from 1 on, not {threads!r}"
        raise ValueError(message)
    files = _files(paths)
    update = _bar(len(files)) if progress is True else progress or None
    return Batches(parser, files, table, threads, on_error, update)


def _files(paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]]) -> list[Path]:
    several = [paths] if isinstance(paths, (str, os.PathLike)) else paths
    if not isinstance(several, Iterable):
        message = f"expected a path or several, not {type(paths).__name__}"
        raise TypeError(message)
    return [file for path in several for file in _found(Path(path))]


def _found(path: Path) -> list[Path]:
    """The file, or the files of the directory, sorted."""
    if not path.is_dir():
        return [path]
    inside = (file for file in path.rglob("*") if file.suffix.lower() in SUFFIXES and file.is_file())
    shown = sorted(file for file in inside if not any(part.startswith(".") for part in file.relative_to(path).parts))
    if not shown:
        message = f"{path}: no file in it is named as text, HTML, Word or PDF: give the files themselves"
        raise InputError(message, str(path))
    return shown


def _bar(total: int) -> Callable[[int], object]:
    try:
        from tqdm.auto import tqdm  # noqa: PLC0415
    except ImportError as error:
        message = "progress=True needs tqdm: pip install tqdm, or give a function that takes the number of files done"
        raise ImportError(message) from error
    return tqdm(total=total, unit="file").update
