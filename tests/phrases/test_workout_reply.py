"""What a reply to the question of a day's workout means, and `none` beneath any question."""

import pytest

from journal.catalog.lexicon import Lexicon, Term
from journal.catalog.questions import BUILT_IN
from journal.store.read.checkin import answer_phrase

REPLIES = {
    "legs 45 8": "lift legs 45m 8",
    "run 30 5": "run 30m 5",
    "lift legs 45m effort 8": "lift legs 45m effort 8",
    "arms effort 9 30": "lift arms effort 9 30m",
    "whole body 60 9/10": "lift whole body 60m 9/10",
    "legs 10 8": "lift legs 10m 8",
    "legs 45 min 8": "lift legs 45 min 8",
    'legs 8 45 "new plan"': 'lift legs 8 45m "new plan"',
    "parkour 20 6": "parkour 20m 6",
    "45 8": "workout 45m 8",
    "7": "workout",
    "6.5": "workout",
    "legs 8": "lift legs 8",
    "none": "no workout",
    "0": "load total 0",
    "300": "load total 300",
    "load 300": "load 300",
    "2 coffees": "2 coffees",
    "left calf 4": "left calf 4",
}


@pytest.mark.parametrize("reply", REPLIES)
def test_a_workout_is_said_in_few_words_and_every_other_line_is_what_it_was(reply: str) -> None:
    lexicon = Lexicon([Term("workout", "parkour")])
    assert answer_phrase(BUILT_IN["workout_load"], reply, lexicon) == REPLIES[reply]


@pytest.mark.parametrize(
    ("slug", "reply", "phrase"),
    [
        ("any_twitches", "none", "none"),
        ("twitchiness", "none", "no twitchiness"),
        ("stress", "none", "no stress"),
        ("stress", "None today.", "no stress today"),
        ("stress", "nothing", "no stress"),
        ("stress", "some", "stress some"),
        ("sleep_quality", "none", "no sleep quality"),
        ("sleep_quality", "n", "no sleep quality"),
        ("sleep_quality", "no twitches", "no twitches"),
        ("caffeine_mg", "some coffee", "some coffee"),
        ("stress", "5 yesterday", "stress 5 yesterday"),
        ("stress", "5 coffee", "stress 5 coffee"),
        ("stress", "7/10", "stress 7/10"),
        ("stress", "3 coffees", "3 coffees"),
        ("stress", "11 coffee", "11 coffee"),
        ("caffeine_mg", "2 coffee", "2 coffee"),
        ("any_twitches", "1 left calf", "1 left calf"),
        ("twitchiness", "4 at work", "twitchy 4 at work"),
    ],
)
def test_a_reply_is_the_phrase_that_it_says_beneath_its_question(slug: str, reply: str, phrase: str) -> None:
    assert answer_phrase(BUILT_IN[slug], reply, Lexicon([])) == phrase
