"""Whatever is logged, the counts of the views add up to the store's."""

import sqlite3
import tempfile
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from journal.analysis.daily import DaySpan
from journal.charts import views
from journal.charts.figure import Figure
from journal.charts.render import text_export
from journal.charts.request import ChartRequest
from journal.moments import UserClock
from journal.records import Answer, Episode, Relief
from journal.store.file import connections
from journal.store.read import queries
from journal.store.write import transaction

FIRST, DAYS = date(2026, 2, 1), 75
TODAY = FIRST + timedelta(days=DAYS - 3)
HERE = UserClock(datetime(TODAY.year, TODAY.month, TODAY.day, 20, tzinfo=UTC), UTC)
AT = "2026-04-13T20:00:00Z"


@st.composite
def lives(draw: Any) -> list[Any]:
    """Records of some days: episodes of every kind, with and without a clock, and answers of every sort."""
    days = draw(st.lists(st.integers(0, DAYS - 3), min_size=1, max_size=12, unique=True))
    kinds = st.sampled_from(["twitch", "twitch", "ripple", "cramp"])
    records: list[Any] = []
    for number in days:
        day = (FIRST + timedelta(days=number)).isoformat()
        answer = draw(st.sampled_from([None, ("any_twitches", 0.0), ("any_twitches", 1.0), ("twitchiness", 3.0)]))
        if answer:
            records.append(Answer(day=day, question=answer[0], value=answer[1]))
        for _ in range(draw(st.integers(0, 3))):
            clock = draw(st.none() | st.integers(0, 23))
            records.append(
                Episode(
                    day=day,
                    started_at=None if clock is None else f"{day}T{clock:02}:30:00Z",
                    utc_offset_minutes=None if clock is None else draw(st.sampled_from([-480, 0, 60, 345, 540])),
                    site=draw(st.sampled_from(["calf", "eyelid_upper", "widespread"])),
                    side=draw(st.sampled_from(["left", "right", "both", None])),
                    kind=draw(kinds),
                    times=draw(st.integers(1, 5)),
                    reliefs=(Relief("stretch", draw(st.sampled_from([True, False, None]))),),
                )
            )
    return records


def figure(connection: sqlite3.Connection, **asked: Any) -> Figure:
    span = DaySpan(FIRST, FIRST + timedelta(days=DAYS - 1), TODAY)
    return views.figure(connection, queries.context(connection, HERE), ChartRequest(span=span, **asked))


@settings(max_examples=10)
@given(lives())
def test_the_counts_of_every_view_add_up_to_the_stores(records: list[Any]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "diary.db"
        connections.make(path)
        with transaction.step(path, "log", AT) as connection:
            for record in records:
                transaction.add(connection, record)
        with closing(sqlite3.connect(path)) as asking:
            twitching = "FROM episode WHERE kind IN ('twitch', 'ripple', 'pulse')"
            times, episodes = asking.execute(f"SELECT coalesce(sum(times), 0), count(*) {twitching}").fetchone()
            known = asking.execute("SELECT count(*) FROM daily WHERE twitches IS NOT NULL").fetchone()[0]
        with connections.reading(path) as connection:
            for step in ("day", "week", "month"):
                found = figure(connection, view="time", step=step)
                assert sum(row["count"] or 0 for row in found.rows) == times
                assert found.days_logged == known
                counted = sum(row["days_counted"] for row in found.rows)
                assert counted in (known, known - 1)
            sites = [figure(connection, view="time", sites=(site,)) for site in ("calf", "eyelid_upper", "widespread")]
            assert sum(row["count"] or 0 for site in sites for row in site.rows) == times
            calendar = figure(connection, view="calendar")
            assert sum(row["count"] or 0 for row in calendar.rows) == times
            assert sum(row["episodes"] for row in figure(connection, view="when").rows) == episodes
            body = figure(connection, view="body").rows
            assert (sum(row["count"] for row in body), sum(row["episodes"] for row in body)) == (times, episodes)
            relief = figure(connection, view="relief").rows
            assert sum(row["tried"] for row in relief) == sum(isinstance(record, Episode) for record in records)


def test_json_holds_no_nan(tmp_path: Path) -> None:
    path = tmp_path / "diary.db"
    connections.make(path)
    with transaction.step(path, "log", AT) as connection:
        for number in range(40):
            day = (FIRST + timedelta(days=number)).isoformat()
            transaction.add(connection, Episode(day=day, site="calf", times=1 + number % 3))
            transaction.add(connection, Answer(day=day, question="stress", value=5.0))
    with connections.reading(path) as connection:
        for view in views.NAMED:
            assert "NaN" not in text_export.as_json(figure(connection, view=view)), view
