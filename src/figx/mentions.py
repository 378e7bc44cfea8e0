"""The countries that a sentence names, and how each stands in it: as a place, as one who acts, or as a source.

A name inside another name ("Turkish Red Crescent", "U.S. dollars") is no mention. Words that may mean several countries
are settled by what the document names besides; where that leaves them open, they have no code.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from figx.names import inside_name
from figx.roles import Role, is_adjective, is_modifier, role_of
from figx.view import PlaceMatch, View

_BREAKS = frozenset({",", ";", ":", "(", "–", "—", "-", "“", '"', "*", "•", "|", "."})
_CLOSING = frozenset({",", ".", ";"})
_MODIFIERS = 4
_CLAUSE = 14  # tokens between "as they did" and a country
_COMPARED = 9  # tokens between "than" and a country


@dataclass(frozen=True, slots=True)
class Mention:
    """A country at tokens i to j (half open); `start` is where its phrase begins, with its preposition `prep`.

    `iso3` is "" where the document leaves open which country is meant. `opens` is true where the phrase opens a clause,
    as its subject or as a frame ("In Chad, ..."); `compared` where a figure is only measured against it; `numbered`
    where its own number follows ("Chad 300"). `group` counts lists: "Chad, Niger and Mali" is one.
    """

    i: int
    j: int
    start: int
    iso3: str
    sort: str
    prep: str = ""
    role: Role = Role.PLACE
    opens: bool = False
    compared: bool = False
    numbered: bool = False
    group: int = 0


def mentions_of(view: View) -> list[Mention]:
    """The mentions of a sentence, in order."""
    # those that are absent are told by the list that they stand in, and left out then
    named = [p for p in view.places if p.iso3 and p.sort != "city" and not inside_name(view, p)]
    found = [mention for place in named if (mention := _mention(view, place))]
    groups: list[list[Mention]] = []
    for k, mention in enumerate(found):
        if groups and _joined(view, found[k - 1], mention) and not _frame_ends(view, groups[-1], found[k:]):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    listed = [mention for number, group in enumerate(groups) for mention in _alike(view, group, number)]
    return [mention for mention in listed if mention.role is not Role.ABSENT]


def _mention(view: View, place: PlaceMatch) -> Mention | None:
    iso3 = view.facts.places.settle(view.raw(place.i, place.j)) if place.ambiguous else place.iso3[0]
    start, prep = _phrase_start(view, place.i)
    role = role_of(view, place, start, prep)
    if iso3 is None or _is_repeated(view, place):
        return None
    measures = view.is_(start - 1, "place_size")  # "an area the size of Wales"
    other = _is_other_side(view, start) or _is_other_time(view, start)
    compared = measures or other or prep in view.rules.listed("place_comparing")
    numbered = place.j in view.numerals and place.j not in view.masked and view.word(place.j + 1) != ")"
    return Mention(place.i, place.j, start, iso3, place.sort, prep, role, compared=compared, numbered=numbered)


def _is_repeated(view: View, place: PlaceMatch) -> bool:
    """Whether the country is only its own short name in brackets: "People's Republic of China (PRC)"."""
    before = (
        other for other in view.places if other.j == place.i - 1 and other.iso3 == place.iso3 and other.sort != "city"
    )
    return view.word(place.i - 1) == "(" and view.word(place.j) == ")" and any(before)


def _is_other_side(view: View, start: int) -> bool:
    """Whether a phrase ends a comparison: "better off than those who went to Chad"."""
    for k in range(start - 1, max(start - _COMPARED, -1), -1):
        if view.is_(k, "place_comparing"):
            return view.is_(k + 1, "place_others")
        if k in view.numerals or view.is_punctuation(k):
            return False
    return False


def _is_other_time(view: View, start: int) -> bool:
    """Whether a phrase tells of another time: "just as they did before the war in Chad began", "more than before it ended"."""
    for k in range(start - 1, max(start - _CLAUSE, -1), -1):
        if k in view.numerals or view.is_punctuation(k):
            return False
        told = view.is_(k + 1, "place_once") or (view.is_(k + 1, "pronoun") and view.is_(k + 2, "place_did"))
        if view.is_(k, "place_as") and told:
            return True
    return False


def _phrase_start(view: View, i: int) -> tuple[int, str]:
    """Where the phrase of a country begins, and its preposition: "in large parts of northern Syria"."""
    k = i
    while k > 0 and i - k < _MODIFIERS:
        if view.is_(k - 1, "place_comparing", "place_alike"):
            return k - 1, view.lower(k - 1)
        if (begin := _preposition(view, k)) >= 0:
            return _outer(view, begin, view.raw(begin, k).lower())
        if view.is_(k - 1, "subordinator") or not (is_modifier(view, k - 1) or is_adjective(view, k - 1)):
            break
        k -= 1
    while k < i and not is_modifier(view, k):
        k += 1
    return k, ""


def _preposition(view: View, k: int) -> int:
    """Where the preposition that ends before token k begins, -1 for none."""
    for match in view.ending(k, "words"):
        if view.rules.packs.words[match.rule].class_ == "preposition":
            return match.i
    return k - 1 if view.is_(k - 1, "preposition") and not view.is_(k - 1, "aside") else -1


def _outer(view: View, begin: int, prep: str) -> tuple[int, str]:
    """ "in parts of" is "in": where the whole phrase begins, and its preposition."""
    k = begin - 1
    if prep not in view.rules.listed("place_whole") or not is_adjective(view, k):
        return begin, prep
    while k > 0 and begin - k < _MODIFIERS and (is_modifier(view, k) or is_adjective(view, k)):
        k -= 1
    return (k, view.lower(k)) if view.is_(k, "place_where") else (begin, prep)


# -- lists of countries --


def _joined(view: View, before: Mention, mention: Mention) -> bool:
    """Whether two mentions are neighbours in one list."""
    words = range(before.j, mention.i)
    if not words or len(words) > _MODIFIERS or mention.prep or view.word(before.j) == "(":
        return False
    if _is_people(view, before) is not _is_people(view, mention):
        return False  # "Colombia hosts 2 million Venezuelans, Peru 1 million"
    k = mention.j + view.is_(mention.j, "giving")  # "sent $3 million to Ukraine, and Finland gave $2 million"
    priced = view.word(k) in view.rules.currency_signs and k + 1 in view.numerals
    if (mention.numbered or priced) and any(k < mention.i for k in view.numerals):
        return False  # "Norway sent 25 cars to Ukraine, and Finland 12"
    joins = [view.is_(k, "place_joiner") or view.word(k) in (",", "/") for k in words]
    return any(joins) and all(
        join or view.word(k) == "(" or is_modifier(view, k) for k, join in zip(words, joins, strict=True)
    )


def _is_people(view: View, mention: Mention) -> bool:
    return mention.sort == "demonym" and view.word(mention.j - 1).endswith("s")


def _frame_ends(view: View, group: list[Mention], rest: list[Mention]) -> bool:
    """Whether the comma before `rest` ends a frame and no list: "In Chad, Sudanese refugees ..."."""
    if not group[0].prep or not _opens(view, group[0], group[-1].j) or view.is_punctuation(rest[0].j):
        return False
    last = group[-1].j
    for mention in rest[:3]:
        if any(view.is_(k, "place_joiner") for k in range(last, mention.i)):
            return False
        last = mention.j
    return True


def _alike(view: View, group: list[Mention], number: int) -> list[Mention]:
    """The mentions of a list: what the first has before it and the last after it is said of all."""
    first = group[0]
    role = next((mention.role for mention in reversed(group) if mention.role is not Role.PLACE), Role.PLACE)
    opens = _opens(view, first, group[-1].j)
    return [
        replace(
            mention, start=first.start, prep=first.prep, role=role, opens=opens, compared=first.compared, group=number
        )
        for mention in group
    ]


def _opens(view: View, first: Mention, end: int) -> bool:
    """Whether a list of countries that ends before token `end` opens a clause: it is no apposition of a town."""
    start = first.start
    while start > 0 and view.is_(start - 1, "adverb"):
        start -= 1
    if start > 0 and not (view.word(start - 1) in _BREAKS or view.is_(start - 1, "conjunction", "subordinator")):
        return False
    if first.prep:
        return view.word(end) == "," or end in view.numerals or start == 0
    if view.is_punctuation(end):
        return view.word(end) in _BREAKS - _CLOSING
    return not view.is_(end, "preposition")  # "in Copenhagen, Denmark to"
