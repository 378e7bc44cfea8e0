"""The text of a new pattern pack."""

from __future__ import annotations


def skeleton(lang: str) -> str:
    """A pack in TOML that passes `figx patterns check` as it is, and shows each table that people add most."""
    return _SKELETON.replace("LANG", lang)


_SKELETON = """\
# Rules of your own. Use them with: figx extract TEXT --patterns FOLDER
#
# Every rule has an id: the language, then what it is about, at least three parts of small letters, digits and hyphens.
# A rule with the id of a shipped one replaces it (`figx patterns list` shows them all). To remove one:
#
#     disable = ["LANG.unit.kilometer"]
#
# That line, if you want it, stands here, before the first table.
# Run `figx patterns check FOLDER` after each change: it points to what is wrong and runs the examples below.

# A noun that figx should count. `unit` says what one of them is: person, household, home, building, shelter, country.
# Words are singular; a plural that is not simply formed stands after a slash: "child/children".

[[noun]]
id = "LANG.noun.my-people"
unit = "person"
words = ["pilgrim", "boatwoman/boatwomen"]

# A currency: `phrases` match in any case, `symbols` only as written. `code` is that of ISO 4217.
#
#     [[currency]]
#     id = "LANG.currency.my-money"
#     code = "XAF"
#     phrases = ["CEMA franc", "CEMA francs"]
#     symbols = ["FCFA"]
#
# A unit of measure: `unit` is a name that figx knows, such as kilometer, hectare, metric_ton, liter.
#
#     [[unit]]
#     id = "LANG.unit.my-measure"
#     unit = "hectare"
#     phrases = ["hectare plot", "hectare plots"]
#
# A trap: numbers that are no figure, by the words before or after them. `reason` is what `figx explain` tells.
#
#     [[trap]]
#     id = "LANG.trap.my-name"
#     reason = "a number in the name of a programme"
#     before = ["Horizon"]

# Examples prove the rules. `figures` lists all figures of the text, in order; only the keys that you give are compared.

[[example]]
text = "On Sunday 4,500 pilgrims crossed the river with 12 boatwomen."
figures = [
    { text = "4,500", value = 4500, kind = "count", unit = "person", noun = "pilgrims" },
    { text = "12", value = 12, unit = "person", noun = "boatwomen" },
]

# An example without a figure guards against finding too much.

[[example]]
text = "The pilgrims met on 12 March 2021."
figures = []
"""
