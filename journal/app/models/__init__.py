"""What the rooms ask and show, without a screen: their functions belong in threads, since they wait for the diary.

preview.py           what a line would store
trends_model.py      the view that is chosen, drawn for a width
body_model.py        where the twitches were
experiment_model.py  the experiment that is on, a plan, and what came of the last one
look_back_model.py   what can be said so far
share_model.py       the rows of the Share screen
triggers_model.py    what stands today of the habits, more of one, and other views
form_field.py        a field of a form, as data
vocabulary_model.py  what the forms of the settings screen ask for
week_model.py        this week against last, and a small body, at the right of a wide Today
word_list.py         every word that a line may say, and a search in them
"""
