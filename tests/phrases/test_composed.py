"""A stored sentence means what its parts mean: each is read alone, and beside others it is read as well or refused.

It is Wednesday 25 November 2026, 14:30 in Berlin. `EXAMPLES=20000 pytest tests/phrases/test_composed.py` looks further.
"""

from typing import Any

from hypothesis import event, given
from hypothesis import strategies as some
from hypothesis.strategies import DrawFn

from journal.records import DayNote, replace
from tests.phrases import strategies as typed
from tests.phrases.test_talk import reading

Part = tuple[str, str]
"""A wording, and the phrase that says the same; empty where it only belongs to the note."""


def _parts(text: str, *, plain: bool = False) -> list[Part]:
    wordings = [wording.partition(" = ") for wording in text.split("|")]
    return [(wording, "" if plain else phrase or wording) for wording, _, phrase in wordings]


_WHEN = _parts(
    "this morning|at 1pm = 13:00|last night|yesterday evening|on Thursday = 2026-11-19|around noon = 12:00|yesterday"
    "|yesterday at 9pm = 2026-11-24 21:00|last night around 11pm = 2026-11-24 23:00"
    "|the day before yesterday = 2026-11-23"
    "|on Monday night = 2026-11-23 night|2 days ago = 2026-11-23|last Friday = 2026-11-20|Mon = 2026-11-23"
    "|Tuesday morning = 2026-11-24 morning|in the night = last night|at 7:30 this morning = 07:30"
    "|at half past 9 this morning = 09:30|20th of Nov = 2026-11-20|overnight = last night|mid-morning = this morning"
    "|a week ago = 2026-11-18|8pm on Monday = 2026-11-23 20:00|at 9 last night = 2026-11-24 21:00"
)
_AGO = _parts("20 minutes ago = 20m ago|half an hour ago = 30m ago|two hours ago = 2h ago|about 3 hours ago = 3h ago")
_CIRCUMSTANCES = _parts(
    "while watching tv|after my run|after coffee|during yoga|at my desk|after a long walk|in bed|due to cold"
    "|after a bad night|on my way home|because of stress|with my boss|in a hurry|after work",
    plain=True,
)
RECORDS: dict[str, dict[str, list[Part]]] = {
    "episode": {
        "when": _WHEN + _parts("since Monday = since 2026-11-23|from 9am to 10am|for 3 days = since 2026-11-23"),
        "subject": _parts(
            "left calf twitching|my right eyelid is twitching = right eyelid|cramp in my left foot = cramp left foot"
            "|flutter left thigh = ripple left thigh|right index finger jerking = jerk right index finger"
            "|cramping both calves = cramp both calves|shin buzzing on the left = buzz left shin|jaw spasm = spasm jaw"
            "|left calf|lower lid (right) flickering = ripple right lower eyelid"
            "|tingling left hand = tingle left hand"
            "|back of my right knee pulsing = pulse right knee_back|lip quivering = ripple mouth"
        ),
        "strength": _parts(
            "4|4/10|3 out of 10 = 3|about a 6 = 6|a 5 = 5|six out of ten = 6|strength 3 = 3|level 4 = 4|10/10"
        ),
        "count": _parts(
            "x12|12 times = x12|a dozen times = x12|twice = x2|5 in a row = x5|about 20 times = x20|5x = x5"
        ),
        "length": _parts(
            "for 5 minutes = 5m|half an hour = 30m|an hour and a half = 90m|2m|lasted 20 sec = 20s"
            "|for about 15 mins = 15m"
            "|for an hour = 1h|for half a minute = 30s|1h30 = 90m|3 mins straight = 3m|for 1 hr 10 min = 70m"
        ),
        "flag": _parts("painful = pain|without pain = no pain|visible|on and off|constant|not visible"),
        "remedy": _parts(
            "stretching helped = +stretch|heat did not help = -heat|tried massage"
            "|tried ice and rest = tried cold tried rest"
            "|better after heat = +heat|stretched it = tried stretch|ice didn't help = -cold"
            "|went away after heat = +heat"
        ),
        "circumstance": _CIRCUMSTANCES,
        "comment": _parts(
            "so annoying|drove me crazy|stressed|same spot as before|can see it moving|scared", plain=True
        ),
    },
    "drink": {
        "when": _WHEN,
        "subject": _parts(
            "2 coffees|had a beer = beer|two espressos = 2 espressos|a cup of tea = tea 240ml|decaf latte = decaf"
            "|water"
            "|half a beer = beer 165ml|another tea = tea|glass of red wine = wine|energy drink|coffee x2 = 2 coffees"
        ),
        "circumstance": _CIRCUMSTANCES,
    },
    "workout": {
        "when": _WHEN,
        "subject": _parts("ran = run|yoga|went swimming = swim|leg day = lift legs|bike ride = cycle|walked = walk"),
        "length": _parts("30m|for half an hour = 30m|45 minutes = 45m|for an hour and a half = 90m|about 40 min = 40m"),
        "effort": _parts("7/10 = 7|effort 6 = 6|rpe 8 = 8|at 6/10 = 6"),
        "comment": _parts("with Anna|in the rain|felt good|legs felt heavy|hard", plain=True),
    },
    "dose": {
        "when": _AGO + [(wording, phrase) for wording, phrase in _WHEN if phrase[:1].isdecimal()],
        "subject": _parts(
            "took ibuprofen|just took naproxen = took naproxen|took some magnesium = took magnesium|took vitamin d"
        ),
        "dose": _parts("400mg|500 mg = 500mg|5000 iu = 5000iu|10 drops"),
        "comment": _parts("for my back|helped|felt odd|again|with water|not sure it helps", plain=True),
    },
}
ALWAYS = {"workout": ["subject", "length"]}
_JOINTS = some.sampled_from([" ", " ", " ", ", ", " - ", "; ", ". "])


@some.composite
def composed(draw: DrawFn) -> tuple[str, str, bool]:
    """A sentence, the phrase that says the same, and whether any of it belongs to the note alone."""
    record = draw(some.sampled_from(["episode", *RECORDS]))
    slots = RECORDS[record]
    always = ALWAYS.get(record, ["subject"])
    others = draw(
        some.lists(
            some.sampled_from([slot for slot in slots if slot not in always]), min_size=1, max_size=3, unique=True
        )
    )
    parts = {slot: draw(some.sampled_from(slots[slot])) for slot in slots if slot in (*always, *others)}
    order = draw(some.permutations(list(parts)))
    sentence = parts[order[0]][0] + "".join(draw(_JOINTS) + parts[slot][0] for slot in order[1:])
    phrase = " ".join(phrase for _, phrase in parts.values() if phrase)
    return sentence, phrase, any(not phrase for _, phrase in parts.values())


def without_notes(acts: list[Any]) -> list[Any]:
    kept = [act for act in acts if not isinstance(act, DayNote)]
    return [replace(act, note=None) if hasattr(act, "note") else act for act in kept]


@typed.tried(120)
@given(composed())
def test_a_stored_sentence_means_what_its_parts_mean(sentence_and_phrase: tuple[str, str, bool]) -> None:
    sentence, phrase, has_plain = sentence_and_phrase
    acts, union = reading(sentence), reading(phrase)
    if isinstance(acts, str) or isinstance(union, str):
        event("refused" if isinstance(acts, str) else "no line of the grammar says so")
        return
    event("stored")
    assert without_notes(acts) == without_notes(union)
    assert not has_plain or sentence in [getattr(act, "note", None) or getattr(act, "text", None) for act in acts]


def test_each_part_is_read_alone() -> None:
    for slots in RECORDS.values():
        for wording, phrase in slots["subject"]:
            length = " 30m" if "length" in slots and "effort" in slots else ""
            acts = reading(phrase + length)
            assert not isinstance(acts, str), phrase
            assert without_notes(list(reading(wording + length))) == acts, wording
