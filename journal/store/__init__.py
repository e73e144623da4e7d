"""The diary file: the truth about what is stored is schema.sql; everything that touches the file is here.

    file.py         File: a diary at a path, kept by a program that lives long; notices a file that is gone or replaced
    opening.py      look(), connect(), reading(), make(): is it a diary, and a connection for one transaction
    plainly.py      what SQLite says, as one sentence
    schema.py       where schema.sql is, the format, the tables whose changes are logged
    change_log.py   the triggers that log each row touched; `python -m journal.store.change_log` rewrites schema.sql
    migrations.py   from an older format to the newest, after a copy of the file
    writing.py      step(): all that one thing the user does writes; add(), insert(), upsert(), update(), delete()
    undoing.py      undo(), redo(), and what they would take back or do again: last_act(), next_redo()
    entering.py     lines that the user typed, read and stored in one step: all or none
    settling.py     what an act means for what is stored already
    running.py      episodes that are going on, and their end
    medicines.py    what is taken from one day to another
    naming.py       which record is meant: `last`, the beginning of an id, DAY:name
    editing.py      a record changed, deleted, or erased with all that its history says of it
    own.py          the user's own questions, sites, drinks, reliefs, workouts, templates, and settings
    openquestions.py  what is still open of a day, and what a short answer means
    told.py         what became of one act, as it is said back
    telling.py      what an act was, for undo, redo and lists
    reading.py      the few reads that a write and a day's page need
    daypage.py      a day as it is read: its records, and each question in one of its three states
    onpage.py       a line written on the page of a day
    usual.py        what the free digits mean: the commonest episodes
    months.py       which months of a span are kept added up
    keeping.py      the sums of the months that are over, and the triggers that drop them when a record is touched
    spans.py        what a span of days holds, added up in SQL, for charts and statistics
    querying.py     every record, newest first, by what it says and when it was: for `find` and the history
    tables.py       the same tables in SQLModel, for every other read

A path is enough wherever a File is taken. To read, and to write:

    with opening.reading(path) as connection:
        connection.execute("SELECT ...")
    with writing.step(path, "log", at) as connection:
        writing.add(connection, episode)

Whatever goes wrong is a `Refused` with the sentence that the user reads, and nothing of the step is stored.
"""
