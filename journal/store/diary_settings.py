"""The settings that belong to a diary and not to a screen."""

import sqlite3
from collections.abc import Callable
from typing import NamedTuple

from journal import moments, requests
from journal.errors import Refused
from journal.moments import UserClock
from journal.phrases.read.words.amounts import shortened
from journal.phrases.read.words.lexer import clean
from journal.store.file.diary_file import DiaryPath
from journal.store.read import queries
from journal.store.write import transaction

OFF = "off"
"""Takes away what a free setting holds."""
LONGEST_NUMBER = 30


class Setting(NamedTuple):
    """A setting of the diary: its values and the one that holds until another is chosen.

    Of a free one `read` gives what a text says, or refuses it; it is OFF until then.
    """

    key: str
    values: tuple[str, ...]
    default: str
    means: str
    read: Callable[[str, UserClock], str] | None = None


def _phone_number(text: str, _: UserClock) -> str:
    """The number as it was typed, if one could dial it."""
    digits = sum(letter in "0123456789" for letter in text)
    is_dialled = not set(text) - set("0123456789 +-()./") and "+" not in text[1:]
    if not is_dialled or not 2 <= digits <= 20 or len(text) > LONGEST_NUMBER:
        raise Refused(f"emergency is a phone number such as 112 or +49 30 123456, or `off`, not “{shortened(text)}”")
    return text


def _coming_day(text: str, clock: UserClock) -> str:
    return requests.read_coming_day(text, clock).isoformat()


SETTINGS = (
    Setting(
        "day_starts",
        tuple(str(hour) for hour in range(13)),
        "4",
        "the hour at which a diary day begins; days already stored stay as they are",
    ),
    Setting(
        "units", ("ml", "oz"), "ml", "the unit in which volumes are shown, and that of a bare number once it is oz"
    ),
    Setting("signs", ("on", "off"), "on", "whether the signs are asked every four weeks"),
    Setting("reminders", ("daily", "weekly"), "daily", "how often `remind` and Today think of a check-in, at most"),
    Setting("track_until", (OFF,), OFF, "the day on which you mean to look back, and perhaps stop", _coming_day),
    Setting("emergency", (OFF,), OFF, "the number that When to get help tells you to call", _phone_number),
)


NAMES = {setting.key.replace("_", " "): setting.key for setting in SETTINGS}
"""How a setting is named -> its key."""


def settings(connection: sqlite3.Connection) -> dict[str, str]:
    """Each setting and what holds."""
    return {setting.key: queries.setting(connection, setting.key) or setting.default for setting in SETTINGS}


def set_setting(
    where: DiaryPath, key: str, value: str, *, expected: str | None = None, clock: UserClock | None = None
) -> str:
    """A setting of the diary; its value as stored. Refused where it is not as expected any more."""
    setting = next((setting for setting in SETTINGS if setting.key == key), None)
    if setting is None:
        raise Refused(f"there is no setting “{key}”; there are {', '.join(NAMES)}")
    name = key.replace("_", " ")
    value = " ".join(clean(value).split()) if value.strip() else ""
    value = value.removesuffix(":00").lstrip("0") or "0" if key == "day_starts" else value
    if value not in setting.values and not setting.read:
        allowed = "0 to 12" if key == "day_starts" else " or ".join(setting.values)
        raise Refused(f"{name} is {allowed}, not {value}")
    clock = clock or moments.user_clock()
    with transaction.step(where, "edit", moments.instant_text(clock.now)) as connection:
        if setting.read and value not in setting.values:
            value = setting.read(value, queries.context(connection, clock).clock)
        present = settings(connection)[key]
        if present == value:
            return value
        if expected is not None and present != expected:
            raise Refused(f"{name} was changed elsewhere meanwhile and is “{present}” now; nothing was stored")
        if setting.read and value == OFF:
            transaction.delete(connection, "setting", {"key": key})
        else:
            transaction.upsert(connection, "setting", {"key": key}, {"value": value})
    return value
