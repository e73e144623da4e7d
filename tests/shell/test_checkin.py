"""checkin: what is still open, one line each."""

import json
import os
import signal
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from journal.catalog.questions import QUESTIONS
from tests.diary import Diary
from tests.shell.terminal import PATIENCE, Terminal
from tests.store.diaries import ask

Answer = Callable[[str], None]
PROMPTS = ("Sleep (", "Stress (", "Caffeine (", "Workout load (", "Any twitches (", "How twitchy (")


def answers(diary: Diary, day: str = "2026-11-21") -> dict[str, float]:
    return diary.daily(day) or {}


def prompts(said: str) -> list[str]:
    return [line.strip().split(" (")[0] for line in said.splitlines() if line.strip().endswith("?")]


def test_each_open_question_is_one_line_and_a_value_alone_answers_it(diary: Diary, answer: Answer) -> None:
    answer("6.5\n7\n120mg\nnone\nyes\n4\n")
    said = diary.said("checkin")
    assert prompts(said) == ["Sleep", "Stress", "Caffeine", "Workout load", "Any twitches", "How twitchy"]
    assert said.splitlines()[-6:] == [
        "stored: Sat 21 Nov  sleep 6 h 30 min",
        "stored: Sat 21 Nov  stress 7 of 10",
        "stored: Sat 21 Nov  caffeine 120 mg",
        "stored: Sat 21 Nov  no workout",
        "stored: Sat 21 Nov  some twitches, not counted",
        "stored: Sat 21 Nov  how twitchy: 4 of 10",
    ]
    assert diary.said("checkin") == "Nothing is open on Sat 21 Nov; every question has its answer.\n"


def test_a_workout_is_what_where_how_long_and_how_hard_and_yesterdays_is_asked_first(
    diary: Diary, answer: Answer
) -> None:
    diary.log("yesterday: calf")
    answer("legs 8\nlegs 45 8\n\n\n\nrun 30 5\n")
    said = diary.said("checkin")
    assert prompts(said)[:3] == ["Workout load", "Workout load", "Sleep"], "what lacks its length is asked again"
    assert said.index("Fri 20 Nov") < said.index("Workout load (none, or what, region, minutes, how hard: legs 45 8)?")
    assert "stored: Fri 20 Nov  lift legs, 45 min, effort 8, load 360" in said
    assert "stored: Sat 21 Nov  run, 30 min, effort 5, load 150" in said
    diary.undo()
    assert ask(diary.path, "SELECT count(*) FROM workout") == [0]
    diary.log("yesterday: no workout")
    answer("")
    assert "Fri 20 Nov" not in diary.said("checkin"), "none is not trained, and nothing more is asked"


def test_one_undo_takes_all_of_it_back(diary: Diary, answer: Answer) -> None:
    diary.log("thumb")
    answer("6.5\n7\n2 coffees\n")
    diary.said("checkin")
    diary.undo()
    assert answers(diary) == {"twitches": 1, "cramps": 0, "tingles": 0, "any_twitches": 1.0}


def test_only_what_is_open_is_asked(diary: Diary, answer: Answer) -> None:
    for line in ("stress 7", "espresso", "calf", "slept 23:00-06:00", "lift 45m"):
        diary.log(line)
    answer("3\n")
    assert prompts(diary.said("checkin")) == ["How twitchy"]
    assert answers(diary)["twitchiness"] == 3


def test_enter_leaves_a_question_open(diary: Diary, answer: Answer) -> None:
    answer("\n7\n\n\n\n\n")
    assert "\nstored: Sat 21 Nov  stress 7 of 10\n" in diary.said("checkin")
    assert answers(diary) == {"stress": 7.0}


def test_any_line_is_an_answer_and_one_that_does_not_answer_is_kept_too(diary: Diary, answer: Answer) -> None:
    answer('23:40-06:10\ncalf 5 "at [work]"\n7/10\n2 coffees\nlift legs 45m 8\n\n')
    said = diary.said("checkin")
    assert said.count("That is kept too; the question is still open.") == 1
    assert prompts(said).count("Stress") == 2
    assert "Any twitches" not in prompts(said)
    found = answers(diary)
    assert (found["sleep_hours"], found["stress"], found["caffeine_mg"]) == (6.5, 7, 192)
    assert (found["workout_load"], found["twitches"]) == (360, 1)


def test_an_answer_of_a_day_has_no_clock_unless_one_is_said(diary: Diary, answer: Answer) -> None:
    diary.at("2026-11-21 21:40")
    answer("\n\n2 coffees\nlift legs 45m 8\nleft calf 4\n\n")
    said = diary.said("checkin")
    assert [line.partition("  [")[0] for line in said.splitlines() if line.startswith("stored")] == [
        "stored: Sat 21 Nov  2 coffees, 474 ml, 192 mg caffeine",
        "stored: Sat 21 Nov  lift legs, 45 min, effort 8, load 360",
        "stored: Sat 21 Nov  left calf, twitch, 4 of 10",
    ]
    records = diary.page()["records"]
    assert {record.get("taken_at") or record.get("started_at") for record in records} == {None}
    diary.at("2026-11-22 21:40")
    answer("\n\nespresso 20m ago\nrun 30m 5 @18:00\n\n\n")
    diary.said("checkin")
    clocks = [record.get("taken_at") or record.get("started_at") for record in diary.page("2026-11-22")["records"]]
    assert clocks == ["2026-11-22T17:00:00Z", "2026-11-22T20:20:00Z"]


def test_a_bad_answer_is_asked_again_and_says_why(diary: Diary, answer: Answer) -> None:
    answer("\n14\nmany\n7\n")
    said = diary.said("checkin")
    assert "    Stress is 0 to 10, not 14" in said
    assert prompts(said).count("Stress") == 3
    assert answers(diary) == {"stress": 7.0}


def test_the_end_of_the_input_stores_what_was_said(diary: Diary, answer: Answer) -> None:
    answer("6.5\n7")
    assert diary.said("checkin").count("stored: ") == 2


def test_of_more_piped_lines_than_questions_nothing_is_stored(diary: Diary, answer: Answer) -> None:
    answer("6.5\n7\n120mg\nnone\nyes\n4\n\nespresso\n")
    code, _, errors = diary.ran("checkin")
    assert code == 2
    assert errors.startswith("1 line more than there are questions open, from “espresso” on")
    assert not diary.path.exists()


def test_piped_lines_are_not_dropped_in_silence_where_no_question_is_open(diary: Diary, answer: Answer) -> None:
    diary.log("today: sleep 6, stress 7, no caffeine, no workout, none, twitchy 0")
    answer("espresso\n")
    assert diary.ran("checkin")[0] == 2
    assert ask(diary.path, "SELECT count(*) FROM drink") == [0]


def test_nothing_said_stores_nothing(diary: Diary, answer: Answer) -> None:
    answer("")
    assert diary.said("checkin").endswith("Nothing was said, so nothing was stored.\n")
    assert not diary.path.exists()


def test_another_day(diary: Diary, answer: Answer) -> None:
    answer("6\n\nespresso\nyesterday: no workout\n2026-11-19: none\n\n\n")
    said = diary.said("checkin", "yesterday")
    assert "Fri 20 Nov" in said
    found = answers(diary, "2026-11-20")
    assert (found["sleep_hours"], found["caffeine_mg"], found["workout_load"]) == (6, 63, 0)
    assert answers(diary, "2026-11-19") == {"twitches": 0, "cramps": 0, "tingles": 0, "any_twitches": 0.0}
    assert ask(diary.path, "SELECT taken_at FROM drink") == [None]


@pytest.mark.parametrize("reply", ["0", "n", "no", "none"])
def test_a_refused_answer_is_not_stored_on_another_day(diary: Diary, answer: Answer, reply: str) -> None:
    diary.log("2026-11-07: left calf 3")
    answer(f"\n\n\n\n{reply}\n")
    said = diary.said("checkin", "2026-11-07")
    assert "stored: " not in said
    assert prompts(said).count("How twitchy") == 2
    assert answers(diary) == {}


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["tomorrow"], "Sun 22 Nov has not come yet."),
        (["2026-11-19..2026-11-21"], "A check-in is of one day; for the last 7 days say --gaps."),
        (["soon"], "“soon” is no day; say today, yesterday, Mon, 3 days ago, 2026-11-20 or 20 Nov."),
    ],
)
def test_a_day_that_cannot_be_asked(diary: Diary, words: list[str], why: str) -> None:
    assert diary.refused("checkin", *words) == why


def test_gaps_are_the_last_seven_days_the_oldest_first(diary: Diary, answer: Answer) -> None:
    for question in ("sleep_hours", "caffeine_mg", "workout_load", "any_twitches", "twitchiness"):
        diary.said("question", "off", question)
    diary.log("2026-11-18: stress 1")
    answer("5\n\n6\n\n\n7\n")
    said = diary.said("checkin", "--gaps")
    days = [line for line in said.splitlines() if line.endswith("Nov")]
    assert days == ["Sun 15 Nov", "Mon 16 Nov", "Tue 17 Nov", "Thu 19 Nov", "Fri 20 Nov", "Sat 21 Nov"]
    stored = dict(ask(diary.path, "SELECT day, value FROM answer"))
    assert stored == {"2026-11-18": 1, "2026-11-15": 5, "2026-11-17": 6, "2026-11-21": 7}
    diary.undo()
    assert ask(diary.path, "SELECT day FROM answer") == ["2026-11-18"]


def test_gaps_when_all_is_answered_or_nothing_is_on(diary: Diary, answer: Answer) -> None:
    for back in range(7):
        day = date(2026, 11, 21) - timedelta(days=back)
        diary.log(f"{day}: sleep 6, stress 7, no caffeine, no workout, none, twitchy 0")
    answer("")
    said = diary.said("checkin", "--gaps")
    assert said == "Nothing is open in the 7 days to Sat 21 Nov; every question has its answer.\n"
    for question in QUESTIONS:
        diary.said("question", "off", question.slug)
    assert diary.said("checkin") == "No question is on; `question on stress` makes the check-in ask one.\n"


def test_a_check_in_over_the_end_of_a_day_is_of_the_day_on_which_it_began(
    diary: Diary, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Slow:
        lines = iter([b"6.5\n", b"7\n", b""])

        @property
        def buffer(self) -> "Slow":
            return self

        def isatty(self) -> bool:
            return False

        def readline(self) -> bytes:
            diary.at("2026-11-22 04:01")
            return next(self.lines)

    diary.at("2026-11-22 03:59")
    monkeypatch.setattr(sys, "stdin", Slow())
    assert "stored: Sat 21 Nov  stress 7 of 10" in diary.said("checkin")


def test_own_habits_are_asked_by_what_they_take(diary: Diary, answer: Answer) -> None:
    diary.said("question", "add", "steps", "--unit", "steps")
    diary.said("question", "add", "mood", "--lowest", "-5", "--highest", "5")
    diary.said("question", "add", "meditated", "--highest", "1")
    answer("\n\n\n\n\n\n8000 steps\n-3\ny\n")
    said = diary.said("checkin")
    assert "steps (0 steps or more)?" in said
    assert "stored: Sat 21 Nov  meditated yes" in said
    page = {line["question"]: line["value"] for line in diary.page()["questions"]}
    assert (page["steps"], page["mood"], page["meditated"]) == (8000, -3, 1)


# ---- on a terminal ------------------------------------------------------------------------------------------


def on_a_terminal(path: Path, columns: int = 80) -> Terminal:
    return Terminal([sys.executable, "-m", "journal", "--db", str(path), "checkin"], {"TZ": "UTC"}, columns)


def test_someone_who_answers_seven_sees_what_it_was_taken_for(tmp_path: Path) -> None:
    path = tmp_path / "diary.db"
    with on_a_terminal(path) as terminal:
        terminal.waits_for("Enter leaves a question open").waits_for("Sleep (").types("7\n")
        terminal.waits_for("Stress (0 none, 10 worst imaginable)? ").types("7\n").waits_for("Caffeine").types("\x04")
        assert terminal.ends() == 0
    assert "sleep 7 h" in terminal.shown
    assert "stress 7 of 10" in terminal.shown
    assert json.dumps(ask(path, "SELECT value FROM answer ORDER BY question")) == "[7.0, 7.0]"


def test_ctrl_c_stores_nothing(tmp_path: Path) -> None:
    path = tmp_path / "diary.db"
    with on_a_terminal(path) as terminal:
        terminal.waits_for("Sleep (").types("7\n").waits_for("Stress (").interrupts()
        assert terminal.ends() == 130
    assert terminal.shown.endswith("\nInterrupted; nothing was stored.\n")
    assert not path.exists()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_half_a_check_in_is_stored_when_its_terminal_is_closed_or_the_program_is_asked_to_end(
    tmp_path: Path, number: signal.Signals
) -> None:
    path = tmp_path / "diary.db"
    with on_a_terminal(path) as terminal:
        terminal.waits_for("Sleep (").types("7\n").waits_for("Stress (").types("6\n").waits_for("Caffeine (")
        os.kill(terminal.process.pid, number)
        assert terminal.ends() == 128 + number
    assert "stress 6 of 10" in terminal.shown
    assert ask(path, "SELECT value FROM answer ORDER BY value") == [6.0, 7.0]


def test_half_a_check_in_is_stored_when_nobody_is_left_to_hear_of_it(tmp_path: Path) -> None:
    path = tmp_path / "diary.db"
    with on_a_terminal(path) as terminal:
        terminal.waits_for("Sleep (").types("7\n").waits_for("Stress (").hangs_up()
        terminal.process.wait(PATIENCE)
    assert ask(path, "SELECT value FROM answer") == [7.0]


def test_on_a_narrow_terminal_an_answer_has_room(tmp_path: Path) -> None:
    with on_a_terminal(tmp_path / "diary.db", columns=40) as terminal:
        terminal.waits_for("Sleep (hours, or 23:40-06:10)?\n  > ").types("7\n")
        terminal.waits_for("Stress (0 none, 10 worst imaginable)?\n  > ").interrupts().ends()
