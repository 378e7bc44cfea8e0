"""What a country is to its sentence: a place, one who acts, or a source; told by the words around it."""

from __future__ import annotations

from enum import StrEnum

from figx.view import PlaceMatch, View

_QUOTES = frozenset({",", "”", '"', "'", "’"})
_REACH = 10  # tokens between a source and its verb
_MODIFIERS = 4  # tokens between a country and the noun that it belongs to
_SHORT_NAME = 4  # letters of "US", "U.S.", "UK": names that stand for their state before a noun
_ADJECTIVAL = frozenset({"adjective", "demonym"})
_NO_ADJECTIVE = (
    "verb", "auxiliary", "subordinator", "conjunction", "pronoun", "adverb", "participle", "person_verb", "reporting_verb",
)  # fmt: skip
_ENDS_SUBJECT = ("verb", "auxiliary", "preposition", "subordinator", "conjunction", "pronoun", "participle")


class Role(StrEnum):
    """How a country stands in its sentence."""

    PLACE = "place"  # where it happens, whose people or money it is
    ACTOR = "actor"  # who strikes, helps or is fought: counts where no other country is named
    SOURCE = "source"  # who says so: likewise
    ABSENT = "absent"  # the sentence is not about it at all: only named to tell of others


def is_modifier(view: View, i: int) -> bool:
    return view.is_(i, "determiner", "compass")


def is_adjective(view: View, i: int) -> bool:
    """Whether token i may stand between a preposition and a country: a word in small letters that is no verb."""
    word = view.word(i)
    small = word.replace("-", "").isalpha() and word.islower()
    return small and i not in view.numerals and not view.is_(i, *_NO_ADJECTIVE)


def role_of(view: View, place: PlaceMatch, start: int, prep: str) -> Role:
    """The role of a country, or the first of a list of them."""
    if _borders(view, start, prep) or _is_likened(view, start, prep) or _is_addressed(view, start, place.j):
        return Role.ABSENT
    if _are_others(view, start, prep):
        return Role.ABSENT
    if hostile := _hostile(view, place):
        spoken = _role_of_subject(view, place, start, prep) is Role.SOURCE
        return Role.ABSENT if hostile == "hostile_noun" else Role.SOURCE if spoken else Role.ACTOR
    leads = view.word(place.j) == "-" and view.glued(place.j) and view.word(place.j + 1).islower()  # "U.S.-led"
    if (leads and not view.is_(place.j + 1, "place_ending")) or view.is_(start - 1, "place_left"):
        return Role.ABSENT
    if prep in view.rules.listed("place_agent") and not view.is_(start - 1, "host_verb"):
        if view.is_(start - 1, "report_noun"):
            return Role.SOURCE
        return Role.PLACE if any(view.is_(k, "authority") for k in range(place.j, place.j + 3)) else Role.ACTOR
    if _is_partner(view, place, start) or _is_fought(view, start, prep):
        return Role.ACTOR
    if prep in view.rules.listed("place_attributing") or _told(view, start, prep):
        return Role.SOURCE
    return _role_of_subject(view, place, start, prep)


def _borders(view: View, start: int, prep: str) -> bool:
    """ "a village bordering Chad", "regions that border Chad": it lies on the other side; not "the countries bordering Chad"."""
    k = start if view.is_(start, "place_bordering") and prep else start - 1
    if not view.is_(k, "place_bordering") and not (view.is_(k, "place_border") and view.is_(k - 1, "place_relative")):
        return False
    before = k - 1 - view.is_(k - 1, "place_relative")
    return not view.is_(before, "place_states")


def _is_likened(view: View, start: int, prep: str) -> bool:
    """ "he, who like many Malians uses one name"."""
    alike = prep in view.rules.listed("place_alike")
    return alike and view.is_(start - 1 - (view.word(start - 1) == ","), "place_relative")


def _is_addressed(view: View, start: int, end: int) -> bool:
    """ "we say to the people of Mali that": to whom one speaks; not "to the Malians who took 300 men", which tells of them."""
    if any(view.is_(k, "place_who") for k in range(end, min(end + _REACH, len(view)))):
        return False
    for k in range(start, max(start - _MODIFIERS, 0), -1):
        if view.is_(k, "place_to"):
            return view.is_(k - 1, "place_saying") and not view.is_(k - 2, "auxiliary") and k - 1 > 0
        if k < start and not (is_modifier(view, k) or is_adjective(view, k)):
            return False
    return False


def _are_others(view: View, start: int, prep: str) -> bool:
    """ "300 Malians, as well as others from Niger": none of those that are counted."""
    others = bool(prep) and view.is_(start - 1, "place_further") and view.is_(start - 2, "place_adding")
    return others and any(k < start for k in view.numerals) and not any(k > start for k in view.numerals)


def _is_partner(view: View, place: PlaceMatch, start: int) -> bool:
    """ "with the support of Japan", "together with the Government of Kenya"."""
    k = place.i
    while k > start and is_modifier(view, k - 1):
        k -= 1
    if view.is_(k - 1, "place_whole") and view.word(k - 2)[:1].isupper():
        k -= 3 if view.is_(k - 3, "determiner") else 2  # "the Government of Kenya"
    return any(view.rules.packs.words[match.rule].class_ == "partner" for match in view.ending(k, "words"))


def _is_fought(view: View, start: int, prep: str) -> bool:
    """ "to fight the Russians"."""
    ending = any(view.rules.packs.words[match.rule].class_ == "fighting" for match in view.ending(start, "words"))
    return not prep and (ending or view.is_(start - 1, "fighting"))


def _strikes(view: View, k: int) -> bool:
    """Whether the verb at token k does something hostile: "attacked", "launched air strikes"."""
    if view.is_(k, "hostile_verb"):
        return view.word(k).islower()  # not "Occupied Palestinian Territory"
    launches = view.is_(k, "launching") or view.phrase_is(k, "launching")
    return launches and any(
        view.is_(n, "hostile_noun") or view.phrase_is(n, "hostile_noun") for n in range(k + 1, k + 4)
    )


def _hostile(view: View, place: PlaceMatch) -> str:
    """ "hostile_noun" or "force_noun" for "Israeli air strikes", "Russia's war on", "Syrian forces"; "" otherwise."""
    possessive = view.lower(place.j) in ("'s", "'")
    if not possessive and place.sort not in _ADJECTIVAL and len(view.raw(place.i, place.j)) > _SHORT_NAME:
        return ""
    for i in range(place.j + possessive, min(place.j + possessive + _MODIFIERS, len(view))):
        war = view.is_(i, "place_war")
        if war and any(view.is_(n, "place_adversative") for n in (i + 1, i + 3)):
            return "hostile_noun"
        for name in ("hostile_noun", "force_noun"):
            if view.is_(i, name) or view.phrase_is(i, name):
                return "" if war and not possessive else name
        if not is_adjective(view, i) or view.is_(i, "preposition", "determiner"):
            return ""
    return ""


def _reports(view: View, k: int) -> bool:
    return view.is_(k, "reporting_verb") and view.word(k).islower()  # not "the United States"


def _told(view: View, start: int, prep: str) -> bool:
    """Whether a phrase is the source after its verb: ", said the Turkish minister", "told Kenyan radio"."""
    if prep and prep not in view.rules.listed("place_told_preposition"):
        return False
    for k in range(start - 1, max(start - _REACH, 0), -1):
        if _reports(view, k):
            quoted = view.word(k - 1) in _QUOTES and not view.is_(k + 1, "subordinator")
            return prep == "to" or view.is_(k, "place_told") or quoted
        stops = view.is_(k, "verb", "auxiliary", "conjunction", "subordinator")
        if stops or view.is_punctuation(k) or k in view.numerals:
            return False
    return False


def _role_of_subject(view: View, place: PlaceMatch, start: int, prep: str) -> Role:
    """What the verb after a subject makes of it: a source that speaks, an actor that strikes, a place otherwise."""
    if _number_before(view, start):
        return Role.PLACE
    for k in range(place.j, min(place.j + _REACH, len(view))):
        if view.is_(k, "speech_verb") or view.phrase_is(k, "speech_verb"):
            return Role.SOURCE
        if _reports(view, k):
            return Role.PLACE if _speaks_of_itself(view, k + 1, prep) else Role.SOURCE
        if not prep and place.sort in ("name", "alias") and _strikes(view, k):
            return Role.ACTOR
        if view.is_(k, "place_link", "modifier_adverb", "determiner"):
            continue
        if view.is_punctuation(k) or k in view.numerals or view.is_(k, *_ENDS_SUBJECT):
            break
    return Role.PLACE


def _speaks_of_itself(view: View, k: int, prep: str) -> bool:
    """Whether what follows the verb is said of the subject: "Jordan says it hosts", "Chad recorded 300 cases"."""
    number = next((n for n in range(k, k + 4) if n in view.numerals), -1)
    if number >= 0 and view.is_(k - 1, "place_counting") and not view.is_(number + 1, "time_noun", "time_base"):
        return True
    k += view.is_(k, "subordinator")
    if view.is_(k, "place_his", "article") and view.is_(k + 1, "place_country"):
        return True
    return view.is_(k, "place_itself") and not prep


def _number_before(view: View, start: int) -> bool:
    """Whether a number stands before the phrase in its own clause: then the number is what the verb is about."""
    for k in range(start - 1, max(start - 2 * _REACH, -1), -1):
        if k in view.numerals:
            return True
        if view.is_punctuation(k) or view.is_(k, "subordinator", "verb", "auxiliary"):
            return False
    return False
