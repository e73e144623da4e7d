"""The diary file: whether it is one, a connection to it, and what it holds.

absence.py        a diary that has gone, is another or an older one: refused until the user decides
attached.py       a connection, known to this process until it is closed
backups.py        whole, checked copies of a diary, and which of them are kept
backup_rewrite.py a backup made anew without what is erased, in one move
check.py          whether a diary is sound, and what is derived in it made anew
connections.py    make, connect: each connection is for one transaction, and guarded
contents.py       what a diary holds: how many rows, and a digest of each month
derived.py        views, triggers and built-in questions: made of the tables and the catalogue, by whoever writes next
diary_file.py     one file as one program sees it: gone or replaced since?
diary_state.py    what is remembered of each diary outside of it: so that absence is no beginning
left_lines.py     lines that the app could not store before it ended, kept for the next one
leftover_wal.py   a -wal that nobody has open: copied aside, and told from that of another file
look.py           what lies at a path, before SQLite may change a byte
migrations.py     from an older format to this one, after a copy
private_file.py   new files and folders, for the user alone
restore.py        a backup takes the diary's place
schema.py         schema.sql: its statements, the format, and whether a file has its tables
salvage.py        what can be read of a damaged diary, in a new file
sqlite_errors.py  what SQLite says, as one sentence
upkeep.py         once a day: checked before anything is written, backed up afterwards
"""
