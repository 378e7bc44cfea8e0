"""The documents tell the truth: every command, Python example and rule that they show is run.

`python tests/test_readme.py` writes what the commands print now, and the recorded accuracy, into the documents.
"""

from __future__ import annotations

import contextlib
import doctest
import json
import os
import pty
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

from figx.checking import check
from figx.figure import FIELDS, Kind, Qualifier, Role, Status
from figx.schema import TABLES, PackFile

CHECKOUT = Path(__file__).resolve().parents[1]
DOCUMENTS = ["README.md", "CONTRIBUTING.md", "patterns/README.md"]
BLOCK = re.compile(r"^```(?P<language>\w+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
ESCAPE = re.compile(r"\x1b\[[\d;?]*[A-Za-z]")
INSTALLING = re.compile(r"^(?:python3 -m venv|uv |\.venv/bin/(?:python -m pytest|pip)|bash \.ci/run|git clone)")
ACCURACY = re.compile(r"(?<=<!-- accuracy -->\n).*?(?=\n<!-- end -->)", re.DOTALL)


@dataclass(frozen=True)
class Example:
    """A block of a document: `section` is the heading above it, `number` its place in the document."""

    document: str
    section: str
    number: int
    language: str
    body: str


def read(name):
    return (CHECKOUT / name).read_text(encoding="utf-8")


def examples(*languages):
    found = []
    for document in DOCUMENTS:
        text = read(document)
        for number, match in enumerate(BLOCK.finditer(text), 1):
            headings = re.findall(r"^##+ (.+)$", text[: match.start()], re.MULTILINE)
            section = headings[-1] if headings else "top"
            if match["language"] in languages:
                found.append(Example(document, section, number, match["language"], match["body"]))
    return found


def sections(*languages):
    """The examples of each section together: a command may need the file that the one before it wrote."""
    grouped = {}
    for example in examples(*languages):
        grouped.setdefault((example.document, example.section), []).append(example)
    return [pytest.param(group, id=f"{name}: {section}") for (name, section), group in grouped.items()]


def shown(body):
    """The commands of a console block, each with the output that stands below it."""
    parts = re.split(r"^\$ (.+(?:\\\n.+)*)\n", body, flags=re.MULTILINE)
    assert not parts[0].strip(), parts[0]
    return list(zip(parts[1::2], parts[2::2], strict=True))


def on_a_terminal(command, folder):
    """What a person sees who types `command` in a terminal 100 columns wide, without colours; and the status."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    settings = {"PATH": path, "COLUMNS": "100", "LINES": "50", "TERM": "dumb"}
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        ["bash", "-c", command], cwd=folder, stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs,
        env={**os.environ, **settings},
    )  # fmt: skip
    os.close(theirs)
    seen = b""
    with contextlib.suppress(OSError):  # the end of a terminal is an input/output error
        while chunk := os.read(ours, 65536):
            seen += chunk
    os.close(ours)
    return tidy(ESCAPE.sub("", seen.decode("utf-8"))), process.wait()


def tidy(text):
    return "".join(line.rstrip() + "\n" for line in text.strip("\n").splitlines()) if text.strip() else ""


def workplace(folder):
    """A folder that looks like the checkout to the commands, and may be written to."""
    shutil.copytree(CHECKOUT / "samples", folder / "samples")
    shutil.copytree(CHECKOUT / "patterns", folder / "patterns")
    return folder


@pytest.mark.parametrize("group", sections("console"))
def test_commands_print_what_is_shown(group, tmp_path):
    folder = workplace(tmp_path)
    for example in group:
        for command, expected in shown(example.body):
            if INSTALLING.match(command):
                continue
            printed, _ = on_a_terminal(command, folder)
            assert "Traceback" not in printed
            assert "Usage:" not in printed, f"{command}\n{printed}"
            if expected.strip():
                assert printed == tidy(expected), f"$ {command}"


@pytest.mark.parametrize("group", sections("python"))
def test_python_examples_run(group, tmp_path, monkeypatch):
    monkeypatch.chdir(workplace(tmp_path))
    variables = {}
    for example in group:
        test = doctest.DocTestParser().get_doctest(example.body, variables, example.section, example.document, 0)
        assert test.examples, example.body
        runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
        report = []
        runner.run(test, out=report.append, clear_globs=False)
        assert not runner.failures, "".join(report)
        variables.update(test.globs)


@pytest.mark.parametrize("group", sections("toml"))
def test_rules_hold(group, tmp_path):
    for example in group:
        assert PackFile.model_validate(tomllib.loads(example.body))
        folder = tmp_path / str(example.number)
        folder.mkdir()
        (folder / "rules.toml").write_text(example.body, encoding="utf-8")
        assert check(folder).faults == []


def test_every_table_of_a_pack_is_explained():
    tables = {table for example in examples("toml") for table in tomllib.loads(example.body)}
    assert tables >= {*TABLES, "example", "disable"}


def test_the_two_commands_that_install_and_test():
    commands = [command for example in examples("console") for command, _ in shown(example.body)]
    assert "python3 -m venv .venv && .venv/bin/pip install -e '.[dev]' && .venv/bin/figx extract samples/" in commands
    assert ".venv/bin/python -m pytest" in commands
    assert "uv sync --extra dev && uv run figx extract samples/" in commands
    assert "uv run pytest" in commands


def test_installing_commands_name_what_is_there():
    project = tomllib.loads(read("pyproject.toml"))["project"]
    for example in examples("console"):
        for command, _ in shown(example.body):
            words = shlex.split(command)
            extras = [words[i + 1] for i, word in enumerate(words) if word == "--extra"]
            extras += re.findall(r"\.\[(\w+)\]", command)
            assert set(extras) <= project["optional-dependencies"].keys()


def test_every_field_and_every_value_is_explained():
    section = read("README.md").split("\n## Fields\n")[1].split("\n## ")[0]
    named = re.findall(r"`(\w+)`", section)
    assert set(FIELDS) <= set(named)
    assert {member.value for enum in (Qualifier, Kind, Status, Role) for member in enum} <= set(named)


def test_every_module_has_its_place_in_the_table():
    table = read("CONTRIBUTING.md").split("\n## Where things are\n")[1].split("\n## ")[0]
    modules = {path.stem if path.is_file() else f"{path.name}/" for path in (CHECKOUT / "src/figx").glob("[a-z]*")}
    assert modules - {"py", "patterns/"} - set(re.findall(r"`(\w+/?)`", table)) == set()


@pytest.mark.parametrize("name", [*DOCUMENTS, "CHANGELOG.md", "benchmarks/README.md", "samples/README.md"])
def test_links_lead_somewhere(name):
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", read(name)):
        if not target.startswith(("http://", "https://")):
            assert (CHECKOUT / name).parent.joinpath(target).exists(), target


def test_the_accuracy_is_the_one_recorded():
    shown_table = ACCURACY.search(read("README.md"))
    assert shown_table is not None
    assert shown_table.group() == accuracy_table()


def accuracy_table():
    """The figures of benchmarks/accuracy.json that tell an analyst most, as a table in markdown."""
    record = json.loads(read("benchmarks/accuracy.json"))
    dev, recognizers = record["dev"], record["recognizers"]
    rows = [
        ("figures found, of those in the texts (recall)", dev["recall"]),
        ("figures right, of those found (precision)", dev["precision"]),
        ("of the figures found: extent of the quote", dev["span"]),
        ("of the figures found: qualifier, and with it the bounds", dev["qualifier"]),
        ("of the figures found: kind", dev["kind"]),
        ("of the figures found: unit", dev["unit"]),
        ("of the figures found: noun", dev["noun"]),
        ("of the figures found: category", dev["category"]),
        ("of the figures found: status", dev["status"]),
        ("of the figures found: role", dev["role"]),
        ("of the figures found: trend", dev["trend"]),
        ("of the figures found: places", dev["places"]),
        ("of the figures found: time", dev["time"]),
        ("numbers in words read to their value", recognizers["number_words"]),
        ("texts with every sum of money found, with its currency", recognizers["currency_rows"]),
        ("numbers of any kind in business and sports news, value right (F1)", record["newsquant"]["f1"]),
        ("the figure that a monitor took from a report on displacement, found", record["idmc"]["target_recall"]),
    ]
    return "\n".join(["| what | right |", "| --- | --- |", *(f"| {what} | {score:.1%} |" for what, score in rows)])


def update():
    """Write what the commands print now, and the recorded accuracy, into the documents."""
    for document in DOCUMENTS:
        text = read(document)
        for group in (parameter.values[0] for parameter in sections("console")):
            if group[0].document != document:
                continue
            with tempfile.TemporaryDirectory() as folder:
                workplace(Path(folder))
                for example in group:
                    now = renewed(example.body, folder)
                    text = text.replace(f"```console\n{example.body}```", f"```console\n{now}```")
        if document == "README.md":
            text = ACCURACY.sub(lambda _: accuracy_table(), text)
        (CHECKOUT / document).write_text(text, encoding="utf-8")


def renewed(body, folder):
    lines = []
    for command, expected in shown(body):
        printed = "" if INSTALLING.match(command) else on_a_terminal(command, folder)[0]
        space = "\n" if expected.endswith("\n\n") else ""
        lines.append(f"$ {command}\n{printed if expected.strip() else ''}{space}")
    return "".join(lines)


if __name__ == "__main__":
    update()
