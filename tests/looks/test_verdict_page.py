"""What the page of triggers says, and what it never says."""

import json
import re
from datetime import timedelta
from math import isclose

import pytest

from journal.phrases.write.format_number import round_words
from journal.statistics.result import Finding
from journal.store import vocabulary
from tests.diary import Diary
from tests.looks.simulated_days import YESTERDAY, coffee, nothing, short_sleep, store, store_and_judge, stressed

NEVER = re.compile(r"\b(cause[sd]?|causing|proven|proves?|significan\w*)\b", re.IGNORECASE)
RATIO = re.compile(r"\d(\.\d+)?x\b|\btimes as\b")
DIARIES = {"nothing": nothing, "coffee": coffee, "sleep": short_sleep, "stress": stressed}


def told(diary: Diary, *arguments: str) -> dict[str, object]:
    found = json.loads(diary.said("triggers", "--json", *arguments))
    assert isinstance(found, dict)
    return found


def finding(diary: Diary, habit: str) -> dict[str, object]:
    found = told(diary)["findings"]
    assert isinstance(found, list)
    return next(one for one in found if one["habit"] == habit)


def squeezed(text: str) -> str:
    return " ".join(text.split())


PAGES = ((), ("--text",), ("caffeine",), ("sleep",), ("sleep", "--text"), ("stress", "--text"))
JUDGED_ANEW = (("--outcome", "twitches"), ("--site", "calf"))


@pytest.mark.parametrize(("name", "columns"), [("nothing", 40), ("coffee", 80), ("sleep", 40), ("stress", 40)])
def test_no_word_claims_more_than_an_association_and_no_line_is_wider_than_the_terminal(
    diary: Diary, monkeypatch: pytest.MonkeyPatch, name: str, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    if name != "coffee":
        diary.said("suspect", "caffeine")
    store(diary.path, DIARIES[name](70))
    for arguments in (*PAGES, *(JUDGED_ANEW if name in ("nothing", "coffee") else ())):
        page = diary.said("triggers", *arguments)
        assert not NEVER.search(" ".join(page.split())), arguments
        assert not [line for line in page.split("\n") if len(line) > columns], arguments


def test_a_claim_is_a_sentence_with_the_very_numbers(diary: Diary) -> None:
    store_and_judge(diary, coffee(60))
    page, found = squeezed(diary.said("triggers")), finding(diary, "caffeine_mg")
    assert (found["tier"], found["lag"]) == ("clear", 1)
    ratio, low, high = (f"{found[name]:.1f}" for name in ("rate_ratio", "low", "high"))
    assert (
        f"With 240 mg of caffeine the day before you logged about {ratio} times as many twitches as with 80 mg (your"
        f" upper and lower quarter marks; 95 % interval {low} to {high}, drawn in for the winner's luck). Raw:"
        f" {found['raw_mean_with']:.1f} a day at 240 mg or more (29 days), {found['raw_mean_without']:.1f} at 80 mg or"
        f" less ({found['n_without']} days). 59 of 60 days used, 1 not logged; steady steps assumed. Clear. This is an"
        " association. Being followed up: 0 of 120 days." in page
    )
    assert f"{ratio}x ({low}-{high})" in page
    assert "First clear on 21 Nov with 60 days." in page
    assert page.count("Winner's luck: what stands out is partly luck") == 1


def test_what_is_less_on_more_is_told_from_the_end_with_more_twitches(diary: Diary) -> None:
    store(diary.path, short_sleep(70))
    page, found = squeezed(diary.said("triggers")), finding(diary, "sleep_hours")
    assert (found["tier"], found["lag"], found["same_day_caution"]) == ("clear", 0, False)
    assert (found["direction"], found["set_apart"]) == (-1, False), "the night before comes first"
    ratio, contrast = found["rate_ratio"], found["contrast"]
    assert isinstance(ratio, float)
    assert isinstance(contrast, list)
    assert ratio < 1
    assert "shorter nights, the night before" in page
    short, long = map(round_words, contrast)
    assert f"With {short} h of sleep the night before you logged about {1 / ratio:.1f} times as many" in page
    assert f"as with {long} h (your lower and upper quarter marks;" in page
    assert "may have come first" not in page


def test_a_rating_of_the_same_day_stands_apart_whatever_its_p(diary: Diary) -> None:
    store(diary.path, stressed(90))
    page, found = diary.said("triggers", "--text"), finding(diary, "stress")
    assert found["lag"] == 0
    assert found["which_came_first_cannot_be_told"]
    assert (found["direction"], found["set_apart"]) == (1, True)
    heading = "went together on the same day; which came first cannot be told"
    assert re.search(rf"^{heading}\n  days of more stress, the same day$", page, re.MULTILINE)
    assert not re.search(r"^(clear|possible)$", page, re.MULTILINE)
    assert "First seen on 21 Nov" in page
    assert "Nothing stands out in 90 days but what went together on the same day." in page
    more = diary.said("triggers", "stress", "--text")
    assert not re.search(r"\b(clear|possible)\b(?! at)", more)
    assert heading in more[more.index("What each look said") :]
    assert "With stress 7 the same day you logged about" in squeezed(page)


def test_habits_without_a_claim_show_no_ratio_on_the_page(diary: Diary) -> None:
    store_and_judge(diary, nothing(60))
    page = diary.said("triggers")
    assert "Nothing stands out in 60 days. For 3 habits a 1.5-fold link is unlikely; for 4 it is too early" in squeezed(
        page
    )
    assert "│" not in page, "an axis without a claim"
    assert not RATIO.search(page)


def test_no_strong_link_seen_says_what_it_means(diary: Diary) -> None:
    store(diary.path, nothing(450))
    page = squeezed(diary.said("triggers"))
    assert "Nothing stands out in 450 days. For 4 habits a 1.5-fold link is unlikely; for 3 it is too early" in page
    assert "A 1.5-fold, steady link between these is unlikely; weaker ones and thresholds are not ruled out." in page
    assert re.search(r"stress, between \d and \d", page)
    assert not RATIO.search(page)


def test_what_is_too_early_has_no_list_of_dates_but_on_its_own_page(diary: Diary) -> None:
    store_and_judge(diary, coffee(60))
    page = squeezed(diary.said("triggers"))
    assert "later, if you go on logging: " in page
    assert "heavy lifting: needs 15 days logged beside the twitches" in page
    assert re.findall(r"\b20[0-9]{2}\b", page) == []
    assert re.search(r"Too early to say: perhaps at \d+ counted days", squeezed(diary.said("triggers", "stress")))


@pytest.mark.parametrize("days", [0, 20, 60])
def test_what_no_statistics_can_see_stands_on_the_page(diary: Diary, days: int) -> None:
    store(diary.path, nothing(days))
    page = squeezed(diary.said("triggers"))
    assert "you count what you notice, and days of worry, rest or poor sleep are days of noticing" in page
    assert "twitches may change the same day's habits; something else may drive both" in page


def test_before_the_first_look_the_page_says_when_it_comes(diary: Diary) -> None:
    page = squeezed(diary.said("triggers"))
    assert "The first look comes at 60 counted days. No day is counted yet." in page
    assert "once it is known how many twitches it had; “some” is no number. Today counts when it is over." in page
    assert "name up to two habits that you suspect" in page
    store(diary.path, nothing(30))
    page = squeezed(diary.said("triggers"))
    assert "The first look comes at 60 counted days, perhaps in December. 30 days counted." in page
    assert not RATIO.search(page)


def test_the_history_says_when_a_claim_appeared_and_that_it_was_taken_back(diary: Diary) -> None:
    store(diary.path, coffee(60), YESTERDAY - timedelta(days=75))
    assert "First clear on 21 Nov with 60 days." in squeezed(diary.said("triggers"))
    store(diary.path, [{**day, "caffeine_mg": None} for day in nothing(75, seed=9)])
    page = squeezed(diary.said("triggers"))
    assert "judged 21 Nov with 135 counted days" in page
    assert re.search(r"First clear on 21 Nov with 60 days; then .*(It was taken back|It has held)\.", page)
    history = finding(diary, "caffeine_mg")["history"]
    assert isinstance(history, list)
    assert [once["days"] for once in history] == [60, 135]


def test_the_text_has_no_picture(diary: Diary) -> None:
    store_and_judge(diary, coffee(60))
    for arguments in ((), ("caffeine",), ("--outcome", "cramps")):
        text = diary.said("triggers", *arguments, "--text")
        assert not any(0x2500 <= ord(letter) < 0x2600 or ord(letter) == 0x25CF for letter in text)


def test_json_has_the_fields_of_a_finding_and_of_the_look(diary: Diary) -> None:
    assert told(diary)["judged_on"] is None
    store(diary.path, coffee(60))
    found = told(diary)
    assert (found["judged_on"], found["days"], found["outcome"]) == ("2026-11-21", 60, "twitches")
    assert found["next_look"] == {"days": 90, "perhaps": "2026-12"}
    level = found["level"]
    assert isinstance(level, dict)
    assert isclose(level["clear"], 0.05 / 3)
    caffeine = finding(diary, "caffeine_mg")
    assert set(vars(Finding("", "none"))) <= set(caffeine)
    assert set(vars(Finding("", "none"))) >= {"p", "rate_ratio", "days_needed", "control_p", "not_separable_from"}
    text = json.dumps(found)
    assert "NaN" not in text
    assert "Infinity" not in text


def test_the_users_own_words_stand_verbatim(diary: Diary) -> None:
    label = "[b]Mood[/b] “=1+1” \u202e"
    vocabulary.add_question(diary.path, "mood", label=label)
    days = [{**day, "mood": float((day["twitches"] or 0) % 7)} for day in coffee(70)]
    store(diary.path, days)
    for arguments in ((), ("--text",), ("mood",), ("--outcome", "twitches")):
        assert label in diary.said("triggers", *arguments), arguments


# ---- one habit ----------------------------------------------------------------------------------------------


def test_more_of_a_habit_shows_doses_every_lag_the_control_and_what_was_assumed(diary: Diary) -> None:
    store_and_judge(diary, coffee(60))
    more = squeezed(diary.said("triggers", "caffeine", "--text"))
    assert more.startswith("Caffeine · clear")
    for said in (
        "80 mg",
        "Each lag alone, without the prior",
        "the same day",
        "three days before",
        "The control (tomorrow's caffeine against today's twitches) shows no sign of it.",
        "Why these ratios are not to be trusted",
        "Assumed: each lag alone",
        "clear at p 0.017 or less",
        "What each look said",
        "The days behind it",
        "Fri 20 Nov 2026",
    ):
        assert said in more, said


def test_every_habit_can_be_asked_for_before_and_after_the_first_look(diary: Diary) -> None:
    for name in ("sleep", "short nights", "stress", "caffeine", "caffeine after 16:00", "heavy lifting"):
        assert "The next look comes at 60 counted days" in diary.said("triggers", name)
    store_and_judge(diary, nothing(60))
    for name, *form in (
        ("sleep",),
        ("short nights", "--text"),
        ("stress", "--json"),
        ("caffeine", "--text"),
        ("caffeine after 16:00", "--json"),
        ("heavy lifting",),
    ):
        assert diary.said("triggers", name, *form)
    assert "is no habit that is judged" in diary.refused("triggers", "moon")


def test_a_habit_that_was_not_judged_yet_says_so(diary: Diary) -> None:
    store_and_judge(diary, nothing(60))
    diary.said("question", "add", "mood")
    assert "mood · not judged yet" in diary.said("triggers", "mood")
    assert "The next look comes at 90 counted days" in diary.said("triggers", "mood")


# ---- beside it ----------------------------------------------------------------------------------------------


def test_the_pictures_of_a_habit_end_with_its_standing(diary: Diary) -> None:
    store(diary.path, coffee(59))
    assert "Triggers: too early to say, not judged yet. A picture, not a verdict." in diary.said(
        "trends", "habit", "--habit", "caffeine"
    )
    store(diary.path, nothing(1), YESTERDAY - timedelta(days=59))
    diary.said("triggers")
    said = diary.said("trends", "habit", "--habit", "caffeine", "--text")
    assert "Triggers: caffeine: clear; caffeine after 16:00: too early to say. A picture, not a verdict." in said
    for view in ("compare", "before", "map"):
        assert "A picture, not a verdict." in diary.said("trends", view)


@pytest.mark.parametrize("columns", [40, 80])
def test_how_it_is_judged_is_told_in_plain_words_folded_to_the_terminal(
    diary: Diary, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    chapter = diary.said("triggers", "--how")
    assert chapter.startswith("How this is judged\n")
    assert max(map(len, chapter.split("\n"))) <= columns
    assert "| " not in chapter
    assert not re.search(r"\b(proven|significant)\b", chapter)
