"""The types are complete, and the documentation says what the stub says."""

import ast
import doctest
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import reportparse as rp
from reportparse import _native

PACKAGE = Path(rp.__file__).parent
HOME = Path(__file__).parents[1]
CHECKS = {
    "mypy": ["-m", "mypy"],
    "stubtest": [
        "-m",
        "mypy.stubtest",
        "reportparse",
        "--allowlist=stubtest-allowlist.txt",
        "--mypy-config-file=stubtest.ini",
    ],
    "ruff": ["-m", "ruff", "check"],
    "format": ["-m", "ruff", "format", "--check"],
}


@pytest.mark.parametrize("name", CHECKS)
def test_the_checks_are_clean(name: str) -> None:
    ran = subprocess.run([sys.executable, *CHECKS[name]], cwd=HOME, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def documented() -> Iterator[tuple[str, str]]:
    """Every documented name of the stub, with the first paragraph of its docstring."""
    for node in ast.walk(ast.parse((PACKAGE / "_native.pyi").read_text(encoding="utf-8"))):
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield node.name, ast.get_docstring(node) or ""
            for member in node.body:
                if isinstance(member, ast.FunctionDef) and not member.name.startswith("_"):
                    yield f"{node.name}.{member.name}", ast.get_docstring(member) or ""


def test_help_has_a_sentence_for_everything() -> None:
    names = dict(documented())
    assert len(names) > 80
    for name, text in names.items():
        thing: object = _native
        for part in name.split("."):
            thing = getattr(thing, part)
        assert text, f"{name} has no docstring in the stub"
        assert thing.__doc__, f"{name} has no docstring at run time"


def test_the_examples_of_the_stub_run() -> None:
    source = (PACKAGE / "_native.pyi").read_text(encoding="utf-8")
    names = {name: getattr(rp, name) for name in rp.__all__}
    runner = doctest.DocTestRunner()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, (ast.ClassDef, ast.FunctionDef)) and (text := ast.get_docstring(node)):
            example = doctest.DocTestParser().get_doctest(text, names, node.name, "_native.pyi", node.lineno)
            runner.run(example)
    assert runner.summarize().failed == 0
    assert runner.summarize().attempted >= 5


def test_the_examples_of_the_readme_and_the_package_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(HOME.parent)
    readme = doctest.testfile(str(HOME / "README.md"), module_relative=False)
    package = doctest.testmod(rp)
    assert (readme.failed, package.failed) == (0, 0)
    assert readme.attempted >= 10
    assert package.attempted >= 3


def test_all_is_what_there_is() -> None:
    # Modules of their own are there once they are imported.
    public = {
        name for name, thing in vars(rp).items() if not name.startswith("_") and not isinstance(thing, ModuleType)
    }
    assert public == set(rp.__all__) - {"__version__"}
    assert (PACKAGE / "py.typed").exists()
