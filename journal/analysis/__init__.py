"""Numbers about the days of a diary, in pandas; nothing here knows of a screen.

    daily.py       one row a day, every day of a span, NaN where nothing was logged
    steps.py       days put together to weeks and months
    intervals.py   how sure a mean is that knows of good and bad weeks; Wilson's interval of a share
    bins.py        the days sorted by a habit
    around.py      the habits of higher days and lower days
    ranks.py       rank correlations of habits and lags
    triggers/      which habits go with the twitches, told with the error that is promised; its `__init__` is the map
    halflife.py    caffeine that is still in the body

Lag is by calendar day. Today is not over: it stays out of every mean (`Days.counted`).
"""
