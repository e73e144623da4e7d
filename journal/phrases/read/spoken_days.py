"""Days that are said by what happened on them: `since the gym yesterday`, `since Thursday's night shift`."""

from journal.catalog import everyday
from journal.moments import PARTS
from journal.phrases.read.line_words import LineWords
from journal.phrases.read.when.dates import RELATIVE, WEEKDAY_WORDS
from journal.phrases.read.when.times import PREPOSITIONS, TimeWords
from journal.phrases.read.words.remedies import is_parted

MOST_WORDS_OF_EVENT = 4
NO_EVENT = {"site", "side", "kind", "verb", "pattern", "flag"}
"""Names that an event between `since` and its day is not."""
SinceEvent = tuple[list[str], int, int]
"""The words for the day in the grammar, and the positions at which they begin and end."""


def since_event(walk: LineWords, position: int) -> SinceEvent | None:
    """The day of what is said behind `since` at a position; None where nothing or no day is said."""
    if walk.text_at(position) != "since":
        return None
    return _possessive(walk, position + 1) or _day_behind(walk, position + 1)


def is_of_a_day(text: str) -> bool:
    """Whether a word is the `yesterday's` of `after yesterday's run`, which is no time of the record."""
    owner = text.removesuffix("'s").removesuffix("’s")
    return owner != text and owner in (*RELATIVE, *WEEKDAY_WORDS, *PARTS)


def _possessive(walk: LineWords, position: int) -> SinceEvent | None:
    """`since Thursday's shift`, `since last night's run`."""
    is_last = walk.text_at(position) == "last"
    owner = walk.text_at(position + is_last)
    day = owner.removesuffix("'s").removesuffix("’s")
    if day == owner or (day != "night" if is_last else day not in (*RELATIVE, *WEEKDAY_WORDS)):
        return None
    texts = ["last", day] if is_last else [day]
    return texts, position, position + len(texts)


def _day_behind(walk: LineWords, position: int) -> SinceEvent | None:
    """`since the gym yesterday`, `since my run on Monday`."""
    is_named = False
    for begin in range(position, min(position + MOST_WORDS_OF_EVENT + 1, len(walk.tokens))):
        if begin > position and is_parted(walk.line, walk.tokens, begin):
            return None
        end = walk.when_end(begin)
        if end > begin:
            first = begin + (walk.text_at(begin) in PREPOSITIONS)
            texts = [walk.text_at(index) for index in range(first, end)]
            when = TimeWords(walk.context.clock, walk.line_day)
            when.read(walk.tokens, begin)
            is_day = bool(when.day or when.ago or when.clock_time) and not when.span
            return (texts, begin, end) if is_day and is_named else None
        text = walk.text_at(begin)
        if not text.isalpha() or NO_EVENT & walk.roles[begin] or text in everyday.DENIALS | everyday.INEXACT:
            return None
        is_named = is_named or text not in everyday.FILLERS
    return None
