"""What would leave, seen before anything is written: lines for a terminal or a screen.

report_preview.py  all of it for a report
page_lines.py    the page for a doctor as text, and the message as it is
csv_lines.py     the files of an export with their first rows
absent.py        what is not in it, in plain words
"""
