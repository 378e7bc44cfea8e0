"""From households to persons: how many live in one is given by the user, for a country or for all, and never guessed."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import cache
from pathlib import Path

from figx.errors import HouseholdError
from figx.paths import patterns_dir
from figx.settings import Settings

COLUMNS = ("iso3", "size")
ANY = "*"  # the country of a size that holds for all others

_LARGEST = 1000

Number = Decimal | int | float | str


def household_settings(size: Number | None = None, sizes: Mapping[str, Number] | str | Path | None = None) -> Settings:
    """The settings for `size` persons in a household, and for `sizes` by country: a mapping, or a CSV file of them.

    Countries are ISO 3166 alpha-3; "*" or "" stands for all others, unless `size` is given. Raises `HouseholdError`.

    >>> household_settings(5, {"AFG": "7.7"}).household_sizes
    (('AFG', Decimal('7.7')),)
    """
    if isinstance(sizes, str | Path):
        countries = read_sizes(Path(sizes))
    else:
        countries = {_country(code): _size(number) for code, number in (sizes or {}).items()}
    default = countries.pop(ANY, None)
    return Settings(
        household_size=default if size is None else _size(size), household_sizes=tuple(sorted(countries.items()))
    )


def size_for(places: tuple[str, ...], settings: Settings) -> tuple[Decimal | None, str]:
    """How many persons live in a household of a figure about `places`, and the country whose size it is ("" for all).

    A figure about several countries is about none of them alone.
    """
    if len(places) == 1:
        for country, size in settings.household_sizes:
            if country == places[0]:
                return size, country
    return settings.household_size, ""


def persons_in(households: Decimal, size: Decimal) -> Decimal:
    """The persons in so many households, rounded half up.

    >>> persons_in(Decimal(3), Decimal("5.5"))
    Decimal('17')
    """
    return (households * size).to_integral_value(rounding=ROUND_HALF_UP)


def read_sizes(path: Path) -> dict[str, Decimal]:
    """The sizes in a CSV file with the columns iso3 and size, by country. Raises `HouseholdError` with the line."""
    sizes: dict[str, Decimal] = {}
    lines: dict[str, int] = {}
    for number, (code, size) in _rows(path):
        try:
            country, value = _country(code), _size(size)
        except HouseholdError as error:
            raise HouseholdError(error.reason, path, number) from error
        if country in lines:
            raise HouseholdError(f"{code.strip() or ANY} is in line {lines[country]} already", path, number)
        sizes[country], lines[country] = value, number
    return sizes


def _rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The rows below the header, with their lines; blank ones are left out."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.reader(stream, strict=True)
            header = next(reader, [])
            if tuple(cell.strip().lower() for cell in header) != COLUMNS:
                raise HouseholdError(f"the header has to be {','.join(COLUMNS)}", path, 1)
            for row in reader:
                if len(row) != 2 and any(cell.strip() for cell in row):
                    raise HouseholdError(
                        f"a row has a country and a size, this one {len(row)} cells", path, reader.line_num
                    )
                if any(cell.strip() for cell in row):
                    yield reader.line_num, row
    except FileNotFoundError as error:
        raise HouseholdError("no such file", path) from error
    except OSError as error:
        raise HouseholdError(f"cannot be read: {error.strerror}", path) from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise HouseholdError("no CSV file in UTF-8", path) from error


def _country(code: str) -> str:
    country = code.strip().upper() or ANY
    if country != ANY and country not in _codes():
        raise HouseholdError(f"{code.strip()!r} is no ISO 3166 code of three letters, such as SYR")
    return country


@cache
def _codes() -> frozenset[str]:
    from figx.places import load_places

    return frozenset(place.iso3 for place in load_places(patterns_dir() / "places.tsv") if place.iso3)


def _size(number: Number) -> Decimal:
    try:
        size = Decimal(str(number).strip())
    except InvalidOperation as error:
        raise HouseholdError(f"{str(number).strip()!r} is no number, such as 5.1") from error
    if not size.is_finite() or not 0 < size <= _LARGEST:
        raise HouseholdError(f"a household has more than 0 persons and at most {_LARGEST}, not {str(number).strip()}")
    return size
