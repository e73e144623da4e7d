"""The error for words that are no record, but may be kept as the day's note."""

from journal.errors import PhraseRefused

NOTE_LINE = "`note ...`"
AS_NOTE = f"or keep the sentence as the day's note: {NOTE_LINE}"


def may_be_note(why: str) -> PhraseRefused:
    """The error for words that are no record, but can be kept as the day's note."""
    refused = PhraseRefused(f"{why} O{AS_NOTE[1:]}" if why.endswith("?") else f"{why}; {AS_NOTE}")
    refused.may_be_note = True
    return refused


def offering(why: str, *ways: str, otherwise: str) -> PhraseRefused:
    """The same error where `why` offers lines of the user's own words, and `otherwise` is said if one of these is
    refused too."""
    refused = may_be_note(why)
    refused.ways, refused.otherwise = ways, str(may_be_note(otherwise))
    return refused
