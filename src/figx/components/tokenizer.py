"""The tokenizer: a number expression is one token, and every token keeps its raw character offsets.

spaCy's own English tokenizer takes "10,000–15,000" and "1.2bn" as single tokens and splits "US$5m" in three. Numbers are
found on characters first, and the words between them are cut by one regular expression. White space is folded, so that a
phrase matches across a line end; the offsets into the text as given are in `doc.user_data["figx"]["offsets"]`.
"""

from __future__ import annotations

import re

from spacy.tokens import Doc
from spacy.vocab import Vocab

from figx.lexicon import Lexicon, load_lexicon
from figx.numerals import Numeral, scan

TOKEN = re.compile(
    r"""
      https?://[^\s()\[\]<>"]*                                  # a URL up to its first number
    | (?:[^\W\d_]\.){2,}                                        # U.S.  a.m.
    | (?:approx|No|Nos|no|nos|est|ca|Fig|St|Doc|para|paras|Vol|vol|Mr|Mrs|Ms|Dr|ref|Ref)\.(?=[\s\d]|\Z)
    | [^\W\d_]+(?:(?:[’'](?!s\b)|[-‑])[^\W\d_]+)*               # war-damaged, don't
    | [’']s\b
    | \.{2,}|>=|<=|&[lg]t;
    | \w+                                                       # codes: F16
    | [^\w\s]
    """,
    re.VERBOSE,
)
_SPACE = re.compile(r"\s+")
_URL = re.compile(r"https?://[^\s()\[\]<>\"]+")


class FigxTokenizer:
    """Makes a Doc of one sentence. Serialises to nothing: all it needs is the language's number words."""

    def __init__(self, vocab: Vocab, lexicon: Lexicon | None = None) -> None:
        self.vocab = vocab
        self.lexicon = lexicon or load_lexicon()

    def __call__(self, text: str, decimal: str | None = None) -> Doc:
        numerals = scan(text, self.lexicon, decimal=decimal)
        offsets = token_offsets(text, numerals)
        words = [_folded(text[start:end]) for start, end in offsets]
        doc = Doc(self.vocab, words=words)
        doc.user_data["figx"] = {
            "text": text,
            "words": words,
            "offsets": offsets,
            "numerals": {str(i): pack_numeral(numeral) for i, numeral in _indexed(offsets, numerals)},
        }
        return doc

    def pipe(self, texts, batch_size=1000):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN201
        """Docs of many sentences, lazily."""
        return (self(text) for text in texts)

    def to_bytes(self, **_: object) -> bytes:
        return b""

    def from_bytes(self, _data: bytes, **_kwargs: object) -> FigxTokenizer:
        return self

    def to_disk(self, _path: object, **_kwargs: object) -> None:
        return None

    def from_disk(self, _path: object, **_kwargs: object) -> FigxTokenizer:
        return self


def token_offsets(text: str, numerals: list[Numeral]) -> list[tuple[int, int]]:
    """Half-open character offsets of the tokens: each numeral one token, the rest cut by `TOKEN`."""
    offsets: list[tuple[int, int]] = []
    position = 0
    addresses = [match.span() for match in _URL.finditer(text)] if "://" in text else []
    for numeral in numerals:
        if numeral.start < position:
            continue
        offsets += _words(text, position, numeral.start, addresses)
        offsets.append((numeral.start, numeral.end))
        position = numeral.end
    return offsets + _words(text, position, len(text), addresses)


def _words(text: str, start: int, end: int, addresses: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The tokens between two numerals; what is left there of a URL is one token."""
    head: list[tuple[int, int]] = []
    rest = next((b for a, b in addresses if a < start < b), start)
    if rest > start:
        head, start = [(start, min(rest, end))] if end > start else [], min(rest, end)
    return head + [match.span() for match in TOKEN.finditer(text, start, end)]


def _indexed(offsets: list[tuple[int, int]], numerals: list[Numeral]) -> list[tuple[int, Numeral]]:
    index = {span: i for i, span in enumerate(offsets)}
    return [(index[span], n) for n in numerals if (span := (n.start, n.end)) in index]


def _folded(word: str) -> str:
    return word if word.isalnum() else _SPACE.sub(" ", word.replace("’", "'").replace("‑", "-"))


def pack_numeral(numeral: Numeral) -> list[object]:
    """A numeral as JSON: Decimals as strings."""
    weak = numeral.weak
    return [
        numeral.start, numeral.end, None if numeral.value is None else str(numeral.value), numeral.form,
        str(numeral.mantissa), str(numeral.scale), numeral.digits, None if numeral.low is None else str(numeral.low),
        None if weak is None else [weak.start, weak.end, str(weak.value), weak.form], list(numeral.flags),
    ]  # fmt: skip
