"""The words that say when: days, clocks, parts of a day, `ago`."""

from datetime import timedelta

from journal import moments
from journal.catalog import everyday
from journal.errors import PhraseRefused
from journal.moments import PARTS, ClockTime
from journal.phrases.read.when import clocks, dates, nights, spans
from journal.phrases.read.when.dates import RELATIVE, WEEKDAY_WORDS
from journal.phrases.read.when.occasion import Occasion
from journal.phrases.read.when.two_clocks import two_clocks_at
from journal.phrases.read.words import amounts
from journal.phrases.read.words.lexer import Token, joined, word_at

TIME_WORDS = (*RELATIVE, *WEEKDAY_WORDS, *PARTS, "ago", "last night", "tonight", "overnight", *clocks.NAMED_CLOCKS)
LONGEST_AGO = timedelta(days=366)
PREPOSITIONS = ("at", "on", "in", "by", "around", "about", "during")
"""Words before a day, a clock or a part of a day that change nothing."""
BETWEEN_DAYS = (*PREPOSITIONS, "the", "am", "pm", *PARTS)
"""Words between a weekday and its date."""
BEFORE_HOURS = ("at", "by", "around")
"""Words before a bare number that make it an hour: `at 5 this morning`."""


class TimeWords(Occasion):
    """Reads what a line says of when it was."""

    def read(self, tokens: list[Token], position: int) -> int:
        """Read what says when at a position; returns the position after it, or the same one where nothing does."""
        after = (
            self._read_span(tokens, position)
            or self._read_hour(tokens, position)
            or self._read_night(tokens, position)
            or self._read_bare(tokens, position)
        )
        if not after and word_at(tokens, position) in PREPOSITIONS:
            behind = position + 2 if word_at(tokens, position + 1) == "the" else position + 1
            after = self._read_clocks(tokens, behind) or self._read_bare(tokens, behind)
        return after or position

    def read_all(self, tokens: list[Token], position: int) -> int:
        """Read what says when from a position on, but for the end of a span; returns the position after it."""
        while word_at(tokens, position) not in spans.TO_WORDS and (after := self.read(tokens, position)) != position:
            position = after
        return position

    def _read_bare(self, tokens: list[Token], position: int) -> int | None:
        """What says when, without a word before it."""
        return (
            self._read_ago(tokens, position)
            or self._read_day(tokens, position)
            or self._read_clock(tokens, position)
            or self._read_unsaid_half(tokens, position)
            or self._read_part(tokens, position)
            or self._read_diary_day(tokens, position)
        )

    def _read_ago(self, tokens: list[Token], position: int) -> int | None:
        if position >= len(tokens):
            return None
        amount = amounts.longest_amount(tokens, position)
        if not amount or word_at(tokens, amount.end) != "ago":
            return None
        if amount.dimension != "time":
            raise PhraseRefused(f"{amount.phrase} ago: only a time can be ago, for example `20m ago`")
        self._put("time", f"{amount.phrase} ago")
        seconds = amount.value(1)
        if seconds > LONGEST_AGO.total_seconds():
            raise PhraseRefused(f"{amount.phrase} ago is too long; say the date, for example `2026-11-20`")
        self.ago = timedelta(seconds=seconds)
        return amount.end + 1

    def _read_day(self, tokens: list[Token], position: int) -> int | None:
        reading = dates.day_at(self.clock, tokens, position, nearest=self.nearest)
        if not reading:
            return None
        phrase = joined(tokens, position, reading.end)
        weekday = WEEKDAY_WORDS.get(self.phrases.get("day", "").lower())
        is_beside = not self._has_words_between(tokens, position)
        if weekday is not None and reading.is_date and is_beside:  # Thursday 3 December
            if weekday != reading.day.weekday():
                raise PhraseRefused(f"{phrase} is a {moments.WEEKDAYS[reading.day.weekday()]}; say one of them")
            phrase = f"{self.phrases.pop('day')} {phrase}"
        if word_at(tokens, reading.end) in WEEKDAY_WORDS and reading.is_date:  # 3 December Thursday
            return self._read_weekday_behind(tokens, reading, phrase)
        self._put("day", phrase)
        self.day, self.beside_clock, self.is_date = reading.day, reading.beside_clock, reading.is_date
        self.day_end = reading.end
        return reading.end

    def _has_words_between(self, tokens: list[Token], position: int) -> bool:
        """Whether other words stand between the day that was read and a position: `Thursday, next appt 10 Dec`."""
        texts = [word_at(tokens, index) for index in range(self.day_end, position)]
        return any(text.isalpha() and text not in BETWEEN_DAYS for text in texts)

    def _read_weekday_behind(self, tokens: list[Token], reading: dates.DayReading, phrase: str) -> int:
        weekday = word_at(tokens, reading.end)
        if WEEKDAY_WORDS[weekday] != reading.day.weekday():
            raise PhraseRefused(f"{phrase} is a {moments.WEEKDAYS[reading.day.weekday()]}; say one of them")
        self.put_day(reading.day, f"{phrase} {weekday}")
        return reading.end + 1

    def _read_clock(self, tokens: list[Token], position: int) -> int | None:
        match = clocks.clock_at(tokens, position)
        if match is None:
            return None
        clock_time, phrase, after = match
        self._put("time", phrase)
        self.clock_time = clock_time
        return after

    def _read_hour(self, tokens: list[Token], position: int) -> int | None:
        """`at 5` beside a part of the day, and `5 o'clock`; refused where the half of the day is not said."""
        word, following = word_at(tokens, position), word_at(tokens, position + 1)
        is_hour = following == "o'clock" and word.isdecimal()
        if word == "about" and following.isdecimal() and self._has_part_behind(tokens, position + 2):
            word = "around"
        if not is_hour and not (word in BEFORE_HOURS and following.isdecimal()):
            return None
        number, after = (word, position + 2) if is_hour else (following, position + 2)
        behind = word_at(tokens, after)
        if behind == "o'clock":
            after += 1
        elif not is_hour and (
            behind in clocks.HALVES
            or amounts.amount_at(tokens, position + 1)
            or dates.day_at(self.clock, tokens, position + 1, nearest=self.nearest)
            or (word != "at" and behind.endswith("s") and behind != "this")  # around 30 twitches
        ):
            return None
        if word_at(tokens, after - 1) == "o'clock" and (half := clocks.HALVES.get(word_at(tokens, after))):
            clock_time = clocks.clock_of(f"{number}{half}")
            self._put("time", f"{number}{half}")
            self.clock_time = clock_time
            return after + 1
        phrase = joined(tokens, position, after)
        hour = amounts.whole_number(number)
        if hour is None or hour > 23:
            raise PhraseRefused(f"{phrase} is not a time of day; write it like 14:05 or 2:15pm")
        if word != "at" and hour > 12 and not is_hour:
            raise PhraseRefused(f"{phrase}: which time of day? Say `{hour:02}:00`")
        self._put_clock(tokens, ClockTime(hour, 0), phrase)
        return after

    def _has_part_behind(self, tokens: list[Token], position: int) -> bool:
        """Whether a part of the day follows, as in `about 3 this morning`."""
        behind = [word_at(tokens, position + index) for index in range(3)]
        is_in_the = behind[:2] == ["in", "the"] and behind[2] in PARTS
        return is_in_the or (behind[0] in ("this", "last", "yesterday") and behind[1] in PARTS)

    def _read_unsaid_half(self, tokens: list[Token], position: int) -> int | None:
        """`half past two`, as 2:30 with the mark of a clock without its half of the day."""
        word = word_at(tokens, position)
        clock_time = clocks.clock_of(word[1:]) if word.startswith(clocks.UNSAID_HALF) else None
        if clock_time is None:
            return None
        self._put_clock(tokens, clock_time, tokens[position].as_typed)
        return position + 1

    def _put_clock(self, tokens: list[Token], clock_time: ClockTime, phrase: str) -> None:
        """A clock without its half of the day; refused where no part of the day stands by that says it."""
        has_part = any(word_at(tokens, index) in (*PARTS, "tonight", "overnight") for index in range(len(tokens)))
        if not has_part and clock_time.hour in range(1, 13):
            hour, minutes = clock_time.hour, f":{clock_time.minute:02}" if clock_time.minute else ""
            raise PhraseRefused(f"{phrase}: which time of day? Say `{hour}{minutes}am` or `{hour}{minutes}pm`")
        self._put("time", phrase)
        self.clock_time, self.is_halved = clock_time, True

    def _read_night(self, tokens: list[Token], position: int) -> int | None:
        """`in the night`, `half the night`, `overnight`, `on my night shift`: the night just past or, before the day
        begins, this one; unless a day is said."""
        after = nights.night_at(tokens, position)
        if after is None:
            return None
        if nights.is_of_shift(tokens, after):
            if any(self._says_when(tokens, index) for index in range(len(tokens))):
                return None
            nights.refuse_tonight(self.clock, joined(tokens, after - 1, after + 1))
        self._put("part of the day", joined(tokens, position, after))
        self.part, self.unsaid_day = "night", self.clock.calendar_day - timedelta(days=1)
        return after

    def _says_when(self, tokens: list[Token], position: int) -> bool:
        """Whether a day or a clock stands at a position."""
        if position >= len(tokens) or tokens[position].quoted:
            return False
        is_clock = clocks.clock_at(tokens, position) is not None or word_at(tokens, position) in ("ago", "tonight")
        is_last_night = (word_at(tokens, position), word_at(tokens, position + 1)) == ("last", "night")
        return is_clock or is_last_night or dates.day_at(self.clock, tokens, position) is not None

    def _read_clocks(self, tokens: list[Token], position: int) -> int | None:
        """`at 11:15 to 11:40`: two clocks, as behind `from`."""
        is_clock = position < len(tokens) and clocks.clock_at(tokens, position) is not None
        are_two = two_clocks_at(self, tokens, position) is not None
        return self._read_span(tokens, position) if is_clock or are_two else None

    def _read_span(self, tokens: list[Token], position: int) -> int | None:
        match = spans.span_at(self, tokens, position)
        if match is None:
            return None
        span, after = match
        self._put("span", span.phrase)
        self.span = span
        return after

    def _read_part(self, tokens: list[Token], position: int) -> int | None:
        word, following = word_at(tokens, position), word_at(tokens, position + 1)
        if joined(tokens, position, position + 3).lower() == "night before last":
            return self._read_nights_ago(tokens, position)
        if following in ("night", "nights") and word_at(tokens, position + 2) == "ago":
            return self._read_nights_ago(tokens, position)
        if nights.is_event(tokens, position) or (word in PARTS and following in everyday.BEHIND_A_PART):
            return None
        after = position + (1 if word in (*PARTS, "tonight") else 2)
        phrase = word if after == position + 1 else f"{word} {following}"
        if (word, following) == ("all", "day"):
            self.unsaid_day = self.clock.today
            return after
        if phrase == "last night":
            self._put("day", phrase)
            self.part, self.day = "night", self.clock.today - timedelta(days=1)
        elif phrase == "tonight" or (word == "this" and following in PARTS):
            self._put("day", phrase)
            self.part, self.day = self._tonight() if phrase == "tonight" else following, self.clock.today
        elif word in PARTS or (word == "all" and following in PARTS):
            self.part = word if word in PARTS else following
        else:
            return None
        self._put("part of the day", phrase)
        return after

    def _tonight(self) -> str:
        """What `tonight` is now: the evening, until the night has begun; of what may lie ahead the night."""
        wall = self.clock.local(self.clock.now).replace(tzinfo=None)
        begins = [moments.part_begins(self.clock, self.clock.today, part) for part in ("evening", "night")]
        return "evening" if begins[0] <= wall < begins[1] and not self.nearest else "night"

    def _read_nights_ago(self, tokens: list[Token], position: int) -> int | None:
        """`2 nights ago`: of these `last night` is one."""
        is_before_last = joined(tokens, position, position + 3).lower() == "night before last"
        count = 2 if is_before_last else amounts.how_many(word_at(tokens, position))
        if count is None:
            return None
        phrase = joined(tokens, position, position + 3)
        if not 1 <= count <= dates.MOST_DAYS_AGO:
            raise PhraseRefused(f"{phrase}: which night? Say its day, as in `20 Nov night`")
        self._put("day", phrase)
        self._put("part of the day", phrase)
        day = self.clock.today - timedelta(days=count)
        self.part, self.day = "night", moments.old_enough(day, phrase)
        return position + 3

    def _read_diary_day(self, tokens: list[Token], position: int) -> int | None:
        if word_at(tokens, position) != "(day" or not word_at(tokens, position + 1).endswith(")"):
            return None
        text = tokens[position + 1].text[:-1]
        day = dates.iso_date(text)
        if day is None:
            raise PhraseRefused(f"(day {amounts.shortened(text)}) needs a date such as 2026-11-20")
        self._put("day it belongs to", text)
        self.diary_day = day
        return position + 2
