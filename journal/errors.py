"""What is said when something cannot be done."""


class Refused(Exception):
    """It cannot be done. The message is the whole sentence that the user reads.

    Raised where it is known what is wrong; shown at the one door where the user stands.
    """


class PhraseRefused(Refused):
    """The user's words cannot be taken. Nothing of them was stored."""
