"""What opens over a room, is answered and goes. Most of them are in `DIALOGS` in the folder above.

experiment.py    what may be tried, a plan, today's condition, and what came of it
signs.py         a few questions every four weeks, and what a doctor advised
share.py         a page, a message or files, looked at before they are written
checkin.py       the questions of a day
inbox.py         what the phone wrote, looked at and stored
pasted_lines.py  several lines with their readings, stored at once
edit.py          a record as the line that says it
calendar.py      which day?
stop.py          which episode stops?
look_back.py     what can be said so far, and three ways on
about_me.py      what a doctor asks once, and what is to be asked
days_away.py     the open days after days away
pause_dialog.py  the diary rests, and goes on
visit_diary.py   a diary kept for a visit
words.py         every word that a line may say, found as one types
offer_list.py    what is offered today
help.py          what can be done on the screen in front
form.py          a few fields, stored together
pick.py          one of a few rows
reader.py        a page to be read: lines of a picture, or a chapter
"""
