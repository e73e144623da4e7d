"""From records to words.

format_phrase.py    phrase(): the line that reads as the same record
describe.py         describe_record(): what a record says, for the eye
format_time.py      when it was, in either form
format_number.py    numbers, lengths and volumes, in either form
"""
