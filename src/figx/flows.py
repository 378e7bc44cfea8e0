"""Whether a figure is a stock (how many there are at a time) or a flow (how many in a period), or is left open."""

from __future__ import annotations

from dataclasses import dataclass

from figx.acts import is_act
from figx.arguments import governing_verb
from figx.categories import Category
from figx.cues import cue_meaning
from figx.figure import Flow, Kind, Role
from figx.quantity import Quantity
from figx.scope import Near, Scope
from figx.subjects import before_hedges
from figx.verbs import Form
from figx.view import View

_MOVING = frozenset(
    {
        "arrival",
        "departure",
        "crossing",
        "encounter",
        "displacement",
        "return",
        "deportation",
        "application",
        "claim",
        "visa",
        "admission",
    }
)
_WITHOUT = frozenset({"other", "money", "funding"})
_DRIVEN = frozenset({"displaced", "idp"})  # driven out once, and counted as long as they stay away
_REACH = 24  # tokens
_AT_REST = frozenset({"people", "host", "housing"})
_COUNTED = frozenset({"person", "household"})


@dataclass(frozen=True, slots=True)
class Flowing:
    """Stock or flow, the words that decided it and the rule."""

    flow: Flow = Flow.OPEN
    words: str = ""
    rule: str = ""


def flow_of(view: View, quantity: Quantity, scope: Scope, category: Category, *, role: Role, time: str) -> Flowing:
    """Stock or flow: what happens by nature is a flow; then cues in the figure's clause, its time, the tense of its verb.

    Money, measures, things and the size of a change have neither.
    """
    if quantity.kind not in (Kind.COUNT, Kind.SHARE) or role is Role.DELTA:
        return Flowing()
    if category.name in _WITHOUT and (quantity.kind is Kind.SHARE or quantity.unit not in _MOVING):
        return Flowing()
    nature = view.rules.packs.taxonomy.flow(category.name, category.term)
    by_nature = Flowing(nature, category.words, "figx.flow.nature")
    timed = _by_time(view, time)
    numbered = _by_number(view, scope, timed)
    if nature is Flow.FLOW:
        return numbered if numbered and category.name in _DRIVEN else by_nature
    state = None if timed is not None and timed.flow is Flow.FLOW else _by_state(view, scope)
    stated = numbered or state or _by_cue(view, scope) or timed
    if stated is not None:
        return stated
    if nature is not Flow.OPEN:
        return by_nature
    return _by_tense(view, scope) if quantity.unit in _COUNTED and category.name not in _AT_REST else Flowing()


def _by_number(view: View, scope: Scope, timed: Flowing | None) -> Flowing | None:
    """ "the number who crossed stands at 300" tells a flow, "the number of people driven out has passed 300" a stock."""
    first = before_hedges(view, scope.phrase.start)  # "has passed" may be a hedge
    first -= view.is_(first - 1, "preposition")
    while view.is_(first - 1, "adverb", "modifier_adverb"):
        first -= 1
    edge = next((k + 1 for k in range(scope.phrase.start - 1, max(0, first - 2), -1) if view.is_(k, "standing")), -1)
    if edge < 0:
        return None
    for k in range(edge - 2, max(-1, edge - _REACH), -1):
        if view.word(k) in (";", ":") or k in scope.others:
            return None
        if view.is_(k, "any_total") and view.is_(k + 1, "of_those"):
            told = range(k + 1, edge - 1)
            break
    else:
        return None
    who = next((k for k in told if view.is_(k, "relative_pronoun")), -1)
    words = view.raw(told.start - 1, edge)
    if who >= 0:
        moved = any(view.is_past(k) and not view.is_(k, "auxiliary", "be") for k in range(who, told.stop))
        return Flowing(Flow.FLOW, words, "figx.flow.number") if moved and not _stays(view, who, told.stop) else None
    flowing = timed is not None and timed.flow is Flow.FLOW
    driven = any(view.is_past(k) for k in told)
    return Flowing(Flow.STOCK, words, "figx.flow.number") if driven and not flowing else None


def _stays(view: View, i: int, j: int) -> bool:
    """Whether a verb of a stock stands in tokens i to j: "who lived there", "who are displaced"."""
    return any(
        view.is_(k, "present_be") or (k + 1 < j and view.lower(k) in ("lived", "stayed", "remained"))
        for k in range(i, j)
    )


def _by_state(view: View, scope: Scope) -> Flowing | None:
    """ "has left 300 people displaced": what they are from then on."""
    verb = governing_verb(scope)
    if verb is None or verb >= scope.phrase.start or not view.is_(verb, "leaving_so"):
        return None
    k = scope.phrase.stop
    while view.is_(k, "adverb", "modifier_adverb"):
        k += 1
    return Flowing(Flow.STOCK, view.raw(verb, k + 1), "figx.flow.state") if view.is_(k, "left_so") else None


def _by_cue(view: View, scope: Scope) -> Flowing | None:
    """The nearest cue of the clause: "hosts", "are living in" tell a stock, "fled", "newly" a flow."""
    best: tuple[int, Flowing] | None = None
    verb = governing_verb(scope)
    if verb is not None and view.is_(verb, "act_at_rest") and is_act(view, verb):
        best = (scope.distance(verb, verb + 1), Flowing(Flow.STOCK, view.raw(verb, verb + 1), "figx.flow.verb"))
    for match in view.matches:
        means = cue_meaning(view, match, "flow")
        if means is None or scope.near(match.i, match.j) not in (Near.NOUN, Near.ATTACHED, Near.CLAUSE):
            continue
        distance = scope.distance(match.i, match.j)
        if best is None or distance < best[0]:
            best = (distance, Flowing(Flow(means), view.raw(match.i, match.j), match.rule))
    return best[1] if best else None


def _by_time(view: View, time: str) -> Flowing | None:
    """ "at the end of 2023", "as of May" tell a stock; "since June", "in 2023 alone", "between May and July" a flow."""
    opening = f"{time.lower()} "
    for phrase, means, rule in view.rules.flow_times:
        if opening.startswith(f"{phrase} ") or (phrase == "alone" and opening.endswith(" alone ")):
            return Flowing(Flow(means), time, rule)
    return None


def _by_tense(view: View, scope: Scope) -> Flowing:
    """ "are displaced" is a stock, "were displaced" a flow; "have been displaced" is one where it tells by what."""
    verb = governing_verb(scope)
    if verb is None:
        return Flowing()
    helpers = [k for k in range(max(0, verb - 4), verb + 1) if scope.clauses.forms[k] is Form.AUXILIARY]
    words = view.raw(helpers[0] if helpers else verb, verb + 1)
    perfect = any(view.is_(k, "have") for k in helpers)
    if not perfect and any(view.is_(k, "present_be") for k in helpers):
        return Flowing(Flow.STOCK, words, "figx.flow.tense")
    past = view.is_past(verb)
    if not helpers and view.lower(verb - 1) == "," and view.is_(verb + 1, "preposition"):
        return Flowing()  # "people on the move, displaced from their homes": no verb of a sentence, and of no tense
    if perfect:
        cause = view.lower(verb + 1) == "by" or scope.clauses.forms[verb] is not Form.PASSIVE
        return Flowing(Flow.FLOW, words, "figx.flow.tense") if past and cause else Flowing()
    if past and (not helpers or all(view.is_(k, "past_be") for k in helpers)):
        return Flowing(Flow.FLOW, words, "figx.flow.tense")
    return Flowing()
