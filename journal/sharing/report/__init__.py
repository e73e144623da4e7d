"""What a doctor gets: one page, or a message for a portal, both made of one description of the content.

parts.py         what can be asked of a report: its days, paper, what goes with it and what is left out
content.py       the content as plain data: sections of lines and lists, the table of sites, series with marks
compose.py       report(): the whole content, read at one moment
about_person.py  who it is, their question and worry, and what there is beside the twitches
in_short.py      since when, how often, where, and compared with three months ago
sign_lines.py    the signs that a doctor asks for
medication.py    medicines, what is taken as needed, and the usual caffeine, alcohol and nicotine
site_table.py    sites by week, with the body
character.py     what the twitches are like
over_time.py     series by week, with marks
links.py         a sentence each on habits, on what helped, on an experiment
statistics_page.py  the second page: calendars, habits, what stood at two looks
appendix.py      notes and episodes, where they are asked for
mentions.py      where the person's own words name what was left out
wording.py       texts as they stand in a report
fit.py           what is too long for the page, and goes on on the second
page_data.py     the content as what the template reads
to_pdf.py        the content as a PDF, and the letters that no font has
page.typ         the template of the page
message.py       the content as a message of at most 2,000 characters
written.py       either of them in a file
"""
