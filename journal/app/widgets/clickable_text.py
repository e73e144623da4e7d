"""The bars of a screen: rooms above, keys below, and words that can be clicked."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.style import Style
from textual.widget import Widget
from textual.widgets import Static

from journal.app.messages import Clicked
from journal.errors import PhraseRefused, Refused
from journal.terminal import cell_len, cut, on_one_line, on_screen

MOST_KEYS = 7
"""Of a bar."""
MARKS = {"wrong": "✗ ", "done": "✓ "}
"""Manner -> the mark before what is said: a colour alone would not tell an error from what was stored."""
CALM = "calm"
"""The manner of what is no error, although nothing was stored: where to read on."""


def manner_of(refused: Refused) -> str:
    """How it is said that something cannot be done: a word of alarm, or a question, is answered calmly."""
    return CALM if isinstance(refused, PhraseRefused) and refused.chapter else "wrong"


class Notice(Static):
    """A sentence or a few lines: a preview, what was stored, what went wrong. Never markup."""

    def __init__(self, text: str = "", *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(Content(text), id=id, classes=classes, markup=False)
        self.set_class(not text, "-empty")
        self.text = text
        self._marked = Content(text)
        """The text behind the mark of its manner."""

    def say(self, text: str, manner: str = "") -> None:
        """Show a text; `manner` is "", "quiet", "calm", "done" or "wrong"."""
        text = on_screen(text)
        for name in ("quiet", "done", "wrong"):
            self.set_class(manner == name, f"-{name}")
        self.set_class(not text, "-empty")
        before, content = self._marked, Content(MARKS.get(manner, "") + text if text else "")
        self.text, self._marked = text, content
        if content.plain != before.plain:
            self.update(content, layout=self._takes(before) != self._takes(content))

    def _takes(self, content: Content) -> object:
        """How many columns and lines a text takes: the screen is laid out anew only where that changes."""
        room, width, rules = self.content_size.width, self.styles.width, self.styles.get_rules()
        if not room:
            return object()  # it is not known yet, so it is like nothing else
        columns = content.get_optimal_width(rules, 0) if width is None or width.is_auto else 0
        return columns, content.get_height(rules, room)


class ClickableWord(NamedTuple):
    """A text in a bar, behind the key that does the same; `command` says what a click on it does."""

    text: str
    command: str = ""
    style: str = ""
    key: str = ""

    @property
    def label(self) -> str:
        return " ".join(filter(None, (self.key, self.text)))


KEY_STYLE = "bold $text-accent"
"""A key is told from its word by its weight too."""


class WordFlow(Widget):
    """Words that flow over as many lines as there is room for; some do something when they are clicked."""

    def __init__(self, *, id: str | None = None, gap: int = 3) -> None:
        super().__init__(id=id)
        self.gap = gap
        self.words: Sequence[ClickableWord] = ()

    def show(self, texts: Sequence[ClickableWord], gap: int = 0) -> None:
        """Show other words; with `gap`, so far from each other from then on."""
        texts, gap = _fit_to_show(texts), gap or self.gap
        if (list(texts), gap) != (list(self.words), self.gap):
            takes = self._takes()
            self.words, self.gap = texts, gap
            self.refresh(layout=self._takes() != takes)

    def _takes(self) -> object:
        """As of `Notice`."""
        nowhere, width = Size(), self.styles.width
        if not self.size.width:
            return object()
        columns = self.get_content_width(nowhere, nowhere) if width is None or width.is_auto else 0
        return columns, self.get_content_height(nowhere, nowhere, self.size.width)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        return cells_of(self.words, self.gap)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return self._lines(width).get_height({}, width)

    def render(self) -> Content:
        """Where they take more lines than there are, each has one, and ends in an ellipsis."""
        width, lines = self.size.width, self._lines(self.size.width)
        if lines.get_height({}, width) <= self.size.height:
            return lines
        labels = [
            word._replace(text=cut(word.text, width - cell_len(word.label) + cell_len(word.text)))
            for word in self.words
        ]
        return Content("\n").join([row(line, self.gap) for line in flow(labels, width, self.gap)])

    def _lines(self, width: int) -> Content:
        return Content("\n").join([row(line, self.gap) for line in flow(self.words, width, self.gap)])

    def on_click(self, event: events.Click) -> None:
        command = event.style.meta.get("command")
        if command:
            event.stop()
            self.post_message(Clicked(command))


def flow(texts: Sequence[ClickableWord], width: int, gap: int) -> list[list[ClickableWord]]:
    """Words in lines of this width; none is broken between two lines."""
    lines: list[list[ClickableWord]] = [[]]
    for word in texts:
        if lines[-1] and cells_of([*lines[-1], word], gap) > width:
            lines.append([])
        lines[-1].append(word)
    return lines


def row(texts: Iterable[ClickableWord], gap: int) -> Content:
    """Words on one line; each carries its command, so that a click knows it."""
    parts: list[Content | str] = []
    for word in texts:
        if parts:
            parts.append(" " * gap)
        part = Content.styled(word.label, word.style) if word.style else Content(word.label)
        if word.key:
            part = part.stylize(KEY_STYLE, 0, len(word.key))
        parts.append(part.stylize(Style.from_meta({"command": word.command})) if word.command else part)
    return Content.assemble(*parts)


class WordBar(Widget):
    """A line with words at the left and at the right, of which as many are shown as fit."""

    def __init__(self, *, id: str | None = None, gap: int = 2) -> None:
        super().__init__(id=id)
        self.keeps_right = id == "keys"
        self.left: Sequence[ClickableWord] = ()
        self.right: Sequence[ClickableWord] = ()
        self.more: ClickableWord | None = None
        """What stands for those at the right that have no room."""
        self.gap = gap

    def show(
        self, left: Sequence[ClickableWord], right: Sequence[ClickableWord] = (), more: ClickableWord | None = None
    ) -> None:
        left, right = _fit_to_show(left), _fit_to_show(right)
        if (left, right, more) != (self.left, self.right, self.more):
            self.left, self.right, self.more = left, right, more
            self.refresh()

    def render(self) -> Content:
        room = self.size.width
        kept = cells_of(self.right, self.gap) + self.gap if self.keeps_right else 0
        left = _fitting(self.left, room - kept, self.gap)
        used = cells_of(left, self.gap)
        gap = self.gap if used + self.gap + cells_of(self.right, self.gap) <= room else 1
        right = _fitting(self.right, room - used - self.gap, gap)
        if len(right) < len(self.right) and self.more:
            beside = _fitting(right, room - used - self.gap - cell_len(self.more.label) - gap, gap)
            right = [*beside, self.more] if beside else right
        space = " " * (room - used - cells_of(right, gap)) if right else ""
        return Content.assemble(row(left, self.gap), space, row(right, gap))

    def on_click(self, event: events.Click) -> None:
        command = event.style.meta.get("command")
        if command:
            event.stop()
            self.post_message(Clicked(command))


def _fit_to_show(texts: Iterable[ClickableWord]) -> list[ClickableWord]:
    return [word._replace(text=on_one_line(word.text), key=on_one_line(word.key)) for word in texts]


def cells_of(texts: Sequence[ClickableWord], gap: int = 2) -> int:
    """The columns of words in a row."""
    return sum(cell_len(word.label) for word in texts) + gap * max(0, len(texts) - 1)


def _fitting(texts: Sequence[ClickableWord], room: int, gap: int) -> Sequence[ClickableWord]:
    fitting = list(texts)
    while fitting and cells_of(fitting, gap) > room:
        fitting.pop()
    return fitting
