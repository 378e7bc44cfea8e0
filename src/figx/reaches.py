"""The countries around each figure of a sentence: in its noun, before it and after it.

The countries between two figures belong to the one before them or, where they open a clause, to the one after them.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise

from figx.breaks import frames_elsewhere, in_remark, is_broken, is_dashed, is_elsewhere
from figx.mentions import Mention, mentions_of
from figx.quantity import Quantity
from figx.roles import Role
from figx.verbs import Form, verb_form
from figx.view import View

_LIST, _HOSTING = 6, 6  # tokens
_LISTING = frozenset({"(", ":", "–", "—"})


@dataclass(slots=True)
class Reach:
    """What bears on one figure: `inner` in its own noun phrase, `leads` before it, `trails` after it.

    `start` and `end` are the tokens of its number and noun. `shared` is what it takes from the figures beside it, `part`
    tells that it is some of what the one before counts: see `sharing`. `apart` tells that no other country of the sentence
    is its own: see `gapping`.
    """

    quantity: Quantity
    start: int
    end: int
    inner: list[Mention] = field(default_factory=list)
    leads: list[Mention] = field(default_factory=list)
    trails: list[Mention] = field(default_factory=list)
    shared: list[Mention] = field(default_factory=list)
    part: bool = False
    apart: bool = False

    @property
    def own(self) -> list[Mention]:
        return [*self.leads, *self.inner, *self.trails]


def mentions_outside(view: View, quantities: list[Quantity]) -> list[Mention]:
    """The mentions that are no part of an amount ("5 million U.S. dollars")."""
    return [m for m in mentions_of(view) if not any(q.i <= m.i and m.j <= q.j for q in quantities)]


def reaches_of(view: View, quantities: list[Quantity], mentions: list[Mention]) -> list[Reach]:
    """For each quantity, in the order of the text, the countries that bear on it."""
    reaches = [Reach(q, q.i, max(q.j, q.noun.j) if q.noun and q.noun.i >= q.j else q.j) for q in quantities]
    for reach, following in pairwise(reaches):
        if reach.end > following.start:  # "600,000 of the 1.1 million refugees"
            reach.end = reach.quantity.j
    for n in range(len(reaches) + 1):
        _divide(view, mentions, reaches[n - 1] if n else None, reaches[n] if n < len(reaches) else None)
    for reach in reaches:
        if counts_countries(reach.quantity):
            members = members_of(view, reach)
            reach.trails = [replace(m, role=Role.PLACE) if m in members else m for m in reach.trails]
    return reaches


def members_of(view: View, reach: Reach) -> list[Mention]:
    """The countries listed right after a count of them: "six states (Chad, Mali and others)", "(along with Chad)"."""
    if view.word(reach.end) not in _LISTING:
        return []
    return [
        m for m in reach.trails if all(k not in view.numerals and view.word(k) != ")" for k in range(reach.end, m.i))
    ]


def _divide(view: View, mentions: list[Mention], before: Reach | None, after: Reach | None) -> None:
    """Gives the countries between two figures, or at an end of the sentence, and those in the noun of the second."""
    low, high = before.end if before else 0, after.start if after else len(view)
    inner = {m.i for m in before.inner} if before else set()
    _share_gap(view, [m for m in mentions if low <= m.i < high and m.i not in inner], before, after)
    if after:
        groups = {m.group for m in mentions if after.start <= m.i < after.end}
        after.inner = [replace(m, role=Role.PLACE) for m in mentions if m.group in groups and m.i >= after.start]


def _share_gap(view: View, gap: list[Mention], before: Reach | None, after: Reach | None) -> None:
    """Divides the countries between two figures: those from the first that opens a clause lead the figure after them."""
    if after is None:
        if before is not None:
            before.trails = _of_first_head(view, [m for m in gap if not _is_apart(view, m, before)])
        return
    told: list[Mention] = []
    if gap and _is_told_of(view, gap[-1], after.start):
        told = [m for m in gap if m.group == gap[-1].group]
        if not gap[-1].prep or after.start - gap[-1].j == 1:
            gap = gap[: -len(told)]
    cut = 0
    if before is not None:
        cut = next((k for k, m in enumerate(gap) if _leads(view, m, before, after)), len(gap))
        while 0 < cut < len(gap) and gap[cut - 1].group == gap[cut].group:
            cut -= 1
        before.trails = gap[:cut]
    after.leads = [replace(m, role=Role.PLACE) for m in told] or _of_last_subject(
        [m for m in gap[cut:] if not _is_severed(view, m, after)]
    )


def _is_apart(view: View, mention: Mention, reach: Reach) -> bool:
    """Whether a country after the last figure stands in a clause or remark of its own, or has its own number:
    "1,204 in all (Eritrea 540, Sudan 310)".
    """
    return mention.numbered or is_broken(view, reach.end, mention.start) or in_remark(view, mention.start, reach.start)


def _of_first_head(view: View, trails: list[Mention]) -> list[Mention]:
    """Without those of another noun joined on: "8 states in Sudan, and heavy floods in Chad"."""
    where = view.rules.listed("place_where")
    for k, (before, mention) in enumerate(pairwise(trails), 1):
        joint = next((n for n in range(before.j, mention.start) if view.is_(n, "conjunction")), mention.start)
        words = range(joint + 1, mention.start)
        if (
            before.prep in where
            and mention.prep in where
            and words
            and not any(_leads_on(view, n, joint) for n in words)
        ):
            return trails[:k]
    return trails


def _leads_on(view: View, k: int, joint: int) -> bool:
    """Whether token k goes on with what was said before token `joint`: a verb, a preposition, a mark."""
    acts = verb_form(view, k) is not Form.NONE or (k == joint + 1 and view.lower(k).endswith("ing"))
    return acts or view.is_(k, "preposition", "subordinator", "place_further") or view.is_punctuation(k)


def _of_last_subject(leads: list[Mention]) -> list[Mention]:
    """Without those that end the clause before the last subject: "they fled to Chad as Sudan lost 300 men"."""
    subject = max((m.i for m in leads if m.opens and not m.prep), default=-1)
    return [m for m in leads if m.i >= subject or m.opens or not m.prep]


def _leads(view: View, mention: Mention, before: Reach, after: Reach) -> bool:
    if mention.opens or is_broken(view, before.end, mention.start) or _is_absolute(view, mention):
        return True
    between = range(mention.j, after.start)
    adjacent = all(
        (view.is_punctuation(k) and view.word(k) not in (",", ")")) or view.lower(k) == "'s" for k in between
    )
    return adjacent and not mention.prep and mention.start > before.end


def _is_absolute(view: View, mention: Mention) -> bool:
    """Whether a country does something of its own: ", with Canada adding 3 million"."""
    acts = view.lower(mention.j).endswith("ing") and not view.noun(mention.j)
    return acts and view.word(mention.start - 1) == "," and mention.prep in view.rules.listed("place_absolute")


def _is_severed(view: View, mention: Mention, reach: Reach) -> bool:
    """Whether the words between a country and a figure after it say that the figure is elsewhere, or begin anew."""
    return any(frames_elsewhere(view, k, reach.start) or is_dashed(view, k) for k in range(mention.j, reach.start))


def _is_told_of(view: View, mention: Mention, i: int) -> bool:
    """Whether what stands at token i is said of the country right before it: "Iraq, where 30", "Chad, which hosts 30"."""
    between = range(mention.j, i)
    if len(between) == 1 and view.is_(mention.j, "place_number"):
        return (
            not mention.prep or view.word(mention.start - 1) == "," or view.is_(mention.start - 1, "conjunction")
        )  # "and in Chad by 3"
    if (
        between
        and len(between) <= _LIST
        and view.is_(mention.j, "place_joiner")
        and view.is_(mention.j + 1, "place_his")
    ):
        return True  # "Chad and its 20 million people"
    first = mention.j + (view.word(mention.j) == ",")
    return len(between) <= _LIST and view.is_(first, "place_telling")


def set_elsewhere(view: View, reaches: list[Reach], n: int) -> bool:
    """Whether the words beside a figure say that it is somewhere else: "worldwide", "in Europe"."""
    low = reaches[n - 1].end if n else 0
    high = reaches[n + 1].start if n + 1 < len(reaches) else len(view)
    return any(frames_elsewhere(view, k, reaches[n].start) for k in range(low, reaches[n].start)) or any(
        is_elsewhere(view, k) for k in range(reaches[n].end, high)
    )


def is_behind(reach: Reach) -> bool:
    """Whether what a number counts stands before it: "camp arrivals 7 per cent"."""
    noun = reach.quantity.noun
    return noun is None or noun.i < reach.start


def is_row_subject(view: View, mention: Mention, reach: Reach) -> bool:
    """Whether a figure without a verb is told of a country's people before it: ", Malian cooks 10 per cent"."""
    between = range(mention.j, reach.start)
    named = all(verb_form(view, k) is Form.NONE and view.word(k)[:1].isalpha() for k in between)
    return mention.opens and not mention.prep and is_behind(reach) and len(between) <= _LIST and named


def is_abroad(view: View, reach: Reach) -> bool:
    """Whether a figure is said to be of or in other countries: "160 people who were born overseas"."""
    for k in range(reach.end, min(reach.end + _LIST, len(view))):
        if k in view.numerals or view.is_punctuation(k):
            return False
        if view.is_(k, "place_abroad"):
            return True
    return False


def counts_countries(quantity: Quantity) -> bool:
    """Whether the figure counts countries: then those who act in its sentence are none of them."""
    return quantity.unit == "country" or quantity.noun_text.endswith("States")


def gives(view: View, mention: Mention, quantity: Quantity) -> bool:
    """Whether a country is the one that gives the money: "Norway pledged", "U.S. aid of", "in U.S. government funds"."""
    if mention.prep in view.rules.listed("place_source"):
        return True
    if mention.i >= quantity.j:
        inside = quantity.noun is not None and mention.j <= quantity.noun.j and not mention.prep
        return inside or (
            mention.sort != "name" and any(view.is_(k, "giving") for k in range(mention.j, mention.j + 3))
        )
    if mention.prep and not view.is_(mention.start - 1, "authority"):  # "the Government of Norway"
        return False
    return any(view.is_(k, "giving") for k in range(mention.j, quantity.i))


def hosts(view: View, mention: Mention, quantity: Quantity) -> bool:
    """Whether a country spends money at home: "Jordan has spent $10 billion on hosting Syrian refugees"."""
    after = range(quantity.j, min(quantity.j + _HOSTING, len(view)))
    return mention.i < quantity.i and any(view.is_(k, "hosting") and view.is_(k - 1, "preposition") for k in after)
