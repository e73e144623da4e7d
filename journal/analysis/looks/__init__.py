"""The diary judged: which habits go with this person's twitches, when that is asked, and what was said.

    material.py    the outcome and the habits of each day, as `triggers.judge` takes them
    calendar.py    which look is due, and when the next one may be
    looking.py     the look that is due, taken and stored
    standing.py    what the looks said: the verdicts that stand, and each habit's history
    exploring.py   another outcome, site or span: a picture and raw ratios, not stored

The statistics are in `journal.statistics`, which knows no diary; what is stored is in
`journal.store.look_records`.
"""
