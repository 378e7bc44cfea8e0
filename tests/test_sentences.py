"""Where sentences begin and end, and that no character is lost between them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figx.sentences import sentence_spans

CASES = {
    "two sentences": "He left.|She came.",
    "question and exclamation": "What?|Yes!|Really?!|Fine.",
    "three dots": "He waited... Then he left."[:12] + "|Then he left.",
    "one character of dots": "He waited…|Then he left.",
    "titles": "Mr. Okoro met Dr. Lund and Prof. Abe.|They spoke.",
    "initials": "J. K. Mensah spoke.|All listened.",
    "a country inside": "The U.S. Government gave aid.|It was late.",
    "a country at the end": "He works in the U.S.|The Government knows.",
    "a country in lower case context": "The U.S. gave aid and the U.K. took part.",
    "months": "Jan. 5 was cold.|Feb. 6 was too.",
    "references": "See fig. 3 and para. 12 of it.|Next.",
    "numbers": "Fled under No. 5 of May.|Then none.",
    "time of day": "It began at 9 a.m. on Monday.|Then rain fell.",
    "approximately": "It took approx. 500 people.|More came.",
    "for example": "Some neighbours, e.g. Kenya, helped.|Others, i.e. most, did not.",
    "decimals": "It cost $3.5 million.|Then came 2.5 more.",
    "a number at the end": "There were 12.|Then 13 came.",
    "a share at the end": "Prices rose 3.5%.|(We know.)|All saw it.",
    "quotes": "He said “We left.”|They stayed.",
    "straight quotes": 'He said "We left."|They stayed.',
    "a glued start": "That was the end.|Start again now.",
    "a sign of money first": "We gave.|$5 million went out.|€3 million came.",
}


@pytest.mark.parametrize("expected", CASES.values(), ids=CASES)
def test_within_a_line(expected):
    sentences = expected.split("|")
    text = " ".join(sentences)
    assert [text[start:end] for start, end in sentence_spans(text)] == sentences


LINES = {
    "nothing": ("", []),
    "only white space": (" \n\t \r\n", []),
    "heading and body": ("KEY FACTS\n\nThe body stands here.", ["KEY FACTS", "The body stands here."]),
    "bullets": ("• one item\n• two items", ["• one item", "• two items"]),
    "dashes": ("- apples\n- pears", ["- apples", "- pears"]),
    "stars": ("* 300 tents\n* 20 wells", ["* 300 tents", "* 20 wells"]),
    "letters in brackets": ("(a) first part;\n(b) second part.", ["(a) first part;", "(b) second part."]),
    "speakers": (
        "SECRETARY LINDQVIST: We act.\nMR. OBI: Thanks.",
        ["SECRETARY LINDQVIST: We act.", "MR. OBI: Thanks."],
    ),
    "table with leaders": ("Africa ...... 30,000\nAsia ...... 20,000", ["Africa ...... 30,000", "Asia ...... 20,000"]),
    "table with bars": ("| Kenya | 5 |\n| Chad | 6 |", ["| Kenya | 5 |", "| Chad | 6 |"]),
    "table with tabs": ("Kenya\t5,000\nChad\t6,000", ["Kenya\t5,000", "Chad\t6,000"]),
    "a broken number": ("Some 1.2\nmillion fled. More came.", ["Some 1.2\nmillion fled.", "More came."]),
    "a broken group": ("We met 12,\n345 people there.", ["We met 12,\n345 people there."]),
    "a wrap before a small letter": (
        "They reached many across the\nregion and went on.",
        ["They reached many across the\nregion and went on."],
    ),
    "a wrap after a preposition": ("The people of\nKenya helped.", ["The people of\nKenya helped."]),
    "a wrap after a comma": ("Donors gave aid,\nthen left.", ["Donors gave aid,\nthen left."]),
    "a per cent sign on the next line": ("Some 40\nper cent left.", ["Some 40\nper cent left."]),
    "CRLF": ("One stood.\r\nTwo fell.\r\n\r\nThree", ["One stood.", "Two fell.", "Three"]),
    "CRLF inside": ("Some 1.2\r\nmillion fled.", ["Some 1.2\r\nmillion fled."]),
    "line separator": ("One stood.\u2028Two fell.\u2029Three", ["One stood.", "Two fell.", "Three"]),
    "form feed": ("End of page.\x0cNew page.", ["End of page.", "New page."]),
    "paragraphs": ("one\n\n\ntwo", ["one", "two"]),
    "quoted lines": ("> one line\n> Another", ["> one line", "> Another"]),
    "no full stop": ("no full stop", ["no full stop"]),
}


@pytest.mark.parametrize(("text", "sentences"), LINES.values(), ids=LINES)
def test_over_lines(text, sentences):
    assert [text[start:end] for start, end in sentence_spans(text)] == sentences


def test_a_wrapped_paragraph_is_read_through():
    text = (
        "The office in the capital says that it has counted the families who\n"
        "Came over the bridge in the night, and that it will count them again\n"
        "Before the rains begin in the hills. It has little time to do so and\n"
        "No more than two cars.\n"
    )
    found = [text[start:end] for start, end in sentence_spans(text)]
    assert len(found) == 2 and found[1].startswith("It has little time")


PIECES = st.sampled_from(
    'A b the The U.S. Mr. e.g. 1. 12, 5 1.2 million . .. ... ? ! … ” " ) ( [ • - – | : ; , % $ \\ \n \r\n \r \t \x0b'
    " \x0c \x1c \x85 \u00a0 \u2028 \u2029 \u3000 \u200b SPEAKER: #".split(" ")
)
TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(PIECES, max_size=20).map("".join),
    st.lists(PIECES, max_size=20).map(" ".join),
    st.lists(
        st.sampled_from(["A long line that goes on for some forty chars", "Some 1.2", "million", "", "• x", "End."])
    ).map("\n".join),
)


@settings(max_examples=400)
@given(TEXTS)
def test_nothing_is_lost(text):
    spans = sentence_spans(text)
    position = 0
    for start, end in spans:
        assert position <= start < end <= len(text)
        assert not text[start].isspace() and not text[end - 1].isspace()
        assert not text[position:start].strip()
        position = end
    assert not text[position:].strip()


@given(TEXTS)
def test_a_sentence_reads_the_same_wherever_it_stands(text):
    """White space around a text moves its sentences and changes nothing else."""
    moved = sentence_spans(f"\n\n  {text}")
    quotes = [text[start:end] for start, end in sentence_spans(text)]
    assert ["".join(f"\n\n  {text}"[start:end].split()) for start, end in moved] == ["".join(q.split()) for q in quotes]
