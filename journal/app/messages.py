"""Everything that widgets and screens say to each other."""

from typing import Any

from textual.message import Message
from textual.widget import Widget


class DiaryChanged(Message):
    """The diary holds something else than before."""


class DrawingClicked(Message):
    """A cell of a drawing was clicked, counted from its upper left."""

    def __init__(self, x: int, y: int) -> None:
        super().__init__()
        self.x, self.y = x, y


class DayTurned(Message):
    """A new diary day has begun."""


class UnstoredChanged(Message):
    """Other lines wait to be stored than before."""


class MinutePassed(Message):
    """The clock shows another minute."""


class DayMoved(Message):
    """The user asked for a day so many days later; negative is earlier."""

    def __init__(self, days: int) -> None:
        super().__init__()
        self.days = days


class LeftRows(Message):
    """The user went up past the first row."""


class Typed(Message):
    """The user typed a letter where nothing is written: it belongs in the line."""

    def __init__(self, letter: str) -> None:
        super().__init__()
        self.letter = letter


class LineChanged(Message):
    """The line says something else."""

    def __init__(self, line: str) -> None:
        super().__init__()
        self.line = line


class PasteRefused(Message):
    """What was pasted cannot stand in a line; `sentence` says why."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.sentence = sentence


class LinesPasted(Message):
    """Several lines were pasted where one is written; what stood in the line is part of the first."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__()
        self.lines = lines


class RowMarked(Message):
    """Another row is under the cursor."""

    def __init__(self, rows: Widget, key: Any) -> None:
        super().__init__()
        self.rows, self.key = rows, key

    @property
    def control(self) -> Widget:
        return self.rows


class RowChosen(RowMarked):
    """A row was chosen, with Enter or the mouse."""


class WindowWanted(Message):
    """A list needs rows that it does not hold: `limit` rows from `offset`."""

    def __init__(self, offset: int, limit: int) -> None:
        super().__init__()
        self.offset, self.limit = offset, limit


class Clicked(Message):
    """A word that does something was clicked; `command` says what, such as `room:history`, `key:f1`, `do:store`."""

    def __init__(self, command: str) -> None:
        super().__init__()
        self.command = command
