"""Times in a clause of the user's own text that are those of something else: `saw my GP, he wants me back on Monday`,
`flu, coughing all night`."""

from journal.catalog import event_words, everyday
from journal.catalog.kinds import EVENT_VERBS
from journal.errors import PhraseRefused
from journal.phrases.read.own_text.doses import dose_at
from journal.phrases.read.own_text.frequencies import frequency_at
from journal.phrases.read.when.dates import OTHER_DAYS
from journal.phrases.read.when.times import TimeWords
from journal.phrases.read.words.asking import may_be_note
from journal.phrases.read.words.lexer import Token, word_at
from journal.phrases.read.words.remedies import is_parted

OF_THE_RECORD = (
    everyday.FILLERS
    | everyday.BEGAN
    | everyday.THIS_ONE
    | everyday.OF_A_PART
    | {*event_words.OF_VISITS, *everyday.NUMBERS, "with", "and"}
)
"""Words beside a time that leave it one of the record: `flu, started Monday`."""
BEFORE_A_REASON = ("for", "with", "on", "from", "because")
"""Behind a medicine they begin why or how it is taken, beside which how often is said too."""
LONGEST_CLAUSE = 30
"""Words; of a longer one each time would be looked for again and again."""
TITLES = ("dr", "mr", "mrs", "ms", "prof", "st")


def text_end(line: str, tokens: list[Token], position: int, verb: str, when: TimeWords) -> int:
    """The position behind a part of a day, or behind how often, that is text of another clause: `coughing all night`;
    the same one where none stands at a position. Raises PhraseRefused for a day or a clock there."""
    scratch = TimeWords(when.clock, when.line_day, nearest=when.nearest)
    start = position
    while start and not _is_parted(line, tokens, start) and position - start < LONGEST_CLAUSE:
        start -= 1
    if not start or not _is_parted(line, tokens, start) or tokens[position].quoted:
        return position
    try:
        end = scratch.read(tokens, position)
    except PhraseRefused:
        return position  # it is refused where it is read in earnest
    if end == position and verb not in EVENT_VERBS:
        end = frequency_at(tokens, position) or position
    if end == position or scratch.span or not _is_of_others(line, tokens, start, verb, when):
        return position
    first = start
    while first < position and (behind := _slot_end(tokens, first, when)) > first:
        first = behind
    first += word_at(tokens, first) in everyday.OF_A_PART
    is_beside = verb not in EVENT_VERBS and (position == first or word_at(tokens, first) in BEFORE_A_REASON)
    if is_beside:
        return position  # twice a day for my back
    texts = {word_at(tokens, index) for index in range(position, end)}
    if not (scratch.clock_time or scratch.ago is not None or texts & {*OTHER_DAYS, "last", "ago"}):
        return end if scratch.day is None else position
    stop = start
    while stop < len(tokens) and (stop == start or not _is_parted(line, tokens, stop)):
        stop += 1
    clause, time = (
        line[tokens[first].start : tokens[last - 1].end].rstrip(" ,.;")
        for first, last in ((start, stop), (position, end))
    )
    way = "put these words in quotes" if verb in EVENT_VERBS else f"leave “{time}” out"
    raise may_be_note(f"“{clause}”: was the rest then too? If so, say “{time}” before the comma; if not, {way}")


def _is_of_others(line: str, tokens: list[Token], start: int, verb: str, when: TimeWords) -> bool:
    """Whether a clause that begins at a position has words that say no time, no dose and nothing of the record."""
    names = event_words.EVENT_NAMES[verb] if verb in ("visit", "test") else ()
    position = start
    others = False
    last = min(start + LONGEST_CLAUSE, len(tokens))
    while position < last and (position == start or not _is_parted(line, tokens, position)):
        end = _slot_end(tokens, position, when)
        word = word_at(tokens, position)
        if end == position and word in names:
            return False  # the neurologist, Dr Rao, on Monday
        others |= end == position and word.isalpha() and word not in OF_THE_RECORD
        position = max(end, position + 1)
    return others


def _is_parted(line: str, tokens: list[Token], position: int) -> bool:
    """Whether a comma or a full stop stands before a word, but not that of `Dr.`."""
    return is_parted(line, tokens, position) and word_at(tokens, position - 1).rstrip(".") not in TITLES


def _slot_end(tokens: list[Token], position: int, when: TimeWords) -> int:
    """The position behind a time, a dose or how often."""
    try:
        end = TimeWords(when.clock, when.line_day, nearest=when.nearest).read(tokens, position)
    except PhraseRefused:
        return position
    dose = dose_at(tokens, position)
    return max(end, frequency_at(tokens, position) or position, dose[1] if dose else position)
