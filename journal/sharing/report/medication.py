"""Medicines and supplements, what is taken as needed, and the usual caffeine, alcohol and nicotine."""

import sqlite3

from journal.phrases.write.format_number import counted, number_words, printed_dose, round_words
from journal.records import Medicine
from journal.sharing.report.content import Line, Listing
from journal.sharing.report.parts import ReportRequest
from journal.sharing.report.wording import day_text, one_line, own_line, per_month, range_text
from journal.store.read import background, daily_columns, traits
from journal.store.read.background import AsNeeded

MOST_MEDICINES = 8
MOST_AS_NEEDED = 4


def medicine_lines(connection: sqlite3.Connection, request: ReportRequest) -> tuple[Listing, ...]:
    medicines = background.medicines(connection, *request.ends)
    doses = background.as_needed(connection, *request.ends)
    return (
        Listing(
            "Medicines and supplements",
            tuple(_medicine_text(medicine, request) for medicine in medicines),
            MOST_MEDICINES,
            key="medicines",
            alone="Medicines",
            short=tuple(map(_medicine_name, medicines)),
        ),
        Listing(
            "As needed",
            tuple(_as_needed_text(dose, request) for dose in doses),
            MOST_AS_NEEDED,
            key="as_needed",
            alone="Medicines taken as needed",
        ),
    )


def _medicine_text(medicine: Medicine, request: ReportRequest) -> str:
    """`magnesium 300 mg at night, since 12 Oct 2026`."""
    when = f"since {day_text(medicine.started_on)}"
    if medicine.stopped_on and medicine.stopped_on <= request.today.isoformat():
        when = f"{day_text(medicine.started_on)} to {day_text(medicine.stopped_on)}"
    return f"{_medicine_name(medicine)}, {when}"


def _medicine_name(medicine: Medicine) -> str:
    """`magnesium 300 mg at night`."""
    return " ".join(one_line(part) for part in (medicine.name, printed_dose(medicine.dose), medicine.frequency) if part)


def _as_needed_text(dose: AsNeeded, request: ReportRequest) -> str:
    """`ibuprofen 400 mg on 6 of 90 days, about 2 a month`."""
    amounts = [printed_dose(f"{number_words(amount)} {one_line(unit or '')}".strip()) for amount, unit in dose.amounts]
    return (
        f"{' '.join([one_line(dose.name), ' or '.join(amounts)]).strip()} on {dose.days} of"
        f" {counted(request.days, 'day')}{per_month(dose.days, request.days)}"
    )


def habit_lines(connection: sqlite3.Connection, request: ReportRequest, profile: dict[str, str]) -> tuple[Line, ...]:
    """The usual caffeine and alcohol of the days on which they are known, and nicotine in the person's words."""
    columns = daily_columns.amounts(connection, ["caffeine_mg", "alcohol_g"], *request.ends)
    return (
        Line("Caffeine", _usual(columns["caffeine_mg"], "mg"), key="caffeine"),
        Line("Alcohol", _usual(columns["alcohol_g"], "g"), key="alcohol"),
        own_line("Nicotine", profile.get("nicotine"), key="nicotine"),
    )


def _usual(amounts: "daily_columns.Amounts", unit: str) -> str:
    amounts_known = sorted(amount for amount in amounts if amount == amount)
    if not amounts_known:
        return "not logged"
    some = [amount for amount in amounts_known if amount > 0]
    days = counted(len(amounts_known), "day")
    if not some:
        return f"none on {days} logged"
    each = [(amount, 1) for amount in some]
    few = traits.range_of_few(each)
    if few:
        text = f"{range_text(few, lambda amount: round_words(amount, 0))} {unit}"
        return (
            f"{text} on the one day logged" if len(amounts_known) == 1 else f"on {len(some)} of {days} logged, {text}"
        )
    return f"on {len(some)} of {days} logged, usually {round_words(traits.median_of(each) or 0, 0)} {unit}"
