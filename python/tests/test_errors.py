"""Wrong input and wrong use are told clearly."""

import pickle
from pathlib import Path
from typing import Any

import pytest

import reportparse as rp

parse: Any = rp.parse
parse_bytes: Any = rp.parse_bytes
parse_file: Any = rp.parse_file


def test_the_hierarchy() -> None:
    assert issubclass(rp.DecodeError, rp.InputError)
    assert issubclass(rp.InputError, (rp.ReportparseError, ValueError))
    assert issubclass(rp.LexiconError, (rp.ReportparseError, ValueError))
    assert issubclass(rp.ReportparseError, Exception)


def test_a_wrong_argument_is_told_what_was_expected(report: rp.Report) -> None:
    anything: Any = report
    with pytest.raises(TypeError, match="expected the text of a report as str .*parse_bytes takes bytes.* not bytes"):
        parse(b"x")
    with pytest.raises(TypeError, match="expected the content of a file as bytes .* not str"):
        parse_bytes("x")
    with pytest.raises(TypeError, match="expected a path, or a file object with a method read, not int"):
        parse_file(3)
    with pytest.raises(TypeError, match="expected an index or a slice, not str"):
        anything.metrics["GDP"]
    with pytest.raises(TypeError, match="expected the path of a section such as 二/（一）, not int"):
        anything[0]
    parser: Any = rp.Parser
    with pytest.raises(TypeError, match="max_pags"):
        parser(max_pags=3)


def test_nothing_to_parse() -> None:
    for text in ("", " \n　\t"):
        with pytest.raises(rp.InputError, match="is empty") as error:
            rp.parse(text, name="空.txt")
        assert (error.value.path, error.value.offset) == ("空.txt", None)
        assert str(error.value).startswith("空.txt")
        with pytest.raises(rp.InputError, match="^the (input|text) is empty"):
            rp.parse_bytes(text.encode())


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "没有.txt"
    with pytest.raises(rp.InputError, match="没有.txt: there is no such file; check the path") as error:
        rp.parse_file(path)
    assert error.value.path == str(path)
    with pytest.raises(rp.InputError, match="is a directory; give the files in it"):
        rp.parse_file(tmp_path)


def test_malformed_bytes_are_replaced_or_refused() -> None:
    data = "一、工作回顾\n全年完成投资5亿元。".encode() + b"\xff\xff"
    replaced = rp.parse_bytes(data)
    assert replaced.text.endswith("\ufffd")
    assert replaced.source is not None
    assert replaced.source.warnings
    assert {diagnostic.code for diagnostic in replaced.diagnostics} == {"malformed_bytes"}
    with pytest.raises(rp.DecodeError, match="甲.txt") as error:
        rp.Parser(malformed="refuse", charset="utf-8").parse_bytes(data, name="甲.txt")
    assert error.value.path == "甲.txt"
    assert error.value.offset is not None


def test_what_is_no_report() -> None:
    with pytest.raises(rp.InputError, match="PNG|image"):
        rp.parse_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    with pytest.raises(rp.InputError, match="max_bytes"):
        rp.Parser(max_bytes=3).parse_bytes("工作报告".encode())


def test_wrong_options() -> None:
    wrong: Any = rp.Parser
    with pytest.raises(ValueError, match="malformed must be 'replace' or 'refuse', not 'ignore'"):
        wrong(malformed="ignore")
    with pytest.raises(rp.LexiconError, match="unit 石: its factor must be above 0, not -1"):
        rp.Parser(units={"石": ("千克", -1)})
    with pytest.raises(rp.LexiconError, match="unit 石: its factor must be a number above 0 such as 60 .* not 'x'"):
        rp.Parser(units={"石": ("千克", "x")})
    with pytest.raises(ValueError, match="no charset is called 'gbkk': name one such as 'utf-8'"):
        rp.Parser(charset="gbkk")
    with pytest.raises(ValueError, match="max_pages must be a whole number from 0 on, not -1"):
        rp.Parser(max_pages=-1)
    with pytest.raises(rp.LexiconError, match="the name of an indicator must not be empty"):
        rp.Parser(indicators={" ": "GDP"})
    with pytest.raises(rp.LexiconError, match="a measure word must not be empty"):
        rp.Parser(measure_words=[""])


def test_wrong_choices(report: rp.Report) -> None:
    wrong: Any = report
    with pytest.raises(ValueError, match="offsets must be 'bytes', 'chars' or 'utf16', not 'lines'"):
        wrong.to_json(offsets="lines")
    with pytest.raises(KeyError, match="no section has the path 九"):
        report["九"]


def test_exceptions_are_pickled() -> None:
    error = rp.DecodeError("a.txt: byte 3", "a.txt", 3)
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again), again.path, again.offset) == (rp.DecodeError, "a.txt: byte 3", "a.txt", 3)
