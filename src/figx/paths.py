"""Where the shipped patterns are: inside the installed package, or at the root of a checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from figx.errors import PackError


@cache
def patterns_dir() -> Path:
    """The folder of the shipped patterns. Raises `PackError` where the installation lacks it.

    An editable install does not get the files that the wheel includes, so the checkout's own folder comes second.
    """
    package = Path(__file__).parent
    for folder in (package / "patterns", package.parents[1] / "patterns"):
        if (folder / "en" / "numbers.toml").is_file():
            return folder
    raise PackError(package / "patterns", "", "the shipped patterns are missing; install figx again")


def languages() -> list[str]:
    """The languages that a shipped pack exists for, sorted."""
    return sorted(folder.name for folder in patterns_dir().iterdir() if (folder / "numbers.toml").is_file())
