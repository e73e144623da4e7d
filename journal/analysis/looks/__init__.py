"""Looks: on calendar days fixed beforehand a diary is judged by `statistics`, and what was said is kept.

due_look.py          which look is due, how strictly it is judged, when the next one may be
dataset.py           what is judged: the outcome and the habits of each day
take_look.py         the look that is due, taken and stored
take_follow_ups.py   each claim, put to the test once on the days after it
finding_rows.py      a finding as rows of `verdict` and `verdict_lag`, and back
current_verdicts.py  what stands until the next look, and the history of each habit
early_counts.py      what the diary shows before the first look
explore.py           another outcome, site or span, looked at beside the verdicts; not stored
"""
