"""Standard output for data, standard error for everything that is said about it."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Iterator
from typing import TextIO

import typer

from figx.errors import WriteError

CLOSED_PIPE = 141  # 128 + SIGPIPE, what a shell reports of other tools


def error(message: object) -> None:
    """One line on standard error: something failed."""
    say(f"figx: error: {message}")


def warning(message: object) -> None:
    """One line on standard error: something was done that the user may want to know of."""
    say(f"figx: warning: {message}")


def say(line: str) -> None:
    """A line on standard error; control characters in it are replaced, and a closed standard error is no fault."""
    line = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in line)
    if sys.stderr is None:
        return
    with contextlib.suppress(OSError):
        print(line, file=sys.stderr, flush=True)  # noqa: T201


def output_line(line: str) -> None:
    """A line on standard output."""
    with output() as stream:
        stream.write(line + "\n")


@contextlib.contextmanager
def output(*, data: bool = False) -> Iterator[TextIO]:
    """Standard output, flushed at the end; `data` is always UTF-8 with plain line ends, whatever the machine's locale.

    A reader who closes the pipe ends the program in silence, with status 141. Raises WriteError for other faults.
    """
    stream = sys.stdout
    if stream is None:
        raise WriteError("<stdout>", "standard output is closed")
    if isinstance(stream, io.TextIOWrapper):
        if data:
            stream.reconfigure(encoding="utf-8", newline="\n")
        else:
            stream.reconfigure(errors="replace")
    try:
        yield stream
        stream.flush()
    except BrokenPipeError:
        _discard(stream)
        raise typer.Exit(CLOSED_PIPE) from None
    except OSError as fault:
        _discard(stream)
        raise WriteError("<stdout>", fault.strerror or str(fault)) from fault


def count(number: int, noun: str) -> str:
    """A number with its noun.

    >>> count(1, "figure"), count(0, "figure")
    ('1 figure', '0 figures')
    """
    return f"{number} {noun}{'' if number == 1 else 's'}"


def stdin_is_terminal() -> bool:
    """Whether a person would have to type the input."""
    return sys.stdin is not None and sys.stdin.isatty()


def stdout_is_terminal() -> bool:
    """Whether a person reads the output."""
    return sys.stdout is not None and sys.stdout.isatty()


def _discard(stream: TextIO) -> None:
    # What is left in the buffer would raise again when the interpreter closes the stream.
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
