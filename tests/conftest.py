"""What several test files share: one extractor for the whole session, as building it is most of its cost."""

from __future__ import annotations

import pytest
from hypothesis import settings

from figx.pipeline import Extractor

# A loaded machine is slow, and that is no fault of the code; what must be fast is timed where it is claimed.
settings.register_profile("figx", deadline=None)
settings.load_profile("figx")


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return Extractor()


@pytest.fixture(scope="session")
def view_of_text(extractor):
    """Makes the view of a sentence, as the later stages see it."""
    from figx.masks import mask
    from figx.view import View, view_of

    def make(text: str) -> View:
        doc = extractor._places(extractor._vocabulary(extractor._tokenizer(text, None)))
        view = view_of(doc, extractor.rules)
        mask(view)
        return view

    return make
