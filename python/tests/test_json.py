"""JSON, Markdown and HTML: the bytes of the program."""

import json
import subprocess
import tomllib
from pathlib import Path

import pytest

import reportparse as rp

from .conftest import ROOT, SAMPLES

CASES = sorted((ROOT / "tests" / "cases").rglob("*.toml"))
OFFSETS: list[rp.Offsets] = ["bytes", "chars", "utf16"]


def of_program(program: Path, *arguments: str, text: str = "") -> str:
    ran = subprocess.run([program, *arguments], input=text.encode(), capture_output=True, check=True)
    return ran.stdout.decode()


@pytest.mark.parametrize("offsets", OFFSETS)
def test_json_of_the_samples(program: Path, sample: Path, offsets: rp.Offsets) -> None:
    written = of_program(program, "json", "--offsets", offsets, str(sample))
    assert rp.parse_file(sample).to_json(offsets=offsets) + "\n" == written


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_json_of_the_shared_cases(program: Path, path: Path) -> None:
    texts = [case["text"] for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"] if "text" in case]
    for text in texts:
        written = of_program(program, "json", "-", text=text)
        assert rp.parse_bytes(text.encode(), name="-").to_json(offsets="bytes") + "\n" == written


def test_there_are_shared_cases() -> None:
    assert len(CASES) > 5
    assert len(SAMPLES) >= 3


def test_json_of_the_real_reports(program: Path, corpus: list[Path]) -> None:
    for path in corpus:
        assert rp.parse_file(path).to_json(offsets="bytes") + "\n" == of_program(program, "json", str(path))


def test_dicts_are_the_json(report: rp.Report) -> None:
    assert report.to_dict() == json.loads(report.to_json())
    assert report.to_dict(offsets="bytes") == json.loads(report.to_json(offsets="bytes"))
    assert report.to_dict()["offsets"] == "chars"
    assert report.to_dict()["meta"]["title"] == report.meta.title


def test_the_page_is_that_of_the_program(program: Path, sample: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    of_program(program, "view", str(sample), "-o", str(page))
    assert rp.parse_file(sample).to_html() == page.read_text(encoding="utf-8")


def test_markdown(report: rp.Report) -> None:
    markdown = report.to_markdown()
    assert markdown.startswith("# 松石县人民政府工作报告")
    assert "133.8亿元" in markdown
