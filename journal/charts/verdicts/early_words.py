"""What a diary shows before it can be judged: counts of what was noticed."""

from journal.analysis.looks.early_counts import EarlyCounts
from journal.phrases.write.format_number import counted
from journal.terminal import on_one_line

HEADING = "what the diary shows already: counts of what you noticed, no verdict"


def lines(early: EarlyCounts) -> list[str]:
    """Where, when of the day, and what helped, each with its number; what nothing is known of has no line."""
    episodes = counted(early.episodes, "episode")
    sites = [f"{on_one_line(label)} {number}" for label, number in early.sites]
    sites += [f"elsewhere {early.elsewhere}"] if early.elsewhere else []
    parts = [f"{part} {number}" for part, number in early.parts if number]
    parts += [f"time not said {early.unknown}"] if early.unknown else []
    reliefs = [f"{on_one_line(label)} {helped} of {tried}" for label, helped, tried in early.reliefs]
    texts = [f"where, of {episodes}: {', '.join(sites)}"] if sites else []
    if any(number for _, number in early.parts):
        texts.append(f"when: {', '.join(parts)}")
    if reliefs:
        texts.append(f"helped, of the times of which you said so: {', '.join(reliefs)}")
    return texts
