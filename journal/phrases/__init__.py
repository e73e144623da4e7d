"""One grammar: a line becomes records or one clear error, and records become a line or words again.

read/             from a line to records
write/            from records to the line that reads as the same record, and to words for the eye
edit_record.py    edit_record(): a record with some of its words replaced
edit_text.py      the same, of records of the user's own words: events, medicines, doses, notes
edit_moment.py    when an edited record was
context.py        what reading needs to know: the clock, the diary's words, its templates
word_endings.py   how the word that is being typed may end, or go on
"""
