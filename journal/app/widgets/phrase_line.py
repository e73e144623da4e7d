"""The line into which one writes what happened."""

import unicodedata
from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.suggester import Suggester

from journal.app.messages import DayMoved, LineChanged, LinesPasted, PasteRefused
from journal.app.widgets import line_input
from journal.app.widgets.line_input import LineInput
from journal.phrases.read.words.lexer import plain_text
from journal.phrases.word_endings import Completions
from journal.terminal import printable

HELP = "help"
"""The line that opens the list of words, as ? does."""
KEYS_WHILE_EMPTY = ("left", "right", "up", "down")
"""They lead elsewhere from an empty line."""


class PhraseLine(LineInput):
    """An Input that completes names; while it is empty the arrows lead to other days and into the page."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "complete", "Complete the word", show=False, id="line.complete"),
        Binding("up", "earlier", "Last lines", key_display="↑", id="line.earlier", show=False),
        Binding("down", "below", "Records", key_display="↓", id="line.records"),
        Binding("ctrl+n", "note", "Keep the line as the day's note", key_display="^n", id="line.note", show=False),
    ]
    leads_down = False
    """Whether there is a page below the line."""
    takes_lines = False
    """Whether several lines can be pasted at once; else they become one."""

    def __init__(
        self,
        complete: Callable[[str], Completions],
        enter: Callable[[str], bool],
        *,
        value: str = "",
        placeholder: str = "",
        id: str = "line",
    ) -> None:
        super().__init__(value, placeholder, id=id, suggester=_Completing(complete))
        self.complete = complete
        self.enter = enter
        """Takes the line, or not: then it stays."""
        self.set_aside: Callable[[], None] | None = None
        """Has a line that was refused wait elsewhere: another one was typed behind it."""
        self._refused: tuple[str, float] = ("", 0)
        """What was refused, and when."""
        self._offered: list[str] = []
        """The lines that Tab goes through, the one that stands in the line first."""
        self.read_past: Callable[[Callable[[list[str]], None]], None] | None = None
        """Reads what was entered before the app was opened, the newest last; asked by the first arrow up."""
        self._is_past_read = False
        self._entered: list[str] = []
        self._recalled = 0
        """The place among the lines entered of the one that was brought back last."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.leads_down if action in ("below", "earlier", "note") else super().check_action(action, parameters)

    # ---- the lines entered before --------------------------------------------------------------

    def action_earlier(self) -> None:
        """The line entered before, in place of nothing or of one that was brought back."""
        if self.read_past and not self._is_past_read and not self.value:
            self._is_past_read = True
            self.read_past(self._with_past)
            return
        if not self.value:
            self._recalled = len(self._entered)
        if self._recalled and (not self.value or self._is_recalled):
            self._recalled -= 1
            self.fill(self._entered[self._recalled])

    def _with_past(self, lines: list[str]) -> None:
        self._entered[:0] = lines
        self.action_earlier()

    def forget_entered(self) -> None:
        """The lines are to be read anew: another program changed the diary, and what it erased must not come back."""
        if self._is_recalled:
            self.fill("")
        self._entered.clear()
        self._recalled = 0
        self._is_past_read = False

    async def action_below(self) -> None:
        """Back towards the empty line, and from there into the page."""
        if not self._is_recalled:
            await self.run_action("screen.into_page")
            return
        self._recalled += 1
        self.fill("".join(self._entered[self._recalled : self._recalled + 1]))

    @property
    def _is_recalled(self) -> bool:
        return bool(self.value) and self._entered[self._recalled : self._recalled + 1] == [self.value]

    # ---- typing --------------------------------------------------------------------------------

    def action_complete(self) -> None:
        """The likeliest ending of the word; once more, the next one."""
        if self._offered and self.value == self._offered[0]:
            self._offered = [*self._offered[1:], self._offered[0]]
        else:
            self._offered = self.complete(self.value).lines if self.cursor_at_end else []
        if self._offered:
            self.value = self._offered[0]
            self.cursor_position = len(self.value)
        else:
            self.screen.focus_next()

    def action_cursor_left(self, select: bool = False) -> None:
        if self.value or select:
            super().action_cursor_left(select)
        else:
            self.post_message(DayMoved(-1))

    def action_cursor_right(self, select: bool = False) -> None:
        if self.value or select:
            super().action_cursor_right(select)
        else:
            self.post_message(DayMoved(1))

    def take(self, letter: str) -> None:
        """As if it had been typed at the end of the line."""
        self.cursor_position = len(self.value)
        if self.value or letter != " ":
            self.insert_text_at_cursor(letter)

    def _on_paste(self, event: events.Paste) -> None:
        """Keeps all that was pasted: ends of line become what the grammar reads as one, or a space."""
        self._before_typing(event)
        event.prevent_default()
        event.stop()
        text = plain_text(event.text).replace("\r", "\n")
        for letter in text:
            if letter not in "\n\t" and unicodedata.category(letter) == "Cc":
                self.post_message(
                    PasteRefused(
                        f"what was pasted holds a control character (U+{ord(letter):04X}), which cannot be stored;"
                        " nothing was pasted"
                    )
                )
                return
        begin, end = sorted(self.selection)
        lines = pasted_lines(self.value[:begin], text)
        if len(lines) == 1 or not self.takes_lines:
            self.replace(" ".join(lines), begin, end)
        else:
            first, *others = lines
            self.post_message(LinesPasted([self.value[:begin] + first + self.value[end:], *others]))

    def on_input_changed(self, event: LineInput.Changed) -> None:
        event.stop()
        self.post_message(LineChanged(self.value))

    async def _on_key(self, event: events.Key) -> None:
        """Enter acts at once and not as a binding does, by a message: what is typed after it is the next line."""
        self._before_typing(event)
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            await self.action_submit()
        elif event.key == "question_mark" and not self.value and self.leads_down:
            event.stop()
            event.prevent_default()
            await self.run_action("app.dialog('words')")
        else:
            await super()._on_key(event)

    def note_refused(self) -> None:
        """What the line holds was just refused."""
        self._refused = self.value, Message().time

    def _before_typing(self, event: events.Key | events.Paste) -> None:
        """What nobody can have typed for a line that was just refused is the next line, and not joined to it."""
        line, instant = self._refused
        if self.set_aside and line.strip() and self.value == line:
            key = "" if isinstance(event, events.Paste) or event.is_printable else event.key
            until = instant if key else instant + line_input.REACTION  # an arrow may edit the line that is seen again
            if (not key or key in KEYS_WHILE_EMPTY) and event.time < until:
                self.set_aside()
            elif isinstance(event, events.Key) and (event.character or "").isalnum() and not line[-1].isspace():
                self._add_word(line)

    def _add_word(self, line: str) -> None:
        """What is typed at the end of a line that was read as a whole is another word: the one thing that it lacked."""
        if self.cursor_position == len(line) and self.selection.is_empty:
            self.insert_text_at_cursor(" ")

    async def action_submit(self) -> None:
        if self.leads_down and self.value.strip().lower() == HELP:
            self.take_value()
            await self.run_action("app.dialog('words')")
        else:
            self._enter(self.value)

    def action_note(self) -> None:
        """The line as the day's note, word for word."""
        if self.value.strip():
            self._enter(f"note {self.value}")

    def _enter(self, line: str) -> None:
        if self.enter(line):
            self.take_value()
            if line not in self._entered[-1:]:
                self._entered.append(line)
        else:
            self.note_refused()


def pasted_lines(before: str, text: str) -> list[str]:
    """What was pasted behind this text, as lines without the blank ones; a line may break within quotes, where the
    grammar writes the break as \\n and a tab as \\t."""
    is_quoted = before.count('"') % 2 == 1
    lines = [""]
    for letter in text:
        if letter == "\n" and not is_quoted:
            lines.append("")
        else:
            lines[-1] += {"\n": "\\n", "\t": "\\t" if is_quoted else " "}.get(letter, letter)
        is_quoted ^= letter == '"'
    return [line for line in lines if line.strip()] or [""]


class _Completing(Suggester):
    def __init__(self, complete: Callable[[str], Completions]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self.complete = complete

    async def get_suggestion(self, value: str) -> str | None:
        line = next(iter(self.complete(value).lines), "").rstrip()
        return printable(line) if line.startswith(value) and line != value else None
