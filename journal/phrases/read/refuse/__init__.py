"""What is no record or may mean another thing: each is answered with what can be said.

two_records.py       two records in one line, and the line that stores both
beside.py            what lies beside a twitch or a night: bedtimes, training, another thing's length
beside_a_place.py    pain beside a place, and a remedy that is not known
denied_troubles.py   troubles of which there were none
number_doubts.py     numbers that the words beside them put in doubt
loose_sides.py       words that look like a side and are none: `left turn`
other_people.py      what others slept, ran and felt
differences.py       how much more or less than usual something was
doubts.py            numbers, units, sides and places that may mean something else
refusals.py          denials, habits, plans, other troubles
proposals.py         lines that may have been meant by one that is refused
hints.py             how a sentence without a known subject may be said
alarms.py            words of alarm, answered calmly
"""
