"""When something was: diary days, clocks, parts of a day, journeys, the edges."""

import struct
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from journal import moments
from journal.moments import UserClock
from journal.phrases.context import Context
from journal.phrases.read.parser import parse
from journal.phrases.write.format_phrase import phrase
from journal.phrases.write.format_time import when_words
from journal.records import Answer, Drink, Episode, Sleep
from tests.phrases.lines import AUTUMN, BERLIN, NEW_YORK, NOW, WORDS, here, is_at, lived, one, refusal, rows, said

# ---- the diary day --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("now", "starts", "day"),
    [
        ("2026-11-21 23:59", 4, "2026-11-21"),
        ("2026-11-22 00:00", 4, "2026-11-21"),
        ("2026-11-22 03:59", 4, "2026-11-21"),
        ("2026-11-22 04:00", 4, "2026-11-22"),
        ("2026-11-21 23:59", 0, "2026-11-21"),
        ("2026-11-22 00:00", 0, "2026-11-22"),
        ("2026-11-22 11:59", 12, "2026-11-21"),
        ("2026-11-22 12:00", 12, "2026-11-22"),
        ("2027-01-01 03:59", 4, "2026-12-31"),
        ("2028-03-01 01:00", 4, "2028-02-29"),
    ],
)
def test_a_day_begins_at_the_hour_of_the_setting(now: str, starts: int, day: str) -> None:
    is_at(one("calf", now, day_starts=starts), now, "+0100", day)
    assert one("stress 4", now, day_starts=starts).day == day
    assert one("today: none", now, day_starts=starts).day == day


def test_what_lasted_belongs_to_the_day_on_which_it_began() -> None:
    is_at(one("calf 30m", "2026-11-21 04:10"), "2026-11-21 03:40", "+0100", "2026-11-20")
    is_at(one("run 30m", "2026-11-21 04:10"), "2026-11-21 03:40", "+0100", "2026-11-20")
    is_at(one("nap 30m", "2026-11-21 04:10"), "2026-11-21 03:40", "+0100", "2026-11-20")
    is_at(one("calf 30m ago", "2026-11-21 04:10"), "2026-11-21 03:40", "+0100", "2026-11-20")


@pytest.mark.parametrize(
    ("line", "wall", "day"),
    rows(
        ("yesterday calf @01:30", "2026-11-20 01:30", "2026-11-19"),
        ("today calf 03:00", "2026-11-21 03:00", "2026-11-20"),
        ("yesterday: calf @01:30", "2026-11-21 01:30", "2026-11-20"),
        ("yesterday: calf 03:59:59", "2026-11-21 03:59:59", "2026-11-20"),
        ("yesterday: calf 04:00", "2026-11-20 04:00", "2026-11-20"),
        ("Mon calf 01:30", "2026-11-16 01:30", "2026-11-15"),
        ("3 days ago calf 01:30", "2026-11-18 01:30", "2026-11-17"),
        ("last night 3am calf", "2026-11-21 03:00", "2026-11-20"),
        ("calf last night at 11pm", "2026-11-20 23:00", "2026-11-20"),
        ("calf last night at midnight", "2026-11-21 00:00", "2026-11-20"),
        ("last night 5am calf", "2026-11-21 05:00", "2026-11-21"),
        ("Mon night 01:30 calf", "2026-11-17 01:30", "2026-11-16"),
        ("yesterday: calf night 01:30", "2026-11-21 01:30", "2026-11-20"),
        ("2026-11-20: calf @01:30", "2026-11-21 01:30", "2026-11-20"),
        ("20 Nov: calf @01:30", "2026-11-21 01:30", "2026-11-20"),
        ("2026-11-20 01:30 calf", "2026-11-20 01:30", "2026-11-19"),
        ("calf @01:30 20 Nov", "2026-11-20 01:30", "2026-11-19"),
        ("2026-11-20 04:00 calf", "2026-11-20 04:00", "2026-11-20"),
        ("yesterday espresso 23:59:59", "2026-11-20 23:59:59", "2026-11-20"),
        ("yesterday nap 01:00-01:30", "2026-11-20 01:00", "2026-11-19"),
        ("2026-11-20 nap 01:00-01:30", "2026-11-20 01:00", "2026-11-19"),
    ),
)
def test_a_clock_beside_a_day_is_of_the_calendar_and_behind_a_colon_of_the_diary_day(
    line: str, wall: str, day: str
) -> None:
    is_at(one(line), wall, "+0100", day)


def test_days_that_begin_at_midnight_are_those_of_the_calendar() -> None:
    is_at(one("yesterday calf @01:30", day_starts=0), "2026-11-20 01:30", "+0100", "2026-11-20")
    is_at(one("2026-11-20 01:30 calf", day_starts=0), "2026-11-20 01:30", "+0100", "2026-11-20")


def test_days_that_begin_at_noon_hold_the_next_morning() -> None:
    is_at(one("yesterday: calf @11:00", day_starts=12), "2026-11-21 11:00", "+0100", "2026-11-20")
    is_at(one("2026-11-20 11:00 calf", day_starts=12), "2026-11-20 11:00", "+0100", "2026-11-19")


def test_the_small_hours_of_today_are_still_ahead() -> None:
    message = refusal("today: calf 03:00")
    assert message.startswith("03:00 in the night after Sat 21 Nov has not come yet")
    assert "`2026-11-21 03:00`" in message


# ---- clocks ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "wall"),
    [
        ("14:05", "2026-11-21 14:05"),
        ("@14:05", "2026-11-21 14:05"),
        ("14:04:59", "2026-11-21 14:04:59"),
        ("2:05pm", "2026-11-21 14:05"),
        ("@2pm", "2026-11-21 14:00"),
        ("2 pm", "2026-11-21 14:00"),
        ("12am", "2026-11-21 00:00"),
        ("12pm", "2026-11-21 12:00"),
        ("12:30 AM", "2026-11-21 00:30"),
        ("0:30", "2026-11-21 00:30"),
        ("at noon", "2026-11-21 12:00"),
        ("midnight", "2026-11-21 00:00"),
        ("at 3 a.m.", "2026-11-21 03:00"),
        ("around 2pm", "2026-11-21 14:00"),
        ("at 5 this morning", "2026-11-21 05:00"),
        ("by 1 in the afternoon", "2026-11-21 13:00"),
        ("at 11 in the night", "2026-11-20 23:00"),
        ("3 o'clock last night", "2026-11-21 03:00"),
        ("this morning 3:15", "2026-11-21 03:15"),
    ],
)
def test_a_bare_clock_is_the_latest_one_that_has_come(typed: str, wall: str) -> None:
    assert lived(one(f"calf {typed}"))[:19].startswith(wall)


def test_a_bare_clock_of_this_date_has_come_however_long_ago_it_was() -> None:
    assert lived(one("calf cramp 3:15", "2026-11-25 21:40"))[:16] == "2026-11-25 03:15"
    assert lived(one("calf 0:05", "2026-11-25 23:59"))[:16] == "2026-11-25 00:05"


def test_a_bare_clock_of_the_evening_before_has_come_less_than_12_hours_ago() -> None:
    assert lived(one("calf 23:00", "2026-11-22 10:59"))[:16] == "2026-11-21 23:00"
    assert lived(one("calf 15:00", "2026-11-22 01:30"))[:16] == "2026-11-21 15:00"
    assert "`yesterday 23:00`" in refusal("calf 23:00", "2026-11-22 11:00")


@pytest.mark.parametrize(
    ("now", "typed", "instead"),
    [
        (NOW, "14:05:01", "yesterday 14:05:01"),
        (NOW, "16:00", "yesterday 16:00"),
        (NOW, "20:04", "yesterday 20:04"),
        (NOW, "4pm", "yesterday 16:00"),
        (NOW, "23:00", "yesterday 23:00"),
        ("2026-11-22 01:00", "02:00", "yesterday 02:00"),
        ("2026-11-22 01:00", "06:30", "yesterday 06:30"),
    ],
)
def test_a_bare_clock_that_may_be_of_the_day_before_is_refused_with_what_to_say(
    now: str, typed: str, instead: str
) -> None:
    message = refusal(f"calf {typed}", now)
    assert "is still ahead, it is" in message
    assert f"`{instead}`" in message
    meant = here(now).now - datetime.fromisoformat(one(f"calf {instead}", now).started_at)
    assert 12 <= meant.total_seconds() / 3600 < 24


@pytest.mark.parametrize(
    ("typed", "instead"),
    rows(("at 3", "`3am` or `3pm`"), ("around 15", "`15:00`"), ("9 o'clock", "`9am` or `9pm`"), ("at 40", "14:05")),
)
def test_an_hour_without_its_half_of_the_day_is_asked_for(typed: str, instead: str) -> None:
    assert instead in refusal(f"calf {typed}")
    assert instead in refusal(f"{typed} calf")


def test_an_offset_says_a_clock_of_another_place() -> None:
    is_at(one("2026-11-21 08:00-05:00 calf"), "2026-11-21 08:00", "-0500", "2026-11-21")
    is_at(one("calf 22:00+09:00"), "2026-11-21 22:00", "+0900", "2026-11-21")
    is_at(one("calf 12:00z"), "2026-11-21 12:00", "+0000", "2026-11-21")
    is_at(one("2026-11-21 03:00+14:00 calf"), "2026-11-21 03:00", "+1400", "2026-11-20")
    is_at(one("yesterday: calf 23:00+02:00"), "2026-11-20 23:00", "+0200", "2026-11-20")
    assert "not come yet" in refusal("2026-11-21 09:06-05:00 calf")


def test_an_offset_behind_utc_is_one_only_behind_its_date_and_a_t() -> None:
    is_at(one("2026-11-21T03:00-05:00 calf"), "2026-11-21 03:00", "-0500", "2026-11-20")
    is_at(one("calf 2026-11-20T09:00-09:30"), "2026-11-20 09:00", "-0930", "2026-11-20")
    for line in (
        "calf 09:00-09:30",
        "2026-11-21 calf 09:00-09:30",
        "calf 21 Nov 9:00-9:30",
        "2026-11-21: calf 9-9:30am",
    ):
        is_at(one(line), "2026-11-21 09:00", "+0100", "2026-11-21")
        assert one(line).duration_s == 1800
    is_at(one("calf 07:00-09:00", zone=NEW_YORK), "2026-11-21 07:00", "-0500", "2026-11-21")
    assert "is 09:00-05:00 two clocks?" in refusal("calf 09:00-05:00", zone=NEW_YORK)
    assert "`2026-11-20T03:00-05:00`" in refusal("2026-11-20 03:00-05:00 calf")


# ---- nights ---------------------------------------------------------------------------------------------------


def night(line: str, now: str = NOW) -> tuple[str, str, str]:
    """The day, beginning and end of a night."""
    found = one(line, now)
    assert isinstance(found, Sleep)
    ended = moments.lived(found.ended_at or "", found.ended_utc_offset_minutes)
    return found.day, lived(found)[:16], f"{ended:%Y-%m-%d %H:%M}"


def test_a_night_belongs_to_the_date_on_which_it_ends() -> None:
    assert night("slept 23:40-06:10") == ("2026-11-21", "2026-11-20 23:40", "2026-11-21 06:10")
    assert night("slept 01:00-09:00") == ("2026-11-21", "2026-11-21 01:00", "2026-11-21 09:00")
    assert night("slept yesterday 22:30-06:00") == ("2026-11-20", "2026-11-19 22:30", "2026-11-20 06:00")
    assert night("2026-11-10: slept 22:30-06:00") == ("2026-11-10", "2026-11-09 22:30", "2026-11-10 06:00")
    assert night("2026-11-10 slept 22:30-06:00") == ("2026-11-10", "2026-11-09 22:30", "2026-11-10 06:00")
    assert night("slept 23:40-06:10 last night") == ("2026-11-21", "2026-11-20 23:40", "2026-11-21 06:10")
    assert night("Mon night slept 23:40-06:10") == ("2026-11-17", "2026-11-16 23:40", "2026-11-17 06:10")
    assert night("yesterday: slept 20:00-01:00") == ("2026-11-20", "2026-11-19 20:00", "2026-11-20 01:00")


def test_a_night_that_ends_before_its_day_has_begun_is_of_the_coming_day() -> None:
    assert night("slept 22:00-01:30", "2026-11-21 02:00") == ("2026-11-21", "2026-11-20 22:00", "2026-11-21 01:30")
    assert one("stress 4", "2026-11-21 02:00").day == "2026-11-20"


def test_after_slept_the_dash_always_parts_two_clocks() -> None:
    assert night("slept 22:30-05:00") == ("2026-11-21", "2026-11-20 22:30", "2026-11-21 05:00")
    found = one("slept 22:30-05:00 to 06:30-05:00")
    assert (found.minutes, lived(found)) == (480, "2026-11-20 22:30:00-0500")


def test_a_night_or_nap_that_has_not_ended_is_refused() -> None:
    assert "06:10 is still ahead, it is 05:00 now" in refusal("slept 23:40-06:10", "2026-11-21 05:00")
    hint = "log the night when it is over, or say `today: slept 23:40-06:10` if it was the one before"
    assert refusal("slept 23:40-06:10", "2026-11-21 00:30") == f"06:10 is still ahead, it is 00:30 now; {hint}"
    assert night("today: slept 23:40-06:10", "2026-11-21 00:30")[0] == "2026-11-20"
    assert "16:00" in refusal("today: slept 23:40-16:00")
    assert "the end of the nap at 14:20" in refusal("nap 14:00-14:20")
    assert "the end of the nap at 15:50" in refusal("nap 2h @13:50")


def test_hours_of_sleep_belong_to_the_diary_day() -> None:
    assert one("sleep 6.5", "2026-11-22 01:00") == Answer(day="2026-11-21", question="sleep_hours", value=6.5)
    assert one("sleep 6.5 yesterday").day == "2026-11-20"


def test_hours_of_a_night_belong_to_the_day_on_which_it_ends() -> None:
    assert one("slept 6h last night") == Answer(day="2026-11-21", question="sleep_hours", value=6)
    assert one("slept 6h Mon night").day == "2026-11-17"
    assert one("slept well 4 last night").day == "2026-11-21"
    assert "has not come yet" in refusal("slept 6h tonight")


# ---- parts of a day -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "now", "starts", "day", "part"),
    rows(
        ("calf morning", NOW, 4, "2026-11-21", "morning"),
        ("calf afternoon", NOW, 4, "2026-11-21", "afternoon"),
        ("calf afternoon", "2026-11-21 12:00", 4, "2026-11-21", "afternoon"),
        ("calf evening", "2026-11-21 18:00", 4, "2026-11-21", "evening"),
        ("calf night", "2026-11-21 22:00", 4, "2026-11-21", "night"),
        ("calf night", "2026-11-22 03:59", 4, "2026-11-21", "night"),
        ("calf last night", NOW, 4, "2026-11-20", "night"),
        ("calf last night", "2026-11-22 01:30", 4, "2026-11-20", "night"),
        ("cramp calf in the night", NOW, 4, "2026-11-20", "night"),
        ("calf overnight", NOW, 4, "2026-11-20", "night"),
        ("cramp calf in the night", "2026-11-22 03:00", 4, "2026-11-21", "night"),
        ("calf 3 on my night shift", "2026-11-22 03:00", 4, "2026-11-21", "night"),
        ("calf on Monday night", NOW, 4, "2026-11-16", "night"),
        ("calf in the night on Monday", NOW, 4, "2026-11-16", "night"),
        ("calf this morning", NOW, 4, "2026-11-21", "morning"),
        ("calf yesterday night", NOW, 4, "2026-11-20", "night"),
        ("yesterday: calf evening", NOW, 4, "2026-11-20", "evening"),
        ("Mon morning espresso", NOW, 4, "2026-11-16", "morning"),
        ("2026-11-19 evening run 30m", NOW, 4, "2026-11-19", "evening"),
        ("calf morning", "2026-11-21 00:00", 0, "2026-11-21", "morning"),
        ("calf night", "2026-11-22 11:00", 12, "2026-11-21", "night"),
    ),
)
def test_a_part_of_a_day_has_no_clock(line: str, now: str, starts: int, day: str, part: str) -> None:
    found = one(line, now, day_starts=starts)
    at = found.taken_at if isinstance(found, Drink) else found.started_at
    assert (found.day, found.day_part, at, found.utc_offset_minutes) == (day, part, None, None)


@pytest.mark.parametrize(
    ("line", "now", "part"),
    rows(
        ("calf evening", NOW, "evening"),
        ("calf night", NOW, "night"),
        ("calf afternoon", "2026-11-21 11:59", "afternoon"),
        ("calf evening", "2026-11-21 17:59", "evening"),
        ("today: calf night", "2026-11-21 21:59", "night"),
    ),
)
def test_a_part_that_has_not_begun_is_refused(line: str, now: str, part: str) -> None:
    before = "last night" if part == "night" else f"yesterday {part}"
    assert refusal(line, now) == f"the {part} of Sat 21 Nov has not begun; say `{before}` if it was then"


def test_a_clock_may_stand_beside_the_part_in_which_it_lies() -> None:
    is_at(one("yesterday evening calf 8:30pm"), "2026-11-20 20:30", "+0100", "2026-11-20")
    is_at(one("yesterday night calf 01:30"), "2026-11-21 01:30", "+0100", "2026-11-20")
    assert "08:30 is not in the evening" in refusal("yesterday evening calf 08:30")


# ---- on a journey ---------------------------------------------------------------------------------------------


def test_what_was_logged_late_in_tokyo_stays_on_its_day_in_lisbon() -> None:
    record = one("left calf 4", "2026-11-21 23:50", "Asia/Tokyo")
    lisbon = here("2026-11-25 12:00", "Europe/Lisbon")
    assert record.day == "2026-11-21"
    assert when_words(record, lisbon) == "Sat 21 Nov 23:50+09:00"
    assert phrase(record, WORDS, lisbon) == "left calf 4 2026-11-21 23:50+09:00"
    assert parse(phrase(record, WORDS, lisbon), Context(lisbon, WORDS)) == [record]


def test_the_phrase_of_a_moment_says_no_more_than_is_needed() -> None:
    def shown(record: Episode, day_starts: int = 4) -> str:
        return phrase(record, WORDS, here("2026-11-25 12:00", day_starts=day_starts))

    assert shown(one("calf")) == "calf 2026-11-21 14:05"
    assert shown(one("calf 14:04:30")) == "calf 2026-11-21 14:04:30"
    assert shown(one("calf 02:30", AUTUMN)) == "calf 2026-10-25 02:30+01:00"
    assert shown(one("calf yesterday evening")) == "calf 2026-11-20 evening"
    assert shown(one("calf 01:30")) == "calf 2026-11-21 01:30"
    assert shown(one("calf 01:30"), day_starts=0) == "calf 2026-11-21 01:30 (day 2026-11-20)"


@pytest.mark.parametrize("mark", ["", ":"])
def test_where_the_zone_of_the_machine_is_another_one_by_now_it_holds_at_once(
    tmp_path: Path, mark: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    zone_file = tmp_path / "localtime"
    monkeypatch.setenv("TZ", f"{mark}{zone_file}")
    try:
        for hours in (1, -5, 1):
            minutes = hours * 60
            other = tmp_path / "other"
            other.write_bytes(zone_of(timedelta(hours=hours)))
            other.replace(zone_file)
            assert moments.offset_of(moments.user_clock().now) == minutes
    finally:
        monkeypatch.undo()
        time.tzset()


def zone_of(offset: timedelta) -> bytes:
    """A zone file (RFC 9636) of a zone that never changes."""
    counts = struct.pack(">6l", 0, 0, 0, 0, 1, 4)
    kind = struct.pack(">lBB", int(offset.total_seconds()), 0, 0)
    return b"TZif" + bytes(16) + counts + kind + b"XXX\0"


def test_the_clock_of_the_machine_is_read_like_that_of_a_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    try:
        monkeypatch.setenv("TZ", BERLIN)
        time.tzset()
        for wall in ("2026-03-29 02:30", "2026-10-25 02:30", "2026-07-01 12:00", "1900-06-01 12:00"):
            naive = datetime.fromisoformat(wall)
            assert UserClock(datetime.now(UTC)).instants(naive) == here().instants(naive)
        machine = UserClock(datetime(2026, 11, 21, 13, 5, tzinfo=UTC))
        assert parse("calf 02:30", Context(machine, WORDS)) == [one("calf 02:30")]
        assert (machine.today, machine.day_starts) == (here().today, 4)
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.parametrize(
    ("line", "without_day"),
    rows(
        ("2026-11-14: gym, legs, 45 minutes, quite hard", "gym, legs, 45 minutes, quite hard"),
        ("2026-11-14: left calf 3, felt awful", "left calf 3, felt awful"),
    ),
)
def test_a_comma_behind_a_day_belongs_to_the_sentence_where_its_parts_are_no_records(
    line: str, without_day: str
) -> None:
    record = one(line)
    assert (record.day, record.note) == ("2026-11-14", without_day)


def test_parts_that_are_records_stay_several_and_a_slip_in_one_is_named() -> None:
    assert len(said("yesterday: left calf 3, stress 8, none")) == 3
    assert "coffee" in refusal("yesterday: left calf 3, coffe")
    assert "awful" in refusal("yesterday: left calf 3, stress 8, awful")
