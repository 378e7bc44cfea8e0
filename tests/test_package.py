"""The package as others get it: the public names, and a wheel that is installed and run outside the checkout."""

from __future__ import annotations

import importlib.metadata
import json
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

import figx

CHECKOUT = Path(__file__).resolve().parents[1]
HEAVY = ("spacy", "pint", "pydantic", "rich", "numpy", "typer")
CLEAN = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PIP"))}


def run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run(list(map(str, command)), cwd=cwd, env=CLEAN, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def archives(tmp_path_factory):
    """The sdist, and the wheel that is built from what the sdist holds. Needs no network."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, CHECKOUT, cwd=folder)
    [sdist], [wheel] = folder.glob("*.tar.gz"), folder.glob("*.whl")
    return sdist, wheel


@pytest.fixture(scope="module")
def installed(archives, tmp_path_factory):
    """A new virtual environment with the wheel in it; the packages that figx needs are lent by this one."""
    folder = tmp_path_factory.mktemp("elsewhere")
    run(sys.executable, "-m", "venv", folder / "venv", cwd=folder)
    python = folder / "venv/bin/python"
    run(python, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", archives[1], cwd=folder)
    [own] = (folder / "venv/lib").glob("python*/site-packages")
    lent = {str(Path(distribution.locate_file("")).resolve()) for distribution in importlib.metadata.distributions()}
    checkout = {str(CHECKOUT), str(CHECKOUT / "src"), str(CHECKOUT / "benchmarks")}
    (own / "lent.pth").write_text("\n".join(sorted(lent - checkout)), encoding="utf-8")
    return folder


def test_public_names_are_sorted_and_there():
    assert figx.__all__ == sorted(figx.__all__)
    assert dir(figx) == figx.__all__
    assert all(getattr(figx, name) is not None for name in figx.__all__)


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'extrct'"):
        figx.extrct  # noqa: B018


def test_the_two_places_of_the_version_agree():
    assert figx.__version__ == importlib.metadata.version("figx")


@pytest.mark.parametrize("module", ["", "documents", "errors", "figure", "numerals", "sentences", "writers"])
def test_import_loads_nothing_heavy(module, tmp_path):
    code = f"import sys, figx{'.' * bool(module)}{module}; print([m for m in {HEAVY} if m in sys.modules])"
    assert run(sys.executable, "-c", code, cwd=tmp_path).strip() == "[]"


def test_help_loads_nothing_heavy(tmp_path):
    code = (
        "import atexit, sys; from figx.cli import main\n"
        f"atexit.register(lambda: print([m for m in {HEAVY[:-1]} if m in sys.modules], file=sys.stdout))\n"
        "main(['--help'])"
    )
    assert run(sys.executable, "-c", code, cwd=tmp_path).strip().endswith("[]")


def test_the_sdist_holds_patterns_samples_and_the_checks(archives):
    with tarfile.open(archives[0]) as sdist:
        names = {name.partition("/")[2] for name in sdist.getnames()}
    assert {"patterns/en/numbers.toml", "patterns/units.txt", "patterns/places.tsv", "patterns/README.md"} <= names
    assert {"samples/README.md", "samples/news-crossing.txt", "samples/news-crossing.expected.jsonl"} <= names
    assert {"README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "pyproject.toml", ".ci/run"} <= names
    assert "tests/test_package.py" in names
    assert not [name for name in names if name.startswith((".venv", ".git/")) or "__pycache__" in name]


def test_the_wheel_holds_every_pattern_and_the_mark_that_it_is_typed(archives):
    with zipfile.ZipFile(archives[1]) as wheel:
        names = set(wheel.namelist())
    shipped = {path.relative_to(CHECKOUT).as_posix() for path in (CHECKOUT / "patterns").rglob("*") if path.is_file()}
    assert {f"figx/{name}" for name in shipped} <= names
    assert "figx/py.typed" in names
    assert not [name for name in names if not name.startswith(("figx/", "figx-"))]


def test_the_wheel_runs_outside_the_checkout(installed):
    (installed / "speech.txt").write_text("Last year at least 12,000 refugees crossed into Chad.\n", encoding="utf-8")
    printed = run(installed / "venv/bin/figx", "extract", "speech.txt", "--format", "json", cwd=installed)
    [figure] = json.loads(printed)
    assert (figure["value"], figure["qualifier"], figure["unit"]) == (12000, "at_least", "person")
    assert (figure["noun"], figure["places"]) == ("refugees", ["TCD"])


def test_the_wheel_finds_its_own_patterns(installed):
    rules = json.loads(run(installed / "venv/bin/figx", "patterns", "list", "--format", "json", cwd=installed))
    home = (installed / "venv").resolve()
    assert rules
    assert all(Path(rule["source"]).resolve().is_relative_to(home) for rule in rules)


def test_the_wheel_is_a_component_for_spacy(installed):
    code = (
        "import spacy; nlp = spacy.blank('en'); nlp.add_pipe('figx')\n"
        "doc = nlp('Some 300 people fled.')\n"
        "print([(span.text, span.label_) for span in doc.spans['figx']])"
    )
    assert run(installed / "venv/bin/python", "-c", code, cwd=installed).strip() == "[('300', 'count')]"


def test_python_m_figx_is_figx(installed):
    printed = run(installed / "venv/bin/python", "-m", "figx", "--version", cwd=installed)
    assert printed == f"figx {figx.__version__}\n"
