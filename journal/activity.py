"""What this process is doing that takes long, and whether it has stored anything.

For whoever waits, and for the door at which a failure is said: "could not be shown" is not "was not stored".
"""

from collections.abc import Iterator
from contextlib import contextmanager

_current: list[str] = []
_stored: list[bool] = []


@contextmanager
def doing(activity: str) -> Iterator[None]:
    """Inside it this is what takes long, as in "bringing the diary to the new format"."""
    _current.append(activity)
    try:
        yield
    finally:
        _current.remove(activity)


def current() -> str:
    """What takes long at the moment; empty where nothing is named."""
    return _current[-1] if _current else ""


def note_stored() -> None:
    """Something of the user's has been committed."""
    _stored.append(True)


def has_stored() -> bool:
    return bool(_stored)


def forget() -> None:
    """Begin anew, as a new process does."""
    _stored.clear()
