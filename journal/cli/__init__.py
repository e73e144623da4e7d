"""The shell commands, one file a family; each is imported only when it is called.

group.py    the group of all commands, by click
line.py     what log, start and stop do; without click
output.py   what is printed
"""

COMMANDS = {
    "log": ("journal.cli.log", "Store one line: what happened, in your own words."),
    "start": ("journal.cli.log", "An episode begins now and is going on."),
    "stop": ("journal.cli.log", "The episode that is going on has ended."),
    "show": ("journal.cli.show", "A day, or several, as a page."),
    "checkin": ("journal.cli.checkin", "Answer what is still open of a day."),
    "trends": ("journal.cli.trends", "Charts: when, where and around what the twitches come."),
    "triggers": ("journal.cli.triggers", "Which habits go with your twitches."),
    "suspect": ("journal.cli.triggers", "Guess beforehand which habits those are."),
    "find": ("journal.cli.records", "Records by what they say, newest first."),
    "edit": ("journal.cli.records", "Replace some words of a record."),
    "delete": ("journal.cli.records", "Delete a record; undo brings it back."),
    "erase": ("journal.cli.records", "Erase a record for good."),
    "undo": ("journal.cli.history", "Take back what was done last."),
    "redo": ("journal.cli.history", "Do again what was taken back."),
    "question": ("journal.cli.question", "Your own habits, and what the check-in asks."),
    "term": ("journal.cli.own", "Your own sites, drinks, reliefs and workouts."),
    "template": ("journal.cli.own", "What the digits 1 to 9 mean."),
    "settings": ("journal.cli.own", "When a day begins, and units."),
    "export": ("journal.cli.export", "Files for a doctor, a spreadsheet or pandas."),
    "completion": ("journal.cli.completion", "The Tab key for bash, zsh and fish."),
    "demo": ("journal.cli.demo", "A made-up diary to try things on."),
    "where": ("journal.cli.where", "The files in use."),
}
"""Command -> its module and what it does, in a line."""
