"""The commands, for click: their arguments and their help, and what they print.

log.py         log, start and stop
show.py        show: a day, or several, as a page
checkin.py     checkin: the open questions of a day, asked one by one
inbox.py       inbox: lines that a phone wrote, looked at and stored
remind_command.py  remind: one line where today's check-in is empty
pause_commands.py  pause and resume: the diary rests, and goes on
trends.py      trends: charts as pictures, text, JSON, CSV and SVG
two_weeks_command.py  two-weeks: one page of answers for any span
triggers.py    triggers and suspect: the verdicts, other views, and a guess
experiment.py  experiment: one habit, tried in blocks of days drawn by lot
lookback.py    lookback: what can be said so far, and three ways on
guide.py       guide: the chapters on twitches, and when to get help
signs.py       signs: a few questions every four weeks, and what a doctor advised
ask_signs.py   its questions, asked one by one
about_me.py    profile and ask: what a doctor asks once, and what to ask
report.py      report: a page for a doctor, or a message
export.py      export: a folder of files
records.py     find, edit, delete and erase: records that are there
undo_redo.py   undo and redo
question.py    question: the habits and what the check-in asks
term.py        term: your own sites, drinks, reliefs and workouts
template.py    template: what the digits 1 to 9 mean
completion_command.py  completion: the Tab key, for bash, zsh and fish
settings_command.py  settings: what belongs to the diary, shown or changed
backup_commands.py  backup, backups and restore: copies, and the way back to one
check_command.py  check: whether the diary is sound, and what can be read of one that is not
where.py       where: the files in use
demo.py        demo: a made-up diary
"""
