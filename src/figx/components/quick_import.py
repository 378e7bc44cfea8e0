"""spaCy imported without its command line, which takes a third of the time and is used by nobody here.

`spacy/__init__.py` imports `spacy.cli.info` for one function, and with it an HTTP client, a project manager and all commands.
For the versions of spaCy that this has been tried with a stand-in takes its place during the import, and is gone after it: a
later `import spacy.cli` gets the real one, and so does a call of `spacy.info()`. Any other version is imported as it is.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import re
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any

TRIED = ("3.8",)
_STAND_INS = ("spacy.cli", "spacy.cli.info")
_VERSION = re.compile(r"""^__version__ = ["'](\d+\.\d+)\.""", re.MULTILINE)


def import_spacy() -> None:
    """Imports spaCy; cheap where it is imported already."""
    if "spacy" in sys.modules:
        return
    with without_collection():
        if _version() in TRIED:
            _import_without_cli()
        else:
            importlib.import_module("spacy")


@contextlib.contextmanager
def without_collection() -> Iterator[None]:
    """Garbage collection waits: for work that makes many objects and no garbage."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _version() -> str:
    """The first two numbers of the installed version, "" where they cannot be told without importing it."""
    spec = find_spec("spacy")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        about = Path(folder, "about.py")
        if about.is_file() and (found := _VERSION.search(about.read_text(encoding="utf-8"))):
            return found[1]
    return ""


def _import_without_cli() -> None:
    package, module = (ModuleType(name) for name in _STAND_INS)
    package.__path__ = []
    vars(module)["info"] = _info
    sys.modules.update(zip(_STAND_INS, (package, module), strict=True))
    try:
        importlib.import_module("spacy")
    finally:
        for name in _STAND_INS:
            sys.modules.pop(name, None)


def _info(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401 (those of spacy.info)
    return importlib.import_module("spacy.cli.info").info(*arguments, **options)
