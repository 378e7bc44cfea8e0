"""Persons in households: only where the user says how many, exactly, and with one clear line where that cannot be used."""

from __future__ import annotations

import json
import subprocess
import sys
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import figx
from figx.errors import FigxError, HouseholdError
from figx.households import household_settings, persons_in, read_sizes, size_for

TEXT = "Jordan took in 300 families. Iraq took 40 families. Then 11 families left for Jordan and Iraq."


def persons(text=TEXT, **options):
    return [figure.persons for figure in figx.extract(text, **options)]


def sizes_file(folder, content):
    path = folder / "sizes.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def run(*args, text=""):
    command = [sys.executable, "-m", "figx", *args]
    return subprocess.run(command, input=text, capture_output=True, text=True, check=False, encoding="utf-8")


def test_never_without_a_size():
    assert persons() == [None, None, None]
    assert all(figure.unit == "household" and not figure.flags for figure in figx.extract(TEXT))


@pytest.mark.parametrize(
    ("options", "wanted"),
    [
        ({"household_size": 5}, [1500, 200, 55]),
        ({"household_size": "5.1"}, [1530, 204, 56]),  # 56.1
        ({"household_size": 4.5}, [1350, 180, 50]),  # 49.5 rounds up
        ({"household_sizes": {"JOR": "4.7"}}, [1410, None, None]),
        ({"household_sizes": {"jor": 4, "*": 6}}, [1200, 240, 66]),
        ({"household_sizes": {"": 6}}, [1800, 240, 66]),
        ({"household_size": 2, "household_sizes": {"JOR": 4, "*": 6}}, [1200, 80, 22]),  # the size takes the place of *
    ],
)
def test_the_size_of_the_country_then_of_all(options, wanted):
    figures = figx.extract(TEXT, **options)
    assert [figure.persons for figure in figures] == wanted
    assert [("persons_derived" in figure.flags) for figure in figures] == [number is not None for number in wanted]
    assert [("figx.household.size" in figure.rule) for figure in figures] == [number is not None for number in wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("At least 20 families fled.", 100),  # a bound has a value
        ("Some 20 households fled.", 100),
        ("20 to 30 families fled.", None),
        ("Dozens of families fled.", None),
        ("20 people fled.", None),
        ("20 homes burned.", None),
        ("The aid was $20 for each family.", None),
        ("20 per cent of families fled.", None),
    ],
)
def test_counts_of_households_alone(text, wanted):
    [figure] = figx.extract(text, household_size=5)
    assert figure.persons == wanted
    assert ("persons_derived" in figure.flags) == (wanted is not None)


def test_a_pair_keeps_both():
    families, people = figx.extract("The flood hit 380 families (1,900 people).", household_size=6)
    assert (families.value, families.persons) == (380, 2280)
    assert (people.value, people.persons) == (1900, None)


def test_many_documents():
    figures = list(figx.extract_documents(["30 families fled.", "4 families fled."], household_size="2.5"))
    assert [figure.persons for figure in figures] == [75, 10]


@given(st.integers(0, 10**40), st.decimals(min_value="0.01", max_value=100, places=2))
def test_rounding_is_half_up_and_never_fails(households, size):
    exact = Decimal(households) * size
    assert abs(persons_in(Decimal(households), size) - exact) <= max(Decimal("0.5"), exact * Decimal("1e-26"))


def test_of_several_countries_none_decides():
    settings = household_settings(3, {"SYR": 6})
    assert size_for(("SYR",), settings) == (6, "SYR")
    assert size_for(("SYR", "JOR"), settings) == (3, "")
    assert size_for((), settings) == (3, "")


@pytest.mark.parametrize(
    "content",
    [
        "iso3,size\nSYR,6.2\n*,5\n",
        "\ufeffiso3,size\r\nSYR,6.2\r\n,5\r\n",
        " ISO3 , Size \n\n syr , 6.2 \n,\n* ,5\n",
        'iso3,size\n"SYR","6.2"\n"*","5.0"',
    ],
    ids=["plain", "from Excel", "spaces and blank rows", "quoted"],
)
def test_files_that_are_read(tmp_path, content):
    assert read_sizes(sizes_file(tmp_path, content)) == {"SYR": Decimal("6.2"), "*": 5}


FAULTS = [
    ("iso3,size\nSYR,six\n", 2, "'six' is no number"),
    ("iso3,size\nSYR,5\nJOR,0\n", 3, "more than 0 persons and at most 1000, not 0"),
    ("iso3,size\nSYR,-4\n", 2, "more than 0 persons"),
    ("iso3,size\nSYR,NaN\n", 2, "more than 0 persons"),
    ("iso3,size\nSYR,\n", 2, "no number"),
    ("iso3,size\nSYR,5\n\nJOR,4\nSYR,6\n", 5, "SYR is in line 2 already"),
    ("iso3,size\n*,5\n,6\n", 3, "* is in line 2 already"),
    ("iso3,size\nXYZ,5\n", 2, "'XYZ' is no ISO 3166 code"),
    ("iso3,size\nSYR,5,1\n", 2, "3 cells"),
    ("iso3,size\nSYR\n", 2, "1 cells"),
    ("country,size\nSYR,5\n", 1, "the header has to be iso3,size"),
    ("", 1, "the header has to be iso3,size"),
    (b"iso3,size\n\xff\xfe,5\n", 0, "no CSV file in UTF-8"),
]


@pytest.mark.parametrize(("content", "line", "reason"), FAULTS)
def test_faults_say_the_file_and_the_line(tmp_path, content, line, reason):
    path = sizes_file(tmp_path, content)
    with pytest.raises(HouseholdError) as caught:
        read_sizes(path)
    assert (caught.value.path, caught.value.line) == (str(path), line)
    assert reason in caught.value.reason
    assert str(caught.value).startswith(f"{path}: line {line}: " if line else f"{path}: ")
    assert isinstance(caught.value, FigxError)


@pytest.mark.parametrize("size", ["x", "", 0, -1, "inf", "nan", "1e999999", 1001])
def test_sizes_that_are_none(size):
    with pytest.raises(HouseholdError):
        household_settings(size)


def test_no_such_file(tmp_path):
    with pytest.raises(HouseholdError, match="no such file"):
        read_sizes(tmp_path / "none.csv")
    with pytest.raises(HouseholdError, match="cannot be read"):
        read_sizes(tmp_path)


# -- the command --------------------------------------------------------------------------------------------------------


def test_the_options_of_extract(tmp_path):
    path = sizes_file(tmp_path, "iso3,size\nJOR,4\n")
    done = run("extract", "--household-sizes", str(path), "--household-size", "2", "--format", "json", "-q", text=TEXT)
    assert done.returncode == 0, done.stderr
    assert [figure["persons"] for figure in json.loads(done.stdout)] == [1200, 80, 22]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--household-size", "five"], "--household-size: 'five' is no number"),
        (["--household-size", "0"], "--household-size: a household has more than 0 persons"),
        (["--household-sizes", "none.csv"], "--household-sizes: none.csv: no such file"),
    ],
)
@pytest.mark.parametrize("command", ["extract", "explain"])
def test_wrong_usage(command, args, said):
    done = run(command, "-", *args, text=TEXT)
    assert done.returncode == 2 and done.stdout == ""
    assert said in done.stderr and "Traceback" not in done.stderr


def test_a_fault_in_the_file_is_one_line(tmp_path):
    path = sizes_file(tmp_path, "iso3,size\nSYR,5\nSYR,6\n")
    done = run("extract", "--household-sizes", str(path), text=TEXT)
    assert done.returncode == 2
    assert f"{path}: line 3: SYR is in line 2 already" in done.stderr.splitlines()[-1]


def test_explain_shows_the_persons():
    done = run("explain", "We saw 30 families.", "--household-size", "4.5", "--format", "text", "-q")
    assert "persons 135" in done.stdout
    assert "persons by “4.5 in a household” (figx.household.size)" in done.stdout
