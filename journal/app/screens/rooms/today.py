"""Today, or any other day: the line, the digits, the day's records and its check-in."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content

from journal import moments, terminal
from journal.app import keys, messages, page_rows, record_words
from journal.app.diary import Receipt, TodayPage, line_entered, receipt_line
from journal.app.models import preview
from journal.app.page_day import PageDay
from journal.app.screens.base import Room
from journal.app.unstored_lines import UnstoredLine
from journal.app.week_beside import week_beside
from journal.app.widgets.aside import Aside
from journal.app.widgets.clickable_text import ClickableWord, Notice, WordFlow, manner_of
from journal.app.widgets.phrase_line import HELP, PhraseLine
from journal.app.widgets.table import RowTable
from journal.errors import PhraseRefused, Refused
from journal.phrases import word_endings
from journal.phrases.context import Context
from journal.records import Episode, replace


class TodayScreen(Room):
    """The page of a day; today's turns over with the day."""

    HELP = (
        "Type what happened and press Enter; nothing is stored before. Below the line stands what it would store.\n"
        "A digit and Enter is one of your commonest episodes; 0 and Enter says that there were no twitches.\n"
        "With the line empty, left and right lead to other days, down into the page, and up to the lines before.\n"
        "? lists every word that a line may say, F8 takes what is offered first. Escape leads back."
    )
    WRITES_LINES = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "day(-1)", "Day before", key_display="←", id="day.before", show=False),
        Binding("right", "day(1)", "Day after", key_display="→", id="day.after", show=False),
        Binding("escape", "home", "To the line, then to today", id="home", show=False),
        Binding("delete,backspace", "delete", "Delete", key_display="Del", id="record.delete"),
    ]
    AUTO_FOCUS = "#line"
    room = "today"

    def __init__(self) -> None:
        super().__init__()
        self.page_day = PageDay()
        self.page: TodayPage | None = None
        self.names = word_endings.CompletionNames([], [])
        self._previewing = False
        self._last_receipt = ""
        self._refused_line = ""
        self._refused_entry: UnstoredLine | None = None
        self._has_news = False
        """Whether a line was stored since the page was read, which marks what is new then."""

    def body(self) -> ComposeResult:
        with Vertical(id="what") as box:
            box.border_title = Content("What happened?")
            with Horizontal(id="entry"):
                yield PhraseLine(self._completions, self.enter, placeholder="left calf 4 2m")
                yield WordFlow(id="store")
            yield Notice(page_rows.HINT, id="notice")
        yield Vertical(id="page")

    def on_mount(self) -> None:
        self.line.leads_down = self.line.takes_lines = True
        self.line.set_aside = self.set_aside
        self.line.read_past = partial(self.read, self.journal.diary.past_lines, group="past", holds_keys=True)
        super().on_mount()
        self.say(page_rows.HINT, "quiet")
        self.call_after_refresh(self.furnish)

    async def furnish(self) -> None:
        """The page below the line comes when the first frame stands, so that one can type at once."""
        panels = Horizontal(
            RowTable("Records", empty=page_rows.NOTHING, id="records", typing=True, verb="Edit"),
            RowTable("Check-in", id="checkin", typing=True, brief=True, verb="Answer"),
            week_beside(self),
            id="panels",
        )
        self.load()
        flows = WordFlow(id="digits"), WordFlow(id="offers"), WordFlow(id="going-on")
        await self.query_one("#page", Vertical).mount(*flows, panels)

    # ---- the page ------------------------------------------------------------------------------

    @on(messages.DayTurned)
    @on(messages.DiaryChanged)
    def load(self) -> None:
        self.version = self.journal.diary.version
        self.read(partial(self.journal.diary.page, self.day), self.show, holds_keys=True)

    def show(self, page: TodayPage) -> None:
        clock, hours = page.context.clock, self.journal.preferences.hours
        if self.page_day.stay_with_line(clock.today, self.line.value):
            self.load()
            return
        first, is_opened = self.page is None, self.page is None or self.page.day.day != page.day.day
        self.page = page
        self.journal.page_was_read(clock, is_sample=page.is_sample)
        self.names = word_endings.names(page.context, page.use)
        with self.app.batch_update():
            self.show_records(has_news=self._has_news, is_opened=is_opened)
            checkin = self.query_one("#checkin", RowTable)
            checkin.border_title = Content(page_rows.checkin_title(page))
            checkin.show(page_rows.question_rows(page, hours), has_news=self._has_news)
            self._has_news = False
            self.query_one("#digits", WordFlow).show(page_rows.digit_words(page))
            offer_keys = self.journal.key_shown(keys.OFFER), f"{self.journal.key_shown(keys.ROOMS_KEY)} 0"
            self._show_flow("#offers", page_rows.offer_words(page, *offer_keys))
            self._show_going_on(page)
            self.query_one(Aside).load()
            self.show_title()
        if first and self.journal.preferences.complaint:
            self.say(terminal.on_one_line(self.journal.preferences.complaint), "wrong")
        if first or self.line.value:
            self._preview_soon()

    @on(messages.UnstoredChanged)
    def refresh_records(self) -> None:
        self.show_records(has_news=self._has_news or None)

    def show_records(self, *, has_news: bool | None, is_opened: bool = False) -> None:
        """Those of the page; of a day that was just opened the newest is in sight, and a line that waits since now."""
        if self.page:
            rows = page_rows.record_rows(self.page, self.journal.preferences.hours, self.journal.unstored.on_page)
            records = self.query_one("#records", RowTable)
            records.empty = page_rows.NO_RECORD if self.page.day.logged else page_rows.NOTHING
            newest = self.page.day.records[-1][0].id if is_opened and self.page.day.records else None
            waiting = [row.key for row in rows if row.quiet and row.key not in {each.key for each in records.rows}]
            in_sight = waiting[0] if waiting and not records.has_focus else newest
            records.show(rows, has_news=has_news, opened_at=in_sight)

    def title_words(self) -> str:
        if self.page is None:
            return ""
        return record_words.day_title(self.page.day.day, self.page.context.clock)

    def show_title(self) -> None:
        super().show_title()
        day = f" on {moments.day_words(self.day, self.journal.today)}" if self.day else ""
        self.query_one("#what", Vertical).border_title = Content(f"What happened{day}?")

    def _show_going_on(self, page: TodayPage) -> None:
        now = self.journal.diary.read_clock().now
        self._show_flow("#going-on", page_rows.going_on_words(page, now, self.journal.preferences.hours))

    def _show_flow(self, flow: str, texts: list[ClickableWord]) -> None:
        """Words under the line, or nothing of it where there are none."""
        self.query_one(flow, WordFlow).display = bool(texts)
        self.query_one(flow, WordFlow).show(texts)

    # ---- days ----------------------------------------------------------------------------------

    @property
    def day(self) -> date | None:
        """None as long as it is today."""
        return self.page_day.day

    @property
    def _current_day(self) -> date:
        """Today by the clock: the app notices a second later."""
        return self.journal.diary.today(self.journal.day_starts)

    def go_to(self, day: date) -> None:
        """The page of a day; today's is the one that turns over. What is half typed waits on the day of which it is."""
        draft = self.page_day.go_to(day, self._current_day, self.line.value)
        if draft is not None:
            self.line.fill(draft)
        self.load()

    def action_day(self, by: int) -> None:
        self.go_to((self.day or self.journal.today) + timedelta(days=by))

    @on(messages.DayMoved)
    def move_day(self, message: messages.DayMoved) -> None:
        message.stop()
        self.action_day(message.days)

    def action_home(self) -> None:
        if not self.line.has_focus:
            self.line.focus()
        elif self.line.value:
            self.line.value = ""
        elif self.day:
            self.go_to(self._current_day)

    @on(messages.MinutePassed)
    def tick(self) -> None:
        if self.page and self.page.going_on:
            self._show_going_on(self.page)

    # ---- the line ------------------------------------------------------------------------------

    @property
    def line(self) -> PhraseLine:
        return self.query_one("#line", PhraseLine)

    def _completions(self, line: str) -> word_endings.Completions:
        return word_endings.completions(line, self.names)

    @on(messages.LineChanged)
    def line_changed(self) -> None:
        self._preview_soon()

    def _preview_soon(self) -> None:
        """Once for all the letters that are waiting, so that typing is never slower than the preview."""
        if not self._previewing:
            self._previewing = True
            self.call_later(self._preview)

    def _preview(self) -> None:
        self._previewing = False
        line = self.line.value
        endings = page_rows.completion_words(self._completions(line), line, self.size.width)
        self.query_one("#what", Vertical).border_subtitle = endings
        if line.strip() and line == self._refused_line:
            return
        self.query_one("#store", WordFlow).show([page_rows.STORE])
        if line.strip().lower() == HELP:
            self.say("Enter opens the list of words; its first line is when to get help.", "quiet")
            return
        if not line.strip():
            if self.page_day.returns:
                self.go_to(self._current_day)
            if self._last_receipt:
                self.say(self._last_receipt, "done")
            elif self._refused_line or not self.query_one("#notice", Notice).has_class("-wrong"):
                self._refused_line = ""  # the line that was refused is gone, and so is the reason
                self.say(self.quiet_hint, "quiet")
            return
        self._last_receipt = ""
        if self.page:
            self._refused_line = ""
            reading = preview.preview_typed(line, self.names, partial(self._reading, self.page, self.page.going_on))
            self.say(reading.text or self.quiet_hint, "" if reading.readable else "quiet")
            self.query_one("#store", WordFlow).show(page_rows.ways_on(reading))

    @property
    def quiet_hint(self) -> str:
        return page_rows.hint(self.page_day.drafts, self.journal.unstored.summary, self.journal.today)

    def _context_now(self, page: TodayPage) -> Context:
        clock = replace(self.journal.diary.read_clock(), day_starts=page.context.clock.day_starts)
        return replace(page.context, clock=clock)

    def _reading(
        self, page: TodayPage, going_on: list[Episode] | None, line: str, *, proposes: bool = True
    ) -> preview.Preview:
        context, hours = replace(self._context_now(page), proposes=proposes), self.journal.preferences.hours
        return preview.naming_note_key(preview.preview(line, context, self.day, hours, going_on))

    def begin(self, phrase: str) -> None:
        """Begin a line with these words, behind what stands in it; nothing is stored before Enter."""
        self.line.value = f"{self.line.value.strip()} {phrase} ".lstrip()
        self.line.cursor_position = len(self.line.value)
        self.line.focus()

    def enter(self, line: str) -> bool:
        """Take a line to be stored, or say why not. It leaves the line at once, so that the next one can be typed."""
        self.journal.unstored.try_again()
        if not line.strip() or not self.page:
            return False
        self.page_day.stay_with_line(self._current_day, self.line.value)
        reading = self._reading(self.page, None, line)  # what is going on may be under way to the page
        clock, day = self.journal.diary.read_clock(), self.day or self._current_day
        store = partial(self.journal.diary.enter, line, self.day, self.page.digits, clock)
        unstored = UnstoredLine.entered(line, day, clock, self._context_now(self.page), store, line_entered)
        if reading.readable:
            self.journal.unstored.store(self, unstored, store, self.stored, self._not_stored)
        else:
            unstored.note_refusal(terminal.sentence(reading.text), reading.manner, of_words=True)
            self._refused(unstored, page_rows.ways_on(reading))
        return reading.readable

    def set_aside(self) -> None:
        """The line that was refused waits, since another was typed behind it before one can have read why."""
        if self._refused_entry and self._refused_line == self.line.value:
            self.line.take_value()
            self._last_receipt = self._refused_line = ""
            self.journal.unstored.add(self._refused_entry)

    def stored(self, receipts: list[Receipt]) -> None:
        summary = "\n".join(receipt_line(receipt, self.journal.preferences.hours) for receipt in receipts)
        self._last_receipt, self._has_news = f"{summary} · ^z undoes it\n{self.journal.unstored.summary}".strip(), True
        self.say_changed(self._last_receipt)

    def say_also(self, text: str) -> None:
        super().say_also(text)
        self._last_receipt = self.notice

    def forget_receipt(self) -> None:
        super().forget_receipt()
        self._last_receipt = ""

    def _not_stored(self, line: UnstoredLine, refused: Refused) -> None:
        """A line of which the words cannot be taken stands in its field again; whatever else it is waits."""
        of_words = isinstance(refused, PhraseRefused)
        line.note_refusal(terminal.refusal_sentence(refused), manner_of(refused), of_words=of_words)
        if line.is_refused and not self.line.value and line.day == (self.day or self._current_day):
            self.line.fill(line.text)
            self.line.note_refused()
            self._refused(line)
        else:
            self._last_receipt = ""
            self.journal.unstored.add(line)

    def _take_back(self, key: str) -> None:
        """A line that is not stored yet, to be edited."""
        is_empty = not self.line.value.strip()
        line = self.journal.unstored.take(key) if is_empty else None
        if line is None:
            self.say("It is being tried just now." if is_empty else "Store what the line holds, or empty it.", "wrong")
            return
        if line.day != (self.day or self._current_day):
            self.go_to(line.day)
        self.begin(line.text)
        sentence = f"Entered at {line.entered_at}. {terminal.sentence(line.reason)}"
        self._refused(line, [] if line.is_refused else [page_rows.STORE], sentence)

    def _refused(self, line: UnstoredLine, ways_on: Sequence[ClickableWord] = (), sentence: str = "") -> None:
        """Say why, and what a click does with it; both stand until the line is another one."""
        self._refused_entry, self._refused_line, self._last_receipt = line, self.line.value, ""
        self.say(sentence or line.reason, line.manner)
        self.query_one("#store", WordFlow).show(ways_on)

    @on(messages.LinesPasted)
    def look_at_lines(self, message: messages.LinesPasted) -> None:
        from journal.app.screens.dialogs.pasted_lines import look_at_lines

        if self.page:
            look_at_lines(self, message.lines, self._context_now(self.page), self.day, self.page.digits)

    def lines_stored(self, receipts: list[Receipt]) -> None:
        self.line.take_value()
        self.call_later(self.stored, receipts)  # once this screen is in front again

    @on(messages.PasteRefused)
    def refuse_paste(self, message: messages.PasteRefused) -> None:
        self.say(terminal.sentence(message.sentence), "wrong")

    def half_typed(self) -> list[tuple[date, str]]:
        lines = [*self.page_day.drafts.items(), (self.day or self._current_day, self.line.value)]
        return [(day, line) for day, line in lines if line.strip()]

    # ---- between the panels --------------------------------------------------------------------

    def action_into_page(self) -> None:
        records = self.query_one("#records", RowTable)
        panel = records if any(row.key for row in records.rows) else self.query_one("#checkin", RowTable)
        panel.action_end(-1)
        panel.focus()

    @on(messages.LeftRows)
    def back_to_line(self) -> None:
        self.line.focus()

    @on(messages.Typed)
    def type_into_line(self, message: messages.Typed) -> None:
        self.line.focus()
        self.line.take(message.letter)

    @on(messages.RowChosen, "#records")
    def edit(self, message: messages.RowChosen) -> None:
        if message.key.startswith("unstored:"):
            self._take_back(message.key)
        else:
            self.journal.edit(message.key)

    @on(messages.RowChosen, "#checkin")
    def answer(self, message: messages.RowChosen) -> None:
        self.journal.open_checkin(self.page.day.day if self.page else self.journal.today, message.key)

    def action_delete(self) -> None:
        records = self.query_one("#records", RowTable)
        if records.has_focus and str(records.marked).startswith("unstored:"):
            self.say("It is not stored: Enter takes it back into the line, where it can be edited or emptied.", "quiet")
        elif self.page and records.has_focus and records.marked:
            self.journal.delete(records.marked, self.page.day.record(records.marked))

    async def clicked(self, command: str) -> None:
        kind, _, name = command.partition(":")
        if kind == "store":
            self.line.focus()
            await self.line.action_submit()
        elif kind == "digit":
            self.line.focus()
            self.line.value = name
            self.line.cursor_position = 1
        else:
            await super().clicked(command)
