"""What may be tried, and a plan before it starts."""

from journal.analysis.experiments.make_plan import ExperimentPlan
from journal.catalog.experiments import OUTCOMES, TRIALS
from journal.charts.experiments.experiment_words import OUTCOME_WORDS, Rows, span_words
from journal.phrases.write.format_number import counted
from journal.statistics.experiment_power import DRAWS
from journal.statistics.randomization import LEVEL

WHAT_IT_IS = (
    "You change one habit in blocks of days, some of change and some as usual, in an order drawn by lot. Only what is"
    " ordinary advice anyway is tried. Nothing is tested before the end, and afterwards one thing: whether there were"
    " fewer on the days of change than the luck of the draw brings."
)
REFUSED = (
    "Medicines, supplements, less sleep, eating less, more of anything else, a full stop of caffeine or alcohol: these"
    " are no experiments."
)


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
    times = OUTCOME_WORDS[plan.outcome].times
    if plan.power.ratio is None:
        largest = (
            f"{plan.power.largest:.0f} times {times} on the other days is found by {100 * plan.power.at_largest:.0f} %"
        )
        return f"nothing four times in five on this diary: {largest} ({of}). More blocks, or longer ones, find more."
    return (
        f"about {plan.power.ratio:.1f} times {times} on the other days as on days of change, four times in"
        f" five on this diary; what is smaller is mostly missed. ({of[0].upper()}{of[1:]}.)"
    )
