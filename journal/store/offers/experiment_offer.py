"""What an experiment asks today: what is done and whether it was kept; once it is over, to see what came of it."""

import sqlite3
from datetime import timedelta

from journal.moments import UserClock, day_words
from journal.store import experiment_records
from journal.store.offers.offer import Offer

SEEN_FOR = timedelta(days=14)
"""So long after its end an experiment is offered to be looked at."""
OPENS = "dialog:experiment"


def offer(connection: sqlite3.Connection, clock: UserClock) -> Offer | None:
    """Put away, it comes again the next day; one that is over, never."""
    today = clock.today
    if not connection.execute("SELECT 1 FROM experiment LIMIT 1").fetchone():
        return None
    experiment = experiment_records.last_experiment(connection)
    if experiment is None or experiment.stopped_on or today > experiment.last_day + SEEN_FOR:
        return None
    title = experiment.trial.title
    if today > experiment.last_day:
        return Offer("experiment", f"Over: {title.lower()}. See what came of it.", OPENS, "experiment result", "over")
    block = experiment.block_of(today)
    if block is None:
        begins = day_words(experiment.first_day, experiment.first_day)
        return Offer("experiment", f"Experiment: {title.lower()}, from {begins} on.", OPENS, "experiment", "planned")
    kept = experiment.kept.get(today)
    answer = "Kept it?" if kept is None else "Kept." if kept else "Not kept."
    text = f"Today {experiment.brief_condition(block)} (block {block.number} of {len(experiment.blocks)}). {answer}"
    return Offer("experiment", text, OPENS, "experiment", f"{today} {experiment.id}")
