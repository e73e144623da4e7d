"""Reads on sqlite3 alone, without SQLModel, pandas or numpy.

queries.py          what a write and the page of a day need: words, settings, templates, records, a day's timeline
question_states.py  the questions as this diary has them, which are on, which habits are shown
day_page.py         a day as it is read: its records, and each question in one of its three states
overlaps.py         nights, naps and workouts of a day that lie on each other
nones.py            an explicit none of a day, and the typed rows that win over it
checkin.py          which questions of a day are still open, and what a short answer means
aggregates.py       what a span of days holds, added up in SQL: episodes by day, site and part of the day, and more
minutes_of_days.py  the minutes of what lasted longer than a day, split at its day ends
background.py       medicines, doses as needed, events and the marks they make on the axis of time
traits.py           what twitches were like: how long, how strong, in which circumstances
written_late.py     the days whose habits were written later than the next day
daily_columns.py    the columns of the view `daily` for every day of a span, read in bulk
sign_rules.py       when signs are asked and what an answer says, as rules alone
sign_history.py     what was answered to the signs, whether they are due, what a doctor advised
sign_facts.py       what is laid out for a doctor: an eye and its cheek, leg cramps
entry_count.py      a kind line after the tenth entry of a day
reminder.py         whether somebody may be reminded of the check-in
word_use.py         how often each word of the vocabulary was said lately
open_days.py        the days that are open after days away
pauses.py           the times in which the diary rests
past_lines.py       the lines that were said last, made anew from what they stored
record_lookup.py    the record that a name means: `last`, the beginning of an id, DAY:name
"""
