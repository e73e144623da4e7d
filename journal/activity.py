"""What this process is doing that takes long, and whether it has stored anything.

For whoever waits, and for the door at which a failure is said: "could not be shown" is not "was not stored".
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

PATIENCE_S = 1.0
"""How long somebody waits without a word."""


class Activity(NamedTuple):
    """What takes long, and the reading of the monotonic clock when it began, in seconds."""

    words: str
    since: float


_current: list[Activity] = []
_stored_in: list[Path] = []
_made: list[Path] = []


@contextmanager
def doing(activity: str) -> Iterator[None]:
    """Inside it this is what takes long, as in "bringing the diary to the new format"."""
    entry = Activity(activity, time.monotonic())
    _current.append(entry)
    try:
        yield
    finally:
        _current.remove(entry)


def current() -> str:
    """What is being done at the moment; empty where nothing is named."""
    return _current[-1].words if _current else ""


def lasting() -> str:
    """What has lasted longer than anybody waits without a word, and for how long; empty where nothing has."""
    now = time.monotonic()
    slow = [entry for entry in tuple(_current) if now - entry.since >= PATIENCE_S]
    return f"{slow[-1].words}, {now - slow[-1].since:.0f} s" if slow else ""


def note_stored(diary: Path) -> None:
    """Something of the user's has been committed to a diary."""
    _stored_in.append(diary)


def note_made(path: Path) -> None:
    """A file was made that the user asked for, or took the place of another."""
    _made.append(path)


def has_made() -> bool:
    return bool(_made)


def has_stored() -> bool:
    return bool(_stored_in)


def stored_in() -> list[Path]:
    """The diaries to which something of the user's has been committed."""
    return list(dict.fromkeys(_stored_in))


def forget() -> None:
    """Begin anew, as a new process does."""
    _stored_in.clear()
    _made.clear()
