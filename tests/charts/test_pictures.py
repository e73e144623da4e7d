"""Every view fits its terminal, and its text twin needs none."""

import re
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest

from journal.charts.render.body_figure import BodyFigure
from journal.charts.render.calendar_grid import DayCounts, MonthCalendar, YearCalendar
from journal.charts.styled_text import text_of
from journal.charts.views import NAMED
from journal.moments import UserClock
from journal.records import Answer, Drink, Episode, Event, Relief, Sleep
from journal.store.file import connections
from journal.store.write import transaction
from journal.terminal import cell_len
from tests.diary import TODAY, ZONE, Diary, but_for_a_beginning

ALL = (None, *NAMED)
PLOT_ROW = re.compile(r" *[\d.]*[│┤]")
GRAPHIC = re.compile("[─-╿▀-▟⠀-⣿]")
SITES = ("calf", "eyelid", "thumb", "back_lower", "my own [site]", "foot_arch")
NASTY = "[red]cold[/red] =1+1 \u202e😀 \"'"


@pytest.fixture
def full(diary: Diary, everything: bytes) -> Diary:
    """Ninety days of everything, with gaps."""
    diary.path.write_bytes(everything)
    diary.path.chmod(0o600)
    return diary


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path, today = tmp_path_factory.mktemp("full") / "diary.db", date.fromisoformat(TODAY)
    connections.make(path)
    with transaction.step(path, "log", "2026-11-21T19:00:00Z") as connection:
        for number in range(100):
            day = (today - timedelta(days=number)).isoformat()
            if number % 6 == 5:
                continue
            transaction.add(connection, Answer(day=day, question="stress", value=float(number % 9)))
            transaction.add(connection, Answer(day=day, question="sleep_hours", value=5 + number % 4))
            transaction.add(
                connection,
                Drink(day=day, taken_at=f"{day}T08:00:00Z", utc_offset_minutes=60, name="coffee", caffeine_mg=96),
            )
            if number % 5 == 0:
                transaction.add(connection, Answer(day=day, question="any_twitches", value=0.0))
                continue
            for place in range(number % 4 + 1):
                transaction.add(
                    connection,
                    Episode(
                        day=day,
                        started_at=f"{day}T{8 + place * 4:02}:00:00Z",
                        utc_offset_minutes=60,
                        site=("calf", "eyelid", "thumb", "back_lower", "my own [site]", "foot_arch")[
                            (number + place) % 6
                        ],
                        side=("left", "right", None)[number % 3],
                        times=1 + number % 3,
                        reliefs=(Relief("stretch", number % 2 == 0),),
                    ),
                )
        transaction.add(connection, Event(day="2026-11-01", kind="illness", text=NASTY))
        night = {"started_at": "2026-11-20T22:00:00Z", "ended_at": "2026-11-21T05:00:00Z"}
        offsets = {"utc_offset_minutes": 60, "ended_utc_offset_minutes": 60}
        transaction.add(connection, Sleep(day="2026-11-21", minutes=420, **night, **offsets))  # type: ignore[arg-type]
    return path.read_bytes()


def arguments(view: str | None, *more: str) -> tuple[str, ...]:
    return ("trends", *([view] if view else []), *more)


@pytest.mark.parametrize("view", ALL)
def test_a_view_fits_the_terminal_and_its_text_twin_has_no_drawing_in_it(
    full: Diary, monkeypatch: pytest.MonkeyPatch, view: str | None
) -> None:
    twin = full.said(*arguments(view, "--text"))
    assert not GRAPHIC.search(twin)
    for columns, rows in ((40, 24), (80, 24), (120, 40)):
        monkeypatch.setenv("COLUMNS", str(columns))
        monkeypatch.setenv("LINES", str(rows))
        picture = full.said(*arguments(view))
        lines = picture.rstrip("\n").split("\n")
        assert max(map(cell_len, lines)) <= columns
        assert "\x1b" not in picture
        if columns >= 80 and len(lines) > rows - 1:
            panels = 2 if view == "compare" else 1
            assert sum(bool(PLOT_ROW.match(line)) for line in lines) == 10 * panels, "as low as it gets"
    sentence = twin.split("\n")[2]
    assert "".join(sentence.split()) in "".join(picture.split()), "prose folds"


@pytest.mark.parametrize("view", ALL)
def test_the_svg_is_xml_with_a_title_and_the_sentence(full: Diary, view: str | None) -> None:
    root = ElementTree.fromstring(full.said(*arguments(view, "--svg")))  # noqa: S314 - the program's own
    name = "{http://www.w3.org/2000/svg}"
    assert root.tag == f"{name}svg"
    assert root.findtext(f"{name}title")
    assert root.findtext(f"{name}desc")


def test_the_users_words_are_verbatim(full: Diary) -> None:
    assert f"1 Nov ill: {NASTY}" in full.said("trends", "compare")
    assert "my own [site]" in full.said("trends", "body")


def test_control_characters_of_a_file_never_reach_the_terminal(full: Diary) -> None:
    full.imported("event", kind="illness", text="\x1b[2Jgone\x07")
    for form in ((), ("--text",), ("--svg",)):
        said = full.said("trends", "compare", *form)
        assert "\x1b" not in said
        assert "\x07" not in said


def test_the_months_of_a_span_are_the_same_however_the_clock_is_set(full: Diary) -> None:
    before = full.said("trends", "time", "--to", "2026-11-20", "--json")
    full.clock = UserClock(full.clock.now, ZONE, 4)
    assert full.said("trends", "time", "--to", "2026-11-20", "--json") == before
    assert date(2026, 11, 20).isoformat() in before


def test_nothing_of_the_charts_is_loaded_to_log_or_for_help(tmp_path: Path) -> None:
    program = (
        "import sys; from journal.__main__ import run; run(sys.argv[1:]);"
        "heavy = {'pandas', 'numpy', 'plotext', 'journal.charts', 'journal.analysis'} & set(sys.modules);"
        "sys.exit(str(heavy) if heavy else 0)"
    )
    for words in (("log", "left", "calf"), ("--help",), ("--version",), ("show",)):
        command = [sys.executable, "-c", program, "--db", str(tmp_path / "diary.db"), *words]
        ended = subprocess.run(command, capture_output=True, text=True, check=False)
        assert (ended.returncode, but_for_a_beginning(ended.stderr)) == (0, "")


@pytest.mark.parametrize("rows", [14, 22, 36])
def test_the_chosen_site_is_outlined_on_the_figure_and_nothing_else_changes(rows: int) -> None:
    counts = ((("calf", "left"), 9), (("thigh_front", "right"), 2))
    plain, chosen = BodyFigure(counts), BodyFigure(counts, ("calf",))
    for one, other in zip(plain.lines(60, rows), chosen.lines(60, rows), strict=True):
        inks = [span.ink for span in other for _ in span.text]
        pairs = zip(text_of(one), text_of(other), inks, strict=True)
        assert all(before == after or ink == "second" for before, after, ink in pairs)
    outlined = {
        chosen.part_at(60, rows, x, y)
        for y, line in enumerate(chosen.lines(60, rows)[:-1])
        for x, ink in enumerate(span.ink for span in line for _ in span.text)
        if ink == "second"
    }
    assert {("calf", "left"), ("calf", "right")} <= outlined


def test_large_counts_of_a_calendar_stand_apart_from_their_neighbours() -> None:
    counts = DayCounts(date(2026, 11, 2), [35, 150, 7, 1200], date(2026, 11, 29))
    drawn = ["".join(span.text for span in row).strip() for row in MonthCalendar(counts).lines(78, 20)]
    assert "35 ++  7 ++" in drawn
    assert drawn[-1].startswith("++ over 99, 0 none")
    counts = DayCounts(date(2026, 11, 2), [9, 10, 20, 62, 3], date(2026, 11, 6))
    drawn = [text_of(row) for row in YearCalendar(counts).lines(78, 20)]
    assert "9 + * #›3" in drawn[1], "without a colour too, ten are not sixty, nor is today another day"
    assert "+ 10-19, * 20-49, # 50+, › today, 0 none" in " ".join(drawn)
    narrow = [text_of(row) for row in YearCalendar(counts).lines(37, 20)]
    assert max(map(len, narrow)) <= 37
    assert narrow[1] == "Nov26 " + " " + "9+*#3" + " " * 24
