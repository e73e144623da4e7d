"""The shell: what all commands share, and the table of them; each is imported only when it is called.

commands/      one file a family of commands
group.py       the group of all commands, by click
store_line.py  what log, start and stop do; without click, which would take 20 ms
remind.py      what remind does; without click, for a shell prompt
arguments.py   names as arguments, of several words too
completion.py  what the Tab key can offer
ask_lines.py   questions on the terminal, each answered by a line
editor.py      a record's line in the user's own editor
open_app.py    what opens the app, handed over by journal.__main__
keep_up.py     what a diary is due once a day, behind the answer; a damaged one, before it
ending.py      a request to end, or a terminal that is closed, while a command is at work
patience.py    a word on standard error where a command takes its time
output.py      what is printed, fitted to the terminal
"""

COMMANDS = {
    "log": ("journal.cli.commands.log:log", "Store one line: what happened, in your own words."),
    "start": ("journal.cli.commands.log:start", "An episode begins now and is going on."),
    "stop": ("journal.cli.commands.log:stop", "The episode that is going on has ended."),
    "show": ("journal.cli.commands.show:show", "A day, or several, as a page."),
    "checkin": ("journal.cli.commands.checkin:checkin", "Answer what is still open of a day."),
    "trends": ("journal.cli.commands.trends:trends", "Charts: when, where and around what the twitches come."),
    "triggers": ("journal.cli.commands.triggers:triggers", "Which habits go with your twitches."),
    "suspect": ("journal.cli.commands.triggers:suspect", "Guess beforehand which habits those are."),
    "experiment": ("journal.cli.commands.experiment:experiment", "Try one habit on yourself, in blocks drawn by lot."),
    "signs": ("journal.cli.commands.signs:signs", "A few questions every four weeks, without testing yourself."),
    "guide": ("journal.cli.commands.guide:guide", "What twitches are, and when to get help."),
    "inbox": ("journal.cli.commands.inbox:inbox", "What your phone wrote, looked at and stored."),
    "find": ("journal.cli.commands.records:find", "Records by what they say, newest first."),
    "edit": ("journal.cli.commands.records:edit", "Replace some words of a record."),
    "delete": ("journal.cli.commands.records:delete", "Delete a record; undo brings it back."),
    "erase": ("journal.cli.commands.records:erase", "Erase a record for good."),
    "undo": ("journal.cli.commands.undo_redo:undo", "Undo what was done last."),
    "redo": ("journal.cli.commands.undo_redo:redo", "Redo what was undone."),
    "two-weeks": (
        "journal.cli.commands.two_weeks_command:two_weeks",
        "One page: where, when, what helped, what is open.",
    ),
    "lookback": ("journal.cli.commands.lookback:lookback", "What can be said so far, and three ways on."),
    "profile": ("journal.cli.commands.about_me:profile", "About you: what a doctor asks once."),
    "ask": ("journal.cli.commands.about_me:ask", "Keep a question for the doctor."),
    "pause": ("journal.cli.commands.pause_commands:pause", "The diary rests; no day of it is missing."),
    "resume": ("journal.cli.commands.pause_commands:resume", "The diary goes on after a pause."),
    "remind": ("journal.cli.commands.remind_command:remind", "One line if today's check-in is empty."),
    "question": ("journal.cli.commands.question:question", "Your own habits, and what the check-in asks."),
    "term": ("journal.cli.commands.term:term", "Your own sites, drinks, reliefs and workouts."),
    "template": ("journal.cli.commands.template:template", "What the digits 1 to 9 mean."),
    "settings": ("journal.cli.commands.settings_command:settings", "When a day begins, and units."),
    "report": ("journal.cli.commands.report:report", "One page for a doctor, or a message."),
    "export": ("journal.cli.commands.export:export", "Files for a doctor, a spreadsheet or pandas."),
    "completion": ("journal.cli.commands.completion_command:completion", "The Tab key for bash, zsh and fish."),
    "demo": ("journal.cli.commands.demo:demo", "A made-up diary to try things on."),
    "backup": ("journal.cli.commands.backup_commands:backup", "A whole and checked copy of the diary."),
    "backups": ("journal.cli.commands.backup_commands:backups", "The copies that are kept."),
    "restore": ("journal.cli.commands.backup_commands:restore", "Put a copy in the diary's place."),
    "check": ("journal.cli.commands.check_command:check", "Whether the diary is sound."),
    "where": ("journal.cli.commands.where:where", "The files in use."),
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
