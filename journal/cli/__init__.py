"""The shell commands, one file a family; each is imported only when it is called.

group.py       the group of all commands, by click
store_line.py  what log, start and stop do; without click, which would take 20 ms
log.py         log, start and stop for click, with their help
show.py        show: a day, or several, as a page
inbox.py       inbox: lines that a phone wrote, looked at and stored
checkin.py     checkin: the open questions of a day, asked one by one
trends.py      trends: charts as pictures, text, JSON, CSV and SVG
triggers.py    triggers and suspect: the verdicts, other views, and a guess
experiment.py  experiment: one habit, tried in blocks of days drawn by lot
signs.py       signs: a few questions every four weeks, and what a doctor advised
ask_signs.py   its questions, asked one by one
guide.py       guide: the chapters on twitches, and when to get help
records.py     find, edit, delete and erase: records that are there
editor.py      a record's line in the user's own editor
two_weeks_command.py  two-weeks: one page of answers for any span
lookback.py    lookback: what can be said so far, and three ways on
about_me.py    profile and ask: what a doctor asks once, and what to ask
remind.py      what remind does; without click, for a shell prompt
remind_command.py  remind for click, with its help
pause_commands.py  pause and resume: the diary rests, and goes on
undo_redo.py   undo and redo
question.py    question: the habits and what the check-in asks
vocabulary.py  term, template and settings: the user's own words
report.py      report: a page for a doctor, or a message
export.py      export: a folder of files
demo.py        demo: a made-up diary
backup_commands.py  backup, backups and restore: copies, and the way back to one
check_command.py  check: whether the diary is sound, and what can be read of one that is not
where.py       where: the files in use
completion.py  completion: the Tab key, and what it offers
open_app.py    what opens the app, handed over by journal.__main__
keep_up.py     what a diary is due once a day, behind the answer; a damaged one, before it
ending.py      a request to end, or a terminal that is closed, while a command is at work
patience.py    a word on standard error where a command takes its time
output.py      what is printed, fitted to the terminal
"""

COMMANDS = {
    "log": ("journal.cli.log:log", "Store one line: what happened, in your own words."),
    "start": ("journal.cli.log:start", "An episode begins now and is going on."),
    "stop": ("journal.cli.log:stop", "The episode that is going on has ended."),
    "show": ("journal.cli.show:show", "A day, or several, as a page."),
    "checkin": ("journal.cli.checkin:checkin", "Answer what is still open of a day."),
    "trends": ("journal.cli.trends:trends", "Charts: when, where and around what the twitches come."),
    "triggers": ("journal.cli.triggers:triggers", "Which habits go with your twitches."),
    "suspect": ("journal.cli.triggers:suspect", "Guess beforehand which habits those are."),
    "experiment": ("journal.cli.experiment:experiment", "Try one habit on yourself, in blocks drawn by lot."),
    "signs": ("journal.cli.signs:signs", "A few questions every four weeks, without testing yourself."),
    "guide": ("journal.cli.guide:guide", "What twitches are, and when to get help."),
    "inbox": ("journal.cli.inbox:inbox", "What your phone wrote, looked at and stored."),
    "find": ("journal.cli.records:find", "Records by what they say, newest first."),
    "edit": ("journal.cli.records:edit", "Replace some words of a record."),
    "delete": ("journal.cli.records:delete", "Delete a record; undo brings it back."),
    "erase": ("journal.cli.records:erase", "Erase a record for good."),
    "undo": ("journal.cli.undo_redo:undo", "Undo what was done last."),
    "redo": ("journal.cli.undo_redo:redo", "Redo what was undone."),
    "two-weeks": (
        "journal.cli.two_weeks_command:two_weeks",
        "One page: where, when, what helped, what is open.",
    ),
    "lookback": ("journal.cli.lookback:lookback", "What can be said so far, and three ways on."),
    "profile": ("journal.cli.about_me:profile", "About you: what a doctor asks once."),
    "ask": ("journal.cli.about_me:ask", "Keep a question for the doctor."),
    "pause": ("journal.cli.pause_commands:pause", "The diary rests; no day of it is missing."),
    "resume": ("journal.cli.pause_commands:resume", "The diary goes on after a pause."),
    "remind": ("journal.cli.remind_command:remind", "One line if today's check-in is empty."),
    "question": ("journal.cli.question:question", "Your own habits, and what the check-in asks."),
    "term": ("journal.cli.vocabulary:term", "Your own sites, drinks, reliefs and workouts."),
    "template": ("journal.cli.vocabulary:template", "What the digits 1 to 9 mean."),
    "settings": ("journal.cli.vocabulary:settings", "When a day begins, and units."),
    "report": ("journal.cli.report:report", "One page for a doctor, or a message."),
    "export": ("journal.cli.export:export", "Files for a doctor, a spreadsheet or pandas."),
    "completion": ("journal.cli.completion:completion", "The Tab key for bash, zsh and fish."),
    "demo": ("journal.cli.demo:demo", "A made-up diary to try things on."),
    "backup": ("journal.cli.backup_commands:backup", "A whole and checked copy of the diary."),
    "backups": ("journal.cli.backup_commands:backups", "The copies that are kept."),
    "restore": ("journal.cli.backup_commands:restore", "Put a copy in the diary's place."),
    "check": ("journal.cli.check_command:check", "Whether the diary is sound."),
    "where": ("journal.cli.where:where", "The files in use."),
}
"""Command -> its "module:function", and what it does, in a line."""
HEADINGS = {
    "Every day": "log start stop show checkin inbox remind pause resume",
    "What it shows": "trends two-weeks triggers suspect experiment lookback",
    "You and your doctor": "guide signs profile ask report export",
    "Corrections": "find edit delete undo redo erase",
    "Your own words": "question term template settings completion",
    "The file": "where backup backups restore check demo",
}
"""Under which heading of `--help` each command stands."""
