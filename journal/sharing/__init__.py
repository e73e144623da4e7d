"""What leaves the diary for others to read: a folder of CSV files, and a text that explains them.

csv_files.py    export(): the whole folder, read at one moment, written whole or not at all
span.py         which days are exported, and how many of them were logged
printing.py     the rows of a table as lines of CSV, made by SQLite itself
days.py         days.csv: a row for every day of the span, a column a habit
describing.py   which table goes to which file, and what each column means: data
explaining.py   README.txt, made from that description
folder.py       files that appear whole, readable by their owner alone
"""
