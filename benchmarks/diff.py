#!/usr/bin/env python3
"""What `figx diff` costs beside reading its two files, and how it grows with them.

    python benchmarks/diff.py                    files of 10,000 figures
    python benchmarks/diff.py --figures 2500,5000,10000,20000

The files are made here: the figures of the samples told again of many places, in other numbers and another order. Each size is
measured in a process of its own, so that the memory is its own too; times are CPU time, the best of three.
"""

from __future__ import annotations

import argparse
import gc
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

CHECKOUT = Path(__file__).resolve().parents[1]
_SYLLABLES = ("ba", "do", "ka", "li", "ma", "no", "ra", "su", "te", "vi")
_COUNTRIES = (
    "AFG",
    "BGD",
    "COD",
    "COL",
    "ETH",
    "JOR",
    "KEN",
    "LBN",
    "MMR",
    "SDN",
    "SSD",
    "SYR",
    "UGA",
    "UKR",
    "VEN",
    "YEM",
)


def make(folder: Path, figures: int) -> tuple[Path, Path]:
    """Two files of so many figures each, made of the samples; the second has other numbers, another order and a tenth anew."""
    from figx.recorded import read_figures
    from figx.writers.json import write_records

    command = [
        sys.executable,
        "-m",
        "figx",
        "extract",
        str(CHECKOUT / "samples"),
        "-q",
        "-o",
        str(folder / "samples.json"),
    ]
    subprocess.run(command, check=True)
    base = [figure.as_dict() for figure in read_figures(folder / "samples.json")]
    chance = random.Random(figures)
    old: list[dict[str, Any]] = []
    while len(old) < figures:
        old += _copy(base, len(old), chance)
    old = old[:figures]
    new = [_renewed(record, chance) for record in old[figures // 10 :]]
    while len(new) < figures:
        new += _copy(base, figures + len(new), chance)
    new = new[:figures]
    chance.shuffle(new)
    paths = folder / "old.json", folder / "new.json"
    for path, records in zip(paths, (old, new), strict=True):
        with path.open("w", encoding="utf-8") as stream:
            write_records(records, stream)
    return paths


def _copy(base: list[dict[str, Any]], number: int, chance: random.Random) -> list[dict[str, Any]]:
    """The samples once more, about another place."""
    place = "".join(chance.choice(_SYLLABLES) for _ in range(4)).title()
    country = chance.choice(_COUNTRIES)
    return [
        {
            **record,
            "doc": f"report-{number}.txt",
            "places": [country] if record["places"] else [],
            "sentence": f"{record['sentence']} So it stands in {place}.",
        }
        for record in base
    ]


def _renewed(record: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    value = record["value"]
    return record if value is None or chance.random() < 0.3 else {**record, "value": value + chance.randint(1, 9)}


def measure(old: Path, new: Path) -> dict[str, float]:
    """Seconds of CPU to read both files and to compare what is in them, and the most memory used, in megabytes."""
    from figx.compare.diff import diff
    from figx.recorded import read_figures

    gc.disable()  # as the command does
    reading, (before, after) = _best(lambda: (read_figures(old), read_figures(new)))
    comparing, rows = _best(lambda: diff(before, after))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"figures": len(before), "rows": len(rows), "reading": reading, "comparing": comparing, "peak": peak}


def _best(work: Callable[[], Any]) -> tuple[float, Any]:
    best, result = float("inf"), None
    for _ in range(3):
        started = time.process_time()
        result = work()
        best = min(best, time.process_time() - started)
    return best, result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--figures", default="10000", help="sizes of the files, with commas")
    parser.add_argument("--measure", nargs=2, type=Path, metavar=("OLD", "NEW"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        print(json.dumps(measure(*options.measure)))
        return
    print(f"{'figures':>8} {'reading':>9} {'comparing':>10} {'both / reading':>15} {'peak memory':>12}")
    for figures in map(int, options.figures.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            files = make(Path(folder), figures)
            command = [sys.executable, __file__, "--measure", *map(str, files)]
            found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        ratio = (found["reading"] + found["comparing"]) / found["reading"]
        print(
            f"{figures:>8} {found['reading']:>8.2f}s {found['comparing']:>9.2f}s {ratio:>15.2f} {found['peak']:>9.0f} MB"
        )


if __name__ == "__main__":
    main()
