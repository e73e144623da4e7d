"""Keys take effect in the order in which they were typed, also when all of them come at once."""

import asyncio
from pathlib import Path

import pytest
from textual.geometry import Offset

from journal.app import key_queue
from journal.app.widgets import line_input
from journal.app.widgets.line_input import LineInput
from journal.records import Answer, Episode, Record
from journal.store.file import connections
from journal.store.vocabulary import add_question
from journal.store.write.entry import enter_all
from tests.app.robot import SATURDAY, Clock, Robot, play


def stored(user: Robot, table: str) -> list[Record]:
    return user.records(table)


def answers(user: Robot) -> dict[str, float]:
    return {answer.question: answer.value for answer in user.records("answer")}


def test_a_key_does_not_wait_for_the_answer_of_a_dialog_that_was_closed(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story(user: Robot) -> None:
        await user.press("f2")
        dialog = user.app.screen
        monkeypatch.setattr(key_queue, "LONGEST_WAIT", None)  # no widget is passed over
        user.send("escape")
        await asyncio.wait_for(user.settle(), timeout=60)
        assert user.app.screen is not dialog

    play(path, story)


EDITED = (
    (("calf 9", "ctrl+w", "3", "enter"), "calf", 3),
    (("alf 2", "home", "c", "enter"), "calf", 2),
    (("caff", "backspace", "backspace", "lf 7", "enter"), "calf", 7),
    (("thumb 5", "ctrl+u", "calf 1", "enter"), "calf", 1),
    (("cal 4", "left", "left", "f", "enter"), "calf", 4),
)


def test_editing_keys_in_a_burst_edit_what_was_typed_before_them(path: Path) -> None:
    async def story(user: Robot) -> None:
        for number, (keys, site, intensity) in enumerate(EDITED):
            await user.burst(*keys)
            episode = user.records()[number]
            assert isinstance(episode, Episode)
            assert (episode.site, episode.intensity) == (site, intensity)
            assert user.line.value == ""
        assert len(user.records()) == len(EDITED)

    play(path, story)


def test_a_digit_that_was_taken_back_is_not_stored(path: Path) -> None:
    async def story(user: Robot) -> None:
        for keys, value in (
            (("stress 71", "backspace", "enter"), 7),
            (("stress 1", "backspace", "0", "enter"), 0),
        ):
            await user.burst(*keys)
            (answer,) = user.records("answer")
            assert isinstance(answer, Answer)
            assert answer.value == value

    play(path, story)


def test_an_arrow_to_another_day_is_taken_before_the_line_behind_it(path: Path) -> None:
    async def story(user: Robot) -> None:
        for _ in range(3):
            await user.burst("left", "calf 1", "enter")
        days = [episode.day for episode in user.records()]
        assert days == ["2026-11-20", "2026-11-19", "2026-11-18"]

    play(path, story)


def test_what_is_typed_while_a_room_opens_reaches_the_room(path: Path) -> None:
    enter_all(path, ["left calf 4", "thumb 2"], Clock()())

    async def story(user: Robot) -> None:
        await user.burst("f3", "thumb")
        assert "1 record" in user.see
        await user.burst("escape", "f5", "calf 2", "enter")
        assert len(user.records()) == 3

    play(path, story)


def test_keys_typed_before_the_first_frame_are_all_kept(path: Path) -> None:
    async def story(user: Robot) -> None:
        (episode,) = user.records()
        assert isinstance(episode, Episode)
        assert (episode.site, episode.intensity) == ("calf", 4)

    play(path, story, early=("calf 5", "backspace", "4", "enter"))


def test_answers_of_the_check_in_typed_ahead_are_each_stored_with_their_question(path: Path) -> None:
    async def story(user: Robot) -> None:
        user.shell("no caffeine")
        user.shell("any twitches yes")
        await user.burst("f2", "6.5", "enter", "11", "enter", "none", "enter")
        assert answers(user) == {"sleep_hours": 6.5, "caffeine_mg": 0, "workout_load": 0, "any_twitches": 1}
        assert "“11” is typed and not stored" in user.see, "and is not made 11none"
        await user.burst("4", "enter", "5", "enter", "7", "enter")
        assert (answers(user)["twitchiness"], answers(user)["stress"]) == (4, 5), "what was refused is asked last"
        await user.sees("All is answered. Enter once more answers “Stress” with “7”.")
        await user.press("enter", "home", "8", "enter", "6", "enter")
        assert (answers(user)["sleep_hours"], answers(user)["stress"]) == (8, 6), "one looks through what is answered"
        await user.burst("end", "delete", "home", "down", "delete", "11", "enter", "backspace", "3", "enter")
        assert "stress" not in answers(user)
        assert answers(user)["twitchiness"] == 3, "Backspace was typed for it too, and not for what was refused"

    play(path, story)


def test_undo_pressed_twice_at_once_takes_back_what_it_named(path: Path) -> None:
    async def story(user: Robot) -> None:
        user.shell("calf 3")
        await user.burst("ctrl+z", "ctrl+z")
        assert user.records() == []
        await user.burst("ctrl+y")
        assert len(user.records()) == 1

    play(path, story)


def test_what_undo_has_named_stays_named_when_the_app_notices_who_wrote_it(path: Path) -> None:
    async def story(user: Robot) -> None:
        user.shell("calf 3")
        await user.press("ctrl+z")
        user.app.file_watcher.look()
        await user.press("ctrl+z")
        assert user.records() == []
        user.shell("thumb 2")
        user.app.file_watcher.look()
        await user.press("ctrl+z")
        assert len(user.records()) == 1, "another change is named first"

    play(path, story)


def test_what_undo_would_undo_is_no_longer_said_when_something_else_was_stored(path: Path) -> None:
    async def story(user: Robot) -> None:
        user.shell("calf 3")
        await user.press("ctrl+z")
        assert "undone: Sat 21 Nov 14:05  calf" in user.notice
        await user.press("f2", "down", "7", "enter", "escape")
        assert user.notice.startswith("Say what happened")
        user.shell("thumb 2")
        await user.press("ctrl+z")
        assert "thumb" in user.notice
        user.shell("left eyelid")
        user.app.file_watcher.look()
        await user.settle()
        assert user.notice.startswith("Say what happened")
        assert len(user.records()) == 3

    play(path, story)


def test_answers_typed_ahead_of_a_locked_diary_are_each_stored_with_their_question(path: Path) -> None:
    async def story(user: Robot) -> None:
        add_question(user.path, "steps", unit="steps")
        add_question(user.path, "mood")
        await user.press("f2", "end", "up")
        with connections.connect(user.path, write=True) as other:
            other.execute("BEGIN IMMEDIATE")
            for key in ("8", "0", "0", "0", "enter", "5", "enter"):
                user.send(key)
            for _ in range(50):
                await user.pilot.pause(0)
            other.execute("ROLLBACK")
        await user.settle()
        values = {record.question: record.value for record in user.records("answer")}
        assert values == {"steps": 8000, "mood": 5}

    play(path, story)


def test_an_answer_that_is_refused_late_stands_in_its_field_again_or_waits_if_the_next_one_was_begun(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    enter_all(path, ["left calf 4"], Clock()())

    async def story(user: Robot) -> None:
        user.app.open_checkin(SATURDAY.date(), "any_twitches")
        await user.burst("0", "enter")
        assert user.records("answer") == []
        assert "does not go with" in user.see
        field = user.app.screen.query_one("#answer", LineInput)
        assert field.value == "0"
        monkeypatch.setattr(line_input, "REACTION", 0)
        await user.burst("backspace", "0", "enter", "4", "enter")
        assert answers(user) == {"twitchiness": 4}
        assert "“0” is typed and not stored" in user.see, "and is not made 04"
        await user.burst("end", "ctrl+u", "1", "1", "enter")
        monkeypatch.setattr(line_input, "REACTION", -1)
        await user.press("5")
        assert field.value == "115", "typed when one has read what is wrong"
        await user.press("backspace", "enter")
        monkeypatch.setattr(line_input, "REACTION", 60)
        await user.press("5")
        assert field.value == "5", "typed before one can have read it"

    play(path, story)


def test_ctrl_z_undoes_the_typing_before_it_takes_back_what_is_stored(path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.log("left calf 4")
        await user.burst("thumb 5", "backspace", "7", "ctrl+z")
        assert user.line.value == "thumb "
        await user.burst("ctrl+z", "ctrl+z")
        assert user.line.value == ""
        await user.burst("ctrl+y")
        assert user.line.value == "thumb 5"
        await user.burst("ctrl+z")
        assert user.line.value == ""
        await user.burst("banana", "enter", "escape", "apple", "enter", "escape", "ctrl+z")
        assert user.line.value == "apple"  # a line that was cleared comes back once, and then one gets behind it
        await user.burst("escape", "ctrl+z")
        await user.is_told("Press ^z again")
        assert len(user.records()) == 1
        await user.burst("ctrl+z")
        await user.until(lambda: user.records() == [])

    play(path, story)


def test_the_terminals_cursor_stands_where_the_next_letter_goes(path: Path) -> None:
    async def story(user: Robot) -> None:
        empty = user.app.cursor_position
        assert empty.y == user.line.content_region.y
        assert empty.x == user.line.content_region.x
        await user.burst("calf")
        assert user.app.cursor_position == empty + Offset(4, 0)
        await user.burst("left")
        assert user.app.cursor_position == empty + Offset(3, 0)

    play(path, story)


def test_pasted_lines_are_looked_at_and_then_stored_in_one_step_or_none_of_them(path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.paste("left calf 4\nespresso\n\nstress 7\n")
        assert user.records() == []
        await user.sees("3 lines were pasted")
        assert "stress" in user.see
        assert "7 of 10" in user.see
        await user.press("enter")
        await user.until(lambda: len(user.records("answer")) == 1)
        assert (len(user.records()), len(user.records("drink"))) == (1, 1)
        await user.burst("ctrl+z")
        await user.until(lambda: user.records() == user.records("drink") == user.records("answer") == [])
        await user.paste("left calf 4\nleft clf\n")
        await user.press("enter")
        await user.sees("Line 2: ")
        assert user.records() == []
        await user.press("escape")
        await user.burst("thumb 2", "enter")
        await user.until(lambda: len(user.records()) == 1)
        await user.paste('calf 4 "line one\nline two"\n')  # a line that breaks within quotes is one line
        await user.press("enter")
        assert user.records()[-1].note == "line one\nline two"

    play(path, story)


def test_ctrl_z_never_reaches_the_diary_from_a_line_that_holds_text(path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.log("left knee 2")
        await user.log("0")
        assert "does not go with" in user.notice
        assert user.line.value == "0"
        await user.burst("ctrl+z")
        assert user.line.value == ""
        await user.press("down", "enter", "end")
        await user.burst("x", "ctrl+z", "ctrl+z", "ctrl+z")
        await user.is_told("No typing is left to undo. With this line empty, ^z undoes what was stored last.")
        await user.press("escape")
        assert len(user.records()) == 1

    play(path, story)


def test_a_step_that_the_screen_in_front_does_not_name_is_named_before_it_is_undone(path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.log("left calf 4")
        await user.press("f2")
        await user.burst("ctrl+z")
        await user.is_told("Press ^z again")
        assert len(user.records()) == 1
        await user.burst("ctrl+z")
        await user.until(lambda: user.records() == [])
        await user.press("escape")
        assert "stored:" not in user.see

    play(path, story)


def test_what_is_typed_behind_the_key_that_stops_goes_into_the_choice_that_it_opens(path: Path) -> None:
    async def story(user: Robot) -> None:
        user.shell("start left calf 10m ago")
        user.shell("start right thumb 5m ago")
        await user.burst("ctrl+s", "down", "enter")
        ongoing = [episode.site for episode in user.records() if episode.going_on]
        assert len(ongoing) == 1
        assert user.line.value == ""

    play(path, story)


def test_keys_typed_while_the_triggers_are_judged_wait_for_their_page(path: Path) -> None:
    enter_all(path, ["left calf 4"], Clock()())

    async def story(user: Robot) -> None:
        await user.burst("f11", "enter")
        assert "More of which habit?" in user.see
        await user.burst("escape", "escape")
        await user.burst("f11", "f5", "thumb 2", "enter")
        assert len(user.records()) == 2

    play(path, story)


def test_delete_behind_a_filter_deletes_a_record_that_the_filter_finds(path: Path) -> None:
    enter_all(path, ["thumb 2", "left calf 4"], Clock()())

    async def story(user: Robot) -> None:
        await user.press("f3")
        await user.burst("thumb", "enter", "delete")
        (episode,) = user.records()
        assert isinstance(episode, Episode)
        assert episode.site == "calf"

    play(path, story)


def test_undo_behind_a_line_takes_back_that_line(path: Path) -> None:
    enter_all(path, ["thumb 2"], Clock()())

    async def story(user: Robot) -> None:
        await user.burst("left calf 4", "enter", "ctrl+z")
        (episode,) = user.records()
        assert isinstance(episode, Episode)
        assert episode.site == "thumb"

    play(path, story)


def test_a_line_that_is_refused_stands_in_its_field_before_the_next_letter_is_taken(path: Path) -> None:
    enter_all(path, ["left calf 4"], Clock()())

    async def story(user: Robot) -> None:
        await user.burst("0", "enter", "ctrl+u", "thumb 2", "enter")
        assert user.line.value == ""
        assert len(user.records()) == 2

    play(path, story)


def test_the_file_that_trends_writes_is_of_the_view_chosen_before(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(path.parent))
    enter_all(path, ["left calf 4"], Clock()())

    async def story(user: Robot) -> None:
        await user.press("f10")
        await user.burst("v", "w")
        field = user.app.screen.query_one("#field-file", LineInput)
        await user.press("escape")
        drawn = user.app.screen.drawn  # type: ignore[attr-defined]
        assert f"-{drawn.figure.view}-" in field.value

    play(path, story)
