"""Who keeps a made-up diary: where it twitches, what is drunk, when the gym is, the diary's own words."""

from typing import NamedTuple

from journal.catalog.lexicon import Lexicon, Term
from journal.catalog.questions import QUESTIONS, Question
from journal.demo.chance import Chance, bag
from journal.demo.truth import TRIGGERS, Truth
from journal.phrases.read.record_builder import poured, usual

Place = tuple[str, str | None]
"""A site and its side."""
Amounts = tuple[float | None, float | None, float | None]
"""ml, mg of caffeine, g of alcohol."""

MOOD = Question(
    "mood",
    "Mood",
    highest=10,
    low_means="low",
    high_means="bright",
    place=len(QUESTIONS) + 1,
    happens="evening",
    built_in=False,
)
SWITCHED_ON = ("sleep_quality", "anxiety", "alcohol_g", "screen_hours")
TERMS = (
    Term("site", "thumb_web", "hand"),
    Term("drink", "matcha", None, 250, 70, 0),
    Term("relief", "foam_roller"),
    Term("workout", "spinning"),
)
TRIPS = (("Tokyo", 540), ("Phoenix", -420), ("Nairobi", 180), ("Bangkok", 420), ("Bogotá", -300), ("Reykjavík", 0))
"""Towns without daylight saving, and their offsets."""


class Person(NamedTuple):
    """Drawn once, from the seed."""

    trigger: Truth
    level: float
    sites: tuple[Place, ...]
    later_sites: tuple[Place, ...]
    morning_drink: str
    tea: str
    beer: str
    gym: dict[int, tuple[str, str | None]]
    templates: dict[str, str]
    profile: dict[str, str]

    def calf_share(self, grown: float) -> float:
        """The share of the calves in the twitches, `grown` (0 to 1) of the diary gone by."""
        shares = [sum(site == "calf" for site, _ in sites) / len(sites) for sites in (self.sites, self.later_sites)]
        return shares[0] * (1 - grown) + shares[1] * grown


def someone(chance: Chance, seed: int) -> Person:
    """The person of a seed. The favourite site stays, the second one gives way to another in the course of time."""
    left, right = ("left", "right") if chance.yes(0.5) else ("right", "left")
    fades, grows = chance.one_of(
        ((("eyelid_lower", right), ("thumb", left)), (("thigh_front", left), ("eyelid_upper", right)))
    )
    few = {
        ("calf", None): 4,
        ("calf", right): 9,
        ("calf", "both"): 2,
        ("foot_arch", left): 6,
        ("thigh_back", right): 4,
        ("biceps", right): 4,
        ("shoulder", left): 3,
        ("finger_index", right): 2,
        ("thumb_web", left): 3,
        ("back_upper", None): 2,
        ("abdomen", None): 2,
        ("lip_mouth", right): 2,
        ("toe_big", left): 2,
        ("cheek", left): 1,
    }
    favourite = ("calf", left)
    return Person(
        TRIGGERS[(seed - 1) % len(TRIGGERS)],
        chance.uniform(10.8, 11.6),
        bag({favourite: 30, fades: 22, grows: 2} | few),
        bag({favourite: 22, fades: 4, grows: 28} | few),
        chance.one_of(("espresso", "coffee", "cappuccino")),
        chance.one_of(("tea", "green_tea", "matcha")),
        chance.one_of(("beer", "beer", "wine")),
        {
            0: ("strength", "arms"),
            2: ("strength", "legs"),
            4: chance.one_of((("spinning", None), ("swim", None), ("strength", "trunk"))),
            5: chance.one_of((("run", None), ("strength", "legs"))),
        },
        {
            "1": f"{left} calf",
            "2": f"{fades[1]} {fades[0].replace('_', ' ')}",
            "3": "cramp both calves +stretch",
            "4": f"{grows[1]} {grows[0].replace('_', ' ')}",
        },
        {
            "handedness": chance.one_of(("right", "right", "right", "left")),
            "family_history": chance.one_of(("none known", "father: restless legs", "mother: migraine")),
            "other_illnesses": chance.one_of(("none", "hay fever", "mild asthma")),
            "nicotine": chance.one_of(("never", "stopped years ago")),
            "main_worry": "that it spreads, and that I keep checking",
            "questions_for_the_doctor": "Do I need another test?\nMay I go on lifting?",
        },
    )


class Menu:
    """What is drunk, with what the catalogue says is in it."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._words = lexicon
        self._known: dict[tuple[str, float | None, int], Amounts] = {}

    def amounts(self, name: str, size: float | None = None, glasses: int = 1) -> Amounts:
        """In so many of the usual size, or of this size (ml) each."""
        key = name, size, glasses
        if key not in self._known:
            volume = size or usual(self._words, name)[0]
            caffeine, alcohol = poured(self._words, name, volume)
            self._known[key] = _times(volume, glasses), _times(caffeine, glasses), _times(alcohol, glasses)
        return self._known[key]


def _times(each: float | None, glasses: int) -> float | None:
    return None if each is None else round(each * glasses, 6)
