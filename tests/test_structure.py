"""What stands above each sentence: lead-ins, headings, captions, footnotes; and how far each holds."""

from __future__ import annotations

import pytest

from figx.sentences import cut
from figx.structure import Structure


@pytest.fixture(scope="module")
def read(extractor):
    """The contexts of a text by the sentence that they are of."""

    def contexts(text):
        structure = Structure(cut(text, extractor.rules.layout), extractor.rules)
        return {
            structure.text[start:end]: structure.context(i, None, None)
            for i, (start, end) in enumerate(structure.sentences)
        }

    return contexts


LIST = """RESPONSE

Total needs:
- shelter
- food for all. It is dear.
- water

The office went on with it.
"""


def test_a_lead_in_holds_for_its_items(read):
    contexts = read(LIST)
    for item in ("- shelter", "- food for all.", "It is dear.", "- water"):
        assert contexts[item].item and contexts[item].headings == ("Total needs", "RESPONSE")
    after = contexts["The office went on with it."]
    assert not after.item


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("The floods have:\n• taken homes\n• moved people\nThe end of it.", 2),
        ("We will:\ntake homes\nmove people\n\nThe end of it.", 2),
        ("We need:\n\n$5 million for food\n\n$2 million for water\n\nThe end of it.", 2),
        ("Of these: 300 in Chad.", 0),
        ("Note:\nThe office went on with it.", 0),
        ("SECRETARY OKORO:\n- We act.", 0),
    ],
)
def test_items(read, text, items):
    assert sum(context.item for context in read(text).values()) == items


@pytest.mark.parametrize(
    "line",
    ["Displacement", "KEY FIGURES", "## Funding", "**Casualties**", "3. Protection", "2.4 Child labour",
     "Refugees by country, in thousands", "FUNDING (US$)", "Storm uproots 7,000 families"],
)  # fmt: skip
def test_headings(read, line):
    contexts = read(f"{line}\n\nIn May it was dry.")
    assert contexts[line].head
    assert contexts["In May it was dry."].headings == (line.strip("#* "),)


@pytest.mark.parametrize(
    "line",
    ["It rained.", "and so it went on", "Mr. President,", "• shelter", "SECRETARY OKORO:", "12,000 people moved",
     "Alba – 5.14 inches", "$5 million", "x " * 60],
)  # fmt: skip
def test_no_headings(read, line):
    contexts = read(f"{line}\n\nIn May it was dry.")
    assert contexts["In May it was dry."].headings == ()


def test_items_of_a_numbered_list_are_no_headings(read):
    contexts = read("1. Shelter\n2. Water\n\nIn May it was dry.")
    assert contexts["In May it was dry."].headings == ()


def test_headings_under_headings(read):
    contexts = read("# Report\n\n## Floods\n\nIt rained.\n\n## Funding\n\nIt was dear.")
    assert contexts["It was dear."].headings == ("Funding", "Report")
    contexts = read("OVERVIEW\n\nCasualties\n\nIt rained.\n\nFunding\n\nIt was dear.")
    assert contexts["It rained."].headings == ("Casualties", "OVERVIEW")
    assert contexts["It was dear."].headings == ("Funding",)


def test_far_away_a_heading_says_nothing(read):
    body = "It rained in the hills and in the town.\n\n" * 80
    assert read(f"Casualties\n\n{body}In May it was dry.")["In May it was dry."].headings == ()


TABLES = {
    "a heading": ("Refugees by region\nAfrica ...... 30\nAsia ...... 20", ("person", "Refugees")),
    "a lead-in": ("Houses destroyed:\nAfrica ...... 30\nAsia ...... 20", ("home", "Houses")),
    "what is described": ("Internally displaced persons by ward\nAfrica ...... 30\nAsia ...... 20",
                          ("person", "Internally displaced persons")),
    "a sentence": ("Last week we met many families.\nAfrica ...... 30\nAsia ...... 20", ("household", "")),
    "a sentence before a title": ("We met many families.\n\nBy region\n\nAfrica ...... 30\nAsia ...... 20", ("household", "")),
    "a thing that a category is for": ("Asylum claims by year\nAfrica ...... 30\nAsia ...... 20", ("claim", "Asylum claims")),
    "nothing": ("Results by region\nAfrica ...... 30\nAsia ...... 20", ("", "")),
}  # fmt: skip


@pytest.mark.parametrize(("text", "counted"), TABLES.values(), ids=TABLES)
def test_what_rows_count(read, text, counted):
    for row in ("Africa ...... 30", "Asia ...... 20"):
        context = read(text)[row]
        assert context.row and (context.unit, context.noun) == counted


def test_heads_of_columns_say_what_their_cells_count(read):
    text = "District | Families | Reached\nAlba | 300 | 1,200\nBerat | 12 | 50"
    context = read(text)["Alba | 300 | 1,200"]
    families, reached = context.head_at(7), context.head_at(13)
    assert (families.unit, families.noun) == ("household", "Families")
    assert (reached.text, reached.unit) == ("Reached", "")
    assert context.head_at(0) is None and context.headings_at(13)[0] == "Reached"


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("It rained.\n\n1 See the report of the office.\n2 Okoro, The Flood, 2019.\n3 Lund, The Drought.", 3),
        ("It rained.\n\n2 Office figures, https://a.example/b .", 1),
        ("It rained.\n\n2 Schools fell.\n3 Bridges fell.", 0),
        ("It rained.\n\n300 See the sea.", 1),
        ("It rained.", 0),
    ],
)
def test_footnotes(read, text, notes):
    assert sum(context.note for context in read(text).values()) == notes


def test_what_was_counted_before_a_heading_is_not_counted_after_it(extractor):
    near, far = "Some 300 people came. ", "Another 250 are on their way."
    assert [figure.unit for figure in extractor.extract(near + far)] == ["person", "person"]
    assert [figure.unit for figure in extractor.extract(f"{near}\n\nSchools\n\n{far}")] == ["person", ""]


def test_gaps_are_within_the_sentence(read):
    text = "First. The families who had crossed the river reached the\n\n12\n\ncamp."
    [context] = [context for context in read(text).values() if context.gaps]
    [(start, end)] = context.gaps
    sentence = text[text.index("The") :]
    assert sentence[start:end] == "12"


def test_the_number_of_an_item_is_no_part_of_its_sentence(extractor):
    text = "4.  Deported more than 410 people.\n12) Kenya | 300 | 20\n13) Chad | 41 | 5"
    figures = extractor.extract(text)
    assert [figure.text for figure in figures] == ["410", "300", "20", "41", "5"]
    assert figures[0].sentence == "Deported more than 410 people." and figures[0].category == "returned"
    assert [e.text for e in extractor.explain(text) if not e.taken] == ["4", "12", "13"]


def test_heads_of_a_numbered_row(extractor):
    text = "No. | Ward | Families | People\n1. | Alba | 300 | 1,200\n2. | Berat | 12 | 50"
    assert [(figure.text, figure.unit) for figure in extractor.extract(text)] == [
        ("300", "household"), ("1,200", "person"), ("12", "household"), ("50", "person"),
    ]  # fmt: skip


def test_a_headline_ends_the_section_above_it(extractor):
    text = "Casualties\n\nIn May 40 people were counted.\n\n5,300 in the dark\n\nIn May 30 people were counted."
    assert [figure.category for figure in extractor.extract(text)] == ["casualty", "other", "people"]
