"""What is drawn. A widget knows what it shows and says what the user did to it, and calls no store.

clickable_text.py  notices, and bars of words that can be clicked
line_input.py      a line to type in
phrase_line.py     the line into which one writes what happened
line_list.py       what lists that draw themselves line by line have in common
table.py           rows that wrap, with a cursor
virtual_list.py    a window on a long list
day_grid.py        days, one of them under the cursor
aside.py           what stands at the right of a wide page
drawing.py         a picture of lines, or plain text, that scrolls
"""
