"""What reading a phrase needs to know: where and when it is typed, the diary's words, and what it may refer to."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from journal.catalog.words import Words
from journal.moments import Here
from journal.records import Episode
from journal.refusal import PhraseRefused


def _no_episode() -> Episode | None:
    return None


@dataclass(frozen=True)
class Context:
    """`templates` are what the digits mean; `last_episode` is asked only by `again`."""

    here: Here
    words: Words
    templates: Mapping[str, str] = field(default_factory=dict)
    last_episode: Callable[[], Episode | None] = _no_episode


def refuse_unknown(word: str, known: list[str], why: str = "is not a word known here") -> PhraseRefused:
    """The error for a word that nobody knows, naming the nearest ones that are."""
    from difflib import get_close_matches

    from journal.phrases.amounts import shortened

    near = get_close_matches(word[:60], known, n=3, cutoff=0.6)
    hint = f"; did you mean {' or '.join(near)}?" if near else ""
    return PhraseRefused(f"“{shortened(word)}” {why}{hint}")
