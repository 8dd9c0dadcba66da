"""Offsets count code points, whatever the text."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reportparse as rp

from .conftest import SAMPLES

PIECES = st.sampled_from(
    [
        "一、工作回顾",
        "（一）经济平稳。",
        "二、",
        "一是",
        "——",
        "全年完成投资5.5亿元，增长8%",
        "近3万人",
        "。",
        "；",
        "\n",
        "\r\n",
        "　　",
    ]
)
ODD = st.sampled_from(["\0", "𠮷", "👨‍👩‍👧", "\ufeff", "\u200b", "\ufffd", "é", "\x85", "\U0010ffff"])
TEXTS = st.lists(PIECES | ODD | st.text(max_size=4), max_size=60).map("".join)


def check(report: rp.Report) -> None:
    text = report.text
    for section in report.sections:
        assert text[section.start : section.end] == section.text == text[slice(*section.span)]
        assert text[slice(*section.title_span)] == section.title
        assert section.marker is None or text[section.start :].startswith(section.marker)
    for paragraph in report.paragraphs:
        assert text[paragraph.start : paragraph.end] == paragraph.text
        assert paragraph.lead_span is None or text[slice(*paragraph.lead_span)] == paragraph.lead
    for point in report.points:
        assert text[point.start : point.end] == point.text
        assert point.text.startswith(point.marker)
    for metric in report.metrics:
        assert (metric.span is None) == (metric.literal is None)
        assert metric.literal is None or text[metric.start : metric.end] == metric.literal
        assert metric.indicator_span is None or text[slice(*metric.indicator_span)] == metric.indicator
        assert metric.change_span is None or text[slice(*metric.change_span)] == metric.change_literal
        assert text[slice(*metric.sentence_span)] == metric.sentence
    for diagnostic in report.diagnostics:
        assert 0 <= diagnostic.span.start <= diagnostic.span.end <= len(text)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_any_text_is_parsed_or_refused_as_empty(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        with pytest.raises(rp.DecodeError) as refused:
            rp.parse(text)
        assert refused.value.offset == error.start
        return
    try:
        report = rp.parse(text)
    except rp.InputError as refused_as_empty:
        assert "is empty" in str(refused_as_empty)
        return
    assert report.text == text
    check(report)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_parsed_or_refused(data: bytes) -> None:
    try:
        check(rp.parse_bytes(data))
    except rp.InputError as error:
        assert str(error)


@pytest.mark.parametrize("surrogate", ["\ud800", "\udfff"])
def test_a_lone_surrogate_is_told_with_its_place(surrogate: str) -> None:
    with pytest.raises(rp.DecodeError, match="lone surrogate at offset 3") as error:
        rp.parse("一、回" + surrogate)
    assert error.value.offset == 3


def test_ten_megabytes() -> None:
    line = "（一）𠮷林平稳运行。全年完成投资133.8亿元，同比增长5.2%。\n"
    report = rp.parse("一、工作回顾\n" + line * (10_000_000 // len(line.encode())))
    last = report.metrics[-1]
    assert len(report.metrics) > 100_000
    assert report.text[last.start : last.end] == last.literal == "133.8亿元"
    assert len(report.metrics.to_arrow()) == len(report.metrics)


def test_places_have_lines_and_columns() -> None:
    report = rp.parse("𠮷\r\n一、工作回顾\n")
    assert report.position(0) == (1, 1)
    assert report.position(1) == (1, 2)
    assert report.position(3) == (2, 1)
    assert report.position(len(report.text)) == (3, 1)
    with pytest.raises(IndexError, match="behind the end"):
        report.position(len(report.text) + 1)


def test_the_samples_and_real_reports(corpus: list[Path]) -> None:
    for path in [*SAMPLES, *corpus]:
        check(rp.parse_file(path))
