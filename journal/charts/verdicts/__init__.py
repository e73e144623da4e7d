"""What the looks said, as it is read: never a cause, and never a number without its interval and its days.

words.py     habits, lags, ratios, days and the sentence of a claim
forest.py    ratios with their intervals on a log axis
page.py      the page of all habits by tier
detail.py    one habit: dose and response, every lag, the days behind it, what was assumed
views.py     another outcome, site or span: raw ratios, no verdict
as_json.py   the same for other programs
"""
