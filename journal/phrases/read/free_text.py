"""Lines whose words are the user's own: ill, test, visit, travel, started, stopped, changed, took, note.

Days, clocks, spans, doses, counts and how often are taken wherever they stand; what looks like one of them and cannot
be read is refused. The words between them are text, verbatim; beside other text, quoted text is the note.
"""

from datetime import date
from itertools import pairwise
from typing import NamedTuple

from journal.catalog.event_words import IS_OVER
from journal.catalog.everyday import NUMBERS
from journal.catalog.kinds import (
    AHEAD_VERBS,
    CHANGE_VERBS,
    DOSE,
    EVENT,
    EVENT_VERBS,
    SPAN_VERBS,
)
from journal.errors import PhraseRefused
from journal.phrases.context import Context
from journal.phrases.read import amounts, dates, doubts
from journal.phrases.read.clock_words import EARLY
from journal.phrases.read.doses import (
    HIGHEST_DOSE,
    dose_at,
    dose_words,
    is_countable,
    is_hedge,
    no_dose,
    with_often_apart,
)
from journal.phrases.read.figures import bare, with_ago
from journal.phrases.read.frequencies import AS_NEEDED, MEALS, MEALTIMES, frequency_at
from journal.phrases.read.lexer import Token, quoted, tokenize, word_at
from journal.phrases.read.medicine_names import (
    before_meal,
    refuse_known_name,
    refuse_no_medicine,
    refuse_two_medicines,
    without_reason,
)
from journal.phrases.read.pictures import is_picture
from journal.phrases.read.record_builder import when_fields
from journal.phrases.read.slots import quoted_text
from journal.phrases.read.spans import TO_WORDS
from journal.phrases.read.text_days import refuse_date_of_figures, refuse_slip_of_day
from journal.phrases.read.text_edges import without_beginnings, without_joints
from journal.phrases.read.times import TimeWords
from journal.phrases.read.unsaid_verbs import without_at
from journal.phrases.write.format_number import number_words
from journal.records import Act, ChangeMedicine, DayNote, Dose, Event, Medicine, StopMedicine

EXAMPLES = {
    "ill": "ill cold",
    "test": "test CK normal",
    "visit": "visit neurologist 12 Dec",
    "travel": "travel Rome",
    "event": "event flu shot",
    "started": "started magnesium 300mg",
    "stopped": "stopped magnesium",
    "changed": "changed sertraline to 100mg",
    "increased": "increased sertraline to 100mg",
    "reduced": "reduced sertraline to 25mg",
    "took": "took ibuprofen 400mg",
    "note": "note bad night, neighbours",
}
DOSED = ("started", "stopped", "took", *CHANGE_VERBS)
"""Verbs of medicines, beside which an amount is a dose."""
TAKEN_OFTEN = ("started", *CHANGE_VERBS)
"""Verbs of what is taken regularly, beside which a part of the day says how often."""
WITH_RESULTS = ("test", "ill")
"""Verbs beside which a number that is no day and no clock is the result, and text."""
BEFORE_TEXT = ("my", "the", "a", "an", "to", "for", "of", "with", "at", "in", "on")
"""Words that are no text where text begins."""
BEFORE_MEDICINES = ("taking", "using", "some", "another")
"""Words that are no part of a medicine's name: `stopped taking magnesium`."""
BEFORE_NUMBERS = (*TO_WORDS, "from", "since", "at", "by", "around", "on")
TIMES_TAKEN = {"once": 1.0, "twice": 2.0, "thrice": 3.0}
FAR_BACK = ("month", "months", "year", "years")

MOST_TAKEN = 20


class FreeText(NamedTuple):
    """The text of a line, and what stood between its words: the dose, how many of it, the dose before a change, how
    often, and the note."""

    text: str = ""
    dose: tuple[float, str] | None = None
    how_many: float | None = None
    before: tuple[float, str] | None = None
    frequency: str | None = None
    note: str | None = None


def read(line: str, tokens: list[Token], verb_position: int, context: Context, line_day: date | None) -> list[Act]:
    """What a line says; `verb_position` is that of its verb, and what stands before it says when."""
    verb = tokens[verb_position].text
    when = TimeWords(context.clock, line_day, nearest=verb in AHEAD_VERBS and tokens[verb_position].typed != IS_OVER)
    position = 0
    while position < verb_position:
        position = when.read(tokens, position)
    if verb == "note":
        note = line[tokens[verb_position].end :]
        separated = note[:1] in (",", "_")
        return [DayNote(day=doubts.day_of_note(note, when), text=note_text(note[separated:]))]
    if verb not in EVENT_VERBS:
        refuse_known_name(verb, tokens[verb_position + 1 :], context)
    behind_verb = with_often_apart(tokens[verb_position + 1 :])
    behind_verb = without_at(behind_verb) if verb == "test" else behind_verb
    own_text = read_text(line, with_ago(bare(behind_verb)), verb, when)
    if not own_text.text:
        raise PhraseRefused(f"{verb} what? For example `{EXAMPLES[verb]}`")
    if verb in DOSED and not any(token.quoted and token.text == own_text.text for token in tokens):
        refuse_two_medicines(verb, own_text.text)
        is_dose = verb == "took" and own_text.dose
        refuse_no_medicine(verb, tokenize(without_reason(own_text.text) if is_dose else own_text.text), context)
    if verb in EVENT_VERBS:
        return [_event(verb, own_text, when)]
    name, sentence = without_reason(own_text.text), line.strip()
    if name == own_text.text or any(token.quoted for token in tokens):
        return [_dose(own_text, when) if verb == "took" else _medicine(verb, own_text, when)]
    own_text = own_text._replace(text=name, note=sentence if verb == "started" else None)
    act = _dose(own_text, when) if verb == "took" else _medicine(verb, own_text, when)
    return [act] if isinstance(act, Medicine) else [act, DayNote(day=act.day, text=sentence)]


def _event(verb: str, own_text: FreeText, when: TimeWords) -> Event:
    if when.span and verb not in SPAN_VERBS:
        raise no_span(when.span.phrase)
    moment, last_day = when.first_and_last()
    time = when.phrases.get("time", "")
    if verb in AHEAD_VERBS and time.partition(":")[0] in EARLY and time[-1:].isdecimal():
        raise PhraseRefused(f"{time}: by night? Say `{time}pm`, or `0{time}`")
    return Event(
        **when_fields(EVENT, moment),
        last_day=last_day,
        kind=EVENT_VERBS[verb],
        text=own_text.text,
        note=own_text.note,
    )


def no_span(phrase: str) -> PhraseRefused:
    return PhraseRefused(f"{phrase}: a test or a visit does not last longer than its day; say the day alone")


def _medicine(verb: str, own_text: FreeText, when: TimeWords) -> Medicine | StopMedicine | ChangeMedicine:
    when.drop_open_span()
    day = when.day_alone(f"`{verb}`")
    dose = dose_words(own_text.dose) if own_text.dose else None
    if verb == "started":
        return Medicine(name=own_text.text, dose=dose, frequency=own_text.frequency, started_on=day, note=own_text.note)
    if own_text.note:
        raise PhraseRefused(f"`{verb}` takes the name and a day; say the rest as a line of its own: `note ...`")
    if verb == "stopped":
        return StopMedicine(own_text.text, day, dose)
    if not dose and not own_text.frequency:
        raise PhraseRefused(f"{verb} to what? For example `{EXAMPLES[verb]}`")
    before = dose_words(own_text.before) if own_text.before else None
    return ChangeMedicine(verb, own_text.text, day, dose, own_text.frequency, before)


def _dose(own_text: FreeText, when: TimeWords) -> Dose:
    if own_text.note:
        raise PhraseRefused("`took` takes a name and a dose; say the rest as a line of its own: `note ...`")
    amount, unit = amount_taken(own_text)
    return Dose(name=own_text.text, amount=amount, unit=unit, **when_fields(DOSE, when.moment()))


def amount_taken(own_text: FreeText) -> tuple[float | None, str | None]:
    """How much was taken: how many times the dose, or how many."""
    amount, unit = own_text.dose or (None, None)
    if own_text.how_many is not None:
        amount = round((amount or 1) * own_text.how_many, 6)
    if amount is not None and amount > HIGHEST_DOSE:
        raise no_dose(number_words(amount), unit or "")
    return amount, unit


def note_text(line: str) -> str:
    """The line as it stands, or what is inside the quotes where it is exactly one quoted text."""
    text = line.strip()
    if text.startswith('"'):
        inside, after = quoted(text, 0)
        if inside is not None and after == len(text):
            text = inside
    if not text.strip():
        raise PhraseRefused(f"note what? For example `{EXAMPLES['note']}`")
    return text


# ---- what stands between the words ------------------------------------------------------------------------


def read_text(line: str, tokens: list[Token], verb: str, when: TimeWords) -> FreeText:
    """The slots that are filled, wherever they stand, and the runs that fill none; what says when goes to `when`."""
    slots = _Slots(verb, when)
    kept: list[list[Token]] = [[]]
    position = 0
    while position < len(tokens):
        if verb in DOSED and is_hedge(tokens, position, begins=not any(kept)):
            position += 1
            continue
        after = position if tokens[position].quoted else slots.read(tokens, position, begins=not any(kept))
        if after != position:
            kept.append([])
            position = after
            continue
        if verb in DOSED and is_picture(word_at(tokens, position)):
            position += 1
            continue
        if not tokens[position].quoted:
            slots.check(tokens, position)
        kept[-1].append(tokens[position])
        position += 1
    fillers = (*BEFORE_TEXT, *(BEFORE_MEDICINES if verb in DOSED else ()))
    runs = [run if any(kept[:index]) else without_beginnings(run, fillers) for index, run in enumerate(kept)]
    if verb in DOSED:
        runs = [without_joints(run) for run in runs]
        runs = [run for run in runs if [token.text in fillers for token in run] != [True]] or runs
    return _parted(line, [run for run in runs if run], verb, slots)


def _parted(line: str, runs: list[list[Token]], verb: str, slots: "_Slots") -> FreeText:
    """The text, its runs of words joined, and the note, which is quoted text beside other words."""
    texts = [token for run in runs for token in run if token.quoted]
    unquoted = [[token for token in run if not token.quoted] for run in runs]
    unquoted = [run for run in unquoted if run]
    for token in texts:
        quoted_text(token)
    if len(texts) > (1 if unquoted else 2):
        raise PhraseRefused(f"`{verb}` takes one text and one note in quotes, not more")
    filled = FreeText("", slots.dose, slots.count, slots.before, slots.frequency)
    if not unquoted:
        text = texts[0].text if texts else ""
        return filled._replace(text=text, note=texts[1].text if len(texts) == 2 else None)
    if any(unquoted[0][0].start < token.start < unquoted[-1][-1].start for token in texts):
        raise PhraseRefused(f"the quoted text stands in the middle of `{verb}`'s own; put it last")
    pieces = [line[run[0].start : run[-1].end] for run in unquoted]
    for index, (run, following) in enumerate(pairwise(unquoted)):  # the comma of what stood between them
        pieces[index] = pieces[index].rstrip(",") + "," * ("," in line[run[-1].end - 1 : following[0].start])
    text = " ".join(pieces)
    is_open = len(unquoted[-1]) > 1 and unquoted[-1][-1].text == "for"  # booked for 10 Dec
    text = text[: -len("for")].rstrip() if is_open and verb in EVENT_VERBS else text
    signs = ",;" if verb == "visit" else ",;.!…"  # Dr.
    return filled._replace(text=text.rstrip(signs) or text, note=texts[0].text if texts else None)


class _Slots:
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
        if self.verb == "test" and _is_titre(word_at(tokens, position)):
            return position
        after = self.when.read(tokens, position)
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
        if self.verb not in TAKEN_OFTEN and word_at(tokens, position) in MEALTIMES:
            if word_at(tokens, position - 1) == "at":
                return None
            way = "say its clock, as in `took ibuprofen 400mg 13:00`" if self.verb == "took" else "say its day"
            raise PhraseRefused(f"{phrase}: {way}")
        if self.verb not in TAKEN_OFTEN:
            is_why = before_meal(phrase.split(" "), 0) or phrase in AS_NEEDED
            if self.verb == "took" and is_why and self._says_when(tokens):
                return None
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

    def _says_when(self, tokens: list[Token]) -> bool:
        """Whether a line of one dose says when without its meal: `before bed last night`."""
        clock, day = self.when.clock, self.when.line_day
        return any(TimeWords(clock, day).read(tokens, index) != index for index in range(len(tokens)))

    def _read_dose(self, tokens: list[Token], position: int, *, begins: bool) -> int | None:
        """`400mg`, `10 drops of`, and for what was taken how many: `2 ibuprofen`, `x2`."""
        change = word_at(tokens, position) if self.verb in CHANGE_VERBS else ""
        if change == "from" and not self.before and (match := dose_at(tokens, position + 1)):
            self.before, after = match
            return after
        start = position + 1 if change == "to" else position
        if match := dose_at(tokens, start):
            dose, after = match
            self._put_dose(dose, " ".join(token.text for token in tokens[start:after]))
            return after + 1 if word_at(tokens, after) == "of" else after
        word = word_at(tokens, position)
        if self.verb != "took":
            return None
        if word in TIMES_TAKEN and self.count is None:
            self.count = TIMES_TAKEN[word]
            return position + 1
        if begins and word in NUMBERS and self.count is None and word_at(tokens, position + 1):
            self.count = NUMBERS[word]
            return position + 1
        marked = word.removeprefix("x").removesuffix("x")
        is_marked = marked != word and marked.isdecimal()
        if not is_marked and not (begins and word.isdecimal() and position + 1 < len(tokens)):
            return None
        if not is_marked and dates.day_at(self.when.clock, tokens, position, nearest=self.when.nearest):
            return None
        if not 1 <= int(marked) <= MOST_TAKEN:
            raise PhraseRefused(f"{word} what? A dose has its unit, for example `400mg`; how many is 1 to {MOST_TAKEN}")
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
        is_meal = word_at(tokens, position - 1) == "at" and (word in MEALS or word.endswith("time"))
        if self.verb == "took" and is_meal and not self._says_when(tokens):
            raise PhraseRefused(f"at {word}: say its clock, as in `took ibuprofen 400mg 13:00`")
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
        if self.verb in WITH_RESULTS and before not in BEFORE_NUMBERS:
            refuse_date_of_figures(self.verb, word)
            return
        if letters[:1] == "-" and letters[1:2].isalpha() and before not in BEFORE_NUMBERS:
            return  # 5-HTP
        if self.verb in DOSED and word_at(tokens, position + 1) in FAR_BACK:
            raise PhraseRefused(f"{word} {word_at(tokens, position + 1)}: say the day, as `20 Nov` or `2025-11-20`")
        if self.verb in DOSED:
            raise PhraseRefused(
                f"{amounts.shortened(word)} what? A dose has its unit, for example `400mg`; a number that belongs to"
                f" the name stands with it in quotes: {name}"
            )
        raise PhraseRefused(
            f"{amounts.shortened(word)} is no day and no clock known here, as `12 Dec 10:30` is{in_quotes}"
        )


def _is_titre(word: str) -> bool:
    """`1:40` of a test is how far the blood was thinned; a clock is said as 01:40 or `at 1:40`."""
    return word.startswith("1:") and word[2:].isdecimal()
