"""The app: a screen over the store.

main.py        JournalApp: its rooms, its keys, what they open
messages.py    everything that widgets and screens say to each other
diary.py       the diary as the app sees it: pages read, lines stored; knows no screen
display.py     the settings of display and keys, in a TOML file
takingback.py  undo and redo
watching.py    what changes without the user: the file, the day, the clock
preview.py     what a line would store, and how the word under the cursor may end
words.py       clocks, days and running times for the eye
keys.py        every key with its id; actions.py what applies now
trending.py    what the rooms of charts ask, and where the twitches were
filtering.py   what the history's filter asks for
ownwords.py    what the settings screen shows and changes
screens/       one file a room or a dialog: they own flow
widgets/       what is drawn: they own display
journal.tcss   colours and sizes of the first frame; rooms.tcss those of what opens later
"""
