"""Trends and Body: every view, its words, its files, and the ways from a site to the line and to its charts."""

import subprocess
import sys
from pathlib import Path

import pytest
from textual.widgets import Input

from journal.app import trending
from journal.app.screens.trends import TrendsScreen
from journal.app.widgets.drawing import Drawing
from journal.charts import views
from journal.demo import write_sample
from journal.store import own
from journal.store.entering import enter_all
from tests.app.robot import SIZES, Clock, Robot, play


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A made-up diary of a hundred days."""
    path = tmp_path_factory.mktemp("sample") / "journal.db"
    write_sample(path, days=100, seed=1, here=Clock()())
    return path


def trends(user: Robot) -> TrendsScreen:
    assert isinstance(user.app.screen, TrendsScreen)
    return user.app.screen


def picture(user: Robot) -> str:
    return user.app.screen.query_one("#drawing", Drawing).text


def shell(path: Path, *arguments: str) -> str:
    command = [sys.executable, "-m", "journal", "--db", str(path), "trends", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_the_room_has_every_view_of_the_shell() -> None:
    assert list(trending.VIEWS) == ["page", *views.VIEWS]


@pytest.mark.parametrize("size", SIZES)
def test_every_view_opens_by_its_key_and_says_its_sentence(sample: Path, size: tuple[int, int]) -> None:
    async def story(user: Robot) -> None:
        await user.press("f10")
        for key, view in zip("0123456789m", trending.VIEWS, strict=True):
            await user.press(key)
            shown = trends(user).drawn
            assert shown is not None
            assert shown.figure.view == view
            squeezed = "".join(picture(user).split())
            assert "".join(shown.figure.sentence.split()) in squeezed
            assert not shown.figure.missing, view
            widths = [len(line) for line in picture(user).split("\n")]
            assert max(widths) <= size[0], view

    play(sample, story, size=size)


def test_the_text_twin_is_the_shells(sample: Path) -> None:
    async def story(user: Robot) -> None:
        await user.press("f10", "1", "t")
        first, last = trends(user).drawn.first, trends(user).drawn.last  # type: ignore[union-attr]
        told = shell(sample, "time", "--from", first.isoformat(), "--to", last.isoformat(), "--text")
        assert picture(user).split() != []
        rows = [line.split() for line in picture(user).splitlines() if "2026" in line and ":" not in line]
        assert [row for row in rows if row[0] in ("Mon", "Tue")] == [
            line.split() for line in told.splitlines() if line[:3] in ("Mon", "Tue")
        ]
        assert not any(0x2500 <= ord(letter) < 0x2600 or 0x2800 <= ord(letter) < 0x2900 for letter in picture(user))

    play(sample, story)


def test_keys_and_clicks_move_and_change_the_span(sample: Path) -> None:
    async def story(user: Robot) -> None:
        await user.press("f10")
        assert "2026-08-24 to 2026-11-21" in user.see
        await user.press("d")
        assert "2025-11-22 to 2026-11-21" in user.see
        await user.press("d", "d")
        assert "2026-11-15 to 2026-11-21" in user.see
        await user.press("left")
        assert "2026-11-08 to 2026-11-14" in user.see
        await user.click("later ›")
        assert "2026-11-15 to 2026-11-21" in user.see
        await user.click("Calendar")
        assert trends(user).choice.view == "calendar"

    play(sample, story)


def test_a_habit_its_lag_the_step_and_the_measure_are_chosen_by_keys(sample: Path) -> None:
    async def story(user: Robot) -> None:
        await user.press("f10", "3")
        assert "h Sleep" in user.see
        await user.press("h", "l")
        assert trends(user).drawn.habit != "Sleep"  # type: ignore[union-attr]
        assert "l 1 d before" in user.see
        await user.press("H")
        assert "h Sleep" in user.see
        await user.press("1", "s", "s")
        assert "s week" in user.see
        await user.press("u", "u")
        assert "u intensity" in user.see

    play(sample, story)


def test_a_line_narrows_the_view_and_what_it_cannot_mean_is_said(sample: Path) -> None:
    async def story(user: Robot) -> None:
        await user.press("f10", "1", "/")
        await user.type("left calf 2026-10")
        assert "left calf" in picture(user)
        assert "2026-10-01 to 2026-10-31" in user.see
        await user.type(" xyzzy")
        assert "xyzzy” is no site" in user.see
        await user.press("escape")
        assert "2026-08-24 to 2026-11-21" in user.see

    play(sample, story)


def test_the_numbers_and_the_picture_are_written_and_replace_nothing(sample: Path, tmp_path: Path) -> None:
    numbers, drawing = tmp_path / "t.csv", tmp_path / "t.svg"

    async def story(user: Robot) -> None:
        await user.press("f10", "1", "/")
        await user.type("2026-10")
        await user.press("enter")
        for path in (numbers, drawing):
            await user.press("w")
            user.app.screen.query_one(Input).value = str(path)
            await user.press("enter")
            assert "Written" in user.see
        await user.press("w")
        user.app.screen.query_one(Input).value = str(numbers)
        await user.press("enter")
        assert "already" in user.said
        user.app.screen.query_one(Input).value = str(tmp_path / "t.png")
        await user.press("enter")
        assert ".csv" in user.said

    play(sample, story)
    assert numbers.read_text() == shell(sample, "time", "--from", "2026-10-01", "--to", "2026-10-31", "--csv")
    assert drawing.read_text().startswith("<svg")
    assert numbers.stat().st_mode & 0o777 == 0o600


def test_an_empty_diary_says_what_is_missing(path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.press("f10")
        for key in "0123456789m":
            await user.press(key)
            assert len(picture(user)) > 20
        await user.press("f12")
        assert "0 twitches at 0 sites" in user.see

    play(path, story)


def test_what_another_program_logs_is_drawn_without_a_restart(path: Path) -> None:
    enter_all(path, ["left calf 4"], Clock()())

    async def story(user: Robot) -> None:
        await user.press("f12")
        assert "1 twitch at 1 site" in user.see
        user.shell("right eyelid 2")
        user.app.look()
        await user.settle()
        assert "2 twitches at 2 sites" in user.see

    play(path, story)


def test_words_of_the_user_are_verbatim(path: Path) -> None:
    own.add_question(path, "oddity", label="[red]odd[/red]")
    enter_all(path, ["left calf 4", "oddity 3"], Clock()())

    async def story(user: Robot) -> None:
        await user.press("f10", "3", "H")
        assert "[red]odd[/red]" in user.see

    play(path, story, size=(120, 40))


@pytest.mark.parametrize("size", SIZES)
def test_a_site_leads_to_the_line_and_to_its_charts(sample: Path, size: tuple[int, int]) -> None:
    async def story(user: Robot) -> None:
        await user.press("f12")
        before = len(user.records())
        await user.click("calf")
        await user.click("left calf")
        assert user.line.value == "left calf "
        assert len(user.records()) == before
        await user.press("f12", "enter", "end", "enter")
        assert trends(user).choice.only == "calf"
        assert "in the calf" in picture(user)

    play(sample, story, size=size)
