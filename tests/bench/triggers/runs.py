"""Many diaries side by side: each is asked the question once, its answer kept in a file, and tables made of them."""

import json
import multiprocessing
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from pathlib import Path

import numpy as np

from tests.bench.triggers.judged import NAN, Options, Row

Answer = dict[str, Row]
"""Of each method, a figure for each column."""
Ask = Callable[[str, int, int, Options], Answer]
"""(scenario, days, seed, options)."""
AT_ONCE = 4
"""Diaries that a process is given at a time."""


@dataclass(frozen=True)
class Cell:
    """One line of a table: all diaries of a scenario, so many days long."""

    question: str
    scenario: str
    days: int
    variant: str = ""
    """Options that change the answer."""


class KeptAnswers:
    """The answers so far, a line of JSON each in a file with which a later run goes on; without a file, in memory."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.by_cell: dict[Cell, dict[int, Answer]] = {}
        text = path.read_text() if path and path.exists() else ""
        if path and text and not text.endswith("\n"):
            path.write_text(text + "\n")  # the run was stopped within its last line
        for line in text.splitlines():
            try:
                cell, seed, answer = json.loads(line)
            except ValueError:
                continue  # that line: its diary is asked again
            self.by_cell.setdefault(Cell(*cell), {})[seed] = answer

    def add(self, cell: Cell, seed: int, answer: Answer) -> None:
        self.by_cell.setdefault(cell, {})[seed] = answer
        if self.path:
            with self.path.open("a") as file:
                file.write(json.dumps([astuple(cell), seed, answer]) + "\n")

    def of(self, cell: Cell) -> dict[int, Answer]:
        return self.by_cell.get(cell, {})


@dataclass(frozen=True)
class Asking:
    """The question to one diary, in whichever process."""

    ask: Ask
    cell: Cell
    options: Options

    def __call__(self, seed: int) -> tuple[int, Answer | None]:
        try:
            answer = self.ask(self.cell.scenario, self.cell.days, seed, self.options)
        except Exception as error:  # one strange diary must not cost the others of a long run
            name = f"diary({self.cell.scenario!r}, {self.cell.days}, {seed})"
            print(f"failed: {name}: {type(error).__name__}: {error}", file=sys.stderr, flush=True)
            return seed, None
        return seed, {method: {c: float(v) for c, v in row.items()} for method, row in answer.items()}


def run(ask: Ask, cells: Iterable[Cell], kept: KeptAnswers, options: Options) -> Iterator[str]:
    """The lines of the table, each as soon as no diary is lacking to it."""
    header: list[str] = []
    with _spread(options.jobs) as spread:
        for cell in cells:
            seeds = range(options.seed, options.seed + options.n)
            lacking = [seed for seed in seeds if seed not in kept.of(cell)]
            failed = 0
            for seed, answer in spread(Asking(ask, cell, options), lacking):
                if answer is None:
                    failed += 1
                else:
                    kept.add(cell, seed, answer)
            for columns, line in lines(cell, list(kept.of(cell).values())):
                if columns != header:
                    header = columns
                    yield f"{'scenario':24}{'days':>5} {'method':17}{'n':>5}" + "".join(f"{c:>16}" for c in header)
                yield line + f"   {failed} failed" * (failed > 0)


@contextmanager
def _spread(jobs: int) -> Iterator[Callable[[Asking, list[int]], Iterable[tuple[int, Answer | None]]]]:
    """What asks the diaries in so many processes."""
    if jobs == 1:
        yield map
        return
    with multiprocessing.Pool(jobs) as pool:
        yield lambda asking, seeds: pool.imap_unordered(asking, seeds, chunksize=AT_ONCE)


def lines(cell: Cell, answers: list[Answer]) -> Iterator[tuple[list[str], str]]:
    """Of each method its columns, and their means with the Monte-Carlo error."""
    for method in answers[0] if answers else ():
        rows = [answer[method] for answer in answers if method in answer]
        columns = list(rows[0])
        figures = "".join(figure([row.get(column, NAN) for row in rows]) for column in columns)
        name = " ".join(filter(None, (method, cell.variant)))
        yield columns, f"{cell.scenario:24}{cell.days:5} {name:17}{len(rows):5}{figures}"


def figure(values: list[float]) -> str:
    """Mean and Monte-Carlo error of those that are known."""
    known = np.array(values)
    known = known[np.isfinite(known)]
    if not len(known):
        return f"{'-':>16}"
    error = known.std(ddof=1) / np.sqrt(len(known)) if len(known) > 1 else NAN
    places = 3 if abs(known.mean()) < 10 else 1
    return f"{known.mean():10.{places}f} {error:<5.{places}f}"
