"""The diary file: the truth about what is stored is schema.sql; everything that touches the file is here.

    file/      whether a file is a diary, its format, and a connection for one transaction
    write/     everything that one thing the user does writes, in one step
    history/   each row touched, undo and redo
    read/      plain SQL: words, records, a day, a span of days, the record that a name means
    offers/    what Today offers: something that can be done now, and need not be
    search/    every record, filtered and paged, with SQLModel
    inbox/     lines of text that a phone wrote

    vocabulary.py     the user's own questions, sites, drinks, reliefs, workouts, templates
    own_words.py      words of one's own under another name, corrected, or taken away
    about_me.py       what a doctor asks once
    diary_settings.py  the settings that belong to the diary and not to a screen
    quick_digits.py   what the free digits mean: the user's commonest episodes
    look_records.py   the guess at the triggers, and the verdicts of each look
    experiment_records.py  experiments, their blocks, and whether each day was kept

Two ways to read: plain SQL on the path of `log`, which starts in 75 ms, and for sums over many rows; SQLModel, which
takes half a second to import, where a query is put together from what the user filters by. A path is enough wherever a
DiaryFile is taken. To read, and to write:

    with connections.reading(path) as connection:
        connection.execute("SELECT ...")
    with transaction.step(path, "log", instant) as connection:
        transaction.add(connection, episode)

Whatever goes wrong is a `Refused` with the sentence that the user reads, and nothing of the step is stored.
"""
