"""The slots of a line of the user's own words: days, clocks, doses, counts and how often, wherever they stand."""

from journal.catalog.everyday import COMPARES, LONG_SPANS, NUMBERS
from journal.catalog.kinds import CHANGE_VERBS, DOSE_UNITS, EVENT_VERBS, MEDICINE_VERBS, SPAN_VERBS
from journal.catalog.mealtimes import BESIDE_DOSES
from journal.errors import PhraseRefused
from journal.phrases.read.own_text.doses import dose_at, is_countable
from journal.phrases.read.own_text.frequencies import AS_NEEDED, MEALS_OF_DOSES, frequency_at
from journal.phrases.read.own_text.medicine_names import before_meal
from journal.phrases.read.own_text.text_days import is_titre, refuse_date_of_figures, refuse_slip_of_day
from journal.phrases.read.when import clocks, dates
from journal.phrases.read.when.dates import MONTH_WORDS, OTHER_DAYS
from journal.phrases.read.when.spans import TO_WORDS
from journal.phrases.read.when.times import TimeWords
from journal.phrases.read.words import amounts
from journal.phrases.read.words.asking import may_be_note
from journal.phrases.read.words.lexer import Token, joined, word_at
from journal.phrases.write.format_number import number_words

DOSED = (*MEDICINE_VERBS, "took")
"""Verbs of medicines, beside which an amount is a dose."""
TAKEN_OFTEN = ("started", *CHANGE_VERBS)
"""Verbs of what is taken regularly, beside which a part of the day says how often."""
WITH_RESULTS = ("test", "ill")
"""Verbs beside which a number that is no day and no clock is the result, and text."""
BEFORE_NUMBERS = (*TO_WORDS, "from", "since", "at", "by", "around", "on")
TIMES_TAKEN = {"once": 1.0, "twice": 2.0, "thrice": 3.0}
BEFORE_MEALS = ("before", "after", "with")
"""Beside a dose of which the time is said they make a meal plain."""
FAR_BACK = ("month", "months", "year", "years")
MOST_TAKEN = 20
LAST_OF_MONTH = 31
"""A higher number is no day and no hour."""


class TextSlots:
    """The slots of a line of the user's own words, each filled at most once."""

    def __init__(self, verb: str, when: TimeWords) -> None:
        self.verb, self.when = verb, when
        self.dose: tuple[float, str] | None = None
        self.count: float | None = None
        self.before: tuple[float, str] | None = None
        self.frequency: str | None = None

    def read(self, tokens: list[Token], position: int, *, begins: bool) -> int:
        """The position after what fills a slot, or the same one; `begins` where no text was read yet."""
        if self.verb in DOSED:
            if after := self._read_frequency(tokens, position):
                return after
            if after := self._read_dose(tokens, position, begins=begins):
                return after
        word = word_at(tokens, position)
        if self.verb in DOSED and word in ("first", "last") and word_at(tokens, position + 1) == "thing":
            return self._past_first_thing(word, tokens, position + 2)
        if word in ("before", "after") and position + 1 < len(tokens) and clocks.clock_at(tokens, position + 1):
            phrase = f"{word} {word_at(tokens, position + 1)}"
            raise PhraseRefused(f"“{phrase}”: when exactly? Say one clock, or the day alone")
        behind_in = position + (word == "in")
        if self.verb in DOSED and word_at(tokens, behind_in) in MONTH_WORDS and dose_at(tokens, behind_in + 1):
            raise PhraseRefused(f"{word_at(tokens, behind_in)}: which day? Say it like `20 Nov`")
        if self.verb == "test" and is_titre(word_at(tokens, position)):
            return position
        after = self.when.read(tokens, position)
        texts = {word_at(tokens, index) for index in range(position, after)}
        if word_at(tokens, position - 1) in COMPARES and texts & {*OTHER_DAYS, "ago"}:
            raise may_be_note(f"“{word_at(tokens, position - 1)} {word}”: a line says how it was that day")
        if after == position and word_at(tokens, position) == "the":  # the day before yesterday
            behind = self.when.read(tokens, position + 1)
            return behind if behind > position + 1 else position
        return after

    def _read_frequency(self, tokens: list[Token], position: int) -> int | None:
        start = position + 1 if word_at(tokens, position) == "to" and self.verb in CHANGE_VERBS else position
        after = frequency_at(tokens, start)
        if after is None or (self.verb not in TAKEN_OFTEN and word_at(tokens, position) in ("at", "in")):
            return None
        phrase = " ".join(token.text for token in tokens[start:after])
        if self.verb not in TAKEN_OFTEN and word_at(tokens, position) in MEALS_OF_DOSES:
            before = word_at(tokens, position - 1)
            if before == "at" or (self.verb == "took" and before in BEFORE_MEALS and self._says_when(tokens)):
                return None
            of_dose = "say its clock, as in `took ibuprofen 400mg yesterday 13:00`"
            way = of_dose if self.verb == "took" else "say its day"
            raise PhraseRefused(f"{phrase}: {way}")
        if self.verb not in TAKEN_OFTEN:
            is_why = before_meal(phrase.split(" "), 0) or phrase in AS_NEEDED
            if self.verb == "took" and is_why and (phrase == "with food" or self._says_when(tokens)):
                return None
            first = word_at(tokens, start - 1)
            if self.verb == "took" and phrase == "pm" and first.isalpha() and first not in DOSE_UNITS:
                name = f"{first} pm"
                raise PhraseRefused(f'“{name}”: such a name stands in quotes, as in `took "{name}" yesterday 21:30`')
            if self.verb == "took":
                raise PhraseRefused(
                    f"{phrase}: `took` is one dose, so say when, as in `took ibuprofen 400mg last night`; what is taken"
                    f" so every day is said once: `started magnesium {phrase}`"
                )
            raise PhraseRefused(f"{phrase}: `{self.verb}` is said once; how often is said as `changed`")
        if self.frequency:
            raise PhraseRefused(f"how often is given twice: {self.frequency} and {phrase}")
        self.frequency = phrase
        return after

    def _past_first_thing(self, which: str, tokens: list[Token], position: int) -> int:
        """`first thing this morning` is this morning, `last thing at night` at night; alone it may have been any."""
        if not frequency_at(tokens, position) and TimeWords(self.when.clock).read(tokens, position) == position:
            often = self.verb in TAKEN_OFTEN
            morning, night = ("in the morning", "at night") if often else ("this morning", "last night")
            raise PhraseRefused(f"“{which} thing”: say `{morning if which == 'first' else night}`")
        return position

    def _says_when(self, tokens: list[Token]) -> bool:
        """Whether a line of one dose says when without its meal: `before bed last night`."""
        clock, day = self.when.clock, self.when.line_day
        return any(TimeWords(clock, day).read(tokens, index) != index for index in range(len(tokens)))

    def _read_dose(self, tokens: list[Token], position: int, *, begins: bool) -> int | None:
        """`400mg`, `10 drops of`, and for what was taken how many: `2 ibuprofen`, `x2`."""
        change = word_at(tokens, position) if self.verb in CHANGE_VERBS else ""
        shared = dose_at(tokens, position + 3) if word_at(tokens, position + 2) == "to" else None
        number = (
            amounts.number(word_at(tokens, position + 1)) if word_at(tokens, position + 1)[:1].isdecimal() else None
        )
        if change == "from" and not self.before and shared and number and not dose_at(tokens, position + 1):
            self.before = number, shared[0][1]  # from 50 to 100mg
            return position + 2
        if change == "from" and not self.before and (match := dose_at(tokens, position + 1)):
            self.before, after = match
            return after
        start = position + 1 if change == "to" else position
        if match := dose_at(tokens, start):
            dose, after = match
            if change == "to" and self.dose and not self.before:  # atorvastatin 20 mg increased to 40 mg
                self.before, self.dose = self.dose, None
            self._put_dose(dose, " ".join(token.text for token in tokens[start:after]))
            return after + 1 if word_at(tokens, after) == "of" else after
        word = word_at(tokens, position)
        if self.verb != "took":
            return None
        if word in TIMES_TAKEN and self.count is not None:
            raise PhraseRefused(f"how many is given twice: {number_words(self.count)} and {word}; say the whole dose")
        times = int(NUMBERS.get(word) or amounts.whole_number(word) or 0)
        if self.count is None and word_at(tokens, position + 1) == "times" and 1 < times <= MOST_TAKEN:
            self.count = float(times)
            return position + 2
        if word in TIMES_TAKEN:
            self.count = TIMES_TAKEN[word]
            return position + 1
        if begins and word in NUMBERS and self.count is None and word_at(tokens, position + 1):
            if NUMBERS[word] > MOST_TAKEN:
                raise _no_count(word)
            self.count = NUMBERS[word]
            return position + 1
        if word_at(tokens, position + 1) in LONG_SPANS:
            return None  # x3 days
        marked = word.removeprefix("x").removesuffix("x")
        is_marked = marked != word and marked.isdecimal()
        if not is_marked and not (begins and word.isdecimal() and position + 1 < len(tokens)):
            return None
        if not is_marked and dates.day_at(self.when.clock, tokens, position, nearest=self.when.nearest):
            return None
        if not 1 <= int(marked) <= MOST_TAKEN:
            raise _no_count(word)
        if self.count is not None:
            raise PhraseRefused(f"how many is given twice: {number_words(self.count)} and {word}")
        self.count = float(marked)
        return position + 1

    def _put_dose(self, dose: tuple[float, str], phrase: str) -> None:
        """A number of tablets beside the dose of one is how many."""
        for pieces, weight in ((self.dose, dose), (dose, self.dose)):
            is_pair = pieces and weight and is_countable(pieces[1]) and not is_countable(weight[1])
            if is_pair and pieces and self.verb == "took" and self.count is None:
                self.count, self.dose = pieces[0], weight
                return
        if self.dose:
            raise PhraseRefused(f"the dose is given twice: {number_words(self.dose[0])} {self.dose[1]} and {phrase}")
        self.dose = dose

    def check(self, tokens: list[Token], position: int) -> None:
        """Refuses a word that looks like an amount, a day or a clock, for it was read as none."""
        word = tokens[position].text
        if word == "and" and {word_at(tokens, position + 1), word_at(tokens, position + 2)} & {"half", "quarter"}:
            raise PhraseRefused("say the number in figures, as in `took 2.5 tablets of magnesium`")
        if self.verb in DOSED and word == "weekend":
            raise PhraseRefused("the weekend: which day? Say it like `Sat` or `20 Nov`")
        is_meal = word_at(tokens, position - 1) == "at" and (word in BESIDE_DOSES or word.endswith("time"))
        if self.verb == "took" and is_meal and not self._says_when(tokens):
            raise PhraseRefused(f"at {word}: say its clock, as in `took ibuprofen 400mg yesterday 13:00`")
        how_many = word.replace("×", "x").strip("x")
        if self.verb in TAKEN_OFTEN and how_many != word and how_many.isdecimal():
            raise PhraseRefused(f"{word}: how often? Say the whole dose, or it like `started magnesium 300mg bd`")
        refuse_slip_of_day(word, word_at(tokens, position - 1))
        if word == "ago":
            raise PhraseRefused("“ago”: how long ago was that? Say `3 days ago`, or the day as `20 Nov`")
        if word == "since" and self.verb in SPAN_VERBS:
            raise PhraseRefused(f"since when? Say a day, as in `{self.verb} ... since 20 Nov`")
        is_spoken = self.verb in DOSED and word in NUMBERS and NUMBERS[word] > 1
        digits, letters = (word, "") if is_spoken else amounts.split_unit(word)
        if not digits and not (word[:1] in "@~" and word[1:2].isdecimal()):
            return
        before = word_at(tokens, position - 1)
        is_year = len(word) == 4 and word.isdecimal() and word[:2] in ("19", "20")
        if is_year and (before == "in" or self.verb in ("visit", "travel", "event")):
            raise PhraseRefused(f"{word}: which day? Say it like `20 Nov {word}`")
        name = f'`{self.verb} "..."`'
        in_quotes = "; a number that belongs to the text stands in quotes behind the rest"
        if any(sign in digits + letters for sign in ".:/-"):  # a day or a clock, which in quotes would be lost
            in_quotes = ""
        if self.verb in EVENT_VERBS and dose_at(tokens, position):
            in_quotes = ", and a medicine is said like `started ramipril 2.5mg daily`"
        if letters in ("st", "nd", "rd", "th") and before in ("the", *BEFORE_NUMBERS):
            raise PhraseRefused(f"{word}: a day is said like `20 Nov`, several as `from 20 Nov to 23 Nov`")
        is_change = before in ("to", "from") and word.replace(".", "").isdecimal() and float(digits) > LAST_OF_MONTH
        if self.verb in WITH_RESULTS and (before not in BEFORE_NUMBERS or is_change):  # CK down to 145
            refuse_date_of_figures(self.verb, word)
            return
        if letters[:1] == "-" and letters[1:2].isalpha() and before not in BEFORE_NUMBERS:
            return  # 5-HTP
        if self.verb in DOSED and word_at(tokens, position + 1) in FAR_BACK:
            raise PhraseRefused(f"{word} {word_at(tokens, position + 1)}: say the day, as `20 Nov` or `2025-11-20`")
        if self.verb in DOSED and word_at(tokens, position + 1) in ("hour", "hours", "minutes", "mins", "hrs"):
            is_ago = word_at(tokens, position + 2) in ("ago", "before", "after", "later")
            phrase = joined(tokens, position, position + 2 + is_ago)
            if self.verb != "took":
                raise PhraseRefused(
                    f"“{phrase}”: `{self.verb}` is said of a medicine, with its day; a twitch that is over is said with"
                    " its place, as in `left calf 4 20m`"
                )
            raise PhraseRefused(
                f"“{phrase}”: when it was taken is said by its clock, as in `took ibuprofen 400mg yesterday 13:00`"
            )
        if self.verb == "took" and before in ("and", "&", "plus") and word_at(tokens, position + 1).isalpha():
            behind = f"{word} {word_at(tokens, position + 1)}"
            raise PhraseRefused(f"two medicines are two lines, the second as in `took {behind}`")
        if self.verb in DOSED:
            has_meal = any(token.text in BESIDE_DOSES for token in tokens if not token.quoted)
            when = ", and a dose its clock, as in `yesterday 13:00`"
            raise PhraseRefused(
                f"{amounts.shortened(word)} what? A dose has its unit, for example `400mg`; a number that belongs to"
                f" the name stands with it in quotes: {name}"
                f"{when if self.verb == 'took' and has_meal and not self._says_when(tokens) else ''}"
            )
        raise PhraseRefused(
            f"{amounts.shortened(word)} is no day and no clock known here, as `12 Dec 10:30` is{in_quotes}"
        )


def _no_count(word: str) -> PhraseRefused:
    return PhraseRefused(f"{word} what? A dose has its unit, for example `400mg`; how many is 1 to {MOST_TAKEN}")
