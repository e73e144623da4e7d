"""A line of an inbox file: when it was said, what it says, and by what it is known again."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date, datetime, time, timedelta, timezone
from typing import NamedTuple

from journal.errors import PhraseRefused
from journal.moments import FIRST_DAY, LAST_YEAR, UserClock
from journal.records import replace

_BULLET = re.compile(r"[-*+•◦‣–—]\s+|\[[ xX✓✔]?\]\s+|[☐☑☒✓✔]\s*")
"""A bullet or a check box, which a notes app may tick."""
_STAMP = re.compile(
    r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?\s?(Z|[+-]\d\d(?::?\d\d)?)?"
    r"(?!\s?[ap]\.?m\b)(?:[\s,;:|]+|$)",
    re.ASCII | re.IGNORECASE,
)
"""A clock of twelve hours is no stamp: the grammar reads it."""
_TWO_CLOCKS = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d-\d\d:\d\d(?!\d)", re.ASCII)
"""Nor are two clocks behind a date: what they are, or that it must be asked, the grammar knows."""
FARTHEST_OFFSET = timedelta(hours=14)
DIGEST_BYTES = 16

LineKey = tuple[str, int]
"""A digest of the line's text, and which of the equal lines of its file it is: conflict copies, cut tops and rotated
files hold the same lines."""


class Stamp(NamedTuple):
    """When a line was said, on the clock of the phone, and how that is written; without an offset, on the clock of this
    machine. There is no `wall` where no calendar has such a time."""

    text: str
    wall: datetime | None
    offset: timezone | None

    def clock(self, machine: UserClock) -> UserClock:
        """The clock by which the line is read: it is now when it was said."""
        if self.wall is None or not FIRST_DAY.year < self.wall.year < LAST_YEAR:
            raise PhraseRefused(f"there is no time “{self.text}” at which it can have been said")
        if self.offset:
            return replace(machine, now=self.wall.replace(tzinfo=self.offset), zone=self.offset)
        instants = machine.instants(self.wall)
        if not instants:
            raise PhraseRefused(f"there is no {self.wall:%H:%M} on {self.wall:%d %b %Y}: the clocks were put forward")
        return replace(machine, now=max((each for each in instants if each <= machine.now), default=instants[0]))

    @property
    def order(self) -> float:
        """By which lines are put in the order in which they were said."""
        if self.wall is None or not FIRST_DAY.year < self.wall.year < LAST_YEAR:
            return 0.0
        return (self.wall.replace(tzinfo=self.offset) if self.offset else self.wall.astimezone()).timestamp()


class InboxLine(NamedTuple):
    """`text` is the line without its bullet, and `phrase` what stands behind its stamp."""

    key: LineKey
    text: str
    stamp: Stamp | None
    phrase: str

    @property
    def short_id(self) -> str:
        """What is typed for it."""
        digest, number = self.key
        return digest[:6] if number == 1 else f"{digest[:6]}.{number}"


def lines_of(texts: Iterable[str]) -> Iterator[tuple[LineKey, str]]:
    """The lines of a file with something in them, each with its key; without bullets, and without what `#` begins."""
    numbers: dict[str, int] = {}
    for raw in texts:
        text = raw.strip()
        if text and not text[0].isalnum():
            text = without_bullets(text)
            if not text or text[0] == "#":
                continue
        elif not text:
            continue
        if not text.isascii():
            text = unicodedata.normalize("NFC", text)
        digest = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=DIGEST_BYTES).hexdigest()
        numbers[digest] = number = numbers.get(digest, 0) + 1
        yield (digest, number), text


def without_bullets(text: str) -> str:
    text = text.lstrip("\ufeff")
    while match := _BULLET.match(text):
        text = text[match.end() :]
    return text


def read_line(key: LineKey, text: str) -> InboxLine:
    """A line taken apart."""
    match = _STAMP.match(text)
    if not match or _TWO_CLOCKS.match(text):
        return InboxLine(key, text, None, text)
    wall, offset = None, None
    with suppress(ValueError):  # the 31st of June, 25:00
        offset = _offset(match[3]) if match[3] else None
        wall = datetime.combine(date.fromisoformat(match[1]), time.fromisoformat(match[2]))
    return InboxLine(key, text, Stamp(match[0].rstrip(" ,;:|"), wall, offset), text[match.end() :])


def _offset(text: str) -> timezone:
    """Raises ValueError where no zone of the world is so far off."""
    if text in "Zz":
        return timezone(timedelta())
    digits = text[1:].replace(":", "").ljust(4, "0")
    length = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    if length > FARTHEST_OFFSET:
        raise ValueError(text)
    return timezone(-length if text[0] == "-" else length)
