"""The episodes of a lived day, as they are noticed and typed."""

from collections.abc import Iterator
from typing import Any

from journal.catalog.habits import HEAVY_EFFORT
from journal.catalog.kinds import EPISODE
from journal.demo import texts
from journal.demo.chance import Chance, bag
from journal.demo.person import Person, Site
from journal.demo.write_day import DAY_ENDS, DayWriter

EVENING = 18 * 60 + 30
TOGETHER = bag({1: 84, 2: 6, 3: 4, 4: 2, 5: 2, 6: 1, 8: 1})
"""How many twitches are noted in one line."""
TOGETHER_WHEN_BUSY = bag({1: 48, 2: 10, 3: 12, 4: 5, 5: 9, 6: 4, 8: 4, 10: 4, 12: 4})
TOGETHER_AT_WORST = (10, 12, 15, 20)
FEW, MANY, WORST = 5, 20, 35
"""Twitches of a day from which some, and all, are noted as on a busy day; and of which the count is a guess."""
SCATTER = (*bag({0: 20, -1: 16, 1: 16, 2: 8, -2: 7, 3: 3}), *[None] * 30)
"""How far an intensity is from the day's usual one; now and then nobody says."""
KINDS = bag({"twitch": 90, "ripple": 6, "pulse": 4})
SECONDS = bag({10: 10, 20: 14, 30: 16, 45: 6, 60: 14, 90: 10, 120: 12, 180: 6, 300: 6, 600: 3, 900: 2, 1200: 1})
LONG_S = 300
FACTS = tuple(EPISODE.columns)[7:20]
"""From the kind to the note."""
ASIDES = [{"visible": True}] * 30 + [{"visible": False}] * 7 + [{"pain": False}] * 6 + [{"numbness": True}] * 3
ASIDES += [{"visible": True, "filmed": True}] * 4
NOTES = {"rest": texts.AT_REST, "use": texts.IN_USE, "after_effort": texts.AFTER_EFFORT}
RELIEFS: dict[str, tuple[str, ...]] = {"calf": ("stretch", "stretch", "massage", "heat", "spiky_ball", "walk")}
RELIEFS["eyelid_lower"] = RELIEFS["eyelid_upper"] = ("cold", "rest", "pressure", "distraction")
OTHER_RELIEFS = ("massage", "rest", "move", "distraction", "magnesium", "drink_water")
CRAMP_RELIEFS = ("stretch", "stretch", "massage", "heat")
HELPED = bag({True: 45, False: 35, None: 20})
CRAMP_HELPED = bag({True: 80, False: 12, None: 8})
CRAMP_SITES = bag({("calf", "left"): 2, ("calf", "right"): 2, ("calf", "both"): 1, ("foot_arch", "left"): 2})
JERK_SITES: tuple[Site, ...] = (("leg", "right"), ("arm", "left"), ("leg", "both"), ("widespread", None))
BUZZ_SITES = (("foot_arch", "left"), ("foot_arch", "right"), ("thigh_front", "left"), ("toe_big", "right"))


def write_episodes(page: DayWriter, person: Person, grown: float) -> None:
    """The twitches of the day, and now and then another kind; `grown` (0 to 1) of the diary has gone by."""
    chance, day = page.chance, page.day
    if page.diligence != "summed up":
        for times in _split(chance, day.twitches if page.now is None else max(day.twitches, 3)):
            _write_twitches(page, chance.one_of(person.later_sites if chance.yes(grown) else person.sites), times)
        for times in _split(chance, day.calf_twitches):
            _write_twitches(page, ("calf", chance.one_of(("left", "right", "both"))), times)
    if chance.yes(0.04):
        minute, seconds = chance.between(20 * 60, 22 * 60), chance.one_of((None, None, 5, 10, 20, 60))
        _write(page, minute, chance.one_of(BUZZ_SITES), "buzz", seconds, numbness=chance.one_of((True, None)))
    if page.now is None and not page.last_before_trip:
        _write_in_bed(page)


def _split(chance: Chance, twitches: int) -> Iterator[int]:
    """So many twitches of a day, split into what is noted line by line."""
    busy = (twitches - FEW) / (MANY - FEW)
    while twitches > 0:
        usual = TOGETHER_WHEN_BUSY if chance.yes(busy) else TOGETHER
        sizes = usual if twitches <= WORST else TOGETHER_AT_WORST
        together = min(chance.one_of(sizes), twitches)
        yield together
        twitches -= together


def _write_in_bed(page: DayWriter) -> None:
    chance, day = page.chance, page.day
    if chance.yes(0.03) and page.bed + 10 < DAY_ENDS:
        _write(page, page.bed + 10, chance.one_of(JERK_SITES), "jerk", circumstance="falling_asleep")
    first = max(page.bed + 40, 24 * 60 + 10)
    if chance.yes(0.025 + 0.06 * (day.leg_effort >= HEAVY_EFFORT) + 0.02 * (day.burden > 1)) and first < DAY_ENDS:
        seconds = chance.one_of((None, None, 30, 60, 90, 120, 180))
        details: dict[str, Any] = {"intensity": chance.between(5, 8), "circumstance": "asleep", "pain": True}
        if chance.yes(0.35):
            details["note"] = chance.one_of(texts.CRAMPS)
        if chance.yes(0.75):
            details["reliefs"] = _try(chance, CRAMP_RELIEFS, CRAMP_HELPED)
        minute = chance.between(first, DAY_ENDS)
        _write(page, minute, chance.one_of(CRAMP_SITES), "cramp", seconds, **details)


def _write_twitches(page: DayWriter, site: Site, times: int) -> None:
    """A line of twitches: in the morning, during the day, most often at rest in the evening."""
    chance, workout = page.chance, page.day.workout
    luck, of_its_time = chance.random(), chance.random()
    circumstance: str | None = None
    if luck < 0.2:
        minute = page.begins + 5 + int(of_its_time * 115)
    elif luck < 0.52:
        minute = 10 * 60 + int(of_its_time * 480)
        circumstance = "use" if luck < 0.26 else None
    else:
        minute, circumstance = EVENING + int(of_its_time * max(page.bed - EVENING - 10, 30)), "rest"
    if workout and (luck > 0.92 or workout.minute - workout.minutes <= minute < workout.minute):
        minute, circumstance = workout.minute + 5 + int(of_its_time * 85), "after_effort"
    seconds = chance.one_of(SECONDS) if chance.yes(0.2 if times > 1 else 0.4) else None
    details: dict[str, Any] = {}
    if seconds and seconds >= LONG_S:
        details["pattern"] = chance.one_of(("on_and_off", "on_and_off", "constant", None))
    elif seconds is None and times == 1 and chance.yes(0.06):
        details["pattern"] = "single"
    more = chance.random()
    if more < 0.14:
        details["reliefs"] = _try(chance, RELIEFS.get(site[0], OTHER_RELIEFS), HELPED)
    elif more < 0.27:
        details |= chance.one_of(ASIDES)
    elif more < 0.33:
        details["note"] = chance.one_of(NOTES.get(circumstance or "", texts.ANYTIME))
    if chance.yes(0.6):
        details["circumstance"] = circumstance
    scatter = chance.one_of(SCATTER)
    if scatter is not None:
        details["intensity"] = max(min(max(round(3.2 + 1.2 * page.day.burden), 1), 7) + scatter, 1)
    minute = max(page.begins, min(minute, page.ends - _until_typed(seconds)))
    _write(page, minute, site, chance.one_of(KINDS), seconds, times=times, **details)


def _write(page: DayWriter, minute: int, site: Site, kind: str, seconds: int | None = None, **details: Any) -> None:
    """Type an episode with what is said of it, and a minute after its end if it lasts."""
    identity, typed = page.chance.new_id(), minute + _until_typed(seconds)
    facts = {"kind": kind, "duration_s": seconds, "times": 1, "going_on": 0} | details
    page.type(typed, "episode", identity, page.iso, *page.when(minute), *site, *map(facts.get, FACTS))
    for name, helped in details.get("reliefs", {}).items():
        page.type(typed, "relief", identity, name, helped)


def _until_typed(seconds: int | None) -> int:
    """The minutes from the beginning of what lasts so long to its typing."""
    return 0 if seconds is None else seconds // 60 + 1


def _try(chance: Chance, names: tuple[str, ...], outcomes: tuple[bool | None, ...]) -> dict[str, bool | None]:
    """One or two reliefs, and whether they helped."""
    return {chance.one_of(names): chance.one_of(outcomes) for _ in range(2 if chance.yes(0.16) else 1)}
