"""A finding as the tables `verdict` and `verdict_lag` hold it, a column for each field, and back. NULL is not known."""

from dataclasses import fields
from math import isfinite, isnan, nan
from typing import Any

from journal.statistics.result import AtLag, Finding
from journal.store.look_records import Row

HIGHEST = 1e300
"""Figures from here on, infinities too, are stored as this: JSON has no infinity."""
FIELDS: dict[str, Any] = {
    field.name: field.default for field in fields(Finding) if field.name not in ("habit", "tier", "lags")
}
"""Field -> its value where nothing can be said."""
LAG_FIELDS = tuple(field.name for field in fields(AtLag))


def verdict_row(finding: Finding) -> Row:
    """A row of `verdict` without what is not the finding's own: its look, label, place and guess."""
    values = {name: _column(getattr(finding, name)) for name in FIELDS if name != "contrast"}
    if finding.lag < 0:
        values = {name: None if value == FIELDS[name] else value for name, value in values.items()}
    values |= {"days_more": finding.days_more or None}
    values |= {name: int(getattr(finding, name)) for name in ("same_day_caution", "set_apart")}
    values["contrast_low"], values["contrast_high"] = map(_column, finding.contrast)
    return {"habit": finding.habit, "tier": finding.tier, **values}


def lag_rows(finding: Finding) -> list[Row]:
    """The rows of `verdict_lag`, but for their look."""
    return [
        {"habit": finding.habit, **{name: _column(getattr(at_lag, name)) for name in LAG_FIELDS}}
        for at_lag in finding.lags
    ]


def finding_of(row: Row) -> Finding:
    """The finding of a row of `verdict` with its `lags`."""
    values: Row = {name: default if row[name] is None else row[name] for name, default in FIELDS.items() if name in row}
    values["contrast"] = tuple(nan if row[name] is None else row[name] for name in ("contrast_low", "contrast_high"))
    values |= {name: bool(row[name]) for name in ("same_day_caution", "set_apart")}
    values |= {name: tuple((row[name] or "").split()) for name in ("adjusted_for", "not_separable_from")}
    if row["direction"] is None and row["raw_ratio"] is not None:  # a look taken by format 4 or before
        values["direction"] = (row["raw_ratio"] > 1) - (row["raw_ratio"] < 1)
    lags: list[Row] = [{name: nan if lag[name] is None else lag[name] for name in LAG_FIELDS} for lag in row["lags"]]
    return Finding(row["habit"], row["tier"], lags=tuple(AtLag(**lag) for lag in lags), **values)


def _column(value: Any) -> Any:
    """As SQLite holds it: NaN and what is empty are NULL."""
    if isinstance(value, tuple):
        value = " ".join(value)
    if isinstance(value, str):
        return value or None
    if not isinstance(value, float):
        return value
    if isnan(value):
        return None
    return float(value) if isfinite(value) and abs(value) < HIGHEST else HIGHEST if value > 0 else -HIGHEST
