#!/usr/bin/env python3
"""What figx costs before it reads a word, beside Python and spaCy alone, in one interleaved run.

    python benchmarks/startup.py             every command five times
    python benchmarks/startup.py --times 20

Times are the CPU seconds of whole processes, user and system, the median of the runs, after one that writes Python's bytecode.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]
SPEECH = str(CHECKOUT / "samples" / "council-2024.txt")
PYTHON = [sys.executable, "-c", "pass"]
SPACY = [sys.executable, "-c", "import spacy; spacy.blank('en')"]
FIGX = [str(Path(sys.executable).with_name("figx"))]


def commands(folder: Path) -> dict[str, tuple[list[str], list[str]]]:
    """Each command with what it is compared with."""
    figures = str(folder / "figures.json")
    subprocess.run([*FIGX, "extract", SPEECH, "-q", "-o", figures], check=True)
    return {
        "figx --version": ([*FIGX, "--version"], PYTHON),
        "figx --help": ([*FIGX, "--help"], SPACY),
        "figx extract SPEECH": ([*FIGX, "extract", SPEECH, "-q"], SPACY),
        "figx diff OLD.json NEW.json": ([*FIGX, "diff", figures, figures, "-q"], SPACY),
    }


def cpu_seconds(command: list[str]) -> float:
    """The CPU time of one run."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=5, help="runs of each command")
    times = parser.parse_args().times
    found: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        measured = commands(Path(folder))
        for number in range(times + 1):
            for name, (command, other) in measured.items():
                seconds, beside = cpu_seconds(command), cpu_seconds(other)
                if number:  # the first run writes the bytecode
                    found.setdefault(name, []).append(seconds)
                    found.setdefault(f"beside {name}", []).append(beside)
    print(f"{'command':<28} {'seconds':>8} {'beside':>8} {'ratio':>7}")
    for name in measured:
        own, alone = statistics.median(found[name]), statistics.median(found[f"beside {name}"])
        print(f"{name:<28} {own:>8.3f} {alone:>8.3f} {own / max(alone, 0.001):>7.2f}")


if __name__ == "__main__":
    main()
