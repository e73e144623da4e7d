"""Today: a tired user just types."""

import asyncio
from pathlib import Path

import pytest
from textual import events

from journal.app.widgets import line_input
from journal.store.write.entry import enter, enter_all
from tests.app.robot import Clock, Robot, play


def test_a_line_is_previewed_while_it_is_typed_and_stored_only_by_enter(path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.type("left calf 4 2m")
        await user.sees("left calf, twitch, 4 of 10, 2 min · today 14:03")
        assert not user.path.exists()
        await user.press("enter")
        await user.until(lambda: len(user.records()) == 1)
        assert user.line.value == ""
        await user.until(lambda: not any("none today" in line for line in user.lines))
        await user.until(lambda: user.notice.startswith("stored: Sat 21 Nov 14:03  left calf, twitch, 4 of 10, 2 min"))
        await user.is_told("^z undoes it")

    play(path, story)


def test_what_cannot_be_read_stays_in_the_line_and_is_said_below_it(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story(user: Robot) -> None:
        await user.log("left clf 4")
        assert user.line.value == "left clf 4"
        await user.sees("✗ “clf” is not a known word; did you mean calf")
        await user.press("ctrl+u")
        await user.log("weak left hand")
        await user.sees("That may need more than a diary")
        assert not any("✗" in line for line in user.lines), "a word of alarm is no error"
        assert not user.path.exists()
        for keys in (
            ("ctrl+u", "weak left hand", "enter", "eyelid 3", "enter"),
            ("lft calf 4", "enter", "left", "thumb", "enter"),
        ):
            await user.burst(*keys)
        assert [(record.site, record.day) for record in user.records()] == [
            ("eyelid", "2026-11-21"),
            ("thumb", "2026-11-20"),
        ], "no line is joined to one that is refused before that can have been read"
        assert "weak left hand  not stored yet" in user.see
        assert "That may need more than a diary" in user.notice, "it is not passed over"
        assert "2 lines not stored yet. ↓ and Enter edits." in user.notice
        monkeypatch.setattr(line_input, "REACTION", 0)
        await user.log("4 twitches")
        await user.type("calf")
        assert user.line.value == "4 twitches calf", "it says what was missing, a word of its own"

    play(path, story)


EYELIDS = ("2026-11-18: eyelid r", "2026-11-19: eyelid r")


def test_the_common_twitch_is_two_keystrokes_or_two_clicks(path: Path) -> None:
    enter_all(path, [*EYELIDS, "2026-11-19: left calf"], Clock()())

    async def story(user: Robot) -> None:
        await user.sees("1 right eyelid")
        await user.press("1", "enter")
        await user.until(lambda: [record.site for record in user.records()][3:] == ["eyelid"])
        await user.click("1 right eyelid")
        await user.until(lambda: len(user.records()) == 4)
        await user.sees("right eyelid, twitch · today 14:05")
        await user.click("⏎ store")
        await user.until(lambda: [record.site for record in user.records()][3:] == ["eyelid", "eyelid"])

    play(path, story)


def test_a_digit_keeps_its_meaning_when_another_episode_becomes_commoner_and_undo_looks_past_it(path: Path) -> None:
    enter_all(path, EYELIDS, Clock()())

    async def story(user: Robot) -> None:
        await user.press("1", "enter", "ctrl+z")
        assert "template" not in user.notice
        await user.until(lambda: len(user.records()) == 2)
        await user.sees("1 right eyelid")
        await user.burst(*["left calf", "enter"] * 6)
        await user.until(lambda: len(user.records()) == 8)
        await user.sees("1 right eyelid   2 left calf")

    play(path, story)


def test_with_the_line_empty_the_arrows_lead_to_other_days(path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.press("left")
        await user.sees("Fri 20 Nov · yesterday")
        await user.sees("What happened on Fri 20 Nov?")
        await user.log("left calf 4")
        await user.until(lambda: user.records()[0].day == "2026-11-20")
        await user.type("left calf 20m ago")  # a line on a past page that says its own time keeps it
        await user.sees("left calf, twitch · today 13:45")
        await user.press("enter")
        await user.until(lambda: [record.day for record in user.records()] == ["2026-11-20", "2026-11-21"])
        await user.press("right")
        await user.sees("Sat 21 Nov · today")
        await user.press("right")
        await user.sees("Sat 21 Nov · today")
        await user.burst("left", "thumb", "ctrl+o", "1")
        await user.sees("Sat 21 Nov · today")
        await user.burst("left")
        assert user.line.value == "thumb"

    play(path, story)


def test_any_past_day_can_be_picked_in_a_calendar(path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.press("f9")
        await user.press("pageup", "up", "enter")
        await user.sees("Wed 14 Oct")
        await user.press("f9")
        await user.click(" 1·")
        await user.sees("Thu 1 Oct")

    play(path, story)


def test_tab_and_the_right_arrow_complete_a_name(path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.type("left cal")
        await user.press("tab")
        assert user.line.value == "left calf "
        await user.type("4 +str")
        await user.press("right")
        assert user.line.value == "left calf 4 +stretch"
        assert user.line.has_focus

    play(path, story)


def test_a_pasted_note_of_two_lines_keeps_both_and_a_control_character_is_refused_in_a_sentence(path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.type('left calf "')
        user.line.post_message(events.Paste("woke me\nagain"))
        await user.settle()
        await user.type('"')
        await user.press("enter")
        await user.until(lambda: user.records()[0].note == "woke me\nagain")
        user.line.post_message(events.Paste("left \x1b[31mcalf"))
        await user.settle()
        assert user.line.value == ""
        await user.is_told("U+001B")

    play(path, story)


def test_undo_names_what_the_shell_did_before_it_takes_it_back(path: Path) -> None:
    enter(path, "espresso", Clock()())

    async def story(user: Robot) -> None:
        await user.press("ctrl+z")
        await user.is_told("undone: Sat 21 Nov 14:05  espresso")
        await user.until(lambda: len(user.records("drink")) == 1)
        await user.press("ctrl+z")
        await user.until(lambda: not user.records("drink"))
        await user.until(lambda: user.notice.startswith("Undone: Sat 21 Nov 14:05  espresso"))
        await user.press("ctrl+y")
        await user.until(lambda: len(user.records("drink")) == 1)

    play(path, story)


def test_what_was_just_stored_is_taken_back_by_one_key_and_0_says_that_there_were_no_twitches(path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.log("espresso")
        await user.press("ctrl+z")
        await user.until(lambda: not user.records("drink"))
        await user.sees("Nothing is logged for this day")
        await user.sees("Any twitches?  not logged")
        await user.press("0", "enter")
        await user.sees("Any twitches?  none")
        await user.sees("No record; the check-in has what is logged")
        assert "Nothing is logged" not in user.see

    play(path, story)


def test_what_is_going_on_shows_its_time_and_one_key_stops_it_or_asks_which(path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.log("start left calf")
        user.clock.pass_(minutes=12)
        user.app.file_watcher.look()
        await user.settle()
        await user.sees("going on 12 min: left calf, twitch")
        await user.press("ctrl+s")
        await user.until(lambda: user.records()[0].duration_s == 720)
        assert "going on" not in user.see
        await user.burst("start left calf", "enter", "start right eyelid", "enter")
        await user.press("ctrl+s")
        await user.sees("Which one stops?")
        await user.press("down", "enter")
        await user.until(lambda: [record.going_on for record in user.records()] == [False, True, False])

    play(path, story)


def test_what_the_shell_logs_appears_and_the_page_turns_over_without_a_restart(path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.log("left calf")
        await user.type("stress ")
        user.shell("espresso")
        user.app.file_watcher.look()
        await user.settle()
        await user.sees("espresso, 30 ml")
        assert user.line.value == "stress "
        await user.press("ctrl+u")
        user.clock.pass_(hours=14)
        user.app.file_watcher.look()
        await user.settle()
        await user.sees("Sun 22 Nov · today")
        await user.sees("Nothing is logged for this day")

    play(path, story)


def test_a_letter_typed_among_the_records_goes_into_the_line(path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.log("left calf")
        await user.press("down")
        assert not user.line.has_focus
        await user.type("stress 7")
        assert user.line.value == "stress 7"

    play(path, story)


def test_no_key_goes_astray_while_the_history_is_prepared(path: Path) -> None:
    async def story(user: Robot) -> None:
        preparing = asyncio.create_task(user.app.prepare())
        sent = 0
        while not preparing.done():
            user.send("a")
            sent += 1
            await asyncio.sleep(0.01)  # as fast as a key that is held down repeats, twice over
        await user.settle()
        assert user.line.value == "a" * sent

    play(path, story)


def test_the_first_line_of_a_new_diary_says_where_it_begins(path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.log("calf 4")
        await user.is_told("A new diary begins at")
        await user.log("thumb 2")
        await user.is_told("thumb, twitch, 2 of 10")
        assert "new diary" not in user.notice

    play(path, story, size=(200, 30))


@pytest.mark.parametrize("keys", [("f2", "6", "enter"), ("f7", "enter", "down", "enter")], ids=["check-in", "settings"])
def test_a_diary_that_something_else_than_a_line_begins_says_where(path: Path, keys: tuple[str, ...]) -> None:
    async def story(user: Robot) -> None:
        await user.press(*keys)
        await user.is_told("A new diary begins at")
        await user.press("escape", "f5")
        await user.log("thumb 2")
        await user.is_told("thumb, twitch, 2 of 10")
        assert "new diary" not in user.notice

    play(path, story, size=(200, 30))


def test_a_wide_today_shows_this_week_against_last_and_where_and_marks_what_was_stored(path: Path) -> None:
    async def story(user: Robot) -> None:
        user.shell("2026-11-17: left calf 4 x3")
        user.shell("2026-11-12: none")
        user.shell(
            "2026-11-20: "
            + ", ".join(f"water {hour}0ml @{hour:02}:{minute}" for hour in range(8, 24) for minute in (10, 20, 30))
        )
        await user.log("left calf 4 x2")
        await user.until(lambda: "Sat     2" in user.see)
        rows = {line[80:].split()[0]: line[80:].split()[1:] for line in user.lines if line[80:].strip()}
        assert rows["Tue"][0] == "3"
        assert rows["Thu"] == ["·", "0"]
        assert "this week: 3 a day on 1 day" in user.see, "today is not over"
        assert "last week: 0 a day on 1 day" in user.see
        assert "7 days: 5 twitches at 1 site" in user.see
        assert "FRONT" in user.see
        assert any(line.startswith("• ") and "left calf" in line for line in user.lines)
        await user.press("f2", "down", "7", "enter", "escape")
        assert not any(line.startswith("• ") for line in user.lines), "something else was stored since"
        await user.press("left")
        await user.sees("23:30  water")  # the newest of a full day
        assert "08:10" not in user.see
        await user.press("down")
        await user.sees("08:10")
        await user.press("escape")
        for line, way in (
            ("left calf 4", "⏎ store"),
            ("so tired of it ", "^n note"),
            ("question on anxiety ", ""),
            ("left calf 44 ", ""),
            ("stop 5", ""),
            ("forget stress", "⏎ store"),
        ):
            await user.press("ctrl+u")
            await user.type(line)
            entry = next(each for each in user.lines if line in each)
            assert entry.strip(" │").removeprefix(line.strip()).strip() == way
        await user.press("enter")
        await user.is_told("has no answer that could be forgotten")
        assert "⏎ store" not in user.lines[2], "it was refused"
        await user.type("s")
        await user.press("backspace")
        assert "⏎ store" in user.lines[2], "it may be another line by now"
        await user.press("ctrl+u")
        await user.type("stop 5")
        await user.sees("nothing is going on; `start left calf` begins an episode")

    play(path, story, size=(120, 40))


def test_what_was_cleared_comes_back_whole_until_something_newer_is_stored(path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.type("eyelid")
        await user.press("ctrl+u", "ctrl+z")
        await user.type("X")
        assert user.line.value == "eyelidX"
        await user.press("ctrl+u", "f2")
        await user.type("none")
        await user.press("enter")
        await user.is_told("undoes it")
        await user.press("escape", "ctrl+z")
        assert user.line.value == ""

    play(path, story)
