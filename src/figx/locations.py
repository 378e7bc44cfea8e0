"""Which countries a figure is about: those that bear on it, or else the only one that its sentence names.

Places, people and their origins go before those who act ("Israeli air strikes killed 30 people in Gaza") and those who
only say so; a donor is left out where it is told who receives the money.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from figx.breaks import in_remark, is_broken, is_contrasted, is_dashed, is_hard
from figx.figure import Kind
from figx.gapping import share_gifts
from figx.mentions import Mention
from figx.quantity import Quantity
from figx.reaches import (
    Reach,
    counts_countries,
    gives,
    hosts,
    is_abroad,
    is_row_subject,
    mentions_outside,
    reaches_of,
    set_elsewhere,
)
from figx.roles import Role
from figx.sharing import share
from figx.verbs import Form, verb_form
from figx.view import View

_TIMES = frozenset({Kind.DURATION, Kind.AGE})
_ASIDE, _TOWN, _FAR_TOWN = 12, 8, 20  # tokens


@dataclass(frozen=True, slots=True)
class Places:
    """The countries of a figure, the rule and the words that decided, and flags."""

    iso3: tuple[str, ...] = ()
    rule: str = ""
    words: str = ""
    flags: tuple[str, ...] = ()


def places_of(view: View, quantities: list[Quantity]) -> list[Places]:
    """The countries that each of the quantities of a sentence is about, in the order of `quantities`."""
    if not view.places:
        return [Places()] * len(quantities)
    counted = sorted((q for q in quantities if q.kind not in _TIMES), key=lambda q: q.i)
    mentions = mentions_outside(view, quantities)
    reaches = reaches_of(view, counted, mentions)
    share(view, reaches)
    share_gifts(view, reaches)
    found = {id(reach.quantity): _places(view, mentions, reaches, n) for n, reach in enumerate(reaches)}
    return [found.get(id(quantity), Places()) for quantity in quantities]


def _places(view: View, mentions: list[Mention], reaches: list[Reach], n: int) -> Places:
    chosen, rule = _choose(view, mentions, reaches, n)
    sure = [mention for mention in chosen if mention.iso3]
    return Places(
        iso3=tuple(dict.fromkeys(mention.iso3 for mention in sure)),
        rule=rule if sure else "",
        words="; ".join(dict.fromkeys(" ".join(view.raw(mention.i, mention.j).split()) for mention in sure)),
        flags=("ambiguous_place",) if len(sure) < len(chosen) else (),
    )


def _choose(view: View, mentions: list[Mention], reaches: list[Reach], n: int) -> tuple[list[Mention], str]:
    """The mentions that decide for figure n, and the rule by which they do."""
    reach, quantity = reaches[n], reaches[n].quantity

    def about(found: list[Mention]) -> list[Mention]:
        return [m for m in found if not m.compared or quantity.kind is Kind.MULTIPLE]

    near = [m for m in reach.own if not _is_far(view, reach, m)]
    if chosen := _places_among(view, quantity, about(near)):
        return _recipients(view, reaches[n:], chosen) or chosen, "figx.place.own"
    for rule, found in (("figx.place.list", reach.shared), ("figx.place.own", reach.own)):
        if chosen := _fitting(view, reaches, n, _places_among(view, quantity, about(found))):
            return _recipients(view, reaches[n:], chosen) or chosen, rule
    if (
        reach.apart
        or counts_countries(quantity)
        or _is_party(view, quantity)
        or set_elsewhere(view, reaches, n)
        or is_abroad(view, reach)
    ):
        return [], ""
    agent = view.rules.listed("place_agent")
    if made := [m for m in reach.trails if m.start == reach.end and m.prep in agent and quantity.noun]:
        return made, "figx.place.own"  # "110 violations by Chad"
    others = _of_others(view, reaches, n)
    left = [m for m in about(mentions) if m.i not in others and not m.numbered and not _is_cut_off(view, reach, m)]
    if places := _places_among(view, quantity, left):
        places = [m for m in _fitting(view, reaches, n, places) if not _is_neighbour(view, m)]
        return (places, "figx.place.sentence") if _agree(places) else ([], "")
    speaking = about(reach.own) or left
    actors = _fitting(view, reaches, n, [m for m in speaking if m.role is not Role.PLACE])
    towns = _towns(view, reaches, n, _FAR_TOWN)
    actors = [m for m in actors if m.iso3 in towns] or actors  # "Kenyan police say Ugandan fire killed 3 near Kisumu"
    return (actors, "figx.place.actor") if _agree(actors) else ([], "")


def _of_others(view: View, reaches: list[Reach], n: int) -> set[int]:
    """The tokens of countries that are said of later figures alone: where a part is, and who the other people are."""
    people = reaches[n].quantity.unit == "person"
    where = [m for later in reaches[n + 1 :] if later.part for m in later.trails if m.prep and m.role is Role.PLACE]
    whose = [
        m
        for later in reaches[n + 1 :]
        if people and later.quantity.unit == "person" and not view.is_(later.start - 1, "place_where")
        for m in later.inner
    ]
    whose += [m for other in reaches for m in other.leads if other is not reaches[n] and is_row_subject(view, m, other)]
    absolute = view.rules.listed("place_absolute")  # ", with Canada adding 3 million"
    whose += [m for later in reaches[n + 1 :] for m in later.leads if m.prep in absolute]
    if reaches[n].quantity.kind is not Kind.MONEY:  # "Oman gave $5 million to help 300 people"
        paid = [before for before in reaches[:n] if before.quantity.kind is Kind.MONEY]
        gave = [(m, before.quantity) for before in paid for m in before.leads if gives(view, m, before.quantity)]
        whose += [m for m, money in gave if not hosts(view, m, money)]
    return {m.i for m in (*where, *whose)}


def _fitting(view: View, reaches: list[Reach], n: int, found: list[Mention]) -> list[Mention]:
    """None of `found` where the figure stands beside a town of another country: "30,000 people in Bihar"."""
    return found if _towns(view, reaches, n) <= {mention.iso3 for mention in found} else []


def _towns(view: View, reaches: list[Reach], n: int, within: int = _TOWN) -> set[str]:
    """The countries of the towns right after figure n."""
    high = reaches[n + 1].start if n + 1 < len(reaches) else len(view)
    return {
        place.iso3[0]
        for place in view.places
        if place.sort == "city"
        and len(place.iso3) == 1
        and reaches[n].end <= place.i < min(high, reaches[n].end + within)
    }


def _is_neighbour(view: View, mention: Mention) -> bool:
    """ "in neighbouring Chad": the sentence is about the country that this is a neighbour of."""
    return any(view.is_(k, "neighbour") for k in range(mention.start, mention.i))


def _agree(mentions: list[Mention]) -> bool:
    return len({mention.iso3 for mention in mentions}) == 1


def _places_among(view: View, quantity: Quantity, found: list[Mention]) -> list[Mention]:
    """Those of `found` that the figure is about: no actors, no donors beside a recipient."""
    places = [m for m in found if m.role is Role.PLACE]
    places = [m for m in places if not _is_aside(view, m)] or places
    places = [m for m in places if not _is_beside(view, m)] or places
    party = _is_party(view, quantity)
    if (party or counts_countries(quantity)) and quantity.value != len({m.iso3 for m in places}):
        within = view.rules.listed("place_party_preposition" if party else "place_member_preposition")
        places = [
            m
            for m in places
            if (m.prep in within and not (m.i < quantity.i and not party and _is_parted(view, m, quantity)))
            or (not party and (m.j == quantity.i - 1 and view.is_(m.j, "place_where")))  # "for Syrians in 17 countries"
            or (not party and m.i >= quantity.i and not _is_subject(view, m))
        ]
    if quantity.kind is Kind.MONEY:
        sources = view.rules.listed("place_source")
        places = [m for m in places if m.prep not in sources] or places
        places = [m for m in places if not gives(view, m, quantity) or hosts(view, m, quantity)] or places
    return places


def _is_parted(view: View, mention: Mention, quantity: Quantity) -> bool:
    """Whether a verb parts a country from a count of countries: "a quake in Japan shook six states"."""
    return any(verb_form(view, k) is not Form.NONE for k in range(mention.j, quantity.i))


def _recipients(view: View, reaches: list[Reach], chosen: list[Mention]) -> list[Mention]:
    """Where only the donor of money stands beside it: the countries that it goes to, named with the figures after it."""
    quantity = reaches[0].quantity
    if quantity.kind is not Kind.MONEY or not all(gives(view, m, quantity) for m in chosen):
        return []
    money = [reach for reach in reaches[1:] if reach.quantity.kind is Kind.MONEY]
    if money and money[0].part and not is_broken(view, reaches[0].end, money[0].start):
        return [m for part in money for m in part.trails if m.role is Role.PLACE and m.prep]
    for before, after in pairwise(reaches):
        if after.quantity.kind is Kind.MONEY or is_broken(view, before.end, after.start):
            return []
        if found := [m for m in (*after.inner, *after.trails) if m.role is Role.PLACE]:
            return found
    return []


def _is_party(view: View, quantity: Quantity) -> bool:
    """ "the two leaders", "both sides"."""
    return quantity.noun is not None and view.is_(quantity.noun.j - 1, "place_party")


def _is_far(view: View, reach: Reach, mention: Mention) -> bool:
    """Whether a country stands in another clause than the figure, and not in one about what is counted."""
    if mention.i < reach.start:
        return is_broken(view, mention.j, reach.start) or any(
            view.is_(k, "later_clause") and not view.is_(k, "place_telling") and not _before_date(view, k)
            for k in range(mention.j, reach.start)
        )
    return any(view.is_(k, "later_clause") and not mention.start <= k < mention.i for k in range(reach.end, mention.i))


def _before_date(view: View, k: int) -> bool:
    """Whether what token k opens is a time and no clause: "since November 1996", "after 3 May"."""
    return any(n in view.masked for n in (k + 1, k + 2))


def _is_aside(view: View, mention: Mention) -> bool:
    """Whether a country stands in a clause that says when or why, before the main one."""
    for k in range(mention.start, max(mention.start - _ASIDE, -1), -1):
        if k != mention.i and view.word(k) in (",", ";", ":"):
            return False
        if view.is_(k, "aside"):
            return k == 0 or view.is_punctuation(k - 1)
    return False


def _is_beside(view: View, mention: Mention) -> bool:
    """Whether a country only tells what the place lies near, or who takes part."""
    borders = view.is_(mention.start - 1, "place_border")  # "the border with Chad"
    return mention.prep in view.rules.listed("place_beside") and not borders


def _is_subject(view: View, mention: Mention) -> bool:
    before = mention.start - 1
    acts = not mention.prep and view.is_(mention.j, "auxiliary")  # "the largest that Chad has seen"
    return acts or (mention.opens and (view.word(before) == "," or not view.is_punctuation(before)))


def _is_cut_off(view: View, reach: Reach, mention: Mention) -> bool:
    """Whether a break stands between a figure and a country that no thought crosses."""
    low, high = sorted((reach.start, mention.i))
    return (
        any(is_dashed(view, k) or (is_hard(view, k) and mention.i > reach.start) for k in range(low, high))
        or is_contrasted(view, low, high)
        or in_remark(view, mention.start, reach.start)
    )
