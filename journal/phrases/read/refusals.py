"""Why words that may turn the meaning of a sentence round are no record, and how they are kept all the same."""

from journal.catalog import everyday
from journal.catalog.units import UNITS
from journal.errors import PhraseRefused
from journal.moments import PARTS
from journal.phrases.read.amounts import shortened
from journal.phrases.read.dates import RELATIVE, WEEKDAY_WORDS

NOTE_LINE = "`note ...`"
AS_NOTE = f"or keep the sentence as the day's note: {NOTE_LINE}"


def may_be_note(why: str) -> PhraseRefused:
    """The error for words that are no record, but can be kept as the day's note."""
    refused = PhraseRefused(f"{why} O{AS_NOTE[1:]}" if why.endswith("?") else f"{why}; {AS_NOTE}")
    refused.may_be_note = True
    return refused


def denied(word: str) -> PhraseRefused:
    return may_be_note(
        f"“{shortened(word)}”: what did not happen is no record, but `none` says that a day had no twitches"
    )


def _letters(text: str) -> str:
    return "".join(sign if sign.isalpha() else " " for sign in text)


def refuse_word(text: str, before: str, following: str) -> None:
    """Refuse a denial, a habit, a plan, another trouble, and words for when that say no day and no clock.

    `before` and `following` are the words beside it.
    """
    word = shortened(text)
    is_away = text == "away" and before in ("is", "are", "was", "were")
    if is_away or text in everyday.DENIALS or text.endswith("n't"):
        raise denied(text)
    if text in everyday.HABITS:
        raise may_be_note(f"“{word}” says how it usually is; a line says what happened, as in `left calf 4 2m`")
    if text in everyday.PLANS or text.endswith("'ll"):
        raise may_be_note(f"“{word}”: a plan or a wish is no record; say what happened, as in `left calf 4 2m`")
    sides = {"left", "right", "l", "r"} if {">", "<"} & set(text) else {"left", "right"}
    if not text.isalpha() and sides & set(_letters(text).split()):
        raise may_be_note(f"“{word}”: which side? Say left, right or both, each as a word of its own")
    if text in everyday.OF_DOSES:
        raise may_be_note(
            f"“{word}”: another dose is said like `increased magnesium to 400mg`, one like `took magnesium`"
        )
    if text in everyday.TROUBLES:
        raise may_be_note(f"“{word}” is another trouble than a twitch; say the kind too (twitch, cramp, tingle)")
    if text in ("month", "months", "year", "years") and before[:1].isdecimal() and following != "ago":
        raise may_be_note(
            f"“{before} {word}”: since when it is there belongs to About me, as in `profile first_noticed March 2026`;"
            " a line says a day, a clock, or how long in hours and days"
        )
    possessor = text.removesuffix("'s")
    is_day_word = possessor != text and possessor in (*RELATIVE, *WEEKDAY_WORDS, *PARTS)
    is_inexact = text in everyday.INEXACT and (following in UNITS or following in everyday.LONG_SPANS)
    is_half_a_day = text == "day" and before in everyday.BEFORE_A_DAY
    if text in everyday.WHEN_NOT_EXACTLY or is_day_word or is_inexact or is_half_a_day:
        phrase = f"{word} {following}" if is_inexact else word
        if before[:1].isdecimal():
            phrase = f"{before} {word}"
        how_long = " or how long" if is_inexact else ""
        raise may_be_note(f"“{phrase}”: when{how_long} was that? Say a day, a clock, `3h ago` or `5m`")
