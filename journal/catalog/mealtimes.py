"""Meals, and what else of a day says when something was, with no clock."""

MEALTIMES = frozenset(
    "breakfast brekkie brekky brek brunch lunch lunchtime dinner dinnertime supper teatime recess playtime"
    " elevenses dawn daybreak sunrise dusk sunset sundown".split()
)
AROUND_A_MEAL = ("at", "during", "over", "around", "between", "from")
"""Before a meal they say when it was, with no clock."""
HOURS_AFTER = {
    **dict.fromkeys("breakfast brekkie brekky brek brunch".split(), (5, 13)),
    **dict.fromkeys(("lunch", "lunchtime"), (11, 17)),
}
HOURS_AFTER_OTHERS = (12, 24)
"""The hours, from one up to another, in which now may be just after a meal."""
BESIDE_DOSES = ("food", "meals", "breakfast", "lunch", "dinner", "supper", "bed", "bedtime", "sleep", "sleeping")
"""With, before or after these a medicine is taken: `with food`, `before bed`."""
DAILY_ROUND = MEALTIMES | frozenset("school work bed bedtime sleep food eating".split())
"""Before these it was not now."""
