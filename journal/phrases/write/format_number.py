"""Numbers and amounts as they are said: exactly, so that reading gives them back, or rounded for the eye."""

from journal.catalog.questions import Question
from journal.catalog.units import UNITS
from journal.phrases.read.words.amounts import is_ambiguous

LONGEST_IN_HOURS = 2 * 86400
THREE_DIGITS, FOUR_DIGITS = 100, 1000
"""From so many hours on `445h` is asked about and `0445h` is a clock: they are written in another way."""


MANY = ((50, "#"), (20, "*"), (10, "+"))
"""Numbers of two digits and more as one sign, each from so many on, so that they are told apart without a colour."""
MANY_WORDS = {"+": "10-19", "*": "20-49", "#": "50+"}


def one_sign(number: int) -> str:
    """A number in one column."""
    return next((sign for lowest, sign in MANY if number >= lowest), str(number))


def counted(number: int, singular: str, plural: str = "", *, spec: str = "") -> str:
    """`1 day`, `2 days`; `spec` is how the number is written: `,` for `1,234 days`."""
    return f"{number:{spec}} {singular if number == 1 else plural or singular + 's'}"


def printed_dose(dose: str | None) -> str:
    """The dose of a medicine as it is printed: `2000 IU`, where the diary holds `2000 iu`; empty without one."""
    return f"{dose.removesuffix(' iu')} IU" if dose and dose.endswith(" iu") else dose or ""


def part_of(number: int, whole: int, singular: str) -> str:
    """`2 of 3 episodes`, `all 3 episodes`, `the one episode`."""
    if not number == whole > 0:
        return f"{number} of {counted(whole, singular)}"
    return f"the one {singular}" if whole == 1 else f"all {counted(whole, singular)}"


def number_words(value: float) -> str:
    """A number without a needless `.0` and never in powers of ten."""
    if float(value).is_integer():
        return str(int(value))
    digits = repr(float(value))
    return f"{value:.15f}".rstrip("0") if "e" in digits else digits


def number_phrase(value: float) -> str:
    """A number that is read back exactly: one more digit where three decimals could be thousands."""
    digits = number_words(value)
    return f"{digits}0" if is_ambiguous(digits) else digits


def round_words(value: float, digits: int = 1) -> str:
    """A number for the eye, rounded."""
    return number_words(round(value, digits))


def time_phrase(seconds: float) -> str:
    """A length that is read back exactly: `1h 30m`, `90.5s`."""
    if not float(seconds).is_integer():
        return f"{number_phrase(seconds)}s"
    hours, seconds_left = divmod(int(seconds), 3600)
    if hours >= FOUR_DIGITS:
        hours, seconds_left = 0, int(seconds)
    minutes, seconds_left = divmod(seconds_left, 60)
    hour = " hours" if hours >= THREE_DIGITS else "h"
    parts = [f"{value}{unit}" for value, unit in ((hours, hour), (minutes, "m"), (seconds_left, "s")) if value]
    return " ".join(parts) or "0s"


def minutes_phrase(minutes: float) -> str:
    seconds = round(minutes * 60)
    return time_phrase(seconds) if round(seconds / 60, 6) == minutes else f"{number_phrase(minutes)}m"


def time_words(seconds: float) -> str:
    """A length for the eye: `1 h 30 min`, `45 s`, and over two days `7 d 11 h`."""
    whole = round(seconds) if seconds >= 1 else seconds
    if whole < 1:
        return f"{round_words(seconds, 2)} s"
    days, seconds_left = divmod(int(whole), 86400) if whole > LONGEST_IN_HOURS else (0, int(whole))
    hours, seconds_left = divmod(seconds_left, 3600)
    minutes, seconds_left = divmod(seconds_left, 60)
    if days:
        return f"{days} d {hours} h" if hours else f"{days} d"
    units = ((hours, "h"), (minutes, "min"), (seconds_left if whole < 3600 else 0, "s"))
    return " ".join(f"{value} {unit}" for value, unit in units if value) or "0 s"


def volume_words(ml: float, unit: str = "ml") -> str:
    """A volume for the eye in the unit that the user chose, ml or oz."""
    return f"{round_words(ml / UNITS[unit][1])} {unit}"


def value_words(question: Question, value: float, volume_unit: str = "ml") -> str:
    """An answer for the eye: `7 of 10`, `6 h 30 min`, `159 mg`, `yes`."""
    if question.is_yes_or_no:
        return "yes" if value else "no"
    if question.unit == "h":
        return time_words(value * 3600) if value else "0 h"
    if question.unit == "ml":
        return volume_words(value, volume_unit)
    if question.unit:
        return f"{round_words(value)} {question.unit}"
    if question.highest is not None and question.highest <= 100:
        return f"{round_words(value)} of {number_words(question.highest)}"
    return round_words(value)
