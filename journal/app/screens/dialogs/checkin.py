"""The check-in of a day as a form made from its questions; each answer is stored when it is given."""

from datetime import date, timedelta
from functools import partial
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message

from journal import terminal
from journal.app import page_rows, record_words
from journal.app.answer_choices import NOT_LOGGED, answer_hint, answer_words
from journal.app.diary import WORKOUT_LOAD, Answered, QuestionLine, TodayPage, answer_phrase, receipt_line
from journal.app.messages import DiaryChanged, RowMarked
from journal.app.models import preview
from journal.app.screens.base import Dialog
from journal.app.screens.dialogs.pick import leave_changed
from journal.app.unstored_lines import UnstoredLine
from journal.app.widgets import line_input
from journal.app.widgets.clickable_text import Notice, WordFlow, flow, manner_of
from journal.app.widgets.line_input import LineInput
from journal.app.widgets.table import RowTable, TableRow
from journal.catalog.questions import Question
from journal.errors import PhraseRefused, Refused

MOVING_KEYS = frozenset("down end escape home pagedown pageup up".split())
KEYS_OF_QUESTIONS = MOVING_KEYS | {"backspace", "delete"}
"""Keys that do something while no answer is typed: pressed behind an Enter, they are those of the next question."""
YESTERDAY = "yesterday"
"""The row of yesterday's workout, where that is open."""


class AnswerLine(LineInput):
    """The line of an answer; where nothing is typed, the keys that edit it are those of the questions."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Store", key_display="⏎", id="checkin.store"),
        Binding("up", "screen.move(-1)", "Question before", show=False, id="checkin.before"),
        Binding("down", "screen.move(1)", "Question", key_display="↑↓", id="checkin.next"),
        Binding("pageup", "screen.end(-1)", "First question", show=False, id="checkin.first_page"),
        Binding("pagedown", "screen.end(1)", "Last question", show=False, id="checkin.last_page"),
    ]

    async def _on_key(self, event: events.Key) -> None:
        """Before the field takes the letter: it may be the first one of the next answer."""
        if isinstance(self.screen, CheckInDialog):
            self.screen.before_typing(event)

    def _on_paste(self, event: events.Paste) -> None:
        if isinstance(self.screen, CheckInDialog):
            self.screen.before_typing(event)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("home", "delete_left", "delete_right") and not self.value:
            return False
        return super().check_action(action, parameters)


class CheckInDialog(Dialog):
    """Arrows lead from question to question; a number and Enter answers, `n` is none, Delete is not logged."""

    heading = "Check-in"
    HELP = (
        "Up and down choose a question, also while you type. Type the answer and press Enter, or click one:\n"
        "the next question that has no answer follows.\n"
        "n, or none, and Enter is none, which is not the same as not logged. Delete is back to not logged."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("home", "end(-1)", "First question", show=False, id="checkin.first"),
        Binding("end", "end(1)", "Last question", show=False, id="checkin.last"),
        Binding("escape", "close", "Close", id="dialog.close"),
        Binding("delete", "forget", "Not logged", key_display="Del", id="checkin.forget"),
        Binding("backspace", "forget_unless_typed", "Not logged", show=False, id="checkin.forget_back"),
    ]
    AUTO_FOCUS = "#answer"
    LEAVING = (
        "Not every answer is stored",
        "Only what was entered is stored.",
        "Leave without it",
    )

    def __init__(self, day: date, slug: str | None) -> None:
        super().__init__()
        self.day, self.slug = day, slug
        self.page: TodayPage | None = None
        self.page_before: TodayPage | None = None
        """Yesterday's, where its workout was open when the check-in began."""
        self.expected: dict[tuple[date, str], float | None] = {}
        """Day and question -> the answer as the page shows it, and as own answers have changed it since."""
        self.unanswered = 0
        """Answers under way: the page is behind them."""
        self._rows: list[TableRow] = []
        self._marked: str | None = None
        """The row whose answer the field holds."""
        self._drafts: dict[str, str] = {}
        """What is half typed under other questions: an answer never moves to another one."""
        self._refused_at: float | None = None
        """When an answer was refused, until the next key."""
        self._refused_row: str | None = None
        """The row of which the answer was refused, as long as the field holds that answer, or a mended one."""
        self._has_passed = False
        """Whether what was typed ahead has left that row."""
        self._answered: set[str] = set()
        """The rows answered here whose answers the page need not show yet."""
        self._completed_row: str | None = None
        """The row after which all is answered, while it is marked: what is typed there may be one answer too many."""
        self._has_typed = False
        """Whether something was typed since the question was marked, so that Backspace is only an edit."""

    def body(self) -> ComposeResult:
        with Vertical(id="asking"):
            yield RowTable(id="questions", always_marked=True)
            with Vertical(id="answering"):
                with Horizontal(id="answer-line"):
                    yield Notice("› ", classes="prompt")
                    yield AnswerLine(id="answer")
                yield WordFlow(id="choices-of-answer", gap=1)
        yield Notice(id="notice")

    def on_mount(self) -> None:
        super().on_mount()
        questions = self.query_one("#questions", RowTable)
        questions.can_focus = False
        self.watch(questions, "scroll_target_y", self.place_answer, init=False)
        self.load()

    def on_resize(self) -> None:
        self.call_after_refresh(self.place_answer)

    @on(DiaryChanged)
    def load(self) -> None:
        self.read(self._pages, self.show, holds_keys=True)

    def _pages(self) -> tuple[TodayPage, TodayPage | None]:
        """The page of the day, and of the day before where its workout is asked first, or was."""
        diary = self.journal.diary
        is_asked = self.page_before or (self.page is None and diary.is_yesterdays_workout_open(self.day))
        return diary.page(self.day), diary.page(self.day - timedelta(days=1)) if is_asked else None

    def show(self, pages: tuple[TodayPage, TodayPage | None]) -> None:
        page, before = pages
        first = self.page is None
        self.page, self.page_before = page, before
        if not self.unanswered and not self.journal.unstored.lines:
            self._answered.clear()
        if not self.unanswered:
            self.expected = {
                (each.day.day, slug): each.day.answers.get(slug)
                for each in filter(None, pages)
                for slug in each.context.lexicon.questions
            }
        title = Content(f"Check-in · {record_words.day_title(page.day.day, page.context.clock)}")
        self.query_one(".dialog", Vertical).border_title = title
        rows = self.query_one("#questions", RowTable)
        hours = self.journal.preferences.hours
        of_yesterday = page_rows.workout_row(before, YESTERDAY, hours) if before else []
        self._rows = [*of_yesterday, *page_rows.question_rows(page, hours)]
        self._show_rows()
        if first:
            rows.mark(self.slug or next(iter([YESTERDAY] if of_yesterday else self._open_rows), None))
        self.show_question()

    def _show_rows(self) -> None:
        """The questions, each with what is half typed for it."""
        drafts = {key: f"“{terminal.on_one_line(text)}” is typed and not stored" for key, text in self._drafts.items()}
        self.query_one("#questions", RowTable).show(
            [row._replace(note=drafts.get(row.key, row.note)) for row in self._rows]
        )

    @property
    def marked_page(self) -> TodayPage | None:
        """The page of the day that the marked question is of."""
        return self.page_before if self.query_one("#questions", RowTable).marked == YESTERDAY else self.page

    @property
    def question_line(self) -> QuestionLine | None:
        marked, page = self.query_one("#questions", RowTable).marked, self.marked_page
        slug = WORKOUT_LOAD if marked == YESTERDAY else marked
        return next((line for line in page.day.lines if line.question.slug == slug), None) if page else None

    @property
    def _volume_unit(self) -> str:
        return self.page.context.lexicon.volume_unit if self.page else "ml"

    @on(RowMarked, "#questions")
    def show_question(self) -> None:
        line, marked = self.question_line, self.query_one("#questions", RowTable).marked
        if line is None:
            return
        self._swap_drafts(marked)
        question = line.question
        self.query_one("#answer", LineInput).placeholder = answer_hint(question, self._volume_unit)
        self.query_one("#choices-of-answer", WordFlow).show(answer_words(line, self._volume_unit))
        self.place_answer()

    def _swap_drafts(self, marked: str | None) -> None:
        """What was typed stays with its question; what was typed for this one before stands in the field again."""
        if marked == self._marked:
            return
        field = self.query_one("#answer", LineInput)
        if self._marked and field.value.strip():
            self._drafts[self._marked] = field.value
        self._marked, self._has_typed, self._completed_row = marked, False, None
        field.fill(self._drafts.pop(marked or "", ""))
        self._show_rows()

    def place_answer(self) -> None:
        """Have the line for the answer stand under its question."""
        choices, questions = self.query_one("#choices-of-answer", WordFlow), self.query_one("#questions", RowTable)
        width = choices.size.width
        lines = 1 + (len(flow(choices.words, width, choices.gap)) if width else 1)
        self.query_one("#answering").styles.offset = (0, questions.leave_room(lines))

    # ---- moving --------------------------------------------------------------------------------

    def action_move(self, by: int) -> None:
        self.query_one("#questions", RowTable).action_move(by)

    def action_end(self, direction: int) -> None:
        self.query_one("#questions", RowTable).action_end(direction)

    @property
    def _open_rows(self) -> list[str]:
        """The rows of questions without an answer, in their order."""
        return [row.key for row in self._rows if row.quiet and row.key not in self._answered]

    def _ask_next(self, row: str) -> bool:
        """From a row to the next question without an answer, behind the last one from the first; where all are
        answered, to the next row. False where there is none to go to."""
        index_of = {each.key: index for index, each in enumerate(self._rows)}
        index, open_rows = index_of.get(row, 0), self._open_rows
        others = [key for key in open_rows if key != row]
        if others:
            following = min(others, key=lambda key: (index_of[key] < index, index_of[key]))
            self.query_one("#questions", RowTable).mark(following)
        elif row not in open_rows:
            self.action_move(1)
        self.show_question()
        if self.query_one("#answer", LineInput).value:  # what waits there is not to be joined to what is typed ahead
            self._note_refused(self._marked, has_passed=True)
        return self._marked != row

    # ---- answering -----------------------------------------------------------------------------

    def set(self, text: str) -> None:
        """Store what an answer means for the question asked.

        The field is empty and the next open question is asked at once, not when it is stored, so that one can type
        ahead; only what is not logged any more stays in sight. What is refused does too, unless the next answer was
        typed already: then it waits at its question, or the two would become one number.
        """
        line, page, marked = self.question_line, self.marked_page, self._marked
        if line is None or page is None or marked is None or not text.strip():
            return
        question = line.question
        name = (question.no_names or question.names or question.slug).split(",")[0].replace("_", " ")
        phrase = f"forget {name}" if text == NOT_LOGGED else answer_phrase(question, text, page.context.lexicon)
        day = page.day.day
        reading = preview.preview_answer(phrase, page.context, day, self.journal.preferences.hours)
        if not reading.readable:
            self.say(terminal.sentence(reading.text), reading.manner)
            self._note_refused(marked)
            return
        if self._completed_row == marked and text != NOT_LOGGED:
            self._completed_row = None
            label, answer_text = terminal.on_one_line(question.label), terminal.on_one_line(text)
            self.say(f"All is answered. Enter once more answers “{label}” with “{answer_text}”.", "wrong")
            return
        self.query_one("#answer", LineInput).take_value()
        self._refused_at = None
        if text == NOT_LOGGED:
            self._answered.discard(marked)
        else:
            if not self._ask_next(marked):
                self._completed_row = marked
            self._answered.add(marked)
        self.unanswered += 1
        clock = self.journal.diary.read_clock()

        def answer() -> Answered:
            expected = {slug: value for (each, slug), value in self.expected.items() if each == day}
            return self.journal.diary.answer(phrase, day, expected, clock)

        unstored = UnstoredLine.entered(phrase, day, clock, page.context, lambda: answer().receipts)
        refused = partial(self._not_stored, question, marked, text)
        self.journal.unstored.store(self, unstored, answer, partial(self.stored, day), refused)

    def _note_refused(self, row: str | None, *, has_passed: bool = False) -> None:
        self._refused_row, self._refused_at, self._has_passed = row, Message().time, has_passed

    def stored(self, day: date, answered: Answered) -> None:
        self.unanswered -= 1
        self.expected.update({(day, slug): value for slug, value in answered.changed.items()})
        lines = [receipt_line(receipt, self.journal.preferences.hours) for receipt in answered.receipts]
        lines[-1] += " · ^z undoes it"
        complete = ["All is answered; esc closes."] if self._completed_row else []
        self.say_changed("\n".join([*lines, *complete]))

    def _not_stored(self, question: Question, row: str | None, text: str, line: UnstoredLine, refused: Refused) -> None:
        """What cannot be stored now waits with the lines of Today. What cannot be taken goes back to its question, but
        not while another answer is being typed.

        The page is read again: where another program has answered meanwhile, its answer is seen before one's own is
        given once more.
        """
        self.unanswered -= 1
        self.load()
        sentence = terminal.refusal_sentence(refused)
        if not isinstance(refused, PhraseRefused):
            line.reason = sentence
            self.journal.unstored.add(line)
            return
        self._answered.discard(row or "")
        field = self.query_one("#answer", LineInput)
        is_text = text != NOT_LOGGED
        if field.value:
            label, answer = terminal.on_one_line(question.label), terminal.on_one_line(text)
            self.say(f"{label} “{answer}”: {sentence}", manner_of(refused))
            if row and row != self._marked and is_text:
                self._drafts.setdefault(row, text)
                self._show_rows()
            return
        self.query_one("#questions", RowTable).mark(row)
        self._swap_drafts(row)
        if is_text:
            field.fill(text)
            self._note_refused(row)
        self.say(sentence, manner_of(refused))

    @property
    def is_changed(self) -> bool:
        return bool(self._drafts or self.query_one("#answer", LineInput).value.strip())

    def half_typed(self) -> list[tuple[date, str]]:
        texts = {**self._drafts, self._marked or "": self.query_one("#answer", LineInput).value.strip()}
        lines: list[tuple[date, str]] = []
        for page in filter(None, (self.page_before, self.page)):
            for line in page.day.lines:
                slug = line.question.slug
                key = YESTERDAY if page is self.page_before and slug == WORKOUT_LOAD else slug
                if text := texts.get(key) if page is self.page or key == YESTERDAY else "":
                    lines.append((page.day.day, answer_phrase(line.question, text, page.context.lexicon)))
        return lines

    def before_typing(self, event: events.Key | events.Paste) -> None:
        """What nobody can have typed for what was just refused is for the next question; what is refused waits at its
        own. Where the same keys lead back there, or there is no other, it is another answer to that one."""
        key = "" if isinstance(event, events.Paste) or event.is_printable else event.key
        if self._refused_at is None or event.time - self._refused_at >= line_input.REACTION:
            self._refused_at = None
        elif self._marked == self._refused_row and key != "enter":
            if key and key not in KEYS_OF_QUESTIONS:
                self._refused_at = None  # it edits
            elif (self._has_passed or not self._ask_next(self._marked or "")) and key not in MOVING_KEYS:
                self.query_one("#answer", LineInput).value = ""
            self._has_passed = True

    def action_forget(self) -> None:
        self.set(NOT_LOGGED)

    def action_forget_unless_typed(self) -> None:
        """Backspace too, but not the one too many of a hand that clears what it typed."""
        if not self._has_typed:
            self._has_typed = True
            self.set(NOT_LOGGED)

    @on(LineInput.Changed, "#answer")
    def note_typing(self, event: LineInput.Changed) -> None:
        self._has_typed |= bool(event.value)
        self.show_keys()
        is_empty = not event.input.value  # by now: the answer may have left the field, and come back refused
        if is_empty and self._refused_row and self._refused_row == self._marked:
            self._refused_row = None
            if self.query_one("#notice", Notice).has_class("-wrong"):  # the answer that was refused is gone
                self.say("", "quiet")

    @on(LineInput.Submitted)
    def submitted(self, event: LineInput.Submitted) -> None:
        self.set(event.value)

    @property
    def clears_first(self) -> bool:
        return bool(self.query_one("#answer", LineInput).value)

    def action_close(self) -> None:
        field = self.query_one("#answer", LineInput)
        if field.value:
            field.value = ""
        elif self.is_changed:
            leave_changed(self)
        else:
            self.dismiss(None)

    async def clicked(self, command: str) -> None:
        self.set(command.partition(":")[2])
