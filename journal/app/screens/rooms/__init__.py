"""The rooms: one of them fills the screen. `ROOMS` in the folder above leads to each.

today.py         a day: the line, the digits, the records, the check-in
history.py       every record, found as one types
year.py          a sign for each day of a year
trends.py        the charts
body.py          where the twitches come
triggers.py      which habits go with the twitches
guide.py         the chapters on twitches, and a search in them
settings.py      of the diary and of display; questions, names, digits
"""
