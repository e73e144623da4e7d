"""question, term, template, settings: what is the user's own."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.diary import Diary
from tests.store.diaries import ask, dump


def question(diary: Diary, slug: str) -> dict[str, Any]:
    known = {one["slug"]: one for one in json.loads(diary.said("question", "list", "--json"))}
    found: dict[str, Any] = known[slug]
    return found


@pytest.mark.parametrize(
    ("options", "lowest", "highest", "unit"),
    [
        ([], 0, 10, None),
        (["--unit", "steps"], 0, None, "steps"),
        (["--unit", "h", "--highest", "24"], 0, 24, "h"),
        (["--unit", "kg", "--lowest", "30"], 30, None, "kg"),
        (["--lowest", "1", "--highest", "5"], 1, 5, None),
        (["--lowest", "-5", "--highest", "5"], -5, 5, None),
        (["--highest", "1"], 0, 1, None),
        (["--unit", " "], 0, 10, None),
    ],
)
def test_a_habit_needs_nothing_but_its_name(
    diary: Diary, options: list[str], lowest: float, highest: float | None, unit: str | None
) -> None:
    diary.said("question", "add", "habit", *options)
    added = question(diary, "habit")
    assert (added["label"], added["lowest"], added["highest"], added["unit"]) == ("habit", lowest, highest, unit)
    assert (added["state"], added["happens"], added["role"], added["built_in"]) == ("on", "day", "habit", False)


def test_a_habit_is_at_once_a_word_a_line_of_the_page_and_on_in_the_check_in(
    diary: Diary, answer: Callable[[str], None]
) -> None:
    said = diary.said("question", "add", "cold_hands", "--label", "Cold [shower]", "--low-means", "none")
    assert "Cold [shower], 0 (none) to 10; the check-in asks it now" in said
    (example,) = [line for line in said.splitlines() if line.startswith("For example: twitch-journal log ")]
    assert "Cold [shower]  not logged" in diary.said("show")
    answer("\n\n\n\n\n\n3\n")
    assert "Cold [shower] (0 (none) to 10)?" in diary.said("checkin")
    assert "Cold [shower]  3 of 10" in diary.said("show")
    assert diary.said(*example.removeprefix("For example: twitch-journal ").split()).startswith("stored: Sat 21 Nov")
    assert diary.said("log", "no", "cold", "hands").startswith("stored: Sat 21 Nov  Cold [shower] 0 of 10")
    assert diary.said("log", "forget", "cold_hands").startswith("forgotten: ")


def test_adding_is_undone_and_done_again(diary: Diary) -> None:
    diary.said("question", "add", "mood")
    diary.log("mood 7")
    diary.undo()
    diary.said("undo")
    assert "is not a known word" in diary.refused("log", "mood", "7")
    diary.said("redo")
    diary.log("mood 7")


@pytest.mark.parametrize(
    "name",
    [
        *(
            "calf",
            "calves",
            "Left",
            "espresso",
            "coffees",
            "stress",
            "stressed",
            "caffeine",
            "lift",
            "workouts",
            "twitch",
        ),
        *("stretch", "stretching", "massage", "heat"),
        *("ml", "cup", "cups", "h", "minutes", "mg", "oz", "tablet"),
        *("mon", "Monday", "yesterday", "evening", "may", "december", "ago", "night", "last_night"),
        *(
            "no",
            "forget",
            "none",
            "note",
            "sleep",
            "again",
            "total",
            "tried",
            "not",
            "x",
            "x12",
            "rest_day",
            "cup_size",
        ),
        *("no_sugar", "ill_feeling", "started_early", "note_taking", "10k", "7", "a:b", "a/b", "", " ", "+heat"),
        *("a" * 41, "sleep_hours", "drinks_complete", "all", "l", "r"),
    ],
)
def test_a_name_that_a_line_would_read_otherwise_is_refused(diary: Diary, name: str) -> None:
    diary.refused("question", "add", name)
    diary.refused("term", "add", "relief", name)
    assert not diary.path.exists() or ask(diary.path, "SELECT count(*) FROM step") == [0]


def test_a_name_of_which_the_plural_is_a_word_is_refused(diary: Diary) -> None:
    assert "(its plural, “calves”)" in diary.refused("term", "add", "drink", "calve")
    diary.said("term", "add", "drink", "guayusa")
    assert "is already a word of the diary" in diary.refused("question", "add", "guayusas")
    for kind, name in (("site", "left knee"), ("site", "other hip"), ("workout", "cramp calf")):
        assert "is already a line that `log` understands" in diary.refused("term", "add", kind, name)


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["--highest", "0"], "The highest value has to be more than the lowest (0), not 0."),
        (["--lowest", "20"], "The highest value has to be more than the lowest (20), not 10."),
        (["--highest", "nan"], "The lowest and the highest value are plain numbers."),
        (["--lowest=-inf"], "The lowest and the highest value are plain numbers."),
        (["--highest", "2.5"], "The ends of a scale are whole numbers; with a unit (--unit) they need not be."),
        (["--label", "a\x1b[31mb"], "The line holds a control character (U+001B), which cannot be stored."),
        (["--unit", "a\nb"], "The unit is one line of up to 200 letters."),
    ],
)
def test_a_range_that_cannot_be_is_refused(diary: Diary, options: list[str], why: str) -> None:
    assert diary.refused("question", "add", "mood", *options) == why


def test_questions_are_put_on_off_and_hidden(diary: Diary) -> None:
    diary.said("question", "on", "anxiety")
    diary.said("question", "off", "stress")
    diary.said("question", "hide", "twitchy")
    assert [question(diary, slug)["state"] for slug in ("anxiety", "stress", "twitchiness")] == ["on", "off", "hidden"]
    page = diary.said("show")
    assert "Anxiety" in page
    assert "Stress" not in page
    assert "How twitchy" not in page
    assert "stress 4 of 10" in diary.said("log", "stress", "4")
    assert "Stress         4 of 10" in diary.said("show")
    assert diary.refused("question", "on", "anxeity") == "There is no question “anxeity”; did you mean anxiety?"


def test_what_is_so_already_is_no_step(diary: Diary) -> None:
    diary.log("calf")
    diary.said("question", "on", "stress")
    diary.said("settings", "units", "ml")
    assert "calf" in diary.said("undo")


def test_a_part_of_something_is_a_name_too(diary: Diary) -> None:
    diary.said("term", "add", "site", "rim of ear", "--parent", "ear")
    assert "rim of both ears, twitch, 3 of 10" in diary.said("rims of both ears 3")
    diary.said("term", "add", "drink", "pot of tea", "--size", "500ml")
    assert "2 pots of tea, 1000 ml" in diary.said("2 pots of tea")
    diary.said("term", "add", "drink", "чай")
    assert "2 чай" in diary.said("2 чай")
    assert "“of”" in diary.refused("term", "add", "site", "of ear")


def test_own_terms_are_words_at_once(diary: Diary) -> None:
    diary.said("term", "add", "site", "brow_tail", "--parent", "eyelid")
    diary.said("term", "add", "drink", "Club", "Mate", "--size", "300ml", "--caffeine", "80mg")
    diary.said("term", "add", "drink", "mead", "--size", "0.5l", "--alcohol", "4.5%")
    diary.said("term", "add", "relief", "magnesium_spray")
    diary.said("term", "add", "workout", "parkour")
    assert "left brow tail, twitch, magnesium spray helped" in diary.said(
        "log", "left", "brow_tail", "+magnesium_spray"
    )
    assert "2 Club Mates, 600 ml, 160 mg caffeine" in diary.said("log", "2 club mates")
    assert "mead, 500 ml, 17.8 g alcohol" in diary.said("log", "mead")
    assert "parkour, 20 min, effort 7, load 140" in diary.said("log", "parkour 20m 7")
    assert "brow tail" in diary.said("find", "eyelid")
    assert diary.said("term", "list") == (
        "drink Club Mate, 300 ml, 80 mg caffeine\n"
        "drink mead, 500 ml, 17.8 g alcohol\n"
        "relief magnesium spray\n"
        "site brow tail, in eyelid\n"
        "workout parkour\n"
    )
    assert [term["slug"] for term in json.loads(diary.said("term", "list", "drink", "--json"))] == [
        "club_mate",
        "mead",
    ]
    assert "espresso" in diary.said("term", "list", "drink")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["site", "brow", "--size", "300ml"], "--size, --caffeine and --alcohol belong to a drink, not to a site."),
        (["drink", "guayusa", "--parent", "calf"], "--parent belongs to a site, not to a drink."),
        (["site", "brow_tail", "--parent", "nowhere"], "There is no site “nowhere” for it to lie in;"),
        (
            ["drink", "mead", "--size", "300"],
            "--size is an amount with a unit (ml, cl, l, oz, cup), not “300”.",
        ),
        (["drink", "mead", "--caffeine", "1l"], "--caffeine is an amount with a unit (mg, g), not “1l”."),
        (["drink", "mead", "--alcohol", "5%"], "--alcohol in % needs the --size too."),
        (["drink", "mead", "--size", "0ml"], "--size is more than 0 and at most 10000 ml, not 0ml."),
        (["drink", "guayusa", "--caffeine", "50g"], "--caffeine is at most 5000 mg, not 50g."),
    ],
)
def test_a_term_that_cannot_be_is_refused(diary: Diary, words: list[str], why: str) -> None:
    assert diary.refused("term", "add", *words).startswith(why)


def test_words_that_are_gone_are_still_shown_where_they_stand(diary: Diary) -> None:
    diary.said("term", "add", "site", "brow_tail")
    diary.log('brow_tail "x"')
    diary.said("question", "add", "mood")
    diary.log("mood 7")
    from tests.store.diaries import by_hand

    by_hand(diary.path, "DELETE FROM term")
    assert "brow tail, twitch" in diary.said("show")
    assert "brow tail, twitch" in diary.said("find", "brow")
    assert "brow tail, twitch" in diary.said("find", "x")


def test_a_digit_means_a_line(diary: Diary) -> None:
    assert "No digit means anything yet but 0" in diary.said("template", "list")
    said = diary.said("template", "set", "2", "left", "calf", "4", "at work")
    assert said.startswith('2 is now: left calf 4 "at work"\n')
    assert "left calf, twitch, 4 of 10, “at work”" in diary.said("log", "2")
    assert diary.said("template", "list") == '2  left calf 4 "at work"\n0  none today\n'
    assert json.loads(diary.said("template", "list", "--json")) == {"2": 'left calf 4 "at work"'}
    diary.said("template", "clear", "2")
    assert "has no template" in diary.refused("log", "2")
    diary.said("undo")
    assert "left calf" in diary.said("log", "2")


@pytest.mark.parametrize("words", [["0", "calf"], ["12", "calf"], ["x", "calf"], ["1", "claf"], ["1", "2"], ["1", " "]])
def test_a_template_that_could_not_be_read_is_refused(diary: Diary, words: list[str]) -> None:
    diary.refused("template", "set", *words)


def test_a_day_starts_when_the_user_says_and_stored_days_stay(diary: Diary) -> None:
    diary.at("2026-11-22 02:30").log("calf")
    before = dump(diary.path)["episode"]
    assert diary.said("settings", "day_starts", "02:00") == "day starts is now 2\n"
    assert dump(diary.path)["episode"] == before
    assert "stored: Sun 22 Nov 02:30  calf" in diary.said("log", "calf")
    diary.said("undo")
    diary.said("undo")
    assert json.loads(diary.said("settings", "--json"))["day_starts"] == "4"


def test_units_are_those_in_which_volumes_are_said(diary: Diary) -> None:
    diary.said("settings", "units", "oz")
    assert "water, 16.9 oz" in diary.said("log", "water", "0.5l")
    assert ask(diary.path, "SELECT volume_ml FROM drink") == [500.0]
    assert "Fluids" not in diary.said("show")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["day_starts", "13"], "Day starts is 0 to 12, not 13."),
        (["day_starts", "-1"], "Day starts is 0 to 12, not -1."),
        (["units", "gallon"], "Units is ml or oz, not gallon."),
        (
            ["colour", "red"],
            "There is no setting “colour”; there are day starts, units, signs, reminders, track until, emergency.",
        ),
        (
            ["colour"],
            "There is no setting “colour”; there are day starts, units, signs, reminders, track until, emergency.",
        ),
    ],
)
def test_a_setting_that_is_none_is_refused(diary: Diary, words: list[str], why: str) -> None:
    assert diary.refused("settings", *words) == why
