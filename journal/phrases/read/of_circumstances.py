"""Words that belong to a circumstance and to no slot of the record: `after a bad night`, `my legs felt heavy`, `due to
cold`, and those of which that is in doubt: `calf right after coffee`."""

from journal.catalog import everyday
from journal.moments import PARTS
from journal.phrases.read.lexer import Token, joined, word_at
from journal.phrases.read.refuse.refusals import may_be_note

KINDS_OF_NIGHT = frozenset(
    "bad rough awful terrible horrible horrid crap crappy poor long short sleepless restless busy stressful hard good"
    " great decent broken disturbed".split()
)
"""Before a part of a day they say how it was, and not when the record was."""
FEELS = frozenset("felt feel feeling feels are were got went heavy tired sore shaky dead wobbly stiff".split())
"""Behind the muscles of a workout they say how these felt."""


def is_kind_of_part(tokens: list[Token], position: int) -> bool:
    """`a bad night`, `rough morning`: how it was, and not when."""
    return word_at(tokens, position) in PARTS and word_at(tokens, position - 1) in KINDS_OF_NIGHT


def is_no_side(tokens: list[Token], position: int, site: tuple[str, int]) -> bool:
    """Whether `right` at a position is none, as in `right after coffee`; refused where it stands right behind a place
    that has no other side, `site` with the position behind it."""
    following = word_at(tokens, position + 1)
    if word_at(tokens, position) != "right" or following not in everyday.NO_SIDE_BEFORE:
        return False
    if joined(tokens, max(position - 2, 0), position).lower() in ("on the", "in the"):
        return False
    has_side = any(word_at(tokens, index) in ("left", "l", "r", "both") for index in range(len(tokens)))
    if site[0] and site[1] == position and following in everyday.MAYBE_BEHIND_A_SIDE and not has_side:
        name = word_at(tokens, position - 1)
        raise may_be_note(
            f"“right {following}”: is right the side? Say it first, as in `right {name}`, or leave it out"
        )
    return True


def is_how_it_felt(tokens: list[Token], end: int, roles: set[str]) -> bool:
    """`legs felt heavy`, up to `end`, beside a workout: no part that was trained."""
    return "region" in roles and word_at(tokens, end) in FEELS
