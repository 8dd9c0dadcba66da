"""Many files at once."""

import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl
import pyarrow as pa
import pytest

import reportparse as rp

from .conftest import TEXT

parse_files: Any = rp.parse_files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A hundred reports in two folders, and files that are none."""
    for number in range(100):
        path = tmp_path / f"{number % 2}" / f"{number:03}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(TEXT.replace("133.8亿元", f"{number}.5亿元"), encoding="utf-8")
    (tmp_path / "notes.csv").write_text("a,b", encoding="utf-8")
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "x.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def files(folder: Path) -> list[Path]:
    return sorted(folder.glob("[01]/*.txt"))


@pytest.mark.parametrize("table", ["meta", "sections", "paragraphs", "points", "metrics"])
@pytest.mark.parametrize("threads", [1, 3])
def test_the_rows_are_those_of_each_file_in_order(folder: Path, table: rp.TableName, threads: int) -> None:
    got = pl.DataFrame(rp.parse_files(folder, table, threads=threads))
    if table == "meta":
        assert got["report"].to_list() == [str(path) for path in files(folder)]
        assert got["year"].unique().to_list() == [2024]
    else:
        each = [pl.DataFrame(getattr(rp.parse_file(path), table)) for path in files(folder)]
        assert got.equals(pl.concat(each))


def test_batches_are_iterated(folder: Path) -> None:
    batches = rp.parse_files(files(folder))
    first = next(batches)
    assert first.columns[:2] == ["report", "metric"]
    rows = [row for batch in [first, *batches] for row in batch.to_dicts()]
    assert len(rows) == 100 * len(rp.parse(TEXT).metrics)
    assert len(first) == len(pa.table(first)) == len(first.to_polars())
    assert list(batches) == []
    assert repr(batches) == "<Batches of metrics>"
    assert repr(first) == f"<Batch of {len(first)} rows>"


@pytest.fixture
def damaged(folder: Path) -> list[Path]:
    """Files of which the third is empty, the fifth an image and the last missing."""
    several = files(folder)[:40]
    several[2].write_text(" ", encoding="utf-8")
    several[4].write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    return [*several, folder / "missing.txt"]


def test_one_bad_file_raises_after_the_rows_before_it(damaged: list[Path]) -> None:
    batches = rp.parse_files(damaged, "meta")
    assert [row["report"] for row in next(batches).to_dicts()] == [str(path) for path in damaged[:2]]
    with pytest.raises(rp.InputError, match="is empty") as error:
        next(batches)
    assert error.value.path == str(damaged[2])


def test_bad_files_are_skipped_or_collected(damaged: list[Path]) -> None:
    good = [str(path) for path in damaged if path not in (damaged[2], damaged[4], damaged[-1])]
    skipped = rp.parse_files(damaged, "meta", on_error="skip")
    assert skipped.to_polars()["report"].to_list() == good
    assert skipped.errors == []
    collected = rp.parse_files(damaged, "meta", on_error="collect")
    assert collected.to_polars()["report"].to_list() == good
    assert [error.path for error in collected.errors] == [str(damaged[at]) for at in (2, 4, -1)]
    assert all(isinstance(error, rp.InputError) for error in collected.errors)


def test_an_error_ends_the_stream(damaged: list[Path]) -> None:
    with pytest.raises(Exception, match="InputError.*is empty"):
        pa.table(rp.parse_files(damaged))


def test_progress_counts_files(folder: Path) -> None:
    done: list[int] = []
    assert len(list(rp.parse_files(folder, progress=done.append))) == len(done)
    assert sum(done) == 100

    def fails(_: int) -> None:
        raise RuntimeError("on purpose")

    with pytest.raises(RuntimeError, match="on purpose"):
        next(rp.parse_files(folder, progress=fails))


@pytest.mark.parametrize("method", ["to_arrow", "to_pandas", "to_polars"])
def test_a_run_calls_back_while_another_library_takes_it(folder: Path, damaged: list[Path], method: str) -> None:
    done: list[int] = []
    assert len(getattr(rp.parse_files(files(folder)[5:], progress=done.append), method)()) > 0
    assert sum(done) == 95
    with pytest.raises(Exception, match="is empty"):
        getattr(rp.parse_files(damaged, progress=done.append), method)()


def test_a_bar_is_shown(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    list(rp.parse_files(folder, progress=True))
    assert "100/100" in capsys.readouterr().err
    monkeypatch.setitem(__import__("sys").modules, "tqdm.auto", None)
    with pytest.raises(ImportError, match="progress=True needs tqdm"):
        rp.parse_files(folder, progress=True)


def test_options_and_wrong_use(folder: Path) -> None:
    assert len(rp.parse_files(folder, parser=rp.Parser(metrics=False)).to_polars()) == 0
    assert list(rp.parse_files([])) == []
    with pytest.raises(ValueError, match="there is no table .*name one of meta, sections"):
        parse_files(folder, "metric")
    with pytest.raises(ValueError, match="on_error must be 'raise', 'skip' or 'collect', not 'ignore'"):
        parse_files(folder, on_error="ignore")
    with pytest.raises(ValueError, match="threads must be a whole number from 1 on, not 0"):
        parse_files(folder, threads=0)
    with pytest.raises(TypeError, match="expected a path or several, not int"):
        parse_files(3)
    empty = folder / "empty"
    empty.mkdir()
    with pytest.raises(rp.InputError, match="no file in it is named as text, HTML, Word or PDF") as error:
        parse_files(empty)
    assert error.value.path == str(empty)


def test_a_single_file_will_do(folder: Path) -> None:
    path = files(folder)[7]
    expected = rp.parse_file(path).metrics.to_dicts()
    assert next(rp.parse_files(path)).to_dicts() == next(rp.parse_files(os.fspath(path))).to_dicts() == expected


def test_an_iterator_may_be_dropped_early(folder: Path) -> None:
    before = threading.active_count()
    for _ in range(20):
        next(rp.parse_files(folder, threads=2))
    assert threading.active_count() == before


def test_memory_is_bounded(tmp_path: Path, resident: Callable[[], int]) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT * 5, encoding="utf-8")
    for _ in rp.parse_files([path] * 500):
        pass
    before = resident()
    rows = sum(len(batch) for batch in rp.parse_files([path] * 3000))
    assert rows > 30_000
    assert resident() - before < 50_000_000
