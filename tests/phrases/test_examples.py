"""The grammar, line by line: what each example and each rule of it says (test_refusals.py has what is refused).

Unless a row says otherwise, it is Saturday 21 November 2026, 14:05 in Berlin.
"""

from typing import Any

import pytest

from journal.phrases.read.words.lexer import from_arguments
from journal.records import (
    Act,
    DayNote,
    Dose,
    Drink,
    Event,
    Forget,
    Medicine,
    Record,
    Relief,
    Sleep,
    StopMedicine,
    Workout,
)
from tests.phrases.expected import TODAY, YESTERDAY, answer, dose, drink, episode, sleep, some_time, stop, workout
from tests.phrases.lines import of_each, one, rows, said


def check(line: str | bytes, expected: list[Any]) -> None:
    found = said(line)
    assert found == expected
    assert [type(act) for act in found] == [type(act) for act in expected]


# ---- the examples ---------------------------------------------------------------------------------------------

EXAMPLES: list[tuple[str, Act]] = [
    ("left calf 4 2m", episode("calf", "2026-11-21 14:03", side="left", intensity=4, duration_s=120)),
    ("LEFT, Calf, 4, 2 min", episode("calf", "2026-11-21 14:03", side="left", intensity=4, duration_s=120)),
    ("eyelid r x12 20m ago", episode("eyelid", "2026-11-21 13:45", side="right", times=12)),
    (
        "cramp both calves 7 @02:15 +stretch -heat",
        episode(
            "calf",
            "2026-11-21 02:15",
            day=YESTERDAY,
            side="both",
            kind="cramp",
            intensity=7,
            reliefs=(Relief("stretch", True), Relief("heat", False)),
        ),
    ),
    ('thumb 3 yesterday 22:10 "after gaming"', episode("thumb", "2026-11-20 22:10", intensity=3, note="after gaming")),
    (
        "yesterday evening left thigh on and off",
        some_time("thigh", YESTERDAY, day_part="evening", side="left", pattern="on_and_off"),
    ),
    ("jerk right arm falling asleep", episode("arm", side="right", kind="jerk", circumstance="falling_asleep")),
    ("buzz foot_arch l pain", episode("foot_arch", side="left", kind="buzz", pain=True)),
    ("calf 5 l", episode("calf", side="left", intensity=5)),
    (
        "2026-11-20 14:05 thigh_front left 5/10 90s",
        episode("thigh_front", "2026-11-20 14:05", side="left", intensity=5, duration_s=90),
    ),
    ("start left calf", episode("calf", side="left", going_on=True)),
    ("stop", stop()),
    ("stop 5", stop(intensity=5)),
    ("1", episode("calf", side="left")),
    ("0", answer("any_twitches", 0)),
    ("none", answer("any_twitches", 0)),
    ("yesterday: none", answer("any_twitches", 0, YESTERDAY)),
    ("some", answer("any_twitches", 1)),
    ("espresso", drink("espresso", 30, 63)),
    ("2 coffees", drink("coffee", 474, 192, count=2)),
    ("tea 300ml @12:00", drink("tea", 300, 61, at="2026-11-21 12:00")),
    ("caffeine 120mg", drink("caffeine", None, 120, None)),
    ("water 0.5l", drink("water", 500, 0)),
    ("beer 0.5l 5%", drink("beer", 500, 0, 19.7)),
    ("sleep 6.5", answer("sleep_hours", 6.5)),
    ("sleep 6h30", answer("sleep_hours", 6.5)),
    ("slept 23:40-06:10", sleep("2026-11-20 23:40", "2026-11-21 06:10", 390)),
    ("nap 20m", sleep("2026-11-21 13:45", "2026-11-21 14:05", 20, nap=True)),
    ("slept well 4", answer("sleep_quality", 4)),
    ("stress 7", answer("stress", 7)),
    ("anxiety 3", answer("anxiety", 3)),
    ("food 6", answer("food", 6)),
    ("screen 5h", answer("screen_hours", 5)),
    ("twitchy 4", answer("twitchiness", 4)),
    ("fluids 1.8l", answer("fluids_ml", 1800)),
    ("that's all", answer("drinks_complete", 1)),
    ("no caffeine", answer("caffeine_mg", 0)),
    ("no alcohol", answer("alcohol_g", 0)),
    ("no workout", answer("workout_load", 0)),
    ("forget caffeine", Forget(TODAY, "caffeine_mg")),
    ("lift legs 45m 8", workout("strength", "13:20", 45, region="legs", effort=8)),
    ("run 30m 6", workout("run", "13:35", 30, effort=6)),
    ("yoga 20m", workout("yoga", "13:45", 20)),
    ("started magnesium 300mg", Medicine(name="magnesium", dose="300 mg", started_on=TODAY)),
    ("stopped magnesium", StopMedicine("magnesium", TODAY)),
    ("took ibuprofen 400mg", dose("ibuprofen", 400, "mg")),
    ("ill cold", Event(day=TODAY, kind="illness", text="cold")),
    ("test CK normal", Event(day=TODAY, kind="test", text="CK normal")),
    ("visit neurologist 12 Dec", Event(day="2026-12-12", kind="visit", text="neurologist")),
    ("note bad night, neighbours", DayNote(day=TODAY, text="bad night, neighbours")),
]


@of_each(*EXAMPLES)
def test_every_example_says_what_the_table_says(line: str, expected: Act) -> None:
    check(line, [expected])


def test_the_line_of_a_day_says_four_records_in_its_order() -> None:
    check(
        "2026-11-18: sleep 5, stress 8, lift legs 60m 9, none",
        [
            answer("sleep_hours", 5, "2026-11-18"),
            answer("stress", 8, "2026-11-18"),
            Workout(day="2026-11-18", kind="strength", region="legs", minutes=60, effort=9),
            answer("any_twitches", 0, "2026-11-18"),
        ],
    )


def test_again_is_the_last_episode_as_it_was_but_now() -> None:
    last = some_time("thumb", "2026-11-03", day_part="evening", intensity=6, note="typing", duration_s=120)
    assert said("again", last=lambda: last) == [
        episode("thumb", "2026-11-21 14:03", intensity=6, note="typing", duration_s=120)
    ]
    assert said("again 1h ago", last=lambda: last) == [
        episode("thumb", "2026-11-21 13:05", intensity=6, note="typing", duration_s=120)
    ]


# ---- what the rules say ---------------------------------------------------------------------------------------

QUOTES = [
    (r'calf "say \"hi\" \\ \n\t \x"', episode("calf", note='say "hi" \\ \n\t \\x')),
    ('calf "LEFT 4, x2 @10:00"', episode("calf", note="LEFT 4, x2 @10:00")),
    ('calf"ouch"4', episode("calf", note="ouch", intensity=4)),
    ('note he said "ow" \\n', DayNote(day=TODAY, text='he said "ow" \\n')),
    (r'note "exactly \"one\" text\n"', DayNote(day=TODAY, text='exactly "one" text\n')),
    ('note "one" and more', DayNote(day=TODAY, text='"one" and more')),
    ('note "never closed', DayNote(day=TODAY, text='"never closed')),
    ("note  spaces   inside  ", DayNote(day=TODAY, text="spaces   inside")),
    ("note, with a comma", DayNote(day=TODAY, text="with a comma")),
    ("note 14:05: 4 cramps, left calf", DayNote(day=TODAY, text="14:05: 4 cramps, left calf")),
    ("yesterday note slept badly", DayNote(day=YESTERDAY, text="slept badly")),
    ("that’s all", answer("drinks_complete", 1)),
    ("thats all", answer("drinks_complete", 1)),
    ("all", answer("drinks_complete", 1)),
    ("THAT'S ALL", answer("drinks_complete", 1)),
    ("ill O'Neill's cough", Event(day=TODAY, kind="illness", text="O'Neill's cough")),
]
NAMES = [
    ("middle finger", episode("finger_middle")),
    ("middle_finger", episode("finger_middle")),
    ("foot arch", episode("foot_arch")),
    ("foot", episode("foot")),
    ("calf FALLING Asleep", episode("calf", circumstance="falling_asleep")),
    ("calf asleep", episode("calf", circumstance="asleep")),
    ("other finger", episode("finger_other")),
    ("other thumb", episode("thumb", kind="other")),
    ("shoulder", episode("shoulder")),
    ("quad", episode("thigh_front")),
    ("bicep", episode("biceps")),
    ("eye", episode("eyelid")),
    ("arm", episode("arm")),
    ("leg", episode("leg")),
    ("hand", episode("hand")),
    ("whole body", episode("widespread")),
]
EPISODES = [
    ("4 calf left", episode("calf", side="left", intensity=4)),
    ("calf 7/10", episode("calf", intensity=7)),
    ("calf 0", episode("calf", intensity=0)),
    ("calf 12x", episode("calf", times=12)),
    ("calf 12 times", episode("calf", times=12)),
    ("calf L", episode("calf", side="left")),
    ("calf midline", episode("calf", side="midline")),
    ("calf single", episode("calf", pattern="single")),
    ("calf constant", episode("calf", pattern="constant")),
    ("calf on_and_off", episode("calf", pattern="on_and_off")),
    ("calf at rest", episode("calf", circumstance="rest")),
    ("calf in use", episode("calf", circumstance="use")),
    ("calf after effort", episode("calf", circumstance="after_effort")),
    ("twitch calf pain numb visible filmed", episode("calf", pain=True, numbness=True, visible=True, filmed=True)),
    ("calf no pain not numb", episode("calf", pain=False, numbness=False)),
    ("calf no visible not filmed", episode("calf", visible=False, filmed=False)),
    (
        "calf +stretch -heat tried massage",
        episode("calf", reliefs=(Relief("stretch", True), Relief("heat", False), Relief("massage"))),
    ),
    (
        "calf +hot water bottle tried water -sleep",
        episode("calf", reliefs=(Relief("heat", True), Relief("drink_water"), Relief("sleep", False))),
    ),
    ("calf 30h", episode("calf", "2026-11-20 08:05", duration_s=30 * 3600, last_day=TODAY)),
    ("start calf 3 @14:00", episode("calf", "2026-11-21 14:00", intensity=3, going_on=True)),
    ("left calf start 20m ago", episode("calf", "2026-11-21 13:45", side="left", going_on=True)),
    ("stop 5m ago", stop("2026-11-21 14:00")),
    ("stop left calf 5 +stretch", stop(site="calf", side="left", intensity=5, reliefs=(Relief("stretch", True),))),
    ('stop cramp no pain "it went"', stop(kind="cramp", pain=False, note="it went")),
]
AMOUNTS = [
    ("calf 1h 30m ago", episode("calf", "2026-11-21 12:35")),
    ("calf 1 hour 30 minutes ago", episode("calf", "2026-11-21 12:35")),
    ("calf 2m 20m ago", episode("calf", "2026-11-21 13:45", duration_s=120)),
    ("calf 1,5 min", episode("calf", "2026-11-21 14:03:30", duration_s=90)),
    ("calf 1m30s", episode("calf", "2026-11-21 14:03:30", duration_s=90)),
    ("calf 1.5 mins", episode("calf", "2026-11-21 14:03:30", duration_s=90)),
    ("calf 4,2 secs", episode("calf", "2026-11-21 14:04:55", duration_s=4.2)),
    ("calf, 4,2m", episode("calf", "2026-11-21 14:00:48", duration_s=252)),
    ("calf,4,", episode("calf", intensity=4)),
    ("water .5l", drink("water", 500, 0)),
    ("water 33cl", drink("water", 330, 0)),
    ("water 12 oz", drink("water", 354.882, 0)),
    ("2 cups of tea", drink("tea", 480, 97)),
    ("tea 1 cup", drink("tea", 240, 49)),
    ("sleep 390m", answer("sleep_hours", 6.5)),
    ("sleep 6 h 30 min", answer("sleep_hours", 6.5)),
    ("sleep 6:30", answer("sleep_hours", 6.5)),
    ("sleep 18:00", answer("sleep_hours", 18)),
    ("sleep 6,5", answer("sleep_hours", 6.5)),
    ("slept 6.5", answer("sleep_hours", 6.5)),
    ("screen 90m", answer("screen_hours", 1.5)),
    ("screen 5", answer("screen_hours", 5)),
    ("fluids 1800 ml", answer("fluids_ml", 1800)),
    ("stress 7/10", answer("stress", 7)),
]
DRINKS = [
    ("3 teas 250ml", drink("tea", 750, 153, count=3)),
    ("coffee 2", drink("coffee", 474, 192, count=2)),
    ("20 espressos", drink("espresso", 600, 1260, count=20)),
    ("tea 80mg", drink("tea", 237, 80)),
    ("wine", drink("wine", 150, 0, 14.2)),
    ("2 glasses of wine 8%", drink("wine", 300, 0, 19, count=2)),
    ("beer 12g", drink("beer", 330, 0, 12)),
    ("alcohol 10g", drink("alcohol", None, None, 10)),
    ("caffeine 0.2g", drink("caffeine", None, 200, None)),
    ("2 caffeine tablets 100mg", drink("caffeine", None, 200, None, count=2)),
    ("caffeine total 300mg", answer("caffeine_mg", 300)),
    ("total caffeine 300", answer("caffeine_mg", 300)),
    ("alcohol total 20g", answer("alcohol_g", 20)),
    ("load total 300", answer("workout_load", 300)),
    ("5 l water", drink("water", 5000, 0)),
]
SLEEP_AND_WORKOUTS = [
    ("slept 11pm-7am", sleep("2026-11-20 23:00", "2026-11-21 07:00", 480)),
    ("slept 23:00 - 07:00", sleep("2026-11-20 23:00", "2026-11-21 07:00", 480)),
    ("slept 23:00 to 07:00", sleep("2026-11-20 23:00", "2026-11-21 07:00", 480)),
    ("nap 13:00-13:20", sleep("2026-11-21 13:00", "2026-11-21 13:20", 20, nap=True)),
    ("nap 20m @13:00", sleep("2026-11-21 13:00", "2026-11-21 13:20", 20, nap=True)),
    ("nap yesterday 0.5h", Sleep(day=YESTERDAY, minutes=30, nap=True)),
    ("gym 45m", workout("strength", "13:20", 45)),
    ("8 45m lift arm", workout("strength", "13:20", 45, region="arms", effort=8)),
    ("lift whole 45m", workout("strength", "13:20", 45, region="whole")),
    ("swim 1h trunk 0/10", workout("swim", "13:05", 60, region="trunk", effort=0)),
    ('run 30m "new shoes"', workout("run", "13:35", 30, note="new shoes")),
    ("run 30m @08:00", workout("run", "08:00", 30)),
]
TEXTS = [
    ("started vitamin D 25 µg", Medicine(name="vitamin D", dose="25 µg", started_on=TODAY)),
    ("2026-11-01 started magnesium", Medicine(name="magnesium", started_on="2026-11-01")),
    ("started magnesium 300mg 1 Nov", Medicine(name="magnesium", dose="300 mg", started_on="2026-11-01")),
    (
        'started magnesium 300mg "for cramps"',
        Medicine(name="magnesium", dose="300 mg", started_on=TODAY, note="for cramps"),
    ),
    ('started "calf" "why not"', Medicine(name="calf", started_on=TODAY, note="why not")),
    ("yesterday stopped magnesium", StopMedicine("magnesium", YESTERDAY)),
    ("stopped magnesium yesterday", StopMedicine("magnesium", YESTERDAY)),
    ("@08:00 took ibuprofen", dose("ibuprofen", at="2026-11-21 08:00")),
    ("took ibuprofen 400mg @08:00", dose("ibuprofen", 400, "mg", at="2026-11-21 08:00")),
    ("took ibuprofen 2 tablets 2h ago", dose("ibuprofen", 2, "tablets", at="2026-11-21 12:05")),
    ("took ibuprofen yesterday 22:00", dose("ibuprofen", at="2026-11-20 22:00")),
    ("took Ibuprofen yesterday evening", Dose(name="Ibuprofen", day=YESTERDAY, day_part="evening")),
    ("took ibuprofen 12 Nov", Dose(name="ibuprofen", day="2026-11-12")),
    ('took "x 400mg"', dose("x 400mg")),
    ("ill cold 3 days ago", Event(day="2026-11-18", kind="illness", text="cold")),
    ("ill cold, cough", Event(day=TODAY, kind="illness", text="cold, cough")),
    ('ill cold "with fever"', Event(day=TODAY, kind="illness", text="cold", note="with fever")),
    ('ill "cold 3 days ago"', Event(day=TODAY, kind="illness", text="cold 3 days ago")),
    ("test CK 1:40", Event(day=TODAY, kind="test", text="CK 1:40")),
    ("12 Dec visit neurologist", Event(day="2026-12-12", kind="visit", text="neurologist")),
    ("12 Dec: visit neurologist", Event(day="2026-12-12", kind="visit", text="neurologist")),
    ("visit Dr_Who tomorrow", Event(day="2026-11-22", kind="visit", text="Dr_Who")),
    ("visit neurologist Tue", Event(day="2026-11-24", kind="visit", text="neurologist")),
    ("visit neurologist 12 Nov", Event(day="2026-11-12", kind="visit", text="neurologist")),
]
NONE_AND_FORGET = [
    ("no twitches", answer("any_twitches", 0)),
    ("no stress", answer("stress", 0)),
    ("no sleep", answer("sleep_hours", 0)),
    ("no fluids", answer("fluids_ml", 0)),
    ("no screen", answer("screen_hours", 0)),
    ("no exercise yesterday", answer("workout_load", 0, YESTERDAY)),
    ("skipped a meal", answer("skipped_meal", 1)),
    ("no skipped meal", answer("skipped_meal", 0)),
    ("skipped meal no", answer("skipped_meal", 0)),
    ("skipped meal yes yesterday", answer("skipped_meal", 1, day="2026-11-20")),
    ("no that's all", answer("drinks_complete", 0)),
    ("some yesterday", answer("any_twitches", 1, YESTERDAY)),
    ("forget stress", Forget(TODAY, "stress")),
    ("yesterday forget none", Forget(YESTERDAY, "any_twitches")),
    ("yesterday: forget load", Forget(YESTERDAY, "workout_load")),
]


@of_each(*QUOTES, *NAMES, *EPISODES, *AMOUNTS, *DRINKS, *SLEEP_AND_WORKOUTS, *TEXTS, *NONE_AND_FORGET)
def test_a_line_says_what_the_rules_say(line: str, expected: Act) -> None:
    check(line, [expected])


DAYS = [
    (
        'yesterday: calf "a, b", tea @10:00, note slept badly, and "so" on',
        [
            some_time("calf", YESTERDAY, note="a, b"),
            drink("tea", 237, 48, at="2026-11-20 10:00"),
            DayNote(day=YESTERDAY, text='slept badly, and "so" on'),
        ],
    ),
    ("Mon: 1, 0", [some_time("calf", "2026-11-16", side="left"), answer("any_twitches", 0, "2026-11-16")]),
    (
        "3 days ago: ill cold, 4 espressos,",
        [
            Event(day="2026-11-18", kind="illness", text="cold"),
            Drink(day="2026-11-18", name="espresso", count=4, volume_ml=120, caffeine_mg=252, alcohol_g=0),
        ],
    ),
    ("yesterday:none", [answer("any_twitches", 0, YESTERDAY)]),
    ("yesterday: calf 1,5 min", [some_time("calf", YESTERDAY, duration_s=90)]),
    ('yesterday: note"a, b", c', [DayNote(day=YESTERDAY, text='"a, b", c')]),
    (
        "yesterday: took x 5 mg @10:00, took y",
        [
            dose("x", 5, "mg", at="2026-11-20 10:00"),
            Dose(name="y", day=YESTERDAY),
        ],
    ),
]


@pytest.mark.parametrize(("line", "expected"), rows(*DAYS))
def test_the_line_of_a_day_holds_several_records(line: str, expected: list[Record]) -> None:
    check(line, expected)


@pytest.mark.parametrize(
    ("line", "other"),
    rows(
        ("left calf 4 2m", "2m 4 CALF Left"),
        ("left calf 4 2m", "left_calf,4_2m"),
        ("cramp both calves 7 +stretch", "7 +STRETCH both, cramp, calves"),
        ("tea 300ml @12:00", "@12:00 300_ml Tea"),
        ("lift legs 45m 8", "8 legs 45_m lift"),
        ("lift legs 45m 8", "lift legs 45m effort 8/10"),
        ("stress 7", "7 stress"),
        ("sleep 6.5", "6.5 sleep"),
    ),
)
def test_words_come_in_any_order_with_any_case_spaces_and_commas(line: str, other: str) -> None:
    assert said(line) == said(other)


def test_bytes_are_read_as_utf_8() -> None:
    assert one('calf "größer"'.encode()).note == "größer"


# ---- from the shell -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["left calf 4"], "left calf 4"),
        (["left", "calf", "4"], "left calf 4"),
        (["left", "calf", "woke me up"], 'left calf "woke me up"'),
        (["calf", 'he said "ow"'], r'calf "he said \"ow\""'),
        (["calf", "two\nlines"], r'calf "two\nlines"'),
        (["note", "bad night, neighbours"], 'note "bad night, neighbours"'),
        (["2026-11-18: sleep 5, stress 8"], "2026-11-18: sleep 5, stress 8"),
        (["calf", "-heat", "+stretch"], "calf -heat +stretch"),
        ([], ""),
    ],
)
def test_of_several_arguments_one_that_holds_a_space_is_quoted_text(arguments: list[str], line: str) -> None:
    assert from_arguments(arguments) == line
