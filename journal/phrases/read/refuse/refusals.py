"""Why words that may turn the meaning of a sentence round are no record, and how they are kept all the same."""

from journal.catalog import everyday
from journal.catalog.units import UNITS
from journal.errors import PhraseRefused
from journal.moments import PARTS
from journal.phrases.read.when.dates import RELATIVE, WEEKDAY_WORDS, are_joined_times
from journal.phrases.read.words.amounts import shortened
from journal.phrases.read.words.asking import may_be_note, offering
from journal.phrases.read.words.lexer import Token

BEFORE_A_LENGTH = ("lasting", "lasted", "about", "for")
"""Between `each` and how long it was."""


def refuse_shared_finger(before: str, joint: str, name: str) -> None:
    """Refuse `ring and pinky`, of which only the second is the name of a place."""
    if before in ("ring", "index", "middle", "pointer") and joint in everyday.JOINS and name:
        raise may_be_note(f"“{before} {joint} {name}”: each is a line of its own, as in `left ring finger 3`")


def until_when(phrase: str) -> PhraseRefused:
    """The error for `slept from 11 until 3, then lay awake until 6`."""
    return may_be_note(f"“{phrase.strip()}”: a night is said by its two clocks alone, as in `slept 23:00-06:00`")


def is_denial(text: str, before: str, following: str) -> bool:
    """Whether a word says that something did not happen; `nearly 2 hours` is about so much."""
    if text in everyday.NOT_QUITE and following.removeprefix("x")[:1].isdecimal():
        return False
    return (
        text in everyday.DENIALS or text.endswith("n't") or (text == "away" and before in ("is", "are", "was", "were"))
    )


def denied(word: str, subject: str) -> PhraseRefused:
    """`subject` is what the sentence speaks of: sleep, drink, workout, medicine, twitch; empty where that is not
    known."""
    if word in everyday.CEASED and subject in ("", "twitch"):
        subject = "end" if subject else "over"
    if word in everyday.NONE_AT_ALL and not subject:
        subject = "twitch"
    return may_be_note(f"“{shortened(word)}”: {WAYS_OF_NONE[subject]}")


def no_time(phrase: str, kept: list[Token], example: str) -> PhraseRefused:
    """`after 2pm`, beside what the words say that were read; of what there was none a whole day is said."""
    if any(token.text == "no" for token in kept):
        return may_be_note(f"“{phrase}”: that there was none is said of a whole day, as in `Fri: no caffeine`")
    return may_be_note(f"“{phrase}” is no time; say a clock, as in `{example} yesterday 14:05`")


def weight_of_a_place(phrase: str) -> PhraseRefused:
    """`aleve 220 mg for the leg`."""
    return may_be_note(
        f"{phrase} is a weight, which a twitch does not have; what is taken is said like"
        " `took ibuprofen 400mg last night`"
    )


def dose_of_a_place(phrase: str) -> PhraseRefused:
    """`2 pills of magnesium`, beside a twitch."""
    return may_be_note(f"“{phrase}”: what is taken is a line of its own, like `took ibuprofen 400mg last night`")


def unknown_remedy(verdict: str, near: str | None) -> PhraseRefused:
    """`eye drops didn't help`; `near` is the remedy of which the word before it is a slip."""
    if near:
        return may_be_note(f"“{verdict}”: of what? Did you mean {near}?")
    return may_be_note(
        f"“{verdict}”: what was tried is said like `-heat`, and a remedy of your own is added once with"
        " `term add relief`"
    )


WAYS_OF_NONE = {
    "": "what did not happen is no record",
    "over": "an illness that is over is said with its days, as in `ill cold from 20 Nov to 24 Nov`",
    "end": "what is over is no twitch of now; `stop` ends one that is going on, `left calf 4 5m` is one that is over",
    "sleep": "how long it was all the same is said like `sleep 4`, and a day's note holds the rest",
    "drink": "what was not drunk is no record, but `no caffeine` and `no alcohol` say that a day had none",
    "workout": "what was not done is no record, but `no workout` says that a day had none",
    "medicine": "what was not taken is no record",
    "twitch": "what did not happen is no record; say what did, and `none` of a day without twitches",
}


def refuse_several_days(text: str, subject: str, kept: list[Token]) -> None:
    """Refuse `no alcohol this week`; `subject` is what the line speaks of, `kept` are its words that were read."""
    if text not in everyday.WHEN_NOT_EXACTLY:
        return
    name = " ".join(token.text for token in kept if token.text != "no")
    ways = {"workout": "no workout", "twitch": "none", "drink": f"no {'alcohol' if name == 'alcohol' else 'caffeine'}"}
    way, why = ways.get(subject, f"no {name}"), f"“{shortened(text)}”: that there was none is said of one day each"
    raise offering(f"{why}, as in `Fri: {way}`", f"Fri: {way}", otherwise=why)


def _letters(text: str) -> str:
    return "".join(sign if sign.isalpha() else " " for sign in text)


def refuse_other_trouble(text: str) -> None:
    """Refuse another trouble beside a twitch of which the kind is said."""
    if text in everyday.TROUBLES:
        example = f'left calf cramp 6 "{text}"'
        raise may_be_note(
            f"“{text}” is another trouble than a twitch; beside one it stands in quotes, as in `{example}`"
        )


def _is_rate(following: str) -> bool:
    """Whether a unit, a number or an inexact number stands behind `per` or `every`."""
    is_time = following in UNITS or following in everyday.LONG_SPANS or following[:1].isdecimal()
    return is_time or following in (*everyday.INEXACT, *everyday.NUMBERS, "other")


def refuse_word(text: str, before: str, following: str, *, of_twitch: bool) -> None:
    """Refuse a habit, a plan, another trouble, and words for when that say no day and no clock.

    `before` and `following` are the words beside it; `of_twitch` where the line names a place or a kind.
    """
    word = shortened(text)
    if are_joined_times(text):
        raise may_be_note(
            f"“{word}”: each day, and each part of it, is a line of its own; a span is said as `Mon to Wed`"
        )
    if text == "mostly" or (text == "mainly" and following in ("the", "on", "my", "left", "right")):
        raise may_be_note(f"“{word}”: which place or side was it? Say one, or each on a line of its own")
    if "/" in text and text.partition("/")[0].isalpha() and text.partition("/")[2] in UNITS:
        raise may_be_note(f"“{word}”: how many, and in how long? Say it like `x30 1h`")
    if text == "every" and of_twitch and following[:1].isdecimal():
        raise may_be_note(f'“every {following}”: how often stands in quotes, as in `left calf 30m "every 10 seconds"`')
    is_rate = text in everyday.BEFORE_RATES and of_twitch and _is_rate(following)
    if is_rate or (text == "day" and before in ("a", "per")):
        phrase = f"{word} {following}" if is_rate else f"{before} {word}"
        length = "; a line has one length, that of the whole, as in `x3 5m`" if text == "each" else ""
        raise may_be_note(
            f"“{phrase}”: how often it is has no place; how many in how long is said like `x30 1h`{length}"
        )
    if text == "each" and of_twitch and (before in UNITS or before[:1].isdecimal() or following in BEFORE_A_LENGTH):
        phrase = f"each {following}" if following in BEFORE_A_LENGTH else f"{before} each"
        raise may_be_note(f"“{phrase}”: a line has one length, that of the whole, as in `x3 5m`")
    if text in everyday.HABITS:
        raise may_be_note(f"“{word}” says how it usually is; a line says what happened, as in `left calf 4 2m`")
    is_hearsay = text in everyday.REPORTED and not of_twitch
    is_plan = text in everyday.PLANS and not (
        text == "going" and of_twitch and following not in everyday.GOES_SOMEWHERE
    )
    if is_hearsay or is_plan or text.endswith("'ll"):
        example = (
            "`run 30m` or `travel Rome since 20 Nov`" if text == "going" and following == "to" else "`left calf 4 2m`"
        )
        raise may_be_note(f"“{word}”: a plan or a wish is no record; say what happened, as in {example}")
    sides = {"left", "right", "l", "r"} if {">", "<"} & set(text) else {"left", "right"}
    if not text.isalpha() and " " not in text and sides & set(_letters(text).split()):
        raise may_be_note(f"“{word}”: which side? Say left, right or both, each as a word of its own")
    if text in everyday.OF_DOSES:
        raise may_be_note(
            f"“{word}”: another dose is said like `increased magnesium to 400mg`, one like `took magnesium`"
        )
    if text in everyday.TROUBLES and not of_twitch:
        raise may_be_note(
            f"“{word}” is another trouble than a twitch; an illness is said like `ill migraine`, what was taken like"
            " `took ibuprofen 400mg`"
        )
    if text in everyday.TROUBLES:
        raise may_be_note(f"“{word}” is another trouble than a twitch; say the kind too (twitch, cramp, tingle)")
    is_long = text in ("month", "months", "year", "years") and before[:1].isdecimal()
    if of_twitch and is_long and following != "ago":
        raise may_be_note(
            f"“{before} {word}”: since when it is there belongs to About me, as in `profile first_noticed March 2026`;"
            " a line says a day, a clock, or how long in hours and days"
        )
    if text in everyday.OFTEN and not of_twitch:
        raise may_be_note(f"“{word}”: what is taken so often is said like `started magnesium 300mg {text}`")
    possessor = text.removesuffix("'s")
    is_day_word = possessor != text and possessor in (*RELATIVE, *WEEKDAY_WORDS, *PARTS)
    is_inexact = text in everyday.INEXACT and (following in UNITS or following in everyday.LONG_SPANS)
    is_half_a_day = text == "day" and before in everyday.BEFORE_A_DAY
    if text == "week" and before in ("all", "whole", "entire"):
        raise may_be_note(f"“{before} week”: since when? Say it like `since Mon` or `for 5 days`")
    if text in everyday.WHEN_NOT_EXACTLY or is_day_word or is_inexact or is_half_a_day:
        phrase = f"{word} {following}" if is_inexact or (text == "since" and following) else word
        if before[:1].isdecimal() and text in everyday.COUNTED_TIMES:
            phrase = f"{before} {word}"
        how_long = " or how long" if is_inexact else ""
        raise may_be_note(f"“{phrase}”: when{how_long} was that? Say a day, a clock, `3h ago` or `5m`")
