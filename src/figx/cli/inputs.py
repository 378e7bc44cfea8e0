"""What `diff`, `series` and `check` read: texts, folders of texts, and files that `figx extract` wrote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from figx import documents, recorded
from figx.cli import console
from figx.errors import InputError
from figx.figure import Document, Figure
from figx.settings import Settings

if TYPE_CHECKING:
    from figx.pipeline import Extractor


@dataclass(slots=True, kw_only=True)
class Inputs:
    """Reads inputs one at a time; spaCy is imported at the first text and never for recorded figures.

    An input that fails is named on standard error and counted in `failed`; the others are read.
    """

    lang: str = "en"
    patterns: Sequence[Path] = ()
    settings: Settings = field(default_factory=Settings)
    glob: str | None = None
    quiet: bool = False
    failed: int = 0
    extractor: Extractor | None = None

    def figures(
        self, paths: Sequence[str], exclude: Sequence[str] = ()
    ) -> Iterator[tuple[str, list[Figure], str | None]]:
        """Of each input its name, its figures, and its text, None where only figures were recorded."""
        for path in documents.find_inputs(paths, glob=self.glob, exclude=exclude, on_error=self.fail):
            try:
                yield self._read(path)
            except InputError as error:
                self.fail(error)

    def fail(self, error: InputError) -> None:
        """Names an input that cannot be read, and what to do."""
        self.failed += 1
        console.error(error)

    def _read(self, path: str) -> tuple[str, list[Figure], str | None]:
        if path != documents.STANDARD_INPUT and recorded.is_recorded(path):
            return documents.printable(path), recorded.read_figures(path), None
        document = documents.read_document(path)
        how = recorded.recorded_format(document.text) if path == documents.STANDARD_INPUT else None
        if how is not None:
            return document.name, recorded.figures_from(document, how), None
        if document.encoding == "cp1252" and not self.quiet:
            console.warning(f"{document.name}: not UTF-8, read as Windows-1252")
        return document.name, self._extracted(document), document.text

    def day(self, text: str) -> date | None:
        """The day that a text gives itself."""
        return self._reader().day(text)

    def _extracted(self, document: Document) -> list[Figure]:
        return self._reader().extract(document.text, doc=document.name)

    def _reader(self) -> Extractor:
        if self.extractor is None:
            from figx.pipeline import Extractor

            self.extractor = Extractor(self.lang, self.patterns, self.settings)
        return self.extractor
