"""Every record, filtered and paged, with SQLModel. It takes half a second to import: only `find` and the history do.

filters.py   find() and count(): records by text, site, kind and day, newest first
tables.py    the tables that can be searched, as SQLModel classes
"""
