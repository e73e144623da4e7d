"""Daylight saving in both directions, by an hour and by half an hour: clocks that are skipped, and that come twice."""

from datetime import date

import pytest

from journal import moments
from journal.errors import PhraseRefused
from journal.phrases.context import Context
from journal.phrases.read.parser import parse
from journal.phrases.write.format_time import when_words
from journal.store.write.entry import read_on
from tests.phrases.lines import (
    AUTUMN,
    BERLIN,
    LORD_HOWE,
    NEW_YORK,
    SPRING,
    WORDS,
    here,
    is_at,
    lived,
    one,
    refusal,
    rows,
)


@pytest.mark.parametrize(
    ("line", "now", "zone"),
    rows(
        ("calf 02:30", SPRING, BERLIN),
        ("2026-03-29 02:00 calf", SPRING, BERLIN),
        ("yesterday: calf 02:59:59", SPRING, BERLIN),
        ("slept 02:30-06:00", SPRING, BERLIN),
        ("nap 01:30-02:30", SPRING, BERLIN),
        ("calf 02:30", "2026-03-08 10:00", NEW_YORK),
        ("calf 02:15", "2026-10-04 10:00", LORD_HOWE),
        ("2011-12-30 10:00 calf", "2012-01-02 10:00", "Pacific/Apia"),
    ),
)
def test_a_clock_that_is_skipped_is_refused(line: str, now: str, zone: str) -> None:
    message = refusal(line, now, zone)
    assert "does not exist on" in message
    assert "the clocks skip it" in message


@pytest.mark.parametrize(
    ("line", "now", "zone", "offset"),
    rows(
        ("calf 01:59", SPRING, BERLIN, "+0100"),
        ("calf 03:00", SPRING, BERLIN, "+0200"),
        ("calf 01:59", "2026-03-08 10:00", NEW_YORK, "-0500"),
        ("calf 03:00", "2026-03-08 10:00", NEW_YORK, "-0400"),
        ("calf 01:59", "2026-10-04 10:00", LORD_HOWE, "+1030"),
        ("calf 02:30", "2026-10-04 10:00", LORD_HOWE, "+1100"),
        ("calf 02:30", "2026-03-29 10:00", "Asia/Kolkata", "+0530"),
        # what comes twice is the later one that has come
        ("calf 01:59", AUTUMN, BERLIN, "+0200"),
        ("calf 02:30", AUTUMN, BERLIN, "+0100"),
        ("2026-10-25 02:30 calf", AUTUMN, BERLIN, "+0100"),
        ("yesterday: calf 02:30", AUTUMN, BERLIN, "+0100"),
        ("calf 02:30", "2026-10-25T02:40+02:00", BERLIN, "+0200"),
        ("calf 02:30", "2026-10-25T02:20+01:00", BERLIN, "+0200"),
        ("calf 02:30", "2026-10-25T02:30+01:00", BERLIN, "+0100"),
        ("calf 02:30+02:00", AUTUMN, BERLIN, "+0200"),
        ("calf 02:30+01:00", AUTUMN, BERLIN, "+0100"),
        ("calf 01:30", "2026-11-01 10:00", NEW_YORK, "-0500"),
        ("calf 01:30-04:00", "2026-11-01 10:00", NEW_YORK, "-0400"),
        ("calf 01:45", "2026-04-05 10:00", LORD_HOWE, "+1030"),
        ("calf 01:45+11:00", "2026-04-05 10:00", LORD_HOWE, "+1100"),
        ("calf 02:00", "2026-04-05 10:00", LORD_HOWE, "+1030"),
    ),
)
def test_a_clock_near_a_change_has_the_offset_that_it_had(line: str, now: str, zone: str, offset: str) -> None:
    found = one(line, now, zone)
    assert lived(found).endswith(offset)
    typed = next(word for word in line.split() if ":" in word and not word.endswith(":"))
    assert lived(found)[11:16] == typed[:5]


@pytest.mark.parametrize(
    ("line", "now", "zone", "minutes", "day"),
    rows(
        ("slept 23:00-07:00", SPRING, BERLIN, 420, "2026-03-29"),
        ("slept 23:00-07:00", AUTUMN, BERLIN, 540, "2026-10-25"),
        ("slept 23:00-07:00", "2026-03-08 10:00", NEW_YORK, 420, "2026-03-08"),
        ("slept 23:00-07:00", "2026-10-04 10:00", LORD_HOWE, 450, "2026-10-04"),
        ("slept 23:00-07:00", "2026-04-05 10:00", LORD_HOWE, 510, "2026-04-05"),
        ("slept 02:30-06:00", AUTUMN, BERLIN, 210, "2026-10-25"),
        ("slept 02:30+02:00 to 06:00+01:00", AUTUMN, BERLIN, 270, "2026-10-25"),
        ("slept 02:45-02:30", AUTUMN, BERLIN, 45, "2026-10-25"),
        ("slept 02:30-02:45", AUTUMN, BERLIN, 15, "2026-10-25"),
        ("nap 01:30-03:30", SPRING, BERLIN, 60, "2026-03-28"),
        ("nap 2h @01:30", SPRING, BERLIN, 120, "2026-03-28"),
    ),
)
def test_sleep_across_a_change_is_as_long_as_it_was(line: str, now: str, zone: str, minutes: int, day: str) -> None:
    found = one(line, now, zone)
    assert (found.minutes, found.day) == (minutes, day)


def test_a_nap_across_a_change_ends_on_the_clock_of_then() -> None:
    nap = one("nap 2h @01:30", SPRING)
    assert (nap.utc_offset_minutes, nap.ended_utc_offset_minutes) == (60, 120)
    assert f"{moments.lived(nap.ended_at, 120):%H:%M}" == "04:30"


def test_a_quarter_of_an_hour_ago_counts_on_the_clock_that_runs() -> None:
    is_at(one("calf 1h ago", "2026-03-29T03:30+02:00"), "2026-03-29 01:30", "+0100", "2026-03-28")
    is_at(one("calf 90m", "2026-10-25T02:15+01:00"), "2026-10-25 01:45", "+0200", "2026-10-24")


def test_a_clock_that_comes_twice_is_said_with_its_offset() -> None:
    clock = here(AUTUMN)
    first, second = (one(f"2026-10-24: calf 02:30{offset}", AUTUMN) for offset in ("+02:00", "+01:00"))
    assert [when_words(record, clock) for record in (first, second)] == [
        "Sun 25 Oct 02:30+02:00, in the night of Sat 24",
        "Sun 25 Oct 02:30+01:00, in the night of Sat 24",
    ]
    assert when_words(one("2026-10-24: calf 01:30", AUTUMN), clock) == "Sun 25 Oct 01:30, in the night of Sat 24"


def test_a_clock_that_the_day_of_a_page_skips_is_not_read_on_another_day() -> None:
    context = Context(here("2026-03-30 10:00"), WORDS)
    with pytest.raises(PhraseRefused, match="does not exist on Sun 29 Mar"):
        read_on("calf 02:30", context, date(2026, 3, 28))


@pytest.mark.parametrize("line", ["yesterday calf", "calf 20m ago", "2026-11-18: calf, thumb", "start calf", "3"])
def test_a_line_on_the_page_of_a_day_may_say_its_own(line: str) -> None:
    context = Context(here(), WORDS, {"3": "yesterday calf"})
    assert read_on(line, context, date(2026, 11, 19)) == parse(line, context)
