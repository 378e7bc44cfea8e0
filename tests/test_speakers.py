"""Who speaks: the turns of a transcript, what only looks like a label, and headings that name the speaker."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

import figx
from figx.pipeline import Extractor
from figx.speakers import Speakers, speakers_of

RULES = Extractor().rules


def turns(text):
    return [(turn.label, text[turn.start : turn.start + len(turn.label)]) for turn in speakers_of(text, RULES).turns]


def labels(text):
    return [label for label, _ in turns(text)]


LABELS = {
    "SECRETARY ODUYA: We housed 40 families.": "SECRETARY ODUYA",
    "MR LINDQVIST: The storm took 40 boats.": "MR LINDQVIST",
    "Mr. Lindqvist: The storm took 40 boats.": "Mr. Lindqvist",
    "Ms. Tane-Rawiri: The storm took 40 boats.": "Ms. Tane-Rawiri",
    "Dr Ivo Van der Lund: 40 boats sank.": "Dr Ivo Van der Lund",
    "High Commissioner Tane: 40 boats sank.": "High Commissioner Tane",
    "Q: Did 40 boats sink?": "Q",
    "Q\u00a0\u00a0\u00a0 Did 40 boats sink?": "Q",
    "QUESTION: Did 40 boats sink?": "QUESTION",
    "JOURNALIST 2: Did 40 boats sink?": "JOURNALIST 2",
    "THE PRESIDENT: 40 boats sank.": "THE PRESIDENT",
    "PRIME MINISTER:\n\n40 boats sank.": "PRIME MINISTER",
    "**MODERATOR:** 40 boats sank.": "MODERATOR",
    "> *Mr. Lund*: 40 boats sank.": "Mr. Lund",
    "The SPEAKER (Mr Lund): 40 members voted.": "The SPEAKER (Mr Lund)",
    "SECRETARY ODUYA (continuing): 40 boats sank.": "SECRETARY ODUYA",
    "Mr. Oru (Palau) (spoke in French): 40 boats sank.": "Mr. Oru (Palau)",
    "Senator QUILL—I table 40 letters.": "Senator QUILL",
    "Senator QUILL (Tasmania) (15:08): I table 40 letters.": "Senator QUILL (Tasmania)",
    "Mr LUND (Berowra—Minister for Fishing) (14:05): 40 boats sank.": "Mr LUND (Berowra—Minister for Fishing)",
    "Mr. HALE. Mr. President, 40 boats sank.": "Mr. HALE",
    "Ms. McCALL of Ohio. Madam Speaker, 40 boats sank.": "Ms. McCALL of Ohio",
    "The PRESIDING OFFICER. The Senator has 40 minutes.": "The PRESIDING OFFICER",
    "[Secretary Oduya] We housed 40 families.": "Secretary Oduya",
    "ADA TANE, LEADER OF THE OPPOSITION: 40 boats sank.": "ADA TANE, LEADER OF THE OPPOSITION",
    "Staff: We counted 40 boats, and you?": "Staff",  # words of speech follow
}


@pytest.mark.parametrize(("text", "label"), LABELS.items(), ids=LABELS.values())
def test_labels(text, label):
    assert turns(text) == [(label, text[text.index(label) :][: len(label)])]


NO_LABELS = [
    "KEY FIGURES:\n40 boats sank.",
    "CONTACT: 40 people in the office.",
    "FOR IMMEDIATE RELEASE: 40 boats sank.",
    "Response Plans Total Needs: $40 million.",
    "NOTE: We saw 40 boats.",
    "Source: We saw 40 boats.",
    "At 10:30 we saw 40 boats.",
    "10:30: We saw 40 boats.",
    "Tel: 40 20 10",
    "See https://example.org/a: 40 boats.",
    "Herat: 40 families\nKabul: 20 families\nHerat: 10 schools",
    "Needs: 40 tents.\nResponse: 20 tents.\nNeeds: 30 blankets.",
    "Water: we gave you 40 litres.\nHealth: we saw 20 people.\nWater: we drilled 3 wells.",
    "General information: 40 boats sank.",
    "Major developments: 40 boats sank.",
    "STAFF: 40 nurses.",
    "But let me be clear: 40 boats sank.",
    "So, the facts are these: 40 boats sank.",
    "OUR PROMISE: We will house 40 families.",
    "Moderator: Ms. Ruth Adeyemi\nThe hall seats 40 guests.",
    "Chair: Ivo Lund, Harbour Trust\nThe hall seats 40 guests.",
    "[Applause] We housed 40 families.",
    "Q4 results: 40 boats.",
    "The mayor said: we lost 40 boats.",
    "Oxfam: 40 boats sank.",
]


@pytest.mark.parametrize("text", NO_LABELS)
def test_what_only_looks_like_a_label(text):
    assert turns(text) == []


def test_names_that_come_back_and_talk():
    text = "Okoro: You lost 30 boats?\n\nLind: We lost 31 boats.\n\nOkoro: I see, 31 boats.\n\nLind: Yes, and you?"
    assert labels(text) == ["Okoro", "Lind", "Okoro", "Lind"]


def test_the_first_label_may_hold_the_whole_name():
    text = (
        "ADA TANE: Welcome.\n\nIVO LUND: Thank you.\n\nTANE: Why 30 boats?\n\n"
        "LUND: I counted them.\n\nTANE: And you?\n\nLUND: I did."
    )
    assert labels(text) == ["ADA TANE", "IVO LUND", "TANE", "LUND", "TANE", "LUND"]


def test_labels_without_a_colon_and_in_one_line():
    spaced = "ADA TANE    Thank you.\n\nIVO LUND    Have we 30 boats?\n\nADA TANE    I see.\n\nIVO LUND    We do."
    assert labels(spaced) == ["ADA TANE", "IVO LUND", "ADA TANE", "IVO LUND"]
    glued = "TANE: We lost 30 boats. LUND: Will you build more? TANE: We will. LUND: I am glad."
    assert labels(glued) == ["TANE", "LUND", "TANE", "LUND"]


def test_a_turn_holds_up_to_the_next_and_to_the_end_of_the_talk():
    text = "MR LUND: Welcome.\n\nWe saw 40 boats.\n\nQ: Not 30 boats?\n\nENDS\n\nMedia contact: 12 lines are open for calls."
    assert [(figure.text, figure.speaker) for figure in figx.extract(text)] == [
        ("40", "MR LUND"),
        ("30", "Q"),
        ("12", ""),
    ]


def test_the_rule_and_the_words_are_told():
    [explanation] = Extractor().explain("MINISTER TANE: We housed 40 families.")
    assert ("speaker", "MINISTER TANE", "en.speaker.title") in explanation.decided
    assert explanation.figure.speaker == "MINISTER TANE"


def test_before_the_first_label_nobody_speaks():
    speakers = speakers_of("Port Lind\n\nMR LUND: Welcome.", RULES)
    assert speakers.at(0) is None and speakers.at(11).label == "MR LUND" and speakers.at(10**6).label == "MR LUND"
    assert Speakers().at(0) is None


@given(st.text(alphabet="Q:ABab\n .?*—[]()I", max_size=120))
def test_turns_are_in_order_and_quote_the_text(text):
    found = speakers_of(text, RULES).turns
    assert [turn.start for turn in found] == sorted(turn.start for turn in found)
    for turn in found:
        assert 0 <= turn.start <= len(text)
        assert not turn.label or turn.label.split()[0][:1] in text


@pytest.mark.parametrize(
    "piece",
    [
        "A",
        "A ",
        "A.",
        "Ada Tane: ",
        "ADA TANE: I\n",
        "Q ",
        "(",
        "A: B\n",
        "Mr. A",
        "[A",
        "AAAA BBBB ",
        "*",
        "\n",
        ".  A",
        "Ada\n: ",
    ],
)
def test_time_is_in_proportion_to_the_length(piece):
    begun = time.process_time()
    speakers_of(piece * (60_000 // len(piece)), RULES)
    assert time.process_time() - begun < 4
