"""Which of the words that name a category tell something of a figure, and not of another one or of somebody else."""

from __future__ import annotations

from figx.arguments import Argument, argument_of, governing_verb, verb_of
from figx.clauses import Sort
from figx.figure import Kind
from figx.nouns import STOP
from figx.quantity import Quantity
from figx.schema import Trigger
from figx.scope import Near, Scope
from figx.subjects import before_hedges
from figx.verbs import Form, adverbial
from figx.view import Match, View

IDENTITIES = frozenset({"asylum_seeker", "refugee", "idp", "stateless", "migrant", "host"})
CASUALTY = "casualty"
_THINGS = frozenset({"housing", "funding"})
_ADMISSIONS = frozenset({"refugee_cap", "resettled"})
_OF_PEOPLE_ALONE = frozenset({"casualty", "displaced"})
_THEN = 6  # tokens after a figure in which the rest of its verb stands
_FOR_WHAT = 6  # tokens after a sum in which its purpose stands: "a budget of $5 million for this operation"


def unit_key(view: View, quantity: Quantity) -> str:
    if quantity.kind is Kind.MONEY:
        return "money"
    if quantity.kind is Kind.MEASURE:
        return "measure"
    if quantity.kind is Kind.COUNT:
        procedure = quantity.noun is not None and view.is_(quantity.noun.j - 1, "procedure")
        return "procedure" if procedure else quantity.unit
    if quantity.noun is None:
        return ""
    head = quantity.noun.j - 1
    if view.is_(head, "procedure") and view.is_(head - 1, "procedure"):
        return "procedure"  # "visa grants"
    if view.is_(head, "own_money", "aid_money"):
        return "money"
    return "person" if view.is_(head, "any_people") else quantity.noun.unit


def fits(view: View, quantity: Quantity, key: str, near: Near, match: Match) -> bool:
    """Whether the rule of the match is for figures of this unit, in a sentence and document like this."""
    trigger = view.rules.packs.category[match.rule]
    of_people = near is Near.NOUN and trigger.category not in _THINGS and "person" in trigger.units
    share = quantity.kind in (Kind.SHARE, Kind.MULTIPLE) and of_people
    if (trigger.units and key not in trigger.units and not share) or (trigger.weak and not view.facts.aid):
        return False
    if key == "procedure" and trigger.category == CASUALTY and near is not Near.NOUN:
        return False  # "83 died, with 1,440 cases of cholera"
    if trigger.with_any and not (view.facts.admissions and trigger.category in _ADMISSIONS):
        text = f" {' '.join(view.words).lower()} "
        return any(f" {words.lower()} " in text for words in trigger.with_any)
    return True


def tells(view: View, quantity: Quantity, scope: Scope, near: Near, match: Match) -> bool:
    """Whether the match tells something of this figure, and not of another one or of somebody else in the clause."""
    trigger = view.rules.packs.category[match.rule]
    if trigger.then and not _goes_on(view, scope, match, trigger):
        return False
    if _is_own_money(view, quantity) and not _is_purpose(view, quantity, match):
        return near is Near.NOUN and not trigger.weak
    if near is Near.NOUN:  # "rescued people", but not "rescue workers"
        return (
            not trigger.argument
            or match.j - match.i > 1
            or view.is_past(match.i)
            or view.lower(match.i).endswith("ing")
        )
    if trigger.by_place and not _does_place(view, match):
        return False
    if trigger.argument == "object" and _is_participle_of_label(view, quantity, scope, match):
        return True
    if _is_helper(view, quantity) and (trigger.category == "migrant" or (_is_help(trigger) and not trigger.argument)):
        return False
    if trigger.category in _OF_PEOPLE_ALONE and match.i >= scope.phrase.stop and _is_owner(view, quantity):
        return False
    if trigger.category == CASUALTY and near is Near.ATTACHED and _is_of_possession(view, scope, match):
        return False
    if quantity.kind is Kind.COUNT and near > Near.ATTACHED and _is_of_speaker(view, scope, match):
        return False
    if trigger.where == "noun" or (near > Near.ATTACHED and match.i >= scope.phrase.stop and speaks(view, scope)):
        return False
    if near is Near.SENTENCE and quantity.kind is not Kind.MONEY and trigger.category not in IDENTITIES:
        return False
    if quantity.kind is not Kind.MONEY and any(k in scope.others for k in range(match.i, match.j)):
        return scope.noun.start <= match.i and match.j <= scope.noun.stop
    if verb_of(scope, match.i, match.j) is None and (_modifies(view, scope, match) or _is_source(view, match)):
        return False
    # "half of the money for refugees", "went over the budget for refugees by $3 million"
    of_money = trigger.category == "funding" and (quantity.kind is not Kind.MONEY or _is_own_money(view, quantity))
    if trigger.category != CASUALTY and not of_money and _names_people(view, match):
        return _is_open(view, quantity) and (_goes_before(quantity, scope, match) or _predicated(view, match.i))
    return _by_argument(view, quantity, scope, near, match)


def _by_argument(view: View, quantity: Quantity, scope: Scope, near: Near, match: Match) -> bool:
    """Whether the figure is to the verb of the match what its rule wants."""
    trigger = view.rules.packs.category[match.rule]
    if not trigger.argument:
        return near is not Near.SENTENCE or verb_of(scope, match.i, match.j) is None
    if near is Near.SENTENCE:
        return False
    if trigger.argument == "recipient" and verb_of(scope, match.i, match.j) is None:
        return near is Near.CLAUSE and match.j < scope.phrase.start and _is_given(view, scope)
    if verb_of(scope, match.i, match.j) is None:  # "reported as injured"
        predicated = match.i > scope.phrase.stop and _predicated(view, match.i)
        aside = (
            near is Near.AROUND and scope.clauses.clauses[scope.clause].sort is Sort.ASIDE
        )  # "families (900 people)"
        return trigger.argument == "object" and predicated and (near is Near.CLAUSE or aside)
    argument = argument_of(view, scope, match.i, match.j)
    if _is_help(trigger) and _is_helper(view, quantity):
        return argument == trigger.argument
    return argument in (Argument.OPEN, trigger.argument)


def _is_given(view: View, scope: Scope) -> bool:
    """ "the distribution of blankets to 300 people": what is given goes to the figure."""
    k = before_hedges(view, scope.phrase.start) - 1
    while view.is_(k, "determiner"):
        k -= 1
    return view.lower(k) == "to"


def _is_participle_of_label(view: View, quantity: Quantity, scope: Scope, match: Match) -> bool:
    """ "the number of children enrolled rose to 900", "Affected people: 900": it belongs to what names the figure."""
    if not view.is_past(match.i):
        return False
    if (
        match.i == scope.phrase.stop
        and view.lower(before_hedges(view, _before_determiners(view, quantity)) - 1) == "of"
    ):
        return True  # "of the 104 people rescued off the coast, nine are ill"
    own, around = scope.clauses.clauses[scope.clause], scope.clauses.at(match.i)
    label = own.sort is Sort.TAIL and own.start == quantity.i - 1 and scope.clauses.of[match.i] == own.parent
    return bool(scope.named and match.i == scope.named.stop) or (label and not around.verbs)


def _before_determiners(view: View, quantity: Quantity) -> int:
    k = before_hedges(view, quantity.i)
    while view.is_(k - 1, "determiner"):
        k -= 1
    return k


def _is_of_possession(view: View, scope: Scope, match: Match) -> bool:
    """ "Families whose relatives were killed": what befell theirs did not befall them."""
    clause = scope.clauses.at(match.i)
    return view.is_(clause.start, "possessive_relative") and verb_of(scope, match.i, match.j) is not None


def _is_of_speaker(view: View, scope: Scope, match: Match) -> bool:
    """ "Survivors say that 700 people were aboard": the match names who says it, and they are not the counted."""
    clause, forms = scope.clauses.at(match.i), scope.clauses.forms
    verb = next((k for k in clause.verbs if forms[k] is not Form.AUXILIARY), -1)
    if not match.j <= verb < scope.phrase.start or not view.is_(verb, "opinion", "reporting_verb"):
        return False
    return not any(view.is_punctuation(k) or forms[k] in (Form.REDUCED, Form.GERUND) for k in range(match.i, verb))


def _is_help(trigger: Trigger) -> bool:
    return trigger.category == "in_need"


def _is_owner(view: View, quantity: Quantity) -> bool:
    """ "The crops of 900 farmers were washed away": what is told befell a thing of theirs."""
    k = before_hedges(view, quantity.i) - 1
    thing = view.lower(k) == "of" and k >= 1 and view.word(k - 1)[0].isalpha()
    noun = view.noun(k - 1)
    people = noun is not None and noun.unit in ("person", "household")
    return thing and view.lower(k - 1).endswith("s") and not people and not view.is_(k - 1, "head_of", "any_total")


def _is_helper(view: View, quantity: Quantity) -> bool:
    """Whether it counts those who help: "300 responders"."""
    if quantity.noun is None:
        return False
    head = quantity.noun.j - 1
    return view.is_(head, "helper") or (view.lower(head) == "workers" and view.is_(head - 1, "helping"))


def _does_place(view: View, match: Match) -> bool:
    """Whether a country, city or the like does it: "Germany received 890,000 people", and no clinic."""
    k = match.i - 1
    while k > 0 and (adverbial(view, k) or view.is_(k, "auxiliary", "have")):
        k -= 1
    return view.is_(k, "receiver") or any(p.i <= k < p.j and p.sort != "demonym" for p in view.places)


def _goes_on(view: View, scope: Scope, match: Match, trigger: Trigger) -> bool:
    """ "sent 300 men home", "flew 300 of them out of the country": what the verb takes with it stands after the figure."""
    stop = scope.phrase.stop
    if match.j > scope.phrase.start or scope.near(match.i, match.j) > Near.CLAUSE:
        return False
    after = " ".join(view.lower(k) for k in range(stop, min(stop + _THEN, len(view))))
    starts = [after, after.removeprefix("of them ").removeprefix("of these ").removeprefix("of those ")]
    return any(f"{words} ".startswith(f"{then.lower()} ") for words in starts for then in trigger.then)


def _modifies(view: View, scope: Scope, match: Match) -> bool:
    """Whether the words only describe another noun: "casualty figures", "the immigration minister", "a displacement crisis"."""
    k = match.j
    if view.is_(k - 1, "preposition", "particle"):
        return False  # "in need of food", "a lifeline to thousands"
    if k >= len(view) or k in view.numerals or not view.word(k)[0].isalpha() or scope.clauses.forms[k] is not Form.NONE:
        return False
    if view.lower(k).endswith("ing") and k + 1 in view.numerals:
        return False  # "migration adding 47,000 people"
    if any(m.j - m.i > 1 for m in view.at(k, "words")) or view.lower(k) == "'s":
        return False  # "the death toll due to floods"
    return not view.is_(k, *STOP, "verb", "modifier_adverb") and view.word(match.j - 1)[0].isalpha()


def _is_source(view: View, match: Match) -> bool:
    """ "according to the World Bank": who says it is not what it is about."""
    near = (m for k in range(max(0, match.i - 4), match.i) for m in view.at(k, "words"))
    return any(view.rules.packs.words[m.rule].class_ == "attributing" for m in near)


def _is_own_money(view: View, quantity: Quantity) -> bool:
    """Whether it is the money that somebody has or loses, whatever else the sentence is about: a budget, debt, damage."""
    noun = quantity.noun
    money = quantity.kind is Kind.MONEY or (noun is not None and noun.unit == "money")
    return money and noun is not None and view.is_(noun.j - 1, "own_money")


def _is_purpose(view: View, quantity: Quantity, match: Match) -> bool:
    """Whether the match stands in the purpose of the money: "a budget for this operation", "devoted to the poorest"."""
    edge = max(quantity.noun.j if quantity.noun else 0, quantity.j if match.i > quantity.i else 0)
    of = quantity.noun is not None and match.i == quantity.noun.j + 1 and view.lower(match.i - 1) == "of"
    return of or (any(view.is_(k, "purpose") for k in range(edge, match.i)) and match.i - edge <= _FOR_WHAT)


def speaks(view: View, scope: Scope) -> bool:
    """Whether those who are counted say or think something: what follows is not what befell them."""
    verb = governing_verb(scope)
    if verb is None or verb < scope.phrase.stop or not view.is_(verb, "opinion"):
        return False
    if view.is_(verb + 1, "nominal_participle"):
        return False  # "15 people reported missing"
    forms = scope.clauses.forms
    auxiliary = next((k for k in range(verb - 1, scope.phrase.stop - 1, -1) if forms[k] is Form.AUXILIARY), verb - 1)
    told = any(forms[k] is Form.NONE and not adverbial(view, k) for k in range(auxiliary + 1, verb))
    return forms[verb] is not Form.PASSIVE and not (
        told and forms[auxiliary] is Form.AUXILIARY
    )  # "are in need, it said"


def _goes_before(quantity: Quantity, scope: Scope, match: Match) -> bool:
    return match.j <= scope.phrase.start or (quantity.kind is not Kind.COUNT and quantity.noun is None)


def _names_people(view: View, match: Match) -> bool:
    """Whether the match says who some people are ("refugees") and not what befell them."""
    noun = view.noun(match.j - 1)
    state = view.is_(match.j - 1, "nominal_participle")  # "left 300 homeless"
    return noun is not None and noun.unit in ("person", "household") and not state


def _predicated(view: View, i: int) -> bool:
    """Whether the noun at token i is said of somebody: "are refugees", "registered as asylum seekers"."""
    k = i - 1
    while (
        k > 0
        and not view.is_(k, "be", "verb", "preposition")
        and i - k < 4
        and view.word(k)[0].isalpha()
        and view.lower(k) != "as"
    ):
        k -= 1
    return view.is_(k, "be") or view.lower(k) in ("as", "become", "became", "who")


def _is_open(view: View, quantity: Quantity) -> bool:
    """Whether the figure's noun leaves open who is counted: none, or "people", "families", "children"."""
    if quantity.noun is None:
        return True
    return view.is_(quantity.noun.j - 1, "any_people")
