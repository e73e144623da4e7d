"""What a phone, a watch or a script wrote: lines of text in files that the diary reads and never writes.

inbox_texts.py   the files, their encodings, and which of their lines are whole
inbox_line.py    a line: the stamp before it, the phrase, and by what it is known again
inbox.py         the lines that wait, each with its reading; storing, dismissing and offering them again
"""
