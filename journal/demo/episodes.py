"""The episodes of a lived day, as they are noticed and written down."""

from collections.abc import Iterator
from typing import NamedTuple

from journal.demo import texts
from journal.demo.chance import Chance, bag
from journal.demo.person import Person, Place


class Manner(NamedTuple):
    """What is said of an episode beside where, when, how strong and how many, in the order of the columns."""

    duration_s: float | None = None
    pattern: str | None = None
    circumstance: str | None = None
    visible: bool | None = None
    filmed: bool | None = None
    pain: bool | None = None
    numbness: bool | None = None
    note: str | None = None


AS_IT_IS = Manner()


class ToldEpisode(NamedTuple):
    """A kind of episode, the manner in which it is told, what was tried, and after how many minutes it is typed."""

    kind: str
    manner: Manner = AS_IT_IS
    reliefs: tuple[tuple[str, bool | None], ...] = ()
    lasts: int = 0


TOGETHER = bag({1: 84, 2: 6, 3: 4, 4: 2, 5: 2, 6: 1, 8: 1})
"""How many twitches are noted in one line."""
TOGETHER_WHEN_BUSY = bag({1: 48, 2: 10, 3: 12, 4: 5, 5: 9, 6: 4, 8: 4, 10: 4, 12: 4})
TOGETHER_AT_WORST = (10, 12, 15, 20)
FEW, MANY, WORST = 5, 20, 35
"""Twitches of a day from which some, and all, are noted as on a busy day; and of which the count is a guess."""


def lines_of(chance: Chance, twitches: int) -> Iterator[int]:
    """So many twitches of a day, split into what is noted line by line."""
    busy = (twitches - FEW) / (MANY - FEW)
    while twitches > 0:
        sizes = TOGETHER
        if twitches > WORST:
            sizes = TOGETHER_AT_WORST
        elif busy > 0 and chance.yes(busy):
            sizes = TOGETHER_WHEN_BUSY
        together = chance.one_of(sizes)
        yield together if together < twitches else twitches
        twitches -= together


def place_of(chance: Chance, person: Person, grown: float) -> Place:
    """Where one twitches, `grown` (0 to 1) of the diary gone by."""
    return chance.one_of(person.later_sites if chance.yes(grown) else person.sites)


def usual_intensity(worse: float) -> int:
    """0 to 10, higher on a day that is worse."""
    return min(max(round(3.2 + 1.2 * worse), 1), 7)


SCATTER = (*bag({0: 20, -1: 16, 1: 16, 2: 8, -2: 7, 3: 3}), *[None] * 30)
"""How far an intensity is from the day's usual one; now and then nobody says."""


# ---- manners ------------------------------------------------------------------------------------------------

LENGTHS = (
    *bag({10: 10, 20: 14, 30: 16, 45: 6, 60: 14, 90: 10, 120: 12}),
    *bag({180: 6, 300: 6, 600: 3, 900: 2, 1200: 1, 2400: 1}),
)
"""Seconds."""
LONG_S = 300
RELIEFS = {
    "calf": ("stretch", "stretch", "massage", "heat", "foam_roller", "walk"),
    "eyelid_lower": ("cold", "rest", "pressure", "distraction"),
    "eyelid_upper": ("cold", "rest", "pressure"),
}
OTHER_RELIEFS = ("massage", "rest", "move", "distraction", "magnesium", "drink_water")
HELPED = bag({True: 45, False: 35, None: 20})
CRAMP_HELPED = bag({True: 80, False: 12, None: 8})
NOTES = {"rest": texts.AT_REST, "use": texts.IN_USE, "after_effort": texts.AFTER_EFFORT}
ASIDES = bag({"visible": 60, "not visible": 14, "painless": 12, "filmed": 8, "numb": 6})
MOST_MANNERS = 120


KINDS = bag({"twitch": 90, "ripple": 6, "pulse": 4})


class Manners:
    """The ways in which somebody tells of twitches: after some years one repeats oneself."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str | None, bool], list[ToldEpisode]] = {}

    def some(self, chance: Chance, site: str, circumstance: str | None, *, several: bool) -> ToldEpisode:
        """A way to tell of a twitch, or of several in one line."""
        key = site if site in RELIEFS else "", circumstance, several
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = []
        if len(known) < MOST_MANNERS:
            known.append(_told(chance, RELIEFS.get(site, OTHER_RELIEFS), circumstance, several))
            return known[-1]
        return chance.one_of(known)


def _told(chance: Chance, reliefs: tuple[str, ...], circumstance: str | None, several: bool) -> ToldEpisode:
    seconds = chance.one_of(LENGTHS) if chance.yes(0.2 if several else 0.4) else None
    pattern = None
    if seconds and seconds >= LONG_S:
        pattern = chance.one_of(("on_and_off", "on_and_off", "constant", None))
    elif seconds is None and not several and chance.yes(0.06):
        pattern = "single"
    aside = chance.one_of(ASIDES) if chance.yes(0.13) else ""
    manner = Manner(
        duration_s=None if seconds is None else float(seconds),
        pattern=pattern,
        circumstance=circumstance if chance.yes(0.6) else None,
        visible={"visible": True, "filmed": True, "not visible": False}.get(aside),
        filmed=True if aside == "filmed" else None,
        pain=False if aside == "painless" else None,
        numbness=True if aside == "numb" else None,
        note=chance.one_of(NOTES.get(circumstance or "", texts.ANYTIME)) if chance.yes(0.06) else None,
    )
    against = tried(chance, reliefs, HELPED) if chance.yes(0.14) else ()
    return ToldEpisode(chance.one_of(KINDS), manner, against, _until_typed(seconds))


def _until_typed(seconds: int | None) -> int:
    """The minutes from the beginning of what lasts so long to its typing."""
    return 0 if seconds is None else seconds // 60 + 1


def tried(
    chance: Chance, names: tuple[str, ...], helped: tuple[bool | None, ...]
) -> tuple[tuple[str, bool | None], ...]:
    """One or two things tried against it."""
    first, second = chance.one_of(names), chance.one_of(names)
    one = first, chance.one_of(helped)
    return (one, (second, chance.one_of(helped))) if second != first and chance.yes(0.2) else (one,)


# ---- other kinds --------------------------------------------------------------------------------------------


def cramp(chance: Chance) -> tuple[Place, int, ToldEpisode]:
    """A cramp at night: its place, its intensity, and how it is told."""
    site = chance.one_of(("calf", "calf", "calf", "foot_arch", "thigh_back"))
    side = chance.one_of(("left", "right", "both") if site == "calf" else ("left", "right"))
    seconds = chance.one_of((30, 60, 90, 120, 180)) if chance.yes(0.7) else None
    manner = Manner(
        duration_s=None if seconds is None else float(seconds),
        circumstance="asleep",
        pain=True,
        note=chance.one_of(texts.CRAMPS) if chance.yes(0.35) else None,
    )
    against = tried(chance, ("stretch", "stretch", "massage", "heat"), CRAMP_HELPED) if chance.yes(0.75) else ()
    return (site, side), chance.between(5, 8), ToldEpisode("cramp", manner, against, _until_typed(seconds))


def falling_asleep(chance: Chance) -> tuple[Place, None, ToldEpisode]:
    """A start at the edge of sleep."""
    place = chance.one_of((("leg", "right"), ("arm", "left"), ("leg", "both"), ("widespread", None)))
    return place, None, ToldEpisode("jerk", Manner(circumstance="falling_asleep"))


def buzz(chance: Chance) -> tuple[Place, None, ToldEpisode]:
    """A buzzing that is felt and not seen."""
    place = chance.one_of(("foot_arch", "foot_arch", "thigh_front", "toe_big")), chance.one_of(("left", "right"))
    seconds = chance.one_of((5, 10, 20, 60)) if chance.yes(0.5) else None
    manner = Manner(None if seconds is None else float(seconds), numbness=True if chance.yes(0.2) else None)
    return place, None, ToldEpisode("buzz", manner, (), _until_typed(seconds))
