"""The interpreter is released while a report is parsed, and reports are shared between threads."""

import pickle
import threading
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context

import reportparse as rp

from .conftest import TEXT


def test_other_threads_run_while_a_report_is_parsed() -> None:
    text = TEXT * 10_000
    started, ticks = threading.Event(), 0
    done = threading.Event()

    def tick() -> None:
        nonlocal ticks
        started.set()
        while not done.is_set():
            ticks += 1
            time.sleep(0.001)

    thread = threading.Thread(target=tick)
    thread.start()
    started.wait()
    before = ticks
    begun = time.perf_counter()
    rp.parse(text)
    elapsed = time.perf_counter() - begun
    during = ticks - before
    done.set()
    thread.join()
    # A held interpreter lets the other thread tick once or twice; a released one, hundreds of times a second.
    assert during > max(3, elapsed * 20)


def test_one_report_is_read_by_many_threads() -> None:
    report = rp.parse(TEXT)
    expected = (report.to_json(), report.metrics.to_dicts(), [section.path for section in report.sections])

    def read(_: int) -> bool:
        fresh = rp.parse(TEXT)
        paths = [section.path for section in fresh.sections]
        return (report.to_json(), report.metrics.to_dicts(), paths) == expected and fresh == report

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(read, range(200)))


def test_one_parser_serves_many_threads() -> None:
    parser = rp.Parser(indicators={"锂电池产量": "LI"})
    with ThreadPoolExecutor(8) as pool:
        reports = list(pool.map(parser.parse, [TEXT + f"第{n}份。" for n in range(100)]))
    assert [report.text[-3 - len(str(n)) :] for n, report in enumerate(reports)] == [f"第{n}份。" for n in range(100)]


def test_reports_go_to_other_processes() -> None:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        back = pool.submit(rp.parse, TEXT).result()
    assert back == rp.parse(TEXT)
    assert pickle.loads(pickle.dumps(back)) == back
