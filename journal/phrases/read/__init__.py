"""From a line to records, or to one error that names the word.

parser.py            parse(): finds the head of a line, and with it who reads the rest
lexer.py             the line cut into words and quoted texts; the records of a `DAY: a, b` line
sentence.py          a sentence as people say it: what the grammar reads of it, what carries nothing, what is plain
labelled_words.py    what each word of a line is, and what is kept of them
line_words.py        the words of a line, and which names stand among them
figures.py           numbers, sides and names as people say them, in the words of the grammar
pictures.py          pictures and smileys, which say nothing
remedies.py          what was tried, as people say it
two_records.py       two records in one line, and the line that stores both
plain_words.py       the plain words of a sentence: the note of its record, or what is missing
beside_events.py     another record in the words of an illness or a test
beside.py            what lies beside a twitch or a night: bedtimes, training, another thing's length
denied_troubles.py   troubles of which there were none
trained_places.py    muscles that a workout was for
endings.py           how long it lasted, by when it was over
places.py            one place said in two parts
feelings.py          what somebody felt about a twitch
other_times.py       days and times that may be those of something else
number_doubts.py     numbers that the words beside them put in doubt
doubts.py            numbers, units, sides and places that may mean something else
refusals.py          denials, habits, plans, other troubles
proposals.py          lines that may have been meant by one that is refused
hints.py             how a sentence without a known subject may be said
alarms.py            words of alarm, answered calmly
of_circumstances.py  words of a circumstance, which fill no slot: `after a bad night`
slips.py             words one slip away from a known one
slot_filler.py       words fill the slots of a kind; the errors for those that fill none
slots.py             how each type of slot reads its words
templates.py         a digit with what it means, and with more words: `1 6`
workout_reply.py      a workout said to the check-in in few words: `legs 45 8`
record_builder.py    from filled slots to episodes, drinks, workouts; start, stop, again
sleep.py             nights and naps
answers.py           answers of the check-in
unsaid_verbs.py      an event said without its verb: `cold since Monday`
free_text.py         lines whose words are the user's own: ill, test, visit, travel, started, stopped, took, note
text_slots.py        the slots between them: days, clocks, doses, counts, how often
text_edges.py        words at its edges that are none of it
other_clauses.py     times in a clause of its own that are those of something else
wishes.py            a wish in a clause of its own
spoken_days.py       days said by what happened on them
text_days.py         what in such a text looks like a day
doses.py             how much of a medicine
medicine_names.py    what is no medicine, and why one was taken
frequencies.py       how often a medicine is taken
times.py             when something was: a day, a clock, a part of a day, `ago`
occasion.py          when it was, once these words are read: its moment, its day, its span
nights.py            nights, also those of a shift
spans.py             what lasted longer than a day: since, from and to, for
two_clocks.py        two clocks with a dash, or one with its offset from UTC
dates.py             the words that say a day
clocks.py            the words that say a clock
spoken_forms.py      what is said in short: `this am`, `twitchin`
clock_words.py       clocks as people say them: `half past two`
amounts.py           numbers and amounts
"""
