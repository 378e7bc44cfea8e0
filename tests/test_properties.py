"""What holds of the figures of every text: samples, examples, mutations of them, and any string at all."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from figx.figure import Figure, Kind, Qualifier
from figx.packs import load_packs
from figx.sentences import cut

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = {
    path.name: path.read_bytes().decode("utf-8")
    for path in sorted((ROOT / "samples").iterdir())
    if path.suffix in {".txt", ".md"}
}
EXAMPLES = [example.text for _, _, example in load_packs("en").examples]
PARAGRAPHS = [part for text in SAMPLES.values() for part in text.split("\n\n") if any(c.isdigit() for c in part)]
ALL = frozenset(Kind)

every_sample = pytest.mark.parametrize("text", SAMPLES.values(), ids=SAMPLES)
any_text = settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def check(text: str, figures: list[Figure]) -> None:
    """Everything that the records promise, whatever the text."""
    end = 0
    folded = "".join(cut(text).read.split())  # without the furniture that stands within sentences
    for figure in figures:
        assert end <= figure.start < figure.end <= len(text)
        end = figure.end
        assert text[figure.start : figure.end] == figure.text
        assert figure.text in figure.sentence
        assert "".join(figure.sentence.split()) in folded or "".join(figure.sentence.split()) in "".join(text.split())
        assert figure.line == len(re.findall(r"\r\n|\r|\n", text[: figure.start])) + 1
        assert len(figure.id) == 12 and all(figure.rule)
        check_bounds(figure)
        check_unit(figure)


def check_bounds(figure: Figure) -> None:
    value, low, high = figure.value, figure.low, figure.high
    for number in (value, low, high, figure.norm_value, figure.baseline):
        assert number is None or number.is_finite()
    match figure.qualifier:
        case Qualifier.EXACT | Qualifier.APPROX:
            assert value is not None and low is None and high is None
        case Qualifier.MORE_THAN | Qualifier.AT_LEAST:
            assert value is not None and low == value and high is None
        case Qualifier.LESS_THAN | Qualifier.AT_MOST | Qualifier.NEARLY:
            assert value is not None and high == value and low is None
        case Qualifier.RANGE:
            assert value is None and low is not None and high is not None
        case Qualifier.VAGUE:
            assert value is None and low is not None and high is None


def check_unit(figure: Figure) -> None:
    match figure.kind:
        case Kind.SHARE:
            assert figure.unit == "percent"
        case Kind.MULTIPLE:
            assert figure.unit == "times"
        case Kind.MONEY:
            assert figure.unit == "" or (len(figure.unit) == 3 and figure.unit.isupper())
        case Kind.MEASURE:
            assert figure.unit
        case _:
            pass
    if figure.kind is not Kind.MEASURE:
        assert figure.norm_value == figure.value


@every_sample
def test_samples(extractor, text):
    check(text, extractor.read(text).figures)


def test_examples(extractor):
    for text in EXAMPLES:
        check(text, extractor.read(text).figures)


@every_sample
def test_the_same_text_gives_the_same_figures(extractor, text):
    assert extractor.read(text) == extractor.read(text)


def test_what_was_read_before_does_not_matter(extractor):
    text = SAMPLES["situation-report.txt"]
    alone = extractor.read(text)
    extractor.read("All sums are in Canadian dollars. We count 1.234.567 families; the fund gave $5 million.")
    assert extractor.read(text) == alone


def test_ids_of_one_text_differ(extractor):
    for name, text in SAMPLES.items():
        figures = extractor.read(text).figures
        counts = Counter((figure.sentence, figure.id) for figure in figures)
        assert set(counts.values()) <= {1}, name


@every_sample
def test_no_number_is_lost(extractor, text):
    """Every run of digits lies in a figure, or an explanation says why it does not.

    "room404" and "them.12" are words with a code or a footnote glued to them, not numbers.
    """
    explained = [(explanation.start, explanation.end) for explanation in extractor.explain(text)]
    lost = []
    position = 0
    while position < len(text):
        if not text[position].isdigit():
            position += 1
            continue
        start = position
        while position < len(text) and text[position].isdigit():
            position += 1
        word = re.search(r"[^\W\d_][.,;:!?’'\"”)]?\Z", text[:start])
        if not word and not any(begin <= start and position <= end for begin, end in explained):
            lost.append(text[max(0, start - 10) : position + 10])
    assert lost == []


@any_text
@given(st.text(max_size=120))
def test_any_text(extractor, text):
    check(text, extractor.read(text).figures)
    for explanation in extractor.explain(text):
        assert text[explanation.start : explanation.end] == explanation.text


WORDS = sorted({word for text in [*EXAMPLES, *SAMPLES.values()] for word in text.split(" ")})


@any_text
@given(st.lists(st.sampled_from(WORDS), max_size=25), st.sampled_from([" ", "\n", "", "\u00a0", ", ", " – "]))
def test_any_words_of_ours_in_any_order(extractor, words, between):
    text = between.join(words)
    check(text, extractor.read(text).figures)


@st.composite
def mutated(draw):
    text = draw(st.sampled_from([*PARAGRAPHS, *EXAMPLES]))[:600]
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        until = min(len(text), at + draw(st.integers(0, 6)))
        match draw(st.sampled_from(["delete", "insert", "double", "swap"])):
            case "delete":
                text = text[:at] + text[until:]
            case "insert":
                text = (
                    text[:at] + draw(st.sampled_from(list("0123456789.,%$€()-–—'\"\n\t |\u2028\u00a0½²xm"))) + text[at:]
                )
            case "double":
                text = text[:until] + text[at:until] + text[until:]
            case "swap":
                text = text[:at] + text[at:until][::-1] + text[until:]
    return text


@any_text
@given(mutated())
def test_mutations(extractor, text):
    check(text, extractor.read(text).figures)


@any_text
@given(mutated())
def test_explaining_says_all(extractor, text):
    explanations = extractor.explain(text)
    assert [e.start for e in explanations] == sorted(e.start for e in explanations)
    assert [e.figure for e in explanations if e.taken] == extractor.extract(text, kinds=ALL)
    assert all(e.reason and all(e.rule) for e in explanations if not e.taken)


def test_the_seed_of_hashes_changes_nothing():
    """Ten processes with ten seeds write the same bytes."""
    command = [sys.executable, "-m", "figx", "extract", "samples", "--format", "jsonl", "--kinds", "all"]

    def digest(seed: int) -> tuple[int, str]:
        environment = {**os.environ, "PYTHONHASHSEED": str(seed)}
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)
        return done.returncode, hashlib.sha256(done.stdout).hexdigest() if done.stdout else done.stderr.decode()

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        outcomes = set(pool.map(digest, range(10)))
    assert len(outcomes) == 1 and outcomes.pop()[0] == 0
