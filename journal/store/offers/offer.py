"""A quiet line that Today may show under the digits: something that can be done now, and need not be."""

from typing import NamedTuple


class Offer(NamedTuple):
    """`opens` is what a click on it does, as a `ClickableWord` takes it (`room:signs`); `command` is the command of the
    shell for the same. Once put away it is away for good, or until `news`, what it has to say, is another text.
    """

    name: str
    text: str
    opens: str
    command: str = ""
    news: str = ""
