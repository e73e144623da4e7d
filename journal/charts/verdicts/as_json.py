"""The verdicts for other programs: fields as `statistics.Finding` names them, null where nothing can be said."""

from math import isfinite
from typing import Any

from journal.analysis.looks.current_verdicts import CurrentVerdicts, Verdict
from journal.analysis.looks.explore import ExploredHabits
from journal.analysis.looks.finding_rows import FIELDS, LAG_FIELDS
from journal.statistics.new_days import FOLLOW_UP_DAYS

FIGURES = tuple(name for name in FIELDS if name != "lag")
COUNTS = tuple(name for name in FIGURES if type(FIELDS[name]) is int)
RAW = tuple(name for name in FIGURES if name not in ("rate_ratio", "low", "high", "days_needed", "days_more"))

SINCE = ("first_day", "last_day", "p", "raw_ratio", "raw_low", "raw_high")


def verdicts_object(current: CurrentVerdicts) -> dict[str, Any]:
    """What stands today; `judged_on` is null before the first look."""
    look = current.look
    next_day = current.day_of(current.next_look)
    guess = current.guess
    return {
        "outcome": current.outcome,
        "judged_on": look.judged_on if look else None,
        "days": look.days if look else 0,
        "looks_passed": look.passed if look else 0,
        "days_logged": current.days,
        "level": {"clear": look.clear_level, "possible": look.possible_level} if look else None,
        "next_look": {"days": current.next_look, "perhaps": next_day.isoformat()[:7] if next_day else None},
        "guess": None if guess is None else list(guess.habits),
        "guess_directions": None if guess is None else {slug: way for slug, way in guess.directions.items() if way},
        "guess_open": current.guess_closed is None,
        "views_opened": current.explored,
        "findings": [_finding(verdict, current) for verdict in current.verdicts],
    }


def _finding(verdict: Verdict, current: CurrentVerdicts) -> dict[str, Any]:
    finding = verdict.finding
    return {
        "habit": verdict.habit.slug,
        "label": verdict.habit.question.label,
        "tier": finding.tier,
        "which_came_first_cannot_be_told": verdict.stands_apart,
        "guessed": verdict.guessed,
        "block": verdict.habit.of,
        "is_shown": verdict in current.visible,
        "days_late": verdict.days_late,
        "lag": finding.lag if finding.lag >= 0 else None,
        **_figures(verdict, FIGURES),
        "lags": _lags(verdict),
        "since": _since(verdict),
        "history": [
            {"judged_on": at_look.look.judged_on, "days": at_look.look.days, "tier": at_look.tier, "lag": at_look.lag}
            for at_look in verdict.history
        ],
    }


def _since(verdict: Verdict) -> dict[str, Any] | None:
    """How its claim fared on the days after the look that made it; `held_up` is null while they are not all there."""
    claim = verdict.since
    if claim is None:
        return None
    test = claim.test
    held_up = None if test is None or test.held_up is None else bool(test.held_up)
    return {
        "claimed_on": claim.look.judged_on,
        "days": claim.days,
        "days_of_the_test": FOLLOW_UP_DAYS,
        "held_up": held_up,
        **{name: getattr(test, name, None) for name in SINCE},
    }


def explored_object(explored: ExploredHabits, opened: int) -> dict[str, Any]:
    """A view beside the verdicts: no tier and nothing with the prior."""
    return {
        "outcome": explored.view.outcome,
        "site": explored.view.site_label or None,
        "from": explored.first.isoformat(),
        "to": explored.last.isoformat(),
        "days": explored.days,
        "views_opened": opened,
        "habits": [
            {
                "habit": verdict.habit.slug,
                "label": verdict.habit.question.label,
                "stands_out": verdict.is_claim,
                "lag": verdict.finding.lag if verdict.finding.lag >= 0 else None,
                **_figures(verdict, RAW),
                "lags": _lags(verdict),
            }
            for verdict in explored.verdicts
        ],
    }


def _figures(verdict: Verdict, names: tuple[str, ...]) -> dict[str, Any]:
    is_known = verdict.finding.lag >= 0
    figures = {name: _plain(getattr(verdict.finding, name)) for name in names}
    return {name: None if name in COUNTS and not is_known and not value else value for name, value in figures.items()}


def _lags(verdict: Verdict) -> list[dict[str, Any]]:
    return [{name: _plain(getattr(at_lag, name)) for name in LAG_FIELDS} for at_lag in verdict.finding.lags]


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, float):
        return value if isfinite(value) else None
    return value or None if isinstance(value, str) else value
