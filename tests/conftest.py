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
