"""Who keeps a made-up diary: where it twitches, what is drunk, when the gym is, the diary's own words."""

from functools import cache
from typing import NamedTuple

from journal.catalog.lexicon import Lexicon, Term
from journal.catalog.questions import QUESTIONS
from journal.demo.chance import Chance, bag
from journal.demo.timeline import LivedDrinks
from journal.demo.truth import TRIGGERS, Truth
from journal.phrases.read.record_builder import drink_contents, usual_contents

Site = tuple[str, str | None]
"""A site and its side."""

MOOD = ("mood", "Mood", None, 0, 10, "low", "bright", "on", len(QUESTIONS) + 1, "evening")
"""The diary's own question."""
SWITCHED_ON = ("sleep_quality", "anxiety", "alcohol_g", "screen_hours")
GUESSED = "caffeine_mg"
"""The habit that the person had suspected; most people do."""
TERMS = (
    Term("site", "thumb_pad", "hand"),
    Term("drink", "hojicha", None, 250, 70, 0),
    Term("relief", "spiky_ball"),
    Term("workout", "spinning"),
)


class Person(NamedTuple):
    """Drawn once, from the seed."""

    trigger: Truth
    level: float  # twitches that a usual day is expected to bring
    sites: tuple[Site, ...]
    later_sites: tuple[Site, ...]
    morning_drink: str
    tea: str
    beer: str
    gym: dict[int, tuple[str, str | None]]
    templates: dict[str, str]
    profile: dict[str, str]


def draw_person(chance: Chance, seed: int) -> Person:
    """The person of a seed. The favourite site stays, the second one gives way to another in the course of time."""
    left, right = chance.one_of((("left", "right"), ("right", "left")))
    fades, grows = chance.one_of(
        ((("eyelid_lower", right), ("thumb", left)), (("thigh_front", left), ("eyelid_upper", right)))
    )
    usual_sites: dict[Site, int] = {("calf", right): 9, ("calf", "both"): 2, ("foot_arch", left): 6}
    usual_sites |= {("thigh_back", right): 4, ("biceps", right): 4, ("shoulder", left): 3, ("thumb_pad", left): 3}
    usual_sites |= {("finger_index", right): 2, ("calf", None): 4, ("back_upper", None): 2, ("abdomen", None): 2}
    usual_sites |= {("lip_mouth", right): 2}
    return Person(
        trigger=TRIGGERS[(seed - 1) % len(TRIGGERS)],
        level=chance.uniform(10.8, 11.6),
        sites=bag({("calf", left): 30, fades: 22, grows: 2} | usual_sites),
        later_sites=bag({("calf", left): 22, fades: 4, grows: 28} | usual_sites),
        morning_drink=chance.one_of(("espresso", "coffee", "cappuccino")),
        tea=chance.one_of(("tea", "green_tea", "hojicha")),
        beer=chance.one_of(("beer", "beer", "wine")),
        gym={
            0: ("strength", "arms"),
            2: ("strength", "legs"),
            4: chance.one_of((("spinning", None), ("swim", None), ("strength", "trunk"))),
            5: chance.one_of((("run", None), ("strength", "legs"))),
        },
        templates={
            "1": f"{left} calf",
            "2": Lexicon().site_words(*fades),
            "3": "cramp both calves +stretch",
            "4": Lexicon().site_words(*grows),
        },
        profile={
            "handedness": chance.one_of(("right", "right", "right", "left")),
            "family_history": chance.one_of(("none known", "father: restless legs", "mother: migraine")),
            "other_illnesses": chance.one_of(("none", "hay fever", "mild asthma")),
            "nicotine": chance.one_of(("never", "stopped years ago")),
            "main_worry": "that it spreads, and that I keep checking",
            "questions": "Do I need another test?\nMay I go on lifting?",
        },
    )


def pour(minute: int, name: str, size_ml: float | None = None, glasses: int = 1) -> LivedDrinks:
    """So many drinks of this size, or of the usual one."""
    return LivedDrinks(minute, name, glasses, *_amounts(name, size_ml, glasses))


@cache
def _amounts(name: str, size_ml: float | None, glasses: int) -> tuple[float | None, ...]:
    """ml, mg of caffeine and g of alcohol, by the catalogue."""
    lexicon = Lexicon(TERMS)
    volume = size_ml or usual_contents(lexicon, name)[0]
    amounts = volume, *drink_contents(lexicon, name, volume)
    return tuple(None if amount is None else round(amount * glasses, 6) for amount in amounts)
