"""The kinds of an episode in the plural, as they are counted."""

PLURALS = {"twitch": "twitches", "ripple": "ripples", "pulse": "pulses", "jerk": "jerks", "cramp": "cramps"}
PLURALS |= {"spasm": "spasms", "buzz": "buzzes", "tingle": "tingles", "other": "others"}
