"""A report shows itself in a notebook."""

import shutil
import subprocess
from pathlib import Path

import pytest

import reportparse as rp

ATTACK = "<script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\">"


def test_a_report_shows_itself(report: rp.Report) -> None:
    shown = report._repr_html_()
    assert shown.startswith('<div class="reportparse fragment">')
    assert "经济稳步回升" in shown
    assert "<script" not in shown
    assert "http" not in shown


def test_markup_in_the_text_stays_text(tmp_path: Path) -> None:
    browser = shutil.which("chromium")
    if browser is None:
        pytest.fail("chromium is missing: scripts/setup.sh installs it")
    report = rp.parse(f"工作报告{ATTACK}\n一、回顾{ATTACK}\n全年{ATTACK}完成投资5亿元{ATTACK}。", name=ATTACK)
    page = tmp_path / "page.html"
    page.write_text(f"<!doctype html><meta charset=utf-8><title>safe</title>{report._repr_html_()}", encoding="utf-8")
    arguments = ["--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=500", "--dump-dom"]
    ran = subprocess.run([browser, *arguments, page.as_uri()], capture_output=True, check=True, timeout=60)
    assert b"<title>safe</title>" in ran.stdout
