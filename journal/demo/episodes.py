"""The episodes of a lived day, as they are noticed and written down."""

from collections.abc import Iterator
from typing import NamedTuple

from journal.demo import texts
from journal.demo.chance import Chance, bag
from journal.demo.person import Person, Place


class Manner(NamedTuple):
    """What is said of an episode beside where, when and how strong; in the order of the columns, the reliefs apart."""

    duration_s: float | None = None
    pattern: str | None = None
    circumstance: str | None = None
    visible: bool | None = None
    filmed: bool | None = None
    pain: bool | None = None
    numbness: bool | None = None
    note: str | None = None
    reliefs: tuple[tuple[str, bool | None], ...] = ()

    @property
    def minutes(self) -> int:
        """Those after which it is over and typed."""
        return 0 if self.duration_s is None else int(self.duration_s) // 60 + 1


AS_IT_IS = Manner()
Said = tuple[Place, str, int | None, Manner]
"""A place, a kind, an intensity, a manner."""

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
        sizes = TOGETHER_AT_WORST if twitches > WORST else TOGETHER_WHEN_BUSY if chance.yes(busy) else TOGETHER
        together = min(chance.one_of(sizes), twitches)
        twitches -= together
        yield together


def place_of(chance: Chance, person: Person, grown: float) -> Place:
    """Where one twitches, `grown` (0 to 1) of the diary gone by."""
    return chance.one_of(person.later_sites if chance.yes(grown) else person.sites)


KINDS = bag({"twitch": 90, "ripple": 6, "pulse": 4})


def kind(chance: Chance) -> str:
    return chance.one_of(KINDS)


def intensity(chance: Chance, worse: float) -> int | None:
    """0 to 10, higher on a day that is worse; now and then nobody says."""
    return min(max(chance.near(3.2 + 1.2 * worse, 1.4), 1), 9) if chance.yes(0.7) else None


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
ASIDES = (
    *bag({("visible", True): 60, ("visible", False): 14, ("pain", False): 12, ("filmed", True): 8}),
    *bag({("numbness", True): 6}),
)
MOST_MANNERS = 120


class Manners:
    """The ways in which somebody tells of twitches: after some years one repeats oneself."""

    def __init__(self) -> None:
        self._known: dict[tuple[tuple[str, ...], str | None, bool], list[Manner]] = {}

    def some(self, chance: Chance, site: str, circumstance: str | None, *, several: bool) -> Manner:
        """A way to tell of a twitch, or of several in one line."""
        reliefs = RELIEFS.get(site, OTHER_RELIEFS)
        known = self._known.setdefault((reliefs, circumstance, several), [])
        if len(known) < MOST_MANNERS:
            known.append(_manner(chance, reliefs, circumstance, several))
            return known[-1]
        return chance.one_of(known)


def _manner(chance: Chance, reliefs: tuple[str, ...], circumstance: str | None, several: bool) -> Manner:
    duration = float(chance.one_of(LENGTHS)) if chance.yes(0.2 if several else 0.4) else None
    pattern: str | None = None
    if duration and duration >= LONG_S:
        pattern = chance.one_of(("on_and_off", "on_and_off", "constant", None))
    elif duration is None and not several and chance.yes(0.06):
        pattern = "single"
    manner = Manner(duration, pattern, circumstance if chance.yes(0.6) else None)
    if chance.yes(0.13):
        aside, value = chance.one_of(ASIDES)
        manner = manner._replace(**{aside: value}, **({"visible": True} if aside == "filmed" else {}))
    if chance.yes(0.06):
        manner = manner._replace(note=chance.one_of(NOTES.get(circumstance or "", texts.ANYTIME)))
    return manner._replace(reliefs=tried(chance, reliefs, HELPED)) if chance.yes(0.14) else manner


def tried(
    chance: Chance, names: tuple[str, ...], helped: tuple[bool | None, ...]
) -> tuple[tuple[str, bool | None], ...]:
    """One or two things tried against it."""
    first, second = chance.one_of(names), chance.one_of(names)
    one = first, chance.one_of(helped)
    return (one, (second, chance.one_of(helped))) if second != first and chance.yes(0.2) else (one,)


# ---- other kinds --------------------------------------------------------------------------------------------


def cramp(chance: Chance) -> Said:
    """A cramp at night."""
    site = chance.one_of(("calf", "calf", "calf", "foot_arch", "thigh_back"))
    side = chance.one_of(("left", "right", "both") if site == "calf" else ("left", "right"))
    manner = Manner(
        duration_s=float(chance.one_of((30, 60, 90, 120, 180))) if chance.yes(0.7) else None,
        circumstance="asleep",
        pain=True,
        note=chance.one_of(texts.CRAMPS) if chance.yes(0.35) else None,
        reliefs=tried(chance, ("stretch", "stretch", "massage", "heat"), CRAMP_HELPED) if chance.yes(0.75) else (),
    )
    return (site, side), "cramp", chance.between(5, 8), manner


def falling_asleep(chance: Chance) -> Said:
    """A start at the edge of sleep."""
    place = chance.one_of((("leg", "right"), ("arm", "left"), ("leg", "both"), ("widespread", None)))
    return place, "jerk", None, Manner(circumstance="falling_asleep")


def buzz(chance: Chance) -> Said:
    """A buzzing that is felt and not seen."""
    place = chance.one_of(("foot_arch", "foot_arch", "thigh_front", "toe_big")), chance.one_of(("left", "right"))
    duration = float(chance.one_of((5, 10, 20, 60))) if chance.yes(0.5) else None
    return place, "buzz", None, Manner(duration, numbness=True if chance.yes(0.2) else None)
