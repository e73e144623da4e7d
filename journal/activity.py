"""What this process is doing that takes long, and whether it has stored anything.

For whoever waits, and for the door at which a failure is said: "could not be shown" is not "was not stored".
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_current: list[str] = []
_stored_in: list[Path] = []


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


def note_stored(diary: Path) -> None:
    """Something of the user's has been committed to a diary."""
    _stored_in.append(diary)


def has_stored() -> bool:
    return bool(_stored_in)


def stored_in() -> list[Path]:
    """The diaries to which something of the user's has been committed."""
    return list(dict.fromkeys(_stored_in))


def forget() -> None:
    """Begin anew, as a new process does."""
    _stored_in.clear()
