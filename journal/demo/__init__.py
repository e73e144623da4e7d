"""A made-up diary, for trying things on: believable, and with a truth in it that is known.

truth.py           what brings twitches in it and what does not: Truth, Answers
chance.py          draws from a seed
person.py          who keeps it: favourite sites, drinks, the gym, the diary's own words
timeline.py        its days: dates and clocks, and the trips, illnesses, medicines and visits that come up
simulate.py        how each day is lived: first the habits, then the twitches that they bring
texts.py           the notes
write_day.py       what is typed of a day: nights, drinks, workouts, medicines, the check-in
write_episodes.py  ... and its twitches
write_signs.py     the signs, every four weeks, and what a doctor advised
sample_file.py     the file: each day a step, as if its lines had been typed
sample.py          write_sample(): all of it
"""

from journal.demo.sample import write_sample
from journal.demo.truth import Answers, Truth

__all__ = ["Answers", "Truth", "write_sample"]
