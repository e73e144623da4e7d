"""What a day is worth: the view, the page and its JSON say the same of every day."""

import re

import pytest

from tests.days.lived import Day
from tests.days.of_drinks import ALCOHOL, CAFFEINE, FLUIDS
from tests.days.of_sleep_and_workouts import SLEEP, WORKOUTS
from tests.days.of_twitches import OTHERS, TWITCHES
from tests.diary import TODAY, Diary

DAYS = TWITCHES | SLEEP | {f"caffeine: {name}": day for name, day in CAFFEINE.items()}
DAYS |= {f"alcohol: {name}": day for name, day in ALCOHOL.items()}
DAYS |= {f"fluids: {name}": day for name, day in FLUIDS.items()} | WORKOUTS | OTHERS
ON = ["Sleep", "Stress", "Caffeine", "Workout load", "Any twitches?", "How twitchy?"]
SLUGS = {
    "Sleep": "sleep_hours",
    "Stress": "stress",
    "Caffeine": "caffeine_mg",
    "Workout load": "workout_load",
    "Any twitches?": "any_twitches",
    "How twitchy?": "twitchiness",
    "Sleep quality": "sleep_quality",
    "Anxiety": "anxiety",
    "Food": "food",
    "Skipped a meal?": "skipped_meal",
    "Fluids": "fluids_ml",
    "Alcohol": "alcohol_g",
    "Screen time": "screen_hours",
    "Drinks complete": "drinks_complete",
}


@pytest.fixture(params=DAYS)
def day(request: pytest.FixtureRequest, diary: Diary) -> Day:
    """A day, lived."""
    lived = DAYS[request.param]
    for line in lived.did:
        if isinstance(line, dict):
            diary.imported(**line)
            continue
        typed, said = line if isinstance(line, tuple) else (line, "")
        echo = re.sub(r"\([0-9a-f]{4,}\)", "(ID)", diary.echo(typed))
        assert echo.startswith(said[:-1]) if said.endswith("…") else echo == said, typed
    return lived


def test_the_view_the_page_and_its_json_say_what_a_day_is_worth(day: Day, diary: Diary) -> None:
    assert diary.daily() == day.daily

    expected = dict.fromkeys(ON, "not logged") | day.page
    page = diary.page()
    assert page["logged"] is (day.daily is not None)
    assert {name: value for name, value in page["daily"].items() if value is not None} == (day.daily or {})
    assert {line["label"]: line for line in page["questions"]}.keys() == expected.keys()
    for line in page["questions"]:
        shown, _, made_of = expected[line["label"]].partition(" · ")
        value = (day.daily or {}).get(SLUGS[line["label"]])
        assert (line["question"], line["value"], line["made_of"]) == (SLUGS[line["label"]], value, made_of)
        state = "value" if line["label"] == "Drinks complete" else three_states(shown)
        assert line["state"] == state, line["label"]

    check_in = diary.said("show", TODAY).split("\nCheck-in\n")[1].split("\n\n")[0]
    lines = [re.split(r" {2,}", line.strip()) for line in check_in.splitlines()]
    assert {label: " · ".join(rest) for label, *rest in lines} == expected


def three_states(shown: str) -> str:
    """Which of the three states the words say."""
    if shown in ("not logged", "not known"):
        return "not logged"
    return "none" if shown in ("none", "none (0 of 10)", "no") else "value"
