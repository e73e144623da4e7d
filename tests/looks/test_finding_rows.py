"""A finding comes back from its rows as it was."""

from dataclasses import fields
from math import inf, nan

from journal.analysis.looks.finding_rows import HIGHEST, finding_of, lag_rows, verdict_row
from journal.statistics.result import AtLag, Finding

LAGS = (AtLag(0, 1.5, 1.1, 2.0, 90), AtLag(1, 0.9, 0.5, 1.6, 89))
WHOLE = Finding(
    *("sleep_hours", "clear", 1, -1, 0.001, 1.4, 1.1, 1.8, 1.5, 1.2, 1.9, "any vs none", (0.0, 1.0), 3.0, 2.0, 4.0),
    *(1.5, 40, 50, 90, 3, 120, 30, True, True, 0.4, ("food", "fluids_ml"), ("stress", "anxiety"), "why", LAGS),
)


def stored(finding: Finding) -> Finding:
    return finding_of({**verdict_row(finding), "lags": lag_rows(finding)})


def test_every_field_comes_back() -> None:
    assert all(getattr(WHOLE, field.name) != field.default for field in fields(Finding))
    assert stored(WHOLE) == WHOLE


def test_where_nothing_can_be_said_every_figure_is_null() -> None:
    blank = Finding("stress", "too little", days_more=4, reason="needs 28 counted days")
    row = verdict_row(blank)
    known = {name for name, value in row.items() if value is not None}
    assert known == {"habit", "tier", "days_more", "same_day_caution", "set_apart", "reason"}
    assert repr(stored(blank)) == repr(blank)


def test_a_look_of_an_older_format_has_the_direction_of_its_ratio() -> None:
    row = {**verdict_row(WHOLE), "lags": lag_rows(WHOLE), "direction": None, "raw_ratio": 0.7}
    assert finding_of(row).direction == -1


def test_an_infinite_figure_is_stored_as_a_number() -> None:
    endless = Finding("stress", "none", 0, raw_high=inf, lags=(AtLag(0, 1.0, nan, inf, 30),))
    assert verdict_row(endless)["raw_high"] == HIGHEST
    assert stored(endless).lags[0].raw_high == HIGHEST
    assert lag_rows(endless)[0]["raw_low"] is None
