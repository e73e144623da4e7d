"""The words of an echo: what a line said, for the eye, and when it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from journal.catalog.lexicon import Lexicon
from journal.moments import UserClock
from journal.phrases.write.describe import describe_act
from journal.phrases.write.format_time import when_words
from journal.records import Answer, Dose, Event, Forget, Medicine, Sleep, StopEpisode, StopMedicine
from tests.phrases import strategies as typed
from tests.phrases.lines import WORDS, here, one, rows


@pytest.mark.parametrize(
    ("line", "words"),
    rows(
        ("left calf 4 2m +stretch", "left calf, twitch, 4 of 10, 2 min, stretching helped"),
        ("calf", "calf, twitch"),
        ("calf 0", "calf, twitch, 0 of 10"),
        ("eyelid r x12", "right eyelid, twitch, 12 times"),
        ("cramp both calves 7 -heat", "both calves, cramp, 7 of 10, heat did not help"),
        ("both feet", "both feet, twitch"),
        ("both biceps", "both biceps, twitch"),
        ("both thigh fronts", "front of both thighs, twitch"),
        ("left knee_back", "back of left knee, twitch"),
        ("both foot arches", "arch of both feet, twitch"),
        ("left toe_big", "left big toe, twitch"),
        ("left pinky toe", "left little toe, twitch"),
        ("both big toes", "both big toes, twitch"),
        ("left achilles", "left Achilles tendon, twitch"),
        ("numb left hand", "left hand, tingle"),
        ("numb tingling left hand 4", "left hand, tingle, 4 of 10"),
        ("cramp left calf 6 tingling", "left calf, cramp, 6 of 10, numb"),
        ("twitchy left calf", "left calf, twitch"),
        ("leg day 50m 8", "lift legs, 50 min, effort 8, load 400"),
        ("midline abdomen ripple", "midline abdomen, ripple"),
        ("left thigh on and off", "left thigh, twitch, on and off"),
        ("thumb constant pulse 1h 30m", "thumb, pulse, 1 h 30 min, constant"),
        ("eye once", "eyelid, twitch, single"),
        ("jerk right arm falling asleep", "right arm, jerk, falling asleep"),
        ("calf after effort", "calf, twitch, after effort"),
        ("buzz foot arch pain numb", "arch of foot, buzz, pain, numb"),
        ("calf no pain not visible filmed", "calf, twitch, no pain, not visible, filmed"),
        ("calf tried massage tried water", "calf, twitch, tried massage, tried drinking water"),
        ('calf "woke [me] up"', "calf, twitch, “woke [me] up”"),
        ("neck b/l", "both sides of neck, twitch"),
        ("calf 45s", "calf, twitch, 45 s"),
        ("calf 0.25s", "calf, twitch, 0.25 s"),
        ("calf 90s", "calf, twitch, 1 min 30 s"),
        ("calf 30h", "calf, twitch, 30 h"),
        ("start left calf 4", "left calf, twitch, 4 of 10, going on"),
        ("stop", "ends what is going on"),
        ("stop 5", "ends what is going on, 5 of 10"),
        ("stop left", "ends what is going on, left"),
        ('stop left calf +stretch "gone"', "ends what is going on, left calf, stretching helped, “gone”"),
        ("espresso", "espresso, 30 ml, 63 mg caffeine"),
        ("2 coffees", "2 coffees, 474 ml, 192 mg caffeine"),
        ("3 green tea 0.2l", "3 green teas, 600 ml, 72 mg caffeine"),
        ("2 caffeine tablets 100mg", "2 doses of caffeine, 200 mg"),
        ("2 alcohol 10g", "2 drinks of alcohol, 20 g"),
        ("water 0.5l", "water, 500 ml"),
        ("water 12oz", "water, 354.9 ml"),
        ("beer 0.5l 5%", "beer, 500 ml, 19.7 g alcohol"),
        ("caffeine 120mg", "caffeine, 120 mg"),
        ("alcohol 10g", "alcohol, 10 g"),
        ("decaf", "decaf, 237 ml, 1 mg caffeine"),
        ("slept 23:40-06:10", "slept 6 h 30 min, 23:40-06:10"),
        ("nap 20m", "nap 20 min, 13:45-14:05"),
        ("yesterday nap 1h", "nap 1 h"),
        ("lift legs 45m 8", "lift legs, 45 min, effort 8, load 360"),
        ("lift 45m", "lift, 45 min"),
        ("run 1h 0", "run, 1 h, effort 0, load 0"),
        ('yoga 20m "gentle"', "yoga, 20 min, “gentle”"),
        ("started magnesium 300mg", "started magnesium, 300 mg"),
        ('started magnesium "for sleep"', "started magnesium, “for sleep”"),
        ("stopped magnesium", "stopped magnesium"),
        ("took ibuprofen 400mg", "took ibuprofen, 400 mg"),
        ("took ibuprofen", "took ibuprofen"),
        ('ill cold "with fever"', "ill: cold, “with fever”"),
        ("test CK normal", "test: CK normal"),
        ("visit neurologist 12 Dec", "visit: neurologist"),
        ("note bad night, neighbours", "note: bad night, neighbours"),
        ("none", "no twitches"),
        ("some", "some twitches, not counted"),
        ("stress 7", "stress 7 of 10"),
        ("no stress", "stress 0 of 10"),
        ("slept well 4", "sleep quality 4 of 5"),
        ("sleep 6.5", "sleep 6 h 30 min"),
        ("no sleep", "no sleep"),
        ("screen 5h", "screen time 5 h"),
        ("no screen", "screen time 0 h"),
        ("twitchy 4", "how twitchy: 4 of 10"),
        ("skipped a meal", "skipped a meal: yes"),
        ("no skipped meal", "skipped a meal: no"),
        ("fluids 1.8l", "fluids 1800 ml"),
        ("load total 300", "workout load 300"),
        ("caffeine total 300mg", "caffeine 300 mg"),
        ("no caffeine", "no caffeine"),
        ("no workout", "no workout"),
        ("that's all", "the drinks are complete"),
        ("forget caffeine", "caffeine back to not logged"),
        ("forget twitchy", "how twitchy back to not logged"),
    ),
)
def test_a_record_is_said_back_in_words(line: str, words: str) -> None:
    assert describe_act(one(line), WORDS) == words


@pytest.mark.parametrize(
    ("line", "words"),
    rows(
        ("calf", "Sat 21 Nov 14:05"),
        ("calf 14:04:30", "Sat 21 Nov 14:04"),
        ("calf 02:15", "Sat 21 Nov 02:15, in the night of Fri 20"),
        ("2026-11-21 08:00-05:00 calf", "Sat 21 Nov 08:00-05:00"),
        ("calf yesterday", "Fri 20 Nov"),
        ("calf yesterday evening", "Fri 20 Nov, evening"),
        ("2025-11-20 calf", "Thu 20 Nov 2025"),
        ("slept 23:40-06:10", "Sat 21 Nov"),
        ("nap 20m", "Sat 21 Nov 13:45"),
        ("stress 4", "Sat 21 Nov"),
        ("started magnesium 1 Nov", "Sun 1 Nov"),
        ("visit neurologist 12 Jan", "Tue 12 Jan 2027"),
    ),
)
def test_the_day_of_a_record_is_said_with_its_clock_or_part(line: str, words: str) -> None:
    assert when_words(one(line), here()) == words


@pytest.mark.parametrize(
    "kind", [Answer, Dose, Event, Forget, Medicine, Sleep, StopEpisode, StopMedicine], ids=lambda kind: kind.__name__
)
def test_every_kind_of_act_has_words(kind: type) -> None:
    lines = ("stress 4", "took x", "ill x", "forget stress", "started x", "slept 1:00-2:00", "stop", "stopped x")
    assert any(isinstance(one(line), kind) and describe_act(one(line), WORDS) for line in lines)


def test_an_ended_medicine_says_when() -> None:
    ended = Medicine(name="magnesium", dose="300 mg", started_on="2026-11-01", stopped_on="2026-11-20")
    assert describe_act(ended, WORDS) == "started magnesium, 300 mg, stopped 2026-11-20"


@typed.tried(40)
@given(some.data(), typed.vocabularies(), typed.heres())
def test_what_the_user_wrote_is_said_verbatim(data: some.DataObject, lexicon: Lexicon, clock: UserClock) -> None:
    record = data.draw(typed.records(lexicon, clock))
    echo = describe_act(record, lexicon)
    texts = [getattr(record, "note", None), getattr(record, "text", None)]
    if isinstance(record, Medicine | Dose):
        texts.append(record.name)
    assert all(text in echo for text in texts if text)
    assert when_words(record, clock)
