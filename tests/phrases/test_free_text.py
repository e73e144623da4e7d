"""Lines of the user's own words: days, clocks, spans, doses, counts and how often are taken wherever they stand.

It is Wednesday 25 November 2026, 14:30 in Berlin.
"""

from typing import Any

import pytest

from journal.phrases.context import Context
from journal.phrases.edit_record import edit_record
from journal.phrases.write.describe import describe_record
from journal.records import ChangeMedicine, Dose, Event, Medicine, Record, StopMedicine
from tests.phrases.lines import WORDS, here, one, refusal, rows

NOW = "2026-11-25 14:30"
TODAY = "2026-11-25"


def fields(record: Record) -> dict[str, Any]:
    """What a record says, beside its table's defaults."""
    return {name: value for name, value in vars(record).items() if value not in (None, "", "typed")}


@pytest.mark.parametrize(
    ("line", "expected"),
    rows(
        ("visit neurologist next tuesday", {"day": "2026-12-01", "text": "neurologist"}),
        ("visit 12 Dec neurologist", {"day": "2026-12-12", "text": "neurologist"}),
        ("visit to the GP on Friday", {"day": "2026-11-27", "text": "GP"}),
        ("visit GP tomorrow morning", {"day": "2026-11-26", "text": "GP", "day_part": "morning"}),
        ("visit Dr. Müller in Köln in 2 weeks", {"day": "2026-12-09", "text": "Dr. Müller in Köln"}),
        ('test bloods "at"', {"day": "2026-11-25", "text": "bloods", "note": "at"}),
        ('visit GP Fri "bring the list"', {"day": "2026-11-27", "text": "GP", "note": "bring the list"}),
        ("ill flu from 20 to 22 Nov", {"day": "2026-11-20", "text": "flu", "last_day": "2026-11-22"}),
        ("ill flu for 3 days", {"day": "2026-11-23", "text": "flu", "last_day": TODAY}),
        ("ill flu from 20 Nov until yesterday", {"day": "2026-11-20", "text": "flu", "last_day": "2026-11-24"}),
        ("ill flu from Monday", {"day": "2026-11-23", "text": "flu", "last_day": TODAY}),
        ("ill flu two weeks ago", {"day": "2026-11-11", "text": "flu"}),
        ("ill flu for three days", {"day": "2026-11-23", "text": "flu", "last_day": TODAY}),
        ("ill flu 20 Nov until yesterday", {"day": "2026-11-20", "text": "flu", "last_day": "2026-11-24"}),
        ("ill fever 38.5 since yesterday", {"day": "2026-11-24", "text": "fever 38.5", "last_day": TODAY}),
        ("travel to Rome from Fri to Mon", {"day": "2026-11-20", "text": "Rome", "last_day": "2026-11-23"}),
        ("travel from Rome to Bern since Mon", {"day": "2026-11-23", "text": "from Rome to Bern", "last_day": TODAY}),
        ("test CK 180", {"day": TODAY, "text": "CK 180"}),
        ("test BP 120/80 on 3 Nov", {"day": "2026-11-03", "text": "BP 120/80"}),
        ("test ANA 1:40 normal", {"day": TODAY, "text": "ANA 1:40 normal"}),
    ),
)
def test_an_event_takes_its_days_from_wherever_they_stand(line: str, expected: dict[str, Any]) -> None:
    record = one(line, NOW)
    assert isinstance(record, Event)
    assert {name: value for name, value in fields(record).items() if name != "kind"} == expected


def test_a_visit_may_have_a_clock_and_lie_ahead_and_so_may_a_test() -> None:
    clocks = {"visit GP today 16:00": "2026-11-25T15:00:00Z", "test EMG 3 Dec 9:00": "2026-12-03T08:00:00Z"}
    assert {line: one(line, NOW).started_at for line in clocks} == clocks
    assert one("visit GP 9:30 tomorrow", NOW).day == "2026-11-26"


@pytest.mark.parametrize(
    ("line", "name", "amount", "unit"),
    rows(
        ("took 400mg ibuprofen", "ibuprofen", 400, "mg"),
        ("took ibuprofen 20m ago 400mg", "ibuprofen", 400, "mg"),
        ("took 2 ibuprofen", "ibuprofen", 2, None),
        ("took ibuprofen x2 400mg", "ibuprofen", 800, "mg"),
        ("took 2 tablets of ibuprofen 400mg", "ibuprofen", 800, "mg"),
        ("took two ibuprofen", "ibuprofen", 2, None),
        ("took half a tablet of lorazepam", "lorazepam", 0.5, "tablet"),
        ("took a tablet of ibuprofen 400mg", "ibuprofen", 400, "mg"),
        ("took 1/2 tablet lorazepam", "lorazepam", 0.5, "tablet"),
        ("took vitamin d 1000 iu", "vitamin d", 1000, "iu"),
        ("took 5-HTP 100mg", "5-HTP", 100, "mg"),
        ('took "omega 3"', "omega 3", None, None),
    ),
)
def test_a_dose_is_how_many_times_how_much(line: str, name: str, amount: float | None, unit: str | None) -> None:
    record = one(line, NOW)
    assert isinstance(record, Dose)
    assert (record.name, record.amount, record.unit) == (name, amount, unit)


@pytest.mark.parametrize(
    ("line", "frequency"),
    rows(
        ("started magnesium 300 mg at night", "at night"),
        ("started magnesium twice a day 300 mg", "twice a day"),
        ("started magnesium 300 mg once daily in the morning and evening", "once daily in the morning and evening"),
        ("started magnesium 300 mg every 8 hours as needed", "every 8 hours as needed"),
        ("started magnesium 300 mg 1-0-1", "1-0-1"),
        ("started magnesium 300 mg three times a day", "three times a day"),
    ),
)
def test_a_medicine_has_a_frequency(line: str, frequency: str) -> None:
    assert one(line, NOW) == Medicine(name="magnesium", dose="300 mg", frequency=frequency, started_on=TODAY)


def test_a_dose_is_changed_and_a_medicine_stopped_by_its_name() -> None:
    assert one("increased sertraline from 50mg to 100mg", NOW) == ChangeMedicine(
        "increased", "sertraline", TODAY, "100 mg", None, "50 mg"
    )
    assert one("changed magnesium to daily on Mon", NOW) == ChangeMedicine(
        "changed", "magnesium", "2026-11-23", None, "daily"
    )
    assert one("stopped the sertraline 2 weeks ago", NOW) == StopMedicine("sertraline", "2026-11-11")
    assert one("started sertraline since Monday", NOW).started_on == "2026-11-23"
    assert "increased to what?" in refusal("increased sertraline", NOW)


@pytest.mark.parametrize(
    ("line", "named"),
    rows(
        ("visit neurologist 12/12", "12 Dec"),
        ("visit room 12", "12 is no day and no clock"),
        ("visit dentist at 9", "9am"),
        ("visit GP from Mon to Tue", "a test or a visit"),
        ("ill flu until yesterday", "since when?"),
        ("ill flu from 28 Nov 2026 to 30 Nov 2026", "has not come yet"),
        ("ill flu since 3/11", "3 Nov or 11 Mar"),
        ("took ibuprofen 400", "400 what?"),
        ("took omega 3", "in quotes"),
        ("took magnesium daily", "`started magnesium daily`"),
        ("took 30 ibuprofen", "1 to 20"),
        ("took ibuprofen 400mg 200mg", "given twice"),
        ("started running again", "running is a workout"),
        ("stopped coffee", "coffee is a drink"),
    ),
)
def test_what_looks_like_a_day_or_an_amount_is_never_kept_as_text(line: str, named: str) -> None:
    assert named in refusal(line, NOW)


@pytest.mark.parametrize(
    ("line", "edit", "words"),
    rows(
        ("ill flu from 20 Nov to 22 Nov", "21 Nov", "ill: flu, until Mon 23 Nov"),
        ("ill flu from 20 Nov to 22 Nov", "until yesterday", "ill: flu, until Tue 24 Nov"),
        ("ill flu from 20 Nov to 22 Nov", "no end", "ill: flu"),
        ("ill flu from 20 Nov to 22 Nov", "influenza", "ill: influenza, until Sun 22 Nov"),
        ("visit GP Fri", "neurologist 10:30", "visit: neurologist"),
        ("started magnesium 300mg daily", "no frequency 400mg", "started magnesium, 400 mg"),
        ("started magnesium 300mg", "twice a day", "started magnesium, 300 mg, twice a day"),
        ("took ibuprofen 400mg", "2 200mg", "took ibuprofen, 400 mg"),
        ("visit GP Fri 10:00", "11:00", "visit: GP"),
    ),
)
def test_an_edit_knows_the_same_words(line: str, edit: str, words: str) -> None:
    context = Context(here(NOW), WORDS)
    assert describe_record(edit_record(one(line, NOW), edit, context), WORDS) == words


def test_two_clocks_in_an_edit_are_of_the_records_own_day() -> None:
    context = Context(here(NOW), WORDS)
    for line in ("2026-11-23 left calf 4", "2026-11-23: gym 20m"):
        edited = edit_record(one(line, NOW), "10:00-11:00", context)
        assert edited == one(f"{line} 10:00-11:00".replace("20m ", ""), NOW)
