"""A file that is written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from figx.errors import WriteError

_half_files: set[Path] = set()


def remove_half_files() -> None:
    """Removes what is written and not yet whole: for a program that is ended in the middle of it."""
    for path in _half_files:
        with contextlib.suppress(OSError):
            path.unlink()


@contextlib.contextmanager
def open_whole(path: str | Path) -> Iterator[TextIO]:
    """A UTF-8 stream whose text becomes the file `path` when the block ends well.

    Until then it goes to a hidden file in the same folder, which is removed on any error, Ctrl-C included; what stood
    at `path` before stays. The file's mode is what the umask says. A link is followed; a device or a named pipe is
    written to as it is. Raises WriteError where the file cannot be written.
    """
    target = Path(os.path.realpath(path))
    if target.is_dir():
        raise WriteError(path, "this is a folder")
    if target.exists() and not target.is_file():
        with _faults(path), target.open("w", encoding="utf-8", newline="") as stream:
            yield stream
        return
    temporary = target.with_name(f".figx-{secrets.token_hex(6)}.tmp")
    with _faults(path):
        _half_files.add(temporary)
        stream = temporary.open("x", encoding="utf-8", newline="")
        try:
            with stream:
                yield stream
            temporary.replace(target)
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise
        finally:
            _half_files.discard(temporary)


@contextlib.contextmanager
def _faults(path: str | Path) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise WriteError(path, "no such folder") from error
    except OSError as error:
        raise WriteError(path, error.strerror or str(error)) from error
