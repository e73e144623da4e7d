"""Lines whose words are the user's own: an illness, a test, a visit, a journey, a medicine, a note.

beside_events.py     another record in the words of an illness or a test
unsaid_verbs.py      an event said without its verb: `cold since Monday`
free_text.py         lines whose words are the user's own: ill, test, visit, travel, started, stopped, took, note
text_slots.py        the slots between them: days, clocks, doses, counts, how often
text_edges.py        words at its edges that are none of it
other_clauses.py     times in a clause of its own that are those of something else
coming_days.py       the day of an appointment said as ahead
text_days.py         what in such a text looks like a day
doses.py             how much of a medicine
medicine_names.py    what is no medicine, and why one was taken
began.py             what began and is no medicine: `started in the left eyelid`
frequencies.py       how often a medicine is taken
"""
