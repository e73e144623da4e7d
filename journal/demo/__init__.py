"""A made-up diary, for trying things on: believable, and with a truth in it that is known.

chance.py     draws from a seed
truth.py      what brings twitches in it and what does not: Truth, Answers
person.py     who keeps it; life.py lives the days, course.py has what comes up beside them
days.py       dates, clocks and offsets, with trips to other zones
diary.py      which days are logged; page.py what is typed on one of them, episodes.py of the twitches
texts.py      the notes
writing.py    the rows as a file, quickly: a normal diary, in which each day is a step
sample.py     write_sample(): all of it

answers = write_sample(path, days=180, seed=1)
"""

from journal.demo.sample import write_sample
from journal.demo.truth import Answers, Truth

__all__ = ["Answers", "Truth", "write_sample"]
