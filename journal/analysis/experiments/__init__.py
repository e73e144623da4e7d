"""Experiments: what can be planned on this diary, and what came of one that is over.

outcome_days.py      the outcome of each day: the count, how twitchy it was, the cramps of a night
make_plan.py         a plan with its dates and what it could find; what cannot be tried is refused
take_result.py       what an experiment shows once it is over, tested; described only where it was stopped
"""
