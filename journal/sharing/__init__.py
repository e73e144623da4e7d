"""What leaves the diary for others to read: CSV files with a text that explains them; a page for a doctor.

export.py         export(): a folder or a zip, read at one moment, written whole or not at all
csv_file.py       a file of CSV before it is written, and what came of an export
span.py           which days are exported
sheets/           days.csv, episodes.csv and history.csv for a doctor or a spreadsheet
analysis_files.py every table as it is stored, for an analysis
csv_queries.py    the rows of a table as lines of CSV, made by SQLite itself
days_csv.py       days.csv of an analysis: a row for every day of the span, a column for every question
column_docs.py    which table goes to which file, and what each column means: data
columns_csv.py    columns.csv: the columns with unit, type, lowest and highest value and meaning
readme_text.py    README.txt of an analysis, made from that description
preview/          what would leave, seen before anything is written
report/           what a doctor gets: one page, or a message for a portal
single_file.py    one file that appears whole, readable by its owner alone
folder.py         files that appear in a folder whole, readable by their owner alone
zip_file.py       the same in one zip file
"""
