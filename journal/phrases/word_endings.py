"""How the word that is being typed may end, or go on: what the person says most first, then what people say most."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from journal.catalog.entries import plurals
from journal.catalog.everyday import CONTEXT, FILLERS
from journal.catalog.kinds import EPISODE_VERBS, TEXT_VERBS
from journal.catalog.lexicon import HEADS, Lexicon, Sense
from journal.phrases.context import Context
from journal.phrases.read.parser import known_words

BEGUN_CLOCK_OR_DATE = re.compile(r"[01]?\d|2[0-3]|20[2-9]\d?")
MOST_WORDS = 4
MOST = 5
"""How many endings are offered at once."""
ABOUT_A_QUESTION = ("no", "forget")
"""Behind these stands the name of a question."""
OF_NONE = "question of none"
"""The role of a name that stands behind them."""
OF_ZERO = "question of zero"
"""The role of a name of which `no` can speak: sleep quality is 1 to 5."""
OF_AN_EPISODE = frozenset(("site", "side", "kind"))
"""The roles of which an episode has one each."""
NO_ROLE: frozenset[str] = frozenset()
COMMON = tuple(
    "left right both calf eyelid thigh thumb foot hand arm shoulder finger toe back lip neck cheek knee hip buttock"
    " abdomen chest biceps forearm face twitch cramp jerk spasm coffee espresso tea water beer wine cola caffeine"
    " alcohol slept sleep stress anxiety none no note walk run lift bike yoga stretch heat massage rest magnesium"
    " yesterday again start stop took started visit".split()
)
"""The words that we believe are said most, the commonest first."""
LETTERS_OF_INTENT = 3
"""Letters of a word from which on it is offered although it is discreet, or cannot stand there: the preview says why
not."""
DISCREET = frozenset(
    "ass asses bum bums butt butts breast breasts nipple nipples genital genitals penis testicle testicles vulva"
    " vulvas".split()
)
"""Parts of the body that are not offered to somebody who types a letter, perhaps in company."""


class CompletionNames(NamedTuple):
    """What a word may end as, in the order in which it is offered; `reliefs` stand after +, - and tried.

    `meanings`: name -> what it stands for, so that only one of two names for the same thing is offered. `roles`: name
    -> what it may be in a line. `sayings`: a name that is made of a slug -> the one that a person would say.
    """

    all: list[str]
    reliefs: list[str]
    meanings: Mapping[str, object] = MappingProxyType({})
    roles: Mapping[str, frozenset[str]] = MappingProxyType({})
    sayings: Mapping[str, str] = MappingProxyType({})
    known: frozenset[str] = frozenset()

    def roles_of(self, name: str) -> frozenset[str]:
        return self.roles.get(name, NO_ROLE)


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
    usual = _usual_names(context.lexicon, tuple(dict.fromkeys(known_words(context))))
    if not use:
        return usual
    times = _times_said(context.lexicon, use)
    return usual._replace(
        all=sorted(usual.all, key=lambda name: -times.get(name, 0)),
        reliefs=sorted(usual.reliefs, key=lambda name: -times.get(name, 0)),
    )


@lru_cache(maxsize=2)
def _usual_names(lexicon: Lexicon, vocabulary: tuple[str, ...]) -> CompletionNames:
    """For someone of whom nothing is known; the words change seldom, and to rank them takes 5 ms of each page."""
    sayings = dict(_sayings(lexicon))
    usual = {name: position for position, name in enumerate(COMMON)}
    first_names = {*lexicon.spoken_names.values()}
    every_name = [name for name in vocabulary if name[:1].isalpha()]
    regular = {plural for name in (*every_name, *lexicon.reliefs) for plural in plurals(name)} - first_names

    def rank(name: str) -> tuple[int, bool, bool]:
        return usual.get(name, len(usual)), name in regular, sayings.get(name, name) not in first_names

    return CompletionNames(
        sorted(every_name, key=rank),
        sorted(lexicon.reliefs, key=rank),
        _meanings(lexicon),
        _roles(lexicon),
        sayings,
        frozenset((*every_name, *lexicon.reliefs)),
    )


def _times_said(lexicon: Lexicon, use: Mapping[Sense, int]) -> dict[str, int]:
    """How often what a name stands for was meant; never for a name that has no word of its usual one: legs are pressed
    by few of those who train their strength."""
    times: dict[str, int] = {}
    reliefs = ((name, [Sense("relief", slug)]) for name, slug in lexicon.reliefs.items())
    for name, senses in (*lexicon.senses.items(), *reliefs):
        for sense in senses:
            if sense in use and {*name.split()} & {*lexicon.name_of(*sense).split()}:
                times[name] = times.get(name, 0) + use[sense]
    return times


def _meanings(lexicon: Lexicon) -> dict[str, object]:
    by_name: dict[str, object] = {name: senses[0] for name, senses in lexicon.senses.items()}
    return by_name | {f"+{name}": ("relief", slug) for name, slug in lexicon.reliefs.items()}


def _roles(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    roles = {name: frozenset(sense.role for sense in senses) for name, senses in lexicon.senses.items()}
    for name in lexicon.question_names:
        is_of_zero = lexicon.questions[lexicon.question_names[name]].lowest == 0
        is_of_zero &= "verb" not in roles.get(name, ()) or name == "sleep"  # not `no none`
        roles[name] = roles.get(name, frozenset()) | ({OF_NONE, OF_ZERO} if is_of_zero else {OF_NONE})
    return roles


def _sayings(lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """The names that nobody would say: `eye corner` is said `corner of eye`, `caffeine mg` `caffeine total`."""
    for (role, slug), spoken in lexicon.spoken_names.items():
        parts = slug.replace("_", " ")
        label = lexicon.questions[slug].label if role == "question" else lexicon.label(role, slug)
        if " " in parts and parts not in (spoken, label.lower().rstrip("?")):
            yield parts, spoken


def completions(line: str, names: CompletionNames, most: int | None = MOST) -> Completions:
    """The endings of the line's last word or name, and behind a space what is still needed; none in a note."""
    if line.count('"') % 2 or _is_text(line):
        return NONE
    parts = _PARTS.split(line)[-1].split(" ")
    if not parts[-1]:
        return _next_words(line, _plain(parts[:-1]), names, most)
    for length in range(min(MOST_WORDS, len(parts)), 0, -1):
        beginning = " ".join(parts[-length:])
        bare = beginning.lstrip("+-(")
        [word] = _plain([bare])
        if not word or word[:1].isdigit():
            continue
        before = _plain(parts[:-length])
        endings = _endings(word, before, beginning[:1] in ("+", "-"), names, most)
        if endings:
            return Completions(line[: len(line) - len(bare)], endings)
    return NONE


_PARTS = re.compile(r"[,;:] +")
"""What parts the records of a line."""


def _plain(parts: Iterable[str]) -> list[str]:
    return [word.lower().replace("_", " ") for word in parts]


def _endings(
    word: str, before: list[str], is_signed: bool, names: CompletionNames, most: int | None
) -> tuple[str, ...]:
    """The word itself first where it is a name already; what cannot stand there only if it is meant, by its letters,
    and nothing else begins so. No word is offered twice."""
    if is_signed or before[-1:] == ["tried"]:
        return _one_each((name for name in names.reliefs if name.startswith(word)), names, most, "+")
    barred, last = _barred(before, names), before[-1] if before else ""
    candidates = [name for name in names.all if name.startswith(word) and name not in before]
    if len(word) < LETTERS_OF_INTENT:
        candidates = [name for name in candidates if DISCREET.isdisjoint(name.split(" "))]
    fitting = [name for name in candidates if _fits(name, barred, names)]
    if last in ABOUT_A_QUESTION and not _roles_in(before[:-1], names) & OF_AN_EPISODE:
        fitting = [name for name in fitting if _needed(before, names) & names.roles_of(name)]
    elif len(word) >= LETTERS_OF_INTENT or any(each in CONTEXT for each in before):  # after 2 co
        fitting = fitting or candidates
    if word in fitting and len(word) > 1:  # `l` is a name of left, but `left` says more
        fitting.insert(0, word)
    return _one_each(fitting, names, most)


def _next_words(line: str, parts: list[str], names: CompletionNames, most: int | None) -> Completions:
    """Behind a space: how a name of several words goes on, else the names of what the line still needs."""
    for length in range(min(MOST_WORDS, len(parts)), 0, -1):
        beginning = " ".join(parts[-length:])
        if beginning in names.roles or beginning in FILLERS | CONTEXT:
            continue
        barred = _barred(parts[:-length], names)
        goes_on = [name for name in names.all if name.startswith(f"{beginning} ") and _fits(name, barred, names)]
        if goes_on:
            return Completions(line[: len(line) - len(beginning) - 1], _one_each(goes_on, names, most))
    while parts and parts[-1] in FILLERS:
        parts.pop()
    if parts[-1:] == ["tried"]:
        return Completions(line, _one_each(names.reliefs, names, most, "+"))
    needed = _needed(parts, names)
    return Completions(line, _one_each((name for name in names.all if needed & names.roles_of(name)), names, most))


def beginnings(names: CompletionNames, most: int) -> tuple[str, ...]:
    """What a line may begin with."""
    return _one_each(names.all, names, most)


def _one_each(candidates: Iterable[str], names: CompletionNames, most: int | None, sign: str = "") -> tuple[str, ...]:
    """The candidates as a person would say them; of several names of one thing only the likeliest."""
    sayings: dict[object, str] = {}
    for name in candidates:
        sayings.setdefault(names.meanings.get(sign + name, name), names.sayings.get(name, name))
    return tuple(sayings.values())[:most]


def _roles_in(parts: list[str], names: CompletionNames) -> set[str]:
    """What the names among these words may be, the longest names first."""
    roles: set[str] = set()
    position = 0
    while position < len(parts):
        ends = range(min(position + MOST_WORDS, len(parts)), position, -1)
        end = next((end for end in ends if " ".join(parts[position:end]) in names.roles), position + 1)
        roles |= names.roles_of(" ".join(parts[position:end]))
        position = end
    return roles


def _barred(parts: list[str], names: CompletionNames) -> frozenset[str]:
    """The roles of which there cannot be one more behind these words."""
    last = parts[-1] if parts else ""
    if last in CONTEXT:  # what stands behind `after` is no second record
        return NO_ROLE
    if last in ABOUT_A_QUESTION:
        return frozenset((*HEADS, *OF_AN_EPISODE, "pattern", "circumstance", "region"))
    if last in EPISODE_VERBS:
        return frozenset((*HEADS, OF_NONE, OF_ZERO, "region"))
    roles = _roles_in([word for word in parts if word not in EPISODE_VERBS], names)
    barred = {OF_NONE, OF_ZERO} if "workout" in roles else {OF_NONE, OF_ZERO, "region"}
    if roles & OF_AN_EPISODE:
        return frozenset((*barred, *HEADS, *(roles & OF_AN_EPISODE)))
    return frozenset((*barred, *HEADS, *OF_AN_EPISODE)) if roles.intersection(HEADS) else frozenset(barred)


def _fits(name: str, barred: frozenset[str], names: CompletionNames) -> bool:
    """Whether a name can stand there; a word without a role says when something was."""
    roles = names.roles_of(name)
    return not roles or not roles <= barred


def _needed(parts: list[str], names: CompletionNames) -> frozenset[str]:
    """The roles of which one has to follow a side, a kind, `start`, `no` ...; where nothing has to, none."""
    last = parts[-1] if parts else ""
    if last in ABOUT_A_QUESTION:
        return frozenset((OF_ZERO if last == "no" else OF_NONE,))
    roles = _roles_in([word for word in parts if word not in EPISODE_VERBS], names)
    if "site" in roles or roles.intersection(HEADS):
        return NO_ROLE
    if "side" in roles:
        return frozenset(("site",)) if names.roles_of(last) & OF_AN_EPISODE else NO_ROLE
    return frozenset(("site", "side")) if last in EPISODE_VERBS or "kind" in names.roles_of(last) else NO_ROLE


def before_unfinished(line: str, names: CompletionNames) -> str | None:
    """The line without what may not be finished yet: a note, a name of several words, a last word, a number that may
    become a clock or a date; None where the last word is a known one or another number."""
    if line.count('"') % 2:
        return line[: line.rindex('"')].rstrip()
    if line[-1:].isspace():
        name_goes_on = completions(line, names)
        return name_goes_on.stem.rstrip() if name_goes_on.endings and name_goes_on.stem != line else None
    stem, _, word = line.rpartition(" ")
    is_number = word.isdigit() and not BEGUN_CLOCK_OR_DATE.fullmatch(word)
    return None if is_number or _is_name_ended(line, names) else stem


def _is_name_ended(line: str, names: CompletionNames) -> bool:
    parts = _plain(line.split(" ")[-MOST_WORDS:])
    ended = {" ".join(parts[-length:]).lstrip("+-(") for length in range(1, len(parts) + 1)}
    return not ended.isdisjoint(names.known)


def _is_text(line: str) -> bool:
    """Whether a record has begun whose words are the user's own."""
    return any(part.split(" ", 1)[0].lower() in TEXT_VERBS for part in _PARTS.split(line))
