"""Words beside the name of a medicine: why it was taken, with what, and how much of it nobody knows."""


def _set_of(text: str) -> frozenset[str]:
    return frozenset(text.split())


REASONS = _set_of(
    "for because due cause cos as since so after before while when during if prn stat to late early again instead on at"
    " in empty helped helps worked works which but didn't didnt did doesn't doesnt not no from i it they was is felt"
    " feel feels feeling made makes gave gives seems seemed still only just finally mid without hoping vomited threw"
    " per tapering maybe probably forgot skipped over yet already too now though better worse by"
)
"""Behind a medicine they say why it was taken or stopped, or what it did."""
DEEDS_BEHIND = _set_of("went lay slept fell sat felt rested dozed crashed stayed was it i he she they")
"""Behind `and` they begin what somebody did or felt then, and no second medicine."""
TAKEN_WITH = _set_of("water milk juice coffee tea wine beer yogurt yoghurt a an my some the lots plenty")
"""Behind `with` they are no part of a medicine's name."""
MULTIPLES = _set_of(
    "double triple dose doses half halves quarter quarters third thirds most bit extra more nearly almost than"
)
"""Words of how much was taken, but of how much nobody knows."""
SPOONS = _set_of(
    "teaspoon teaspoons tsp tsps tablespoon tablespoons tbsp spoon spoons spoonful spoonfuls capful capfuls pinch"
)
"""Measures of which nobody knows how much they hold."""
MANNERS = _set_of(
    "slowly gradually suddenly quickly mildly gently quietly weakly badly then now moving moved spread spreading went"
    " again out off up"
)
"""Behind `started` they say how something began, and no medicine."""
NOT_EXACT = frozenset("except excluding minus less fewer few several couple maximum total altogether".split())
"""They leave it open what was taken, or how much, and are in no medicine's name."""
