"""Is the judge of triggers as sure as it says? Measured on simulated diaries whose truth is known.

simulate.py    lives diaries, and keeps the list of all scenarios
scenarios.py   the settings of a diary, and the nulls and triggers that the method was built against
null_kinds.py  twenty more kinds of null, for which nothing was tuned
unseen.py      biases that nothing in a diary can show
bodies.py      people whose twitches have a region and who train
rivals.py      what a person would use instead
judged.py      a diary as the judge is given it, and what is counted of the answer
claims.py      one look: nulls, power, coverage, rivals
again.py       many looks: calendar, missed, hidden, needed
since.py       claims followed up on new days: since
unfair.py      diaries that are not fair: consequence, illness, late
regions.py     trained muscles against the others: trained, muscles
costs.py       speed, memory
runs.py        many diaries in processes, answers kept in a file, tables
__main__.py    the command line: python -m tests.bench.triggers nulls|power|...
"""
