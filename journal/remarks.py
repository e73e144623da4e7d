"""Sentences that what was done leaves for the user beside its answer: the shell says them once the command is over,
the app in its line for such things."""

_remarks: list[str] = []


def leave(sentence: str) -> None:
    if sentence not in _remarks:
        _remarks.append(sentence)


def take() -> list[str]:
    """What was left since this was asked last."""
    remarks = _remarks[:]
    del _remarks[: len(remarks)]
    return remarks
