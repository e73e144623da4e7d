"""History: every record, found as one types, edited and deleted."""

from pathlib import Path

import pytest
from textual.widgets import Input

from journal.app.widgets.virtual_list import VirtualList
from journal.errors import Refused
from journal.store.write import edits
from journal.store.write.entry import enter, enter_all
from tests.app.robot import Clock, Robot, play
from tests.store.diaries import by_hand, log, twitch

LINES = (
    "2026-11-18: left calf 4, espresso, sleep 6",
    "2026-11-19 21:10 cramp both calves 7 +stretch",
    "2026-11-20 08:00 right eyelid 2 visible",
    '2026-10-02 12:00 left thumb 3 "after gaming"',
    "2026-11-20: note bad night",
)


@pytest.fixture(scope="module")
def lines_stored(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("lines") / "diary.db"
    enter_all(path, LINES, Clock()())
    return path.read_bytes()


@pytest.fixture
def diary(path: Path, lines_stored: bytes) -> Path:
    path.write_bytes(lines_stored)
    path.chmod(0o600)
    return path


FILTERS: tuple[tuple[str, set[str]], ...] = (
    ("calf", {"cramp", "left calf"}),
    ("cramp", {"cramp"}),
    ("gaming", {"thumb"}),
    ("drinks", {"espresso"}),
    ("2026-10", {"thumb"}),
    ("calf 2026-11-19..", {"cramp"}),
    ("2026-11-18", {"left calf", "espresso"}),
    ("nothing like it", set()),
)


def test_every_record_is_there_newest_first_and_the_filter_finds_by_site_kind_text_and_days(diary: Path) -> None:
    async def story(user: Robot) -> None:
        await user.press("f3")
        await user.sees("6 records")
        assert [item.when for item in user.app.screen.query_one("#window", VirtualList).held] == [
            "Fri 20 Nov",
            "Fri 20 Nov 08:00",
            "Thu 19 Nov 21:10",
            "Wed 18 Nov",
            "Wed 18 Nov",
            "Fri 2 Oct 12:00",
        ]
        for typed, found in FILTERS:
            await user.type(typed)
            items = user.app.screen.query_one("#window", VirtualList).held
            assert len(items) == len(found), typed
            assert all(any(word in item.text for item in items) for word in found), typed
            if not found:
                await user.sees("Escape clears the filter")
            await user.press("escape")
            assert len(user.app.screen.query_one("#window", VirtualList).held) == 6

    play(diary, story)


def test_a_record_is_edited_with_its_time_and_the_edit_is_taken_back(diary: Path) -> None:
    async def story(user: Robot) -> None:
        await user.press("f3")
        await user.type("eyelid")
        await user.press("enter", "enter")
        await user.sees("2026-11-20 08:00")
        field = user.app.screen.query_one("#edit-0", Input)
        field.value = field.value.replace("08:00", "07:30").replace(" 2 ", " 5 ")
        await user.settle()
        await user.sees("right eyelid, twitch, 5 of 10, visible · yesterday 07:30")
        await user.press("enter")
        await user.sees("Fri 20 Nov 07:30")
        await user.is_told("Changed: Fri 20 Nov 07:30  right eyelid, twitch, 5 of 10")
        await user.press("ctrl+z")
        await user.sees("Fri 20 Nov 08:00")
        await user.press("enter")
        await user.type(" @07:20")  # a time added behind a record takes the place of its own
        await user.sees("visible · yesterday 07:20")
        await user.press("enter")
        await user.is_told("Changed: Fri 20 Nov 07:20  right eyelid")

    play(diary, story)


def test_escape_closes_an_unchanged_form_and_asks_in_a_changed_one(diary: Path) -> None:
    async def story(user: Robot) -> None:
        await user.press("f3", "enter", "enter", "escape")
        assert "Edit" not in user.see
        await user.press("enter")
        await user.type(" more")
        await user.press("escape")
        await user.sees("The form was changed")
        await user.press("enter")
        await user.sees("Edit")
        await user.press("escape")
        await user.click("Leave it as it was")
        assert "Edit" not in user.see
        assert "bad night more" not in user.see

    play(diary, story)


def test_what_is_refused_in_a_form_is_said_and_stays(diary: Path) -> None:
    async def story(user: Robot) -> None:
        await user.press("f3")
        await user.type("eyelid")
        await user.press("enter", "enter")
        field = user.app.screen.query_one("#edit-0", Input)
        field.value = "right eyelid 14"
        await user.press("enter")
        await user.until(lambda: "intensity is 0 to 10" in user.notice.lower())
        assert field.value == "right eyelid 14"

    play(diary, story)


def test_the_first_arrow_down_marks_the_newest_record_which_one_key_deletes_and_another_puts_back(diary: Path) -> None:
    async def story(user: Robot) -> None:
        await user.press("f3", "down")
        window = user.app.screen.query_one("#window", VirtualList)
        assert window.has_focus
        assert window.cursor == 0
        await user.press("delete")
        await user.sees("5 records")
        await user.is_told("Deleted: Fri 20 Nov  note: bad night")
        await user.press("down")
        assert window.cursor == 1
        await user.press("ctrl+z")
        await user.sees("6 records")

    play(diary, story)


def test_a_record_that_is_gone_is_said_to_be_deleted_without_its_id(diary: Path) -> None:
    with pytest.raises(Refused, match=r"^that record is deleted already$"):
        edits.delete(diary, "745dad10-1082-4a3f-9d0a-0123456789ab", Clock()())


def test_the_calendar_leads_from_every_room_to_a_day(diary: Path) -> None:
    async def story(user: Robot) -> None:
        for room in ("f3", "f4", "f7"):
            await user.press(room, "f9", "up", "enter")
            await user.sees("Sat 14 Nov")
            assert user.line.has_focus
        await user.press("f3", "f9", "escape")
        await user.sees("Find: ")

    play(diary, story)


def test_a_click_opens_a_record_and_another_deletes_it(diary: Path) -> None:
    async def story(user: Robot) -> None:
        await user.click("History")
        await user.click("espresso")
        await user.click("delete")
        await user.until(lambda: not user.records("drink"))

    play(diary, story)


def test_a_medicine_that_has_ended_is_edited_as_two_lines(path: Path) -> None:
    enter(path, "2026-11-01 started magnesium 300mg", Clock()())
    enter(path, "2026-11-10 stopped magnesium", Clock()())

    async def story(user: Robot) -> None:
        await user.press("f3", "enter", "enter")
        fields = list(user.app.screen.query(Input))
        assert len(fields) == 2
        fields[1].value = fields[1].value.replace("2026-11-10", "2026-11-12")
        await user.press("enter")
        await user.until(lambda: user.records("medicine")[0].stopped_on == "2026-11-12")

    play(path, story)


def test_a_long_list_is_held_in_windows_and_its_end_is_reached(path: Path) -> None:
    days = [f"2026-{month:02}-{day:02}" for month in range(1, 11) for day in range(1, 29)]
    log(path, *(twitch(day=day, site=site) for day in days for site in ("calf", "thumb")))

    async def story(user: Robot) -> None:
        await user.press("f3")
        await user.sees("560 records")
        await user.press("enter", "end")
        await user.sees("Thu 1 Jan")
        assert len(user.app.screen.query_one("#window", VirtualList).held) < 300

    play(path, story)


def test_the_year_has_a_sign_for_each_day_and_opens_one(diary: Path) -> None:
    for day, number in ((1, 62), (2, 10), (3, 20)):
        enter(diary, f"2026-11-{day:02}: left calf x{number}", Clock()())

    async def story(user: Robot) -> None:
        await user.press("f4")
        await user.sees("Sat 21 Nov · today: not logged")
        await user.sees("Nov # + * ")
        await user.sees("+ 10-19  * 20-49  # 50+")
        await user.press("left")
        await user.sees("Fri 20 Nov")
        await user.sees("1 twitch")
        await user.press("pageup")
        await user.sees("2025")
        await user.press("pagedown", "enter")
        await user.sees("Fri 20 Nov · yesterday")
        await user.sees("right eyelid")

    play(diary, story)


def test_the_record_under_the_cursor_is_in_sight_though_it_takes_more_lines_below(path: Path) -> None:
    note = "a long note " * 20
    later = [f"2026-11-{day:02} {hour}:00 right eyelid" for day in range(2, 21) for hour in (10, 12)]
    enter_all(path, [f'2026-11-01 09:00 left calf "{note}"', *later], Clock()())

    async def story(user: Robot) -> None:
        await user.press("f3", "down", "end")
        assert any(line.startswith("▸ Sun 1 Nov 09:00") for line in user.lines)

    play(path, story)


def test_a_list_that_became_shorter_than_where_the_eye_was_shows_its_end(path: Path) -> None:
    log(path, *(twitch(day=f"2026-11-{1 + number % 20:02}", note=f"number {number}") for number in range(300)))

    async def story(user: Robot) -> None:
        await user.press("f3", "down", "end")
        for left in (295, 30, 3):
            by_hand(path, f"DELETE FROM episode WHERE rowid > {left}")
            user.app.file_watcher.look()
            await user.settle()
            await user.sees(f"{left} records")
            assert sum("left calf" in line or "calf, twitch" in line for line in user.lines) >= min(left, 15)
            await user.press("up", "down")
            assert any(line.startswith("▸") and "number 0" in line for line in user.lines)

    play(path, story)
