"""How much more or less something was than usual, which is not how much it was: `slept an hour less than usual`."""

from itertools import pairwise

from journal.catalog import everyday, turns_of_phrase
from journal.phrases.read.line_words import LineWords
from journal.phrases.read.words import amounts
from journal.phrases.read.words.asking import may_be_note
from journal.phrases.read.words.lexer import joined, word_at
from journal.phrases.read.words.remedies import is_parted

BEFORE_DIFFERENCES = ("a", "bit", "even", "far", "little", "lot", "much", "slightly", "still", "times", "way", "whole")
"""Between a number and the difference."""
COMPARED = ("less", "more", "fewer", "longer", "shorter", "later", "earlier", "extra")
CHANGED = ("up", "down", "plus", "minus")
"""Right before a number of an answer: `screen time up 20 min`."""
OF_LENGTHS = ("less", "fewer", "longer", "shorter")
BEHIND_TOO = ("little", "few", "long", "short", "much", "many")
BEHIND_AS = frozenset("bad much strong often long many intense frequent hard severe heavy good little".split())
"""Behind `twice as` they make a ratio of it."""
LOST = ("lost", "losing", "debt", "missing")
"""Beside a length of sleep they say that it was none."""
STAGES = ("deep", "light")
THAN_WHAT = ("usual", "usually", "normal", "normally", "always", "i", "planned", "before", "yesterday", "last")


def refuse_difference(line_words: LineWords) -> None:
    """Refuse a number with the words of a difference right behind it, or `by` right before it."""
    line, tokens = line_words.line, line_words.tokens
    if line_words.is_sleep and not line_words.has_site:
        _refuse_part_of_night(line_words)
    is_answer = not (line_words.is_sleep or line_words.has_site or line_words.has_workout)
    for position in range(len(tokens)):
        amount = amounts.longest_amount(tokens, position)
        if not amount and not word_at(tokens, position).removeprefix("x").isdecimal():
            continue
        first = end = amount.end if amount else position + 1
        if (ratio := _ratio_end(line_words, position)) > position and (way := _way(line_words)):
            raise may_be_note(f"“{joined(tokens, position, ratio)}” is a difference; say {way}")
        while word_at(tokens, end) in BEFORE_DIFFERENCES:
            end += 1
        end = _difference_end(line_words, end, is_length=amount is not None)
        is_behind = end > first and not any(is_parted(line, tokens, index) for index in range(first, end))
        before = [word_at(tokens, index) for index in range(position)]
        is_by = before[-1:] == ["by"] and not {*COMPARED, *CHANGED}.isdisjoint(before)
        is_by = is_by or (is_answer and not {*before[-1:]}.isdisjoint(CHANGED))
        if (is_behind or is_by) and (way := _way(line_words)):
            phrase = joined(tokens, position - is_by, end if is_behind else first)
            raise may_be_note(f"“{phrase}” is a difference; say {way}")


def _refuse_part_of_night(line_words: LineWords) -> None:
    """Refuse `lost 3 hours sleep` and `deep sleep 2 hours`, which are no night."""
    texts = [token.text for token in line_words.tokens if not token.quoted]
    word = next((text for text in texts if text in LOST), "")
    if word and line_words.has_length:
        raise may_be_note(f"“{word}”: how long it was itself is said as in `slept 6h30`")
    verbs = sum(text in everyday.SLEEP_VERBS for text in texts)
    for kind in turns_of_phrase.KINDS_OF_SLEEP if verbs == 1 and line_words.has_length else ():
        if kind in pairwise(texts) and kind[0] in STAGES:
            raise may_be_note(f"“{' '.join(kind)}” is part of a night; all of it is said as in `slept 6h30`")


def _ratio_end(line_words: LineWords, position: int) -> int:
    """The position behind `twice as bad`, `10 times worse`; the same one where no ratio stands there."""
    tokens = line_words.tokens
    is_times = word_at(tokens, position + 1) == "times"
    is_spoken = tokens[position].text.startswith("x") and not tokens[position].as_typed.lower().startswith("x")
    end = position + 1 + is_times
    if not (is_times or is_spoken) or is_parted(line_words.line, tokens, end):
        return position
    if word_at(tokens, end) == "as" and word_at(tokens, end + 1) in BEHIND_AS:
        return end + 2
    return end + 1 if word_at(tokens, end) in everyday.MORE_OR_LESS else position


def _difference_end(line_words: LineWords, position: int, *, is_length: bool) -> int:
    """The position behind the words of a difference; -1 where none begin there."""
    tokens = line_words.tokens
    word, following = word_at(tokens, position), word_at(tokens, position + 1)
    if word == "too" and following in BEHIND_TOO:
        return position + 2
    is_than = following == "than" and word_at(tokens, position + 2) in THAN_WHAT
    if word == "than" and following in THAN_WHAT:
        return position + 2
    if word not in COMPARED:
        return -1
    if is_than:
        return position + 3 if word_at(tokens, position + 2) != "i" else position + 1
    is_last = position + 1 == len(tokens) or is_parted(line_words.line, tokens, position + 1)
    return position + 1 if is_length or is_last or word in OF_LENGTHS else -1


def _way(line_words: LineWords) -> str:
    """How the amount itself is said; empty where it is not known of what it is one."""
    roles = {role for of_word in line_words.roles for role in of_word}
    if "nap" in {token.text for token in line_words.tokens}:
        return "how long it was itself, as in `nap 20m`"
    if line_words.is_sleep:
        return "how long it was itself, as in `slept 6h30`"
    if "workout" in roles:
        return "how long it was itself, as in `walk 30m`"
    if line_words.has_site:
        return "how strong it was as `5`, how many as `x5`, how long as `5m`"
    if "question" in roles:
        return "how much it was itself, as in `screen time 3h` or `stress 4`"
    return ""
