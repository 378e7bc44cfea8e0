#!/usr/bin/env python3
"""How often figx is right, against gold files that lie beside the checkout. Standard library only.

    python benchmarks/accuracy.py                 a table of every score, and what is recorded
    python benchmarks/accuracy.py --check         end with status 1 where a score is below benchmarks/accuracy.json
    python benchmarks/accuracy.py --update        write the scores that rose to benchmarks/accuracy.json
    python benchmarks/accuracy.py --only recognizers --misses    what is wrong there

The gold files and their scorers are found in ../shared, or in the folder named with --gold. benchmarks/README.md says
what each score means. All scores lie between 0 and 1 and are recorded rounded down to three decimals.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import math
import os
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from currency_names import Currencies

CHECKOUT = Path(__file__).resolve().parents[1]
RECORD = Path(__file__).with_name("accuracy.json")
FIGX = [sys.executable, "-m", "figx", "extract", "--format", "jsonl", "--quiet"]

Scores = dict[str, float]
Figure = Mapping[str, Any]


@dataclass(slots=True)
class Result:
    """The scores of one gold file, how many items it holds, and a line for each item that is wrong."""

    scores: Scores
    size: str
    misses: list[str] = field(default_factory=list)


# Running the scorers


def environment(**more: str) -> dict[str, str]:
    """The environment of a scorer: this checkout's figx comes before any that is installed."""
    return {**os.environ, "PYTHONPATH": str(CHECKOUT / "src"), "PYTHONIOENCODING": "utf-8", **more}


def run(arguments: Sequence[str | Path], stdin: str = "", **more: str) -> str:
    """What a scorer prints. Raises SystemExit with its last words where it fails."""
    command = list(map(str, arguments))
    done = subprocess.run(command, input=stdin, capture_output=True, encoding="utf-8", env=environment(**more))
    if done.returncode:
        sys.exit(f"accuracy.py: {Path(arguments[1]).name} failed:\n{done.stderr.strip()[-2000:]}")
    return done.stdout


def figure_scores(gold: Path, name: str) -> Result:
    """Precision, recall, F1 and the share of right fields, by the project's own scorer."""
    scorer, texts = gold / "tools/score.py", gold / f"gold/{name}.jsonl"
    printed = run([sys.executable, scorer, texts, "--cmd", shlex.join(FIGX), "--json"])
    result = json.loads(printed)
    counts = {"documents", "gold", "predicted", "matched"}
    size = f"{result['gold']} figures in {result['documents']} texts"
    return Result({key: value for key, value in result.items() if key not in counts}, size)


def figscore(gold: Path, name: str) -> dict[str, Any]:
    """What the scorer that is shared by all extractors says of figx on one gold file."""
    command = shlex.join([sys.executable, str(gold / "tools/figx_cmd.py")])
    printed = run(
        [sys.executable, gold / "tools/figscore.py", gold / f"gold/{name}.jsonl", "--cmd", command],
        FIGX=shlex.join([*FIGX, "--kinds", "all"]),
    )
    result: dict[str, Any] = json.loads(printed)
    return result


def seeds(gold: Path) -> Result:
    return figure_scores(gold, "seeds")


def dev(gold: Path) -> Result:
    return figure_scores(gold, "dev")


def newsquant(gold: Path) -> Result:
    result = figscore(gold, "newsquant")
    value = result["value"]
    scores = {"precision": value["P"] / 100, "recall": value["R"] / 100, "f1": value["F1"] / 100}
    scores |= {"f1_with_unit": result["value+unit"]["F1"] / 100, "f1_with_modifier": result["value+mod"]["F1"] / 100}
    return Result(scores, f"{value['gold']} numbers in {result['rows']} texts")


def idmc(gold: Path) -> Result:
    result = figscore(gold, "idmc")
    scores = {"target_recall": result["target_recall"] / 100, "target_kind": result["target_value+kind"] / 100}
    return Result(scores, f"{result['target_n']} figures")


def recognizers(gold: Path) -> Result:
    rows = read_lines(gold / "gold/recognizers.jsonl")
    numbers = [row for row in rows if row["source"].endswith("NumberModel")]
    money = [row for row in rows if row["source"].endswith("CurrencyModel")]
    words, wrong_words = number_words(numbers)
    meant, strict, wrong_money = currency_rows(money, gold)
    size = f"{len(list(word_surfaces(numbers)))} numbers, {len(money)} texts with money"
    scores = {"number_words": words, "currency_rows": meant, "currency_rows_strict": strict}
    return Result(scores, size, [*wrong_words, *wrong_money])


BENCHMARKS: dict[str, Callable[[Path], Result]] = {
    "seeds": seeds,
    "dev": dev,
    "recognizers": recognizers,
    "newsquant": newsquant,
    "idmc": idmc,
}


def read_lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


# Numbers in words


def word_surfaces(rows: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, float]]:
    """The gold numbers that are written in letters alone, with their values."""
    for row in rows:
        for figure in row["figures"]:
            surface = figure["surface"]
            if any(map(str.isalpha, surface)) and not any(map(str.isdigit, surface)):
                yield surface, figure["value"]


def number_words(rows: Iterable[Mapping[str, Any]]) -> tuple[float, list[str]]:
    """The share of the numbers in words that `figx.numerals.parse` reads to their value, within 0.001 %."""
    if (source := str(CHECKOUT / "src")) not in sys.path:
        sys.path.insert(0, source)
    from figx.errors import NumeralError
    from figx.numerals import parse

    total, misses = 0, []
    for surface, value in word_surfaces(rows):
        total += 1
        try:
            got = float(parse(surface))
        except NumeralError:
            got = math.nan
        if not math.isclose(got, value, rel_tol=1e-5, abs_tol=1e-15):
            misses.append(f"{surface!r}: {value:g}, read as {got:g}")
    return share(total - len(misses), total), misses


# Sums of money


def currency_rows(rows: Sequence[dict[str, Any]], gold: Path) -> tuple[float, float, list[str]]:
    """The share of texts in which every sum is found with its currency: by meaning, and by the spelling of its name."""
    spec = importlib.util.spec_from_file_location("figscore", gold / "tools/figscore.py")
    assert spec is not None and spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    texts = "".join(json.dumps({"id": row["id"], "text": row["text"]}) + "\n" for row in rows)
    printed = run([sys.executable, gold / "tools/figx_cmd.py"], texts, FIGX=shlex.join([*FIGX, "--kinds", "all"]))
    found = {row["id"]: row["figures"] for row in map(json.loads, printed.splitlines())}
    currencies = Currencies.read(CHECKOUT / "patterns/currencies.tsv", gold / "tools/units_alias.json")

    def same(gold: Figure, got: Figure) -> bool:
        return any(scorer.same_value({**gold, "value": value}, got, 1e-5) and currencies.accepts(name, got)
                   for value, name in currencies.readings(gold))  # fmt: skip

    def equal(gold: Figure, got: Figure) -> bool:
        units = scorer.unit_of(gold["unit"]) == scorer.unit_of(got.get("unit"))
        return bool(scorer.same_value(gold, got, 1e-5) and units)

    meant = strict = 0
    misses = []
    for row in rows:
        sums = row["figures"]
        free = bool(sums) or all(figure["kind"] != "currency" for figure in found[row["id"]])  # no money, none found
        strict += free and scorer.match(sums, found[row["id"]], equal)[0] == len(sums)
        if free and scorer.match(sums, found[row["id"]], same)[0] == len(sums):
            meant += 1
        else:
            got = ", ".join(f"{figure['value']} {figure['unit']}" for figure in found[row["id"]]) or "nothing"
            wanted = ", ".join(f"{figure['value']:g} {figure['unit']}" for figure in sums)
            misses.append(f"{wanted}: found {got}: {row['text'][:90]}")
    return share(meant, len(rows)), share(strict, len(rows)), misses


# The record


def share(right: int, total: int) -> float:
    return right / total if total else 1.0


def floored(score: float) -> float:
    """Rounded down to three decimals, so that a score is never below its own record.

    >>> floored(0.96779), floored(0.29)
    (0.967, 0.29)
    """
    return math.floor(round(score * 1000, 6)) / 1000


def compare(measured: Mapping[str, Scores], recorded: Mapping[str, Scores]) -> tuple[list[str], list[str]]:
    """A line for each score below its record, and for each above it or without one. Only what was measured counts."""
    below, above = [], []
    for name, scores in measured.items():
        for key, score in scores.items():
            now, record = floored(score), recorded.get(name, {}).get(key)
            if record is None:
                above.append(f"{name} {key} is {now:.3f}, nothing is recorded")
            elif now < record:
                below.append(f"{name} {key} is {now:.3f}, recorded {record:.3f}")
            elif now > record:
                above.append(f"{name} {key} is {now:.3f}, recorded {record:.3f}")
        below += [f"{name} {key} is recorded and not measured" for key in recorded.get(name, {}).keys() - scores.keys()]
    return below, above


def raised(measured: Mapping[str, Scores], recorded: Mapping[str, Scores]) -> dict[str, Scores]:
    """The record with every score that rose; none is lowered."""
    record = {name: dict(scores) for name, scores in recorded.items()}
    for name, scores in measured.items():
        old = record.setdefault(name, {})
        for key, score in scores.items():
            old[key] = max(floored(score), old.get(key, 0.0))
    return record


def table(results: Mapping[str, Result], recorded: Mapping[str, Scores]) -> str:
    """Every score beside its record, for a person."""
    lines = []
    for name, result in results.items():
        lines.append(f"{name} ({result.size})")
        for key, score in result.scores.items():
            record = recorded.get(name, {}).get(key)
            known = f"   recorded {record:.3f}" if record is not None else ""
            lines.append(f"  {key:22} {floored(score):.3f}{known}")
    return "\n".join(lines)


def options() -> argparse.Namespace:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--gold", type=Path, default=CHECKOUT.parent / "shared", metavar="DIR")
    cli.add_argument("--only", action="append", choices=BENCHMARKS, help="this gold file alone; repeatable")
    cli.add_argument("--check", action="store_true", help="status 1 where a score is below its record")
    cli.add_argument("--update", action="store_true", help="record the scores that rose; none is lowered")
    cli.add_argument("--misses", action="store_true", help="show what is wrong (recognizers)")
    cli.add_argument("--json", action="store_true", help="print the scores as JSON")
    return cli.parse_args()


def main() -> None:
    asked = options()
    if not (asked.gold / "gold").is_dir():
        sys.exit(f"accuracy.py: there are no gold files in {asked.gold}; name their folder with --gold")
    gold = asked.gold.resolve()
    recorded = json.loads(RECORD.read_text(encoding="utf-8")) if RECORD.is_file() else {}
    wanted = [name for name in BENCHMARKS if not asked.only or name in asked.only]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        results = dict(zip(wanted, pool.map(lambda name: BENCHMARKS[name](gold), wanted), strict=True))
    measured = {name: result.scores for name, result in results.items()}
    below, above = compare(measured, recorded)
    print(json.dumps(measured) if asked.json else table(results, recorded))
    if asked.misses:
        print(*(miss for result in results.values() for miss in result.misses), sep="\n")
    for line in below:
        print(f"below the record: {line}", file=sys.stderr)
    for line in above:
        print(f"above the record: {line}" + ("" if asked.update else " (--update records it)"), file=sys.stderr)
    if asked.update:
        RECORD.write_text(json.dumps(raised(measured, recorded), indent=2) + "\n", encoding="utf-8")
    if below and (asked.check or asked.update):
        sys.exit(1)


if __name__ == "__main__":
    main()
