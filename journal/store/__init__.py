"""The diary file: the truth about what is stored is schema.sql; everything that touches the file is here.

    file/       is it a diary, and a connection for one transaction:
                diary_file.py connections.py sqlite_errors.py schema.py derived.py migrations.py
    write/      everything that one thing the user does writes, in one step:
                transaction.py entry.py page_entry.py day_rules.py edits.py medicines.py ongoing_episode.py receipt.py
    history/    each row touched, undo and redo: change_log.py undo_redo.py step_summary.py
    read/       plain SQL reads: words, records, a day, a span of days, which record is meant:
                queries.py questions.py day_page.py checkin.py aggregates.py daily_columns.py record_lookup.py
    search/     every record, filtered and paged, with SQLModel: filters.py tables.py

    vocabulary.py     the user's own questions, sites, drinks, reliefs, workouts, templates, and the diary's settings
    quick_digits.py   what the free digits mean: the user's commonest episodes
    look_records.py   the guess at the triggers, and the verdicts of each look

Two ways to read: plain SQL on the path of `log`, which starts in 75 ms, and for sums over many rows; SQLModel, which
takes half a second to import, where a query is put together from what the user filters by. A path is enough wherever a
DiaryFile is taken. To read, and to write:

    with connections.reading(path) as connection:
        connection.execute("SELECT ...")
    with transaction.step(path, "log", at) as connection:
        transaction.add(connection, episode)

Whatever goes wrong is a `Refused` with the sentence that the user reads, and nothing of the step is stored.
"""
