"""Reading: encodings, folders, and every input that cannot be read."""

from __future__ import annotations

import io
import os
import socket
import sys
import tempfile
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figx.documents import decode, find_inputs, read_document, read_documents
from figx.errors import EmptyInputError, InputError, NotFoundError, NotTextError, UnreadableError

TEXT = "Some 1,200 réfugiés – “displaced” – came.\r\nThen 40 more.\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8-sig"),
        (TEXT.encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("utf-32"), "utf-32"),
        (TEXT.encode("cp1252"), "cp1252"),
        (b"At least 12 people.", "utf-8"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_encodings(tmp_path: Path, data: bytes, encoding: str):
    path = tmp_path / "speech.txt"
    path.write_bytes(data)
    document = read_document(path)
    assert document.encoding == encoding
    assert document.text == (TEXT if not data.startswith(b"At") else "At least 12 people.")
    assert document.name == str(path)
    assert data.decode(document.encoding) == document.text


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r", "\n\r\n", "\f", "\u2028"])
def test_line_ends_are_not_touched(ends: str):
    text = f"One{ends}1.2{ends}million{ends}"
    assert decode(text.encode())[0] == text


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1).filter(str.strip))
def test_any_utf8_comes_back_as_it_was(text: str):
    data = text.encode()
    if not data.startswith((b"%PDF-", b"{\\rtf", b"GIF8", b"\xef\xbb\xbf", b"\xef\xbf")):
        assert decode(data) == (text, "utf-8")


@given(st.binary())
def test_any_bytes_give_a_text_or_a_plain_error(data: bytes):
    try:
        text, encoding = decode(data, "noise.txt")
    except InputError as error:
        assert error.reason
        assert str(error).startswith("noise.txt: ")
    else:
        assert data.decode(encoding) == text
        assert "\0" not in text
        assert text.strip()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "a PDF"),
        (b"PK\x03\x04\x14\0\x06\0word/document.xml", "a Word document"),
        (b"PK\x03\x04\x14\0\x06\0xl/workbook.xml", "an Excel workbook"),
        (b"PK\x03\x04\x14\0\x06\0data.bin", "a zip archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "an old Word"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "an image"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "an image"),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "an image"),
        (b"{\\rtf1\\ansi 1,200 people}", "an RTF document"),
        (b"\0\0\0\x18ftypmp42", "a video"),
        (b"12,000 people\0\0\0", "a binary file"),
        (b"\x01\x02\x03\x04\x05\x06 12 people", "a binary file"),
        ("Пришли 12 тысяч человек".encode("cp1251"), "neither UTF-8"),
        ("12,000 人が避難した".encode("shift-jis"), "neither UTF-8"),
        (b"12 \x81\x8d people", "neither UTF-8"),
        ("Deux réfugiés.\nTrois é".encode()[:-1], "damaged character in line 2"),
        (b"\xff\xfe1\x002", "damaged UTF-16"),
    ],
)
def test_what_is_no_text_says_what_it_is(data: bytes, said: str):
    with pytest.raises(NotTextError, match=said):
        decode(data, "x.txt")


def test_a_stray_control_character_is_no_binary_file():
    assert decode(b"12,000 peo\x02ple fled.\x0c40 stayed.\n")[1] == "utf-8"


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf \n", "\u00a0\n".encode()])
def test_empty(data: bytes):
    with pytest.raises(EmptyInputError):
        decode(data, "x.txt")


def _loop(folder: Path) -> Path:
    path = folder / "loop.txt"
    path.symlink_to(path)
    return path


def _socket(folder: Path) -> Path:
    path = Path(tempfile.mkdtemp(dir="/tmp"), "s.txt")  # a socket's path must be short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))
    return path


def _file_as_folder(folder: Path) -> Path:
    (folder / "a.txt").write_text("12 people")
    return folder / "a.txt" / "b.txt"


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (lambda folder: folder / "no.txt", NotFoundError),
        (_file_as_folder, NotFoundError),
        (_loop, UnreadableError),
        (lambda folder: folder / ("n" * 300 + ".txt"), UnreadableError),
        (lambda folder: Path("/dev/zero"), UnreadableError),
        (lambda folder: folder, UnreadableError),
        (_socket, UnreadableError),
    ],
    ids=["missing", "below a file", "link to itself", "name too long", "device", "folder", "socket"],
)
def test_what_cannot_be_read(tmp_path: Path, make, error: type[InputError]):
    path = make(tmp_path)
    with pytest.raises(error) as caught:
        read_document(path)
    assert caught.value.path == str(path)


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read everything")
def test_no_permission(tmp_path: Path):
    path = tmp_path / "secret.txt"
    path.write_text("12 people")
    path.chmod(0)
    with pytest.raises(UnreadableError, match="permission denied"):
        read_document(path)


def test_a_named_pipe_is_read_to_its_end(tmp_path: Path):
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_bytes, args=(b"12 people",))
    writer.start()
    assert read_document(path).text == "12 people"
    writer.join()


def test_standard_input(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"12 people\r\n")))
    document = read_document("-")
    assert (document.name, document.text) == ("<stdin>", "12 people\r\n")
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(UnreadableError, match="closed"):
        read_document("-")


def _tree(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"12 people in {name}")


def _found(folder: Path, **options) -> list[str]:
    return [Path(path).relative_to(folder).as_posix() for path in find_inputs([folder], **options)]


def test_a_folder_is_walked_in_order(tmp_path: Path):
    _tree(tmp_path, "b.txt", "a.md", "C.TXT", "note.html", ".hidden.txt", ".git/x.txt", "sub/z.txt", "sub/deep/y.Md")
    assert _found(tmp_path) == ["C.TXT", "a.md", "b.txt", "sub/z.txt", "sub/deep/y.Md"]


@pytest.mark.parametrize(
    ("glob", "names"),
    [("*.html", ["note.html", "sub/n.html"]), ("sub/*", ["sub/n.html", "sub/z.txt"]), ("a.*", ["a.md"])],
)
def test_glob_replaces_the_suffixes(tmp_path: Path, glob: str, names: list[str]):
    _tree(tmp_path, "a.md", "b.txt", "note.html", "sub/n.html", "sub/z.txt")
    assert _found(tmp_path, glob=glob) == names


def test_a_file_is_read_once(tmp_path: Path):
    _tree(tmp_path, "a.txt", "b.txt")
    (tmp_path / "c.txt").symlink_to("a.txt")
    (tmp_path / "round").symlink_to(tmp_path)
    paths = [tmp_path / "b.txt", tmp_path, str(tmp_path / "c.txt"), "-", "-"]
    assert [Path(path).name for path in find_inputs(paths)] == ["b.txt", "a.txt", "-"]


def test_a_file_named_outright_needs_no_suffix(tmp_path: Path):
    _tree(tmp_path, "speech", ".hidden")
    paths = [str(tmp_path / "speech"), str(tmp_path / ".hidden")]
    assert list(find_inputs(paths)) == paths


def test_excluded_files_are_passed_over_in_folders(tmp_path: Path):
    _tree(tmp_path, "a.txt", "out.txt")
    assert _found(tmp_path, exclude=[tmp_path / "sub" / ".." / "out.txt"]) == ["a.txt"]


@pytest.mark.parametrize("glob", [None, "*.html"])
def test_a_folder_without_texts_is_named(tmp_path: Path, glob: str | None):
    _tree(tmp_path, "picture.png")
    with pytest.raises(EmptyInputError) as caught:
        list(find_inputs([tmp_path], glob=glob))
    assert caught.value.path == str(tmp_path)
    assert (glob or ".txt or .md") in caught.value.reason


def test_faults_are_handed_on_and_the_others_read(tmp_path: Path):
    _tree(tmp_path, "a.txt", "sub/b.txt")
    (tmp_path / "broken.txt").symlink_to("nowhere")
    (tmp_path / "empty.txt").write_bytes(b"")
    os.mkfifo(tmp_path / "pipe.txt")
    faults: list[InputError] = []
    documents = list(read_documents([tmp_path, tmp_path / "no.txt"], on_error=faults.append))
    assert [Path(document.name).name for document in documents] == ["a.txt", "b.txt"]
    assert [(Path(fault.path).name, type(fault)) for fault in faults] == [
        ("broken.txt", NotFoundError),
        ("empty.txt", EmptyInputError),
        ("no.txt", NotFoundError),
    ]


def test_without_a_handler_the_fault_is_raised(tmp_path: Path):
    with pytest.raises(NotFoundError):
        list(read_documents([tmp_path / "no.txt"]))


def test_a_name_that_is_no_utf8_can_be_printed(tmp_path: Path):
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    try:
        Path(os.fsdecode(path)).write_text("12 people")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    document = next(read_documents([tmp_path]))
    assert document.name.endswith("caf\N{REPLACEMENT CHARACTER}.txt")
    document.name.encode()
