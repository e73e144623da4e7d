"""Trends and Body: every view, its words, its files, and the ways from a site to the line and to its charts."""

import subprocess
import sys
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest
from textual.widgets import Input

from journal.__main__ import run
from journal.app.models.trends_model import FOLDED, DrawnView
from journal.app.screens.rooms.trends import TrendsScreen
from journal.app.widgets.drawing import Drawing
from journal.charts import views
from journal.demo import write_sample
from journal.store import vocabulary
from journal.store.file import connections
from journal.store.read.question_states import habits_on
from journal.store.write.entry import enter_all
from tests.app.robot import SIZES, Clock, Robot, play


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A made-up diary of a hundred days."""
    path = tmp_path_factory.mktemp("sample") / "journal.db"
    write_sample(path, days=100, seed=1, clock=Clock()())
    return path


def trends(user: Robot) -> TrendsScreen:
    assert isinstance(user.app.screen, TrendsScreen)
    return user.app.screen


def drawn(user: Robot) -> DrawnView:
    found = trends(user).drawn
    assert found is not None
    return found


def picture(user: Robot) -> str:
    return user.app.screen.query_one("#drawing", Drawing).text


def shell(path: Path, *arguments: str) -> str:
    with redirect_stdout(StringIO()) as printed:
        assert run(["--db", str(path), "trends", *arguments]) == 0
    return printed.getvalue()


async def resize(user: Robot, size: tuple[int, int]) -> None:
    await user.pilot.resize_terminal(*size)
    await user.settle()


def test_every_view_opens_by_its_key_and_says_its_sentence_and_fits_a_screen_that_changes(sample: Path) -> None:
    async def story(user: Robot) -> None:
        await user.press("f10")
        for size in SIZES:
            await resize(user, size)
            for view in views.VIEWS:
                await user.press(views.VIEWS[view].key)
                shown = drawn(user)
                assert shown.figure.view == view
                squeezed = "".join(picture(user).split())
                sentence = "".join(shown.figure.sentence.split())
                assert sentence in squeezed or (sentence[:12] in squeezed and FOLDED in picture(user)), "prose folds"
                assert not shown.figure.missing, view
                widths = [len(line) for line in picture(user).split("\n")]
                assert max(widths) <= size[0], view
                assert "--text" not in picture(user), view
                if view == "when" and size == (80, 24):
                    assert "with a clock or a part of the day\n" in picture(user)
                if view == "compare" and size == (80, 24):
                    await user.sees("(↓ more)")
                    assert "Triggers:" not in user.see
                    await user.burst(*["down"] * 40)
                    await user.sees("Triggers:")  # the last of what is said
                    await user.sees("(↑ back)")
        await user.press("1")
        before = picture(user)
        for size in ((80, 24), (120, 40)):
            await resize(user, size)
            assert picture(user) != before
            assert max(map(len, picture(user).split("\n"))) <= size[0]
            words = drawn(user).figure.sentence.split()
            await user.sees(" ".join(words[:6]))
            await user.sees(words[-1])  # without scrolling
            before = picture(user)

    play(sample, story)


def test_the_text_twin_is_the_shells_word_for_word(sample: Path) -> None:
    """Of days that are over, since the shell's today is another one."""

    async def story(user: Robot) -> None:
        await user.press("f10", "/")
        await user.type("2026-09-01..2026-10-31")
        await user.press("enter", "t")
        for view in views.NAMED:
            await user.press(views.VIEWS[view].key)
            told = shell(sample, view, *lag_of(view), "--from", "2026-09-01", "--to", "2026-10-31", "--text")
            assert picture(user).split() == told.split(), view
            letters = set(map(ord, picture(user)))
            assert not letters & {*range(0x2500, 0x2600), *range(0x2800, 0x2900)}, view

    play(sample, story)


def lag_of(view: str) -> tuple[str, ...]:
    """The first habit and no lag, as the room begins."""
    return ("--habit", "sleep", "--lag", "0") if "habit" in views.VIEWS[view].choices else ()


def test_keys_and_clicks_move_and_change_the_span_and_chosen_days_by_their_own_length(sample: Path) -> None:
    async def story(user: Robot) -> None:
        await user.press("f10")
        await user.sees("24 Aug to 21 Nov 2026")
        await user.press("d")
        await user.sees("14 Aug to 21 Nov 2026")  # nothing was logged before
        await user.press("d", "d")
        await user.sees("15 Nov to 21 Nov 2026")
        await user.press("left")
        await user.sees("8 Nov to 14 Nov 2026")
        await user.click("→ later")
        await user.sees("15 Nov to 21 Nov 2026")
        await user.press("right")
        await user.sees("15 Nov to 21 Nov 2026")
        await user.click("Calendar")
        assert trends(user).choice.view == "calendar"
        await user.press("/")
        await user.type("2026-10-01..2026-10-10")
        await user.press("enter", "left")
        await user.sees("21 Sep to 30 Sep 2026")
        await user.burst(*["right"] * 9)
        await user.sees("10 Nov to 19 Nov 2026")
        await user.press("left")
        await user.sees("31 Oct to 9 Nov 2026")
        await user.press("escape", "d", "d", "d", "d", "left", "left")
        assert trends(user).choice.days == 0
        assert trends(user).choice.back == 0, "all days cannot be moved"

    play(sample, story)


def test_of_answers_that_overtake_each_other_the_last_question_counts(sample: Path) -> None:
    async def story(user: Robot) -> None:
        await user.press("f10")
        for key in "123456789m1":
            user.send(key)
        await user.settle()
        assert drawn(user).figure.view == "time"
        assert "".join(drawn(user).figure.title.split()) in "".join(picture(user).split())

    play(sample, story)


def test_one_day_logged_opens_every_view_and_words_of_the_user_are_verbatim(path: Path) -> None:
    vocabulary.add_question(path, "oddity", label="[red]odd[/red]")
    enter_all(path, ["left calf 4", "coffee", "stress 3", "oddity 3"], Clock()())

    async def story(user: Robot) -> None:
        await user.press("f10")
        for view in views.VIEWS:
            await user.press(views.VIEWS[view].key)
            assert drawn(user).figure.view == view
            assert "".join(drawn(user).figure.sentence.split())[:12] in "".join(picture(user).split())
        await user.press("3", "H")
        await user.sees("[red]odd[/red]")

    play(path, story, size=(120, 40))


def test_the_app_starts_without_what_only_charts_need() -> None:
    code = "import sys, journal.app.main; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"pandas", "numpy", "plotext", "scipy", "sqlmodel"} & {*loaded}
    screens = {name.rpartition(".")[2] for name in loaded if name.startswith("journal.app.screens.")}
    assert screens == {"base", "rooms", "today"}, "a room is imported when it is opened"


def test_the_figure_outlines_the_site_under_the_cursor_and_a_click_chooses_site_and_side(
    sample: Path,
) -> None:
    async def story(user: Robot) -> None:
        await user.press("f12")
        said = user.app.screen.query_one("#drawing Notice").region
        line = next(y for y, line in enumerate(picture(user).splitlines()) if "⣿⣿" in line)
        column = picture(user).splitlines()[line].index("⣿⣿")
        await user.pilot.click(offset=(said.x + column, said.y + line))
        await user.settle()
        await user.sees("calf in Trends")
        await user.press("enter")
        assert user.line.value == "left calf "
        await user.press("f12")
        await user.pilot.click(offset=(said.x + 20, said.y + 1))
        await user.settle()
        assert "in Trends" not in user.see, "between the two figures there is no site"
        outlined = []
        for _ in range(3):
            outlined.append(picture(user))
            await user.press("down")
        assert len(set(outlined)) == 3

    play(sample, story)


def test_a_habit_its_lag_the_step_and_the_measure_are_chosen_by_keys(sample: Path) -> None:
    async def story(user: Robot) -> None:
        await user.press("f10", "3")
        await user.sees("h Sleep")
        await user.press("h", "l")
        assert drawn(user).habit != "Sleep"
        await user.sees("l 1 day before")
        await user.press("H")
        await user.sees("h Sleep")
        await user.press("1", "s", "s")
        await user.sees("s by week")
        await user.press("u", "u")
        await user.sees("u intensity")

    play(sample, story)


def test_h_goes_round_the_habits_that_the_diary_has_on(sample: Path, tmp_path: Path) -> None:
    copy = tmp_path / "journal.db"
    copy.write_bytes(sample.read_bytes())
    vocabulary.set_question(copy, "stress", "off")
    vocabulary.set_question(copy, "anxiety", "on")
    with connections.reading(copy) as connection:
        labels = [question.label for question in habits_on(connection)]
    assert "Anxiety" in labels
    assert "Stress" not in labels

    async def story(user: Robot) -> None:
        await user.press("f10", "3")
        seen = [drawn(user).habit]
        for _ in labels:
            await user.press("h")
            seen.append(drawn(user).habit)
        assert seen == [*labels, labels[0]]

    play(copy, story)


def test_a_line_narrows_the_view_and_what_it_cannot_mean_is_said(sample: Path) -> None:
    async def story(user: Robot) -> None:
        await user.press("f10", "1", "/")
        await user.type("left calf 2026-10")
        await user.until(lambda: "left calf" in picture(user))
        await user.sees("1 Oct to 31 Oct 2026")
        await user.type(" xyzzy")
        await user.sees("xyzzy” is no site")
        await user.press("enter", "w")
        await user.is_told("xyzzy")
        await user.press("escape")
        await user.sees("24 Aug to 21 Nov 2026")

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
            await user.sees("Written")
            await user.is_told(str(path))
        await user.press("w")
        user.app.screen.query_one(Input).value = str(numbers)
        await user.press("enter")
        await user.is_told("already")
        user.app.screen.query_one(Input).value = str(tmp_path / "t.png")
        await user.press("enter")
        await user.is_told(".csv")

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
            await user.sees("Escape leads to Today")
        await user.press("f12")
        await user.sees("0 twitches at 0 sites")

    play(path, story)


def test_what_another_program_logs_is_drawn_without_a_restart_and_a_diary_it_deletes_is_said(path: Path) -> None:
    enter_all(path, ["left calf 4"], Clock()())

    async def story(user: Robot) -> None:
        await user.press("f12")
        await user.sees("1 twitch at 1 site")
        user.shell("right eyelid 2")
        user.app.file_watcher.look()
        await user.settle()
        await user.sees("2 twitches at 2 sites")
        await user.press("f10", "1")
        path.unlink()
        await user.press("2")
        await user.is_told("was removed")

    play(path, story)


def test_a_site_leads_to_the_line_and_to_its_charts(sample: Path) -> None:
    async def story(user: Robot) -> None:
        await user.press("f12")
        before = len(user.records())
        await user.click("calf")
        await user.click("left calf")
        assert user.line.value == "left calf "
        await user.until(lambda: len(user.records()) == before)
        await user.press("f12", "enter", "end", "enter")
        assert trends(user).choice.only == "calf"
        await user.until(lambda: "in the calf" in picture(user))
        for width in (80, 40):
            await user.pilot.resize_terminal(width, 20)
            await user.settle()
            assert ("get help" in user.lines[-1]) is (width == 80)

    play(sample, story, size=(40, 20))
