"""Who is said to state a figure where more than its own sentence tells: quotations, pronouns, tables, citations."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

import figx


def attributions(text):
    return [figure.attribution for figure in figx.extract(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # quotations of several sentences
        ("“The storm took 300 boats. We need 12 tents,” said Ada Tane.", ["Ada Tane"] * 2),
        ('"The storm took 300 boats. We need 12 tents," said Ada Tane.', ["Ada Tane"] * 2),
        ("'The storm took 300 boats. We need 12 tents,' said Ada Tane.", ["Ada Tane"] * 2),
        ("Ada Tane said: “The storm took 300 boats. We need 12 tents. And 40 nets.”", ["Ada Tane"] * 3),
        ("“The storm took 300 boats,” said Ada Tane. “We need 12 tents. And 40 nets.”", ["Ada Tane"] * 3),
        ("“The storm took 300 boats,” Ada Tane said.\n\n“We need 12 tents. And 40 nets.”", ["Ada Tane"] * 3),
        ("“The storm took 300 boats.\n\n“We need 12 tents,” said Ada Tane.", ["Ada Tane"] * 2),
        (
            "“The storm took 300 boats. We need 12 tents,” the mayor of Port Lind, Ada Tane, said.",
            ["mayor of Port Lind"] * 2,
        ),
        # a quotation within has its own source
        ("“Oxfam says 300 islanders fled. We saw 12 boats,” said Ada Tane.", ["Oxfam", "Ada Tane"]),
        ("“We estimate that 300 islanders fled,” said Ada Tane.", ["Ada Tane"]),
        # and what stands outside has none
        ("“The storm took 300 boats,” said Ada Tane. The army lost 12 trucks.", ["Ada Tane", ""]),
        ("The army lost 12 trucks. “The storm took 300 boats,” said Ada Tane.", ["", "Ada Tane"]),
        ("“The storm took 300 boats. We need 12 tents.” The wind fell.", ["", ""]),
        # pronouns
        ("Mayor Ada Tane said 12 boats sank. She added that 300 islanders fled.", ["Mayor Ada Tane"] * 2),
        ("The ministry said 12 boats sank. It said 300 islanders fled.", ["ministry"] * 2),
        ("Officials said 12 boats sank. They said 300 islanders fled.", ["Officials"] * 2),
        ("12 boats sank, said Ada Tane, and she said 300 islanders fled.", ["Ada Tane"] * 2),
        ("The ministry said 12 boats sank. She said 300 islanders fled.", ["ministry", ""]),
        ("OCHA said 12 boats sank. He said 300 islanders fled.", ["OCHA", ""]),
        ("Officials said 12 boats sank. He said 300 islanders fled.", ["Officials", ""]),
        (
            "Ada Tane said 12 boats sank. It said 300 islanders fled.",
            ["Ada Tane", "Ada Tane"],
        ),  # Ada Tane may be a ship
        ("Mayor Ada Tane said 12 boats sank. It said 300 islanders fled.", ["Mayor Ada Tane", ""]),
        ("Ada Tane met 12 sailors. She said 300 islanders fled.", ["", ""]),  # the first sentence is no report
        ("Ada Tane said 12 boats sank. The wind fell. She said 300 islanders fled.", ["Ada Tane", ""]),
        (
            "Ivo Lund said 12 boats sank, and Ada Tane said 20 did. She said 300 islanders fled.",
            ["Ivo Lund", "Ada Tane", ""],
        ),
        ("“12 boats sank. It was late,” said Ada Tane. “We need 300 tents,” she added.", ["Ada Tane"] * 2),
        # citations behind the full stop, sources below tables and lists
        ("Some 300 islanders fled. (OCHA, 3 May 2023) Then 12 boats sank.", ["OCHA", ""]),
        ("- 300 islanders in Maro\n- 40 islanders in Lind\nSource: OCHA", ["OCHA"] * 2),
        ("Maro ........ 300\nLind ........ 400\nVara ........ 500\n\nSource: Island Council", ["Island Council"] * 3),
        ("Some 300 islanders fled to the hills that night.\n\nSource: OCHA", [""]),
        ("- 300 islanders in Maro\n- 40 islanders in Lind\nThe source: nobody knows.", [""] * 2),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_attributions(text, names):
    assert attributions(text) == names


def test_the_words_and_the_rule_are_told(extractor):
    [explanation] = extractor.explain("At least 300 islanders fled, the ministry said.")
    assert ("attribution", "ministry said", "en.attribution.say") in [
        (field, words.removeprefix("the "), rule) for field, words, rule in explanation.decided
    ]
    assert "en.attribution.say" in explanation.rule


def test_speaker_and_attribution_are_two_things():
    [figure] = figx.extract("MINISTER TANE: Oxfam says that 300 islanders fled.")
    assert (figure.speaker, figure.attribution) == ("MINISTER TANE", "Oxfam")


@given(
    st.lists(
        st.sampled_from(
            ["Oxfam said ", "300 boats ", ". ", "“", "”", "she added ", "\n\n", "- ", "Source: OCHA", ", "]
        ),
        max_size=25,
    )
)
def test_every_name_stands_in_the_text(parts):
    text = "".join(parts)
    for figure in figx.extract(text):
        assert figure.attribution in " ".join(text.split())


@pytest.mark.parametrize(
    "piece", ["- 30 boats\n", "“30 boats sank. ", 'She said "30 boats sank here." ', "30 boats. (A, 2023) "]
)
def test_time_is_in_proportion_to_the_length(piece):
    def seconds(times):
        begun = time.process_time()
        figx.extract(piece * times)
        return time.process_time() - begun

    seconds(50)
    assert seconds(1600) < 14 * max(0.05, seconds(200))


def test_explain_shows_who_speaks_and_who_is_said_to_say_it():
    text = "MINISTER TANE: Oxfam says that 300 islanders fled."
    command = [sys.executable, "-m", "figx", "explain", text, "--format", "text", "-q"]
    shown = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8").stdout
    assert "speaker MINISTER TANE; attribution Oxfam" in " ".join(shown.split())
    assert "attribution by “Oxfam says that” (en.attribution.say)" in shown
