"""When something was: the words that say a day, a clock, a part of a day, and what lasted longer.

bygone_parts.py      parts of a day that are over: `last evening`
times.py             when something was: a day, a clock, a part of a day, `ago`
occasion.py          when it was, once these words are read: its moment, its day, its span
nights.py            nights, also those of a shift
spans.py             what lasted longer than a day: since, from and to, for
two_clocks.py        two clocks with a dash, or one with its offset from UTC
dates.py             the words that say a day
no_days.py           weekdays and months that are none: `in the sun`
clocks.py            the words that say a clock
clock_words.py       clocks as people say them: `half past two`
"""
