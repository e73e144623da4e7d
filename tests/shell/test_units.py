"""A number is in the unit that was said or chosen, never in one that nobody said."""

import io
import sys

import pytest

from tests.diary import TODAY, Diary


def test_a_bare_number_of_fluids_is_asked_for_its_unit(diary: Diary) -> None:
    assert diary.refused("log", "fluids 2") == "2 l or 2 ml? Say its unit, for example `2ml`, `1.5l` or `64oz`."
    diary.log("fluids 2l")
    assert "1800 l or 1800 ml?" in diary.refused("edit", f"{TODAY}:fluids", "1800")
    assert diary.page()["daily"]["fluids_ml"] == 2000
    assert "no fluids" in diary.said("log", "fluids 0")


def test_with_ounces_chosen_a_bare_number_is_ounces(diary: Diary) -> None:
    diary.said("settings", "units", "oz")
    assert "fluids 64 oz" in diary.said("log", "fluids 64")
    assert diary.page()["daily"]["fluids_ml"] == pytest.approx(64 * 29.5735)
    assert "fluids 50.7 oz" in diary.said("log", "fluids 1.5l")


@pytest.mark.parametrize(("units", "millilitres"), [("ml", 64), ("oz", 64 * 29.5735)])
def test_the_check_in_says_the_unit_of_a_bare_number(
    diary: Diary, units: str, millilitres: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    diary.said("settings", "units", units)
    diary.said("question", "on", "fluids_ml")
    for question in ("sleep_hours", "stress", "caffeine_mg", "workout_load", "any_twitches", "twitchiness"):
        diary.said("question", "off", question)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"64\n")))
    assert f"Fluids ({units}, 1.8l, or water 0.5l)?" in diary.said("checkin")
    assert diary.page()["daily"]["fluids_ml"] == pytest.approx(millilitres)


def test_a_number_of_ones_own_question_is_in_its_unit(diary: Diary) -> None:
    diary.said("question", "add", "broth", "--unit", "ml")
    assert "broth 200 ml" in diary.said("log", "broth 200")


@pytest.mark.parametrize("line", ["bp 120 mm Hg", "bp 120mm hg", "bp 120 MM HG", "bp 120mmHg", "bp 120"])
def test_a_unit_of_several_words_is_typed_as_it_is_said_back(diary: Diary, line: str) -> None:
    diary.said("question", "add", "bp", "--unit", "mm Hg")
    if "mmHg" in line:  # it is said with a space
        assert "is not" in diary.refused("log", line)
        return
    assert "bp 120 mm Hg" in diary.said("log", line)
    assert "bp 110 mm Hg" in diary.said("log", f"{TODAY}: bp 110 mm Hg, stress 3")


def test_a_unit_of_several_words_is_taken_in_the_check_in(diary: Diary, monkeypatch: pytest.MonkeyPatch) -> None:
    diary.said("question", "add", "bp", "--unit", "mm Hg")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\n" * 6 + b"120 mm Hg\n")))
    assert "bp 120 mm Hg" in diary.said("checkin")
    diary.said("question", "add", "chews", "--unit", "sticks of gum")
    assert "chews 3 sticks of gum" in diary.said("log", "chews 3 sticks of gum")
