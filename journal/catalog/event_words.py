"""The names by which illnesses, tests, visits, journeys and other events begin a line without their verb."""

EVENT_NAMES = {
    "ill": ("flu", "influenza", "cold", "covid", "corona", "fever", "infection", "migraine", "stomach bug", "sick"),
    "test": ("emg", "mri", "ecg", "ekg", "ck", "blood test", "blood tests", "nerve conduction"),
    "visit": (
        *("doctor", "dr", "gp", "neurologist", "neuro", "physio", "physiotherapist", "dentist", "hospital", "clinic"),
        *("specialist", "rheumatologist", "cardiologist", "psychiatrist", "psychologist", "therapist", "osteopath"),
    ),
    "travel": ("trip", "holiday", "vacation"),
}
"""Verb -> names. Those that are words of the grammar too are an event only alone or with words for when."""
ONLY_WITH_A_SPAN = ("sick",)
"""Alone it answers a question."""
VACCINES = frozenset("vaccine vaccination vaccinated jab booster".split())
SHOTS = {("flu", "shot"), ("covid", "shot"), ("tetanus", "shot")}
"""Two words that say a vaccine; a shot alone is a drink."""
VACCINE_VERB = "event"
OF_VISITS = ("saw", "visited", "appointment", "appt", "with", "went", "see", "seen", "seeing", "caught")
"""Words before a doctor's name; the first three make it a visit without a day."""
ARE_VISITS = frozenset({"saw", "visited", "appointment", "appt"})
BEFORE_SPANS = ("since", "from", "for")
