from __future__ import annotations

from pathlib import Path

import pycountry
import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from figx.errors import PackError
from figx.places import COLUMNS, Place, PlaceForm, Sort, is_code, load_places, named_forms, surface_forms

TABLE = Path(__file__).parents[1] / "patterns" / "places.tsv"
PLACES = load_places(TABLE)
COUNTRIES = {place.iso3: place for place in PLACES if place.iso3}
FORMS = surface_forms(PLACES)


def lookup(text: str) -> tuple[str, ...]:
    """What a text of one form means, as a matcher that knows nothing of the table would ask."""
    found = {form.iso3 for form in FORMS.values() if form.form.casefold() == text.casefold() and form.matches(text)}
    assert len(found) < 2, f"{text!r} has two readings: {found}"
    return found.pop() if found else ()


def names(place: Place) -> set[str]:
    return {place.name, *place.aliases}


# The facts, against pycountry and babel


def test_every_code_of_iso_3166_1_and_kosovo() -> None:
    assert set(COUNTRIES) == {country.alpha_3 for country in pycountry.countries} | {"XKX"}


def test_m49_is_the_numeric_code() -> None:
    expected = {country.alpha_3: country.numeric for country in pycountry.countries} | {"XKX": ""}
    assert {iso3: place.m49 for iso3, place in COUNTRIES.items()} == expected


def test_names_of_iso_3166_are_known() -> None:
    for country in pycountry.countries:
        for key in ("name", "official_name", "common_name"):
            name = getattr(country, key, None)
            if name is not None:
                assert name.replace("’", "'").removeprefix("the ") in names(COUNTRIES[country.alpha_3])


def test_english_names_of_babel_are_known() -> None:
    territories = Locale("en").territories
    alpha_2 = {country.alpha_3: country.alpha_2 for country in pycountry.countries} | {"XKX": "XK"}
    english = {iso3: territories[alpha_2[iso3]].replace("’", "'") for iso3 in COUNTRIES}
    assert {iso3: name for iso3, name in english.items() if name not in names(COUNTRIES[iso3])} == {}


def test_rows_are_sorted_with_those_of_no_country_last() -> None:
    codes = [place.iso3 or "~" for place in PLACES]
    assert codes == sorted(codes)


def test_every_sovereign_state_has_a_demonym_and_an_adjective() -> None:
    # Dependencies without a people's name in English, and Antarctica.
    without = {"ATA", "ATF", "BES", "BLM", "BVT", "GGY", "HMD", "IOT", "JEY", "MAF", "MNP", "SGS", "SJM", "SPM", "SXM"}
    without |= {"UMI", "VAT"}
    assert {i for i, p in COUNTRIES.items() if not p.demonyms} <= without
    assert {i for i, p in COUNTRIES.items() if not p.adjectives} <= without


# The words


def test_a_word_of_two_rows_is_marked_in_both() -> None:
    for form in FORMS.values():
        if len(form.iso3) > 1:
            straight = form.form.replace("’", "'")
            assert form.ambiguous
            assert all(straight in COUNTRIES[iso3].ambiguous for iso3 in form.iso3), form


def test_no_two_forms_differ_in_case_only() -> None:
    folded = [form.casefold() for form in FORMS]
    assert sorted(word for word in set(folded) if folded.count(word) > 1) == []


def test_no_form_begins_with_the() -> None:
    assert [form for form in FORMS if form.casefold().startswith("the ")] == []


def test_diacritics_may_be_left_out() -> None:
    for iso3, plain in {
        "TUR": "Turkiye", "CIV": "Cote d'Ivoire", "REU": "Reunion", "CUW": "Curacao", "ALA": "Aland Islands",
        "STP": "Sao Tome and Principe", "BLM": "Saint Barthelemy",
    }.items():  # fmt: skip
        assert FORMS[plain].iso3 == (iso3,)


@pytest.mark.parametrize(
    ("text", "iso3", "sort"),
    [
        ("Afghanistan", "AFG", Sort.NAME),
        ("Afghans", "AFG", Sort.DEMONYM),
        ("AFGHANISTAN", "AFG", Sort.NAME),
        ("Bangladeshi", "BGD", Sort.DEMONYM),
        ("Cox's Bazar", "BGD", Sort.CITY),
        ("Cox’s Bazar", "BGD", Sort.CITY),
        ("Bosnia", "BIH", Sort.ALIAS),
        ("Bosnia and Herzegovina", "BIH", Sort.NAME),
        ("Burkinabè", "BFA", Sort.DEMONYM),
        ("Burma", "MMR", Sort.ALIAS),
        ("Burmese", "MMR", Sort.DEMONYM),
        ("Cabo Verdeans", "CPV", Sort.DEMONYM),
        ("Chinese", "CHN", Sort.DEMONYM),
        ("Côte d’Ivoire", "CIV", Sort.NAME),
        ("Ivory Coast", "CIV", Sort.ALIAS),
        ("Ivorians", "CIV", Sort.DEMONYM),
        ("Czech Republic", "CZE", Sort.ALIAS),
        ("Danish", "DNK", Sort.ADJECTIVE),
        ("DRC", "COD", Sort.ALIAS),
        ("DR Congo", "COD", Sort.ALIAS),
        ("DR CONGO", "COD", Sort.ALIAS),
        ("Democratic Republic of the Congo", "COD", Sort.NAME),
        ("Republic of the Congo", "COG", Sort.NAME),
        ("Dutch", "NLD", Sort.ADJECTIVE),
        ("Equatorial Guinea", "GNQ", Sort.NAME),
        ("Filipinas", "PHL", Sort.DEMONYM),
        ("Philippine", "PHL", Sort.ADJECTIVE),
        ("Gaza", "PSE", Sort.ALIAS),
        ("Gaza Strip", "PSE", Sort.ALIAS),
        ("West Bank", "PSE", Sort.ALIAS),
        ("Great Britain", "GBR", Sort.ALIAS),
        ("British", "GBR", Sort.ADJECTIVE),
        ("U.K.", "GBR", Sort.ALIAS),
        ("Guinea-Bissau", "GNB", Sort.NAME),
        ("Kosovo", "XKX", Sort.NAME),
        ("Kyiv", "UKR", Sort.CITY),
        ("Nigeriens", "NER", Sort.DEMONYM),
        ("Nigerians", "NGA", Sort.DEMONYM),
        ("North Macedonia", "MKD", Sort.NAME),
        ("Papua New Guinea", "PNG", Sort.NAME),
        ("Republic of Korea", "KOR", Sort.ALIAS),
        ("Democratic People's Republic of Korea", "PRK", Sort.ALIAS),
        ("Russian Federation", "RUS", Sort.ALIAS),
        ("South Sudanese", "SSD", Sort.DEMONYM),
        ("Darfur", "SDN", Sort.CITY),
        ("Swaziland", "SWZ", Sort.ALIAS),
        ("Swiss", "CHE", Sort.DEMONYM),
        ("Syrian Arab Republic", "SYR", Sort.ALIAS),
        ("Turkey", "TUR", Sort.ALIAS),
        ("Türkiye", "TUR", Sort.NAME),
        ("Turks", "TUR", Sort.DEMONYM),
        ("UAE", "ARE", Sort.ALIAS),
        ("US", "USA", Sort.ALIAS),
        ("U.S.", "USA", Sort.ALIAS),
        ("United States", "USA", Sort.NAME),
        ("United States of America", "USA", Sort.ALIAS),
        ("Americans", "USA", Sort.DEMONYM),
        ("Viet Nam", "VNM", Sort.ALIAS),
        ("Zaire", "COD", Sort.ALIAS),
        ("East Timor", "TLS", Sort.ALIAS),
        ("Former Yugoslav Republic of Macedonia", "MKD", Sort.ALIAS),
        ("Iraqi Kurdistan", "IRQ", Sort.ALIAS),
        ("Palestinian Territory", "PSE", Sort.ALIAS),
        ("Palestinian Authority", "PSE", Sort.ALIAS),
        ("Dem. Rep. of the Congo", "COD", Sort.ALIAS),
        ("B-H", "BIH", Sort.ALIAS),
        ("American Indians", "USA", Sort.DEMONYM),
        ("Mexico City", "MEX", Sort.CITY),
        ("Panama City", "PAN", Sort.CITY),
        ("Venezuelans", "VEN", Sort.DEMONYM),
    ],
)
def test_what_a_word_means(text: str, iso3: str, sort: Sort) -> None:
    assert lookup(text) == (iso3,)
    form = next(form for form in FORMS.values() if form.form.casefold() == text.casefold())
    assert form.sort is sort
    assert not form.ambiguous


@pytest.mark.parametrize(
    ("text", "iso3"),
    [
        ("Congo", ("COD", "COG")),
        ("Congolese", ("COD", "COG")),
        ("Dominicans", ("DMA", "DOM")),
        ("Korea", ("KOR", "PRK")),
        ("Korean", ("KOR", "PRK")),
        ("Samoan", ("ASM", "WSM")),
        ("St. Martin", ("MAF", "SXM")),
        ("Virgin Islands", ("VGB", "VIR")),
        ("Chad", ("TCD",)),
        ("English", ("GBR",)),
        ("Georgia", ("GEO",)),
        ("Guinean", ("GIN",)),
        ("Jordan", ("JOR",)),
    ],
)
def test_ambiguous_words_are_marked(text: str, iso3: tuple[str, ...]) -> None:
    assert FORMS[text].iso3 == iso3
    assert FORMS[text].ambiguous


@pytest.mark.parametrize(
    ("text", "rivals"),
    [
        ("Georgia", ("USA",)),
        ("Guinean", ("GNB", "GNQ")),
        ("Turkmens", ("IRQ", "SYR")),
        ("Reunion", ("*",)),
        ("oPt", ("*",)),
        ("Jordan", ()),
        ("France", ()),
    ],
)
def test_what_else_a_word_may_mean(text: str, rivals: tuple[str, ...]) -> None:
    assert FORMS[text].rivals == rivals


NO_COUNTRY = [
    "us",
    "Us",
    "uk",
    "drc",
    "Dr Congo",
    "turkey",
    "chad",
    "polish",
    "china",
    "Rohingya",
    "Kurds",
    "Arab",
    "Sahel",
]


@pytest.mark.parametrize("text", NO_COUNTRY)
def test_words_that_mean_no_country(text: str) -> None:
    assert lookup(text) == ()


@pytest.mark.parametrize(
    "text", ["Latin America", "South American", "Indian Ocean", "Gulf of Mexico", "Lake Chad", "Netherlands Antilles"]
)
def test_words_that_cover_a_country(text: str) -> None:
    assert FORMS[text].iso3 == ()
    assert not FORMS[text].ambiguous


def test_covering_words_hold_a_shorter_form() -> None:
    """Otherwise they have no business in the table."""

    def covers(phrase: str) -> bool:
        words = phrase.replace("-", " ").split()
        spans = (" ".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, len(words) + 1))
        return any(FORMS[span].iso3 for span in spans if span in FORMS)

    assert [word for place in PLACES if not place.iso3 for word in place.aliases if not covers(word)] == []


def test_words_of_a_pack() -> None:
    forms = named_forms(["Nordmark", "N’Orvik", "NDR"], ["Nordmarkers"], "XNM")
    assert {word: (form.iso3, form.sort, form.case_sensitive) for word, form in forms.items()} == {
        "Nordmark": (("XNM",), Sort.ALIAS, False),
        "N'Orvik": (("XNM",), Sort.ALIAS, False),
        "NDR": (("XNM",), Sort.ALIAS, True),
        "Nordmarkers": (("XNM",), Sort.DEMONYM, False),
    }
    assert named_forms(["Bank of Peru"], [], "")["Bank of Peru"].iso3 == ()


@pytest.mark.parametrize(
    ("iso3", "known"), [("FRA", True), ("XKX", True), ("XYZ", True), ("FRX", False), ("XY", False), ("", False)]
)
def test_codes(iso3: str, known: bool) -> None:
    assert is_code(iso3) is known


@given(st.sampled_from(sorted(FORMS)))
def test_a_form_matches_as_written_and_in_capitals_and_never_small(word: str) -> None:
    form = FORMS[word]
    assert form.matches(word)
    assert form.matches(word.upper())
    assert form.matches(word.lower()) == (not form.iso3)  # "central america" is no country either
    assert not form.matches("")


# Tables that are wrong

HEAD = "\t".join(COLUMNS) + "\n"
GOOD = "FRA\t250\tFrance\t\tParis\tFrenchman;Frenchmen\tFrench\t\n"


def table(folder: Path, text: str) -> Path:
    path = folder / "places.tsv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_small_table(tmp_path: Path) -> None:
    places = load_places(table(tmp_path, "# two rows\n\n" + HEAD + GOOD + "-\t-\t(banks)\tBank of France\t\t\t\t\n"))
    assert places[0] == Place("FRA", "250", "France", (), ("Paris",), ("Frenchman", "Frenchmen"), ("French",))
    assert places[1].iso3 == places[1].m49 == ""
    forms = surface_forms(places)
    assert forms["Paris"] == PlaceForm("Paris", ("FRA",), Sort.CITY, case_sensitive=False, ambiguous=False)
    assert forms["Bank of France"].iso3 == ()
    assert "(banks)" not in forms


def test_rivals_of_a_word(tmp_path: Path) -> None:
    row = "GEO\t268\tGeorgia\t\tTbilisi\t\tGeorgian\tGeorgia=USA;Georgian=USA,RUS\n"
    [place] = load_places(table(tmp_path, HEAD + row))
    assert place.ambiguous == ("Georgia", "Georgian")
    assert place.rivals == (("Georgia", ("USA",)), ("Georgian", ("USA", "RUS")))
    assert surface_forms([place])["Georgian"].rivals == ("USA", "RUS")


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("", 1, "columns have to be"),
        ("# nothing\n", 2, "columns have to be"),
        ("iso3,m49\n", 1, "columns have to be"),
        (HEAD + "FRA\t250\tFrance\n", 2, "has 3 columns, not 8"),
        (HEAD + "# a comment\n" + GOOD.replace("FRA", "Fra"), 3, "iso3 is 'Fra'"),
        (HEAD + GOOD.replace("250", "25"), 2, "m49 is '25'"),
        (HEAD + GOOD.replace("France", ""), 2, "has no name"),
        (HEAD + GOOD.replace("Paris", "Paris;Paris"), 2, "cities holds 'Paris' twice"),
        (HEAD + GOOD.replace("Paris", "paris"), 2, "'paris' has to begin with a capital"),
        (HEAD + GOOD.replace("Paris", "Paris;"), 2, "'' has to begin with a capital"),
        (HEAD + GOOD.replace("Paris", " Paris"), 2, "without spaces around it"),
        (HEAD + GOOD.replace("French\t", "French\tGallic"), 2, "ambiguous holds 'Gallic'"),
        (HEAD + GOOD.replace("French\t", "French\tGallic=DEU"), 2, "ambiguous holds 'Gallic'"),
        (HEAD + GOOD + GOOD, 3, "FRA is in line 2 already"),
        (HEAD + GOOD + "MCO\t492\tMonaco\t\t\t\tFrench\tFrench\n", 3, "'French' is in line 2 too"),
    ],
)
def test_a_bad_table_says_where(tmp_path: Path, text: str, line: int, reason: str) -> None:
    path = table(tmp_path, text)
    with pytest.raises(PackError) as caught:
        load_places(path)
    assert caught.value.path == str(path)
    assert caught.value.table == f"line {line}"
    assert reason in caught.value.reason


def test_a_table_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="cannot be read"):
        load_places(tmp_path / "none.tsv")
    (tmp_path / "latin.tsv").write_bytes("Réunion".encode("latin-1"))
    with pytest.raises(PackError, match="cannot be read"):
        load_places(tmp_path / "latin.tsv")
