"""From the quantities of a sentence to figures: offsets into the document, normalised values, claims."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from decimal import Decimal

from figx.claims import Claim, read_claims
from figx.currencies import CurrencyResolver
from figx.facts import Facts
from figx.figure import Figure, Kind, Role, Status
from figx.households import persons_in, size_for
from figx.lexicon import Lexicon
from figx.periods import Period, period_of
from figx.quantities import find_quantities
from figx.quantity import Quantity, Rejection
from figx.sentences import LINE_END
from figx.settings import Settings
from figx.speech import Speech
from figx.units import normalise
from figx.view import View

# Which words decided which field, by which rule: (field, words, rule id).
Decisions = tuple[tuple[str, str, str], ...]
_UNIT = {Kind.SHARE: "percent", Kind.MULTIPLE: "times"}


@dataclass(frozen=True, slots=True)
class SentenceFigures:
    """What one sentence holds: its figures and the numbers that are none (offsets into the document)."""

    figures: list[Figure]
    rejections: list[Rejection]
    decisions: list[Decisions]


def read_sentence(
    view: View, lexicon: Lexicon, *, start: int, line: int, doc: str, currencies: CurrencyResolver
) -> SentenceFigures:
    """The figures of one sentence that begins at character `start` and on line `line` of its document."""
    quantities, rejections = find_quantities(view, lexicon)
    figures, decisions = [], []
    for quantity in quantities:
        _resolve_money(quantity, currencies)
    for quantity, claim in zip(quantities, read_claims(view, quantities), strict=True):
        _add_speech(claim, view.facts.speech, start + quantity.start, start + quantity.end)
        _add_persons(claim, quantity, view.facts.settings)
        figures.append(_figure(view, quantity, claim, start=start, line=line, doc=doc))
        decisions.append(_decisions(quantity, claim))
    moved = [Rejection(r.start + start, r.end + start, r.reason, r.rule) for r in rejections]
    return SentenceFigures(figures, moved, decisions)


def _decisions(quantity: Quantity, claim: Claim) -> Decisions:
    words = {"noun": quantity.noun_text, **quantity.words, **claim.words}
    rules = {**quantity.rules, **claim.rules}
    return tuple((name, words.get(name, ""), rule) for name, rule in rules.items())


def _resolve_money(quantity: Quantity, currencies: CurrencyResolver) -> None:
    if quantity.kind is Kind.MONEY and quantity.codes:
        quantity.unit, flag = currencies.resolve(quantity.codes, quantity.unit)
        if flag:
            quantity.flags.append(flag)


def _add_speech(claim: Claim, speech: Speech, start: int, end: int) -> None:
    """Who speaks where the figure stands, and who is said to state it; offsets into the document."""
    if turn := speech.speakers.at(start):
        claim.speaker = claim.words["speaker"] = turn.label
        claim.rules["speaker"] = turn.rule
    if speech.attributions and (attribution := speech.attributions.of(start, end)):
        claim.attribution = attribution.name
        claim.words["attribution"], claim.rules["attribution"] = attribution.words, attribution.rule


def _add_persons(claim: Claim, quantity: Quantity, settings: Settings) -> None:
    """How many persons a count of households is, where the user says how many live in one."""
    if quantity.kind is not Kind.COUNT or quantity.unit != "household" or quantity.value is None:
        return
    size, country = size_for(claim.places, settings)
    if size is not None:
        claim.persons = _number(persons_in(quantity.value, size))
        claim.words["persons"] = f"{size} in a household{f' ({country})' if country else ''}"
        claim.rules["persons"] = "figx.household.size"
        claim.flags.append("persons_derived")


def _figure(view: View, quantity: Quantity, claim: Claim, *, start: int, line: int, doc: str) -> Figure:
    kind = quantity.kind or Kind.COUNT
    unit = _UNIT.get(kind, quantity.unit)
    text = view.text[quantity.start : quantity.end]
    period = _period(claim, view.facts)
    norm_value, norm_unit = _normalised(quantity, kind, unit)
    return Figure(
        doc=doc,
        id=_identity(view, quantity),
        text=text,
        value=_number(quantity.value),
        low=_number(quantity.low),
        high=_number(quantity.high),
        qualifier=quantity.qualifier,
        kind=kind,
        unit=unit,
        noun=quantity.noun_text,
        category=claim.category,
        status=claim.status,
        role=claim.role,
        trend=claim.trend,
        places=claim.places,
        time=claim.time,
        norm_value=norm_value,
        norm_unit=norm_unit,
        term=claim.term,
        flow=claim.flow,
        baseline=_number(quantity.baseline),
        persons=claim.persons,
        speaker=claim.speaker,
        attribution=claim.attribution,
        period_start=period.start.isoformat() if period.start else None,
        period_end=period.end.isoformat() if period.end else None,
        fiscal_year=period.fiscal_year,
        line=line + len(LINE_END.findall(view.text, 0, quantity.start)),
        start=start + quantity.start,
        end=start + quantity.end,
        sentence=_quoted(view, quantity),
        rule=tuple(dict.fromkeys([*quantity.rules.values(), *claim.rules.values()])),
        flags=tuple(dict.fromkeys([*quantity.flags, *claim.flags, *period.flags])),
    )


def _period(claim: Claim, facts: Facts) -> Period:
    """The days that the figure's time names, read against the facts of the document."""
    if claim.when.node is None:
        return Period()
    return period_of(
        claim.when.node,
        claim.when.relation,
        today=facts.date,
        fiscal_start=facts.fiscal_year_start,
        asked=facts.settings.fiscal_year_start is not None,
        past=claim.status in (Status.ACTUAL, Status.NEGATED),
    )


def _quoted(view: View, quantity: Quantity) -> str:
    """The sentence without what was passed over in it."""
    text, position = "", 0
    for start, end in view.context.gaps:
        if not quantity.start < end <= quantity.end:
            text = (text + view.text[position:start]).rstrip() + " "
            position = end + len(view.text[end:]) - len(view.text[end:].lstrip())
    return text + view.text[position:]


def _number(value: Decimal | None) -> Decimal | None:
    """Without an exponent or trailing noughts: 1200000, 1.5."""
    if value is None:
        return None
    value = value.normalize()
    return value.quantize(Decimal(1)) if value == value.to_integral_value() and value.adjusted() < 27 else value


def _normalised(quantity: Quantity, kind: Kind, unit: str) -> tuple[Decimal | None, str]:
    value = _number(quantity.value)
    if kind is not Kind.MEASURE:
        return value, unit
    if value is None:
        return None, normalise(Decimal(1), unit)[1]
    if quantity.role is Role.DELTA and unit in ("degC", "degF"):
        return value, unit
    return normalise(value, unit)


def _identity(view: View, quantity: Quantity) -> str:
    """The same for the same claim in the same sentence, wherever the sentence stands."""
    text = " ".join(view.text.split())
    order = view.text.count(view.text[quantity.start : quantity.end], 0, quantity.start)
    key = f"{text}\x00{view.text[quantity.start : quantity.end]}\x00{order}"
    return hashlib.blake2b(key.encode(errors="surrogatepass"), digest_size=6).hexdigest()
