"""Packs of patterns: what is read, in what order it is merged, and what a fault says."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import pytest

from figx.errors import LanguageError, PackError
from figx.packs import load_packs, patterns_dir, read_pack_file
from figx.paths import languages
from figx.pipeline import Extractor
from figx.schema import TABLES

SOUND = """
[[cue]]
id = "en.qualifier.test-roundabout"
means = "approx"
phrases = ["on the scale of"]

[[trap]]
id = "en.trap.test-bus"
reason = "the number of a bus"
case = false
before = ["bus"]

[[unit]]
id = "en.unit.test-span"
unit = "meter"
phrases = ["arm's lengths"]

[[currency]]
id = "en.currency.test-doubloon"
code = "XAU"
phrases = ["doubloons"]

[[noun]]
id = "en.noun.test-nomad"
unit = "person"
words = ["nomad"]

[[place]]
id = "en.place.test-nordmark"
iso3 = "XNM"
names = ["Nordmark"]

[[words]]
id = "en.words.test-verb"
class = "verb"
words = ["bivouac"]

[[category]]
id = "en.category.test-nomad"
category = "migrant"
where = "noun"
phrases = ["nomads"]

[[attribution]]
id = "en.attribution.test-verb"
part = "verb"
words = ["yodelled"]

[[speaker]]
id = "en.speaker.test-role"
part = "role"
words = ["Yodeller"]

[[layout]]
id = "en.layout.test-button"
part = "furniture"
phrases = ["ring the bell"]

[[example]]
text = "We met 300 nomads."
figures = [{ value = 300, unit = "person", noun = "nomads" }]
"""


def write(folder: Path, text: str, name: str = "pack.toml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def cue(rule_id: str, phrase: str, means: str = "approx") -> str:
    return f'[[cue]]\nid = "{rule_id}"\nmeans = "{means}"\nphrases = ["{phrase}"]\n'


def test_english_is_shipped():
    assert "en" in languages()
    packs = load_packs("en")
    assert packs.lang == "en" and len(packs.rules) > 300
    assert all(row.source.is_relative_to(patterns_dir()) and row.id.startswith("en.") for row in packs.rules)
    assert {row.table for row in packs.rules} == set(TABLES)


def test_every_shipped_rule_is_listed_once():
    ids = [row.id for row in load_packs("en").rules]
    assert len(ids) == len(set(ids))


def test_a_sound_pack(tmp_path):
    path = write(tmp_path / "mine", SOUND)
    packs = load_packs("en", [tmp_path / "mine"])
    mine = {row.id: row for row in packs.rules if row.source == path}
    assert {row.table for row in mine.values()} == set(TABLES) and len(mine) == len(TABLES)
    assert "on the scale of" in mine["en.qualifier.test-roundabout"].summary
    source, number, example = packs.examples[-1]
    assert (source, number, example.text) == (path, 1, "We met 300 nomads.")


def test_a_sound_pack_is_used(tmp_path):
    write(tmp_path, SOUND)
    extractor = Extractor("en", [tmp_path])
    [figure] = extractor.extract("Then on the scale of 300 nomads came.")
    assert (figure.value, figure.qualifier, figure.unit) == (300, "approx", "person")
    assert "en.qualifier.test-roundabout" in figure.rule
    assert extractor.extract("They took bus 120 there.") == []


@pytest.mark.parametrize("inside", ["", "en"], ids=["flat folder", "folder of the language"])
def test_where_the_files_stand(tmp_path, inside):
    write(tmp_path / inside, cue("en.qualifier.test-mine", "give or take some"))
    assert "en.qualifier.test-mine" in load_packs("en", [tmp_path]).cue


def test_the_folder_of_another_language_is_left_alone(tmp_path):
    write(tmp_path / "en", cue("en.qualifier.test-mine", "give or take some"))
    write(tmp_path / "fr", "this is no pack of ours")
    assert "en.qualifier.test-mine" in load_packs("en", [tmp_path]).cue


def test_later_folders_win(tmp_path):
    one = write(tmp_path / "one", cue("en.qualifier.test-mine", "first") + cue("en.qualifier.test-other", "kept"))
    two = write(tmp_path / "two", cue("en.qualifier.test-mine", "second", "nearly"))
    packs = load_packs("en", [tmp_path / "one", tmp_path / "two"])
    assert packs.cue["en.qualifier.test-mine"].phrases == ["second"]
    assert packs.sources["en.qualifier.test-mine"] == ("cue", two)
    assert packs.sources["en.qualifier.test-other"] == ("cue", one)
    turned = load_packs("en", [tmp_path / "two", tmp_path / "one"])
    assert turned.cue["en.qualifier.test-mine"].phrases == ["first"]


def test_a_shipped_rule_can_be_replaced(tmp_path):
    shipped = next(iter(load_packs("en").cue))
    path = write(tmp_path, cue(shipped, "as it were"))
    packs = load_packs("en", [tmp_path])
    assert packs.cue[shipped].phrases == ["as it were"]
    assert packs.sources[shipped] == ("cue", path)
    assert len(packs.rules) == len(load_packs("en").rules)


def test_a_shipped_rule_can_be_taken_out(tmp_path):
    text = "The camp took in 300 wounded nomads and 20 carts."
    nouns = [rule for rule in load_packs("en").noun.values() if any(w.startswith("refugee") for w in rule.words)]
    write(tmp_path, "disable = [" + ", ".join(f'"{rule.id}"' for rule in nouns) + "]\n")
    packs = load_packs("en", [tmp_path])
    assert nouns and not any(rule.id in packs.noun or rule.id in packs.sources for rule in nouns)
    assert Extractor("en", [tmp_path]).extract(text)


def test_files_are_read_in_the_order_of_their_names(tmp_path):
    write(tmp_path, 'disable = ["en.qualifier.test-mine"]\n', "20-off.toml")
    write(tmp_path, cue("en.qualifier.test-mine", "perhaps so"), "10-on.toml")
    assert "en.qualifier.test-mine" not in load_packs("en", [tmp_path]).cue


def test_a_language_without_a_pack():
    with pytest.raises(LanguageError) as caught:
        load_packs("tlh")
    assert caught.value.lang == "tlh" and "en" in caught.value.known
    assert "tlh" in str(caught.value) and "en" in str(caught.value)


# -- faults: the file, the table and the field are named ---------------------------------------------------------------

FAULTS = {
    "no TOML": ("[[cue]\nid =", "", "not valid TOML"),
    "a table that does not exist": ('[[rule]]\nid = "en.a.b"\n', "rule", "there is no key"),
    "a key that does not exist": (cue("en.a.b", "x") + 'colour = "red"\n', "cue en.a.b", "colour"),
    "a key that is missing": ('[[cue]]\nid = "en.a.b"\nphrases = ["x"]\n', "cue en.a.b", "means"),
    "no id": ('[[cue]]\nmeans = "approx"\nphrases = ["x"]\n', "cue number 1", "id"),
    "an id that no one can read": (cue("EnAb", "x"), "cue EnAb", "id"),
    "an id without a family": (cue("en.about", "x"), "cue en.about", "id"),
    "a cue without words": ('[[cue]]\nid = "en.a.b"\nmeans = "approx"\n', "cue en.a.b", "phrases"),
    "words that are no list": ('[[cue]]\nid = "en.a.b"\nmeans = "approx"\nphrases = "x"\n', "cue en.a.b", "phrases"),
    "a word that is no string": ('[[noun]]\nid = "en.a.b"\nwords = ["x", 5]\n', "noun en.a.b", "words"),
    "a field that cues do not decide": (
        cue("en.a.b", "x") + 'field = "colour"\n', "cue en.a.b", "field",
    ),
    "a side that does not exist": (cue("en.a.b", "x") + 'side = "above"\n', "cue en.a.b", "side"),
    "an expression that does not compile": (
        '[[trap]]\nid = "en.a.b"\nreason = "r"\nregex = "(x"\n', "trap en.a.b", "not a regular expression",
    ),
    "a trap without words": ('[[trap]]\nid = "en.a.b"\nreason = "r"\n', "trap en.a.b", "regex"),
    "a kind that is no unit's": (
        '[[unit]]\nid = "en.a.b"\nunit = "meter"\nkind = "count"\n', "unit en.a.b", "kind",
    ),
    "a code that is no currency's": ('[[currency]]\nid = "en.a.b"\ncode = "usd"\n', "currency en.a.b", "code"),
    "a trigger without phrases": (
        '[[category]]\nid = "en.a.b"\ncategory = "people"\n', "category en.a.b", "phrases",
    ),
    "an example without figures": ('[[example]]\ntext = "Five left."\n', "example number 1", "figures"),
    "the second of two tables": (
        cue("en.a.b", "x") + '[[cue]]\nid = "en.a.c"\nphrases = ["y"]\n', "cue en.a.c", "means",
    ),
    "the same id twice": (cue("en.a.b", "x") + cue("en.a.b", "y"), "cue en.a.b", "twice"),
    "the same id in two tables": (
        cue("en.a.b", "x") + '[[noun]]\nid = "en.a.b"\nwords = ["y"]\n', "noun en.a.b", "twice",
    ),
    "a rule taken out that is not there": ('disable = ["en.no.such"]\n', "disable", "en.no.such"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "table", "reason"), FAULTS.values(), ids=FAULTS)
def test_a_fault_says_where_it_is(tmp_path, text, table, reason):
    path = write(tmp_path, text)
    with pytest.raises(PackError) as caught:
        load_packs("en", [tmp_path])
    fault = caught.value
    assert (fault.path, fault.table) == (str(path), table)
    assert reason in fault.reason
    assert str(path) in str(fault) and table in str(fault) and reason in str(fault)


def test_the_same_id_in_two_files_of_a_folder(tmp_path):
    write(tmp_path, cue("en.a.b", "x"), "one.toml")
    path = write(tmp_path, cue("en.a.b", "y"), "two.toml")
    with pytest.raises(PackError, match=r"one\.toml") as caught:
        load_packs("en", [tmp_path])
    assert caught.value.path == str(path)


def test_an_id_that_belongs_to_another_table(tmp_path):
    shipped = next(iter(load_packs("en").noun))
    write(tmp_path, cue(shipped, "x"))
    with pytest.raises(PackError, match="belongs to a noun") as caught:
        load_packs("en", [tmp_path])
    assert caught.value.table == f"cue {shipped}"


def test_a_file_that_is_no_text(tmp_path):
    path = tmp_path / "pack.toml"
    path.write_bytes(b"\xff\xfe\x00[[cue]]")
    with pytest.raises(PackError, match="cannot be read"):
        read_pack_file(path)


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(PackError, match="no such folder"):
        load_packs("en", [tmp_path / "none"])


def test_a_folder_without_rules(tmp_path):
    with pytest.raises(PackError, match=r"\.toml"):
        load_packs("en", [tmp_path])


# -- installed packs ---------------------------------------------------------------------------------------------------


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """A distribution with a pack, as an installer would leave it on the path."""
    site = tmp_path / "site"
    write(site / "tiny_pack" / "rules", cue("en.qualifier.test-tiny", "to a hair"))
    write(site / "tiny_pack", "from pathlib import Path\n\nFOLDER = Path(__file__).parent / 'rules'\n", "__init__.py")
    info = site / "tiny_pack-1.0.dist-info"
    write(info, "Metadata-Version: 2.1\nName: tiny-pack\nVersion: 1.0\n", "METADATA")
    write(info, "[figx.patterns]\ntiny = tiny_pack:FOLDER\n", "entry_points.txt")
    monkeypatch.syspath_prepend(str(site))
    importlib.invalidate_caches()
    yield site / "tiny_pack" / "rules"
    sys.modules.pop("tiny_pack", None)


def test_an_installed_pack_is_found(installed):
    packs = load_packs("en")
    assert packs.sources["en.qualifier.test-tiny"] == ("cue", installed / "pack.toml")


def test_a_folder_wins_over_an_installed_pack(installed, tmp_path):
    write(tmp_path / "mine", cue("en.qualifier.test-tiny", "by a whisker"))
    assert load_packs("en", [tmp_path / "mine"]).cue["en.qualifier.test-tiny"].phrases == ["by a whisker"]


def test_an_installed_pack_with_a_fault(installed):
    path = write(installed, "[[cue]]\n", "worse.toml")
    with pytest.raises(PackError) as caught:
        load_packs("en")
    assert caught.value.path == str(path)


def test_without_it_nothing_is_installed():
    assert "en.qualifier.test-tiny" not in load_packs("en").cue


@pytest.mark.parametrize("path", sorted((patterns_dir() / "en").glob("*.toml")), ids=lambda path: path.stem)
def test_a_shipped_file_is_the_same_without_its_examples(path):
    whole, quick = read_pack_file(path), read_pack_file(path, examples=False)
    assert not quick.example
    assert quick == whole.model_copy(update={"example": []})
