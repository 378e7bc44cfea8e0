"""What several test files share: one extractor for the whole session, as building it is most of its cost."""

from __future__ import annotations

from pathlib import Path

import pytest

from figx.pipeline import Extractor


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return Extractor()


@pytest.fixture(scope="session")
def samples() -> list[Path]:
    folder = Path(__file__).resolve().parents[1] / "samples"
    return sorted(path for path in folder.iterdir() if path.suffix in {".txt", ".md"} and path.name != "README.md")
