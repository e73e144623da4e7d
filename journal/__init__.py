"""Twitch Journal: a private diary for people whose muscles twitch.

__main__.py   the command: the one door at which errors are said
activity.py   what takes long, and whether anything was stored
errors.py     Refused: what the user is told when something cannot be done
moments.py    clock words become an instant, its offset and its diary day
remarks.py    sentences left for the user beside an answer
records.py    what a user records, as small frozen classes
requests.py   what is asked for: days, site, side, kind, habit, measure
terminal.py   what a terminal makes of a text: widths, cutting, wrapping, control characters
settings.py   where the files of the user lie
catalog/      what can be recorded, as data
phrases/      a line becomes records, and records become a line again
store/        the file: opening, writing, undo, reading, searching
statistics/   which habits go with an outcome; knows no diary
analysis/     numbers about days, and the looks at a diary
charts/       one Figure a view, and what draws it
demo/         a made-up diary
sharing/      what leaves the diary for others to read
guide/        chapters in Markdown
app/          the app, with Textual
cli/          the commands
"""

__version__ = "0.1.0"
