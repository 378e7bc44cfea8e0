"""The command as people run it: what it prints, where, and how it ends."""

from __future__ import annotations

import csv
import functools
import io
import json
import os
import pty
import signal
import subprocess
import sys
from decimal import Decimal
from importlib.metadata import version
from pathlib import Path

import pytest

from command import FIGX, PLAIN_ENVIRONMENT, Ran, run
from figx.cli import main
from figx.cli.filters import Filter, with_context
from figx.figure import FIELDS, Figure
from figx.pipeline import Extractor
from figx.settings import Settings

SPEECH = (
    "At least 12,000 people crossed the river. In 2021 we gave $5 million. It rained.\n\n"
    "Some 40 per cent were children.\n"
)


@functools.cache
def _extractor(lang: str, patterns: tuple[Path, ...], settings: Settings) -> Extractor:
    return Extractor(lang, patterns, settings)


@pytest.fixture
def here(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch):
    """The command in this process, the same ways in and out; faster, as extractors are built once for all tests."""
    monkeypatch.setattr(
        "figx.pipeline.Extractor",
        lambda lang="en", patterns=(), settings=None: _extractor(
            lang, tuple(map(Path, patterns)), settings or Settings()
        ),
    )

    def call(*args: str | Path, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as end:
            main([str(arg) for arg in args])
        captured = capsys.readouterr()
        return Ran(int(end.value.code or 0), captured.out, captured.err)

    ending = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)}
    yield call
    for number, handler in ending.items():
        signal.signal(number, handler)


@pytest.fixture
def speech(tmp_path: Path) -> Path:
    path = tmp_path / "speech.txt"
    path.write_bytes(SPEECH.encode())
    return path


def left_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


# What it prints


def test_json_into_a_pipe(speech: Path):
    ran = run("extract", speech)
    assert ran.status == 0
    assert ran.err == "3 figures in 1 document\n"
    rows = json.loads(ran.out)
    assert [row["value"] for row in rows] == [12000, 5000000, 40]
    assert all(SPEECH[row["start"] : row["end"]] == row["text"] for row in rows)
    assert all(tuple(row) == FIELDS and row["doc"] == str(speech) for row in rows)
    assert '"value": 5000000,' in ran.out


@pytest.mark.parametrize("args", [(), ("-",)])
def test_standard_input(here, args: tuple[str, ...]):
    ran = here("extract", *args, "--format", "jsonl", "--quiet", stdin=SPEECH.encode("utf-16"))
    rows = [json.loads(line) for line in ran.out.splitlines()]
    assert [(row["doc"], row["value"]) for row in rows] == [("<stdin>", v) for v in (12000, 5000000, 40)]
    assert (ran.status, ran.err) == (0, "")


@pytest.mark.parametrize(("how", "delimiter"), [("csv", ","), ("tsv", "\t")])
def test_columns_pick_and_order(here, speech: Path, how: str, delimiter: str):
    ran = here("extract", speech, "-f", how, "--columns", "value,qualifier", "--columns", "text,value")
    assert list(csv.reader(io.StringIO(ran.out), delimiter=delimiter)) == [
        ["value", "qualifier", "text"],
        ["12000", "at_least", "12,000"],
        ["5000000", "exact", "$5 million"],
        ["40", "approx", "40 per cent"],
    ]


def test_a_table_on_a_terminal(speech: Path):
    main_end, terminal = pty.openpty()
    environment = PLAIN_ENVIRONMENT | {"TERM": "xterm-256color", "COLUMNS": "80"}
    with subprocess.Popen(
        [*FIGX, "extract", str(speech)], stdin=terminal, stdout=terminal, stderr=subprocess.PIPE, env=environment
    ) as process:
        os.close(terminal)
        out = b""
        while chunk := _read(main_end):
            out += chunk
        process.communicate(timeout=60)
    os.close(main_end)
    assert process.returncode == 0
    assert b"\x1b[" in out
    assert b"12,000" in out and b"at_least" in out


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:  # Linux says so when the other end is closed
        return b""


def test_nothing_at_all_on_a_terminal_shows_help():
    main_end, terminal = pty.openpty()
    done = subprocess.run([*FIGX, "extract"], stdin=terminal, capture_output=True, timeout=60)
    os.close(terminal)
    os.close(main_end)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"Examples:" in done.stderr


def test_a_table_into_a_file_has_no_colours(here, speech: Path, tmp_path: Path):
    out = tmp_path / "out.txt"
    assert here("extract", speech, "-o", out).status == 0
    assert "12,000" in out.read_text()
    assert "\x1b" not in out.read_text()


def test_filters(here, speech: Path):
    ran = here("extract", speech, "--kinds", "count, money", "--min", "1e4", "--max", "1,000,000")
    assert [row["value"] for row in json.loads(ran.out)] == [12000]


def test_durations_only_when_asked_for(here):
    text = b"For four years 300 people waited."
    assert [row["kind"] for row in json.loads(here("extract", stdin=text).out)] == ["count"]
    assert {row["kind"] for row in json.loads(here("extract", "--kinds", "all", stdin=text).out)} == {
        "count",
        "duration",
    }


def test_context(here, speech: Path):
    ran = here("extract", speech, "--context", "1", "--kinds", "money")
    assert [row["sentence"] for row in json.loads(ran.out)] == [SPEECH.split("\n")[0]]


@pytest.mark.parametrize(("how", "empty"), [("json", "[]\n"), ("jsonl", ""), ("csv", "value\n")])
def test_no_figures_is_no_error(here, how: str, empty: str):
    ran = here("extract", "-f", how, "--columns", "value", stdin=b"Nobody came.")
    assert (ran.status, ran.out, ran.err) == (0, empty, "0 figures in 1 document\n")


# Files that are written


@pytest.mark.parametrize("suffix", [".json", ".jsonl", ".ndjson", ".csv", ".tsv"])
def test_the_suffix_chooses_the_format(here, speech: Path, suffix: str):
    out = speech.with_name(f"out{suffix}")
    ran = here("extract", speech, "-o", out, "--columns", "text,value")
    assert (ran.status, ran.out) == (0, "")
    assert ran.err == f"3 figures in 1 document, written to {out}\n"
    first = out.read_text().splitlines()[0]
    expected = {".json": "[", ".csv": "text,value", ".tsv": "text\tvalue"}
    assert first == expected.get(suffix, '{"text": "12,000", "value": 12000}')


def test_an_output_is_not_read_as_an_input(here, speech: Path):
    for _ in range(2):
        ran = here("extract", speech.parent, "-o", speech.parent / "all.txt")
        assert ran.err.startswith("3 figures in 1 document")


def test_a_text_is_not_overwritten(here, speech: Path):
    ran = here("extract", speech, "-o", speech.parent / "." / "speech.txt")
    assert ran.status == 2
    assert speech.read_text() == SPEECH


def test_nothing_is_written_where_nothing_was_read(here, tmp_path: Path):
    (tmp_path / "out.csv").write_text("earlier")
    assert here("extract", tmp_path / "no.txt", "-o", tmp_path / "out.csv").status == 1
    assert (tmp_path / "out.csv").read_text() == "earlier"


def test_a_folder_that_is_not_there(here, speech: Path):
    ran = here("extract", speech, "-o", speech.parent / "no" / "out.csv")
    assert (ran.status, ran.err) == (1, f"figx: error: {speech.parent / 'no' / 'out.csv'}: no such folder\n")


def _heed_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_interrupted_it_leaves_no_half_file(speech: Path, number: int, status: int):
    """The second input is a pipe that nobody ends, so that the run stands in the middle of its output."""
    first, pipe = speech.with_name("first.txt"), speech.with_name("pipe")
    first.write_bytes("12 réfugiés came.".encode("cp1252"))
    os.mkfifo(pipe)
    held = os.open(pipe, os.O_RDWR)
    command = [*FIGX, "extract", str(first), str(pipe), "-o", str(speech.with_name("out.json"))]
    # Where the tests run in the background of a shell, Ctrl-C is ignored, and so it is by what they start.
    with subprocess.Popen(command, stderr=subprocess.PIPE, preexec_fn=_heed_interrupts) as process:
        assert process.stderr is not None
        assert b"Windows-1252" in process.stderr.readline()  # it is at work, and its output open
        assert any(name.endswith(".tmp") for name in left_in(speech.parent))
        process.send_signal(number)
        _, err = process.communicate(timeout=60)
    os.close(held)
    assert (process.returncode, err) == (status, b"")
    assert left_in(speech.parent) == ["first.txt", "pipe", "speech.txt"]


# Inputs that fail


def _bad(folder: Path) -> dict[str, str]:
    """A folder of bad inputs, and what is said of each."""
    (folder / "binary.txt").write_bytes(b"12,000 people\0\0")
    (folder / "paper.txt").write_bytes(b"%PDF-1.4\n")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "blank.txt").write_bytes(b" \r\n")
    (folder / "bare").mkdir()
    (folder / "loop.txt").symlink_to("loop.txt")
    return {
        "no.txt": "no such file or folder",
        "binary.txt": "this is a binary file, not a text; convert it to plain text first",
        "paper.txt": "this is a PDF, not a text; convert it to plain text first",
        "empty.txt": "the file is empty",
        "blank.txt": "there is nothing but white space in it",
        "bare": "no .txt or .md file in this folder or below it",
        "loop.txt": "too many levels of symbolic links",
        "n" * 300: "file name too long",
    }


def test_each_bad_input_gets_a_line_and_the_others_are_done(speech: Path):
    reasons = _bad(speech.parent)
    ran = run("extract", *(speech.parent / name for name in reasons), speech, "--quiet")
    assert ran.status == 1
    assert ran.err.splitlines() == [
        f"figx: error: {speech.parent / name}: {reason}" for name, reason in reasons.items()
    ]
    assert len(json.loads(ran.out)) == 3


@pytest.mark.parametrize(("how", "empty"), [("json", "[]\n"), ("csv", "value\n"), ("jsonl", "")])
def test_where_no_input_can_be_read_the_output_is_valid(here, tmp_path: Path, how: str, empty: str):
    ran = here("extract", tmp_path / "no.txt", tmp_path, "-f", how, "--columns", "value")
    assert (ran.status, ran.out) == (1, empty)
    assert ran.err.count("figx: error: ") == 2


def test_other_encodings_are_read_and_a_guess_is_told(here, tmp_path: Path):
    (tmp_path / "a.txt").write_bytes("12 réfugiés came – at last.".encode("cp1252"))
    (tmp_path / "b.txt").write_bytes("12 réfugiés came.".encode("utf-16"))
    ran = here("extract", tmp_path)
    assert ran.status == 0
    assert [row["sentence"] for row in json.loads(ran.out)] == ["12 réfugiés came – at last.", "12 réfugiés came."]
    assert ran.err.splitlines()[0] == f"figx: warning: {tmp_path / 'a.txt'}: not UTF-8, read as Windows-1252"
    assert here("extract", tmp_path, "--quiet").err == ""


@pytest.mark.parametrize("how", ["json", "csv"])
def test_a_reader_who_closes_the_pipe(speech: Path, how: str):
    with subprocess.Popen(
        [*FIGX, "extract", str(speech), "-f", how], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == b""
    assert process.returncode == 141


@pytest.mark.parametrize("args", [["--version"], ["--help"], ["patterns", "list"]])
def test_a_full_disk(args: list[str]):
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([*FIGX, *args], stdout=full, stderr=subprocess.PIPE, text=True, timeout=60)
    assert done.returncode == 1
    assert done.stderr.startswith("figx: error: ")
    assert "No space left on device" in done.stderr
    assert done.stderr.count("\n") == 1


def test_the_output_is_utf8_whatever_the_locale(tmp_path: Path):
    environment = PLAIN_ENVIRONMENT | {"PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    text = "12 réfugiés came.".encode()
    done = subprocess.run([*FIGX, "extract", "--columns", "noun"], input=text, capture_output=True, env=environment)
    assert json.loads(done.stdout.decode()) == [{"noun": "réfugiés"}]


# Wrong usage


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--kinds", "counts"], "'counts' is none of count, money, share, multiple, measure, duration, age, all"),
        (["--columns", "value,nouns"], "Did you mean noun?"),
        (["--columns", ","], "nothing named; there are: doc, id"),
        (["--category", "refuge"], "refugee_cap, resettled"),
        (["--status", "promised"], "actual, target, pledged, required, projected, negated"),
        (["--place", "Syria"], "Did you mean SYR"),
        (["--min", "many"], "'many' is no number"),
        (["--max", "nan"], "'nan' is no number"),
        (["--context", "-1"], "--context"),
        (["--format", "xls"], "'table', 'json', 'jsonl', 'csv', 'tsv'"),
        (["--output", "out.xls"], ".json, .jsonl, .ndjson, .csv, .tsv, .txt"),
        (["--patterns", "nowhere"], "no folder 'nowhere'"),
        (["--lang", "xx"], "no pattern pack for language 'xx'; there are packs for: "),
        (["--colums", "value"], "--columns"),
    ],
)
def test_wrong_usage_names_what_is_right(here, speech: Path, args: list[str], said: str):
    ran = here("extract", speech, *args)
    assert (ran.status, ran.out) == (2, "")
    assert said in " ".join(ran.err.split())
    assert left_in(speech.parent) == ["speech.txt"]


@pytest.mark.parametrize("args", [[], ["nothing"], ["patterns"], ["patterns", "check", "/no/such/folder"]])
def test_commands_that_are_none(here, args: list[str]):
    assert here(*args).status == 2


# The other commands


def test_version(here):
    assert here("--version") == Ran(0, f"figx {version('figx')}\n", "")


@pytest.mark.parametrize(
    ("args", "unwanted"),
    [
        (["--version"], ["spacy", "pint", "pydantic", "numpy", "rich"]),
        (["--help"], ["spacy", "pint", "pydantic", "numpy", "rich"]),
        # Typer itself reads the options of a command with pydantic.
        (["extract", "--help"], ["spacy", "pint", "numpy", "rich"]),
        (["extract", "no.txt"], ["spacy", "pint", "numpy", "rich"]),
    ],
)
def test_nothing_heavy_is_loaded_before_it_is_needed(args: list[str], unwanted: list[str]):
    code = (
        "import sys\nfrom figx.cli import main\n"
        f"try:\n    main({args!r})\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {unwanted!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.stdout.splitlines()[-1] == "[]"


def test_completion(tmp_path: Path):
    environment = PLAIN_ENVIRONMENT | {
        "_FIGX_COMPLETE": "complete_bash",
        "COMP_WORDS": "figx extract --kinds count,m",
        "COMP_CWORD": "3",
    }
    done = subprocess.run(FIGX, capture_output=True, text=True, env=environment, timeout=60)
    assert done.stdout.split() == ["count,money", "count,multiple", "count,measure"]


def test_explain_tells_why(here):
    ran = here("explain", "In 2030 at least 12,000 people came.", "--format", "text")
    assert ran.status == 0
    assert "2030  left out: " in ran.out
    assert "12,000  a figure" in ran.out
    assert "at_least 12,000" in ran.out
    assert ran.err == "2 numbers: 1 taken, 1 left out\n"


def test_explain_for_machines(here, speech: Path):
    rows = json.loads(here("explain", speech, "--format", "json").out)
    assert [(row["text"], row["taken"]) for row in rows] == [
        ("12,000", True),
        ("2021", False),
        ("$5 million", True),
        ("40 per cent", True),
    ]
    for row in rows:
        assert SPEECH[row["start"] : row["end"]] == row["text"]
        assert bool(row["reason"]) is not row["taken"]
        assert (row["figure"] is not None) is row["taken"]
        assert row["rule"]


@pytest.mark.parametrize("text", ["x " * 3000 + "12 people", "no/such folder/12 people", "caf\udce9: 12 people"])
def test_explain_takes_any_text(here, text: str):
    assert len(json.loads(here("explain", text).out)) == 1


@pytest.mark.parametrize("path", ["no.txt", "reports/no.MD", "/"])
def test_explain_does_not_take_a_lost_path_for_a_text(here, path: str):
    ran = here("explain", path)
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.startswith(f"figx: error: {path}: ")


def test_patterns_list(here, tmp_path: Path):
    here("patterns", "new", tmp_path / "mine")
    rules = json.loads(here("patterns", "list", "--patterns", tmp_path / "mine").out)
    assert {tuple(rule) for rule in rules} == {("id", "table", "source", "summary")}
    mine = [rule for rule in rules if rule["id"] == "en.noun.my-people"]
    assert [rule["source"] for rule in mine] == [str(tmp_path / "mine" / "en" / "rules.toml")]
    table = here("patterns", "list", "--format", "table").out
    assert "shipped" in table


def test_a_new_pack_passes_its_own_check(here, tmp_path: Path):
    made = here("patterns", "new", tmp_path / "mine")
    assert (made.status, made.out) == (0, f"{tmp_path / 'mine' / 'en' / 'rules.toml'}\n")
    checked = here("patterns", "check", tmp_path / "mine")
    assert (checked.status, checked.err) == (0, "1 rule, 2 examples: 0 faults\n")


def test_a_new_pack_counts_what_figx_does_not_know(here, tmp_path: Path):
    here("patterns", "new", tmp_path / "mine")
    ran = here("extract", "--patterns", tmp_path / "mine", "--columns", "unit", stdin=b"Some 12 pilgrims left.")
    assert json.loads(ran.out) == [{"unit": "person"}]


def test_a_new_pack_overwrites_nothing(here, tmp_path: Path):
    here("patterns", "new", tmp_path)
    path = tmp_path / "en" / "rules.toml"
    path.write_text("mine")
    ran = here("patterns", "new", tmp_path)
    assert (ran.status, path.read_text()) == (1, "mine")
    assert "nothing is overwritten" in ran.err


@pytest.mark.parametrize(
    ("pack", "said"),
    [
        ("[[noun]]\nid = 'en.noun.x-y'\nword = ['z']\n", ["rules.toml", "noun en.noun.x-y", "word"]),
        ("[[noun]\n", ["rules.toml", "not valid TOML"]),
        ("[[example]]\ntext = '12 people came.'\nfigures = []\n", ["rules.toml", "example 1", "12 people came."]),
    ],
)
def test_a_fault_in_a_pack_is_shown_with_its_place(here, tmp_path: Path, pack: str, said: list[str]):
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "rules.toml").write_text(pack)
    ran = here("patterns", "check", tmp_path)
    assert ran.status == 1
    assert all(words in ran.err.splitlines()[0] for words in ["figx: error: ", *said])
    assert "1 fault" in ran.err.splitlines()[-1]


# Filters, as functions


def figure(value: int | None = None, low: int | None = None, high: int | None = None, **fields) -> Figure:
    numbers = {
        name: None if number is None else Decimal(number)
        for name, number in (("value", value), ("low", low), ("high", high))
    }
    return Figure(**({"text": "12", "start": 0, "end": 2} | numbers | fields))


@pytest.mark.parametrize(
    ("numbers", "minimum", "maximum", "kept"),
    [
        ((10, None, None), 10, 10, True),
        ((10, None, None), 11, None, False),
        ((10, 10, None), None, 9, False),
        ((None, 3, 5), 5, None, True),
        ((None, 3, 5), 6, None, False),
        ((None, 3, 5), None, 3, True),
        ((None, 3, 5), None, 2, False),
        ((None, 3, 5), 4, 4, True),
        ((None, 1000, None), 1001, None, False),
        ((None, 1000, None), 1000, 1000, True),
        ((None, None, None), None, None, True),
        ((None, None, None), 0, None, False),
    ],
)
def test_minimum_and_maximum(numbers: tuple[int | None, ...], minimum: int | None, maximum: int | None, kept: bool):
    bounds = {"minimum": minimum, "maximum": maximum}
    wanted = Filter(**{name: None if bound is None else Decimal(bound) for name, bound in bounds.items()})
    assert wanted.admits(figure(*numbers)) is kept


@pytest.mark.parametrize(
    ("conditions", "kept"),
    [
        ({}, True),
        ({"places": ["TUR", "SYR"]}, True),
        ({"places": ["TUR"]}, False),
        ({"categories": ["idp", "refugee"]}, True),
        ({"categories": ["idp"]}, False),
        ({"statuses": ["actual"]}, True),
        ({"statuses": ["target"]}, False),
        ({"categories": ["refugee"], "statuses": ["target"]}, False),
    ],
)
def test_all_conditions_must_be_met(conditions: dict[str, list[str]], kept: bool):
    assert Filter(**conditions).admits(figure(12, category="refugee", places=("SYR", "LBN"))) is kept


@pytest.mark.parametrize(
    ("start", "around", "sentence"),
    [(0, 0, "A 1."), (0, 1, "A 1. B 2."), (5, 1, "A 1. B 2. C 3."), (10, 1, "B 2. C 3."), (5, 9, "A 1. B 2. C 3.")],
)
def test_sentences_around(start: int, around: int, sentence: str):
    text = "A 1. B 2. C 3."
    rows = with_context([figure(start=start, end=start + 3)], text, [(0, 4), (5, 9), (10, 14)], around)
    assert [row.sentence for row in rows] == [sentence]
