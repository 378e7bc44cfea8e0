"""The day of the texts and the month of the fiscal year, as the user gives them: on the command line and in the library."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date

import pytest

import figx
from figx.errors import FigxError, SettingError
from figx.settings import Settings, day_from, month_from

TEXT = "Some 300 people came last month, and 40 in fiscal year 2024."


def run(*args, stdin=TEXT):
    done = subprocess.run([sys.executable, "-m", "figx", *args], input=stdin.encode(), capture_output=True, timeout=60)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.mark.parametrize(
    "text", ["2024-13-01", "2024-2-1", "26/11/2024", "", "yesterday", "2024-02-30", "20241126", "٢٠٢٤-01-01x"]
)
def test_no_day(text):
    with pytest.raises(SettingError) as fault:
        day_from(text)
    assert fault.value.text == text
    assert isinstance(fault.value, FigxError | ValueError)


@pytest.mark.parametrize("text", ["0", "13", "", "Octobre", "-1", "1.5", "oct.", "july 2024"])
def test_no_month(text):
    with pytest.raises(SettingError):
        month_from(text)


@pytest.mark.parametrize(
    ("text", "month"), [("10", 10), ("October", 10), ("oct", 10), (" JULY ", 7), (7, 7), ("1", 1), ("may", 5)]
)
def test_months(text, month):
    assert month_from(text) == month


def test_days():
    assert day_from("2024-11-26") == day_from(date(2024, 11, 26)) == date(2024, 11, 26)
    assert day_from(None) is None is month_from(None)
    assert Settings() == Settings(date=None, fiscal_year_start=None)


def test_extract_takes_the_day_and_the_month():
    code, out, _ = run("extract", "--format", "jsonl", "--date", "2024-11-26", "--fiscal-year-start", "July", "-q")
    month, year = map(json.loads, out.splitlines())
    assert code == 0
    assert (month["period_start"], month["period_end"], month["fiscal_year"]) == ("2024-10-01", "2024-10-31", None)
    assert (year["period_start"], year["period_end"], year["fiscal_year"]) == ("2023-07-01", "2024-06-30", 2024)
    assert year["flags"] == []


def test_without_them_what_is_not_known_stays_empty():
    _, out, _ = run("extract", "--format", "jsonl", "-q")
    month, year = map(json.loads, out.splitlines())
    assert (month["time"], month["period_start"], month["period_end"]) == ("last month", None, None)
    assert (year["period_start"], year["flags"]) == ("2024-01-01", ["fiscal_year_start_assumed"])


def test_the_user_knows_better_than_the_text():
    text = "Geneva, 12 March 2021 – " + TEXT
    assert figx.extract(text)[0].period_start == "2021-02-01"
    assert figx.extract(text, date="2024-11-26")[0].period_start == "2024-10-01"
    assert figx.extract(text, date=date(2024, 11, 26))[0].period_start == "2024-10-01"
    assert figx.extract("The White House said: " + TEXT)[1].period_end == "2024-09-30"
    assert figx.extract("The White House said: " + TEXT, fiscal_year_start=7)[1].period_end == "2024-06-30"


def test_each_document_has_its_own_day():
    texts = ["Date: 2021-03-12\n\n" + TEXT, TEXT, "Date: 2024-11-26\n\n" + TEXT]
    figures = [figure for figure in figx.extract_documents(texts) if figure.value == 300]
    assert [figure.period_start for figure in figures] == ["2021-02-01", None, "2024-10-01"]


@pytest.mark.parametrize("command", ["extract", "explain"])
@pytest.mark.parametrize(("option", "value"), [("--date", "2024-13-01"), ("--fiscal-year-start", "13")])
def test_a_wrong_value_is_wrong_usage(command, option, value):
    code, out, err = run(command, option, value)
    assert (code, out) == (2, "")
    assert option in err
    assert value in err
    assert "Traceback" not in err


def test_the_library_raises():
    with pytest.raises(SettingError, match="2024-11-26"):
        figx.extract(TEXT, date="26 November")
    with pytest.raises(SettingError, match="month"):
        figx.extract(TEXT, fiscal_year_start="winter")


def test_explain_tells_the_period_and_the_words():
    code, out, _ = run("explain", "--format", "text", "--date", "2024-11-26", "--fiscal-year-start", "10", "-q")
    assert code == 0
    assert "time last month; period from 2024-10-01 to 2024-10-31" in out
    assert "time by “last month” (figx.time.clause)" in out
    assert "period from 2023-10-01 to 2024-09-30 (fiscal year 2024)" in out
