"""Figures and texts that hypothesis makes: few nouns, places and sentences, so that claims come near to each other."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st

from figx.figure import Figure, Flow, Kind, Qualifier, Role, Status, Trend

SENTENCES = (
    "Some # people fled.",
    "# refugees live in the camps of the north.",
    "In May, # refugees and # migrants crossed the river, and # drowned.",
    "We need # for shelter and # for food.",
    "# of # offices opened in Africa",
    "Around the world # are displaced.",
    "#",
    "The Red Crescent gave #; the Fund gave #.",
)
NOUNS = ("", "people", "refugees", "Syrian refugees", "migrants", "regional offices", "boats")
CATEGORIES = ("people", "refugee", "migrant", "displaced", "refugee_cap", "resettled", "funding", "other")
UNITS = {Kind.COUNT: ("person", "household", "office"), Kind.MONEY: ("USD", "EUR"), Kind.SHARE: ("percent",)}
KINDS = (Kind.COUNT, Kind.COUNT, Kind.COUNT, Kind.MONEY, Kind.SHARE, Kind.MULTIPLE, Kind.DURATION)
VALUES = tuple(map(Decimal, ("0", "1", "2.5", "30", "30.0", "1000", "125000", "32000000")))


@st.composite
def bounds(draw):
    """The value with its bounds and qualifier, as figx gives them."""
    qualifier = draw(st.sampled_from(Qualifier))
    value, more = draw(st.sampled_from(VALUES)), draw(st.sampled_from(VALUES))
    match qualifier:
        case Qualifier.MORE_THAN | Qualifier.AT_LEAST:
            return {"value": value, "low": value, "qualifier": qualifier}
        case Qualifier.LESS_THAN | Qualifier.AT_MOST | Qualifier.NEARLY:
            return {"value": value, "high": value, "qualifier": qualifier}
        case Qualifier.RANGE:
            return {"value": None, "low": min(value, more), "high": max(value, more), "qualifier": qualifier}
        case Qualifier.VAGUE:
            return {"value": None, "low": value, "qualifier": qualifier}
        case _:
            return {"value": value, "qualifier": qualifier}


@st.composite
def figures(draw, most: int = 10):
    """The figures of one document, in their order."""
    found: list[Figure] = []
    at = 0
    for _ in range(draw(st.integers(0, most))):
        sentence = draw(st.sampled_from(SENTENCES))
        quotes = [draw(st.sampled_from(("30", "1,000", "2.5 million"))) for _ in range(sentence.count("#"))]
        for quote in quotes:
            sentence = sentence.replace("#", quote, 1)
        for quote in quotes:
            found.append(draw(figure(quote, sentence, at)))
            at += 20
    return found


@st.composite
def figure(draw, text: str, sentence: str, start: int):
    kind = draw(st.sampled_from(KINDS))
    fields = draw(bounds())
    return Figure(
        **fields,
        doc="a.txt",
        text=text,
        kind=kind,
        unit=draw(st.sampled_from(UNITS.get(kind, ("",)))),
        noun=draw(st.sampled_from(NOUNS)),
        category=draw(st.sampled_from(CATEGORIES)),
        status=draw(st.sampled_from((Status.ACTUAL, Status.ACTUAL, Status.TARGET, Status.REQUIRED))),
        role=draw(st.sampled_from((Role.LEVEL, Role.LEVEL, Role.TO, Role.FROM, Role.DELTA))),
        trend=draw(st.sampled_from((None, Trend.UP, Trend.DOWN))),
        places=draw(st.sampled_from(((), (), ("SYR",), ("TUR",), ("SYR", "TUR")))),
        time=draw(st.sampled_from(("", "", "in 2021", "in 2022"))),
        term=draw(st.sampled_from(("", "", "refugees", "forcibly displaced"))),
        flow=draw(st.sampled_from(Flow)),
        start=start,
        end=start + len(text),
        line=start // 60 + 1,
        sentence=sentence,
    )


CLAUSES = (
    "{q}{n} refugees live in {p}",
    "{q}{n} people are displaced worldwide",
    "{q}{n} people are displaced in {p}",
    "{q}{n} migrants arrived by boat in {y}",
    "we need ${n} for shelter in {p}",
    "{n} per cent of them are children",
    "the ceiling is {n} refugee admissions",
    "we resettled {n} refugees in {y}",
    "the number rose from {n} to {m}",
    "{n} families returned to {p}",
)


@st.composite
def sentence(draw):
    clause = draw(st.sampled_from(CLAUSES)).format(
        q=draw(st.sampled_from(("", "at least ", "some ", "more than "))),
        n=draw(st.sampled_from(("12", "30", "1,000", "95 million", "2.4 million"))),
        m=draw(st.sampled_from(("40", "2,000", "110 million"))),
        p=draw(st.sampled_from(("Syria", "Kenya", "Chad"))),
        y=draw(st.sampled_from(("2021", "2022"))),
    )
    return f"{clause[0].upper()}{clause[1:]}."


texts = st.lists(sentence(), max_size=8).map(" ".join)
