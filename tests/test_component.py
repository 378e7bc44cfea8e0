"""`nlp.add_pipe("figx")` on pipelines of other people."""

from __future__ import annotations

import json

import pytest
import spacy
from spacy.tokens import Doc

import figx

TEXTS = [
    "At least 12,000 people crossed in May. The bank gave US$5.2 billion.",
    "Some 40 per cent of the 1.2\nmillion refugees were children.",
    "No number stands here.",
    "",
    "Between 3 and 5 million people live there; it has 10,000–15,000 homes.",
    "We met 1\u202f234 people, ~50,000 of them from Chad.",
]


@pytest.fixture(scope="module")
def nlp():
    pipeline = spacy.blank("en")
    pipeline.add_pipe("figx")
    return pipeline


@pytest.mark.parametrize("text", TEXTS)
def test_spans_stand_where_the_figures_are(nlp, text):
    doc, figures = nlp(text), figx.extract(text)
    spans = doc.spans["figx"]
    assert len(spans) == len(figures)
    for span, figure in zip(spans, figures, strict=True):
        assert (span.label_, span.id_) == (figure.kind.value, figure.id)
        assert span.start_char <= figure.start < figure.end <= span.end_char
        assert figure.text in span.text


@pytest.mark.parametrize("text", TEXTS)
def test_the_records_are_json(nlp, text):
    records = nlp(text).user_data["figx"]
    assert json.loads(json.dumps(records)) == records
    for record, figure in zip(records, figx.extract(text), strict=True):
        assert list(record) == list(figx.figure.FIELDS)
        assert text[record["start"] : record["end"]] == record["text"] == figure.text
        assert record["value"] == figure.value and record["qualifier"] == figure.qualifier.value


def test_a_doc_goes_to_bytes_and_back(nlp):
    doc = nlp(TEXTS[0])
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert again.user_data["figx"] == doc.user_data["figx"]
    assert [(s.start, s.end, s.label_, s.id_) for s in again.spans["figx"]] == [
        (s.start, s.end, s.label_, s.id_) for s in doc.spans["figx"]
    ]


def outcome(doc):
    return [(s.start_char, s.end_char, s.label_, s.id_) for s in doc.spans["figx"]], doc.user_data["figx"]


def test_two_processes_give_the_same(nlp):
    one = [outcome(doc) for doc in nlp.pipe(TEXTS)]
    assert one == [outcome(nlp(text)) for text in TEXTS]
    assert [outcome(doc) for doc in nlp.pipe(TEXTS, n_process=2, batch_size=2)] == one


def test_beside_other_components():
    pipeline = spacy.blank("en")
    pipeline.add_pipe("figx")
    pipeline.add_pipe("sentencizer")
    doc = pipeline("We met 300 people. Then 20 more people came.")
    assert [span.sent.text for span in doc.spans["figx"]] == ["We met 300 people.", "Then 20 more people came."]
    assert pipeline.pipe_names == ["figx", "sentencizer"]


def test_after_other_components():
    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    pipeline.add_pipe("figx", last=True)
    doc = pipeline(TEXTS[0])
    assert [span.label_ for span in doc.spans["figx"]] == ["count", "money"]


class Characters:
    """A tokenizer that cuts every character off, as for a language without spaces."""

    def __init__(self, vocab):
        self.vocab = vocab

    def __call__(self, text):
        return Doc(self.vocab, words=list(text), spaces=[False] * len(text))


class Spaces:
    """A tokenizer that cuts at spaces alone: "US$5.2" and "billion." are tokens."""

    def __init__(self, vocab):
        self.vocab = vocab

    def __call__(self, text):
        words = text.split(" ")
        return Doc(self.vocab, words=words, spaces=[True] * (len(words) - 1) + [False])


@pytest.mark.parametrize("tokenizer", [Characters, Spaces])
def test_on_another_tokenizer(tokenizer):
    pipeline = spacy.blank("en")
    pipeline.tokenizer = tokenizer(pipeline.vocab)
    pipeline.add_pipe("figx")
    text = TEXTS[0]
    doc = pipeline(text)
    figures = figx.extract(text)
    assert doc.user_data["figx"][1]["text"] == "US$5.2 billion"
    for span, figure in zip(doc.spans["figx"], figures, strict=True):
        assert span.start_char <= figure.start < figure.end <= span.end_char
    if tokenizer is Characters:
        assert [span.text for span in doc.spans["figx"]] == ["12,000", "US$5.2 billion"]


def test_a_pipeline_goes_to_disk_and_back(nlp, tmp_path):
    nlp.to_disk(tmp_path / "model")
    again = spacy.load(tmp_path / "model")
    assert again.pipe_names == ["figx"]
    assert [outcome(again(text)) for text in TEXTS] == [outcome(nlp(text)) for text in TEXTS]


def test_packs_and_language_are_settings(tmp_path):
    (tmp_path / "pack.toml").write_text(
        '[[noun]]\nid = "en.noun.test-nomad"\nunit = "household"\nwords = ["yurt-band"]\n', encoding="utf-8"
    )
    pipeline = spacy.blank("xx")
    pipeline.add_pipe("figx", config={"lang": "en", "patterns": [str(tmp_path)]})
    doc = pipeline("They met 30 yurt-bands.")
    assert [record["unit"] for record in doc.user_data["figx"]] == ["household"]
    assert json.dumps(pipeline.config["components"]["figx"]["patterns"]) == json.dumps([str(tmp_path)])


def test_the_language_of_the_pipeline_has_no_pack():
    pipeline = spacy.blank("xx")
    pipeline.add_pipe("figx")
    with pytest.raises(figx.errors.LanguageError):
        pipeline("300 people")
