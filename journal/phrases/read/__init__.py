"""From a line to records, or to one error that names the word.

parser.py            parse(): finds the head of a line, and with it who reads the rest
sentence.py          a sentence as people say it: what the grammar reads of it, what carries nothing, what is plain
labelled_words.py    what each word of a line is, and what is kept of them
line_words.py        the words of a line, and which names stand among them
figures.py           numbers, sides and names as people say them, in the words of the grammar
plain_words.py       the plain words of a sentence: the note of its record, or what is missing
trained_places.py    muscles that a workout was for
endings.py           how long it lasted, by when it was over
other_things.py      words that with others are other things: `chest of drawers`
places.py            one place said in two parts
feelings.py          what somebody felt about a twitch
of_circumstances.py  words of a circumstance, which fill no slot: `after a bad night`
slot_filler.py       words fill the slots of a kind; the errors for those that fill none
templates.py         a digit with what it means, and with more words: `1 6`
workout_reply.py     a workout said to the check-in in few words: `legs 45 8`
record_builder.py    from filled slots to episodes, drinks, workouts; start, stop, again
sleep.py             nights and naps
answers.py           answers of the check-in
wishes.py            a wish in a clause of its own
spoken_clocks.py     clocks said in short: `quad ripple 1930`, `slept at 2 woke at 7:30`
spoken_forms.py      what is said in short: `this am`, `twitchin`
other_times.py       days and times that may be those of something else
spoken_days.py       days said by what happened on them

words/               the words of a line and what each says by itself: numbers, names, slips, what was tried
when/                when something was: the words that say a day, a clock, a part of a day, and what lasted longer
own_text/            lines whose words are the user's own: an illness, a test, a visit, a journey, a medicine, a note
refuse/              what is no record or may mean another thing: each is answered with what can be said
"""
