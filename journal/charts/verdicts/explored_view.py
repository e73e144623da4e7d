"""Another outcome, site or span: raw ratios in a picture, with a warning; no tier, nothing stored."""

from journal.analysis.looks.current_verdicts import Verdict
from journal.analysis.looks.explore import ExploredHabits, ExploreRequest
from journal.charts.number_words import short_day
from journal.charts.styled_text import Line, line, text_of
from journal.charts.verdicts import tiers, verdict_words
from journal.charts.verdicts.forest import Forest, Ratio
from journal.charts.verdicts.verdict_words import ratio_words
from journal.phrases.write.format_number import counted
from journal.terminal import wrapped

WHAT = {"rating": "how twitchy, 0 to 10", "minutes": "minutes a day"}


def view_words(view: ExploreRequest) -> str:
    outcome = WHAT.get(view.outcome, f"{view.outcome} a day")
    return f"{outcome} in the {view.site_label}" if view.site_label else outcome


def lines(explored: ExploredHabits, opened: int, columns: int, *, pictures: bool = True) -> list[Line]:
    """The view in so many columns; `opened` counts such views since the last look, this one included."""
    first = short_day(explored.first, explored.first.year != explored.last.year)
    days = f"{first} to {short_day(explored.last, year=True)}"
    title = f"A view, no verdict · {view_words(explored.view)} · {days} · {counted(explored.days, 'day')}"
    text_lines = [line(part, "bold") for part in wrapped(title, columns)]
    testable = [verdict for verdict in explored.verdicts if verdict.finding.lag >= 0]
    untested = [verdict for verdict in explored.verdicts if verdict.finding.lag < 0]
    standing_out = [verdict for verdict in testable if verdict.is_claim]
    unremarkable = [verdict for verdict in testable if not verdict.is_claim]
    for heading, verdicts in (
        ("stands out in this view", standing_out),
        ("does not stand out in this view", unremarkable),
    ):
        if verdicts:
            text_lines += [(), *(line(part, "bold") for part in wrapped(heading, columns))]
            text_lines += _rows(verdicts, columns, pictures=pictures)
    if untested:
        names = ", ".join(sorted((tiers.name(verdict.habit) for verdict in untested), key=str.casefold))
        text_lines += [(), *map(line, wrapped(f"Too little is logged to look at: {names}.", columns))]
    text_lines += [(), *map(line, wrapped(_warning(opened, has_ratios=bool(testable)), columns))]
    return text_lines


def text(explored: ExploredHabits, opened: int, columns: int) -> list[str]:
    return [text_of(text_line).rstrip() for text_line in lines(explored, opened, columns, pictures=False)]


def _rows(verdicts: list[Verdict], columns: int, *, pictures: bool) -> list[Line]:
    rows = tuple(map(_ratio, verdicts))
    if pictures:
        return Forest("", rows).lines(columns, len(rows) + 1)
    return [line(part) for row in rows for part in wrapped(f"  {row.label}: {row.text}", columns)]


def _ratio(verdict: Verdict) -> Ratio:
    contrast = verdict_words.turned_contrast(verdict, raw=True)
    numbers = f"{ratio_words(contrast.ratio)}x ({ratio_words(contrast.low)}-{ratio_words(contrast.high)})"
    return Ratio(
        verdict_words.claim_name(verdict),
        contrast.ratio,
        contrast.low,
        contrast.high,
        f"{numbers:15} {counted(verdict.finding.days_used, 'day'):>8}",
    )


def _warning(opened: int, *, has_ratios: bool) -> str:
    views = "It is the first such view" if opened == 1 else f"{opened} such views were opened"
    raw = " the ratios are raw, with intervals of each row alone, and the largest of them are too large."
    return (
        f"{views} before the next look. In each of them something stands out by chance in 1 of 20 diaries"
        f"{f';{raw} An association at most, and' if has_ratios else '. It is'} not stored."
    )
