"""Prints what reports promised: every target with its indicator, wording and place.

Usage: python targets.py FILE_OR_FOLDER… > targets.csv
"""

import csv
import sys

import reportparse as rp

COLUMNS = ["report", "indicator", "code", "literal", "change_literal", "approx", "period_end", "start", "end"]


def main(paths: list[str]) -> None:
    """Write the targets of all reports as CSV; a file that gives no report is told and left out."""
    batches = rp.parse_files(paths, on_error="collect")
    out = csv.DictWriter(sys.stdout, COLUMNS, extrasaction="ignore")
    out.writeheader()
    for batch in batches:
        out.writerows(row for row in batch.to_dicts() if row["status"] == "target")
    for error in batches.errors:
        print(error, file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1:] or sys.exit(__doc__))
