"""days.csv, episodes.csv and history.csv as a person opens them, at the doctor's or in a spreadsheet.

files.py         the files of such an export
cells.py         a value as it stands in a cell, safe in a spreadsheet
number_style.py  whether the language of this machine writes 6,5 or 6.5
day_rows.py      a row a day
episode_rows.py  a row an episode, made by SQLite itself
history_rows.py  illness, medicines, tests, visits, answers to signs
short_readme.py  README.txt, which begins with the summary
"""
