"""Who is said to say what in one sentence: verbs of saying, "according to", citations, and how far each reaches."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

import figx
from figx.pipeline import Extractor
from figx.reports import Reports, governing

REPORTS = Reports(Extractor().rules)

# text: the attributions of its figures, in order
SAID = {
    # before and after
    "Oxfam said 300 boats sank, and the army lost 12 trucks.": ["Oxfam", "Oxfam"],
    "At least 300 islanders drowned, Ruritanian officials said.": ["Ruritanian officials"],
    "At least 300 islanders drowned, said Ada Tane, the mayor.": ["Ada Tane"],
    "Some 300 islanders, officials say, have left.": ["officials"],
    "In the delta, the ministry said, 300 islanders left.": ["ministry"],
    "300 islanders, the ministry said on Monday, 13 May 2019, had left.": ["ministry"],
    "12 islanders drowned, the agency said, and 300 fled.": ["agency", "agency"],
    "12 islanders drowned, the agency's head told the Island Post on Monday.": ["agency's head"],
    "The number was 300 islanders, said the agency, up from 200 islanders.": ["agency", "agency"],
    "The agency welcomed the truce, saying that 300 islanders could go home.": ["agency"],
    "12 islanders drowned, the agency said, adding that 300 had fled.": ["agency", "agency"],
    "12 islanders drowned, the agency said citing local police.": ["agency"],
    "The Island Post, citing officials, reported that 300 islanders had fled.": ["Island Post"],
    # what stands between a name and its verb
    "Ada Tane, the mayor of Port Lind, said 300 islanders fled.": ["Ada Tane"],
    "Ada Tane, mayor of the port, Ruritania, said 300 islanders fled.": ["Ada Tane"],
    "Ada Tane, 41, who runs the port, said 300 islanders fled.": ["Ada Tane"],
    "The Office for Island Affairs (OIA) has also said 300 islanders fled.": ["Office for Island Affairs"],
    "The mission [led by the Red Cross] reported 300 islanders.": ["mission"],
    "Met Office staff had said that 300 islanders fled.": ["Met Office staff"],
    "300 islanders fled, officials there said.": ["officials"],
    "The agency on Monday said 300 islanders fled.": ["agency"],
    "Oxfam [said](https://example.org/a) that 300 islanders fled.": ["Oxfam"],
    "Oxfam is reporting that 300 islanders fled.": ["Oxfam"],
    # names
    "UNHCR and the Red Cross said 300 islanders fled.": ["UNHCR and the Red Cross"],
    "The Ministry of Water, Energy and Boats said 300 islanders fled.": ["Ministry of Water, Energy and Boats"],
    "Save the Children says 300 pupils fled.": ["Save the Children"],
    "Officials in the capital said 300 islanders fled.": ["Officials in the capital"],
    "Residents of the village said soldiers burned 30 homes.": ["Residents of the village"],
    "The state-run Island Post reported 300 deaths.": ["state-run Island Post"],
    "Director of relief operations Ada Tane said 300 islanders fled.": ["Director of relief operations Ada Tane"],
    "Port chief Ada Tane said 300 islanders fled.": ["Port chief Ada Tane"],
    "300 islanders fled to Ruritania and UNHCR said 12 drowned.": ["", "UNHCR"],
    "The local flood control and drought prevention office said 300 islanders fled.": [
        "local flood control and drought prevention office"
    ],
    "The country's national TV station reported 300 deaths.": ["country's national TV station"],
    "Governor Ada Tane rushed to the port, confirming that 300 islanders had fled.": ["Governor Ada Tane"],
    "Ada Tane informed the council that 300 islanders had fled.": ["Ada Tane"],
    "One of the 12 ministers said 300 islanders fled.": ["", "ministers"],
    "Its authors reckon that 300 islanders fled.": ["Its authors"],
    # according to
    "According to Oxfam, 300 islanders fled.": ["Oxfam"],
    "Rainfall According to Oxfam, 300 islanders fled.": ["Oxfam"],  # a heading glued to it
    "Some 300 islanders, according to the Red Cross, need aid.": ["Red Cross"],
    "Some 300 islanders fled, according to police and the Red Cross.": ["police and the Red Cross"],
    "As reported by the Red Cross, 300 islanders fled.": ["Red Cross"],
    "300 cases were confirmed by the Health Ministry.": ["Health Ministry"],
    "Some 300 islanders fled, per the IOM.": ["IOM"],
    "Based on the latest OIA report, 300 islanders fled.": ["OIA"],
    # reports and figures
    "Figures from the Island Bank show that 40 per cent fled.": ["Island Bank"],
    "Data by OIA show that 40 per cent fled.": ["OIA"],
    "OIA figures show that 40 per cent fled.": ["OIA"],
    "A 2023 survey by Oxfam showed that 40 per cent fled.": ["Oxfam"],
    "A survey conducted last year by Oxfam found that 40 per cent fled.": ["Oxfam"],
    "The ministry's 2023 report says 300 islanders fled.": ["ministry"],
    "According to Ministry of Boats data, 300 islanders fled.": ["Ministry of Boats"],
    "According to a report published on Monday by the Island Council, 300 islanders fled.": ["Island Council"],
    "According to official figures, 300 islanders fled.": ["official figures"],
    "The World Island Report 2024 says 300 islanders fled.": ["World Island Report"],
    "The study says 300 islanders fled.": ["study"],
    "The number fell short of OIA estimates of 300 islanders, or 12 boats.": ["OIA", ""],
    "The government's figure of 12 islanders is wrong.": ["government"],
    "Police put the number of islanders at 300.": ["Police"],
    # citations
    "Some 300 islanders fled (OIA, 2023) and 12 drowned (IOM, May 2022).": ["OIA", "IOM"],
    "Some 300 islanders fled (WHO 2022).": ["WHO"],
    "Some 300 islanders fled (Source: OCHA).": ["OCHA"],
    # two sources
    "According to Oxfam, 300 islanders fled, while the government says 100 did.": ["Oxfam", "government"],
    "Oxfam said 12 islanders drowned, while 300 fled, according to police.": ["Oxfam", "police"],
    "While Oxfam says 300 islanders fled, the army counted 20 boats.": ["Oxfam", ""],
    "After officials said 12 islanders drowned, 300 fled.": ["officials", ""],
    "The government, which says 300 islanders fled, asked for 20 boats.": ["government", ""],
    "The fund announced $3 million, which is 2 per cent of its money.": ["fund", ""],
    "300 islanders left, officials said, as the president freed $3 million.": ["officials", ""],
    "Officials claim 300 islanders fled.": ["Officials"],
}

UNSAID = [
    "300 islanders fled.",
    "We said 300 islanders fled.",
    "I am told that 300 islanders fled.",
    "It is estimated that 300 islanders fled.",
    "300 islanders were reported missing.",
    "Nobody said 300 islanders fled.",
    "Some say 300 islanders fled.",
    "Did Oxfam say 300 islanders fled?",
    "The ministry did not say that 300 islanders fled.",
    "The ministry denied that 300 islanders fled.",
    "Officials refused to say how 300 islanders drowned.",
    "The ministry is said to own 300 boats.",
    "Typhoon Ada claimed 300 lives.",
    "The ministry added 300 beds.",
    "The firm grew, adding 300 jobs.",
    "They were proud, adding to their gift of $300 million.",
    "The latest figures show that 300 islanders fled.",
    "Conservative estimates put the number at 300 islanders.",
    "Early estimates of 300 islanders are wrong.",
    "The council was informed that 300 islanders fled.",
    "According to the treaty, 300 islanders may stay.",
    "According to Article 5, 300 islanders may stay.",
    "The camp has 300 beds, more than officials say it needs.",
    "The treaty (Geneva, 1951) protects 300 islanders.",
    "The storm (May 2023) killed 300 islanders.",
    "Resettled in Norway, Sweden and the United States were 300 islanders.",
    "The program gave 300 visas, putting Ruritania in the lead.",
    "Coral state news is that 300 islanders fled.",
    "The Coral state officials met 300 islanders.",
]


@pytest.mark.parametrize(("text", "names"), SAID.items(), ids=lambda value: value if isinstance(value, str) else "")
def test_attributions(text, names):
    assert [figure.attribution for figure in figx.extract(text)] == names


@pytest.mark.parametrize("text", UNSAID)
def test_nobody_is_said_to_say_it(text):
    assert {figure.attribution for figure in figx.extract(text)} == {""}


def test_figures_inside_a_report_are_not_its_own():
    text = "The minister told the 40 delegates that 12 boats sank."
    assert [figure.attribution for figure in figx.extract(text)] == ["", "minister"]


def test_a_report_tells_its_extent_and_rule():
    text = "Oxfam said that 300 islanders fled."
    [report] = REPORTS.read(text)
    assert (text[report.start : report.end], report.name, report.rule) == (
        "Oxfam said that",
        "Oxfam",
        "en.attribution.say",
    )
    assert (report.back, report.ahead) == (0, len(text))
    assert governing([report], 16, 19, text) is report
    assert governing([report], 0, 5, text) is None


def test_a_label_line_is_read_whole():
    assert REPORTS.line("Source: OCHA").name == "OCHA"
    assert REPORTS.line("Sources: the Island Bank.").name == "Island Bank"
    assert REPORTS.line("Source: 12 boats") is None
    assert REPORTS.line("The source: OCHA and others said so") is None


@given(st.text(alphabet='OA said,."“” (2023)UNHCRthe:that', max_size=150))
def test_reports_lie_inside_the_sentence(text):
    for report in REPORTS.read(text):
        assert 0 <= report.back <= report.start < report.end <= report.ahead <= len(text)
        assert bool(report.name) != bool(report.pronoun)
        assert all(word in text for word in report.name.split())


@pytest.mark.parametrize(
    "piece",
    [
        "A said ",
        "Oxfam, ",
        "according to ",
        "(A, ",
        "said, ",
        "A and ",
        "of the ",
        "the A, the B, ",
        "'s A",
        "1 of ",
        "A. ",
    ],
)
def test_time_is_in_proportion_to_the_length(piece):
    begun = time.process_time()
    REPORTS.read(piece * (1500 // len(piece)))  # no sentence is longer
    assert time.process_time() - begun < 1
