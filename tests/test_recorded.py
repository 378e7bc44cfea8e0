"""Figures read back from what `figx extract` wrote, and from what others made of it."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from figx import writers
from figx.errors import EmptyInputError, NotFoundError, RecordError
from figx.figure import FIELDS, Document, Figure
from figx.recorded import NEEDED, figures_from, is_recorded, read_figures, recorded_format
from figx.writers import Format
from generated import figures

SUFFIXES = {".json": Format.JSON, ".jsonl": Format.JSONL, ".csv": Format.CSV, ".tsv": Format.TSV}
PLAIN = Figure(
    doc="speech.txt",
    text="2.5 million",
    value=Decimal(2_500_000),
    unit="person",
    noun="réfugiés; \"so-called\", he said",
    places=("SYR", "TUR"),
    rule=("en.noun.refugee",),
    start=3,
    end=14,
    line=2,
    sentence="=In 2.5 million\ttents, they said: “no”;\n- “no” again.",
)  # fmt: skip


def written(found: list[Figure], suffix: str) -> str:
    stream = io.StringIO()
    writers.write(iter(found), stream, SUFFIXES[suffix], ())
    return stream.getvalue()


def read(text: str, suffix: str) -> list[Figure]:
    return figures_from(Document("given", text), suffix)


def resaved(found: list[Figure], tmp_path: Path, encoding: str = "utf-8", separator: str = ";", **options) -> Path:
    """A CSV as a spreadsheet saves it again."""
    rows = list(csv.reader(io.StringIO(written(found, ".csv"), newline="")))
    stream = io.StringIO()
    csv.writer(stream, delimiter=separator, lineterminator=options.pop("end", "\r\n"), **options).writerows(rows)
    path = tmp_path / "saved.csv"
    path.write_bytes(stream.getvalue().encode(encoding))
    return path


# Round trips


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_sample_comes_back_whole(extractor, suffix):
    text = Path("samples/council-2024.txt").read_text(encoding="utf-8")
    found = extractor.extract(text, doc="council-2024.txt")
    assert found and read(written(found, suffix), suffix) == found


@settings(suppress_health_check=[HealthCheck.too_slow])
@pytest.mark.parametrize("suffix", SUFFIXES)
@given(figures(4))
def test_any_figures_come_back(suffix, found):
    assert read(written(found, suffix), suffix) == found


any_line = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), max_size=20)


@pytest.mark.parametrize("suffix", SUFFIXES)
@given(any_line, any_line)
def test_any_words_come_back(suffix, noun, sentence):
    made = Figure(text="3", value=Decimal(3), noun=noun, sentence=sentence, start=0, end=1)
    [back] = read(written([made], suffix), suffix)
    assert (back.noun, back.sentence) == (noun, sentence)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_no_figures(suffix, tmp_path):
    path = tmp_path / f"none{suffix}"
    path.write_text(written([], suffix))
    assert read_figures(path) == []


def test_an_empty_file_is_no_json(tmp_path):
    (tmp_path / "none.json").write_text("")
    with pytest.raises(EmptyInputError):
        read_figures(tmp_path / "none.json")
    with pytest.raises(NotFoundError):
        read_figures(tmp_path / "lost.json")


# Spreadsheets


@pytest.mark.parametrize(
    "how",
    [
        {},
        {"encoding": "utf-8-sig"},
        {"encoding": "utf-16"},
        {"encoding": "utf-16", "separator": "\t"},
        {"encoding": "cp1252"},
        {"separator": ","},
        {"end": "\n"},
        {"end": "\r"},
        {"quoting": csv.QUOTE_ALL},
    ],
    ids=str,
)
def test_saved_again_by_a_spreadsheet(tmp_path, how):
    assert read_figures(resaved([PLAIN, PLAIN], tmp_path, **how)) == [PLAIN, PLAIN]


@pytest.mark.parametrize(
    ("separator", "cell", "value"),
    [(";", "2,5", "2.5"), (";", "2.5", "2.5"), (";", "1,25E+08", "125000000"), (",", "2.5", "2.5"), ("\t", "3", "3")],
)
def test_a_decimal_comma_where_semicolons_part_cells(separator, cell, value):
    row = dict.fromkeys(FIELDS, "") | {"text": "5", "qualifier": "exact", "kind": "count", "status": "actual"}
    row |= {"role": "level", "value": cell}
    text = f"{separator.join(row)}\r\n{separator.join(row.values())}\r\n"
    assert [figure.value for figure in read(text, ".csv")] == [Decimal(value)]


def test_rows_of_empty_cells_are_none(tmp_path):
    path = resaved([PLAIN], tmp_path)
    path.write_bytes(path.read_bytes() + b";" * 30 + b"\r\n\r\n;\r\n")
    assert read_figures(path) == [PLAIN]


def test_a_sheet_that_was_sorted_by_another_column(extractor):
    text = Path("samples/council-2024.txt").read_text(encoding="utf-8")
    found = extractor.extract(text, doc="council-2024.txt")
    for name in ("category", "text", "noun"):
        resorted = sorted(found, key=lambda figure: getattr(figure, name))
        assert read(written(resorted, ".csv"), ".csv") == found


def test_texts_that_share_a_name_stay_apart():
    texts = [
        [replace(PLAIN, doc="<stdin>", start=start, end=start + 3, noun=noun) for start in (5, 9)] for noun in "ab"
    ]
    found = [*texts[0], *texts[1]]
    assert read(written(found, ".csv"), ".csv") == found


def test_other_columns_and_other_orders_do_not_matter():
    record = json.loads(written([PLAIN], ".json"))[0]
    turned = dict(reversed(record.items())) | {"remark": "checked", "colour": None}
    assert read(json.dumps([turned]), ".json") == [PLAIN]
    needed = {name: record[name] for name in NEEDED}
    assert read(json.dumps([needed]), ".json")[0].sentence == PLAIN.sentence


# What is wrong


def damaged(**fields) -> str:
    record = json.loads(written([PLAIN], ".json"))[0]
    return json.dumps([record, record | fields])


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"value": "many"}, 'value: "many" is not what figx extract writes there'),
        ({"value": [1]}, "value: "),
        ({"value": True}, "value: true"),
        ({"value": 10**500}, "value: 1000"),
        ({"low": "NaN"}, 'low: "NaN"'),
        ({"high": "Infinity"}, 'high: "Infinity"'),
        ({"value": None}, "a figure has a value or a bound, and this one has neither"),
        ({"kind": "counts"}, 'kind: "counts"'),
        ({"status": None}, "status: null"),
        ({"role": {}}, "role: {}"),
        ({"qualifier": ["exact"]}, 'qualifier: ["exact"]'),
        ({"trend": "sideways"}, 'trend: "sideways"'),
        ({"noun": 5}, "noun: 5"),
        ({"places": [1]}, "places: "),
        ({"line": 1.5}, "line: 1.5"),
        ({"fiscal_year": "now"}, 'fiscal_year: "now"'),
        ({"sentence": ["x" * 500]}, f'sentence: ["{"x" * 58} … is not'),
    ],
)
def test_a_damaged_field_is_named_with_its_row(fields, said):
    with pytest.raises(RecordError) as raised:
        read(damaged(**fields), ".json")
    assert str(raised.value).startswith(f"given: row 2: {said}")
    assert raised.value.row == 2 and len(str(raised.value)) < 160


@pytest.mark.parametrize(
    ("suffix", "text", "said"),
    [
        (".json", "{}", "this is no array of figures"),
        (".json", "null", "this is no array of figures"),
        (".json", "[1]", "row 1: this is no figure, but a bare value"),
        (".json", '[{"change": "new", "kind": "count"}]', "row 1: this is no figure as figx extract writes it"),
        (".json", '[{"text": "5", "value": 5}]', "row 1: fields are missing: low, high, "),
        (".json", '[{"text": "5", "va', "this is no JSON: "),
        (".json", "[NaN]", "this is no JSON: NaN is no number"),
        (".json", "[" * 100_000, "this is no JSON: "),
        (".json", "Some 12 people came.", "this is no JSON: "),
        (".jsonl", '\n\n{"text": ', "row 3: this is no JSON: "),
        (".jsonl", "3\n", "row 1: this is no figure, but a bare value"),
        (".csv", "name,age\nAnna,30\n", "row 1: this is no figure as figx extract writes it"),
        (".csv", "text,value\n5,5\n", "row 1: fields are missing: low, "),
        (".csv", 'text,value\n"5,5\n', "row 2: this is no CSV: "),
    ],
)
def test_what_is_no_file_of_figures(suffix, text, said):
    with pytest.raises(RecordError) as raised:
        read(text, suffix)
    assert str(raised.value).startswith(f"given: {said}")


@given(st.text(max_size=60), st.sampled_from([".json", ".jsonl", ".csv", ".tsv"]))
def test_any_text_is_read_or_refused(text, suffix):
    try:
        read(text, suffix)
    except RecordError as error:
        assert error.path == "given"


# Which format


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_format_is_seen_in_what_comes_in(suffix):
    text = written([PLAIN], suffix)
    found = recorded_format(text)
    assert found and read(text, found) == [PLAIN]
    assert recorded_format("\ufeff" + text) == found


@pytest.mark.parametrize("options", [{}, {"quoting": csv.QUOTE_ALL}, {"end": "\r"}, {"separator": "\t"}], ids=str)
def test_a_spreadsheet_that_comes_in_is_seen(tmp_path, options):
    assert recorded_format(resaved([PLAIN], tmp_path, **options).read_bytes().decode()) == ".csv"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[]", ".json"),
        (" [\n]\n", ".json"),
        ('[{"a": 1}]', ".json"),
        ('{"a": 1}', ".jsonl"),
        ("", None),
        ("At least 12 people came.", None),
        ("[1] At least 12 people came.", None),
        ("[] 12 people came.", None),
        ("{12} people came.", None),
        ("text, value and unit of 12 people", None),
    ],
)
def test_texts_and_figures_are_told_apart(text, found):
    assert recorded_format(text) == found


@pytest.mark.parametrize(
    ("path", "expected"),
    [("a.json", True), ("A.CSV", True), ("a.ndjson", True), ("a.txt", False), ("json", False), ("a.json.txt", False)],
)
def test_suffixes(path, expected):
    assert is_recorded(path) is expected
