"""Sleep: hours as an answer, a night between two clocks, a nap."""

from datetime import datetime, timedelta

from journal import moments
from journal.catalog.kinds import SLEEP
from journal.catalog.slot_types import Quantity
from journal.errors import PhraseRefused
from journal.moments import ClockTime, Moment, UserClock
from journal.phrases.context import Context
from journal.phrases.read import amounts, answers
from journal.phrases.read.clocks import clock_of
from journal.phrases.read.dates import MONTH_WORDS
from journal.phrases.read.lexer import Token, word_at
from journal.phrases.read.slots import out_of_amount
from journal.phrases.read.times import TimeWords
from journal.phrases.write.format_number import number_words
from journal.records import Answer, Sleep, replace

LONGEST_AS_LENGTH = 18
"""`sleep 6:30` is a length; from more hours than this it is a clock."""

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
        found_span = _span(tokens, position)
        found_length = (
            None if found_span or _is_ago(tokens, position) else _length(tokens, position, allow_bare=allow_bare)
        )
        if (found_span or found_length) and (span or phrase):
            raise PhraseRefused("the length of the sleep is given twice; say it once")
        if found_span:
            span, position = found_span
        elif found_length:
            length, phrase, position = found_length
        elif word_at(tokens, position) == "from" and position + 1 < len(tokens) and _span(tokens, position + 1):
            position += 1
        else:
            after = when.read(tokens, position)
            if after == position:
                raise PhraseRefused(
                    f"“{amounts.shortened(token.text)}” is not understood after sleep; "
                    "say `sleep 6.5`, `slept 23:40-06:10` or `nap 20m`"
                )
            position = after
    return span, length, phrase


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


def _span(tokens: list[Token], position: int) -> tuple[Span, int] | None:
    """`22:30-06:00`, or `22:30-05:00 to 06:30-05:00` where the clocks have offsets."""
    following = [token.text for token in tokens[position + 1 : position + 3] if not token.quoted]
    if len(following) == 2 and following[0] in ("to", "-", "–", "until", "till"):
        first, second = clock_of(tokens[position].text), clock_of(following[1])
        return ((first, second), position + 3) if first and second else None
    text = tokens[position].text.replace("–", "-")
    begin, dash, end = text.partition("-")
    if not dash or not (":" in text or "m" in text):
        return None
    first, second = (clock_of(part if ":" in part or "m" in part else f"{part}:00") for part in (begin, end))
    return ((first, second), position + 1) if first and second else None


def _length(tokens: list[Token], position: int, *, allow_bare: bool) -> tuple[float, str, int] | None:
    """Minutes, their words and the position after them."""
    amount = amounts.longest_amount(tokens, position)
    if amount:
        if amount.dimension != "time":
            raise PhraseRefused(f"{amount.phrase} is not a length of sleep; give hours or minutes")
        return amount.value(60), amount.phrase, amount.end
    text = tokens[position].text
    value = amounts.number(text)
    if value is not None:
        if position + 1 < len(tokens) and tokens[position + 1].text in MONTH_WORDS:
            return None
        if not allow_bare:
            raise PhraseRefused(f"{text} what? Say the unit: `nap {text}m` or `nap {text}h`")
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
    return _sleep(start, end, when.checked_diary_day(end.date()) if when.diary_day else end.date().isoformat())


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
