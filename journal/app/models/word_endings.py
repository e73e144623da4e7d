"""How the word that is being typed may end: what the person says most first, then what people say most."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from journal.catalog.entries import plurals
from journal.catalog.kinds import TEXT_VERBS
from journal.catalog.lexicon import Lexicon, Sense
from journal.phrases.context import Context
from journal.phrases.read.parser import known_words

LONGEST_NAME = 4
SHORTEST_BEGINNING = 2
MOST = 5
"""How many endings are offered at once."""
COMMON = tuple(
    "left right both calf eyelid thigh thumb foot hand arm shoulder finger toe back lip neck cheek knee hip buttock"
    " abdomen chest biceps forearm face twitch cramp jerk spasm coffee espresso tea water beer wine cola caffeine"
    " alcohol slept sleep stress anxiety none no note walk run lift bike yoga stretch heat massage rest magnesium"
    " yesterday again start stop took started visit".split()
)
"""The words that we believe are said most, the commonest first."""


class CompletionNames(NamedTuple):
    """What a word may end as, in the order in which it is offered; `reliefs` stand after + and -.

    `meanings` says what each name stands for, so that only one of two names for the same thing is offered.
    """

    all: list[str]
    reliefs: list[str]
    meanings: Mapping[str, object] = MappingProxyType({})


class Completions(NamedTuple):
    """`stem` is the line before the word, `endings` what the word may be, the likeliest first."""

    stem: str
    endings: tuple[str, ...]

    @property
    def lines(self) -> list[str]:
        """The line with each ending, a space behind it for what comes next."""
        return [f"{self.stem}{ending} " for ending in self.endings]


NONE = Completions("", ())


def names(context: Context, use: Mapping[Sense, int] = MappingProxyType({})) -> CompletionNames:
    """Every name of the grammar; `use` says how often the person meant each thing lately."""
    lexicon = context.lexicon
    usual = {name: position for position, name in enumerate(COMMON)}
    first_names = {*lexicon.spoken_names.values()}
    every_name = [name for name in dict.fromkeys(known_words(context)) if name[:1].isalpha()]
    regular = {plural for name in (*every_name, *lexicon.reliefs) for plural in plurals(name)} - first_names

    def times_said(name: str, sense: Sense) -> int:
        """How often a thing was meant; 0 for a name that has no word of its usual one: legs are pressed by few of those
        who train their strength."""
        times = use.get(sense, 0)
        return times if times and {*name.split()} & {*lexicon.name_of(*sense).split()} else 0

    def rank(name: str) -> tuple[int, int, bool, bool]:
        senses = [*lexicon.senses.get(name, ()), Sense("relief", lexicon.reliefs.get(name, ""))]
        return (
            -sum(times_said(name, sense) for sense in senses),
            usual.get(name, len(usual)),
            name in regular,
            name not in first_names,
        )

    return CompletionNames(sorted(every_name, key=rank), sorted(lexicon.reliefs, key=rank), _meanings(lexicon))


def _meanings(lexicon: Lexicon) -> dict[str, object]:
    by_name: dict[str, object] = {name: senses[0] for name, senses in lexicon.senses.items()}
    return by_name | {f"+{name}": ("relief", slug) for name, slug in lexicon.reliefs.items()}


def completions(line: str, names: CompletionNames) -> Completions:
    """The endings of the line's last word or name; none in a note, or where nothing was begun."""
    if line.count('"') % 2 or line[-1:].isspace() or _is_text(line):
        return NONE
    for length in range(min(LONGEST_NAME, line.count(" ") + 1), 0, -1):
        beginning = " ".join(line.split(" ")[-length:])
        bare = beginning.lstrip("+-(")
        word = bare.lower().replace("_", " ")
        if len(word) < SHORTEST_BEGINNING or word[:1].isdigit():
            continue
        is_relief = beginning[:1] in ("+", "-")
        endings = _endings(word, names.reliefs if is_relief else names.all, names.meanings, "+" if is_relief else "")
        if endings:
            return Completions(line[: len(line) - len(bare)], endings)
    return NONE


def _endings(word: str, candidates: list[str], meanings: Mapping[str, object], sign: str) -> tuple[str, ...]:
    """The word itself first where it is a name already; of several names of one thing only the likeliest."""
    endings: dict[object, str] = {}
    for name in sorted((name for name in candidates if name.startswith(word)), key=lambda name: name != word):
        endings.setdefault(meanings.get(sign + name, name), name)
    return tuple(endings.values())[:MOST]


def before_unfinished(line: str, names: CompletionNames) -> str | None:
    """The line without a last word that may not be finished yet; None where it is a known one, or no word."""
    stem, _, word = line.rpartition(" ")
    word = word.lstrip("+-(")
    if not word[:1].isalpha() or line.count('"') % 2 or word.lower() in completions(line, names).endings:
        return None
    return stem


def _is_text(line: str) -> bool:
    first = line.split(maxsplit=1)[0].lower() if line.strip() else ""
    return first in TEXT_VERBS
