"""A line of an inbox file: when it was said, what it says, and by what it is known again."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta, timezone
from typing import NamedTuple

from journal.errors import PhraseRefused
from journal.moments import UserClock
from journal.records import replace

_BULLET = re.compile(r"[-*+•◦‣–—]\s+|\[[ xX✓✔]?\]\s+|[☐☑☒✓✔]\s*")
"""A bullet or a check box, which a notes app may tick."""
_STAMP = re.compile(
    r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?\s?(Z|[+-]\d\d(?::?\d\d)?)?(?:[\s,;:|]+|$)", re.ASCII
)
DIGEST_BYTES = 16

LineKey = tuple[str, int]
"""A digest of the line's text, and which of the equal lines of its file it is: conflict copies, cut tops and rotated
files hold the same lines."""


class Stamp(NamedTuple):
    """When a line was said, on the clock of the phone; without an offset, on the clock here."""

    wall: datetime
    offset: timezone | None

    def clock(self, machine: UserClock) -> UserClock:
        """The clock by which the line is read: it is now when it was said."""
        if self.offset:
            return replace(machine, now=self.wall.replace(tzinfo=self.offset), zone=self.offset)
        instants = machine.instants(self.wall)
        if not instants:
            raise PhraseRefused(f"there is no {self.wall:%H:%M} on {self.wall:%d %b %Y}: the clocks were put forward")
        return replace(machine, now=max((each for each in instants if each <= machine.now), default=instants[0]))


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
    """A line taken apart. What only looks like a stamp, such as the 31st of June, is part of the phrase."""
    match = _STAMP.match(text)
    if not match:
        return InboxLine(key, text, None, text)
    try:
        wall = datetime.combine(date.fromisoformat(match[1]), time.fromisoformat(match[2]))
        offset = _offset(match[3]) if match[3] else None
        if offset:
            wall.replace(tzinfo=offset).timestamp()
    except (ValueError, OverflowError):
        return InboxLine(key, text, None, text)
    return InboxLine(key, text, Stamp(wall, offset), text[match.end() :])


def _offset(text: str) -> timezone:
    if text == "Z":
        return timezone(timedelta())
    digits = text[1:].replace(":", "").ljust(4, "0")
    minutes = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-minutes if text[0] == "-" else minutes)
