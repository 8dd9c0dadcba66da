"""What the tests share: the samples, the shared corpus, the program."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

import reportparse as rp

ROOT = Path(__file__).parents[2]
SAMPLES = sorted((ROOT / "examples" / "reports").glob("*.txt"))

# A report with every kind of row: an annex, a character outside the basic plane, points in points, a range.
TEXT = """\
松石县人民政府工作报告
——2024年1月8日在松石县第十八届人民代表大会第三次会议上
县长  林有禾

各位代表：
现在，我代表县人民政府向大会报告工作。
一、2023年工作回顾
（一）经济稳步回升。全年地区生产总值完成133.8亿元，同比增长5.2%；一般公共预算收入8.15亿元，其中税收收入6.02亿元，下降3.1%。
产业集聚成势。新增规上企业近30家，𠮷祥园区接待游客4万余人次，增长13%—32%。
（二）乡村振兴有力
粮食连年丰收。
二、2024年工作安排
今年地区生产总值增长5.5%左右，城镇调查失业率控制在5%以内。重点做好三方面工作：
一是稳住工业。工业投资增长10%以上。
二是做强农业。重点抓两件事：①抓好冬小麦，播种面积不少于3万亩；②抓好大棚菜。
三是改善民生。
"""


@pytest.fixture(scope="session")
def report() -> rp.Report:
    return rp.parse(TEXT, name="松石.txt")


@pytest.fixture(params=SAMPLES, ids=lambda path: path.stem)
def sample(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


@pytest.fixture(scope="session")
def program() -> Path:
    """The program `reportparse`, built from the same sources."""
    subprocess.run(["cargo", "build", "--quiet", "--bin", "reportparse"], cwd=ROOT, check=True)
    target = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
    return target / "debug" / "reportparse"


@pytest.fixture
def resident() -> Callable[[], int]:
    """How much memory the process holds now, in bytes."""
    statm = Path("/proc/self/statm")
    if not statm.exists():
        pytest.skip("only Linux tells this")
    return lambda: int(statm.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The corpus of real reports, which is no part of the repository: REPORTPARSE_SHARED names the folder above it."""
    folder = Path(os.environ.get("REPORTPARSE_SHARED", ROOT.parent / "shared")) / "corpus"
    if not folder.exists():
        message = f"there is no {folder}: set REPORTPARSE_SHARED to the folder that holds corpus/"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    return folder


@pytest.fixture(scope="session")
def corpus(shared: Path) -> list[Path]:
    """The annotated real reports."""
    reports = sorted((shared / "gold").glob("*.txt"))
    assert reports
    return reports
