"""What reading a phrase needs to know: where and when it is typed, the diary's words, and what it may refer to."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from journal.catalog.lexicon import Lexicon
from journal.errors import PhraseRefused
from journal.moments import UserClock
from journal.records import Episode


def _no_episode() -> Episode | None:
    return None


class Context(NamedTuple):
    """`templates` are what the digits mean; `last_episode` is asked only by `again`."""

    clock: UserClock
    lexicon: Lexicon
    templates: Mapping[str, str] = MappingProxyType({})
    last_episode: Callable[[], Episode | None] = _no_episode
    proposes: bool = True
    """Whether a line with two records is answered with the line that stores both; off while that one is tried."""


def refuse_unknown(
    word: str,
    vocabulary: Mapping[str, object],
    why: str = "is not a known word",
    example: str = "",
    *,
    is_alone: bool = True,
) -> PhraseRefused:
    """The error for an unknown word: the names of what is open there of which it is a slip or a part, else an example.

    `vocabulary` has what each name stands for, so that only one of two names for the same thing is offered. A word that
    is not `is_alone` in its line is no part of a name: `small` in `a small sherry`.
    """
    from journal.catalog import alarm, everyday
    from journal.phrases.read.refuse import alarms
    from journal.phrases.read.words.amounts import shortened
    from journal.phrases.read.words.slips import slips_of

    typed, word = word, word.lower()
    if chapter := alarm.chapter_of(word):
        return alarms.answer(chapter)
    nearest: dict[str, str] = {}
    is_part = is_alone and len(word) > 2 and word not in everyday.NEVER_SLIPS
    parts_of = [name for name in vocabulary if is_part and word in name.split(" ")]
    parts_of.sort(key=lambda name: not name.startswith(word))
    for name in (*parts_of, *slips_of(word, vocabulary)):
        if name != word:
            nearest.setdefault(str(vocabulary[name]), name)
    *names, last = [*nearest.values()][:3] or [example]
    choices = f"{', '.join(names)} or {last}" if names else last
    hint = f"; did you mean {choices}?" if nearest else f"; {example}" if example else ""
    return PhraseRefused(f"“{shortened(typed)}” {why}{hint}")
