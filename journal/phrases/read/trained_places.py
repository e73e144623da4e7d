"""Muscles that a workout was for: `gym 45m, chest and triceps`."""

from journal.catalog import everyday
from journal.phrases.read.line_words import LineWords
from journal.phrases.read.when.dates import RELATIVE
from journal.phrases.read.words.asking import offering
from journal.phrases.read.words.lexer import joined
from journal.phrases.read.words.remedies import is_parted

MUSCLES = frozenset(
    "chest back shoulders biceps triceps glutes abs quads hamstrings calves delts traps lats pecs forearms".split()
)
"""Places as they are trained; a twitch of one of them says its kind or its side."""
TRAININGS = ("strength", "workout")
BEFORE_OTHERS = everyday.CONTEXT | {"then", "now", "so", "but"}
"""Before a muscle they say that it was not trained, or not only."""


def trained_end(walk: LineWords, position: int) -> int:
    """The position behind the muscles that stand there beside a workout; the same one where it may be a twitch. Refused
    with a number that may be of either."""
    if walk.text_at(position) not in MUSCLES:
        return position
    before = walk.text_at(position - 1)
    if before in everyday.CONTEXT and (end := _muscles_end(walk, position)) > position + 1:
        return end  # after quads and glutes day
    is_training = any(walk.lexicon.slug_of("workout", token.text) in TRAININGS for token in walk.tokens[:position])
    if not is_training or walk.kinds - {""} or before in BEFORE_OTHERS:
        return position
    if any("side" in roles for roles in walk.roles) or before.isdecimal():
        return position
    end = _muscles_end(walk, position)
    if any("site" in roles and not position <= index < end for index, roles in enumerate(walk.roles)):
        return position
    number = next((token for token in walk.tokens[position:] if token.text[:1].isdecimal() and not token.quoted), None)
    following = walk.text_at(end)
    if number is None:
        is_end = end == len(walk.tokens) or is_parted(walk.line, walk.tokens, end) or following in RELATIVE
        return end if is_end else position
    if number.text != following or not _is_strength(following):
        return end
    first, last = walk.tokens[position], walk.tokens[end - 1]
    others = f"{walk.line[: first.start].rstrip(' ,;.')} {walk.line[last.end :].strip(' ,;.')}"
    phrase = joined(walk.tokens, position, end)
    way, twitch = f'{others} "{phrase}"', f"a twitch says its kind, as in `twitch {walk.text_at(position)} 4`"
    raise offering(
        f"“{phrase}”: what was trained stands in quotes, as in `{way}`; {twitch}",
        way,
        otherwise=f'“{phrase}”: what was trained stands in quotes, as in `lift 45m 7 "{phrase}"`; {twitch}',
    )


def _muscles_end(walk: LineWords, position: int) -> int:
    """The position behind the muscles that stand there, joined, and behind their day."""
    end = position + 1
    while walk.text_at(end) in MUSCLES or (walk.text_at(end) in everyday.JOINS and walk.text_at(end + 1) in MUSCLES):
        end += 1
    return end + (walk.text_at(end) == "day")


def _is_strength(text: str) -> bool:
    """Whether a number may say how strong or how hard."""
    number, _, of = text.partition("/")
    return number.isdecimal() and (not of or of == "10")
