"""One grammar: a line becomes records or one clear error, and records become a line or words again.

tokens.py     a line cut into words and quoted texts; the pieces of a `DAY: a, b` line
amounts.py    numbers and amounts
when.py       days, clocks, parts of a day, `ago`
reading.py    read(): heads, templates, and which file reads the rest
filling.py    words fill the slots of a kind (slots.py has how each kind of slot reads)
building.py   from slots to episodes, drinks, workouts; start, stop, again
sleeping.py, answers.py, texts.py   the heads with rules of their own
phrasing.py   phrase(): the line that reads as the same record
wording.py    words_of(): what a record says, for the eye (numbers.py, when_said.py)
context.py    what reading needs to know
"""
