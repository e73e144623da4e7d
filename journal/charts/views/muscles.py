"""Muscles that were trained hard the day before, against the others of the same day."""

import sqlite3
from math import exp, log, nan
from typing import Any, NamedTuple

import numpy as np

from journal.analysis import daily, intervals
from journal.analysis.regions import REGIONS, trained_days
from journal.catalog.habits import HEAVY_EFFORT
from journal.catalog.sites import BODY_REGIONS
from journal.charts.figure import Figure, Table
from journal.charts.number_words import ASSOCIATION, DASH, INTERVAL_WHERE
from journal.charts.request import ChartRequest
from journal.charts.verdicts.forest import Forest, Ratio
from journal.charts.verdicts.tiers import standing_words
from journal.charts.views import common
from journal.phrases.context import Context
from journal.phrases.write.format_number import counted
from journal.statistics.trained import LAG, fitted
from journal.statistics.trained_days import TrainedDays

TITLE = "Trained muscles"
COLUMNS = (
    *("region", "days_after", "twitches_after", "all_twitches_after", "other_days", "twitches_other"),
    *("all_twitches_other", "ratio", "interval_low", "interval_high"),
)
HEADINGS = ("Region", "After training", "Other days", "Ratio", "95 % interval")
ALL = "all regions"
HOW = (
    "A ratio is the twitches of a region for each twitch elsewhere, on days after it was trained hard (strength, effort"
    f" {HEAVY_EFFORT} or more), over the same on other days: good and bad days, and days of much noticing, raise both."
    " But sore muscles are noticed more."
)
HOLDS = "Of the intervals of all regions 94 in 100 held on made-up diaries."
NOTHING = (
    "No day that can be compared comes after hard training of some muscles and not of all; `lift legs 45m effort 8`"
    " logs it, and the check-in asks for it."
)


class RegionRatio(NamedTuple):
    """A region on the days after it was trained hard, and on the others: days, its twitches, and those of all regions.
    The interval is None where too few blocks of two weeks have such days."""

    region: str
    after: tuple[int, int, int]
    other: tuple[int, int, int]
    ratio: float | None
    low: float | None = None
    high: float | None = None


def figure(connection: sqlite3.Connection, context: Context, request: ChartRequest) -> Figure:
    """A ratio for each region that was trained, and one of all of them by the model of `statistics.trained`."""
    logged = common.days_logged(connection, request.span)
    days = _finished(connection, context, request)
    ratios = [ratio for region in REGIONS if (ratio := region_ratio(days, region)).after[0]]
    if not ratios:
        return common.missing(connection, request, logged, TITLE, NOTHING, COLUMNS)
    model = fitted(days)
    if model:
        contrasts = model.strata.contrasts
        after = (contrasts, 0, 0)
        ratios.append(RegionRatio(ALL, after, (len(model.strata.days) - contrasts, 0, 0), *model.ratio))
    is_short = any(each.ratio is not None and each.low is None for each in ratios)
    remarks = [HOW, *([INTERVAL_WHERE] if is_short else []), *([HOLDS] if model else [])]
    return Figure(
        **common.base(request, logged, TITLE),
        sentence=f"{common.logged_words(connection, request.span, logged)}: {_sentence(ratios[-1])} {ASSOCIATION}",
        rows=[_row(each) for each in ratios],
        columns=COLUMNS,
        pictures=(
            Forest(
                "times as many the day after hard training (such days, of all)", tuple(map(_drawn, ratios)), gap=True
            ),
        ),
        tables=(Table("", HEADINGS, [*map(_table_row, ratios)]),),
        remarks=(*remarks, standing_words(connection, ["workout_load"])),
    )


def _finished(connection: sqlite3.Connection, context: Context, request: ChartRequest) -> TrainedDays:
    """From the day before the span, whose training counts, up to yesterday."""
    before = daily.earlier(request.span, LAG)
    days = trained_days(connection, context.lexicon, before)
    counts, span = days.counts.copy(), request.span
    is_over = (counts.index >= np.datetime64(span.first)) & (counts.index < np.datetime64(span.today))
    counts.loc[~is_over] = nan
    return TrainedDays(counts, days.trained)


def region_ratio(days: TrainedDays, region: str) -> RegionRatio:
    """One region against the others, over the days with twitches of which the training is known."""
    trained = days.trained.to_numpy(dtype=float)
    before = np.vstack([np.full((1, len(REGIONS)), nan), trained[:-1]])
    total = days.counts.sum(axis=1).to_numpy(dtype=float)
    number = days.counts.columns.get_loc(region)
    inside = days.counts[region].fillna(0.0).to_numpy(dtype=float)
    is_known = (total > 0) & np.isfinite(before).all(axis=1)
    is_after = is_known & (before[:, number] == 1) & (before.min(axis=1) == 0)
    is_other = is_known & (before[:, number] == 0)
    groups = [(inside * group, (total - inside) * group) for group in (is_after, is_other)]
    after, other = (
        (int(group.sum()), int(mine.sum()), int(mine.sum() + elsewhere.sum()))
        for group, (mine, elsewhere) in zip((is_after, is_other), groups, strict=True)
    )
    sums = [part.sum() for group in groups for part in group]
    if not all(sums):
        return RegionRatio(region, after, other, None)
    logs = log(sums[0] / sums[1]) - log(sums[2] / sums[3])
    block = intervals.blocks(len(total))
    number_of_blocks = len(np.unique(block[is_after]))
    if number_of_blocks < intervals.BLOCKS_NEEDED:
        return RegionRatio(region, after, other, exp(logs))
    # What each day moves the logarithm by, linearised, added up over blocks of two weeks.
    (after_mine, after_elsewhere), (other_mine, other_elsewhere) = groups
    moved = after_mine / sums[0] - after_elsewhere / sums[1] - other_mine / sums[2] + other_elsewhere / sums[3]
    by_block = np.bincount(block, moved)
    error = (number_of_blocks / (number_of_blocks - 1) * float(by_block @ by_block)) ** 0.5
    reach = intervals.student_t(number_of_blocks - 1) * error
    return RegionRatio(region, after, other, exp(logs), exp(logs - reach), exp(logs + reach))


# ---- in words -----------------------------------------------------------------------------------------------


def _label(each: RegionRatio) -> str:
    return BODY_REGIONS.get(each.region, each.region)


def _ratio_words(each: RegionRatio) -> tuple[str, str]:
    if each.ratio is None:
        return DASH, DASH
    sure = DASH if each.low is None or each.high is None else f"{each.low:.2g} to {each.high:.2g}"
    return f"{each.ratio:.2g}x", sure


def _sentence(each: RegionRatio) -> str:
    ratio, sure = _ratio_words(each)
    if each.ratio is None:
        return f"too few twitches to compare the {_label(each)} with the other regions."
    where = "muscles trained hard the day before" if each.region == ALL else f"the {_label(each)}, the day after,"
    with_it = f" (95 % interval {sure})" if sure != DASH else ""
    return f"{where} twitched {ratio.removesuffix('x')} times as much as the others{with_it}."


def _drawn(each: RegionRatio) -> Ratio:
    ratio, sure = _ratio_words(each)
    text = ratio if sure == DASH else f"{ratio} ({sure.replace(' to ', '-')})"
    days = f"{each.after[0]} of {each.after[0] + each.other[0]} days"
    middle, low, high = (nan if end is None else end for end in (each.ratio, each.low, each.high))
    return Ratio(_label(each), middle, low, high, f"{text:16} {days}")


def _table_row(each: RegionRatio) -> tuple[str, ...]:
    def side(numbers: tuple[int, int, int]) -> str:
        days, mine, every = numbers
        return counted(days, "day") + (f", {mine} of {every} twitches" if each.region != ALL else "")

    return (_label(each), side(each.after), side(each.other), *_ratio_words(each))


def _row(each: RegionRatio) -> dict[str, Any]:
    is_all = each.region == ALL
    after, other = ([days, *((None, None) if is_all else numbers)] for days, *numbers in (each.after, each.other))
    return dict(zip(COLUMNS, (each.region, *after, *other, each.ratio, each.low, each.high), strict=True))
