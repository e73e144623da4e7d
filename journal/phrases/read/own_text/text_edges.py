"""Words at the edges of the user's own text that are none of it."""

from journal.catalog.everyday import HEDGES, PARTS_A_TEXT
from journal.phrases.read.words.lexer import Token

BEFORE_TEXT = ("my", "the", "a", "an", "to", "for", "of", "with", "at", "in", "on")
"""Words that are no text where text begins."""
WHICH_OF_THEM = ("whole", "full", "entire")
BEFORE_MEDICINES = ("taking", "using", "some", "another", "all", "usual", "normal", "regular", *WHICH_OF_THEM)
"""Words that are no part of a medicine's name: `stopped taking magnesium`."""


def without_joints(run: list[Token]) -> list[Token]:
    """`ibuprofen and`, before when it was, is ibuprofen, as is `ibuprofen like`; `400mg - ` before it ends nothing."""
    while run and not run[-1].quoted and run[-1].text.strip(".!…;") in ("", "like", *PARTS_A_TEXT, *HEDGES):
        run = run[:-1]
    return run


def without_beginnings(run: list[Token], fillers: tuple[str, ...]) -> list[Token]:
    """`my GP` without the words before its text."""
    while len(run) > 1 and not run[0].quoted and run[0].text in fillers:
        run = run[1:]
    return run
