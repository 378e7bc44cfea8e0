"""Files, folders and standard input → Document.

A text is kept exactly as it was decoded: line ends are not touched, and only a byte order mark is no part of it.
`data.decode(document.encoding)` gives the same text again.
"""

from __future__ import annotations

import fnmatch
import os
import re
import stat
import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path, PurePath

from figx.errors import EmptyInputError, InputError, NotFoundError, NotTextError, UnreadableError
from figx.figure import Document

STANDARD_INPUT = "-"
STANDARD_INPUT_NAME = "<stdin>"
SUFFIXES = (".txt", ".md")

OnError = Callable[[InputError], None]

# The longer mark first: UTF-32's begins with UTF-16's.
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)

# First bytes, and what a person calls such a file. Sources: the formats' own specifications.
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Excel document"),
    (b"\x89PNG\r\n\x1a\n", "an image (PNG)"),
    (b"\xff\xd8\xff", "an image (JPEG)"),
    (b"GIF87a", "an image (GIF)"),
    (b"GIF89a", "an image (GIF)"),
    (b"II*\x00", "an image (TIFF)"),
    (b"MM\x00*", "an image (TIFF)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
)

# A zip's first member tells which program wrote it.
_ZIP_MEMBERS = (
    (b"word/", "a Word document"),
    (b"xl/", "an Excel workbook"),
    (b"ppt/", "a PowerPoint presentation"),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file"),
    (b"application/epub+zip", "an e-book (EPUB)"),
)

_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1f\x7f]")
_CONVERT = "convert it to plain text first"


def read_document(path: str | Path) -> Document:
    """Read one file, or standard input where `path` is "-".

    Raises NotFoundError, UnreadableError (permission, a device, a folder), NotTextError (binary, an unknown encoding)
    and EmptyInputError (nothing but white space). A named pipe is read to its end.
    """
    name = printable(path)
    data = _read_standard_input() if name == STANDARD_INPUT else _read_bytes(path, name)
    if name == STANDARD_INPUT:
        name = STANDARD_INPUT_NAME
    text, encoding = decode(data, name)
    return Document(name=name, text=text, encoding=encoding)


def read_documents(
    paths: Iterable[str | Path],
    *,
    glob: str | None = None,
    exclude: Collection[str | Path] = (),
    on_error: OnError | None = None,
) -> Iterator[Document]:
    """Read every text of `paths`, one at a time; see `find_inputs` for the arguments.

    An input that fails is handed to `on_error` and the others are read; without it, the error is raised.
    """
    for path in find_inputs(paths, glob=glob, exclude=exclude, on_error=on_error):
        try:
            document = read_document(path)
        except InputError as error:
            _report(error, on_error)
        else:
            yield document


def find_inputs(
    paths: Iterable[str | Path],
    *,
    glob: str | None = None,
    exclude: Collection[str | Path] = (),
    on_error: OnError | None = None,
) -> Iterator[str]:
    """The files that `paths` name, in their order; folders recursively and sorted.

    In a folder, `.txt` and `.md` files count (in any case), or those that `glob` matches: the file's name, or its path
    below the folder where the pattern holds a "/". Hidden files and folders are skipped, links to folders are not
    followed, and files of `exclude` are passed over. A file named outright is taken whatever its suffix. A file that is
    reached twice, by two names or through a link, is given once, by its first name, so that no figure is counted twice.
    """
    passed = {os.path.realpath(path) for path in exclude}
    seen: set[str] = set()
    for path in paths:
        is_folder = str(path) != STANDARD_INPUT and os.path.isdir(path)  # noqa: PTH112 (does not raise, unlike Path)
        files = _walk(Path(path), glob, on_error) if is_folder else iter([str(path)])
        for file in files:
            real = file if file == STANDARD_INPUT else _realpath(file)
            if real in seen or (is_folder and real in passed):
                continue
            seen.add(real)
            yield file


def decode(data: bytes, name: str = "") -> tuple[str, str]:
    """The text of `data` and the Python name of its encoding; `name` is for the errors.

    UTF-8, UTF-16 and UTF-32 with a byte order mark, UTF-8 without, UTF-16 without where its zero bytes show it, and
    otherwise Windows-1252 where that gives plausible text. Raises EmptyInputError and NotTextError.

    >>> decode("né à Ōsaka".encode())
    ('né à Ōsaka', 'utf-8')
    >>> decode(b"caf\\xe9 \\x96 5\\x80")
    ('café – 5€', 'cp1252')
    """
    if not data:
        raise EmptyInputError(name, "the file is empty" if name != STANDARD_INPUT_NAME else "nothing came in")
    kind = _looks_like(data)
    if kind:
        raise NotTextError(name, f"this is {kind}, not a text; {_CONVERT}")
    text, encoding = _decode(data, name)
    if "\0" in text or _too_many_controls(text):
        raise NotTextError(name, f"this is a binary file, not a text; {_CONVERT}")
    if not text.strip():
        raise EmptyInputError(name, "there is nothing but white space in it")
    return text, encoding


def printable(path: str | Path) -> str:
    """`path` as a string that any output can hold: bytes of a file name that are no UTF-8 become U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")


def _decode(data: bytes, name: str) -> tuple[str, str]:
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None) or _unmarked_utf16(data)
    if marked:
        try:
            return data.decode(marked), marked
        except UnicodeDecodeError as error:
            label = marked.removesuffix("-sig").upper()
            raise NotTextError(name, f"this is damaged {label} (at byte {error.start}); save it again") from None
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        fault = error
    if _mostly_utf8(data):
        line = data.count(b"\n", 0, fault.start) + 1
        raise NotTextError(name, f"this is UTF-8 with a damaged character in line {line}; mend it or save it again")
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        text = ""
    if not _plausible(text):
        raise NotTextError(name, "the encoding is neither UTF-8, UTF-16 nor Windows-1252; save it as UTF-8")
    return text, "cp1252"


def _unmarked_utf16(data: bytes) -> str | None:
    """Text in a Latin script has a zero in every other byte, and in those alone."""
    sample = data[:4096]
    half = len(sample) // 2
    if half < 2 or len(data) % 2:
        return None
    even, odd = sample[::2].count(0) / half, sample[1::2].count(0) / half
    if odd > 0.5 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.5 and odd < 0.05 else None


def _mostly_utf8(data: bytes) -> bool:
    """Whether more characters beyond ASCII are good UTF-8 than are not."""
    text = data.decode("utf-8", "surrogateescape")
    bad = sum("\udc80" <= char <= "\udcff" for char in text)
    good = sum(not char.isascii() for char in text) - bad
    return good > bad


def _plausible(text: str) -> bool:
    """Western text in Windows-1252 is mostly ASCII; other scripts read as it are mostly not."""
    beyond = sum(not char.isascii() for char in text)
    return bool(text) and beyond <= max(3, 0.3 * len(text)) and not _CONTROL.search(text)


def _too_many_controls(text: str) -> bool:
    """A stray control character comes from a PDF's text layer; many mean a binary file. Counted by characters."""
    return len(_CONTROL.findall(text)) > max(3, len(text) // 200)


def _looks_like(data: bytes) -> str | None:
    if data.startswith(b"PK\x03\x04"):
        head = data[:65536]
        return next((kind for mark, kind in _ZIP_MEMBERS if mark in head), "a zip archive")
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "an image (WebP)"
    if data[4:8] == b"ftyp" and data.startswith(b"\0\0\0"):
        return "a video or sound file"
    return next((kind for mark, kind in _MAGIC if data.startswith(mark)), None)


def _read_standard_input() -> bytes:
    if sys.stdin is None:
        raise UnreadableError(STANDARD_INPUT_NAME, "standard input is closed")
    try:
        return sys.stdin.buffer.read()
    except OSError as error:
        raise UnreadableError(STANDARD_INPUT_NAME, _because(error)) from error


def _read_bytes(path: str | Path, name: str) -> bytes:
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116 (a str keeps the name as it was given)
        if stat.S_ISCHR(mode) or stat.S_ISBLK(mode):
            raise UnreadableError(name, "this is a device, not a file")
        if stat.S_ISDIR(mode):
            raise UnreadableError(name, "this is a folder, not a file")
        return Path(path).read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NotFoundError(name, "no such file or folder") from error
    except (OSError, ValueError) as error:
        raise UnreadableError(name, _because(error)) from error


def _walk(folder: Path, glob: str | None, on_error: OnError | None) -> Iterator[str]:
    """The text files below `folder`; a folder below it that cannot be opened is an error, the rest is walked."""

    def refuse(error: OSError) -> None:
        _report(UnreadableError(printable(error.filename or folder), _because(error)), on_error)
        refused.append(error)

    refused: list[OSError] = []
    found = False
    for root, folders, files in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(root, name)
            if not name.startswith(".") and _wanted(path.relative_to(folder), glob) and _file_or_broken_link(path):
                found = True
                yield str(path)
    if not found and not refused:
        which = f"no file that matches {glob!r}" if glob else f"no {' or '.join(SUFFIXES)} file"
        _report(EmptyInputError(printable(folder), f"{which} in this folder or below it"), on_error)


def _wanted(path: PurePath, glob: str | None) -> bool:
    if glob is None:
        return path.suffix.lower() in SUFFIXES
    return fnmatch.fnmatchcase(path.as_posix() if "/" in glob else path.name, glob)


def _file_or_broken_link(path: Path) -> bool:
    # A broken link is given, so that reading it tells the user; a pipe or a socket among the texts is not.
    try:
        return path.is_file() or (path.is_symlink() and not path.exists())
    except OSError:
        return True


def _realpath(path: str) -> str:
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):
        return path


def _because(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror[0].lower() + error.strerror[1:]
    return str(error)


def _report(error: InputError, on_error: OnError | None) -> None:
    if on_error is None:
        raise error
    on_error(error)
