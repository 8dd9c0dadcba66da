"""Where libpdfium is, which reads PDF: the extra `reportparse[pdf]` brings it."""

from __future__ import annotations

import os
from functools import cache
from importlib.util import find_spec
from pathlib import Path


@cache
def library() -> Path | None:
    """The libpdfium of the package pypdfium2, unless the environment names another."""
    spec = find_spec("pypdfium2_raw")
    if "REPORTPARSE_PDFIUM" in os.environ or spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).parent
    return next((path for path in folder.iterdir() if path.name in _NAMES), None)


_NAMES = frozenset({"libpdfium.so", "libpdfium.dylib", "pdfium.dll"})
