"""Words that belong to a circumstance and to no slot of the record: `after a bad night`, `my legs felt heavy`, `due to
cold`, and those of which that is in doubt: `calf right after coffee`."""

from journal.catalog import everyday
from journal.catalog.lexicon import Lexicon
from journal.moments import PARTS
from journal.phrases.read.words.asking import may_be_note
from journal.phrases.read.words.lexer import Token, joined, word_at
from journal.phrases.read.words.slots import name_at

KINDS_OF_NIGHT = frozenset(
    "bad rough awful terrible horrible horrid crap crappy poor long short sleepless restless busy stressful hard good"
    " great decent broken disturbed".split()
)
"""Before a part of a day they say how it was, and not when the record was."""
MOVED = frozenset(
    f"{verb}{ending}"
    for verb, endings in {
        **dict.fromkeys(
            "turn lift bend point flex stretch cross twist tilt stiffen straighten tighten clench".split(),
            ("", "s", "ed", "ing"),
        ),
        **dict.fromkeys("press rest tap open roll lower nod extend touch push pull".split(), ("", "s", "ed", "ing")),
        **dict.fromkeys(("clos", "rais", "mov", "squeez", "rotat"), ("e", "es", "ed", "ing")),
        **dict.fromkeys(("put", "shut", "hold", "held"), ("", "s")),
    }.items()
    for ending in endings
)
"""Behind `when` they say what somebody did with another place: `when I turned my head`."""
WHILE_MOVING = ("when", "while", "whilst", "as", "after", "before", "once")
WHITHER = (*everyday.SIDES_IN_DOUBT, "up", "down", "round", "around", "sideways")
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


def moved_end(tokens: list[Token], position: int, lexicon: Lexicon) -> int:
    """The position behind `turned my head to the right`, where `when I` stands before it and another place is named;
    the same one elsewhere."""
    if word_at(tokens, position) not in MOVED:
        return position
    before = position - 1
    while word_at(tokens, before) in everyday.FILLERS | {"you", "we"} and word_at(tokens, before) not in WHILE_MOVING:
        before -= 1
    start = position + 1
    while word_at(tokens, start) in everyday.FILLERS or lexicon.slug_of("side", word_at(tokens, start)):
        start += 1
    name = name_at(lexicon, tokens, start) if start < len(tokens) else None
    if word_at(tokens, before) not in WHILE_MOVING or not name or not lexicon.slug_of("site", name.text):
        return position
    others = (name_at(lexicon, tokens, index) for index in range(len(tokens)) if not before < index < name.end)
    if not any(other and lexicon.slug_of("site", other.text) for other in others):
        return position
    end = name.end
    while word_at(tokens, end) in ("to", "the"):
        end += 1
    return end + 1 if word_at(tokens, end) in WHITHER else name.end
