"""Tables are sequences."""

import random
from collections.abc import Collection, Reversible

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reportparse as rp

from .conftest import TEXT

REPORT = rp.parse(TEXT)
METRICS = list(REPORT.metrics)
INDEX = st.none() | st.integers(-len(METRICS) - 2, len(METRICS) + 2)


@given(start=INDEX, stop=INDEX, step=INDEX.filter(lambda step: step != 0))
def test_slices_are_those_of_a_list(start: int | None, stop: int | None, step: int | None) -> None:
    part = slice(start, stop, step)
    assert list(REPORT.metrics[part]) == METRICS[part]
    assert len(REPORT.metrics[part]) == len(METRICS[part])


@given(index=st.integers(-len(METRICS) - 2, len(METRICS) + 2))
def test_indices_are_those_of_a_list(index: int) -> None:
    if -len(METRICS) <= index < len(METRICS):
        assert REPORT.metrics[index] == METRICS[index]
    else:
        with pytest.raises(IndexError, match="there is no row"):
            REPORT.metrics[index]


def test_the_ways_of_a_sequence(report: rp.Report) -> None:
    metrics = report.metrics
    assert isinstance(metrics, Collection)
    assert isinstance(metrics, Reversible)
    assert random.choice(metrics) in metrics
    assert metrics.index(metrics[3], 2) == 3
    assert list(reversed(metrics)) == list(metrics)[::-1]
    assert metrics[3] in metrics
    assert metrics[3] not in metrics[:3]
    assert "亿元" not in metrics
    assert metrics[2:].index(metrics[3]) == 1
    assert (metrics.count(metrics[3]), metrics[:3].count(metrics[3])) == (1, 0)
    first, *_ = metrics
    assert first.id == 0
    assert metrics.name == "metrics"
    assert metrics.report is report
    with pytest.raises(ValueError, match="is not in this table"):
        metrics[:3].index(metrics[3])


def test_rows_are_chosen(report: rp.Report) -> None:
    metrics = report.metrics
    assert [metric.id for metric in metrics.take([4, 0])] == [4, 0]
    assert metrics[2:].take([0]) == metrics[2:3]
    assert len(metrics.filter(lambda metric: metric.value is not None)) < len(metrics)
    with pytest.raises(ZeroDivisionError):
        metrics.filter(lambda metric: metric.id / 0)
    with pytest.raises(IndexError, match=f"no row {len(metrics)} among {len(metrics)} metrics"):
        metrics.take([len(metrics)])


def test_an_empty_table(report: rp.Report) -> None:
    nothing = report.points[:0]
    assert not nothing
    assert list(nothing) == []
    assert len(nothing.to_polars()) == 0


def test_tables_are_compared_and_hashed(report: rp.Report) -> None:
    assert report.metrics == REPORT.metrics
    assert report.metrics[:2] == report.metrics.take([0, 1]) != report.metrics[1:3]
    assert report.sections != report.paragraphs
    assert len({report.metrics, REPORT.metrics, report.sections}) == 2
