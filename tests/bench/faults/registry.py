"""A fault, its outcome, and the list of all."""

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import NamedTuple


class Outcome(NamedTuple):
    """What came of a fault that was injected so many times. All but `times`, `seconds` and `note` are to be 0."""

    times: int
    lost: int = 0
    """Writes that had been acknowledged and are not in the diary any more."""
    silent: int = 0
    """Answers that were wrong, or something done, without a word and with exit code 0; tracebacks are counted too."""
    written: int = 0
    """Writes into a file that is damaged or not the diary that was there."""
    seconds: float = 0.0
    """To recover: the longest command after the fault."""
    note: str = ""

    @property
    def holds(self) -> bool:
        return self.lost == self.silent == self.written == 0


Inject = Callable[[Path, Random, int], Outcome]
"""Called with an empty folder, a chance, and how often it is to happen."""


class Fault(NamedTuple):
    name: str
    inject: Inject
    times: int
    """How often the bench injects it."""
    few: int
    """How often the tests do; 0: they have a test of their own, or it would take them too long."""


FAULTS: list[Fault] = []


def fault(name: str, times: int, few: int = 0) -> Callable[[Inject], Inject]:
    """Put a function into the list of faults."""

    def listed(inject: Inject) -> Inject:
        FAULTS.append(Fault(name, inject, times, few))
        return inject

    return listed
