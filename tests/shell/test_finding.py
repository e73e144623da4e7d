"""find: records by what they say, newest first."""

import json

import pytest

from tests.diary import Diary

BEGINS = "the first line that is stored there begins one."


def found(diary: Diary, *text: str) -> list[str]:
    """The words of what is found, in its order."""
    return [record["words"] for record in json.loads(diary.said("find", *text, "--json"))]


@pytest.fixture
def week(diary: Diary) -> Diary:
    lines = (
        "2026-11-15 09:00 left calf 4 2m",
        '2026-11-16 10:00 right eyelid_lower x3 "after GAMING all night"',
        "2026-11-17 espresso",
        "2026-11-18: lift legs 45m 8",
        "2026-11-19 started magnesium 300mg",
        "2026-11-20: note Übermüdet, neighbours",
        "visit neurologist 12 Dec",
        'today evening cramp calf "after gaming"',
        "took Magnesium 1 tablet",
    )
    diary.log_all(lines)
    return diary


def test_a_word_of_a_note_in_any_case_newest_first(week: Diary) -> None:
    assert found(week, "gaming") == [
        "calf, cramp, “after gaming”",
        "right lower eyelid, twitch, 3 times, “after GAMING all night”",
    ]


@pytest.mark.parametrize("text", ["übermüdet", "ÜBERMÜDET", "Übermüdet, n"])
def test_letters_of_any_script_have_a_case(week: Diary, text: str) -> None:
    assert found(week, text) == ["note: Übermüdet, neighbours"]


def test_signs_and_letters_of_other_systems_are_found_by_the_plain_ones(diary: Diary) -> None:
    diary.log("note Cafe\u0301 don’t １２ “so” a–b")
    for text in ("café", "CAFE\u0301", "don't", "12", '"so"', "a-b"):
        assert len(found(diary, text)) == 1


def test_a_site_with_its_side_and_kind(week: Diary) -> None:
    assert found(week, "left", "calf") == ["left calf, twitch, 4 of 10, 2 min"]
    assert found(week, "calves", "cramp") == ["calf, cramp, “after gaming”"]
    assert found(week, "right", "calf") == []
    assert found(week, "calf", "2026-11-15") == found(week, "left", "calf"), "and its day, as in History"
    assert found(week, "2026-11-16..2026-11-17") == found(week, "espresso") + found(week, "eyelid")


def test_a_site_takes_in_its_parts(week: Diary) -> None:
    assert found(week, "eyelid") == ["right lower eyelid, twitch, 3 times, “after GAMING all night”"]


def test_names_of_drinks_workouts_medicines_and_visits(week: Diary) -> None:
    assert found(week, "espresso") == ["espresso, 30 ml, 63 mg caffeine"]
    assert found(week, "lift") == ["lift legs, 45 min, effort 8, load 360"]
    assert found(week, "magnesium") == ["took Magnesium, 1 tablet", "started magnesium, 300 mg"]
    assert found(week, "visit") == ["visit: neurologist"] == found(week, "neurolog")


def test_without_a_text_everything_newest_first_and_a_day_without_a_clock_first(week: Diary) -> None:
    week.log("today 08:00 thumb")
    assert found(week)[:4] == [
        "visit: neurologist",
        "calf, cramp, “after gaming”",
        "took Magnesium, 1 tablet",
        "thumb, twitch",
    ]


def test_it_is_paged_and_every_record_is_on_one_page(diary: Diary) -> None:
    diary.log_all(
        f"2026-11-{15 + hour // 10} {8 + hour % 10:02}:00 calf" if hour % 3 else f"2026-11-{15 + hour // 10} calf"
        for hour in range(30)
    )
    first, second = found(diary, "calf"), found(diary, "calf", "--page", "2")
    assert (len(first), len(second)) == (20, 10)
    both = [
        record["id"]
        for page in ("1", "2")
        for record in json.loads(diary.said("find", "calf", "--page", page, "--json"))
    ]
    assert len(set(both)) == 30
    assert diary.said("find", "calf").splitlines()[-1] == "(page 1; --page 2 goes on)"
    assert diary.said("find", "calf", "--page", "3") == "No record with “calf” on page 3.\n"


def test_what_looks_like_a_pattern_is_plain_text(diary: Diary) -> None:
    diary.log('calf "100% sure"')
    diary.log('calf "100 per cent"')
    diary.log('calf "a_b"')
    assert found(diary, "100%") == ["calf, twitch, “100% sure”"]
    assert found(diary, "a_b") == ["calf, twitch, “a_b”"]
    assert found(diary, "\\") == []


def test_nothing_found_is_said_calmly(diary: Diary) -> None:
    assert diary.said("find", "gaming") == "No record with “gaming”.\n"
    assert diary.ran("find") == (0, "No record.\n", f"There is no diary at {diary.path} yet; {BEGINS}\n")
    assert json.loads(diary.said("find", "--json")) == []
    assert diary.said("find", "stress").startswith("No record with “stress”. Answers of the check-in stand on the page")
    assert not diary.path.exists()


def test_an_id_that_it_prints_can_be_typed(week: Diary) -> None:
    for record in json.loads(week.said("find", "--json")):
        assert record["words"] in week.said("delete", record["short_id"])


def test_a_habit_s_words_are_no_record(diary: Diary) -> None:
    diary.log("stress 7")
    assert found(diary, "stress") == []


def test_two_coffees_are_two_wherever_they_are_said(diary: Diary) -> None:
    diary.log_all(["2 coffees @09:00", "coffee @10:00", "3 beers 0.4l", "tea"])
    assert "2 coffees, 474 ml, 192 mg caffeine" in diary.said("find", "2 coffees")
    assert "coffee, 237 ml" not in diary.said("find", "2 coffees")
    assert len(diary.said("find", "coffees").splitlines()) == 2
    page = diary.page()
    lines = {line["question"]: line["made_of"] for line in page["questions"]}
    assert (lines["caffeine_mg"], lines["alcohol_g"]) == ("from 4 drinks", "from 3 drinks")
    coffees = page["records"][0]
    assert (coffees["count"], coffees["volume_ml"], coffees["phrases"]) == (2, 474, ["2 coffees 2026-11-21 09:00"])
    assert diary.said("log", "decaf").endswith("]\n")
    exported = diary.path.with_name("exported")
    diary.said("export", "--for", "analysis", str(exported))
    header, *rows = (exported / "drinks.csv").read_text().splitlines()
    assert [row.split(",")[header.split(",").index("count")] for row in rows] == ["2", "1", "3", "1", "1"]
