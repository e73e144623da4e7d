"""Which habits go with the twitches of one person's diary, and on which day?

One diary is one short, gappy series of counts with good and bad weeks, weekday rhythms and slow drifts; eight habits
at four lags are thirty-two looks at the same few days.

    judge.py          every habit of a diary judged once, in six steps, a file each:
    validate.py       the outcome and the habits, checked and laid out on one calendar
    encoding.py       1. encode: each habit as an amount or as any/none, at every lag, gaps filled without the twitches
    null.py           2. null: what trend, weekdays and spells say without any habit, and what they leave over
    scores.py         3. score: each habit and lag against what is left over, and against sign flips of it
    search.py         4. search: the strongest evidence against the strongest of every flip, one habit after the other
    effect.py         5. effect: the ratio over a contrast the person knows, with an interval
    posterior.py         and with the prior that most habits do little
    verdict.py        6. verdict: clear, possible, none or too little, and how many days it may take

    trained.py        muscles trained the day before against the others of the same day
    trained_evidence.py  the same as one hypothesis more of the search
    trained_days.py   what it is judged by: twitches and training by region of the body
    follow_up.py      a claim on the days after the look that made it
    new_days.py       which days these are
    block_orders.py      the orders in which the blocks of an experiment may come
    randomization.py     an experiment, tested as it was drawn
    experiment_power.py  what one could find in this diary
    estimating.py     the mean of counts given a covariance (for 2 and 5)
    whitening.py      rows made independent by a filter that looks only back (for 2, 3 and 5)
    look_schedule.py  when a diary is judged, and how strictly
    result.py         what is said: Result, Finding, AtLag
    arrays.py         the names of the arrays

Nothing is read, written or drawn here. A claim is an association: days of worry are days of noticing, and twitches may
change the same day's habits.

What names things (result, look_schedule, new_days, trained_days, encoding) loads no scipy, which takes a second.
"""
