"""What every room and dialog has: bars, a line that says things, and work in the background."""

import asyncio
import inspect
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.worker import Worker, WorkerCancelled, WorkerFailed

from journal import activity, terminal
from journal.app import keys, shell_words
from journal.app.messages import Clicked
from journal.app.screens import ROOMS
from journal.app.widgets.clickable_text import (
    CALM,
    MOST_KEYS,
    ClickableWord,
    Notice,
    WordBar,
    WordFlow,
    cells_of,
    manner_of,
)
from journal.app.widgets.line_list import LineList
from journal.errors import Refused

if TYPE_CHECKING:
    from journal.app.main import JournalApp

Result = TypeVar("Result")
ROOMS_CSS = Path(__file__).parent.parent / "rooms.tcss"
LAST_KEYS = ("command_palette", "help", "get_help", "quit")
"""Actions of which the keys stand at the right of the bar below."""
WIDE = 70
"""Columns from which the bar below has room for the keys of all actions and of when to get help; F1 names them
everywhere."""
BESIDE = 4
"""Columns beside what a bar holds."""
TOO_SMALL = "Too small: 20x6 is the least."


class BackgroundScreen(Screen[Any]):
    """A screen that asks the diary in the background and says what came of it."""

    room: ClassVar[str] = ""
    """Its name in the table of rooms, if it is there."""
    WRITES_LINES: ClassVar[bool] = False
    """Whether F1 tells what a line may say, behind the screen's own `HELP`."""

    TAKES_REMARKS: ClassVar[bool] = True
    """Whether it has room for what is said beside an answer. Below it a row that is being clicked would move away."""

    held_by: Worker[Any] | None = None
    """What every key waits for: what the screen was opened with, or a write that closes it."""
    room_digits: WordFlow | None = None
    """The rooms with their digits, once they were asked for here."""
    asked: tuple[Worker[Any], ...] = ()
    """What was asked of the diary and may be unanswered. Only what edits a field does not wait for it."""

    def body(self) -> ComposeResult:
        """What stands between its bars, or in its frame."""
        yield Notice(id="notice")

    async def may_type(self, *, everything: bool) -> None:
        """Until nothing holds the keys any more; with `everything`, until every question is answered."""
        while unanswered := next((worker for worker in self._held(everything) if not worker.is_finished), None):
            with suppress(WorkerCancelled, WorkerFailed):  # a newer question took its place, or it was refused
                await unanswered.wait()

    def _held(self, everything: bool) -> tuple[Worker[Any], ...]:
        return (*((self.held_by,) if self.held_by else ()), *(self.asked if everything else ()))

    @property
    def journal(self) -> "JournalApp":
        return cast("JournalApp", self.app)

    @property
    def clears_first(self) -> bool:
        """Whether the key that closes it only empties its field now."""
        return False

    @property
    def is_standing(self) -> bool:
        """Not being closed: what was read for it meanwhile has nothing to be shown on."""
        return not (self._closing or self._closed or self._pruning)

    def read(
        self,
        question: Callable[[], Result],
        then: Callable[[Result], object],
        group: str = "load",
        *,
        holds_keys: bool = False,
    ) -> None:
        """Read in a thread; an answer that a newer question has made stale is dropped."""

        async def run() -> None:
            try:
                with activity.doing("reading the diary"):
                    answer = await asyncio.to_thread(question)
            except Refused as refused:
                self.unread(refused)
            except Exception as error:
                self.unread(self.journal.fault(error))
            else:
                if not self.is_standing:
                    return
                done = then(answer)
                if inspect.isawaitable(done):
                    await done
                if not self.journal.writes:  # what a write has to remark is said behind its receipt, not before
                    self.journal.say_remarks()

        worker: Worker[None] = self.run_worker(run, group=group, exclusive=True)
        self.asked = (*(each for each in self.asked if not each.is_finished), worker)
        if holds_keys:
            self.held_by = worker

    def write(
        self,
        act: Callable[[], Result],
        then: Callable[[Result], None],
        refused: Callable[[Refused], None] | None = None,
        *,
        holds_keys: bool = True,
    ) -> None:
        """Write in a thread, one after the other in the order in which they were asked for.

        Keys wait for it, since it may close the screen or move what is marked; only where one types ahead they do not.
        """

        is_over = asyncio.get_running_loop().create_future()
        self.journal.writes.add(is_over)

        async def run() -> None:
            try:
                async with self.journal.writing:
                    with activity.doing("storing"):
                        answer = await asyncio.to_thread(act)
            except Refused as refusal:
                (refused or self.refused)(refusal)
            except Exception as error:
                (refused or self.refused)(self.journal.fault(error))
            else:
                then(answer)
            finally:
                self.journal.writes.discard(is_over)
                is_over.set_result(None)

        worker: Worker[None] = self.app.run_worker(run, group="write")
        if holds_keys:
            self.held_by = worker

    def on_resize(self) -> None:
        """A wider window has room for more keys."""
        self.call_after_refresh(self.show_keys)

    def show_keys(self) -> None:
        """Show in the last line which keys apply now, and what has somebody wait; while it opens, a screen has none."""
        for bar in self.query("#keys").results(WordBar):
            bar.show(*key_words(self))

    @on(Clicked)
    async def do_clicked(self, message: Clicked) -> None:
        kind, _, name = message.command.partition(":")
        if kind in ("room", "dialog", "app"):
            self.journal.open(message.command)
        elif kind == "key":
            self.app.call_later(self.app.simulate_key, name)  # by the app: of its own keys a screen hears no more
        else:
            await self.clicked(message.command)

    async def clicked(self, command: str) -> None:
        """Something of the screen's own was clicked."""

    def half_typed(self) -> list[tuple[date, str]]:
        """What was typed here for the diary and not entered, each of its day."""
        return []

    def unread(self, refused: Refused) -> None:
        """What was asked of the diary cannot be read. A list that would pass for the answer is emptied here."""
        self.refused(refused)

    def refused(self, refused: Refused) -> None:
        self.say(terminal.refusal_sentence(refused), manner_of(refused))

    def say(self, text: str, manner: str = "") -> None:
        """Say something in the line for it. The text is fit to be shown. What a screen is told while it opens is said
        when it stands."""
        if self._notice_line:
            self._notice_line.say(shell_words.in_app(text) if manner in ("wrong", CALM) else text, manner)
        else:
            self.call_after_refresh(self.say, text, manner)

    def say_changed(self, text: str) -> None:
        """Say what was just stored or undone in the diary, which has every screen read anew."""
        self.say(text, "done")
        self.journal.diary_changed(named=True)

    def say_also(self, text: str) -> None:
        """Say something more about what was just done."""
        self.say("\n".join(filter(None, (self.notice, text))), "done")

    @property
    def _notice_line(self) -> Notice | None:
        """The line for what is said; a screen that is being opened or closed has none."""
        return next(iter(self.query("#notice").results(Notice)), None)

    @property
    def notice(self) -> str:
        return self._notice_line.text if self._notice_line else ""

    @property
    def quiet_hint(self) -> str:
        """What is said as long as there is nothing else to say."""
        return ""

    @property
    def has_receipt(self) -> bool:
        """Whether the notice says what was done."""
        return self._notice_line is not None and self._notice_line.has_class("-done")

    def forget_receipt(self) -> None:
        """What was stored last is another thing by now: the notice that says how to undo it goes."""
        if self.has_receipt:
            self.say(self.quiet_hint, "quiet")


class Room(BackgroundScreen):
    """A room of the app, with its bars."""

    version = -1
    """The diary's version of which the room shows something; -1 before it was asked."""

    def load(self) -> None:
        """Ask the diary for what is shown; a room that shows nothing of it has nothing to ask."""

    def keep_up(self) -> None:
        """Ask again if the diary has changed since."""
        if self.version not in (-1, self.journal.diary.version):
            self.forget_receipt()
            self.load()

    def on_screen_resume(self) -> None:
        self.keep_up()

    def compose(self) -> ComposeResult:
        yield WordBar(id="rooms")
        yield from self.body()
        yield WordBar(id="keys")
        yield Notice(TOO_SMALL, id="too-small")

    def title_words(self) -> str:
        return ROOMS[self.room].title

    def on_mount(self) -> None:
        self.show_title()
        self.bindings_updated_signal.subscribe(self, lambda _: self.show_keys())

    def show_title(self) -> None:
        sample = " · sample" if self.journal.is_sample else ""
        rooms = [
            ClickableWord(room.title, f"room:{room.name}", "bold underline" if room.name == self.room else "")
            for room in ROOMS.values()
        ]
        digits = _key_word(self, keys.key_of(keys.ROOMS_KEY, self.journal.preferences.keys), "")
        title = ClickableWord(self.title_words() + sample, style="bold")
        self.query_one("#rooms", WordBar).show([title], [digits, *rooms], more=digits._replace(text="…", key=""))

    def begin_with(self, action: str) -> None:
        """Do what one came for."""
        getattr(self, f"action_{action}")()


class Dialog(ModalScreen[Any], BackgroundScreen):
    """A question or a form over a room, in a frame with its heading. Escape leaves it."""

    CSS_PATH = ROOMS_CSS
    FRAME: ClassVar[str] = ""
    """`small` is as high as what it holds, `tall` as high and wide as the screen lets it."""
    heading = ""
    dialog = ""
    """Its name in the table of dialogs, if it is there."""
    LEAVING: ClassVar[tuple[str, str, str]] = (
        "The form was changed",
        "None of it is stored yet.",
        "Leave it as it was",
    )
    """What is asked before a changed one is left, what is so then, and the answer that leaves it."""

    @property
    def is_changed(self) -> bool:
        """Whether something would be lost without a word if it were left now."""
        return False

    def compose(self) -> ComposeResult:
        with Vertical(classes=f"dialog {self.FRAME}") as frame:
            frame.border_title = Content(self.heading)
            yield from self.body()
        yield WordBar(id="keys")

    def on_mount(self) -> None:
        if self.journal.is_sample:
            self.query_one(".dialog").border_subtitle = Content("sample")
        self.bindings_updated_signal.subscribe(self, lambda _: self.show_keys())


def key_words(screen: Screen[Any]) -> tuple[list[ClickableWord], list[ClickableWord]]:
    """The keys that apply now, at most seven: those of what has the focus first; all actions and help at the right.

    What has somebody wait stands before them as long as it lasts, and takes the room of those at the right.
    """
    key_word: dict[str, ClickableWord] = {}
    for node, binding, enabled, _ in screen.active_bindings.values():
        if binding.show and enabled and binding.description and binding.id and binding.action not in key_word:
            verb = node.verb if isinstance(node, LineList) and binding.action == "choose" else ""
            if binding.id == "dialog.close" and isinstance(screen, BackgroundScreen) and screen.clears_first:
                verb = "clear"
            key_word[binding.action] = _key_word(screen, binding, (verb or binding.description).lower())
    if screen.size.width >= WIDE and isinstance(screen, BackgroundScreen):
        get_help = keys.key_of(keys.GET_HELP, screen.journal.preferences.keys)
        key_word[get_help.action] = _key_word(screen, get_help, "get help")
    else:
        key_word.pop("command_palette", None)
    if isinstance(screen, Dialog):
        for binding in (keys.QUIT, keys.HELP):  # which apply in it, although it hides the bindings of the app
            word = _key_word(screen, keys.key_of(binding, screen.journal.preferences.keys), binding.description.lower())
            columns = cells_of([*key_word.values(), word]) + BESIDE
            if len(key_word) < MOST_KEYS and columns <= screen.size.width:
                key_word[binding.action] = word
    last = [key_word.pop(action) for action in LAST_KEYS if action in key_word]
    first = list(key_word.values())[: MOST_KEYS - len(last)]
    if lasting := activity.lasting():
        return [ClickableWord(terminal.cut(f"{lasting} ·", screen.size.width - BESIDE)), *first], []
    return first, last


def _key_word(screen: Screen[Any], binding: Binding, text: str) -> ClickableWord:
    return ClickableWord(text, f"key:{binding.key}", key=screen.app.get_key_display(binding))
