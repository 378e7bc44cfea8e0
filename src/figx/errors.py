"""What can go wrong, in one tree.

FigxError
├── InputError            a text that cannot be read: carries `path` and `reason`
│   ├── NotFoundError         no such file or folder
│   ├── UnreadableError       permission, a device, an I/O fault
│   ├── EmptyInputError       nothing in the file, or no text files in the folder
│   ├── NotTextError          binary data, or an encoding that is not known
│   └── RecordError           a file of figures that figx did not write: carries `row`
├── WriteError            an output that cannot be written: carries `path` and `reason`
├── PackError             a fault in a pattern pack: carries `path`, `table` and `reason`
├── NumeralError          a string that is no number: carries `text`
├── UnitError             a unit that is not known: carries `unit`
├── HouseholdError        sizes of households that cannot be used: carries `path`, `line` and `reason`
├── DatesError            dates of documents that cannot be used: carries `path`, `line` and `reason`
├── KindError             a kind of figure that there is not: carries `kind` and `known`
├── SettingError          a day or a month that is none: carries `text`
└── LanguageError         a language without a pack: carries `lang` and `known`
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


class FigxError(Exception):
    """The base of every error that figx raises on purpose."""


class InputError(FigxError):
    """A text that cannot be read.

    `path` is the input as the user named it, `reason` says in one sentence what is wrong and what to do.
    """

    def __init__(self, path: str | Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = str(path)
        self.reason = reason


class NotFoundError(InputError):
    """No such file or folder."""


class UnreadableError(InputError):
    """A file that is there and cannot be opened."""


class EmptyInputError(InputError):
    """A file without a text, or a folder without text files."""


class NotTextError(InputError):
    """Binary data, or text in an encoding that is not known."""


class RecordError(InputError):
    """A file that should hold figures and does not; `row` is the record's number, or line, from 1; 0 for the whole file."""

    def __init__(self, path: str | Path, row: int, reason: str) -> None:
        super().__init__(path, f"row {row}: {reason}" if row else reason)
        self.row = row


class WriteError(FigxError):
    """An output that cannot be written: no such folder, no permission, a full disk.

    `path` is the output as the user named it, `reason` says what is wrong.
    """

    def __init__(self, path: str | Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = str(path)
        self.reason = reason


class PackError(FigxError):
    """A fault in a pattern pack.

    `path` is the file, `table` the table and its id or number ("cue en.qualifier.about"), `reason` what is wrong.
    """

    def __init__(self, path: str | Path, table: str, reason: str) -> None:
        super().__init__(f"{path}: {table}: {reason}" if table else f"{path}: {reason}")
        self.path = str(path)
        self.table = table
        self.reason = reason


class NumeralError(FigxError, ValueError):
    """A string that is no number. `text` is the string."""

    def __init__(self, text: str) -> None:
        super().__init__(f"not a number: {text!r}")
        self.text = text


class UnitError(FigxError, ValueError):
    """A unit that `patterns/units.txt` does not define. `unit` is its name."""

    def __init__(self, unit: str) -> None:
        super().__init__(f"not a known unit: {unit!r}")
        self.unit = unit


class SettingError(FigxError, ValueError):
    """A setting that cannot be read. `text` is what was given, `wanted` what it should be."""

    def __init__(self, text: str, wanted: str) -> None:
        super().__init__(f"{text!r} is not {wanted}")
        self.text = text
        self.wanted = wanted


class LanguageError(FigxError, ValueError):
    """A language without a pattern pack. `known` lists those that have one."""

    def __init__(self, lang: str, known: Iterable[str]) -> None:
        self.lang = lang
        self.known = tuple(sorted(known))
        super().__init__(f"no pattern pack for language {lang!r}; there are packs for: {', '.join(self.known)}")


class _TableError(FigxError, ValueError):
    """A table of the user's that cannot be used.

    `reason` says what is wrong, `path` and `line` where, "" and 0 where it is in no file.
    """

    def __init__(self, reason: str, path: str | Path = "", line: int = 0) -> None:
        place = f"{path}: line {line}: " if line else f"{path}: " if str(path) else ""
        super().__init__(f"{place}{reason}")
        self.reason = reason
        self.path = str(path)
        self.line = line


class HouseholdError(_TableError):
    """Sizes of households that cannot be used."""


class DatesError(_TableError):
    """Dates of documents that cannot be used."""


class KindError(FigxError, ValueError):
    """A kind of figure that there is not. `known` lists those that there are."""

    def __init__(self, kind: str, known: Iterable[str]) -> None:
        self.kind = kind
        self.known = tuple(known)
        super().__init__(f"no kind of figure is called {kind!r}; there are: {', '.join(self.known)}")
