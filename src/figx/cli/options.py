"""The options that commands share, and the values that options take."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from figx import documents

if TYPE_CHECKING:
    from figx.settings import Settings

Patterns = Annotated[
    list[Path] | None,
    typer.Option("--patterns", metavar="DIR", help="A folder of pattern packs to add or override. Repeatable."),
]
Lang = Annotated[str, typer.Option("--lang", metavar="CODE", help="Language of the texts.")]
Date = Annotated[
    str | None,
    typer.Option(
        "--date",
        metavar="YYYY-MM-DD",
        help="The day of the texts, for 'last year'. Default: what each says.",
        show_default=False,
    ),
]
FiscalYearStart = Annotated[
    str | None,
    typer.Option(
        "--fiscal-year-start",
        metavar="MONTH",
        help="Month that fiscal years begin in. Default: October in American texts, else January.",
        show_default=False,
    ),
]
HouseholdSize = Annotated[
    str | None,
    typer.Option(
        "--household-size",
        metavar="NUMBER",
        help="Persons in a household: fills the column persons.",
        show_default=False,
    ),
]
HouseholdSizes = Annotated[
    Path | None,
    typer.Option(
        "--household-sizes",
        metavar="FILE",
        help="The same by country: a CSV file with the columns iso3 and size; * is every other country.",
        show_default=False,
    ),
]
Output = Annotated[
    str | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help="Write to a file, in the format of its suffix.", show_default=False
    ),
]
Glob = Annotated[
    str | None,
    typer.Option("--glob", metavar="PATTERN", help="Which files of a folder to read, instead of *.txt and *.md."),
]
SIDE = 'A text, a folder of texts, or figures as JSON or CSV; "-" for standard input.'
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing on standard error but errors.")]


def listed(values: Sequence[str] | None) -> list[str]:
    """The items of a repeatable, comma-separated option, in order, each once.

    >>> listed(["count, money", "share", "money"])
    ['count', 'money', 'share']
    """
    items = (item.strip() for value in values or () for item in value.split(","))
    return list(dict.fromkeys(item for item in items if item))


def chosen(values: Sequence[str] | None, option: str, known: Iterable[str]) -> list[str]:
    """The items of `option`, all of them among `known`. Raises typer.BadParameter with the ones that are."""
    names = list(known)
    items = listed(values)
    for item in items:
        if item not in names:
            near = difflib.get_close_matches(item, names, 1)
            hint = f" Did you mean {near[0]}?" if near else ""
            raise typer.BadParameter(f"{item!r} is none of {', '.join(names)}.{hint}", param_hint=option)
    if values and not items:
        raise typer.BadParameter(f"nothing named; there are: {', '.join(names)}.", param_hint=option)
    return items


def category_names() -> list[str]:
    """The categories that figx knows without a pack."""
    from figx.taxonomy import load_taxonomy

    return list(load_taxonomy().categories)


def categories(values: Sequence[str] | None, option: str, lang: str, patterns: Sequence[Path]) -> list[str]:
    """The items of `option` as categories; packs are read only where a name is not one of figx's own."""
    known = category_names() if values else []
    if not set(known).issuperset(listed(values)):
        from figx.packs import load_packs

        known = list(load_packs(lang, patterns).taxonomy.categories)
    return chosen(values, option, known)


def country_codes(values: Sequence[str] | None, option: str) -> list[str]:
    """The items of `option` as ISO 3166 alpha-3 codes. Raises typer.BadParameter for what is none."""
    codes = [item.upper() for item in listed(values)]
    known = _iso3() if codes else []
    for code in codes:
        if code not in known:
            near = ", ".join(difflib.get_close_matches(code, known, 3, 0.5))
            hint = f"Did you mean {near}?" if near else "They look like SYR and UKR."
            raise typer.BadParameter(f"{code!r} is no ISO 3166 code of three letters. {hint}", param_hint=option)
    return codes


def _iso3() -> list[str]:
    from figx.paths import patterns_dir

    lines = (patterns_dir() / "places.tsv").read_text(encoding="utf-8").splitlines()
    codes = (line.split("\t", 1)[0] for line in lines if not line.startswith("#"))
    return [code for code in codes if len(code) == 3 and code.isupper()]


def number(text: str | None, option: str) -> Decimal | None:
    """A number as typed, with or without commas between thousands. Raises typer.BadParameter."""
    if text is None:
        return None
    try:
        value = Decimal(text.replace(",", ""))
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite():
        raise typer.BadParameter(f"{text!r} is no number, such as 1000 or 2.5.", param_hint=option)
    return value


def settings(household_size: str | None, household_sizes: Path | None, day: str | None, month: str | None) -> Settings:
    """The settings that the options give. Raises typer.BadParameter with what is wrong, in a file with the line."""
    from dataclasses import replace

    from figx.errors import HouseholdError, SettingError
    from figx.households import household_settings
    from figx.settings import day_from, month_from

    option = "--household-size"
    try:
        household_settings(household_size)
        option = "--household-sizes"
        chosen = household_settings(household_size, household_sizes)
        option = "--date"
        chosen = replace(chosen, date=day_from(day))
        option = "--fiscal-year-start"
        return replace(chosen, fiscal_year_start=month_from(month))
    except (HouseholdError, SettingError) as error:
        raise typer.BadParameter(str(error), param_hint=option) from error


def folders(paths: Sequence[Path] | None) -> list[Path]:
    """The folders given with --patterns. Raises typer.BadParameter for one that is not there."""
    for path in paths or ():
        if not path.is_dir():
            raise typer.BadParameter(f"no folder {str(path)!r}.", param_hint="--patterns")
    return list(paths or ())


def completes(known: Callable[[], Iterable[str]]) -> Callable[[str], list[str]]:
    """Shell completion for a comma-separated option: the last item is completed, the others stay."""

    def complete(incomplete: str) -> list[str]:
        before, comma, last = incomplete.rpartition(",")
        return [before + comma + name for name in known() if name.startswith(last)]

    return complete


def refuse_to_overwrite(output: str | None, paths: Sequence[str]) -> None:
    """Raises typer.BadParameter where the file to write is one of those to read."""
    if output is None or not Path(output).is_file():
        return
    for path in paths:
        if path != documents.STANDARD_INPUT and Path(path).is_file() and Path(path).samefile(output):
            raise typer.BadParameter(f"{output!r} is one of the files to read.", param_hint="--output")


Category = Annotated[
    list[str] | None,
    typer.Option(
        "--category",
        metavar="NAME,...",
        help="Only these categories: refugee, idp, funding ...",
        autocompletion=completes(category_names),
    ),
]
