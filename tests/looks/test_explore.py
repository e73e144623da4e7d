"""Views beside the verdicts: raw ratios, no tier, counted, not stored."""

import json
from datetime import date

import pytest

from tests.diary import Diary
from tests.looks.simulated_days import coffee, nothing, store, store_and_judge
from tests.store.diaries import ask

TIERS = ("clear", "possible", "no strong link", "too early")


@pytest.fixture
def judged(diary: Diary) -> Diary:
    store_and_judge(diary, coffee(61), "yesterday: cramp left thumb")
    return diary


@pytest.mark.parametrize(
    "arguments",
    [
        ("--outcome", "cramps"),
        ("--outcome", "jerks"),
        ("--outcome", "twitches"),
        ("--site", "calf"),
        ("--site", "leg"),
        ("--from", "2026-10-01"),
        ("--to", "2026-11-01"),
    ],
)
def test_a_view_has_no_tier_and_is_not_stored(judged: Diary, arguments: tuple[str, ...]) -> None:
    before = ask(judged.path, "SELECT * FROM verdict"), ask(judged.path, "SELECT * FROM look")
    said = judged.said("triggers", *arguments)
    assert said.startswith("A view, no verdict")
    assert not any(tier in said for tier in TIERS)
    assert "stand" in said
    assert (ask(judged.path, "SELECT * FROM verdict"), ask(judged.path, "SELECT * FROM look")) == before


def test_what_stands_out_in_a_view_is_said_with_its_raw_ratio(judged: Diary) -> None:
    found = json.loads(judged.said("triggers", "--site", "calf", "--json"))
    caffeine = next(one for one in found["habits"] if one["habit"] == "caffeine_mg")
    assert caffeine["stands_out"]
    assert not {"tier", "rate_ratio", "days_needed"} & set(caffeine)
    said = judged.said("triggers", "--site", "calf")
    ratios = f"{caffeine['raw_ratio']:.1f}x ({caffeine['raw_low']:.1f}-{caffeine['raw_high']:.1f})"
    assert said.index("stands out in this view") < said.index(ratios) < said.index("does not stand out in this view")


def test_views_are_counted_until_the_next_look(judged: Diary) -> None:
    assert "other view" not in judged.said("triggers")
    for number in (1, 2, 3):
        assert json.loads(judged.said("triggers", "--outcome", "cramps", "--json"))["views_opened"] == number
    assert "Since the last look 3 other views were opened" in judged.said("triggers")
    judged.undo()
    assert "3 other views" in judged.said("triggers"), "undo passes over the count"
    store(judged.path, nothing(29), last=date(2026, 9, 20))
    assert "other view" not in judged.said("triggers")


def test_minutes_are_known_where_every_episode_has_a_length(diary: Diary) -> None:
    diary.log_all(
        ("5 days ago: left calf 2m", "4 days ago: none", "3 days ago: left calf", "yesterday: right calf 30s")
    )
    found = json.loads(diary.said("triggers", "--outcome", "minutes", "--json"))
    assert found["days"] == 3


def test_a_site_without_an_episode_counts_zero_where_the_day_is_known(diary: Diary) -> None:
    diary.log_all(("5 days ago: left calf", "4 days ago: none", "3 days ago: some"))
    assert json.loads(diary.said("triggers", "--site", "thumb", "--json"))["days"] == 2


def test_nothing_to_look_at_is_said_and_not_counted(diary: Diary) -> None:
    assert "nothing to look at" in diary.said("triggers", "--outcome", "cramps")
    assert json.loads(diary.said("triggers", "--outcome", "cramps", "--json")) == {
        "outcome": "cramps",
        "site": None,
        "days": 0,
        "habits": [],
    }
    assert not diary.path.exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--outcome", "rating", "--site", "calf"), "leave the site out"),
        (("--from", "2026-11-02", "--to", "2026-11-01"), "is before 2026-11-02; the earlier day comes first"),
        (("--from", "someday"), "“someday” is no day"),
        (("--site", "moon"), "“moon” is no site"),
        (("sleep", "--site", "calf"), "a view shows every habit"),
        (("--text", "--json"), "two ways to print"),
    ],
)
def test_what_cannot_be_looked_at_is_refused(judged: Diary, arguments: tuple[str, ...], said: str) -> None:
    assert said.lower() in judged.refused("triggers", *arguments).lower()
