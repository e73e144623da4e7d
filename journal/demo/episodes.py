"""The episodes of a lived day, as they are noticed and written down."""

from collections.abc import Iterator
from typing import Any

from journal.demo import texts
from journal.demo.chance import Chance, bag
from journal.demo.life import Lived
from journal.demo.person import Person, Place

Said = dict[str, Any]
"""The fields of an episode that are said, without its moment."""

KINDS = bag({"twitch": 90, "ripple": 6, "pulse": 4})
TOGETHER = bag({1: 84, 2: 6, 3: 4, 4: 2, 5: 2, 6: 1, 8: 1})
"""How many twitches are noted in one line."""
TOGETHER_WHEN_BUSY = bag({1: 48, 2: 10, 3: 12, 4: 5, 5: 9, 6: 4, 8: 4, 10: 4, 12: 4})
TOGETHER_AT_WORST = (10, 12, 15, 20)
FEW, MANY, WORST = 5, 20, 35
"""Twitches of a day from which some, and all, are noted as on a busy day; and of which the count is a guess."""
LENGTHS = bag(
    {10: 10, 20: 14, 30: 16, 45: 6, 60: 14, 90: 10, 120: 12, 180: 6, 300: 6, 600: 3, 900: 2, 1200: 1, 2400: 1}
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


def twitch(chance: Chance, day: Lived, place: Place, times: int, circumstance: str | None) -> Said:
    """One line about twitches of a place."""
    said: Said = {"site": place[0], "side": place[1], "kind": chance.one_of(KINDS), "times": times}
    if chance.yes(0.7):
        said["intensity"] = min(max(chance.near(3.2 + 1.2 * day.worse, 1.4), 1), 9)
    if chance.yes(0.4 if times == 1 else 0.2):
        said["duration_s"] = float(chance.one_of(LENGTHS))
        if said["duration_s"] >= LONG_S:
            said["pattern"] = chance.one_of(("on_and_off", "on_and_off", "constant", None))
    elif times == 1 and chance.yes(0.06):
        said["pattern"] = "single"
    if circumstance and chance.yes(0.6):
        said["circumstance"] = circumstance
    if chance.yes(0.13):
        _aside(chance, said)
    if chance.yes(0.06):
        said["note"] = chance.one_of(_NOTES.get(circumstance or "", texts.ANYTIME))
    if chance.yes(0.14):
        said["reliefs"] = tried(chance, RELIEFS.get(place[0], OTHER_RELIEFS), HELPED)
    return said


_NOTES = {"rest": texts.AT_REST, "use": texts.IN_USE, "after_effort": texts.AFTER_EFFORT}
_ASIDES = bag({"visible": 60, "not visible": 14, "filmed": 8, "painless": 12, "numb": 6})


def _aside(chance: Chance, said: Said) -> None:
    """Something more that was noticed."""
    seen = chance.one_of(_ASIDES)
    if seen == "filmed":
        said["filmed"] = said["visible"] = True
    elif seen == "numb":
        said["numbness"] = True
    elif seen == "painless":
        said["pain"] = False
    else:
        said["visible"] = seen == "visible"


def tried(chance: Chance, names: tuple[str, ...], helped: tuple[bool | None, ...]) -> list[tuple[str, bool | None]]:
    """One or two things tried against it."""
    first, second = chance.one_of(names), chance.one_of(names)
    found = [(first, chance.one_of(helped))]
    if second != first and chance.yes(0.2):
        found.append((second, chance.one_of(helped)))
    return found


def cramp(chance: Chance) -> Said:
    """A cramp at night."""
    site = chance.one_of(("calf", "calf", "calf", "foot_arch", "thigh_back"))
    side = chance.one_of(("left", "right", "both") if site == "calf" else ("left", "right"))
    said: Said = {"site": site, "side": side, "kind": "cramp", "times": 1, "intensity": chance.between(5, 8)}
    said["circumstance"], said["pain"] = "asleep", True
    if chance.yes(0.7):
        said["duration_s"] = float(chance.one_of((30, 60, 90, 120, 180)))
    if chance.yes(0.75):
        said["reliefs"] = tried(chance, ("stretch", "stretch", "massage", "heat"), CRAMP_HELPED)
    if chance.yes(0.35):
        said["note"] = chance.one_of(texts.CRAMPS)
    return said


def falling_asleep(chance: Chance) -> Said:
    """A start at the edge of sleep."""
    site, side = chance.one_of((("leg", "right"), ("arm", "left"), ("leg", "both"), ("widespread", None)))
    return {"site": site, "side": side, "kind": "jerk", "times": 1, "circumstance": "falling_asleep"}


def buzz(chance: Chance) -> Said:
    """A buzzing that is felt and not seen."""
    site = chance.one_of(("foot_arch", "foot_arch", "thigh_front", "toe_big"))
    said: Said = {"site": site, "side": chance.one_of(("left", "right")), "kind": "buzz", "times": 1}
    if chance.yes(0.5):
        said["duration_s"] = float(chance.one_of((5, 10, 20, 60)))
    if chance.yes(0.2):
        said["numbness"] = True
    return said
