"""Writing: exact numbers, whole files, formats that read back."""

from __future__ import annotations

import csv
import io
import json
import os
import stat
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figx.errors import WriteError
from figx.figure import FIELDS, Figure, Kind, Qualifier, Trend
from figx.writers import SUFFIXES, Format, format_of, plain, write
from figx.writers.csv import cell
from figx.writers.json import dumps
from figx.writers.whole import open_whole

texts = st.text(st.characters(codec="utf-8"))
numbers = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30)
figures = st.builds(
    Figure,
    doc=texts,
    text=texts,
    value=st.none() | numbers,
    low=st.none() | numbers,
    qualifier=st.sampled_from(Qualifier),
    kind=st.sampled_from(Kind),
    noun=texts,
    trend=st.none() | st.sampled_from(Trend),
    places=st.lists(st.sampled_from(["SYR", "TUR", "COD"]), max_size=3).map(tuple),
    fiscal_year=st.none() | st.integers(1900, 2100),
    start=st.integers(0),
    end=st.integers(0),
    sentence=texts,
)


def written(rows: list[Figure], how: Format, columns: tuple[str, ...] = ()) -> str:
    stream = io.StringIO(newline="")
    write(rows, stream, how, columns)
    return stream.getvalue()


def one(**fields) -> Figure:
    return Figure(**({"text": "12", "value": Decimal(12), "start": 0, "end": 2} | fields))


@pytest.mark.parametrize(
    ("value", "digits"),
    [
        ("5.2E+9", "5200000000"),
        ("5200000000.0", "5200000000"),
        ("1.50", "1.5"),
        ("1.1E+6", "1100000"),
        ("66.667", "66.667"),
        ("1E-7", "0.0000001"),
        ("-0.0", "0"),
        ("0E+3", "0"),
        ("-47500", "-47500"),
        ("100", "100"),
        ("123456789012345678901234567890.5", "123456789012345678901234567890.5"),
    ],
)
def test_numbers_are_plain(value: str, digits: str):
    assert plain.number(Decimal(value)) == digits
    assert dumps({"value": Decimal(value)}) == f'{{"value": {digits}}}'
    assert cell(Decimal(value)) == digits


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_number_is_refused(value: str):
    with pytest.raises(ValueError, match="not a finite number"):
        plain.number(Decimal(value))


@given(numbers)
def test_numbers_come_back_from_json(value: Decimal):
    printed = dumps([value])
    assert json.loads(printed, parse_float=Decimal, parse_int=Decimal) == [value]
    assert "e" not in printed.lower()


@given(st.lists(figures, max_size=4))
def test_json_and_jsonl_hold_the_same_records(rows: list[Figure]):
    expected = [row.as_dict() for row in rows]
    array = written(rows, Format.JSON)
    assert json.loads(array, parse_float=Decimal) == expected
    lines = written(rows, Format.JSONL)
    assert [json.loads(line, parse_float=Decimal) for line in lines.splitlines()] == expected
    assert lines.count("\n") == len(rows)


@given(st.lists(figures, max_size=4), st.sampled_from([(Format.CSV, ","), (Format.TSV, "\t")]))
def test_csv_and_tsv_read_back(rows: list[Figure], how: tuple[Format, str]):
    stream = io.StringIO(written(rows, how[0]), newline="")
    table = list(csv.reader(stream, delimiter=how[1], strict=True))
    assert table[0] == list(FIELDS)
    assert table[1:] == [[cell(value) for value in row.as_dict().values()] for row in rows]


def test_csv_cells():
    row = one(
        value=None, low=Decimal("1E+6"), places=("SYR", "TUR"), noun='the "new"\npeople', flags=(), rule=("a", "b")
    )
    columns = ("value", "low", "places", "noun", "trend", "flags", "rule", "qualifier")
    assert written([row], Format.CSV, columns) == (
        ",".join(columns) + '\n,1000000,SYR;TUR,"the ""new""\npeople",,,a;b,exact\n'
    )


@pytest.mark.parametrize("how", [Format.CSV, Format.TSV])
def test_a_row_of_one_empty_cell_is_a_row(how: Format):
    assert written([one(value=None)], how, ("value",)) == 'value\n""\n'


def test_a_lone_carriage_return_stays_in_its_cell():
    table = list(csv.reader(io.StringIO(written([one(noun="a\rb")], Format.CSV, ("noun", "text")), newline="")))
    assert table[1:] == [["a\rb", "12"]]


@pytest.mark.parametrize(
    ("text", "guarded"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+506 people", "'+506 people"),
        ("-47,500 people", "'-47,500 people"),
        ("@you", "'@you"),
        ("\t=1", "'\t=1"),
        ("-47.5", "-47.5"),
        ("+5", "+5"),
        ("5 = 5", "5 = 5"),
        ("", ""),
    ],
)
def test_a_formula_cannot_run(text: str, guarded: str):
    assert cell(text) == guarded
    assert cell((text,)) == guarded


def test_a_negative_number_is_no_formula():
    assert cell(Decimal("-5.5")) == "-5.5"


@pytest.mark.parametrize(
    ("how", "empty"),
    [(Format.JSON, "[]\n"), (Format.JSONL, ""), (Format.CSV, "value,text\n"), (Format.TSV, "value\ttext\n")],
)
def test_nothing_to_write_is_valid(how: Format, empty: str):
    assert written([], how, ("value", "text")) == empty


def test_letters_beyond_ascii_stay_and_line_ends_of_some_readers_are_escaped():
    line = written([one(noun="réfugiés\u2028\x85")], Format.JSONL, ("noun",))
    assert line == '{"noun": "réfugiés\\u2028\\u0085"}\n'


@pytest.mark.parametrize("how", list(Format))
def test_columns_pick_and_order(how: Format):
    out = written([one(noun="people")], how, ("noun", "value"))
    assert out.index("people") < out.index("12")
    assert "qualifier" not in out


def test_an_unknown_column_is_refused():
    with pytest.raises(ValueError, match="no such column: nouns"):
        written([], Format.CSV, ("nouns",))


@pytest.mark.parametrize(("suffix", "how"), SUFFIXES.items())
def test_suffixes(suffix: str, how: Format):
    assert format_of(f"a/b.c{suffix.upper()}") is how


@pytest.mark.parametrize("path", ["out", "out.xls", ".csv", "a.csv/"])
def test_a_suffix_that_says_nothing(path: str):
    assert format_of(path) is (Format.CSV if path == "a.csv/" else None)


@pytest.fixture
def table(monkeypatch: pytest.MonkeyPatch):
    def render(rows: list[Figure], width: int = 80, columns: tuple[str, ...] = ()) -> list[str]:
        monkeypatch.setenv("COLUMNS", str(width))
        return [line.rstrip() for line in written(rows, Format.TABLE, columns).splitlines()]

    return render


def test_the_table_fits_and_shows_what_matters(table):
    rows = [
        one(
            value=Decimal("5.2E+9"), kind=Kind.MONEY, unit="USD", noun="aid", category="funding", sentence="Aid. " * 30
        ),
        one(value=None, low=Decimal(3), high=Decimal("5E+6"), qualifier=Qualifier.RANGE, noun="people"),
        one(value=None, low=Decimal(1000), qualifier=Qualifier.VAGUE, noun="people"),
    ]
    lines = table(rows)
    assert all(len(line) <= 80 for line in lines)
    assert "doc" not in lines[0]
    assert "5,200,000,000" in lines[1]
    assert "USD aid" in lines[1]
    assert "3 – 5,000,000" in lines[2]
    assert "≥ 1,000" in lines[3]
    assert len(lines) == 4


def test_a_long_sentence_is_cut_around_the_number(table):
    sentence = "Since 112 left, " * 9 + "more than 12 people came, " + "and others followed " * 9
    line = table([one(noun="people", sentence=sentence)])[1]
    assert "more than 12 people" in line
    assert line.endswith("…") and " …" in line


def test_the_document_is_named_where_there_are_several(table):
    lines = table([one(doc="a/very/long/way/to/one.txt"), one(doc="two.txt")], 120)
    assert lines[0].startswith("doc")
    assert lines[1].startswith("…") and "one.txt" in lines[1]


def test_a_narrow_terminal_keeps_the_number(table):
    assert "1,234,567" in " ".join(table([one(value=Decimal(1234567), noun="people in a long row of words")], 40))


def test_the_table_is_plain_text(table):
    lines = table([one(noun="[red]people[/red] :smile: \x1b[31m\nhere")], 120)
    assert "[red]people[/red] :smile: [31m here"[:20] in lines[1]
    assert "\x1b" not in "".join(lines)


def test_the_table_has_the_columns_asked_for(table):
    lines = table([one(flags=("a", "b"), rule=("x",))], 80, ("start", "flags", "rule"))
    assert [line.split() for line in lines] == [["start", "flags", "rule"], ["0", "a;b", "x"]]


def left_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_whole(tmp_path: Path):
    path = tmp_path / "out.csv"
    path.write_text("before")
    mask = os.umask(0o027)
    try:
        with open_whole(path) as stream:
            stream.write("né\r\n")
            assert path.read_text() == "before"
    finally:
        os.umask(mask)
    assert path.read_bytes() == "né\r\n".encode()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert left_in(tmp_path) == ["out.csv"]


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt, SystemExit])
@pytest.mark.parametrize("before", [None, "before"])
def test_a_file_is_not_half_written(tmp_path: Path, error: type[BaseException], before: str | None):
    path = tmp_path / "out.csv"
    if before:
        path.write_text(before)
    with pytest.raises(error), open_whole(path) as stream:
        stream.write("half")
        raise error
    assert left_in(tmp_path) == (["out.csv"] if before else [])
    assert not before or path.read_text() == before


def test_a_link_is_followed(tmp_path: Path):
    (tmp_path / "real.csv").write_text("before")
    (tmp_path / "link.csv").symlink_to("real.csv")
    with open_whole(tmp_path / "link.csv") as stream:
        stream.write("after")
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").read_text() == "after"


def test_a_device_is_written_to_as_it_is():
    with open_whole("/dev/null") as stream:
        stream.write("gone")
    with pytest.raises(WriteError, match="/dev/full: No space left"), open_whole("/dev/full") as stream:
        stream.write("full")


@pytest.mark.parametrize(("name", "reason"), [("no/out.csv", "no such folder"), (".", "this is a folder")])
def test_where_nothing_can_be_written(tmp_path: Path, name: str, reason: str):
    path = tmp_path / name
    with pytest.raises(WriteError, match=reason) as caught, open_whole(path):
        pytest.fail("it was opened")
    assert caught.value.path == str(path)
    assert left_in(tmp_path) == []
