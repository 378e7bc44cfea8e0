"""The real command in a process of its own, on a pipe or on a terminal."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

FIGX = [sys.executable, "-m", "figx"]
ROOT = Path(__file__).resolve().parents[1]
PLAIN_ENVIRONMENT = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "NO_COLOR")}


@dataclass(frozen=True)
class Ran:
    status: int
    out: str
    err: str


def run(
    *args: str | Path, stdin: bytes = b"", environment: Mapping[str, str] | None = None, folder: Path | None = None
) -> Ran:
    """Runs figx with a pipe at each end."""
    done = subprocess.run(
        [*FIGX, *map(str, args)],
        input=stdin,
        capture_output=True,
        timeout=60,
        env={**PLAIN_ENVIRONMENT, **(environment or {})},
        cwd=folder,
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


def on_terminal(*args: str | Path, columns: int = 100, environment: Mapping[str, str] | None = None) -> str:
    """What figx shows on a terminal of that width."""
    main_end, terminal = pty.openpty()
    variables = {**PLAIN_ENVIRONMENT, "TERM": "xterm-256color", "COLUMNS": str(columns), **(environment or {})}
    command = [*FIGX, *map(str, args)]
    with subprocess.Popen(command, stdin=terminal, stdout=terminal, stderr=subprocess.PIPE, env=variables) as process:
        os.close(terminal)
        shown = b""
        while chunk := _read(main_end):
            shown += chunk
        process.communicate(timeout=60)
    os.close(main_end)
    assert process.returncode == 0
    return shown.decode().replace("\r\n", "\n")


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:  # Linux says so when the other end is closed
        return b""
