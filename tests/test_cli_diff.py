"""`figx diff` as people run it: what it prints, where, and how it ends."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from command import FIGX, PLAIN_ENVIRONMENT, on_terminal, run

OLD = "Some 95 million people are displaced. We need $3 million. In Chad, 300 families wait. At least 40 people died."
NEW = "More than 110 million people are displaced. We need about $3 million. In Chad, 900 people wait. At least 30 people died."


@pytest.fixture(scope="session")
def sides(tmp_path_factory, extractor) -> Path:
    """A folder with both texts, and their figures in each format."""
    folder = tmp_path_factory.mktemp("sides")
    for name, text in (("old", OLD), ("new", NEW)):
        (folder / f"{name}.txt").write_text(text)
        for suffix in (".json", ".jsonl", ".csv", ".tsv"):
            ran = run("extract", folder / f"{name}.txt", "-q", "-o", folder / f"{name}{suffix}")
            assert ran.status == 0
    return folder


def changes(out: str) -> list[tuple[str, str | None, str | None]]:
    return [(row["change"], row["old_text"], row["new_text"]) for row in json.loads(out)]


EXPECTED = [
    ("changed", "95 million", "110 million"),
    ("changed", "40", "30"),
    ("reworded", "$3 million", "$3 million"),
    ("new", None, "900"),
    ("dropped", "300", None),
]


@pytest.mark.parametrize("old", ["old.txt", "old.json", "old.tsv"])
@pytest.mark.parametrize("new", ["new.csv", "new.jsonl"])
def test_texts_and_figures_in_any_format(sides, old, new):
    ran = run("diff", sides / old, sides / new)
    assert (ran.status, ran.err) == (0, "5 claims: 2 changed, 1 reworded, 1 new, 1 dropped\n")
    assert changes(ran.out) == EXPECTED
    rows = json.loads(ran.out)
    assert rows[0]["difference"] == 15_000_000 and rows[0]["percent"] == 15.8 and rows[0]["direction"] == "up"
    assert rows[0]["old_sentence"] == OLD.split(" We")[0] and rows[0]["new_line"] == 1
    assert "household" in rows[3]["note"] and "“300” (line 1)" in rows[3]["note"]


@pytest.mark.parametrize("name", ["old.txt", "old.json", "old.jsonl", "old.csv", "old.tsv"])
def test_standard_input_in_any_format(sides, name):
    ran = run("diff", "-", sides / "new.json", "-q", stdin=(sides / name).read_bytes())
    assert (ran.status, ran.err, changes(ran.out)) == (0, "", EXPECTED)


def test_standard_input_as_the_new_side(sides):
    assert changes(run("diff", sides / "old.json", "-", stdin=NEW.encode("utf-16")).out) == EXPECTED


def test_a_spreadsheet_saved_again(sides, tmp_path):
    rows = list(csv.reader(io.StringIO((sides / "new.csv").read_text(), newline="")))
    stream = io.StringIO()
    csv.writer(stream, delimiter=";").writerows(rows)
    path = tmp_path / "new.csv"
    path.write_bytes(stream.getvalue().encode("utf-8-sig"))
    assert changes(run("diff", sides / "old.csv", path).out) == EXPECTED
    assert changes(run("diff", sides / "old.csv", "-", stdin=path.read_bytes()).out) == EXPECTED


def test_folders(sides, tmp_path):
    for side, text in (("old", OLD), ("new", NEW)):
        (tmp_path / side / "part").mkdir(parents=True)
        (tmp_path / side / "a.txt").write_text(text.split(" In Chad")[0])
        (tmp_path / side / "part" / "b.md").write_text("In Chad" + text.split(" In Chad")[1])
    assert changes(run("diff", tmp_path / "old", tmp_path / "new").out) == EXPECTED
    ran = run("diff", tmp_path / "old", tmp_path / "new", "-o", tmp_path / "new" / "diff.txt")
    assert (
        changes(run("diff", tmp_path / "old", tmp_path / "new", "--glob", "*.md").out) == EXPECTED[1:2] + EXPECTED[3:]
    )
    again = run("diff", tmp_path / "old", tmp_path / "new", "-o", tmp_path / "new" / "diff.txt")
    assert ran == again  # the output of the first is not read by the second


def test_a_folder_of_figures(sides):
    ran = run("diff", sides / "old.json", sides, "--glob", "new.json")
    assert changes(ran.out) == EXPECTED


# Formats


def test_csv(sides):
    ran = run("diff", sides / "old.json", sides / "new.json", "-f", "csv")
    header, *rows = csv.reader(io.StringIO(ran.out, newline=""))
    assert [row[0] for row in rows] == [row[0] for row in EXPECTED]
    assert header[:2] == ["change", "direction"] and "reasons" not in header and "points" not in header
    assert dict(zip(header, rows[1], strict=True))["difference"] == "-10"


def test_markdown(sides):
    ran = run("diff", sides / "old.json", sides / "new.json", "-f", "markdown")
    lines = ran.out.splitlines()
    assert len(lines) == 2 + len(EXPECTED) and len({len(re.findall(r"(?<!\\)\|", line)) for line in lines}) == 1
    assert lines[2].startswith(
        "| ▲ changed | people, displaced | ~ 95,000,000 | > 110,000,000 | ≥ +15,000,000 (+15.8 %) |"
    )
    assert "l. 1: Some 95 million people are displaced." in lines[2]


def test_what_markdown_would_read_as_its_own_stands_as_text(tmp_path):
    (tmp_path / "a.txt").write_text("12 refugees | *came* <b> to\n[us](x) `now` in __2021__ \\ 5.")
    ran = run("diff", tmp_path / "a.txt", tmp_path / "a.txt", "-f", "markdown")
    for row in ran.out.splitlines():
        assert len(re.findall(r"(?<!\\)\|", row)) == 9
    assert "\\| \\*came\\* &lt;b>" in ran.out


@pytest.mark.parametrize("suffix", [".txt", ".json", ".csv", ".md"])
def test_the_suffix_chooses_the_format(sides, tmp_path, suffix):
    path = tmp_path / f"diff{suffix}"
    ran = run("diff", sides / "old.json", sides / "new.json", "-o", path)
    assert (ran.status, ran.out) == (0, "")
    assert ran.err == f"5 claims: 2 changed, 1 reworded, 1 new, 1 dropped, written to {path}\n"
    start = {".txt": "   claim", ".json": "[\n {", ".csv": "change,", ".md": "| change |"}[suffix]
    assert path.read_text().startswith(start)
    assert "\x1b" not in path.read_text()


def test_explain(sides):
    ran = run("diff", sides / "old.json", sides / "new.json", "--explain", "-f", "table")
    assert "old: Some 95 million people are displaced." in ran.out
    assert re.search(r"\+\d+ same category", ran.out) and re.search(r"\d+ points, 40 are enough", ran.out)
    rows = json.loads(run("diff", sides / "old.json", sides / "new.json", "--explain").out)
    assert all(bool(row["reasons"]) is bool(row["points"]) is (row["change"] not in ("new", "dropped")) for row in rows)


# What is shown


def test_the_table_on_a_terminal(sides):
    shown = on_terminal("diff", sides / "old.json", sides / "new.json")
    assert "\x1b[1;36m▲" in shown and "\x1b[1;33m▼" in shown


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_without_colours_the_marks_say_the_same(sides, environment):
    shown = on_terminal("diff", sides / "old.json", sides / "new.json", environment=environment)
    assert not re.search(r"\x1b\[[\d;]*3\dm", shown)
    plain = re.sub(r"\x1b\[[\d;]*m", "", shown).splitlines()
    assert [line[0] for line in plain[1:] if line[0] != " "] == ["▲", "▼", "≈", "+", "−"]


@pytest.mark.parametrize("columns", [20, 40, 80, 300])
def test_any_width(sides, columns):
    shown = on_terminal("diff", sides / "old.json", sides / "new.json", "--explain", columns=columns)
    lines = re.sub(r"\x1b\[[\d;]*m", "", shown).splitlines()
    assert max(map(len, lines)) <= columns


def test_a_text_cannot_steer_the_terminal(tmp_path):
    (tmp_path / "a.txt").write_text(
        "At least 12 [red]refugees[/red] \x1b[31mcame. In Chad \x1b]0;x\x07 12 :boom: came."
    )
    shown = on_terminal("diff", tmp_path / "a.txt", tmp_path / "a.txt", "--explain")
    assert "\x1b[31m" not in shown and "\x1b]" not in shown and "\x07" not in shown


# What is chosen


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        (["--only", "changed,new"], [EXPECTED[0], EXPECTED[1], EXPECTED[3]]),
        (["--only", "dropped", "--only", "reworded"], [EXPECTED[2], EXPECTED[4]]),
        (["--only", "same"], []),
        (["--category", "casualty"], [EXPECTED[1]]),
        (["--category", "casualty,displaced", "--only", "new"], []),
        (["--tolerance", "50%"], [("same", "40", "30"), ("reworded", "95 million", "110 million")]),
        (["--tolerance", "10", "--category", "casualty"], [("same", "40", "30")]),
        (["--tolerance", "1,000", "--category", "casualty"], [("same", "40", "30")]),
    ],
)
def test_choices(sides, args, expected):
    ran = run("diff", sides / "old.json", sides / "new.json", *args)
    assert ran.status == 0
    assert set(expected) <= set(changes(ran.out))
    assert "50%" in args or changes(ran.out) == expected


@pytest.mark.parametrize(("how", "empty"), [("json", "[]\n"), ("csv", 1), ("markdown", 2), ("table", 1)])
def test_no_rows(sides, how, empty):
    ran = run("diff", sides / "old.json", sides / "new.json", "--only", "same", "-f", how)
    assert (ran.status, ran.err) == (0, "0 claims\n")
    assert ran.out == empty or len(ran.out.splitlines()) == empty


def test_texts_without_figures(tmp_path):
    (tmp_path / "a.txt").write_text("Nobody came.")
    assert run("diff", tmp_path / "a.txt", tmp_path / "a.txt", "--exit-code").status == 0


# How it ends


@pytest.mark.parametrize(
    ("old", "new", "args", "status"),
    [
        ("old.json", "old.json", [], 0),
        ("old.json", "old.csv", [], 0),
        ("old.json", "new.json", [], 1),
        ("old.json", "new.json", ["--only", "same"], 0),
        ("old.json", "new.json", ["--only", "changed", "--tolerance", "99%"], 0),
        ("old.json", "no.json", [], 2),
        ("no.json", "no.txt", [], 2),
        ("old.json", "old.json", ["-o", "/no/such/folder/out.csv"], 2),
        ("old.json", "old.json", ["-o", "."], 2),
        ("old.json", "old.json", ["--lang", "xx", "--category", "none"], 2),
        ("old.txt", "old.json", ["--lang", "xx"], 2),
        ("old.json", "old.json", ["--only", "none"], 2),
    ],
)
def test_the_exit_code(sides, old, new, args, status):
    ran = run("diff", sides / old, sides / new, "-q", "--exit-code", *args)
    assert ran.status == status
    assert "Traceback" not in ran.err and bool(ran.err) is (status == 2)


@pytest.mark.parametrize(("new", "status"), [("new.json", 0), ("no.json", 1)])
def test_without_exit_code_a_difference_is_no_fault(sides, new, status):
    assert run("diff", sides / "old.json", sides / new).status == status


def test_where_an_input_fails_nothing_is_compared(sides, tmp_path):
    ran = run("diff", sides / "no.json", sides / "none.txt", "-o", tmp_path / "out.csv")
    assert ran.err.splitlines() == [
        f"figx: error: {sides / name}: no such file or folder" for name in ("no.json", "none.txt")
    ]
    assert not (tmp_path / "out.csv").exists()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "the file is empty"),
        ("[1, 2]", "row 1: this is no figure, but a bare value"),
        ('{"a": 1}', "this is no array of figures"),
        ('[{"a": 1}]', "row 1: this is no figure as figx extract writes it without --columns"),
        ('[{"text": "12", "va', "this is no JSON: "),
    ],
)
def test_files_of_something_else(sides, tmp_path, content, said):
    (tmp_path / "x.json").write_text(content)
    ran = run("diff", sides / "old.json", tmp_path / "x.json")
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.startswith(f"figx: error: {tmp_path / 'x.json'}: {said}") and ran.err.count("\n") == 1


def test_the_output_of_a_diff_is_no_input(sides):
    diffed = run("diff", sides / "old.json", sides / "new.json").out
    ran = run("diff", sides / "old.json", "-", stdin=diffed.encode())
    assert (ran.status, ran.out) == (1, "")
    assert ran.err == "figx: error: <stdin>: row 1: this is no figure as figx extract writes it without --columns\n"


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["-", "-"], "only one of the two can come from standard input"),
        (["{old}"], "Missing argument 'NEW'"),
        (["{old}", "{new}", "--only", "chnged"], "Did you mean changed?"),
        (["{old}", "{new}", "--only", ","], "nothing named; there are: changed, reworded, same, new, dropped"),
        (["{old}", "{new}", "--category", "refuge"], "refugee_cap"),
        (["{old}", "{new}", "--tolerance", "some"], "'some' is neither a number nor a per cent, such as 500 or 2%"),
        (["{old}", "{new}", "--tolerance=-1"], "'-1' is neither"),
        (["{old}", "{new}", "--tolerance", "5%%"], "'5%%' is neither"),
        (["{old}", "{new}", "--format", "xls"], "'table', 'json', 'csv', 'markdown'"),
        (["{old}", "{new}", "-o", "out.xls"], "does not end with one of .txt, .json, .csv, .md"),
        (["{old}", "{new}", "-o", "{old}"], "is one of the files to read"),
        (["{old}", "{new}", "-o", "{new}", "-f", "csv"], "is one of the files to read"),
        (["{old}", "{new}", "--patterns", "nowhere"], "no folder 'nowhere'"),
    ],
)
def test_wrong_usage_names_what_is_right(sides, args, said):
    before = (sides / "old.json").read_bytes(), (sides / "new.json").read_bytes()
    ran = run("diff", *(arg.format(old=sides / "old.json", new=sides / "new.json") for arg in args))
    assert (ran.status, ran.out) == (2, "")
    assert said in " ".join(ran.err.split())
    assert before == ((sides / "old.json").read_bytes(), (sides / "new.json").read_bytes())


@pytest.mark.parametrize("how", ["json", "csv", "table", "markdown"])
def test_a_reader_who_closes_the_pipe(sides, how):
    command = [*FIGX, "diff", str(sides / "old.json"), str(sides / "new.json"), "-f", how]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


def test_a_full_disk(sides):
    with Path("/dev/full").open("w") as full:
        command = [*FIGX, "diff", str(sides / "old.json"), str(sides / "new.json"), "--exit-code"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (2, "figx: error: <stdout>: No space left on device\n")


@pytest.mark.parametrize("command", ["diff", "series"])
def test_recorded_figures_need_no_spacy(sides, command):
    code = (
        "import sys\nfrom figx.cli import main\n"
        f"try:\n    main([{command!r}, {str(sides / 'old.json')!r}, {str(sides / 'new.csv')!r}])\n"
        "except SystemExit:\n    pass\n"
        "print([name for name in ('spacy', 'numpy', 'pint', 'matplotlib', 'figx.pipeline') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=PLAIN_ENVIRONMENT)
    assert done.stdout.splitlines()[-1] == "[]"


def test_hashes_and_places_of_files_change_nothing(sides):
    outs = {
        run("diff", "old.json", "new.csv", "--explain", environment={"PYTHONHASHSEED": str(seed)}, folder=sides).out
        for seed in range(3)
    }
    assert len(outs) == 1
