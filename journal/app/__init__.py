"""The app: screens over the diary.

session.py       what is said before the first screen and behind the last one
main.py          JournalApp: its rooms, its keys, what they open
keys.py          the keys that apply everywhere; those of rooms stand in the table of `screens`
week_beside.py   this week against last, beside a wide Today
room_digits.py   a digit beside each room, which the next key takes
key_queue.py     keys take effect in the order in which they were typed
messages.py      everything that widgets and screens say to each other
diary.py         the one way into the store: pages read, lines stored; knows no screen
calm_diary.py    the same for what keeps it calm: offers, pauses
own_words_diary.py  the same for words of the person's own
signs_diary.py   the same for the signs
share_diary.py   the same for what leaves, and for visits
inbox_diary.py   the same for what the phone wrote
unstored_lines.py  what was entered and could not be stored yet
undo_redo.py     a change is named before it is undone
file_watcher.py  what changes without the user: the file, the day, the clock
daily_upkeep.py  a check and a backup once a day, in the background
hangup.py        a terminal that goes away, and a request to end
faults.py        the last words where the program itself is at fault
display.py       the settings of display and keys, in a TOML file
actions.py       what can be done now, for the palette and the help
shell_words.py   what the diary says with a command of the shell, as the app says it
record_words.py  records, clocks, days and running times for the eye
answer_choices.py  what may be answered to a question of the check-in
page_day.py      which day a page shows, and what is half typed on others
page_rows.py     the rows in which the page of a day stands
models/          what the rooms ask and show, without a screen
screens/         the rooms and the dialogs: they own flow
widgets/         what is drawn: they own display
journal.tcss     colours and sizes of the first frame; rooms.tcss those of what opens later
"""
