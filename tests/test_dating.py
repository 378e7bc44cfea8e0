"""When a text is from: its name, its front matter, or a table."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figx.dating import checked, date_in_front_matter, date_in_name, read_dates
from figx.errors import DatesError


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("council-2022-11-29.txt", "2022-11-29"),
        ("council_2022_11_29.txt", "2022-11-29"),
        ("20221129-council.txt", "2022-11-29"),
        ("2022.11.29 council.txt", "2022-11-29"),
        ("council-2022-11.txt", "2022-11"),
        ("council-202211.txt", "2022-11"),
        ("council-2022.txt", "2022"),
        ("fy2022q3.txt", "2022"),
        ("council.txt", ""),
        ("2021/council.txt", "2021"),
        ("2021/council-2022.txt", "2022"),
        ("2021-05/part/council.txt", "2021-05"),
        ("report-12022.txt", ""),
        ("report-20220.txt", ""),
        ("1850.txt", ""),
        ("council-2022-13.txt", "2022"),
        ("council-2023-02-30.txt", "2023-02"),
        ("council-20230431.txt", "2023-04"),
        ("council-2022-00-05.txt", "2022"),
        ("ratio-2022-11_29.txt", "2022-11"),
        ("a 2020 2021.txt", "2020"),
        ("", ""),
    ],
)
def test_names(name, date):
    assert date_in_name(name) == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("---\ndate: 2024-11-26\n---\nText", "2024-11-26"),
        ("---\r\ntitle: x\r\ndate: '2024-11'\r\n---\r\nText", "2024-11"),
        ('+++\ndate = "2024"\n+++\nText', "2024"),
        ("\ufeff---\nDate: 2024-11-26T10:00:00Z\n---\n", "2024-11-26"),
        ("---\ndate: 2024-02-30\n---\n", ""),
        ("---\ndate: May 2024\n---\n", ""),
        ("---\ntitle: x\n---\ndate: 2024-11-26\n", ""),
        ("---\nupdate: 2024-11-26\n---\n", ""),
        ("---\ndate: 2024-11-26\n+++\n", ""),
        ("Text\n---\ndate: 2024-11-26\n---\n", ""),
        ("---\ndate: 2024-11-26\nno end", ""),
        ("", ""),
    ],
)
def test_front_matter(text, date):
    assert date_in_front_matter(text) == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2024", "2024"),
        (" 2024-02 ", "2024-02"),
        ("2024-02-29", "2024-02-29"),
        ("2023-02-29", ""),
        ("2024-13", ""),
        ("0000", ""),
        ("24-02-01", ""),
        ("2024-2-1", ""),
        ("2024/02/01", ""),
        ("", ""),
    ],
)
def test_checked(text, date):
    assert checked(text) == date


@given(st.dates().map(str))
def test_every_day_is_one(day):
    assert checked(day) == day


@given(st.text())
def test_any_text(text):
    assert checked(date_in_name(text)) == date_in_name(text)
    assert checked(date_in_front_matter(f"---\ndate: {text}\n---\n")) is not None


# The table


@pytest.mark.parametrize(
    ("data", "dates"),
    [
        (b"doc,date\na.txt,2024-11-26\nb.txt,2024\n", {"a.txt": "2024-11-26", "b.txt": "2024"}),
        (b"\xef\xbb\xbfdoc;date\r\na.txt;2024-11\r\n;\r\n", {"a.txt": "2024-11"}),
        (b"Doc\tDate\na.txt\t2024\n", {"a.txt": "2024"}),
        (b"doc,date\ra.txt,2024\r", {"a.txt": "2024"}),
        (b"date, title, doc\n2024, A and B, a.txt\n", {"a.txt": "2024"}),
        (b'doc,date\n"a, b.txt",2024\n', {"a, b.txt": "2024"}),
        (b"doc,date\na.txt,2024\na.txt,2024\n", {"a.txt": "2024"}),
        (b"doc,date\n", {}),
    ],
)
def test_tables(tmp_path, data, dates):
    (tmp_path / "dates.csv").write_bytes(data)
    assert read_dates(tmp_path / "dates.csv") == dates


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", ": the file is empty"),
        (b"%PDF-1.4", ": this is a PDF"),
        (b"a.txt,2024\n", ": line 1: the first line must name the columns doc and date"),
        (b"doc,day\na.txt,2024\n", ": line 1: the first line must name the columns doc and date"),
        (b"doc,date\na.txt,2024\nb.txt,26/11/2024\n", ": line 3: '26/11/2024' is no date, written like 2024-11-26"),
        (b"doc,date\na.txt,2023-02-29\n", ": line 2: '2023-02-29' is no date"),
        (b"doc,date\na.txt\n", ": line 2: '' is no date"),
        (b"doc,date\n,2024\n", ": line 2: the document has no name"),
        (b"doc,date\na.txt,2024\na.txt,2023\n", ": line 3: a.txt has two dates"),
        (b"doc,date\n" + b"x" * 200_000 + b",2024\n", ": line 2: "),
    ],
)
def test_faults_of_tables(tmp_path, data, said):
    path = tmp_path / "dates.csv"
    path.write_bytes(data)
    with pytest.raises(DatesError) as raised:
        read_dates(path)
    assert str(raised.value).startswith(f"{path}{said}")


def test_a_table_that_is_not_there(tmp_path):
    with pytest.raises(DatesError, match="no such file or folder"):
        read_dates(tmp_path / "no.csv")
