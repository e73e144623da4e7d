"""What is said when something cannot be done."""


class Refused(Exception):
    """It cannot be done. The message is the whole sentence that the user reads.

    Raised where it is known what is wrong; shown at the one door where the user stands.
    """


class PhraseRefused(Refused):
    """The user's words cannot be taken. Nothing of them was stored."""

    may_be_note = False
    """Whether they may be meant as the note of the day."""
    chapter = ""
    """The chapter of the guide in which to read on; `contents` is the list of them."""
    ways: tuple[str, ...] = ()
    """Lines of the user's words that the sentence offers; where one of them cannot be taken either, `otherwise` is said
    instead."""
    otherwise = ""


def unexpected(error: BaseException, outcome: str) -> str:
    """What is said of a fault of the program itself; `outcome` says what was kept.

    No traceback, and not the error's own text either, for it may hold words of the diary.
    """
    return (
        f"Something is wrong in the program itself ({type(error).__name__}); {outcome}. `twitch-journal check` looks"
        " whether the diary is sound; with `--debug` before the same command the program shows where it happened."
    )
