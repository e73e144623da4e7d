"""Days as words and dates: which one is meant, and which are refused."""

import pytest

from journal.phrases.context import Context
from journal.phrases.read.parser import parse
from journal.phrases.write.format_phrase import phrase
from tests.phrases.lines import NOW, WORDS, here, is_at, lived, one, refusal, rows


@pytest.mark.parametrize(
    ("line", "now", "day"),
    rows(
        ("today calf", NOW, "2026-11-21"),
        ("yesterday calf", NOW, "2026-11-20"),
        ("yesterday calf", "2026-11-22 01:00", "2026-11-20"),
        ("Mon calf", NOW, "2026-11-16"),
        ("tues calf", NOW, "2026-11-17"),
        ("Sunday calf", NOW, "2026-11-15"),
        ("Sat calf", NOW, "2026-11-21"),
        ("Sat calf", "2026-11-22 01:00", "2026-11-21"),
        ("Sun calf", "2026-11-22 01:00", "2026-11-15"),
        ("0 days ago calf", NOW, "2026-11-21"),
        ("1 day ago calf", NOW, "2026-11-20"),
        ("400 days ago calf", NOW, "2025-10-17"),
        ("2026-11-21 calf", NOW, "2026-11-21"),
        ("20 Nov calf", NOW, "2026-11-20"),
        ("21 november calf", NOW, "2026-11-21"),
        ("Nov 20 calf", NOW, "2026-11-20"),
        ("calf 3 on the 20th of November", NOW, "2026-11-20"),
        ("calf Nov 20 2025", NOW, "2025-11-20"),
        ("2 weeks ago calf", NOW, "2026-11-07"),
        ("calf a week ago", NOW, "2026-11-14"),
        ("last Sat calf", NOW, "2026-11-14"),
        ("calf last monday", NOW, "2026-11-16"),
        ("22 Mar calf", NOW, "2026-03-22"),
        ("12 Dec 2024 calf", NOW, "2024-12-12"),
        ("1 sept calf", NOW, "2026-09-01"),
        ("29 Feb calf", "2024-02-29 12:00", "2024-02-29"),
        ("31 Dec calf", "2027-01-01 00:30", "2026-12-31"),
        ("1 Jan calf", "2027-01-01 12:00", "2027-01-01"),
        ("1900-01-01 calf", NOW, "1900-01-01"),
        ("visit x 22 Nov", NOW, "2026-11-22"),
        ("visit x 12 Dec", NOW, "2026-12-12"),
        ("visit x 12 Jan", NOW, "2027-01-12"),
        ("visit x 12 Jul", NOW, "2026-07-12"),
        ("visit x 29 Feb", NOW, "2028-02-29"),
        ("visit x Nov 30", NOW, "2026-11-30"),
        ("visit x in 2 weeks", NOW, "2026-12-05"),
        ("visit x next Tue", NOW, "2026-11-24"),
        ("next Tue visit x", NOW, "2026-11-24"),
        ("test EMG 3 Dec", NOW, "2026-12-03"),
        ("visit x Tue", NOW, "2026-11-24"),
        ("visit x Thu", NOW, "2026-11-19"),
        ("visit x 2199-12-31", NOW, "2199-12-31"),
        ("12 Dec: test EMG", NOW, "2026-12-12"),
        ("12 Dec: visit x", NOW, "2026-12-12"),
        ("tomorrow: visit x", NOW, "2026-11-22"),
    ),
)
def test_a_day_is_the_latest_one_that_has_begun_and_a_visits_the_nearest(line: str, now: str, day: str) -> None:
    assert one(line, now).day == day


def test_a_date_without_a_year_is_of_this_year_in_the_small_hours_too() -> None:
    now = "2026-11-22 00:30"
    is_at(one("22 Nov 00:05 calf", now), "2026-11-22 00:05", "+0100", "2026-11-21")
    assert refusal("22 Nov calf", now) == "22 Nov has not come yet; today is Sat 21 Nov"


@pytest.mark.parametrize(
    ("line", "named"),
    rows(
        ("calf tomorrow", "tomorrow has not come yet; today is Sat 21 Nov"),
        ("tomorrow: none", "2026-11-22 has not come yet"),
        ("2026-11-22 calf", "2026-11-22 has not come yet"),
        ("2026-11-21 14:06 calf", "Sat 21 Nov 14:06 has not come yet; it is 14:05 now"),
        ("12 Dec calf", "12 Dec of which year? Say `12 Dec 2025` or `12 Dec 2026`"),
        ("22 Nov: stress 4", "`22 Nov 2025` or `22 Nov 2026`"),
        ("Mar 20 calf", "`20 Mar 2026` or `20 Mar 2027`"),
        ("29 Feb calf", "`29 Feb 2024` or `29 Feb 2028`"),
        ("calf 3 12/11", "12/11 can be 12 Nov or 11 Dec; say which, as `12 Nov`"),
        ("calf 12/20", "12/20: write a date as `20 Dec`"),
        ("20.11.2026 calf", "20.11.2026: write a date as `20 Nov 2026`"),
        ("visit GP 12/14", "12/14: write a date as `14 Dec`"),
        ("calf 4 Nov 5", "can be 4 Nov or 5 Nov"),
        ("calf last week", "last week is no day; say which, for example `14 Nov`"),
        ("calf in October", "october is no day; say which, for example `20 Oct`"),
        ("visit GP next week", "next week is no day"),
        ("calf next Tue", "only a visit or a test may lie ahead"),
        ("1899-12-31 calf", "days begin with 1900-01-01"),
        ("1900-01-01 01:30 calf", "days begin with 1900-01-01"),
        ("1900-01-01 nap 01:00-01:30", "days begin with 1900-01-01"),
        ("46000 days ago calf", "days begin with 1900-01-01"),
        ("2026-02-29 calf", "there is no such day"),
        ("2026-13-01 calf", "there is no such day"),
        ("0 Dec calf", "there is no such day"),
        ("31 Nov calf", "there is no such day"),
    ),
)
def test_a_day_that_cannot_be_is_refused(line: str, named: str) -> None:
    assert named in refusal(line)


@pytest.mark.parametrize("zone", ["Asia/Kolkata", "Europe/Amsterdam", "America/New_York", "Europe/Berlin"])
def test_a_century_ago_clocks_were_off_by_seconds_and_say_what_was_typed(zone: str) -> None:
    found = one("1900-06-01 12:00 calf", zone=zone)
    assert lived(found).startswith("1900-06-01 12:00:00")
    there = here(zone=zone)
    assert parse(phrase(found, WORDS, there), Context(there, WORDS)) == [found]
