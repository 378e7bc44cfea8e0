"""Whether a country's name in a sentence is only part of another name: an organisation's, a law's, a person's, a town's."""

from __future__ import annotations

from figx.view import PlaceMatch, View

_LONGEST = 7  # tokens of an organisation's name after or before the country
_JOINERS = frozenset({"and", "of", "for", "&", "on", "the", "to", "against", "'s", "-"})
_ACRONYM = range(3, 8)  # letters of "IOM", "UNHCR", "UNICEF"
_SPEAKING = frozenset({"in", "into", "speak", "speaks", "spoke", "speaking", "learn", "learning"})
_MONEY = frozenset("$€£¥")
_ADJECTIVAL = frozenset({"adjective", "demonym"})
_SHORT = 4  # letters of "US $", "U.S. $"


def inside_name(view: View, place: PlaceMatch) -> bool:
    """Whether the country is only part of another name, and so is not named itself."""
    return (
        _is_money(view, place)
        or _begins_organisation(view, place)
        or _ends_organisation(view, place)
        or _is_branch(view, place)
        or _is_water(view, place)
        or _is_law(view, place)
        or _is_followers(view, place)
        or _is_language(view, place)
        or _is_town(view, place)
        or _is_new(view, place)
        or (place.ambiguous and _is_person(view, place))
        or _is_shouted(view, place)
    )


def _is_money(view: View, place: PlaceMatch) -> bool:
    """ "U.S. dollars", "US$": the currency is told by its country."""
    if view.word(place.i - 1) in _MONEY and view.glued(place.i):
        return True
    sign = view.word(place.j)[:1] in _MONEY
    short = place.j - place.i == 1 and len(view.word(place.i)) <= _SHORT and not view.word(place.i)[1:].islower()
    if sign and (view.glued(place.j) or short):  # "US $5 million", and not "Mali $5 million"
        return True
    return any(match.table == "currency" and match.i <= place.i and place.j <= match.j for match in view.matches)


def _capital(view: View, i: int) -> bool:
    return view.word(i)[:1].isupper()


def _begins_organisation(view: View, place: PlaceMatch) -> bool:
    """ "Turkish Red Crescent", "U.S. Citizenship and Immigration Services", "Afghan Adjustment Act"."""
    begin = place.j
    while view.lower(begin) in ("and", ",", "or") and (beside := _place_at(view, begin + 1)):
        begin = beside.j  # "the Bosnian and Serbian Red Cross"
    for k in range(begin, min(begin + _LONGEST, len(view))):
        if not _capital(view, k):
            if k == begin or view.lower(k) not in _JOINERS:
                return False
        elif view.is_(k, "organisation", "name_head") or (k > begin and view.is_(k, "organisation_long")):
            return True
    return False


def _place_at(view: View, i: int) -> PlaceMatch | None:
    return next((place for place in view.places if place.i == i), None)


def _ends_organisation(view: View, place: PlaceMatch) -> bool:
    """ "Bank of Ghana", "Association of Southeast Asian Nations", "Refugee Council of Australia"."""
    if view.lower(place.j) in ("'s", "'"):
        return False
    k = place.i - 1 - (view.lower(place.i - 1) in ("the", "southeast"))
    if view.lower(k) not in ("of", "for"):
        return False
    for i in range(k - 1, max(k - 1 - _LONGEST, -1), -1):
        if not _capital(view, i):
            if view.lower(i) not in _JOINERS:
                return False
        elif view.is_(i, "organisation", "organisation_long", "name_head"):
            return True
    return False


def _is_branch(view: View, place: PlaceMatch) -> bool:
    """ "UNHCR Jordan", "Save the Children Australia": the country after the organisation's name."""
    if place.sort not in ("name", "alias"):
        return False
    before = view.word(place.i - 1)
    if view.is_(place.i - 1, "organisation_lead", "organisation") and before[:1].isupper():
        return True
    packs = view.rules.packs
    for match in view.ending(place.i, "words"):
        if packs.words[match.rule].class_ == "organisation_lead" and _capital(view, match.i):
            return True
    if _is_pair(view, place.i):
        return True
    return (
        len(before) in _ACRONYM
        and before.isupper()
        and before.isalpha()
        and not _shouts(view, place.i - 2)
        and not any(other.j == place.i for other in view.places)
    )


def _is_pair(view: View, i: int) -> bool:
    """ "Meat and Livestock Australia": two nouns joined, with capitals, that no preposition of place stands before."""
    joined = (
        view.lower(i - 2) in ("and", "&") and _is_capitalised(view.word(i - 1)) and _is_capitalised(view.word(i - 3))
    )
    if not joined or any(place.i in (i - 3, i - 1) for place in view.places):
        return False
    placing = (
        view.is_(i - 4, "place_where", "place_named", "place_placing", "place_whole") or view.lower(i - 4) == "between"
    )
    return not placing and not view.is_(i - 1, "compass") and not view.is_(i - 3, "compass", "determiner")


def _is_water(view: View, place: PlaceMatch) -> bool:
    """ "the Uruguay River", "the Mexican Gulf", "the Sea of Oman", "Lake Malawi", "the Niger river"."""
    if view.is_(place.j, "place_water"):
        return _capital(view, place.j) or (
            place.sort in ("name", "alias")
            and view.is_(place.i - 1, "determiner")
            and view.is_(place.j, "place_stream")
        )
    before = place.i - 1 - (view.is_(place.i - 1, "place_whole"))
    before -= view.is_(before, "determiner")
    named = view.is_(before, "place_water") and _capital(view, before) and place.sort in ("name", "alias")
    return named and (before < place.i - 1 or view.is_(before, "place_water_lead"))


def _is_law(view: View, place: PlaceMatch) -> bool:
    """ "the American Rescue Plan", "the Afghan Adjustment Act"; not "the Syrian Refugee Response Plan": whom it helps."""
    if place.sort not in _ADJECTIVAL:
        return False
    for k in range(place.j, min(place.j + _LONGEST, len(view))):
        if view.is_(k, "place_aid") or not (_capital(view, k) or (k > place.j and view.lower(k) in _JOINERS)):
            return False
        if view.is_(k, "place_law"):
            return k > place.j or view.is_(k, "place_act")
    return False


def _is_followers(view: View, place: PlaceMatch) -> bool:
    """ "the Australian Democrats": those of a party, by its name."""
    return place.sort in _ADJECTIVAL and view.is_(place.j, "place_followers") and _capital(view, place.j)


def _is_language(view: View, place: PlaceMatch) -> bool:
    """ "English classes", "speak Spanish", "in Dutch"."""
    if place.sort not in _ADJECTIVAL:
        return False
    if view.is_(place.j, "language_noun"):
        return True
    ends = place.j >= len(view) or view.is_punctuation(place.j) or view.is_(place.j, "conjunction", "preposition")
    return ends and view.lower(place.i - 1) in _SPEAKING and not view.raw(place.i, place.j).endswith("s")


def _is_town(view: View, place: PlaceMatch) -> bool:
    """ "Lebanon, Pennsylvania": the name of a town before the state that it is in."""
    if view.word(place.j) != "," or place.sort not in ("name", "alias"):
        return False
    return view.is_(place.i - 1, "preposition") and any(
        other.i == place.j + 1 and other.sort == "city" and other.iso3 == ("USA",) and place.iso3 != ("USA",)
        for other in view.places
    )


def _is_new(view: View, place: PlaceMatch) -> bool:
    """ "New West Britain": a place that is called after the country."""
    k = place.i - 1 - (view.is_(place.i - 1, "compass") and _capital(view, place.i - 1))
    return view.is_(k, "place_new") and _capital(view, k) and k > 0


def _is_person(view: View, place: PlaceMatch) -> bool:
    """ "Jordan Peele", "Michael Jordan": a name between or beside others that begin with a capital."""
    if place.sort not in ("name", "alias") or view.raw(place.i, place.j).isupper():
        return False
    if _is_capitalised(view.word(place.j)):
        return True
    before = place.i - 1
    return (
        before > 0
        and _is_capitalised(view.word(before))
        and not view.is_(before, "compass", "preposition", "determiner")
    )


def _is_capitalised(word: str) -> bool:
    return word[:1].isupper() and word[1:].islower()


def _is_shouted(view: View, place: PlaceMatch) -> bool:
    """Whether a word in capitals is a country only if it is not written so like all words beside it: "TELL US"."""
    word = view.raw(place.i, place.j)
    if not word.isupper() or not word.isalpha() or not (place.ambiguous or view.is_(place.i, "pronoun")):
        return False
    return _shouts(view, place.i - 1) and _shouts(view, place.j)


def _shouts(view: View, i: int) -> bool:
    word = view.word(i)
    return len(word) > 2 and word.isupper() and word.isalpha()
