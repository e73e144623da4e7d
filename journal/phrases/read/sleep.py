"""Sleep: hours as an answer, a night between two clocks, a nap."""

from datetime import datetime, timedelta

from journal import moments
from journal.catalog.kinds import SLEEP
from journal.catalog.slot_types import Quantity
from journal.catalog.units import UNITS
from journal.errors import PhraseRefused
from journal.moments import ClockTime, Moment, UserClock
from journal.phrases.context import Context
from journal.phrases.read import answers
from journal.phrases.read.when.clock_words import is_four_digit_clock
from journal.phrases.read.when.clocks import NAMED_CLOCKS, UNSAID_HALF, clock_of
from journal.phrases.read.when.dates import MONTH_WORDS
from journal.phrases.read.when.occasion import LONGEST_UNDATED
from journal.phrases.read.when.spans import TO_WORDS
from journal.phrases.read.when.times import TimeWords
from journal.phrases.read.words import amounts
from journal.phrases.read.words.lexer import Token, joined, word_at
from journal.phrases.read.words.slots import out_of_amount
from journal.phrases.write.format_number import number_words, time_words
from journal.records import Answer, Sleep, replace

LONGEST_AS_LENGTH = 18
"""`sleep 6:30` is a length; from more hours than this it is a clock."""

LONGEST_NAP_OF_ALL_H = 24
BY_DAY, LONGEST_NAP_H = ("afternoon", "evening"), 3
"""A sleep of so many hours in these parts of the day, or with a clock, may be a nap."""
LONGEST_UNSAID = {False: timedelta(hours=14), True: timedelta(hours=4)}
"""Of a night and of a nap: a half of the day that was not said is the one that makes it no longer than this."""
"""Two clocks that are farther apart were hardly those of a clock of 24 hours: `slept 11:30-7:00`."""
EVENING_HOURS, MORNING_HOURS, FIRST_OF_NIGHT = range(8, 13), range(4, 12), 18
"""Bare numbers of these are the clocks of a night: `slept 11 to 7`."""

Span = tuple[ClockTime, ClockTime]


def night(tokens: list[Token], head: tuple[int, int], when: TimeWords, context: Context) -> Answer | Sleep:
    """`sleep 6.5` and `slept 23:40-06:10`: the hours are an answer, two clocks a night."""
    span, length, phrase = read_length(tokens, head, when, allow_bare=True)
    when.turn_to_morning()
    if span:
        return _between(span, when)
    if length is None:
        raise PhraseRefused("how long? Say `sleep 6.5`, `sleep 6h30` or `slept 23:40-06:10`")
    hours = round(length / 60, 6)
    answers.check_range(context.lexicon.questions["sleep_hours"], hours, phrase)
    by_day = when.phrases.get("time", "") or (when.phrases.get("part of the day", "") if when.part in BY_DAY else "")
    if by_day and hours <= LONGEST_NAP_H:
        day = when.phrases.get("day", "")
        day = "" if day == by_day else day
        moment = f"{day} {by_day}".strip()
        with_unit = phrase if amounts.number(phrase) is None else f"{phrase}h"
        night = f"slept {phrase} {day}".strip()
        raise PhraseRefused(f"{moment}: a nap, or the night? Say `nap {with_unit} {moment}`, or `{night}` alone")
    return Answer(day=when.day_alone("sleep in hours"), question="sleep_hours", value=hours)


def nap(tokens: list[Token], head: tuple[int, int], when: TimeWords, context: Context) -> Sleep:
    """`nap 20m`, with a clock for its beginning, or `nap 13:00-13:20`."""
    span, minutes, phrase = read_length(tokens, head, when, allow_bare=False)
    if when.part:
        raise PhraseRefused("a nap takes a day or a clock, not a part of the day")
    if span:
        return _nap_between(span, when)
    if minutes is None:
        raise PhraseRefused("how long was the nap? For example `nap 20m`")
    check_length("a nap", minutes, phrase)
    slept = nap_of(when.moment(timedelta(seconds=round(minutes * 60))), minutes, context.clock)
    if slept.ended_at:
        end = moments.lived(slept.ended_at, slept.ended_utc_offset_minutes)
        moments.not_ahead(context.clock, end, f"the end of the nap at {end:%H:%M}")
    return slept


def nap_of(moment: Moment, minutes: float, clock: UserClock) -> Sleep:
    """A nap of a length; with a clock its end follows, to the second."""
    if moment.instant is None:
        return Sleep(day=moment.day, minutes=minutes, nap=True)
    start = moments.lived(moment.instant, moment.offset)
    end = start + timedelta(seconds=round(minutes * 60))
    if clock.local(start).utcoffset() == start.utcoffset():
        end = clock.local(end)  # on the clock there, which daylight saving may have moved
    return replace(_sleep(start, end, moment.day), nap=True)


def check_length(what: str, minutes: float, phrase: str) -> None:
    takes = SLEEP.slot("minutes").takes
    if isinstance(takes, Quantity) and not takes.low <= minutes <= takes.high:
        raise out_of_amount(what, takes, phrase)


def read_length(
    tokens: list[Token], head: tuple[int, int], when: TimeWords, *, allow_bare: bool
) -> tuple[Span | None, float | None, str]:
    """Two clocks, or a length in minutes with its words; what says when goes to `when`."""
    span: Span | None = None
    length: float | None = None
    phrase = ""
    position = 0
    while position < len(tokens):
        if position == head[0]:
            position = head[1]
            continue
        token = tokens[position]
        if token.quoted:
            raise PhraseRefused("sleep has no note; say it as a line of its own: `note ...`")
        found_span = _span(tokens, position, nap=not allow_bare)
        found_length = (
            None if found_span or _is_ago(tokens, position) else _length(tokens, position, allow_bare=allow_bare)
        )
        if (found_span or found_length) and (span or phrase):
            if word_at(tokens, position + 1) == "times":
                raise _no_word_of_sleep(joined(tokens, position, position + 2))
            raise PhraseRefused("the length of the sleep is given twice; say it once")
        if found_span:
            span, position = found_span
        elif found_length:
            length, phrase, position = found_length
        elif word_at(tokens, position) == "from" and _span(tokens, position + 1, nap=not allow_bare):
            position += 1
        else:
            after = when.read(tokens, position)
            if after == position:
                raise _no_word_of_sleep(token.as_typed)
            position = after
    return span, length, phrase


def _no_word_of_sleep(phrase: str) -> PhraseRefused:
    if phrase.partition("/")[2] in ("5", "10"):
        return PhraseRefused(
            f"“{amounts.shortened(phrase)}”: how well is a line of its own, 1 to 5, as in `slept well 4`; how long is"
            " said like `sleep 6.5`"
        )
    return PhraseRefused(
        f"“{amounts.shortened(phrase)}” is not understood after sleep; say `sleep 6.5`, `slept 23:40-06:10` or"
        " `nap 20m`, and what else there was as in `today: sleep 6.5, note woke twice`"
    )


def _refuse_third_time(span: Span, when: TimeWords) -> None:
    too_many = when.phrases.get("time") or when.phrases.get("part of the day")
    if too_many:
        raise PhraseRefused(f"{too_many} is one time too many beside {span[0]}-{span[1]}; a day may stand there")


def _is_ago(tokens: list[Token], position: int) -> bool:
    amount = amounts.longest_amount(tokens, position)
    if amount:
        return amount.end < len(tokens) and tokens[amount.end].text == "ago"
    return (
        position + 2 < len(tokens)
        and tokens[position + 1].text in ("day", "days")
        and tokens[position + 2].text == "ago"
    )


def _span(tokens: list[Token], position: int, *, nap: bool) -> tuple[Span, int] | None:
    """`22:30-06:00`, `11pm to 7`, or `22:30-05:00 to 06:30-05:00` where the clocks have offsets."""
    text = word_at(tokens, position)
    following = [word_at(tokens, position + 1), word_at(tokens, position + 2)]
    if following[0] in TO_WORDS:
        begin, end, after = text, following[1], position + 3
    else:
        begin, dash, end = text.partition("-")
        if not dash:
            return None
        after = position + 1
    is_halved = begin.startswith(UNSAID_HALF) or end.startswith(UNSAID_HALF)  # from half past ten until six
    begin, end = begin.removeprefix(UNSAID_HALF), end.removeprefix(UNSAID_HALF)
    if not _may_be_clock(begin) or not _may_be_clock(end):
        return None
    if all(is_four_digit_clock(text) or ":" in text for text in (begin, end)):
        begin, end = (f"{text[:2]}:{text[2:]}" if ":" not in text else text for text in (begin, end))
    are_clocks = word_at(tokens, after) not in UNITS
    read_clocks = _bare_hours if is_halved else _two_clocks
    span = read_clocks(begin, end, nap=nap) if are_clocks else None
    if span:
        return span, after
    way = "`nap 20m` or `nap 13:00-13:20`" if nap else "`sleep 6.5` or `slept 23:00-07:00`"
    raise PhraseRefused(f"“{joined(tokens, position, after)}”: say one length or two clocks, as in {way}")


def _may_be_clock(text: str) -> bool:
    """Whether a word looks like a clock or an hour, or like one that is written as 10.30."""
    is_figures = text[:1].isdecimal() and text.replace(".", "").isdecimal()
    return is_figures or ":" in text or text[-2:] in ("am", "pm") or text in NAMED_CLOCKS


def _two_clocks(begin: str, end: str, *, nap: bool) -> Span | None:
    """Two clocks, of which one may be an hour without its half of the day, or both those of a night; None where that
    could be read in two ways."""
    first, second = (None if text.isdecimal() else clock_of(_with_colon(text)) for text in (begin, end))
    if first and second:
        is_halved = any(text[-2:] in ("am", "pm") for text in (begin, end))
        is_night = is_halved or "." not in begin + end or first.hour > second.hour
        return (first, second) if is_night else None  # 6.15 to 7.30 may be how many hours
    if any(text[-2:] in ("am", "pm") for text in (begin, end)):
        return _halved(begin, end, nap=nap)
    return _bare_hours(begin, end, nap=nap)


def _with_colon(text: str) -> str:
    """`23.30` as 23:30, midnight as 0:00."""
    if text in NAMED_CLOCKS:
        return str(NAMED_CLOCKS[text])
    hour, dot, minute = text.partition(".")
    return f"{hour}:{minute}" if dot and len(minute.removesuffix("am").removesuffix("pm")) == 2 else text


def _halved(begin: str, end: str, *, nap: bool) -> Span | None:
    """`11pm to 7`, `11 to 7am`: of the one without its half of the day the half that makes no long sleep."""
    spans = []
    for half in (0, 12):
        first, second = (_clock(text, half) for text in (begin, end))
        if first and second and timedelta() < _apart(first, second) <= LONGEST_UNSAID[nap]:
            spans.append((first, second))
    return spans[0] if len(spans) == 1 else None


def _bare_hours(begin: str, end: str, *, nap: bool) -> Span | None:
    """`11 to 7`, `23 to 7`, `10 to 6:30`; `6 to 7` may be how many hours."""
    first, second = (_clock(text, 0) for text in (begin, end))
    if not first or not second or nap:
        return None
    is_night = second.hour in MORNING_HOURS and (first.hour >= FIRST_OF_NIGHT or second.hour < first.hour)
    if is_night and first.hour in EVENING_HOURS:
        first = first._replace(hour=(first.hour + 12) % 24)
    is_by_day = not is_night and ":" in begin and ":" in end
    are_hours = is_by_day or (begin.isdecimal() and end.isdecimal() and first.hour < second.hour and first.hour)
    return None if are_hours or _apart(first, second) > LONGEST_UNSAID[nap] else (first, second)


def _clock(text: str, half: int) -> ClockTime | None:
    """The clock that a word says; an hour alone is in the given half of the day."""
    if not text.isdecimal():
        return clock_of(_with_colon(text))
    return ClockTime(int(text) + half, 0) if int(text) + half < 24 else None


def _apart(first: ClockTime, second: ClockTime) -> timedelta:
    """How long after one clock the next other one is."""
    begin, end = (timedelta(hours=clock.hour, minutes=clock.minute) for clock in (first, second))
    return (end - begin) % timedelta(days=1)


def _length(tokens: list[Token], position: int, *, allow_bare: bool) -> tuple[float, str, int] | None:
    """Minutes, their words and the position after them."""
    amount = amounts.longest_amount(tokens, position)
    if amount:
        if amount.dimension != "time":
            raise PhraseRefused(f"{amount.phrase} is not a length of sleep; give hours or minutes")
        minutes = word_at(tokens, amount.end)
        is_hours = amount.parts[-1][1] in ("h", "hr", "hrs", "hour", "hours") and len(minutes) == len("40")
        if (
            is_hours
            and minutes.isdecimal()
            and minutes < "60"
            and word_at(tokens, amount.end + 1) not in (*UNITS, "times")
        ):
            return amount.value(60) + int(minutes), f"{amount.phrase} {minutes}", amount.end + 1  # slept 6h 40
        return amount.value(60), amount.phrase, amount.end
    text = tokens[position].text
    value = amounts.number(text)
    if value is not None:
        if position + 1 < len(tokens) and tokens[position + 1].text in MONTH_WORDS:
            return None
        if not allow_bare:
            in_hours = f" or `nap {text}h`" if value <= LONGEST_NAP_OF_ALL_H else ""
            raise PhraseRefused(f"{text} what? Say the unit: `nap {text}m`{in_hours}")
        return round(value * 60, 6), text, position + 1
    clock_time = clock_of(text) if allow_bare and not text.startswith("@") else None
    if clock_time and clock_time.offset is None and text[-1] != "m":
        if clock_time.hour > LONGEST_AS_LENGTH or (clock_time.hour == LONGEST_AS_LENGTH and clock_time.minute):
            raise PhraseRefused(
                f"is {text} a clock? Say both, `slept {text}-06:00`; a length is at most 18:00, as h:mm"
            )
        return clock_time.hour * 60 + clock_time.minute + clock_time.second / 60, text, position + 1
    return None


_NOT_OVER = "log the night when it is over, or say `{{day}}: slept {}-{}` if it was the one before"


def _between(span: Span, when: TimeWords) -> Sleep:
    """A night, on the calendar date on which it ends."""
    clock, (first, second) = when.clock, span
    _refuse_third_time(span, when)
    day = when.said_day()
    end = moments.at_calendar(clock, day, second) if day else moments.at_latest(clock, second, _NOT_OVER.format(*span))
    start = moments.before(clock, first, end)
    _check_span(span, start, end)
    if end - start > LONGEST_UNDATED and not when.is_date:
        raise _too_long(span, start, end)
    return _sleep(start, end, when.checked_diary_day(end.date()) if when.diary_day else end.date().isoformat())


def _too_long(span: Span, start: datetime, end: datetime) -> PhraseRefused:
    """Why `11:30-7:00` is asked about, and what can be said."""
    first, second = span
    evening = first._replace(hour=(first.hour + 12) % 24)
    at_night = f"`slept {evening}-{second}`, or " if first.hour in EVENING_HOURS else ""
    hours = time_words((end - start).total_seconds())
    return PhraseRefused(
        f"{first}-{second} are {hours}; say {at_night}its date too: `{end:%Y-%m-%d} slept {first}-{second}`"
    )


def _nap_between(span: Span, when: TimeWords) -> Sleep:
    """A nap, on the diary day on which it begins."""
    clock, (first, second) = when.clock, span
    _refuse_third_time(span, when)
    when.clock_time = first
    moment = when.moment()
    start = moments.lived(moment.instant or "", moment.offset)
    end = moments.after(clock, second, start)
    _check_span(span, start, end)
    moments.not_ahead(clock, end, f"the end of the nap at {second}")
    return replace(_sleep(start, end, moment.day), nap=True)


def _check_span(span: Span, start: datetime, end: datetime) -> None:
    first, second = span
    if first == second or (start.time(), start.utcoffset()) == (end.time(), end.utcoffset()):
        raise PhraseRefused(f"{first}-{second} begins and ends at the same time; say the length, `sleep 6.5`")
    minutes = _minutes(start, end)
    check_length("sleep", minutes, f"{number_words(minutes)} min")


def _minutes(start: datetime, end: datetime) -> float:
    return round((end - start) / timedelta(minutes=1), 6)


def _sleep(start: datetime, end: datetime, day: str) -> Sleep:
    """Sleep between two moments."""
    return Sleep(
        day=day,
        minutes=_minutes(start, end),
        started_at=moments.instant_text(start),
        utc_offset_minutes=moments.offset_of(start),
        ended_at=moments.instant_text(end),
        ended_utc_offset_minutes=moments.offset_of(end),
    )
