"""What lasted longer than a day: `since Mon`, `from 20 Nov to 25 Nov`, `for 3 days`, `until 25 Nov`."""

from typing import TYPE_CHECKING, NamedTuple

from journal.errors import PhraseRefused
from journal.phrases.read.when import clocks, dates
from journal.phrases.read.when.two_clocks import two_clocks_at
from journal.phrases.read.words import amounts
from journal.phrases.read.words.lexer import Token, joined, word_at

if TYPE_CHECKING:
    from journal.phrases.read.when.times import TimeWords

BEHIND_DAYS = ("straight", "running", "now")
"""Behind how many days, with `in a row`: each of them, until today."""
HIGHEST_STRENGTH = 10
"""A number up to this may be an intensity: `left calf 3 to 5 Nov`."""
HALVES_OF_PARTS = {"morning": "am", "afternoon": "pm", "evening": "pm"}
MOST_DAY_WORDS = 5
TO_WORDS = ("to", "until", "till", "through", "-")
BEFORE_THROUGH = ("all", "right", "half", "halfway", "midway", "part", "partway", "way")
"""Before `through Saturday` they leave it a day, and no end."""
EXAMPLE = "Say `from 20 Nov to 25 Nov`, or `since 20 Nov` if it goes on"
LONGEST_DAYS = 3660
LAST_HOUR = 12
"""Of a clock without its half of the day."""


class SpanWords(NamedTuple):
    """How long something went on: until what `end` says, else until now; `days` is how many, today the last, or the
    night just past. `is_open` where no beginning belongs to it: `until 25 Nov`."""

    phrase: str
    end: "TimeWords | None" = None
    days: int = 0
    is_of_nights: bool = False
    is_open: bool = False

    @property
    def goes_on(self) -> bool:
        """Whether it goes on until now: only its beginning was said."""
        return self.end is None and not self.days

    @property
    def end_phrase(self) -> str:
        return " ".join(self.end.phrases.values()) if self.end else self.phrase


def span_at(when: "TimeWords", tokens: list[Token], position: int) -> tuple[SpanWords, int] | None:
    """The span at a position, and the position after it; its beginning goes to `when`."""
    word = word_at(tokens, position)
    if word == "for" or (word == "since" and word_at(tokens, position + 3) != "ago"):
        days = _days_long(tokens, position)
        if days or word == "for":
            return days
    if days := _days_in_a_row(tokens, position) or _last_days(tokens, position):
        return days
    if word == "since" and (match := _since_length(when, tokens, position)):
        return match
    if word in ("until", "till", "through"):
        ended = _end_at(when, tokens, position)
        is_within = word_at(tokens, position - 1) in BEFORE_THROUGH
        if ended and word == "through" and (is_within or ended[0].part or not ended[0].day):
            return None
        return ended and (SpanWords(joined(tokens, position, ended[1]), ended[0], is_open=True), ended[1])
    if match := _shared_half(when, tokens, position) or _glued_half(when, tokens, position):
        return match
    if match := _date_range(when, tokens, position) or _two_clocks(when, tokens, position):
        return match
    if match := _clock_to_clock(when, tokens, position):
        return match
    if match := _from_left_out(when, tokens, position):
        return match
    if word not in ("since", "from"):
        return None
    if word == "from" and (match := _shared_month(when, tokens, position)):
        return match
    after = when.read_all(tokens, position + 1)
    if after == position + 1:
        return None
    if (nested := when.span) and nested.end and not nested.is_open:  # from 25 Nov 14:00 to 28 Nov 15:00
        when.span = None
        del when.phrases["span"]
        return nested._replace(phrase=joined(tokens, position, after)), after
    if word == "since":
        return SpanWords(joined(tokens, position, after)), after
    if word_at(tokens, after) == "on":
        return SpanWords(joined(tokens, position, after + 1)), after + 1
    ended = _end_at(when, tokens, after) if word_at(tokens, after) in TO_WORDS else None
    if ended is None and when.day and not when.clock_time:
        return SpanWords(joined(tokens, position, after)), after  # from Mon, as `since Mon`
    if ended is None:
        _refuse_bare_hour(tokens, after)
        first = joined(tokens, position + 1, after)
        if when.clock_time and when.said_day() is None:
            now = when.clock.local(when.clock.now)
            is_ahead = (when.clock_time.hour, when.clock_time.minute) > (now.hour, now.minute)
            first = f"yesterday {first}" if is_ahead else first
        is_clock = when.clock_time and not when.part
        of_clock = f"Say `{first} 20m` if it lasted so long, or `since {first}` if it goes on"
        way = of_clock if is_clock else EXAMPLE
        raise PhraseRefused(f"{joined(tokens, position, after)} to when? {way}")
    return SpanWords(joined(tokens, position, ended[1]), ended[0]), ended[1]


def _end_at(when: "TimeWords", tokens: list[Token], position: int) -> "tuple[TimeWords, int] | None":
    """What stands behind `to` or `until`, and the position after it."""
    end = type(when)(when.clock, when.line_day, nearest=when.nearest)
    start = _past_roughly(tokens, position + 1)
    try:
        after = end.read_all(tokens, start)
    except PhraseRefused:
        _refuse_end_ahead(when, tokens, start)
        raise
    if after == start:
        return None
    if end.span:
        raise PhraseRefused(f"{end.span.phrase}: the end of a span is a day or a clock. {EXAMPLE}")
    return end, after


def _refuse_end_ahead(when: "TimeWords", tokens: list[Token], start: int) -> None:
    """Refuse `from 27 Nov to 2 Dec`, said between the two."""
    reading = dates.day_at(when.clock, tokens, start, nearest=True)
    if reading and reading.is_date and reading.day > when.clock.today:
        phrase = joined(tokens, start, reading.end)
        raise PhraseRefused(f"{phrase} has not come yet; what goes on is said as `since 20 Nov`, with its first day")


def _shared_month(when: "TimeWords", tokens: list[Token], position: int) -> tuple[SpanWords, int] | None:
    """`from 20 to 25 Nov`, `from the 20th to the 25th of Nov`."""
    start = position + 1 + (word_at(tokens, position + 1) == "the")
    number = dates.day_number(word_at(tokens, start))
    if number is None or word_at(tokens, start + 1) not in TO_WORDS:
        return None
    end = type(when)(when.clock, nearest=when.nearest)
    after = end.read(tokens, start + 2 + (word_at(tokens, start + 2) == "the"))
    if not end.day or not end.is_date:
        return None
    phrase = joined(tokens, position, after)
    if not 1 <= number <= end.day.day:
        raise PhraseRefused(f"{phrase} begins after its end. {EXAMPLE}")
    when.put_day(end.day.replace(day=number), phrase)
    return SpanWords(phrase, end), after


def _since_length(when: "TimeWords", tokens: list[Token], position: int) -> tuple[SpanWords, int] | None:
    """`since 2 hours`, which is `since 2 hours ago`."""
    amount = amounts.longest_amount(tokens, position + 1) if position + 1 < len(tokens) else None
    if amount is None or amount.dimension != "time" or word_at(tokens, amount.end) == "ago":
        return None
    texts = [*tokens[position + 1 : amount.end], tokens[position]._replace(text="ago", typed="")]
    when.read(texts, 0)
    return SpanWords(joined(tokens, position, amount.end)), amount.end


def _from_left_out(when: "TimeWords", tokens: list[Token], position: int) -> tuple[SpanWords, int] | None:
    """`Mon to Wed`, `20 to 22 Nov`: as behind `from`."""
    has_end = any(word_at(tokens, index) in TO_WORDS for index in range(position + 1, position + MOST_DAY_WORDS))
    if not has_end or word_at(tokens, position - 1) in ("from", "since", "between"):
        return None
    number = dates.day_number(word_at(tokens, position))
    is_number = number is not None and number > HIGHEST_STRENGTH and word_at(tokens, position + 1) in TO_WORDS
    is_number_alone = number is not None and word_at(tokens, position + 1) in TO_WORDS
    reading = None if is_number_alone else dates.day_at(when.clock, tokens, position, nearest=when.nearest)
    is_day = reading is not None and word_at(tokens, reading.end) in TO_WORDS
    if not is_number and not is_day:
        return None
    start = tokens[position]._replace(text="from", typed="")
    match = span_at(type(when)(when.clock, nearest=when.nearest), [start, *tokens[position:]], 0)
    if not match or not match[0].end or not match[0].end.day:
        return None
    span, after = span_at(when, [start, *tokens[position:]], 0) or match
    end = position + after - 1
    return span._replace(phrase=joined(tokens, position, end)), end


def _days_in_a_row(tokens: list[Token], position: int) -> tuple[SpanWords, int] | None:
    """`5 days in a row`, `3 days straight`, `on and off 2 days`, `x3 days`: as `for 5 days`."""
    marked = word_at(tokens, position).removeprefix("x")
    if marked != word_at(tokens, position) and marked.isdecimal() and word_at(tokens, position + 2) != "ago":
        texts = [tokens[position]._replace(text=text) for text in ("for", marked)]
        days = _days_long([*texts, *tokens[position + 1 :]], 0)
        return days and (days[0]._replace(phrase=joined(tokens, position, position + 2)), position + 2)
    if word_at(tokens, position + 1) not in (*dates.DAYS_IN, "nights") or word_at(tokens, position - 1) == "for":
        return None
    behind = [word_at(tokens, position + index) for index in range(2, 5)]
    more = 3 if behind == ["in", "a", "row"] else int(behind[0] in BEHIND_DAYS)
    is_on_and_off = word_at(tokens, position - 1) in ("off", "nonstop", "constantly", "constant") and behind[0] != "ago"
    match = _days_long(tokens, position - 1) if more or is_on_and_off else None
    return match and (match[0]._replace(phrase=joined(tokens, position, match[1])), match[1] + more)


def _last_days(tokens: list[Token], position: int) -> tuple[SpanWords, int] | None:
    """`last 3 nights`, `the past 2 days`, as behind `for`; `2 of the last 3 days` are not all of them."""
    if word_at(tokens, position) not in ("last", "past") or amounts.how_many(word_at(tokens, position + 1)) is None:
        return None
    before = position - 1 - (word_at(tokens, position - 1) == "the")
    if word_at(tokens, before) in ("of", "in", "within", "over", "during", "for", "since", "than", "every"):
        return None
    match = _days_long(tokens, position - 1)
    return match and (match[0]._replace(phrase=joined(tokens, position, match[1])), match[1])


def _date_range(when: "TimeWords", tokens: list[Token], position: int) -> tuple[SpanWords, int] | None:
    """`23-25 Nov`, `Nov 23-25`."""
    is_after = word_at(tokens, position) in dates.MONTH_WORDS
    first, dash, last = word_at(tokens, position + is_after).partition("-")
    if first.endswith(".") and last.endswith(".") and first.count(".") == last.count(".") == 2:
        texts = ("from", first, "to", last, "")  # 26.11.-28.11.
        match = span_at(when, [tokens[position]._replace(text=text) for text in texts], 0)
        return match and (match[0], position + 1)
    month = word_at(tokens, position + (not is_after))
    if not dash or month not in dates.MONTH_WORDS or dates.day_number(first) is None or dates.day_number(last) is None:
        return None
    token = tokens[position + is_after]
    days = [token._replace(text=first), token._replace(text="to"), token._replace(text=last)]
    match = _shared_month(when, [token, *days, token._replace(text=month)], 0)
    return match and (match[0], position + 2)


def _shared_half(when: "TimeWords", tokens: list[Token], position: int) -> tuple[SpanWords, int] | None:
    """`from 7:15 to 7:40 pm`, `between 7 and 8pm`: the half of the day is said once, behind the end; where the
    beginning would then lie behind it, that is of the other half, `from 11 to 1 pm`."""
    start = position + (word_at(tokens, position) in ("from", "between"))
    is_between = word_at(tokens, position) == "between"
    word, joint, last = (word_at(tokens, start + step) for step in range(3))
    if joint not in (("and",) if is_between else TO_WORDS) or not (word[:1].isdecimal() and word[:1] != "0"):
        return None
    glued = last[-2:] if last[-2:] in clocks.HALVES else ""
    of_part = _half_of_part(tokens, start + 3)
    half = glued or clocks.HALVES.get(word_at(tokens, start + 3), "") or of_part
    if start == position and ":" not in word:
        return None  # left calf 7 to 8 pm
    if ":" in last and len(word) - word.find(".") == len(".30"):
        word = word.replace(".", ":")  # 7.30 to 8.15 am
    begin, end = (_hour_of(text) for text in (word, last.removesuffix(glued)))
    if not half or begin is None or end is None:
        return None
    is_later = (begin[0] % 12, begin[1]) < (end[0] % 12, end[1])
    first = f"{word}{half if is_later else 'am' if half == 'pm' else 'pm'}"
    after = start + 3 + (not glued and not of_part)
    texts = ("from", first, "to", f"{last.removesuffix(glued)}{half}")
    both = [tokens[position]._replace(text=text, typed="") for text in texts]
    match = span_at(when, [*both, *tokens[after:]], 0)
    return match and (match[0]._replace(phrase=joined(tokens, position, after)), after + match[1] - len(texts))


def _half_of_part(tokens: list[Token], position: int) -> str:
    """The half of the day of `this afternoon` or `in the morning` at a position."""
    while word_at(tokens, position) in ("this", "yesterday", "in", "the"):
        position += 1
    return HALVES_OF_PARTS.get(word_at(tokens, position), "")


def _glued_half(when: "TimeWords", tokens: list[Token], position: int) -> tuple[SpanWords, int] | None:
    """`6-7pm`, `6:00-7:15 pm`."""
    first, _, last = word_at(tokens, position).partition("-")
    half = last[-2:] if last[-2:] in clocks.HALVES else ""
    behind = clocks.HALVES.get(word_at(tokens, position + 1), "") if not half else ""
    if not (half or behind) or _hour_of(first) is None or _hour_of(last.removesuffix(half)) is None:
        return None
    texts = ("from", first, "to", f"{last}{behind}", "")
    match = span_at(when, [tokens[position]._replace(text=text, typed="") for text in texts], 0)
    after = position + 1 + bool(behind)
    return match and (match[0]._replace(phrase=joined(tokens, position, after)), after)


def _hour_of(text: str) -> tuple[int, int] | None:
    """Hour and minute of a clock without its half of the day."""
    hour, _, minute = text.removeprefix(clocks.UNSAID_HALF).partition(":")
    is_clock = hour.isdecimal() and 1 <= int(hour) <= 12 and (not minute or (minute.isdecimal() and len(minute) == 2))
    return (int(hour), int(minute or 0)) if is_clock else None


def _two_clocks(when: "TimeWords", tokens: list[Token], position: int) -> tuple[SpanWords, int] | None:
    """`13:30-14:10`, `from 13:30-14:10`, `between 13:30 and 14:10`, as `from 13:30 to 14:10`."""
    if word_at(tokens, position - 1) in ("from", "since", "between", *TO_WORDS):
        return None
    start = position + (word_at(tokens, position) in ("from", "between"))
    pair, after = two_clocks_at(when, tokens, start), start + 1
    if pair is None and word_at(tokens, position) == "between" and word_at(tokens, start + 1) == "and":
        ends = (word_at(tokens, start), word_at(tokens, start + 2))
        pair = ends if all(":" in text and clocks.clock_of(text) for text in ends) else None
        after = start + 3
    if pair is None:
        return None
    texts = ("from", pair[0], "to", pair[1], "")
    match = span_at(when, [tokens[position]._replace(text=text, typed="") for text in texts], 0)
    return match and (match[0]._replace(phrase=joined(tokens, position, after)), after)


def _clock_to_clock(when: "TimeWords", tokens: list[Token], position: int) -> tuple[SpanWords, int] | None:
    """`11:15am to 11:40am`, `11pm last night to 1am`, `2pm-3pm`: as behind `from`."""
    match = (
        clocks.clock_at(tokens, position) if word_at(tokens, position - 1) not in ("from", "since", "between") else None
    )
    token = tokens[position] if position < len(tokens) else None
    if match is None and token is not None and not token.quoted and (pair := _glued_clocks(token.text)):
        texts = [token._replace(text=text, typed="") for text in ("from", pair[0], "to", pair[1])]
        glued = span_at(when, texts, 0)
        return glued and (glued[0]._replace(phrase=token.as_typed), position + 1)
    if match is None or token is None or "-" in token.text:  # a clock with its offset
        return None
    texts = [token._replace(text="from", typed=""), *tokens[position:]]
    try:
        span, after = span_at(type(when)(when.clock, when.line_day, nearest=when.nearest), texts, 0) or (None, 0)
    except PhraseRefused:
        return None  # one clock, and words behind it
    if span is None or span.end is None or span.end.clock_time is None:
        return None
    end = position + after - 1
    span = (span_at(when, texts, 0) or (span, after))[0]
    return span._replace(phrase=joined(tokens, position, end)), end


def _glued_clocks(text: str) -> tuple[str, str] | None:
    """The two clocks of `2pm-3pm`."""
    first, dash, last = text.replace(".", ":").partition("-")
    is_halved = dash and all(clock[:1].isdecimal() and clock[-2:] in ("am", "pm") for clock in (first, last))
    return (first, last) if is_halved else None


def _refuse_bare_hour(tokens: list[Token], position: int) -> None:
    """Refuse `from 11pm till about 1`: the end may be in either half of the day."""
    start = _past_roughly(tokens, position + 1)
    hour = word_at(tokens, start)
    if word_at(tokens, position) in TO_WORDS and hour.isdecimal() and 1 <= int(hour) <= LAST_HOUR:
        raise PhraseRefused(f"“{joined(tokens, position, start + 1)}”: which time of day? Say `{hour}am` or `{hour}pm`")


def _past_roughly(tokens: list[Token], position: int) -> int:
    while word_at(tokens, position) in ("about", "around", "roughly"):
        position += 1
    return position


def _days_long(tokens: list[Token], position: int) -> tuple[SpanWords, int] | None:
    """`for 3 days`, `for the last 2 weeks`; today is the last of them."""
    first = position + 1
    while word_at(tokens, first) in ("the", "last", "past", "about", "around"):
        first += 1
    word, unit = word_at(tokens, first), word_at(tokens, first + 1)
    end = first + 2
    count = amounts.how_many(word)
    if word in dates.DAYS_IN and first > position + 2:  # for the last week
        count, unit, end = 1, word, first + 1
    days_in_unit = 1 if unit in ("night", "nights") else dates.DAYS_IN.get(unit)
    if count is None or days_in_unit is None or amounts.longest_amount(tokens, first):  # for 2 days 3 hours
        return None
    phrase = joined(tokens, position, end)
    if not 1 <= count * days_in_unit <= LONGEST_DAYS:
        raise PhraseRefused(f"{phrase}: say the first day, for example `since 20 Nov`")
    return SpanWords(phrase, days=count * days_in_unit, is_of_nights=unit in ("night", "nights")), end
