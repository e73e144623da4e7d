"""What one may try on oneself, and what is refused with which sentence.

One habit at a time, and only towards what is ordinary advice anyway. The outcome is named before: the count of a day or
its rating in the evening, for stretching the cramps of a night.
"""

import re
from typing import NamedTuple

from journal.errors import Refused

OUTCOMES = {
    "count": "twitches a day",
    "rating": "“How twitchy?” of the check-in, 0 to 10",
    "night-cramps": "cramps a night",
}
"""The name by which an outcome is chosen -> what is compared."""
DAYTIME = ("count", "rating")
ALCOHOL_CAUTION = "if you drink heavily every day, ask a doctor first: stopping suddenly can be dangerous"
FEWEST_BLOCKS, MOST_BLOCKS = 10, 14
FEWEST_DAYS, MOST_DAYS = 4, 7
"""Of a block."""


class Trial(NamedTuple):
    """What may be tried. `change` is what is done on the days of change, `usual` on the others; `outcomes` are those by
    which it may be judged; `names` are other words for it than its slug and its title."""

    slug: str
    title: str
    change: str
    names: str
    usual: str = "as usual"
    outcomes: tuple[str, ...] = DAYTIME
    caution: str = ""

    @property
    def all_names(self) -> list[str]:
        return [self.slug.replace("-", " "), self.title.lower(), *self.names.split(", ")]


TRIALS = (
    Trial(
        "less-caffeine",
        "Less caffeine",
        "a quarter less caffeine than usual on the first day of a block, half of it from then on; never none",
        "caffeine, coffee, less coffee, half the caffeine, half the coffee",
        caution="Stopping altogether brings headache and sore muscles of its own for two to nine days, so some stays.",
    ),
    Trial(
        "earlier-caffeine",
        "Caffeine only before noon",
        "the caffeine you usually have, all of it before noon",
        "earlier coffee, early caffeine, early coffee, no caffeine after noon, no coffee after noon, no late caffeine,"
        " no late coffee, coffee before noon, caffeine before noon, coffee earlier, caffeine earlier",
    ),
    Trial(
        "earlier-bed",
        "Earlier to bed",
        "an hour earlier to bed, up at your usual time",
        "bed, bedtime, sleep, more sleep, longer sleep, longer nights, earlier bedtime, go to bed earlier",
        usual="to bed at your usual time",
    ),
    Trial(
        "regular-meals",
        "Regular meals and drinks",
        "three meals and something to drink with each, none skipped",
        "meals, regular food, regular drinks, regular meals and drinks, drinks, drinking regularly, eating regularly,"
        " more water, enough water, water",
    ),
    Trial(
        "lighter-lifting",
        "Lighter lifting",
        "lift about half the weight you usually do, effort 5 of 10 at most",
        "lifting, less lifting, lighter weights, lighter training, lighter workouts, less training",
    ),
    Trial(
        "less-screen",
        "Less screen time",
        "an hour less of screens than usual, none in the last hour before bed",
        "screen, screens, screen time, less screens, less phone, phone",
    ),
    Trial(
        "stretching",
        "Stretching before bed",
        "stretch calves and backs of the thighs before bed, each three times for ten seconds",
        "stretch, stretching before bed, stretches, calf stretching",
        usual="no stretching before bed",
        outcomes=("night-cramps",),
    ),
    Trial(
        "heat",
        "Heat",
        "something warm, not hot, on the muscle for a quarter of an hour in the evening",
        "warmth, warm bath, hot water bottle, heat pad, heating pad",
        usual="no heat",
    ),
    Trial(
        "less-alcohol",
        "Less alcohol",
        "half the alcohol you usually drink, or less",
        "alcohol, drinking less alcohol, less beer, less wine, less drinking",
        caution=f"Before you begin: {ALCOHOL_CAUTION}.",
    ),
)
BY_SLUG = {trial.slug: trial for trial in TRIALS}

ONE_HABIT = "An experiment tries one habit, and only towards ordinary advice"
MEDICINE = (
    "A medicine is no experiment: starting, stopping or changing one is for you and whoever prescribed it."
    " `log` keeps when you took it, and its days stand beside your twitches"
)
SUPPLEMENT = (
    "A supplement is no experiment here: what it may do, and with what it does not go together, is for a doctor or a"
    " pharmacist to say"
)
CAFFEINE_STOP = (
    "A full stop of caffeine is no experiment: withdrawal brings headache, tiredness and sore muscles of its own for"
    " two to nine days. `less-caffeine` tries half, `earlier-caffeine` the same amount before noon"
)
LESS_SLEEP = f"{ONE_HABIT}: less sleep is refused. `earlier-bed` tries the other way"
MORE = f"{ONE_HABIT}: more of anything else is refused"
ALCOHOL_STOP = f"A full stop of alcohol is no experiment: {ALCOHOL_CAUTION}. `less-alcohol` tries half"
EATING_LESS = f"{ONE_HABIT}: eating or drinking less is refused. `regular-meals` tries the other way"

_STOP = r"(no|stop|stopping|quit|quitting|without|zero|cut out|give up|giving up|off|cold turkey)\b.*"
REFUSALS: tuple[tuple[str, str], ...] = (
    (
        r"\b(medicines?|medications?|meds|pills?|tablets?|drugs?|doses?|beta ?blockers?|antidepressants?|ssris?"
        r"|statins?|ibuprofen|paracetamol|acetaminophen|aspirin|quinine|inhaler|contracepti\w*|\w+(olol|pril|sartan|azepam|pam"
        r"|pentin|gabalin|traline|oxetine|pram|prazole))\b",
        MEDICINE,
    ),
    (
        r"\b(supplements?|magnesium|potassium|calcium|zinc|iron|vitamins?|b12|b6|d3|electrolytes?|creatine|cbd|melatonin"
        r"|omega ?3|fish oil|herbs?|herbal|ashwagandha|taurine|probiotics?)\b",
        SUPPLEMENT,
    ),
    (rf"{_STOP}(caffeine|coffee|tea)\b|\b(caffeine|coffee)[- ]?(free|stop)\b|\bdecaf\b", CAFFEINE_STOP),
    (rf"{_STOP}(alcohol|drinking|beer|wine)\b|\balcohol[- ]?(free|stop)\b", ALCOHOL_STOP),
    (
        r"\b(less|shorter|short|little|no|fewer|without|worse) (sleep|nights?|hours of sleep)\b"
        r"|\b(later|late) (bed\w*|nights?)\b|\bstay(ing)? up\b|\bsleep (less|later|deprivation)\b|\blater to bed\b",
        LESS_SLEEP,
    ),
    (
        r"\b(fast(ing)?|starv\w*|skip\w*|diet\w*)\b"
        r"|\b(less|fewer|no) (food|meals?|water|fluids?|drinks?|eating|breakfast|lunch|dinner)\b|\beat(ing)? less\b",
        EATING_LESS,
    ),
    (r"\b(more|extra|double|twice|harder|heavier|longer|increase\w*)\b", MORE),
)
"""What is refused: a pattern that finds it in the words, and the sentence. The first that fits counts, where no trial
has the name."""


def named_trial(text: str, medicines: tuple[str, ...] = ()) -> Trial:
    """The trial of this name; `medicines` are the names of those in the diary. Raises Refused, with the reason."""
    name = " ".join(re.sub(r"[-_]", " ", text.lower()).split())
    if exact := next((trial for trial in TRIALS if name in trial.all_names), None):
        return exact
    for pattern, sentence in REFUSALS:
        if re.search(pattern, name):
            raise Refused(sentence)
    if name in {medicine.lower() for medicine in medicines}:
        raise Refused(MEDICINE)
    begins = [trial for trial in TRIALS if name and trial.slug.replace("-", " ").startswith(name)]
    if len(begins) == 1:
        return begins[0]
    slugs = ", ".join(trial.slug for trial in TRIALS)
    raise Refused(f"{ONE_HABIT}, so “{text}” is none of those that can be tried: {slugs}")
