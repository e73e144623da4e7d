"""The words of a line and what each says by itself: numbers, names, slips, what was tried.

lexer.py             the line cut into words and quoted texts; the records of a `DAY: a, b` line
slips.py             words one slip away from a known one
amounts.py           numbers and amounts
pictures.py          pictures and smileys, which say nothing
slots.py             how each type of slot reads its words
remedies.py          what was tried, as people say it
asking.py            the error for words that are no record, but may be kept as the day's note
"""
