"""What Today offers under the digits, and the shell below the page: each is made, or not, by one function.

offer.py            a quiet line that Today may show
offers.py           which of them there are now, the weightiest first
pause_offer.py      that the diary rests, and the way back
look_back_offer.py  the planned end of tracking, once it has come
experiment_offer.py what an experiment asks today, or that one is over
going_on_offer.py   whether what began over a day ago still goes on, asked once
visit_offers.py     before a visit: a diary kept for it, and the page
sign_offers.py      the signs when they are due, and what a doctor advised
two_weeks_offer.py  one page of the first two weeks
away_offer.py       the way back after days away
profile_offer.py    a few lines about the person, offered with the first visit
guess_offer.py      the guess, offered while it can be made
"""
