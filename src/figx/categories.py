"""What a figure is about. The first category that fits decides, in the order of `ORDER`."""

from __future__ import annotations

from figx.figure import Kind
from figx.quantity import Quantity
from figx.scope import Scope
from figx.view import Match, View

ORDER = (
    "refugee_cap", "resettled", "returned", "idp", "asylum_seeker", "refugee", "stateless", "displaced", "migrant", "casualty",
    "in_need", "host", "housing", "funding", "people", "money", "other",
)  # fmt: skip
_IDENTITIES = frozenset({"asylum_seeker", "refugee", "idp", "stateless", "migrant", "host", "housing"})
CASUALTY = "casualty"
_PLACES_OF_LIVING = frozenset({"home", "building", "shelter"})


def category_of(view: View, quantity: Quantity, scope: Scope) -> tuple[str, str, str]:
    """The category, the words that decided it ("" where none did) and the rule."""
    key = _unit_key(view, quantity)
    if (
        key in ("person", "household", "")
        and quantity.kind is not Kind.MONEY
        and (victim := _victims(view, quantity, scope))
    ):
        return victim
    for matches in (_in_clause(view, scope), _in_sentence(view)):
        best = _best(view, _of_the_noun(view, [m for m in matches if _fits(view, m, key)], scope))
        if best:
            return best
        if quantity.kind in (Kind.MEASURE, Kind.MONEY) or key not in ("person", "household", ""):
            break
    return _default(quantity, key), "", ""


def _victims(view: View, quantity: Quantity, scope: Scope) -> tuple[str, str, str] | None:
    """Migrants who died are counted as dead: what befell the people right beside the number comes before what they are."""
    after = max(quantity.j, scope.noun.stop if scope.noun.start >= quantity.j else quantity.j)
    for match in view.matches:
        if match.table != "category" or view.rules.packs.category[match.rule].category != CASUALTY:
            continue
        between = range(after, match.i)
        follows = 0 <= match.i - after <= 4 and all(
            view.is_(k, "auxiliary", "adverb", "modifier_adverb", "pronoun", "subordinator") for k in between
        )
        leads = (
            match.j <= quantity.i
            and quantity.i - match.j <= 4
            and all(
                view.is_(k, "preposition", "determiner", "adverb", "modifier_adverb") or view.ending(k + 1, "cue")
                for k in range(match.j, quantity.i)
            )
        )
        inside = scope.noun.start <= match.i and match.j <= scope.noun.stop
        if follows or leads or inside:
            return CASUALTY, view.raw(match.i, match.j), match.rule
    return None


def _unit_key(view: View, quantity: Quantity) -> str:
    if quantity.kind is Kind.MONEY:
        return "money"
    if quantity.kind is Kind.MEASURE:
        return "measure"
    if quantity.kind is Kind.COUNT:
        return quantity.unit
    return quantity.noun.unit if quantity.noun else ""


def _fits(view: View, match: Match, key: str) -> bool:
    trigger = view.rules.packs.category[match.rule]
    if trigger.units and key not in trigger.units:
        return False
    if trigger.with_any:
        text = f" {' '.join(view.words).lower()} "
        return any(f" {words.lower()} " in text for words in trigger.with_any)
    return True


def _of_the_noun(view: View, matches: list[Match], scope: Scope) -> list[Match]:
    """What the noun itself says they are stands against what others in the clause are: "85 sponsors with newcomers"."""
    if not any(_says_what(view, m) and scope.noun.start <= m.i and m.j <= scope.noun.stop for m in matches):
        return matches
    return [m for m in matches if not _says_what(view, m) or (scope.noun.start <= m.i and m.j <= scope.noun.stop)]


def _says_what(view: View, match: Match) -> bool:
    return view.rules.packs.category[match.rule].category in _IDENTITIES


def _in_clause(view: View, scope: Scope) -> list[Match]:
    found = []
    for match in view.matches:
        if match.table != "category":
            continue
        inside = match.i >= scope.noun.start and match.j <= scope.noun.stop
        if match.part == "noun":
            if inside:
                found.append(match)
        elif match.part == "sentence" or scope.holds(match.i, match.j):
            found.append(match)
    return found


def _in_sentence(view: View) -> list[Match]:
    return [match for match in view.matches if match.table == "category" and match.part != "noun"]


def _best(view: View, matches: list[Match]) -> tuple[str, str, str] | None:
    ranked = [
        (rank, match.i - match.j, match.i, match)
        for match in matches
        if (rank := _rank(view.rules.packs.category[match.rule].category)) is not None
    ]
    if not ranked:
        return None
    *_, match = min(ranked, key=lambda row: row[:3])
    return view.rules.packs.category[match.rule].category, view.raw(match.i, match.j), match.rule


def _rank(category: str) -> int:
    return ORDER.index(category) if category in ORDER else len(ORDER)


def _default(quantity: Quantity, key: str) -> str:
    if quantity.kind is Kind.MONEY:
        return "money"
    if key in ("person", "household"):
        return "people"
    if key == "money":
        return "money"
    return "housing" if key in _PLACES_OF_LIVING else "other"
