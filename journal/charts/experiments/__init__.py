"""Experiments as they are read: rows of a label and a text, the same in the shell and in the app.

plan_words.py        what may be tried, and a plan before it starts
status_words.py      where an experiment stands today
result_words.py      what came of one; one sentence of each for the doctor
experiment_words.py  days, ratios and the precedent, as all of these say them
row_lines.py         such rows as lines
experiment_json.py   the same for other programs
"""
