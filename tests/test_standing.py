"""What is there already, whatever a sentence says will be done with it."""

from __future__ import annotations

import pytest

from figx import extract

CASES = [
    ("Spain will give $2 million, adding to its previous gift of $10 million.", ["pledged", "actual"]),
    ("Spain is committing an initial sum of $5 million.", ["pledged"]),
    ("They plan to mend 13 of the 18 roofs.", ["target", "actual"]),
    ("They aim to help 300 of the 500 families.", ["target", "actual"]),
    ("It targets 14 towns out of the 25 on the list.", ["target", "actual"]),
    ("They were planning to join up their two halls.", ["actual"]),
    ("They were planning to build two halls.", ["target"]),
    ("They plan to help their 300 families.", ["target"]),
    ("The town, 20 miles south of the lake, requested pumps.", ["actual"]),
    ("No one earning under $400,000 will pay more.", ["actual"]),
    ("The bank will be giving $400,000 to schools.", ["pledged"]),
    ("The arrival of 240 people will add to the cost.", ["actual"]),
    ("Some 240 people will arrive.", ["projected"]),
    ("The clinic could only treat 900 men.", ["actual"]),
    ("The 14 states will vote on it.", ["actual"]),
]


@pytest.mark.parametrize(("text", "statuses"), CASES)
def test_what_is_there_already_is_actual(text: str, statuses: list[str]) -> None:
    assert [figure.status for figure in extract(text)] == statuses
