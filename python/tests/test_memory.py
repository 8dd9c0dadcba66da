"""Nothing grows that should not."""

import gc
from collections.abc import Callable
from pathlib import Path

import reportparse as rp


def work(path: Path) -> None:
    report = rp.parse_file(path)
    rows = [*report.sections, *report.paragraphs, *report.points, *report.metrics]
    report.metrics.to_dicts()
    report.metrics.__arrow_c_stream__()
    assert all(row.report is report for row in rows)


def test_a_thousand_reports_do_not_grow(resident: Callable[[], int], sample: Path) -> None:
    for _ in range(50):
        work(sample)
    gc.collect()
    before = resident()
    for _ in range(333):
        work(sample)
    gc.collect()
    assert resident() - before < 5_000_000


def test_refused_reports_do_not_grow(resident: Callable[[], int]) -> None:
    def refused() -> None:
        for wrong in (b"\x89PNG\r\n\x1a\n" + bytes(100_000), b" " * 100_000):
            try:
                rp.parse_bytes(wrong)
            except rp.InputError:
                continue
            raise AssertionError

    for _ in range(100):
        refused()
    before = resident()
    for _ in range(1000):
        refused()
    assert resident() - before < 5_000_000
