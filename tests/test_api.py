"""The library: what `import figx` gives, and how it is used."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

import figx
from figx.errors import FigxError, LanguageError, PackError
from figx.figure import FIELDS

TEXT = "At least 12,000 people crossed in May. Half stayed four years and spent $5 million. One is 30 years old."


def test_the_public_names():
    assert figx.__all__ == sorted(figx.__all__) == dir(figx)
    for name in figx.__all__:
        assert getattr(figx, name) is not None
    with pytest.raises(AttributeError, match="nothing_of_the_kind"):
        figx.nothing_of_the_kind  # noqa: B018


def test_importing_costs_nothing():
    code = (
        "import sys, figx, figx.figure, figx.numerals, figx.documents\n"
        "assert figx.numerals.parse('two dozen') == 24\n"
        "print(*sorted({'spacy', 'pint', 'pydantic', 'rich', 'numpy'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "", "")


def test_extract_gives_figures_in_order():
    figures = figx.extract(TEXT)
    assert [figure.text for figure in figures] == ["12,000", "Half", "$5 million"]
    assert all(isinstance(figure, figx.Figure) for figure in figures)
    first = figures[0]
    assert (first.value, first.low, first.high) == (Decimal(12000), Decimal(12000), None)
    assert (first.qualifier, first.kind, first.unit, first.noun) == ("at_least", "count", "person", "people")
    assert first.sentence == "At least 12,000 people crossed in May."
    assert (first.doc, first.line, first.start, first.end) == ("", 1, 9, 15)


def test_a_figure_is_a_frozen_record():
    [figure] = figx.extract("300 people came.")
    with pytest.raises(AttributeError):
        figure.value = Decimal(1)
    record = figure.as_dict()
    assert tuple(record) == FIELDS
    assert record["kind"] == "count" and type(record["kind"]) is str and record["places"] == []
    assert hash(figure) == hash(figx.extract("300 people came.")[0])


@pytest.mark.parametrize(
    ("kinds", "texts"),
    [
        (None, ["12,000", "Half", "$5 million"]),
        (["money"], ["$5 million"]),
        ({figx.Kind.SHARE, "count"}, ["12,000", "Half"]),
        (("duration",), ["four years"]),
        ([], []),
    ],
)
def test_kinds(kinds, texts):
    assert [figure.text for figure in figx.extract(TEXT, kinds=kinds)] == texts


def test_all_kinds():
    kinds = [figure.kind for figure in figx.extract(TEXT, kinds=figx.Kind)]
    assert set(kinds) >= {"count", "share", "money", "duration", "age"}


def test_a_kind_that_does_not_exist():
    with pytest.raises(ValueError, match="colour"):
        figx.extract(TEXT, kinds=["colour"])


def test_options_have_names():
    with pytest.raises(TypeError):
        figx.extract(TEXT, "doc")


def test_the_name_of_the_text_is_in_the_records():
    assert [figure.doc for figure in figx.extract("300 people came.", doc="speech.txt")] == ["speech.txt"]


@pytest.mark.parametrize("text", ["", "   ", "\n", "No number here.", "\ufeff", "\x00"])
def test_texts_without_figures(text):
    assert figx.extract(text) == []


def test_a_language_without_a_pack():
    with pytest.raises(LanguageError, match="'tlh'") as caught:
        figx.extract(TEXT, lang="tlh")
    assert isinstance(caught.value, FigxError) and isinstance(caught.value, ValueError)


def test_patterns_add_rules(tmp_path):
    (tmp_path / "pack.toml").write_text(
        '[[cue]]\nid = "en.qualifier.test-roundabout"\nmeans = "approx"\nphrases = ["on the scale of"]\n',
        encoding="utf-8",
    )
    text = "Then on the scale of 300 people came."
    assert [f.qualifier for f in figx.extract(text)] == ["exact"]
    for folder in (tmp_path, str(tmp_path)):
        [figure] = figx.extract(text, patterns=[folder])
        assert figure.qualifier == "approx" and "en.qualifier.test-roundabout" in figure.rule
    assert [f.qualifier for f in figx.extract(text)] == ["exact"]


def test_patterns_that_are_not_there(tmp_path):
    with pytest.raises(PackError, match="no such folder"):
        figx.extract(TEXT, patterns=[tmp_path / "none"])


def test_many_documents_are_read_one_at_a_time():
    read = []

    def documents():
        for name in ("one.txt", "two.txt", "three.txt"):
            read.append(name)
            yield figx.Document(name, "We met 20 people and 3 guards.")

    figures = figx.extract_documents(documents())
    assert read == []
    assert next(figures).doc == "one.txt" and read == ["one.txt"]
    assert [figure.doc for figure in figures] == ["one.txt", "two.txt", "two.txt", "three.txt", "three.txt"]


def test_documents_may_be_strings():
    figures = list(figx.extract_documents(["300 people came.", "They gave $5."], kinds=["money"]))
    assert [(figure.doc, figure.text) for figure in figures] == [("", "$5")]


def test_faults_show_before_the_first_document():
    with pytest.raises(LanguageError):
        figx.extract_documents(iter(()), lang="tlh")


def test_one_extractor_for_many_texts(extractor):
    assert isinstance(extractor, figx.Extractor)
    assert extractor.extract(TEXT) == figx.extract(TEXT)
    read = extractor.read(TEXT)
    assert [figure for figure in read.figures if figure.kind not in ("duration", "age")] == figx.extract(TEXT)
    assert TEXT[slice(*read.sentences[0])] == "At least 12,000 people crossed in May."


def test_numerals():
    assert figx.numerals.parse("one hundred and ninety-five million", lang="en") == 195_000_000
    assert [str(n.value) for n in figx.numerals.scan("two of 1,000")] == ["2", "1000"]


def test_the_same_claim_has_the_same_id():
    before, after = (
        figx.extract(text)[-1] for text in ("300 people came.", "It rained.\n\nHere: none. 300 people came.")
    )
    assert before.id == after.id and before.start != after.start
    two = [figure.id for figure in figx.extract("300 people came and 300 people left.")]
    assert len(set(two)) == 2


def test_the_doctests_run():
    import doctest
    import importlib

    root = Path(figx.__file__).parent
    modules = [
        ".".join(("figx", *path.relative_to(root).with_suffix("").parts))
        for path in root.rglob("*.py")
        if path.stem != "__main__"
    ]
    tried = 0
    for name in sorted(modules):
        module = importlib.import_module(name.removesuffix(".__init__"))
        failed, count = doctest.testmod(module)
        assert failed == 0, name
        tried += count
    assert tried >= 10
