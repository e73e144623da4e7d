"""What lasts longer than a day belongs to every day that it touches.

It is Wednesday 25 November 2026, 14:30.
"""

from datetime import UTC, date, datetime, timedelta
from math import isnan, nan

import pytest

from journal.analysis.daily import DaySpan
from journal.analysis.site_weeks import sites_by_week
from journal.app.diary import Diary as AppDiary
from journal.app.record_words import running
from journal.charts.request import ChartRequest
from journal.charts.views import body
from journal.phrases.write.format_number import time_words
from journal.store.file import connections
from journal.store.offers import offers
from journal.store.read import aggregates, daily_columns, minutes_of_days, queries
from journal.store.read.aggregates import EpisodeFilter
from tests.diary import Diary

NOW = "2026-11-25 14:30"


@pytest.fixture(autouse=True)
def now(diary: Diary) -> None:
    diary.at(NOW)


TWITCHES = ("twitches", "cramps", "tingles", "any_twitches", "twitchiness")


def worth(diary: Diary, day: str) -> dict[str, float]:
    """What the view says of a day, and the bulk read with it."""
    with connections.reading(diary.path) as connection:
        row = queries.daily(connection, day)
        bulk = daily_columns.amounts(connection, list(TWITCHES), day, day)
    values = {name: row[name] for name in TWITCHES if row[name] is not None}
    assert {name: amounts[0] for name, amounts in bulk.items() if not isnan(amounts[0])} == values
    return values


def test_each_further_day_had_twitches_and_nobody_knows_how_many(diary: Diary) -> None:
    diary.log("left eyelid on and off x4 since Thursday")
    assert worth(diary, "2026-11-18") == {}
    assert worth(diary, "2026-11-19") == {"twitches": 4, "cramps": 0, "tingles": 0, "any_twitches": 1}
    for day in range(20, 26):
        assert worth(diary, f"2026-11-{day}") == {"any_twitches": 1}
    assert worth(diary, "2026-11-26") == {}
    diary.log("2026-11-21: right calf x3")
    assert worth(diary, "2026-11-21") == {"twitches": 3, "cramps": 0, "tingles": 0, "any_twitches": 1}
    diary.log("2026-11-22: twitchy 4, cramp calf")
    assert worth(diary, "2026-11-22") == {"cramps": 1, "tingles": 0, "any_twitches": 1, "twitchiness": 4}


def test_what_is_counted_apart_is_missing_on_its_own_further_days_alone(diary: Diary) -> None:
    diary.log("cramp left foot for 3 days")
    diary.log("2026-11-24: none")
    assert worth(diary, "2026-11-24") == {"twitches": 0, "tingles": 0, "any_twitches": 0}


def test_a_none_on_such_a_day_is_refused_by_name_and_one_that_stood_there_gives_way(diary: Diary) -> None:
    diary.log("2026-11-22: none")
    echo = diary.echo("left eyelid from Sat to Mon")
    assert "“no twitches” of Sun 22 Nov gives way while this stands" in echo
    assert worth(diary, "2026-11-22") == {"cramps": 0, "tingles": 0, "any_twitches": 1}
    refused = diary.echo("2026-11-23: none")
    assert "does not go with" in refused
    assert "left eyelid, twitch, until Mon 23 Nov, since Sat 21 Nov; nothing was stored" in refused
    assert "counts again" in diary.said("delete", "last")
    assert worth(diary, "2026-11-22")["twitches"] == 0


def test_a_start_that_ran_on_touches_its_days_once_it_has_ended(diary: Diary) -> None:
    diary.at("2026-09-01 10:00").log("start left calf 4")
    diary.at(NOW)
    assert worth(diary, "2026-09-20") == {}
    assert "“no twitches” of Sun 20 Sep does not go with left calf" in diary.echo("2026-09-20: none")
    refused = diary.echo("none")
    assert "going on since Tue 1 Sep 10:00; say first when it ended, for example `stop left calf yesterday`" in refused
    diary.said("log", "stop left calf yesterday")
    assert diary.log("none")[0].what == "no twitches"
    diary.said("undo")
    diary.said("undo")
    assert "85 d 4 h" in diary.log("stop")[0].what
    assert worth(diary, "2026-09-20") == {"any_twitches": 1}
    assert worth(diary, "2026-11-25") == {"any_twitches": 1}


def test_an_illness_stands_on_the_page_of_each_of_its_days(diary: Diary) -> None:
    diary.log("ill flu from Fri to Sun")
    pages = [diary.said("show", f"2026-11-{day}") for day in (19, 20, 21, 22, 23)]
    assert ["ill: flu, until Sun 22 Nov" in page for page in pages] == [False, True, True, True, False]


def test_an_end_may_be_a_day(diary: Diary) -> None:
    diary.at("2026-11-20 10:00").log("start left calf 4")
    diary.at(NOW)
    assert "until Mon 23 Nov" in diary.log("stop Mon")[0].what
    assert [day for day in range(19, 26) if worth(diary, f"2026-11-{day}")] == [20, 21, 22, 23]


def test_an_edit_moves_its_days_gives_it_another_end_or_takes_that_away(diary: Diary) -> None:
    diary.log("left eyelid from Thu to Sat")
    days = {
        "18 Nov": [18, 19, 20],
        "until Mon": [18, 19, 20, 21, 22, 23],
        "from Fri to Sat": [20, 21],
        "no length": [20],
    }
    for words, touched in days.items():
        diary.said("edit", "last", words)
        assert [day for day in range(16, 26) if worth(diary, f"2026-11-{day}")] == touched, words


def test_what_goes_on_for_over_a_day_is_asked_about_once(diary: Diary) -> None:
    diary.at("2026-11-24 10:00").log("start left calf")
    diary.at(NOW)
    with connections.reading(diary.path) as connection:
        (offer,) = [offer for offer in offers.due(connection, diary.clock) if offer.name == "going_on"]
    assert offer.text.startswith("Left calf, since Tue 24 Nov: still going on?")
    assert "still going on?" in diary.echo("stress 4")
    assert "still going on?" not in diary.echo("stress 5")
    with connections.reading(diary.path) as connection:
        assert "going_on" not in [offer.name for offer in offers.due(connection, diary.clock)]


def test_the_app_asks_in_one_session_about_what_goes_on_for_over_a_day(diary: Diary) -> None:
    diary.at("2026-11-24 10:00").log("start left calf")
    diary.at(NOW)
    for asks in (True, False):
        session = AppDiary(diary.path, lambda: diary.clock)
        for _ in range(2):
            assert ("going_on" in [offer.name for offer in session.page(None).offers]) is asks
        session.put_question_away()


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(90 * 60, "1 h 30 min"), (48 * 3600, "48 h"), (179 * 3600 + 300, "7 d 11 h"), (3 * 86400, "3 d")],
)
def test_a_length_over_two_days_is_read_in_days(seconds: int, words: str) -> None:
    assert time_words(seconds) == words
    assert running("2026-11-20T10:00:00Z", datetime(2026, 11, 20, 10, tzinfo=UTC) + timedelta(seconds=seconds)) == words


def test_minutes_are_split_at_the_ends_of_the_days() -> None:
    rows = [("2026-11-20", 2, 3000.0, 2, 4.0, 1)]
    lasting = [("2026-11-20", "2026-11-22", "2026-11-20T21:00:00Z", 60, 2990 * 60.0)]
    split = minutes_of_days.split(rows, lasting, 4, "2026-11-20", "2026-11-22")
    assert [(row[0], row[1], row[2]) for row in split] == [
        ("2026-11-20", 2, 370.0),  # 10 of the other one, and from 22:00 to 04:00
        ("2026-11-21", 0, 1440.0),
        ("2026-11-22", 0, 1190.0),
    ]


def test_the_minutes_of_a_day_are_missing_where_the_length_is_not_known(diary: Diary) -> None:
    diary.log("left eyelid from Sat to Mon")
    with connections.reading(diary.path) as connection:
        rows = aggregates.measures_by_day(connection, EpisodeFilter(), "2026-11-20", "2026-11-25")
    assert {row[0]: row[2] for row in rows} == pytest.approx(
        {"2026-11-21": 0, "2026-11-22": nan, "2026-11-23": nan}, nan_ok=True
    )


def test_each_day_counts_for_the_site_in_what_a_doctor_gets(diary: Diary) -> None:
    diary.log("left eyelid from Thu to Sat")
    with connections.reading(diary.path) as connection:
        places = sites_by_week(connection, date(2026, 11, 1), date(2026, 11, 25), date(2026, 11, 25)).places
    assert [(entry.place.site, entry.days, entry.times) for entry in places] == [("eyelid", 3, 1)]


def test_sites_are_ranked_by_times_and_what_lasted_by_its_days(diary: Diary) -> None:
    for line in ("left calf x30", "right thumb x9", "neck x8", "2 days ago: neck"):
        diary.log(line if ":" in line else f"yesterday: {line}")
    diary.log("left eyelid on and off from 10 Nov to today")
    with connections.reading(diary.path) as connection:
        context = queries.context(connection, diary.clock)
        request = ChartRequest("body", DaySpan(date(2026, 11, 1), date(2026, 11, 25), date(2026, 11, 25), 0))
        ranked = [(site.slug, site.total, site.days) for site in body.sites(connection, context, request)]
    assert ranked == [("calf", 30, 1), ("eyelid", 1, 16), ("neck", 9, 2), ("thumb", 9, 1)]
