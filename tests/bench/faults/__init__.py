"""What happens to a diary when something goes wrong around it: `python -m tests.bench.faults [WORD ...]`.

Each fault is injected into a diary of its own, in a folder of its own, by the real command in processes of its own, and
as often as its row says. Without a word all of them, with words those whose name holds one.

subject.py       the diary to which it happens, what it acknowledged, and what its user sees
registry.py      a fault, its outcome, and the list of all
kills.py         killed in the middle: by kill -9 while it writes, migrates, exports
damage.py        bytes that are no longer what they were
absence.py       a file that has gone, was put back, or has another's -wal, or two names
surroundings.py  the disk, rights, clock, locale and streams
running_app.py   what happens under the open app, and how it ends
__main__.py      injects them, and prints the table
"""
