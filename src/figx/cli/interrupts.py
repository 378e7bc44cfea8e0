"""Ctrl-C and the signals that end a program: it ends at once, in silence, and leaves no half file.

A handler that raises an exception raises it in the middle of whatever runs, an import or the making of a class, where it may
be caught, wrapped or lost. This one cleans up and ends the process.
"""

from __future__ import annotations

import os
import signal
import sys
from typing import NoReturn

_ENDING = ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT")  # the last two are not on every system


def end_at_once() -> None:
    """Takes over the signals that end a program, unless it was started to ignore them, as `nohup` does."""
    for name in _ENDING:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _end)


def _end(number: int, _frame: object) -> NoReturn:
    # Only where a file is being written is this module loaded, and has anything to remove.
    if whole := sys.modules.get("figx.writers.whole"):
        whole.remove_half_files()
    os._exit(128 + number)
