"""The date of a text as its name, its front matter or a table gives it: "2024-11-26", "2024-11" or "2024"."""

from __future__ import annotations

import csv
import io
import re
from datetime import date
from pathlib import Path, PurePath

from figx.documents import read_document
from figx.errors import DatesError, InputError

_NAMED = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:([-_.]?)(0[1-9]|1[0-2])(?:\2(0[1-9]|[12]\d|3[01]))?)?(?!\d)")
_WRITTEN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_FRONT = re.compile(r"\A\ufeff?(---|\+\+\+)\s*\n(.*?)\n\1\s*$", re.DOTALL | re.MULTILINE)
_KEY = re.compile(r"^date\s*[:=]\s*[\"']?(\d{4}(?:-\d\d(?:-\d\d)?)?)", re.IGNORECASE | re.MULTILINE)


def date_in_name(name: str) -> str:
    """The date in a file's name, else in that of the nearest folder that has one; "" where there is none.

    >>> date_in_name("speeches/council-2022-11-29.txt"), date_in_name("2021/may.txt"), date_in_name("fund_202305.txt")
    ('2022-11-29', '2021', '2023-05')
    """
    for part in reversed(PurePath(name).parts):
        for year, _, month, day in _NAMED.findall(part):
            return checked(f"{year}-{month}-{day}") or checked(f"{year}-{month}") or year  # no 30 February
    return ""


def date_in_front_matter(text: str) -> str:
    """The date that the metadata at the head of a markdown text gives; "" where there is none.

    >>> date_in_front_matter("---\\ntitle: On asylum\\ndate: 2024-11-26\\n---\\nMadam Chair,")
    '2024-11-26'
    """
    front = _FRONT.match(text.replace("\r\n", "\n"))
    found = _KEY.search(front[2]) if front else None
    return checked(found[1]) if found else ""


def without_front_matter(text: str) -> str:
    """The text below the metadata at its head.

    >>> without_front_matter("---\\ndate: 2024-11-26\\n---\\nGENEVA, 3 May 2024 – Madam Chair,")
    'GENEVA, 3 May 2024 – Madam Chair,'
    """
    text = text.replace("\r\n", "\n")
    front = _FRONT.match(text)
    return text[front.end() :].lstrip("\n") if front else text


def checked(text: str) -> str:
    """`text` where it is a year, a month or a day that there is, else "".

    >>> checked("2024-02"), checked("2024-02-30"), checked("May 2024")
    ('2024-02', '', '')
    """
    found = _WRITTEN.fullmatch(text.strip())
    if found is None:
        return ""
    try:
        date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        return ""
    return found[0]


def read_dates(path: str | Path) -> dict[str, str]:
    """The dates of a CSV file with the columns `doc` and `date`, by the name of the document; with commas, semicolons or tabs.

    Raises DatesError with the line that is wrong.
    """
    try:
        text = read_document(path).text
    except InputError as error:
        raise DatesError(error.reason, path) from error
    header = re.split(r"[\r\n]", text, maxsplit=1)[0]
    separator = max(",;\t", key=header.count)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator, skipinitialspace=True)
    rows.fieldnames = [name.strip().casefold() for name in rows.fieldnames or ()]
    if not {"doc", "date"} <= set(rows.fieldnames):
        raise DatesError("the first line must name the columns doc and date", path, 1)
    try:
        return _dates(rows, path)
    except csv.Error as error:
        raise DatesError(f"this is no CSV: {error}", path, rows.line_num + 1) from error


def _dates(rows: csv.DictReader[str], path: str | Path) -> dict[str, str]:
    dates: dict[str, str] = {}
    for row in rows:
        if not any(row.values()):  # a spreadsheet may write rows of empty cells below the last
            continue
        doc, day = (row["doc"] or "").strip(), (row["date"] or "").strip()
        if not doc or not checked(day):
            wanted = (
                f"{day!r} is no date, written like 2024-11-26, 2024-11 or 2024" if doc else "the document has no name"
            )
            raise DatesError(wanted, path, rows.line_num)
        if dates.setdefault(doc, day) != day:
            raise DatesError(f"{doc} has two dates", path, rows.line_num)
    return dates
