"""`figx series` as people run it: dates, formats, pictures, and how it ends."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from command import FIGX, on_terminal, run

SAID = {
    "2022": "Some 95 million people are displaced. We need $3 million for shelter. 40% of refugees are children.",
    "2023": "More than 110 million people are displaced.",
    "2024": "About 122 million people are displaced. We need $5 million for shelter. 45% of refugees are children.",
}
SUMMARY = "3 series in 3 texts\n"


@pytest.fixture(scope="session")
def speeches(tmp_path_factory) -> Path:
    """Texts with their years in their names, and their figures."""
    folder = tmp_path_factory.mktemp("speeches")
    for year, text in SAID.items():
        (folder / f"talk-{year}.txt").write_text(text)
        ran = run("extract", folder / f"talk-{year}.txt", "-q", "-o", folder / f"talk-{year}.json")
        assert ran.status == 0
    return folder


def recorded(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.json"))


def courses(out: str) -> list[list[tuple[str, int]]]:
    return [[(point["date"], point["value"]) for point in one["points"]] for one in json.loads(out)]


EXPECTED = [
    [("2022", 95_000_000), ("2023", 110_000_000), ("2024", 122_000_000)],
    [("2022", 3_000_000), ("2024", 5_000_000)],
    [("2022", 40), ("2024", 45)],
]


def test_a_folder_of_texts(speeches):
    ran = run("series", speeches)
    assert (ran.status, ran.err, courses(ran.out)) == (0, SUMMARY, EXPECTED)
    first = json.loads(ran.out)[0]
    assert (first["percent"], first["difference"], first["gaps"]) == (28.4, 27_000_000, [])
    assert json.loads(ran.out)[1]["gaps"] == ["2023"]


def test_recorded_figures_in_any_order(speeches):
    paths = recorded(speeches)
    assert run("series", *paths).out == run("series", *paths[::-1]).out
    assert courses(run("series", speeches, "--glob", "*.json").out) == EXPECTED


def test_csv_has_a_row_for_each_point(speeches):
    ran = run("series", *recorded(speeches), "-f", "csv")
    rows = list(csv.DictReader(io.StringIO(ran.out, newline="")))
    assert [(row["series"], row["date"]) for row in rows] == [
        ("1", "2022"), ("1", "2023"), ("1", "2024"), ("2", "2022"), ("2", "2024"), ("3", "2022"), ("3", "2024"),
    ]  # fmt: skip
    assert rows[1]["low"] == "110000000" and rows[1]["qualifier"] == "more_than" and rows[0]["category"] == "displaced"


def test_the_table_on_a_terminal(speeches):
    shown = re.sub(r"\x1b\[[\d;]*m", "", on_terminal("series", *recorded(speeches), columns=120)).splitlines()
    assert shown[0].split() == ["claim", "texts", "first", "last", "change", "course", "gaps"]
    assert shown[1].split() == "people, displaced 3 ~ 95 m 2022 ~ 122 m 2024 +28.4 % ▁▅█".split()
    assert [line.split()[-1] for line in shown[2:4]] == ["2023", "2023"]
    assert "+5 points" in shown[3]
    for columns in (20, 60, 200):
        shown = on_terminal("series", *recorded(speeches), columns=columns)
        assert max(map(len, re.sub(r"\x1b\[[\d;]*m", "", shown).splitlines())) <= columns
    assert not re.search(r"\x1b\[[\d;]*3\dm", on_terminal("series", *recorded(speeches), environment={"NO_COLOR": "1"}))


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        (["--min-points", "3"], EXPECTED[:1]),
        (["--min-points", "4"], []),
        (["--category", "displaced,idp"], EXPECTED[:1]),
        (["--category", "idp"], []),
    ],
)
def test_choices(speeches, args, expected):
    ran = run("series", *recorded(speeches), *args)
    assert (ran.status, courses(ran.out)) == (0, expected)


@pytest.mark.parametrize("suffix", [".json", ".csv", ".txt"])
def test_the_suffix_chooses_the_format(speeches, tmp_path, suffix):
    path = tmp_path / f"out{suffix}"
    ran = run("series", *recorded(speeches), "-o", path)
    assert (ran.status, ran.out, ran.err) == (0, "", f"{SUMMARY[:-1]}, written to {path}\n")
    assert path.read_text().startswith({".json": "[\n {", ".csv": "series,", ".txt": "claim"}[suffix])


# Dates


@pytest.fixture
def dated(tmp_path) -> Path:
    """Texts with three dates each that differ."""
    for month, year in (("05", "2021"), ("06", "2022")):
        head = f'+++\ndate = "{year}-{month}-01"\n+++\n'
        (tmp_path / f"talk-{year}.md").write_text(
            f"{head}GENEVA, 3 March {year} – Some {year} refugees came to Chad.\n"
        )
    return tmp_path


@pytest.mark.parametrize(
    ("args", "dates"),
    [
        ([], ["2021-05-01", "2022-06-01"]),
        (["--date-from", "meta"], ["2021-05-01", "2022-06-01"]),
        (["--date-from", "text"], ["2021-03-03", "2022-03-03"]),
        (["--date-from", "name"], ["2021", "2022"]),
        (["--dates", "{folder}/dates.csv"], ["2020-01", "2022-06-01"]),
        (["--dates", "{folder}/dates.csv", "--date-from", "name"], ["2020-01", "2022"]),
    ],
)
def test_where_dates_come_from(dated, args, dates):
    (dated / "dates.csv").write_text("doc;date\ntalk-2021.md;2020-01\nother.md;1999\n")
    ran = run("series", dated, *(arg.format(folder=dated) for arg in args))
    assert ran.status == 0
    assert [[point["date"] for point in one["points"]] for one in json.loads(ran.out)] == [dates]


def test_a_file_of_figures_may_carry_the_date(speeches, tmp_path):
    """The documents in it are called alike, "<stdin>"."""
    for year, text in SAID.items():
        run("extract", "-q", "-o", tmp_path / f"{year}.json", stdin=text.encode())
    assert courses(run("series", *recorded(tmp_path)).out) == EXPECTED
    (tmp_path / "dates.csv").write_text("doc,date\n2022.json,2019-05\n")
    ran = run("series", *recorded(tmp_path), "--dates", tmp_path / "dates.csv")
    assert courses(ran.out)[0][0] == ("2019-05", 95_000_000)


def test_one_file_with_the_figures_of_all(speeches, tmp_path):
    """However its rows are sorted, a document is one text."""
    rows = [row for path in recorded(speeches) for row in json.loads(path.read_text())]
    path = tmp_path / "all.json"
    path.write_text(json.dumps(sorted(rows, key=lambda row: row["kind"])))
    ran = run("series", path)
    assert ran.err == SUMMARY
    assert sorted(courses(ran.out), key=len) == sorted(EXPECTED, key=len)
    assert courses(run("series", "-", stdin=path.read_bytes()).out) == courses(ran.out)


def test_a_text_without_a_date_is_named_and_the_others_are_followed(speeches, tmp_path):
    (tmp_path / "talk.txt").write_text("12 refugees came.")
    ran = run("series", speeches, tmp_path / "talk.txt", tmp_path / "no.txt", "--date-from", "name")
    assert ran.status == 1 and courses(ran.out) == EXPECTED
    assert ran.err.splitlines() == [
        f"figx: error: {tmp_path / 'talk.txt'}: no date found in its name; name it in a file for --dates, or in the file's name",
        f"figx: error: {tmp_path / 'no.txt'}: no such file or folder",
        SUMMARY[:-1],
    ]


def test_recorded_figures_hold_no_dates(speeches):
    ran = run("series", recorded(speeches)[0], "--date-from", "text")
    assert ran.status == 1
    assert "recorded figures hold no date; use --date-from name, or --dates" in ran.err


def test_where_nothing_could_be_read_an_earlier_output_stays(tmp_path):
    (tmp_path / "out.csv").write_text("earlier")
    assert run("series", tmp_path / "no.json", "-o", tmp_path / "out.csv").status == 1
    assert (tmp_path / "out.csv").read_text() == "earlier"
    assert run("series", tmp_path / "no.json").out == "[]\n"


# Pictures


def test_an_svg(speeches, tmp_path):
    ran = run("series", *recorded(speeches), "--plot", tmp_path / "a.svg", "-q")
    assert (ran.status, ran.err, courses(ran.out)) == (0, "", EXPECTED)
    root = ET.parse(tmp_path / "a.svg").getroot()
    said = [element.text for element in root.iter("{http://www.w3.org/2000/svg}text")]
    assert {"people, displaced", "100 m", "2023"} <= {text.strip() for text in said if text}


@pytest.mark.parametrize("suffix", [".svg", ".png"])
def test_pictures_are_the_same_each_time(speeches, tmp_path, suffix):
    pictures = []
    for seed in ("1", "2"):
        path = tmp_path / f"{seed}{suffix}"
        run("series", *recorded(speeches), "--plot", path, environment={"PYTHONHASHSEED": seed})
        pictures.append(path.read_bytes())
    assert pictures[0] == pictures[1]
    assert pictures[0].startswith({".svg": b"<?xml", ".png": b"\x89PNG"}[suffix])


@pytest.mark.parametrize(
    "text",
    [
        "Thousands of refugees came.",
        "Between 3 and 5 refugees came.",
        "No refugees came.",
        "A record 99999999999999999999 refugees came.",
        "Fewer than 12 $ refugees $ came.",
        "12 refugees came to 日本.",
    ],
)
def test_any_figures_are_drawn(tmp_path, text):
    for year in ("2021-02", "2022-02-28"):
        (tmp_path / f"{year}.txt").write_text(text)
    ran = run("series", tmp_path, "--min-points", "1", "--plot", tmp_path / "a.svg", "-q")
    assert (ran.status, ran.err) == (0, "")
    assert (tmp_path / "a.svg").exists() is (ran.out != "[]\n")


def test_where_there_is_nothing_to_draw_it_is_said(speeches, tmp_path):
    ran = run("series", *recorded(speeches), "--category", "idp", "--plot", tmp_path / "a.png")
    assert ran.status == 0
    assert ran.err.splitlines()[0] == (
        f"figx: warning: {tmp_path / 'a.png'}: not written, as there is no series to draw"
    )
    assert not (tmp_path / "a.png").exists()


def test_a_picture_that_cannot_be_written(speeches):
    ran = run("series", *recorded(speeches), "--plot", "/no/such/folder/a.png")
    assert (ran.status, ran.out) == (1, "")
    assert ran.err == "figx: error: /no/such/folder/a.png: no such folder\n"


def test_a_picture_is_drawn_whoever_closes_the_pipe(speeches, tmp_path):
    command = [*FIGX, "series", *map(str, recorded(speeches)), "--plot", str(tmp_path / "a.svg")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141 and (tmp_path / "a.svg").exists()


def test_without_matplotlib_it_says_what_to_install(speeches, tmp_path):
    """A start-up file of Python's own that lets nobody find matplotlib, as where the extra is not installed."""
    (tmp_path / "sitecustomize.py").write_text(
        "import sys\n"
        "class Lacking:\n"
        "    def __init__(self, finder): self.finder = finder\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        lost = name.partition('.')[0] == 'matplotlib'\n"
        "        return None if lost else self.finder.find_spec(name, path, target)\n"
        "sys.meta_path[:] = [Lacking(finder) for finder in sys.meta_path]\n"
    )
    source = str(Path(__file__).resolve().parents[1] / "src")
    environment = {"PYTHONPATH": f"{tmp_path}:{source}"}
    ran = run("series", *recorded(speeches), "--plot", tmp_path / "a.svg", environment=environment)
    assert (ran.status, ran.out) == (2, "")
    assert "drawing needs matplotlib: pip install 'figx[plot]'" in " ".join(ran.err.split())
    assert courses(run("series", *recorded(speeches), environment=environment).out) == EXPECTED


# Wrong usage


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ([], "Missing argument 'PATH...'"),
        (["{path}", "--date-from", "heaven"], "'text', 'name', 'meta'"),
        (["{path}", "--dates", "no.csv"], "no.csv: no such file or folder"),
        (["{path}", "--dates", "{path}"], "line 1: the first line must name the columns doc and date"),
        (["{path}", "--plot", "a.pdf"], "'a.pdf' does not end with .svg or .png"),
        (["{path}", "--min-points", "0"], "--min-points"),
        (["{path}", "--format", "markdown"], "'table', 'json', 'csv'"),
        (["{path}", "-o", "{path}"], "is one of the files to read"),
        (["{path}", "-o", "out.md"], "does not end with one of .txt, .json, .csv"),
        (["{path}", "--dates", "{dates}", "-o", "{dates}"], "is one of the files to read"),
        (["{path}", "--category", "none"], "'none' is none of"),
    ],
)
def test_wrong_usage_names_what_is_right(speeches, tmp_path, args, said):
    (tmp_path / "dates.csv").write_text("doc,date\n")
    names = {"path": recorded(speeches)[0], "dates": tmp_path / "dates.csv"}
    before = names["path"].read_bytes()
    ran = run("series", *(arg.format(**names) for arg in args))
    assert (ran.status, ran.out) == (2, "")
    assert said in " ".join(ran.err.split())
    assert names["path"].read_bytes() == before and names["dates"].read_text() == "doc,date\n"
