"""Where the thought breaks off between a country and a figure: marks, words that contrast, other parts of the world."""

from __future__ import annotations

from figx.view import View

_HARD = frozenset({";", "|", "•", "▪", "●"})
_DASHES = frozenset({"–", "—", "-"})
_REMARK = 25  # tokens


def is_hard(view: View, k: int) -> bool:
    """Whether token k is a mark that ends a clause."""
    return view.word(k) in _HARD


def is_broken(view: View, low: int, high: int) -> bool:
    """Whether a new clause begins between two tokens, by a mark or a word that no list goes over."""
    return any(
        is_hard(view, k) or view.is_(k, "place_contrast") or is_dashed(view, k) or _begins_anew(view, k)
        for k in range(low, high)
    )


def is_dashed(view: View, k: int) -> bool:
    """Whether token k is a dash before another claim: "went home – and 300 more"."""
    joins = view.is_(k + 1, "conjunction") and not view.is_(
        k + 1, "place_part"
    )  # not "20,000 people – or 3,300 families"
    return view.word(k) in _DASHES and joins and not view.glued(k)


def is_contrasted(view: View, low: int, high: int) -> bool:
    """Whether other countries are set against the first between two tokens: "while richer countries took 300"."""
    contrast = next((k for k in range(low, high) if view.is_(k, "place_contrast")), high)
    return any(view.is_(k, "known_party") for k in range(contrast, high))


def _begins_anew(view: View, k: int) -> bool:
    """ "and that there are", "and there were"."""
    return view.is_(k, "conjunction") and view.is_(k + 1, "place_anew")


def in_remark(view: View, k: int, at: int) -> bool:
    """Whether token k stands in a longer remark in brackets, and token `at` outside: "(pictured, a beach in France)"."""
    for n in range(k, max(k - _REMARK, -1), -1):
        if view.word(n) == ")":
            return False
        if view.word(n) == "(":
            return k - n > 3 and not n < at < k
    return False


def is_elsewhere(view: View, k: int) -> bool:
    """Whether token k is a word for another part of the world: "worldwide", "Europe" in "across Europe"."""
    return view.is_(k, "elsewhere") or _preposition_of(view, k) >= 0


def frames_elsewhere(view: View, k: int, i: int) -> bool:
    """Whether token k opens the clause of the figure at token i and sets it elsewhere: "and worldwide 120 million"."""
    begin = k if view.is_(k, "elsewhere") else _preposition_of(view, k)
    if begin < 0:
        return False
    opens = begin == 0 or view.is_punctuation(begin - 1) or view.is_(begin - 1, "conjunction", "subordinator")
    return opens and not any(view.is_(n, "verb", "auxiliary") for n in range(k, i))


def _preposition_of(view: View, k: int) -> int:
    """Where the preposition of the region at token k stands, "in Europe", "across the whole world"; -1 for no region."""
    if not (view.is_(k, "elsewhere_region") or view.phrase_is(k, "elsewhere_region")):
        return -1
    return next((n for n in range(k - 1, max(k - 4, -1), -1) if view.is_(n, "place_region")), -1)
