"""What `judge` is given, checked and laid out as arrays; a bad argument is told in a sentence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from journal.statistics.arrays import Array, Days, Flags
from journal.statistics.encoding import BELIEF, LONGEST_LAG, SUSPECT, Kind

MOST_SUSPECTS = 2
MOST_A_DAY = 1e6


@dataclass(frozen=True)
class HabitColumn:
    """One habit as it was logged, a value a calendar day, NaN where not."""

    name: str
    values: Array
    kind: Kind | None
    belief: tuple[float, ...]
    """Of lags 0 to 3; of a suspect already ten times as much."""
    direction: int = 0


@dataclass(frozen=True)
class JudgedDays:
    """The outcome and the habits on one calendar."""

    outcome: Array
    weekday: Days
    """From LONGEST_LAG days before the first day to the day after the last, Monday 0."""
    columns: tuple[HabitColumn, ...]
    """By name: the answer must not hang on the order they came in."""
    is_ill: Flags


def validate(
    outcome: "pd.Series[float]",
    habits: pd.DataFrame,
    kinds: Mapping[str, Kind] | None,
    belief: Mapping[str, Sequence[float]] | None,
    suspects: Sequence[str],
    apart: Sequence[str],
    direction: Mapping[str, int] | None,
    blocks: Mapping[str, str] | None,
    illness: "pd.Series[bool] | None",
) -> JudgedDays:
    """The arguments of `judge` as a diary, or ValueError."""
    if not outcome.index.equals(habits.index) and len(outcome) + len(habits) > 0:
        raise ValueError("the outcome and the habits must have the same days")
    names = [str(name) for name in habits.columns]
    if len(set(names)) < len(names):
        raise ValueError("two habits have the same name")
    kinds, belief, suspects = kinds or {}, belief or {}, tuple(dict.fromkeys(suspects))
    direction, blocks = direction or {}, blocks or {}
    by_habit = {"kinds": kinds, "belief": belief, "suspects": suspects, "apart": apart, "direction": direction}
    for what, given in (by_habit | {"blocks": blocks}).items():
        if unknown := sorted(set(given) - set(names)):
            raise ValueError(f"{what} names a habit that is not there: {', '.join(map(str, unknown))}")
    if len(suspects) > MOST_SUSPECTS:
        raise ValueError(f"at most {MOST_SUSPECTS} habits can be suspects, not {len(suspects)}")
    _check_kinds(kinds)
    _check_belief(belief)
    for name, sign in direction.items():
        if sign not in (-1, 0, 1):
            raise ValueError(f"the direction of {name} must be 1, -1 or 0, not {sign}")
    columns = []
    for number in sorted(range(len(names)), key=names.__getitem__):
        name = names[number]
        times = SUSPECT if name in suspects else 1.0
        weights = tuple(times * weight for weight in belief.get(name, BELIEF))
        values = _numbers(habits.iloc[:, number], name)
        columns.append(HabitColumn(name, values, kinds.get(name), weights, direction.get(name, 0)))
    first = _first_weekday(outcome.index)
    weekday: Days = (first + np.arange(-LONGEST_LAG, len(outcome) + 1)) % 7
    return JudgedDays(_outcome(outcome), weekday, tuple(columns), _illness(illness, outcome))


def check_levels(levels: tuple[float, float]) -> None:
    clear, possible = levels
    if not 0 < clear <= possible < 1:
        raise ValueError(f"levels must rise from above 0 to below 1, not {clear} and {possible}")


def _check_kinds(kinds: Mapping[str, Kind]) -> None:
    for name, kind in kinds.items():
        if kind not in ("amount", "any"):
            raise ValueError(f"the kind of {name} must be amount or any, not {kind}")


def _check_belief(belief: Mapping[str, Sequence[float]]) -> None:
    for name, weights in belief.items():
        if len(weights) != LONGEST_LAG + 1 or not all(0 <= weight < np.inf for weight in weights):
            raise ValueError(f"belief in {name} must be four weights from 0 up, for lags 0 to 3")


def _first_weekday(index: "pd.Index[Any]") -> int:
    if not len(index):
        return 0
    if not isinstance(index, pd.DatetimeIndex) or index.hasnans:
        raise ValueError("the index must be the days of the diary (a DatetimeIndex)")
    days = index.tz_localize(None)
    if len(days) > 1 and not bool((np.diff(days.to_numpy()) == np.timedelta64(1, "D")).all()):
        raise ValueError("the index must have every day once, in order and without a gap")
    return int(days[0].weekday())


def _outcome(series: "pd.Series[float]") -> Array:
    values = _numbers(series, "the outcome")
    logged = values[~np.isnan(values)]
    if len(logged) and not (logged.min() >= 0 and logged.max() <= MOST_A_DAY):
        raise ValueError("the outcome of a day must be from 0 to a million, or NaN where not logged")
    return values


def _illness(illness: "pd.Series[bool] | None", outcome: "pd.Series[float]") -> Flags:
    if illness is None:
        return np.zeros(len(outcome), dtype=np.bool_)
    if not illness.index.equals(outcome.index):
        raise ValueError("the days of illness must be those of the outcome")
    return _numbers(illness, "illness") > 0


def _numbers(series: "pd.Series[Any]", name: str) -> Array:
    try:
        return np.array(series.to_numpy(dtype=np.float64, na_value=np.nan))
    except (TypeError, ValueError) as error:
        raise ValueError(f"{name} must be numbers, NaN where not logged") from error
