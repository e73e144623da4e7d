"""Sites by week, marks with counts on both sides, and the page of two weeks."""

import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from math import nan

from journal.analysis import caffeine_stop
from journal.charts.render.week_grid import WeekGrid, WeekRow
from journal.charts.styled_text import text_of
from journal.moments import UserClock
from journal.sharing.report.content import Line
from journal.store.offers import two_weeks_offer
from tests.charts.test_views import asked, log_days, text
from tests.diary import ZONE, Diary
from tests.disease_names import NAMES as DISEASES
from tests.sharing.report.pages import content

FOUR_WEEKS = ("--from", "2026-10-19", "--to", "2026-11-15")


def test_sites_say_by_a_stated_rule_whether_they_stay_or_wander(diary: Diary) -> None:
    log_days(
        diary, "2026-10-19", ["both calves, eyelid", *[""] * 6, "left calf", *[""] * 6, "none", *[""] * 6, "left calf"]
    )
    early = asked(diary, "sites", *FOUR_WEEKS)
    assert (
        "staying or wandering: too early to say (3 whole weeks with twitches; 4 are needed)"
        in early["sentence"].lower()
    )
    diary.log("2026-11-03: left calf")
    found = asked(diary, "sites", *FOUR_WEEKS)
    assert "Staying (left calf in 4 of 4 weeks)." in found["sentence"]
    assert found["sentence"].startswith("Twitches known on ")
    rows = {(row["site"], row["side"], row["start"]): (row["days"], row["days_logged"]) for row in found["rows"]}
    assert rows["calf", "right", "2026-10-19"] == (1, 1)  # of both calves
    assert rows["eyelid", None, "2026-11-02"] == (0, 2)
    assert len(rows) == 3 * 4
    twin = text(diary, "sites", *FOUR_WEEKS)
    assert "Staying: a place twitched in at least three of four weeks with twitches." in twin
    assert "Place: left calf; Days: 4" in twin or "left calf 4 19 Oct 1, 26 Oct 1" in twin
    assert diary.said("trends", "sites", *FOUR_WEEKS, "--svg").startswith("<svg")
    assert diary.said("trends", "sites", *FOUR_WEEKS, "--csv").startswith("site,side,start,days,days_logged\n")
    unlogged = asked(diary, "sites", "--from", "2026-10-05", "--to", "2026-10-25")["rows"]
    assert [row["days"] for row in unlogged if row["site"] == "eyelid"] == [None, None, 1]


def test_a_week_is_seven_finished_days_whichever_day_weeks_begin_on(diary: Diary) -> None:
    diary.log_all(f"2026-11-{day:02}: left calf 3" for day in range(1, 22))  # the 21st, a Saturday, is not over
    for week_starts in (0, 5, 6):
        where = content(diary, week_starts=week_starts).line("where")
        assert isinstance(where, Line)
        assert where.text.endswith("too early to say (2 whole weeks with twitches; 4 are needed)")


def test_a_grid_of_weeks_shows_a_gap_as_a_gap_and_fits_any_width() -> None:
    grid = WeekGrid(
        "days", tuple((f"w{n}", 0 if n == 3 else 7) for n in range(60)), (WeekRow("left calf", 9, (7, 0) * 30),)
    )
    for columns in (20, 40, 80, 300):
        lines = [text_of(each) for each in grid.lines(columns, 20)]
        assert max(map(len, lines)) <= columns
    wide = [text_of(each) for each in grid.lines(300, 20)]
    assert wide[2].split()[3:7] == ["7", "0", "7", "·"]
    assert "earlier in the text" in " ".join(text_of(each) for each in grid.lines(40, 20))


def test_marks_have_plain_counts_on_both_sides_without_the_days_after_stopping_caffeine(diary: Diary) -> None:
    coffee = ["caffeine 200mg, calf x2"] * 20
    log_days(diary, "2026-10-20", [*coffee, *["no caffeine, calf x9"] * 12])
    diary.log("2026-11-08: visit neurologist")
    found = text(diary, "time", "--from", "2026-10-20", "--to", "2026-11-20")
    assert "stopped caffeine" in found  # on 9 November: 9 to 17 November are on no side
    assert "stopped caffeine 28 on 14 days 27 on 3 days" in found
    assert "visit: neurologist 28 on 14 days 29 on 4 days" in found  # its own day, and 18 to 20 November
    assert "The first 9 days after caffeine was stopped are left out." in found
    compared = text(diary, "compare", "--habit", "caffeine", "--from", "2026-10-20", "--to", "2026-11-20")
    assert "stopped caffeine" in compared


def test_caffeine_is_stopped_only_where_it_was_usual_and_stays_away() -> None:
    usual, none = [200.0] * 14, [0.0] * 9
    assert caffeine_stop.stops([*usual, *none]) == [14]
    assert caffeine_stop.stops([*usual, nan, *none]) == [15]
    assert caffeine_stop.stops([*usual, *none[:4], 90.0, *none[:4]]) == []
    assert caffeine_stop.stops([0.0, 90.0, 0.0, 0.0] * 6) == []
    assert caffeine_stop.stops([*usual, 0.0, *[nan] * 8]) == []
    assert caffeine_stop.stops([nan] * 30) == caffeine_stop.stops([]) == []


def test_two_weeks_are_a_page_of_answers_and_of_what_is_not_known(diary: Diary) -> None:
    log_days(
        diary, "2026-11-08", ["left calf 4 2m evening +stretch", "left calf x3 6", "", "none", "eyelid 2 10s -heat"]
    )
    page = " ".join(diary.said("two-weeks").split())
    for answer in (
        "4 of 14 days, 8 Nov to 21 Nov 2026: 5 twitches on 3 days, none on 1 day.",
        "left calf on 2 days and eyelid on 1 day.",
        "10 s to 2 min, said of 2 of 3 episodes.",
        "2 to 6 of 10, said of all 3 episodes.",
        "heat 0 of 1 time, stretching 1 of 1 time, by your own account.",
        "Best day Wed 11 Nov 2026: no twitch.",
        "Worst day Mon 9 Nov 2026: 3 twitches; the mean is 1.2 a day.",
        "10 days not logged; whether they stay or wander (that needs 4 weeks with twitches); Sleep, Stress",
    ):
        assert answer in page, answer
    assert not DISEASES.search(page)
    assert asked(diary, "two-weeks")["rows"][0]["question"] == "Where"
    narrowed = text(diary, "two-weeks", "--days", "30", "--kind", "cramp")
    assert " Where: a few places: left calf on 2 days and eyelid on 1 day. When you log: evening 1" in narrowed
    assert "no site, side or kind narrows it" in narrowed
    assert "left calf on 2 days" in " ".join(diary.said("lookback").split())


def test_the_page_is_offered_from_day_fourteen_on_for_two_weeks(diary: Diary) -> None:
    diary.log("2026-11-01: left calf")
    begin = datetime(2026, 11, 1, 12, tzinfo=ZONE)
    with closing(sqlite3.connect(diary.path)) as connection:
        days = [
            day for day in range(40) if two_weeks_offer.offer(connection, UserClock(begin + timedelta(days=day), ZONE))
        ]
    assert days == [*range(13, 27)]
