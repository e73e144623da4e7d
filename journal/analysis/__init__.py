"""Numbers about the days of a diary, in pandas; nothing here knows of a screen.

    daily.py      one row a day, every day of a span, NaN where nothing was logged
    steps.py      days put together to weeks and months
    intervals.py  how sure a mean is that knows of good and bad weeks; Wilson's interval of a share
    bins.py       the days sorted by a habit
    site_weeks.py  the sites of the twitches by week, and whether they stay or wander
    regions.py    twitches and hard training by region of the body
    around.py     the habits of higher days and lower days
    ranks.py      rank correlations of habits and lags
    caffeine_stop.py  the days on which caffeine was stopped
    halflife.py   caffeine that is still in the body
    caffeine_hours.py  the twitches in the waking hours by the caffeine in the body
    experiments/  what may be tried on this diary, and what came of it
    looks/        which habits go with the twitches: when the diary is judged, on what, and what was said

Lag is by calendar day. Today is not over: it stays out of every mean (`daily.counted`).
"""
