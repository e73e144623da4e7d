"""What leaves the diary for others to read: a folder of CSV files with a text that explains them; a page for a doctor.

csv_files.py      export(): the whole folder, read at one moment, written whole or not at all
span.py           which days are exported, and how many of them were logged
csv_queries.py    the rows of a table as lines of CSV, made by SQLite itself
days_csv.py       days.csv: a row for every day of the span, a column for every question
column_docs.py    which table goes to which file, and what each column means: data
readme_text.py    README.txt, made from that description
preview/          what would leave, seen before anything is written
report/           what a doctor gets: one page, or a message for a portal
single_file.py    one file that appears whole, readable by its owner alone
folder.py         files that appear whole, readable by their owner alone
"""
