"""What stands on a page between the halves of a sentence is passed over, and all offsets hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figx.furniture import blanked, furniture
from figx.layout import load_layout

LAYOUT = load_layout()
FIRST = "The families who had crossed the river in the night reached the"
SECOND = "camp, where 340 people slept."


def passed(text):
    return [text[start:end] for start, end in furniture(text, LAYOUT)]


BETWEEN = {
    "a page number": ("\n\n12\n\n", ["12"]),
    "a page number after a blank line": ("\n\n12\n", ["12"]),
    "a page number before a blank line": ("\n12\n\n", ["12"]),
    "a form feed": ("\n12\n\x0c", ["12"]),
    "a running foot and a running head": (
        "\n\nRelief Office page 4\n\nwww.office.example\n\n", ["Relief Office page 4", "www.office.example"]
    ),
    "a button of the web": ("\nADVERTISEMENT\n", ["ADVERTISEMENT"]),
    "a picture": ("\n\nPhoto: A. Marsh\n\n", ["Photo: A. Marsh"]),
    "a footnote before the foot of the page": (
        "\n\n1 See the report of the office.\n\n12\n\n", ["1 See the report of the office.", "12"]
    ),
    "a footnote of two lines": (
        "\n\n1 See the report of the office\nof May.\n\n12\n\n", ["1 See the report of the office", "of May.", "12"]
    ),
    "CRLF": ("\r\n\r\n12\r\n\r\n", ["12"]),
    "nothing": ("\n\n", []),
    "a line of the text": ("\n\nShelter\n\n", []),
    "a number in a narrow column": ("\n12\n", []),
    "a footnote without a foot": ("\n\n1 See the report of the office.\n\n", []),
}  # fmt: skip


@pytest.mark.parametrize(("between", "found"), BETWEEN.values(), ids=BETWEEN)
def test_between_the_halves_of_a_sentence(between, found):
    assert passed(FIRST + between + SECOND) == found


@pytest.mark.parametrize(
    "text",
    [
        f"{FIRST} camp.\n\n12\n\nThe rain fell.",
        f"{FIRST} camp.\n\n12\n\nwhere it was dry",
        f"The end\n\n12\n\n{SECOND}",
        f"HEADINGS ARE IN CAPITALS AND MAY BE LONG\n\n12\n\n{SECOND}",
        f"{FIRST}\n\n12\n\n• {SECOND}",
        "Some 300 families from the town have come over in May of\n2022.\n\nThe rain fell.",
        "12\n\n13",
        "",
    ],
    ids=[
        "a whole sentence before",
        "ended",
        "a heading",
        "capitals",
        "an item",
        "a year of the sentence",
        "numbers",
        "empty",
    ],
)
def test_elsewhere_it_stays(text):
    assert passed(text) == []


def test_a_running_head_is_known_by_its_return():
    head = "Relief in Alba, a yearly report"
    page = f"{FIRST}\n\n{head}\n\n{SECOND}"
    assert passed(page) == [] and passed("\n\n".join([page] * 3)) == [head] * 3


def test_a_line_that_wraps_alike_is_none():
    text = "The order of the year 2021 (Act on the\nFair Sharing of Homes\nfor All) and the one of 2022 (Act on the\n"
    assert passed(text * 3) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Some people (pictured, a boat off Chad) came.", ["(pictured, a boat off Chad)"]),
        ("Some people (photo: A. Marsh) came.", ["(photo: A. Marsh)"]),
        ("Some people (left) came.", ["(left)"]),
        ("Some people (left behind in May) came.", []),
        ("Some people (above 300) came.", []),
        ("(pictured, a boat)", []),
    ],
)
def test_brackets_that_tell_of_a_picture(text, found):
    assert passed(text) == found


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=4))
def test_blanks_keep_all_offsets_and_line_ends(text, pairs):
    spans, end = [], 0
    for a, b in sorted((min(pair), max(pair)) for pair in pairs):
        if a >= end and b <= len(text):
            spans.append((a, b))
            end = b
    read = blanked(text, spans)
    assert len(read) == len(text)
    inside = {k for a, b in spans for k in range(a, b)}
    for k, character in enumerate(text):
        assert read[k] == (" " if k in inside and not character.isspace() else character)


def test_a_figure_keeps_its_place(extractor):
    text = f"Of the people, {FIRST.lower()}\n\n12\n\nADVERTISEMENT\n\ncamp, where 340 children slept."
    [figure] = extractor.extract(text)
    assert text[figure.start : figure.end] == "340" and figure.line == 7
    assert figure.sentence == f"Of the people, {FIRST.lower()} camp, where 340 children slept."


def test_what_is_passed_over_is_read_by_itself(extractor):
    text = f"{FIRST}\n\nRead more: Storm kills 12 people\n\n{SECOND}"
    first, second = extractor.extract(text)
    assert (first.text, first.sentence) == ("12", "Read more: Storm kills 12 people")
    assert (second.text, second.category) == ("340", "people")
    assert "Storm" not in second.sentence


def test_the_number_of_a_page_is_explained(extractor):
    text = f"{FIRST}\n\n12\n\n{SECOND}"
    page, figure = extractor.explain(text)
    assert not page.taken and page.reason and page.sentence == "12"
    assert figure.taken and figure.text == "340"


def test_an_id_does_not_depend_on_the_page(extractor):
    [there] = extractor.extract(f"{FIRST}\n\n12\n\n{SECOND}")
    [here] = extractor.extract(f"{FIRST}\n{SECOND}")
    assert there.id == here.id
