"""What can be recorded, as data.

kinds.py         the kinds of record: table, columns, slots, words; whatever goes through all kinds reads this
kind_plurals.py    the kinds of an episode in the plural
slot_types.py    what can be said of a record, and the ways in which its words are read
questions.py     the built-in questions of the check-in
signs.py         the signs asked every four weeks, and what a yes says
habits.py        a question as a habit that may go with the twitches
experiments.py   what may be tried on oneself, and what is refused
lexicon.py       every name that the grammar knows, built in or the user's own, with what it may mean
alarm.py         words that a doctor should see, or that need help at once, and where to read on
everyday.py      the words of everyday sentences: fillers, number words, circumstances, denials, plans
turns_of_phrase.py   words that say together something else than each alone: `still going`, `went numb`
idioms.py        words of the grammar that with others are another thing: `palm oil`
mealtimes.py     meals, and what else of a day says when something was
drink_words.py   words beside a drink: how much of it, in what, and what changes nothing of it
medicine_words.py    words beside the name of a medicine: why it was taken, and with what
event_words.py   the names by which an event begins a line without its verb
letters.py       letters and signs as a keyboard makes them
entries.py       how a thing with a name is described, and its plural
sites.py, drinks.py, workouts.py, reliefs.py    the things with names
units.py         the units, each with its dimension and size
"""
