"""Where sentences begin and end, and that no character is lost between them."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figx.sentences import cut, sentence_spans

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
    "a footnote at the stop": "They bribed officials.59|This went on.",
    "a footnote in brackets": "They bribed officials.[12]|This went on.",
    "a footnote after a quotation": "He said “we left.”21|This went on.",
    "a footnote above the line": "They bribed officials.¹²|This went on.",
    "a sum at the end": "It cost $3.50 in all.|Prices rose.",
    "an abbreviation in brackets": "All knew it [Sen. Okoro spoke].|They left.",
    "initials in a row": "The Hon. M.J.R. Lund said so.|They left.",
    "a list glued to its sentence": "The pillars are 1. Shelter; 2. Water; and 3. Health for all.|They stand.",
    "the number of an item": "1. Shelter is dear.|2. Water is not.",
    "a bullet after a sentence": "Four countries took part.|\uf0b7 The fund gave aid.",
    "bold sentences": "**The fund gave aid.**|It will give more.",
    "a mountain": "Ash rose from Mt. Lund.|People fled.",
    "space before the stop": "They live in camps .|Others do not.",
    "leaders of dots": "Africa . . . . 30,000",
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


def cut_of(text):
    return [text[start:end] for start, end in sentence_spans(text)]


def test_a_wrapped_paragraph_is_read_through():
    text = (
        "The office in the capital says that it has counted the families who\n"
        "Came over the bridge in the night, and that it will count them again\n"
        "Before the rains begin in the hills. It has little time to do so and\n"
        "No more than two cars.\n"
    )
    found = cut_of(text)
    assert len(found) == 2 and found[1].startswith("It has little time")


# Lines that break before small letters show how wide they are; "Kenya" is no heading's end then.
WRAPPED = (
    "The council has met again in the town to speak about those who\n"
    "came over the border in the night, and it has said that it will\n"
    "house them in the schools of the town until the rains have gone\n"
    "and the roads are dry. It has asked the Red Cross office in West\n"
    "Alba for tents, which are to reach the town before the end of\n"
    "May, and for a doctor.\n"
    "Shelter\n"
    "The schools hold\n"
    "300 people.\n"
)


def test_a_full_line_goes_on_before_a_capital():
    found = cut_of(WRAPPED)
    assert any("West\nAlba for tents" in sentence and "end of\nMay, and" in sentence for sentence in found)


def test_a_short_line_does_not():
    assert cut_of(WRAPPED)[-2:] == ["Shelter", "The schools hold\n300 people."] or "Shelter" in cut_of(WRAPPED)


def test_double_spaced_lines():
    """A blank line after every line: they are wrapped all the same; two blank lines part the paragraphs."""
    lines = WRAPPED.split("\n")[:6]
    found = cut_of("\n\n".join(lines) + "\n\n\n\nThe end of it.\n")
    assert len(found) == 3 and found[-1] == "The end of it."


def test_paragraphs_that_a_page_parts():
    half = "The council has said that it will house the families in the"
    assert len(cut_of(f"{half}\n\nschools of the town.")) == 1
    assert len(cut_of("Shelter and food\n\nschools of the town")) == 2


FOLDED = (
    "Floods in Alba  12 people died.  Power cuts  The grid is down. It rains.  Berat, Alba  "
    "Roads are cut.  Read on for more."
)


def test_line_ends_that_have_become_double_spaces():
    assert cut_of(FOLDED)[:4] == ["Floods in Alba", "12 people died.", "Power cuts", "The grid is down."]


@pytest.mark.parametrize(
    "text",
    [
        "We met.  They left.  It rained on Mr.  Lund.  All went home.",
        "we went to  the town and  met them in  the hall",
    ],
    ids=["a typist's habit", "wraps"],
)
def test_double_spaces_that_end_no_line(text):
    assert not any(sentence in ("It rained on Mr.", "we went to") for sentence in cut_of(text))


ITEMS = {
    "marks": ("We need:\n• tents for 300\n• wells", 3),
    "small letters": ("The council will:\n\nbuild a school for the children\n\ndig two wells in the north of it", 3),
    "wrapped items": ("- a tent for the families who\n  came last\n- a well", 2),
    "escaped marks": ("the following; or\n\n\\(b\\) the other part", 2),
    "questions": ("Q    And of the ships, what\nis new?\nA    Nothing.", 2),
    "key figures": ("12,000 people\n300 wells\n9 schools", 3),
}


@pytest.mark.parametrize(("text", "number"), ITEMS.values(), ids=ITEMS)
def test_items(text, number):
    assert len(cut_of(text)) == number


def test_a_dash_and_a_number_within_a_sentence():
    lines = WRAPPED.split("\n")[:3]
    text = "\n".join(
        [*lines, "– a promise of the mayor to the Office of Title Deeds and of Title", "42. They were told so."]
    )
    assert len(cut_of(text)) == 2


def test_an_address_ends_no_sentence():
    assert len(cut_of("He was [stopped](https://a.example/say.)\n    of late in the town.")) == 1


PIECES = st.sampled_from(
    'A b the The U.S. Mr. e.g. 1. 12, 5 1.2 million . .. ... ? ! … ” " ) ( [ • - – | : ; , % $ \\ \n \r\n \r \t \x0b'
    " \x0c \x1c \x85 \u00a0 \u2028 \u2029 \u3000 \u200b SPEAKER: # https://a.example/b. \\uf0b7 12 -7- Page".split(" ")
)
TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(PIECES, max_size=20).map("".join),
    st.lists(PIECES, max_size=20).map(" ".join),
    st.lists(PIECES, max_size=20).map("  ".join),
    st.lists(
        st.sampled_from(
            [
                "A long line that goes on for some forty chars",
                "and a small one that goes on as far as",
                "Some 1.2",
                "million",
                "",
                "• x",
                "End.",
                "12",
                "Page 3 of 12",
                "1 See https://a.example",
                "(pictured, a camp)",
            ]
        )
    ).map("\n".join),
)


@settings(max_examples=400)
@given(TEXTS)
def test_nothing_is_lost(text):
    """Spans are in order and apart; what lies between them is white space, or furniture that is read by itself."""
    found = cut(text)
    position = 0
    for start, end in found.sentences:
        assert position <= start < end <= len(text)
        assert not found.read[start].isspace() and not found.read[end - 1].isspace()
        assert not found.read[position:start].strip()
        position = end
    assert not found.read[position:].strip()
    assert len(found.read) == len(text)
    for start, end in found.passed:
        assert text[start:end].strip() and not found.read[start:end].strip()
        assert found.read[:start] + text[start:end] + found.read[end:] != found.read


def test_time_is_linear():
    """Twice the text takes about twice the time, for texts that give every rule something to do."""
    for piece in [
        "Africa\n30,000\n", "We went to the town of\n\n12\n\nand came back with the\n", "We need:\n- 3 tents\n", "(pictured, a ",
        "1 See http://x.y\nwe walked on and on and on and on\n", ". ", "1. A 2. B ", "Heading  Text follows.  ", " .",
        "| a | 5 |\n",
    ]:  # fmt: skip
        times = []
        for size in (30_000, 120_000):
            text = piece * (size // len(piece))
            runs = []
            for _ in range(2):
                begun = perf_counter()
                cut(text)
                runs.append(perf_counter() - begun)
            times.append(min(runs))
        assert times[1] < 12 * times[0] + 0.05, piece


@given(TEXTS)
def test_a_sentence_reads_the_same_wherever_it_stands(text):
    """White space around a text moves its sentences and changes nothing else."""
    moved = sentence_spans(f"\n\n  {text}")
    quotes = [text[start:end] for start, end in sentence_spans(text)]
    assert ["".join(f"\n\n  {text}"[start:end].split()) for start, end in moved] == ["".join(q.split()) for q in quotes]
