"""What writes: each thing that the user does is one step, stored whole or not at all.

transaction.py      a step, and the rows written in it: add, insert, upsert, update, delete
entry.py            lines that were typed, also on the page of another day, and what they would do
day_rules.py        what an act means for what the day holds already
ongoing_episode.py  one episode of a site and side goes on at a time, until `stop`
medicines.py        a medicine from the day it begins to the day it ends
sign_steps.py       answers to the signs, and what a doctor advised
edits.py            a record changed or deleted
pausing.py          the diary rests, and goes on
ways_on.py          what follows after the planned end
put_away.py         an offer of Today put away
erase.py            what is erased for good leaves the diary and its backups
erasure.py          what is to be erased: where words stand, now and in the history
receipt.py          what became of one act, as it is said back
"""
