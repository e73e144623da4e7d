"""From a line to records, or to one error that names the word.

parser.py            parse(): finds the head of a line, and with it who reads the rest
lexer.py             the line cut into words and quoted texts; the records of a `DAY: a, b` line
slot_filler.py       words fill the slots of a kind; the errors for those that fill none
slots.py             how each type of slot reads its words
workout_reply.py      a workout said to the check-in in few words: `legs 45 8`
record_builder.py    from filled slots to episodes, drinks, workouts; start, stop, again
sleep.py             nights and naps
answers.py           answers of the check-in
free_text.py         lines whose words are the user's own: ill, test, visit, travel, started, stopped, took, note
times.py             when something was: a day, a clock, a part of a day, `ago`
dates.py             the words that say a day
clocks.py            the words that say a clock
amounts.py           numbers and amounts
"""
