"""How much words look like a speaker's label."""

from __future__ import annotations

import pytest

from figx.labels import Labels, Look
from figx.pipeline import Extractor

LABELS = Labels(Extractor().rules)


@pytest.mark.parametrize(
    ("raw", "label"),
    [
        ("**MR LUND", "MR LUND"),
        ("  MR   LUND ", "MR LUND"),
        ("MR LUND (continuing)", "MR LUND"),
        ("Mr LUND (Berowra) (3.01 p.m.)", "Mr LUND (Berowra)"),
        ("Mr. Lund (Estonia) (spoke in French)", "Mr. Lund (Estonia)"),
        ("[Mr Lund]", "Mr Lund"),
    ],
)
def test_labels_are_cleaned_of_markup_and_remarks(raw, label):
    assert LABELS.clean(raw) == label


@pytest.mark.parametrize(
    ("label", "look"),
    [
        ("Mr Lund", Look.SURE),
        ("MINISTER TANE", Look.SURE),
        ("Moderator", Look.SURE),
        ("THE PRESIDENT", Look.SURE),
        ("Ada Tane, Minister for Boats", Look.SURE),
        ("Chief Lund", Look.LIKELY),
        ("Staff", Look.LIKELY),
        ("Ada Tane", Look.NAME),
        ("Peter van Dam", Look.NAME),
        ("O'Connor", Look.NAME),
        ("moderator", Look.NONE),
        ("The Boats", Look.NONE),
        ("Under Review", Look.NONE),
        ("Key Figures", Look.NONE),
        ("Kabul", Look.NONE),
        ("Minister", Look.SURE),
        ("Minister of", Look.NONE),
        ("Ada Tane, who came late", Look.NONE),
        ("2 Boats", Look.NONE),
        ("", Look.NONE),
    ],
)
def test_looks(label, look):
    assert LABELS.look(label) is look


def test_rules():
    assert LABELS.rule("THE PRESIDENT") == "en.speaker.role"
    assert LABELS.rule("JOURNALIST 2") == "en.speaker.role"
    assert LABELS.rule("Staff") == "en.speaker.role.weak"
    assert LABELS.rule("Mr. Oru (Palau)") == "en.speaker.title"
    assert LABELS.rule("Ada Tane") == ""
