"""Writes the metrics of all reports under a folder, parsed by Daft's workers: on this machine's cores, or on a Ray cluster.

Usage: python daft_metrics.py FOLDER OUTPUT    (pip install daft; the folder may be s3://…, the output too)
"""

import os
import sys
from collections.abc import Iterator
from typing import Any

import daft
import pyarrow as pa

from reportparse.mapper import Mapper

MAPPER = Mapper("metrics", document="content")
ROW = daft.DataType.struct({field.name: daft.DataType.from_arrow_type(field.type) for field in MAPPER.schema})


@daft.func(return_dtype=ROW, unnest=True)
def metrics(path: str, content: bytes) -> Iterator[dict[str, Any]]:
    """Give the rows of one file; one with the column `error` where it gives no report."""
    yield from MAPPER(pa.table({"path": [path], "content": [content]})).to_pylist()


def main(folder: str, output: str) -> None:
    """Read, parse, write: Daft does each where there is room."""
    path = daft.col("path")
    files = daft.from_glob_path(f"{folder}/**/*.txt")
    files.select(metrics(path, path.download())).write_parquet(output)


if __name__ == "__main__":
    if len(sys.argv) != 3:  # noqa: PLR2004
        sys.exit(__doc__)
    main(*sys.argv[1:])
    # Threads of Daft 0.7.26 outlive the interpreter and now and then crash it as it shuts down. All is written: leave.
    sys.stdout.flush()
    os._exit(0)
