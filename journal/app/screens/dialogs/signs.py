"""The signs: a few questions every four weeks, what a yes says, and what a doctor advised."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from journal import terminal
from journal.app import signs_diary
from journal.app.messages import DiaryChanged, RowChosen, RowMarked
from journal.app.models.form_field import Field
from journal.app.screens.base import Dialog
from journal.app.screens.dialogs.form import FormDialog
from journal.app.screens.dialogs.pick import Pick, ask
from journal.app.screens.dialogs.reader import ChapterDialog
from journal.app.signs_diary import SignAnswer, SignsDiary, SignsPage, VisitAdvice
from journal.app.widgets.clickable_text import Notice
from journal.app.widgets.table import RowTable, TableRow
from journal.catalog import signs as catalog
from journal.catalog.signs import BY_SLUG, COURSES, MEASURES, SIGNS
from journal.guide import chapter
from journal.moments import day_words

if TYPE_CHECKING:
    from journal.app.main import JournalApp

OPEN = "–"
"""What stands before a question that has no answer today."""
YES_OR_NO = ((True, "yes"), (False, "no"))
GONE = "gone"


class SuddenDialog(Pick):
    """Whether what was answered with yes began within minutes; dismissed with None or OPEN where that is left open.

    Neither a second `y` nor a second Enter answers it, for a yes here leads to When to get help and is told a doctor.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "dismiss(True)", "Suddenly", id="signs.suddenly"),
        Binding("n", "dismiss(False)", "No", id="signs.not_suddenly"),
    ]

    def __init__(self) -> None:
        rows = [TableRow(True, "s", "yes, suddenly"), TableRow(False, "n", "no"), TableRow(OPEN, OPEN, "leave it open")]
        super().__init__("A yes", rows, catalog.SUDDEN, present=OPEN)


class SignsDialog(Dialog):
    """The questions as rows; each answer is stored when it is given."""

    dialog = "signs"
    heading = f"Signs, {catalog.HEADING}"
    FRAME = "tall"
    HELP = (
        "y and n answer the question under the cursor, 0 is none of these, Enter offers its answers. A yes asks whether"
        " it began suddenly, and says how soon a doctor should hear of it; g opens the chapter.\n"
        "d marks it as discussed with a doctor: then it is asked as better, same or worse. Delete is back to not said."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("0", "none_of_these", "None of these", id="signs.none"),
        Binding("y", "answer(True)", "Yes", id="signs.yes"),
        Binding("n", "answer(False)", "No", id="signs.no"),
        Binding("w", "weak", "Feels weak, can do everything", show=False, id="signs.weak"),
        Binding("d", "discussed", "Discussed", id="signs.discussed", tooltip="Discussed with a doctor on a day"),
        Binding("g", "chapter", "Guide", show=False, id="signs.chapter", tooltip="The chapter that belongs to it"),
        Binding("delete", "forget", "Not said", show=False, key_display="Del", id="signs.forget"),
        Binding("p", "pause", "Pause", show=False, id="signs.pause", tooltip="The diary rests"),
        Binding("o", "turn", "Off or on", show=False, id="signs.turn", tooltip="Ask every four weeks, or no more"),
        Binding("escape", "dismiss(None)", "Close", id="dialog.close"),
    ]
    AUTO_FOCUS = "#signs"

    def __init__(self) -> None:
        super().__init__()
        self.page: SignsPage | None = None

    def body(self) -> ComposeResult:
        yield RowTable(id="signs")
        yield Notice(id="notice")

    def on_mount(self) -> None:
        super().on_mount()
        self.load()

    @on(DiaryChanged)
    def load(self) -> None:
        self.read(self.diary.page, self.show, holds_keys=True)

    @property
    def diary(self) -> SignsDiary:
        return self.journal.diary.signs

    # ---- what is shown -------------------------------------------------------------------------

    def show(self, page: SignsPage) -> None:
        first = self.page is None
        self.page = page
        rows = [
            *self._visit_rows(page),
            *self._examined_rows(page),
            *(self._sign_row(page, sign.slug) for sign in SIGNS),
        ]
        check = page.check
        rows.append(TableRow("compared", check.compared or OPEN, catalog.COMPARED))
        for name, question in MEASURES.items():
            value = getattr(check, name)
            note = (
                f"{catalog.PAUSE} p does. {catalog.WORRY_IS_TREATABLE}"
                if name == "worry" and page.is_pause_offered
                else ""
            )
            rows.append(TableRow(name, OPEN if value is None else str(value), f"{question} 0 to 10", note))
        next_day = f"next from {day_words(page.next_day, page.today)} on" if page.next_day else ""
        rows.append(TableRow("turn", "on" if page.is_on else "off", "Ask every four weeks", next_day))
        self.query_one("#signs", RowTable).show(rows)
        if first:
            self.query_one("#signs", RowTable).action_end(-1)

    def _visit_rows(self, page: SignsPage) -> list[TableRow]:
        """The visit of which the advice is asked for, and the advice that there is, verbatim."""
        rows = []
        if page.visit:
            question = f"{_visit_words(page.visit, page)}: {catalog.ADVISED.lower()}"
            rows.append(TableRow("visit", OPEN, terminal.on_one_line(question)))
        if page.advice:
            rows.append(TableRow("advice", "", terminal.on_one_line(_visit_words(page.advice, page))))
            texts = (("The doctor advised", page.advice.advised), ("To come back", page.advice.come_back))
            rows += [TableRow(None, "", terminal.on_screen(f"{name}: {text}")) for name, text in texts if text]
        return rows

    def _examined_rows(self, page: SignsPage) -> list[TableRow]:
        check = page.check
        if not page.asks_whether_examined:
            return []
        if check.examined:
            return [TableRow("examined", "yes", catalog.EXAMINED, check.examined_on or "Enter says when.")]
        note = f"{catalog.WORTH_A_VISIT} {catalog.EYELID_ALONE}" if check.examined is False else ""
        return [TableRow("examined", OPEN if check.examined is None else "no", catalog.EXAMINED, note)]

    def _sign_row(self, page: SignsPage, sign: str) -> TableRow:
        definition, state, answer = BY_SLUG[sign], page.states[sign], page.answers.get(sign)
        text = definition.question
        if state.discussed_on:
            on_day = day_words(state.discussed_on, page.today)
            text = f"Discussed on {on_day}: {definition.brief}. Better, same, worse or gone?"
        note = definition.beside
        if definition.beside and page.check.feels_weak:
            note = catalog.FEELS_WEAK
        if answer and answer.present:
            response = signs_diary.response(sign, answer, page.emergency)
            note = f"{response.when}: {response.sentence} {_chapter_words(response.chapter)}" if response else ""
            if answer.discussed_on:
                note = f"discussed on {day_words(answer.discussed_on, page.today)}"
        return TableRow(sign, _answer_word(answer, state.is_discussed), text, note)

    @on(RowMarked, "#signs")
    def forget_what_was_done(self) -> None:
        self.forget_receipt()

    # ---- answering -----------------------------------------------------------------------------

    @property
    def marked(self) -> str:
        return self.query_one("#signs", RowTable).marked or ""

    @on(RowChosen, "#signs")
    def choose(self, message: RowChosen) -> None:
        """Offer the answers of a row."""
        if self.page is None:
            return
        page, key = self.page, str(message.key)
        if key in BY_SLUG:
            self._choose_answer(page, key)
        elif key in ("visit", "advice"):
            self._write_advice(page.visit if key == "visit" else page.advice)
        elif key == "examined":
            self._ask_when_examined()
        elif key == "turn":
            self.action_turn()
        else:
            values = COURSES if key == "compared" else tuple(range(11))
            title = catalog.COMPARED if key == "compared" else MEASURES[key]
            self._pick(title, [(value, str(value)) for value in values], lambda value: self._keep({}, {key: value}))

    def _choose_answer(self, page: SignsPage, sign: str) -> None:
        definition = BY_SLUG[sign]
        if page.states[sign].is_discussed:
            courses = [(course, course) for course in (*COURSES, GONE)]
            self._pick(f"{definition.brief}?", courses, partial(self._keep_course, page, sign))
            return
        answers: list[tuple[Any, str]] = list(YES_OR_NO)
        if definition.beside:
            answers.append(("weak", "feels weak, and I can do everything"))
        self._pick(definition.question, answers, partial(self._keep_choice, page, sign))

    def _keep_choice(self, page: SignsPage, sign: str, choice: Any) -> None:
        if choice == "weak":
            self._keep({sign: SignAnswer(page.today, False)}, {"feels_weak": 1})
        else:
            self._keep_answer(sign, SignAnswer(page.today, choice), asks_sudden=choice)

    def _keep_course(self, page: SignsPage, sign: str, course: str) -> None:
        answer = SignAnswer(page.today, False) if course == GONE else SignAnswer(page.today, True, course=course)
        self._keep_answer(sign, answer, asks_sudden=course == "worse")

    def _keep_answer(self, sign: str, answer: SignAnswer, *, asks_sudden: bool) -> None:
        """Store an answer, of a yes behind the question whether it began suddenly; left open, it is stored too."""
        if not asks_sudden:
            self._keep({sign: answer}, {})
            return

        def then(choice: Any) -> None:
            sudden = None if choice == OPEN else choice
            self._keep({sign: answer._replace(sudden=sudden)}, {}, help_for=sign if sudden else "")

        self.app.push_screen(SuddenDialog(), then)

    def _pick(self, title: str, values: list[tuple[Any, str]], then: Callable[[Any], None]) -> None:
        ask(self, Pick("Signs", [TableRow(value, "", text) for value, text in values], title), then)

    def _keep(
        self, answers: Mapping[str, SignAnswer | None], measures: Mapping[str, Any], *, help_for: str = ""
    ) -> None:
        number = self.page.emergency if self.page else None
        help_words = ""
        if help_for and (answer := answers[help_for]) and (response := signs_diary.response(help_for, answer, number)):
            help_words = response.sentence

        def stored(_: None) -> None:
            self._stored()
            if help_words:
                self.app.call_later(self._show_help, help_words)

        self.write(partial(self.diary.keep, answers, measures), stored)

    async def _show_help(self, sentence: str) -> None:
        """When to get help, with the number to call below it."""
        dialog = ChapterDialog(chapter.HELP)
        await self.app.push_screen(dialog)
        dialog.say(sentence)

    def _stored(self) -> None:
        self.say_changed("Stored · ^z undoes it")

    def _change(self, act: Callable[[], Any]) -> None:
        self.write(act, lambda _: self._stored())

    # ---- keys ----------------------------------------------------------------------------------

    def action_answer(self, present: bool) -> None:
        page, key = self.page, self.marked
        if page is None:
            return
        if key == "examined":
            self._keep({}, {"examined": int(present), "examined_on": None})
        elif key in BY_SLUG and page.states[key].is_discussed:
            self._choose_answer(page, key)
        elif key in BY_SLUG:
            self._keep_answer(key, SignAnswer(page.today, present), asks_sudden=present)
            if not present:
                self.query_one("#signs", RowTable).action_move(1)

    def action_none_of_these(self) -> None:
        self._change(self.diary.none_of_these)

    def action_weak(self) -> None:
        if self.page:
            self._keep_choice(self.page, next(sign.slug for sign in SIGNS if sign.beside), "weak")

    def action_forget(self) -> None:
        key = self.marked
        if key in BY_SLUG:
            self._keep({key: None}, {"feels_weak": None} if BY_SLUG[key].beside else {})
        elif key == "examined":
            self._keep({}, {"examined": None, "examined_on": None})
        elif key == "compared" or key in MEASURES:
            self._keep({}, {key: None})

    def action_turn(self) -> None:
        if self.page:
            self._change(partial(self.diary.turn, self.page))

    def action_pause(self) -> None:
        """The diary rests, and its questions with it."""
        app = self.journal
        self.dismiss(None)
        app.call_later(app.action_dialog, "pause")

    def action_chapter(self) -> None:
        slug = BY_SLUG[self.marked].chapter if self.marked in BY_SLUG else "doctor"
        self.app.push_screen(ChapterDialog(slug))

    def action_discussed(self) -> None:
        key, diary = self.marked, self.diary
        if key not in BY_SLUG:
            self.say("Put the cursor on the question that was discussed.", "quiet")
            return

        def store(values: dict[str, str]) -> None:
            diary.discuss(key, values["day"])

        field = Field("day", "On which day", "today", "today, Mon, 12 Nov")
        self.app.push_screen(
            FormDialog("Discussed with a doctor", (field,), store, BY_SLUG[key].brief), self._form_left
        )

    def _write_advice(self, advice: VisitAdvice | None) -> None:
        if advice is None:
            return
        diary = self.diary

        def store(values: dict[str, str]) -> None:
            diary.keep_advice(advice._replace(advised=values["advised"], come_back=values["come_back"]))

        fields = (
            Field("advised", "Advised", advice.advised, "in your own words"),
            Field("come_back", "Come back if", advice.come_back, "what would make you come back"),
        )
        about = f"{catalog.ADVISED} {catalog.COME_BACK}"
        self.app.push_screen(FormDialog(terminal.on_one_line(advice.visit), fields, store, about), self._form_left)

    def _ask_when_examined(self) -> None:
        diary = self.diary

        def store(values: dict[str, str]) -> None:
            diary.keep_examined(values["when"])

        field = Field("when", "When", "", "no, yes, 12 Nov, 2026-03")
        self.app.push_screen(FormDialog(catalog.EXAMINED, (field,), store), self._form_left)

    def _form_left(self, done: Any) -> None:
        if done:
            self._stored()


def _answer_word(answer: SignAnswer | None, is_discussed: bool) -> str:
    if answer is None:
        return OPEN
    if not answer.present:
        return GONE if is_discussed else "no"
    return answer.course or "yes"


def _chapter_words(slug: str) -> str:
    return f"g opens {chapter.chapter(slug).title}."


def _visit_words(visit: VisitAdvice, page: SignsPage) -> str:
    return f"Visit on {day_words(visit.day, page.today)}, {visit.visit}"


def open_signs(app: "JournalApp") -> None:
    """Ask the signs over the room in front."""
    app.push_screen(SignsDialog())
