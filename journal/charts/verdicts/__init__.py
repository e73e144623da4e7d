"""What the looks said, as it is read: never a cause, and never a number without its interval and its days.

verdict_page.py   the page of all habits: what was found, what was not seen, what may come
look_back.py      what can be said so far, where one means to stop
detail.py         one habit: dose and response, every lag, the days behind it, what was assumed
explored_view.py  another outcome, site or span: raw ratios, no verdict
as_json.py        the same for other programs
forest.py         ratios with their intervals on a log axis
tiers.py          what the tiers are called, and with what a picture of a habit ends: its standing
verdict_words.py  habits, lags, contrasts, ratios and days in words
claim_words.py    the sentences of a claim
unclaimed.py      what the habits without a claim wait for
early_words.py    what the page shows before the first look
"""
