"""What may be tried, and a plan before it starts."""

from datetime import date

from journal.analysis.experiments.make_plan import ExperimentPlan
from journal.catalog.experiments import OUTCOMES, TRIALS
from journal.moments import day_words
from journal.phrases.write.format_number import counted
from journal.statistics.experiment_power import DRAWS
from journal.statistics.randomization import LEVEL

Rows = list[tuple[str, str]]
WHAT_IT_IS = (
    "You change one habit in blocks of days, some of change and some as usual, in an order drawn by lot. Only what is"
    " ordinary advice anyway is tried. Nothing is tested before the end, and afterwards one thing: whether there were"
    " fewer on the days of change than the luck of the draw brings."
)
REFUSED = (
    "Medicines, supplements, less sleep, eating less, more of anything else, a full stop of caffeine or alcohol: these"
    " are no experiments."
)
PRECEDENT = (
    "It has a precedent: in I-STOP-AFib 466 people with a heart rhythm that comes and goes took part, and half of them"
    " tried triggers of their own choice for six weeks, in weeks drawn by lot; 72 % went to the end. They had fewer"
    " episodes afterwards, but their quality of life was no better for it, and caffeine, which most of them chose, was"
    " linked to nothing. Of twitches it says nothing. (JAMA Cardiol 2022;7:167)"
)


def times_words(ratio: float) -> str:
    """A ratio as it is read: `0.63`, `2.1`, `12`."""
    return f"{ratio:.0f}" if ratio >= 10 else f"{ratio:.1f}" if ratio >= 1.95 else f"{ratio:.2f}"


def ahead_words(day: date, today: date) -> str:
    """A day that may lie ahead, with its year only where it is another one."""
    return day_words(day, day if day.year == today.year else today)


def span_words(first: date, last: date) -> str:
    """`Tue 1 Dec 2026 to Sat 9 Jan 2027`; the year once where it is the same."""
    begins = day_words(first, last) if first.year == last.year else day_words(first, date.min)
    return f"{begins} to {day_words(last, date.min)}"


def trial_rows() -> Rows:
    """What may be tried, by the name to say, each with what is done."""
    return [
        (trial.slug, f"{trial.change}. By {' or '.join(trial.outcomes)}.{' ' + trial.caution if trial.caution else ''}")
        for trial in TRIALS
    ]


def plan_rows(plan: ExperimentPlan) -> Rows:
    """All that is to be known before it starts."""
    rows = [
        ("change", plan.trial.change),
        ("other days", plan.trial.usual),
        ("compared", f"{OUTCOMES[plan.outcome]}; named now, and not changed any more"),
        (
            "dates",
            f"{span_words(plan.first_day, plan.last_day)}: {plan.blocks} blocks of {counted(plan.block_days, 'day')},"
            " half each way, at most two alike in a row. The first day of each block is left out; a block with under"
            " half of the others logged is missing.",
        ),
        ("smallest p", f"{plan.smallest_p:.3f}; {LEVEL} is asked"),
        ("would find", found_words(plan)),
        ("the end", "Nothing is tested before it. It may be stopped on any day; then it is described, not tested."),
    ]
    if plan.trial.caution:
        rows.insert(2, ("first", plan.trial.caution))
    return rows


def found_words(plan: ExperimentPlan) -> str:
    """The ratio that it would find four times in five on this diary."""
    last = f"your last {counted(plan.days_back, 'day')}, {plan.days_known} known"
    of = f"worked out by {DRAWS} made-up experiments on {last}"
    if plan.power.ratio is None:
        largest = f"{plan.power.largest:.0f} times as many on the other days is found by {plan.power.at_largest:.0%}"
        return f"nothing four times in five on this diary: {largest} ({of}). More blocks, or longer ones, find more."
    return (
        f"about {times_words(plan.power.ratio)} times as many on the other days as on days of change, four times in"
        f" five on this diary; what is smaller is mostly missed. ({of[0].upper()}{of[1:]}.)"
    )
