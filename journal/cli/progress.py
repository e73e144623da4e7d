"""What takes more than a moment says so, and ends in good order when the terminal is closed."""

import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

ENDING = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
PATIENCE_S = 1.0
"""How long there is nothing to see before progress is shown."""


class ProgressLine:
    """A line on a terminal that is written over and over, and goes in the end."""

    def __init__(self) -> None:
        self.next = time.monotonic() + PATIENCE_S if sys.stderr.isatty() else float("inf")
        self.shown = 0

    def show(self, line: str) -> None:
        if time.monotonic() < self.next:
            return
        self.next = time.monotonic() + 0.1
        sys.stderr.write(f"\r{line.ljust(self.shown)}")
        sys.stderr.flush()
        self.shown = len(line)

    def end(self) -> None:
        if self.shown:
            sys.stderr.write(f"\r{' ' * self.shown}\r")
            sys.stderr.flush()


class Percent:
    """How much of something is done, called with the parts done and all of them."""

    def __init__(self, line: ProgressLine, verb: str) -> None:
        self.line, self.verb = line, verb

    def __call__(self, done: int, total: int) -> None:
        self.line.show(f"{100 * done // max(total, 1)} % {self.verb}")


@contextmanager
def progress_line() -> Iterator[ProgressLine]:
    line = ProgressLine()
    try:
        yield line
    finally:
        line.end()


@contextmanager
def progress_of(verb: str) -> Iterator[Percent]:
    with progress_line() as line:
        yield Percent(line, verb)


@contextmanager
def ending_orderly() -> Iterator[None]:
    """A terminal that is closed, or a request to end, ends it as Ctrl-C does: with nothing half written left behind."""
    before = {number: signal.signal(number, _interrupt) for number in ENDING}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt
