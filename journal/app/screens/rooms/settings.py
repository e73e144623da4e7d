"""Settings: of the diary, of display, the questions, the user's own names, the digits."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from journal import moments, terminal
from journal.app import display, record_words
from journal.app.diary import OwnVocabulary
from journal.app.messages import DiaryChanged, RowChosen
from journal.app.models import vocabulary_model
from journal.app.models.form_field import Field
from journal.app.screens.base import ROOMS_CSS, Room
from journal.app.screens.dialogs.form import FormDialog
from journal.app.screens.dialogs.pick import Pick, ask
from journal.app.widgets.clickable_text import Notice
from journal.app.widgets.table import RowTable, TableRow
from journal.catalog.lexicon import Term
from journal.catalog.questions import Question
from journal.catalog.sites import label_of
from journal.errors import Refused

TERM_NAMES = {"site": "Sites", "drink": "Drinks", "relief": "Reliefs", "workout": "Workouts"}

CHANGED = "changed"
"""Beside the states of a question: it is to be changed itself."""
FOLLOWS = (
    "What was logged follows another name, and keeps its amounts. Delete in the list takes away what nothing needs."
)
OFF = "off"
FREE_SETTINGS = {
    "track_until": (
        "Track until",
        "in 6 weeks, 10 Jan; empty: no end",
        "On that day Today offers to look back: what can be said, and whether to stop, to go on weekly, or to try out.",
    ),
    "emergency": (
        "Emergency number",
        "112; empty: as in the guide",
        "When to get help tells you to call it. Kept word for word.",
    ),
}
"""Setting -> its label, what may be typed, and what it does."""


class SettingsScreen(Room):
    """One list; Enter or a click changes what is under the cursor."""

    HELP = (
        "Enter changes what is under the cursor, also a word of your own. + and - move a question; Delete takes away a"
        " template, or a word of your own that nothing needs."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "app.room('today')", "Today", id="settings.back", show=False),
        Binding("minus", "order(-1)", "Question up", key_display="-", id="settings.up"),
        Binding("plus", "order(1)", "Question down", key_display="+", id="settings.down"),
        Binding("delete,backspace", "take_away", "Take away", key_display="Del", id="settings.take_away"),
    ]
    AUTO_FOCUS = "#choices"
    CSS_PATH = ROOMS_CSS
    room = "settings"

    def __init__(self) -> None:
        super().__init__()
        self.vocabulary: OwnVocabulary | None = None

    def body(self) -> ComposeResult:
        yield RowTable(id="choices")
        yield Notice(id="notice")

    def on_mount(self) -> None:
        super().on_mount()
        self.load()

    def on_screen_resume(self) -> None:
        if self.version not in (-1, self.journal.diary.version):
            self.load()
        elif self.vocabulary:
            self.show(self.vocabulary)

    @on(DiaryChanged)
    def load(self) -> None:
        self.version = self.journal.diary.version
        self.read(self.journal.diary.vocabulary, self.show, holds_keys=True)

    def show(self, vocabulary: OwnVocabulary) -> None:
        self.vocabulary = vocabulary
        preferences, settings = self.journal.preferences, vocabulary.settings
        rows = [
            TableRow(
                ("day_starts", ""),
                "A day begins at",
                record_words.clock_in_hours(f"{int(settings['day_starts']):02}:00", preferences.hours),
            ),
            TableRow(("units", ""), "Volumes in", settings["units"]),
            TableRow(("hours", ""), "Clock", f"{preferences.hours} hours"),
            TableRow(("week_starts", ""), "A week begins on", preferences.week_starts),
            TableRow(("theme", ""), "Colours", self.app.theme),
            TableRow(("reminders", ""), "Reminders", settings["reminders"]),
            TableRow(("free", "track_until"), "Track until", self._day(settings["track_until"])),
            TableRow(("free", "emergency"), "Emergency number", settings["emergency"]),
            TableRow(("dialog", "signs"), "Signs", "a few questions every four weeks, or off …"),
            TableRow(("dialog", "about"), "About me", "what a doctor asks once …"),
            TableRow(("dialog", "pause"), "Pause", "rest for a while, or go on"),
            TableRow(None, "", ""),
        ]
        rows.append(TableRow(None, "Questions", "asked in the check-in", quiet=True))
        rows += [_question(question) for question in vocabulary.questions if question.role != "mark"]
        rows.append(TableRow(("new", "question"), "", "add one of your own …"))
        rows.append(TableRow(None, "", ""))
        for kind, name in TERM_NAMES.items():
            group = [_term(term) for term in vocabulary.terms if term.kind == kind]
            group.append(TableRow(("new", kind), "", "add one of your own …"))
            rows += [group[0]._replace(label=name), *group[1:]]
        rows.append(TableRow(None, "", ""))
        for digit in "123456789":
            phrase = vocabulary.templates.get(digit)
            usual = vocabulary.digits.get(digit)
            text = terminal.on_one_line(phrase or usual or "free")
            note = "one of your commonest, kept once used" if not phrase and usual else ""
            rows.append(TableRow(("digit", digit), f"Digit {digit}", text, note, not phrase))
        self.query_one("#choices", RowTable).show(rows)

    # ---- changing ------------------------------------------------------------------------------

    @on(RowChosen, "#choices")
    def choose(self, message: RowChosen) -> None:
        if message.key is None or self.vocabulary is None:
            return
        kind, name = message.key
        change: dict[str, Callable[[str], None]] = {
            "day_starts": self._day_starts,
            "units": self._units,
            "hours": self._hours,
            "week_starts": self._week_starts,
            "theme": self._theme,
            "reminders": self._reminders,
            "free": self._free,
            "dialog": self.journal.action_dialog,
            "question": self._state,
            "new": self._new,
            "term": self._edit_term,
            "digit": self._digit,
        }
        if kind in change:
            change[kind](name)

    def _pick(
        self, title: str, values: list[tuple[Any, str]], present: Any, then: Callable[[Any], None], text: str = ""
    ) -> None:
        ask(self, Pick(title, [TableRow(value, "", label) for value, label in values], text, present), then)

    def _day_starts(self, _: str) -> None:
        hours = [
            (str(hour), record_words.clock_in_hours(f"{hour:02}:00", self.journal.preferences.hours))
            for hour in range(13)
        ]
        self._setting("day_starts", "When does a day begin?", hours, "Days that are stored already stay as they are.")

    def _units(self, _: str) -> None:
        self._setting("units", "Volumes in", [("ml", "ml"), ("oz", "oz")])

    def _reminders(self, _: str) -> None:
        values = [("daily", "daily: a day without a check-in"), ("weekly", "weekly: a week without one")]
        self._setting("reminders", "Reminders", values, "A quiet line, in a shell that asks for it. Nothing blinks.")

    def _day(self, value: str) -> str:
        return value if value == OFF else moments.day_words(moments.date_of(value), self.journal.today)

    def _free(self, key: str) -> None:
        label, example, about = FREE_SETTINGS[key]
        present = self.vocabulary.settings[key] if self.vocabulary else OFF
        field = Field("value", label, "" if present == OFF else present, example)
        store = self.journal.diary.set_setting

        def keep(values: Mapping[str, str]) -> None:
            store(key, values["value"].strip() or OFF, present)

        self.app.push_screen(FormDialog(label, (field,), keep, about), self._stored)

    def _setting(self, key: str, title: str, values: list[tuple[Any, str]], text: str = "") -> None:
        present = self.vocabulary.settings[key] if self.vocabulary else ""
        store = self.journal.diary.set_setting
        self._pick(title, values, present, lambda value: self.change(partial(store, key, value, present)), text)

    def _hours(self, _: str) -> None:
        self._show_display("hours", 12 if self.journal.preferences.hours == 24 else 24)

    def _week_starts(self, _: str) -> None:
        names = display.WEEKDAYS
        position = names.index(self.journal.preferences.week_starts)
        self._show_display("week_starts", names[(position + 1) % len(names)])

    def _show_display(self, name: str, value: Any) -> None:
        self.journal.keep_display(name, value)
        self.journal.diary.version += 1  # the other rooms say their clocks anew
        self.load()

    def _theme(self, _: str) -> None:
        def then(theme: str) -> None:
            self.app.theme = theme
            self.load()

        self._pick("Colours", [(name, name) for name in sorted(self.app.available_themes)], self.app.theme, then)

    def _state(self, slug: str) -> None:
        states = [("on", "on: asked every day"), ("off", "off: not asked, answers stay"), ("hidden", "hidden")]
        questions = self.vocabulary.questions if self.vocabulary else []
        question = next(question for question in questions if question.slug == slug)
        present, store = question.state, self.journal.diary.set_question
        if not question.built_in:
            states.append((CHANGED, "its name, scale and words …"))

        def then(state: str) -> None:
            if state == CHANGED:
                fields = vocabulary_model.fields_of_question(question)
                keep = partial(vocabulary_model.edit_question, question, self.journal.diary)
                self.app.push_screen(FormDialog("A question of your own", fields, keep, FOLLOWS), self._stored)
            else:
                self.change(partial(store, slug, state, present))

        self._pick("Ask this question?", states, present, then)

    def _edit_term(self, key: str) -> None:
        term = self._own_term(key)
        if term:
            keep = partial(vocabulary_model.edit_term, term, self.journal.diary)
            form = FormDialog(f"A {term.kind} of your own", vocabulary_model.fields_of_term(term), keep, FOLLOWS)
            self.app.push_screen(form, self._stored)

    def _own_term(self, key: str) -> Term | None:
        terms = self.vocabulary.terms if self.vocabulary else []
        return next((term for term in terms if _key(term) == key), None)

    def _new(self, kind: str) -> None:
        diary = self.journal.diary
        fields = vocabulary_model.QUESTION_FIELDS if kind == "question" else vocabulary_model.TERM_FIELDS[kind]
        add = vocabulary_model.add_question if kind == "question" else partial(vocabulary_model.add_term, kind)
        store = partial(add, diary)
        self.app.push_screen(FormDialog(f"A {kind} of your own", fields, store), self._stored)

    def _digit(self, digit: str) -> None:
        phrase = self.vocabulary.templates.get(digit, self.vocabulary.digits.get(digit, "")) if self.vocabulary else ""
        field = Field("phrase", f"Digit {digit} is", phrase, "left calf 4; empty to free it")
        expected = self._templates

        def store(values: Mapping[str, str]) -> None:
            nonlocal expected
            try:
                vocabulary_model.set_template(self.journal.diary, digit, values, expected)
            except Refused:
                expected = self.journal.diary.vocabulary().templates  # it is said, so Enter once more is meant
                raise

        self.app.push_screen(FormDialog("What a digit means", (field,), store), self._stored)

    @property
    def _templates(self) -> Mapping[str, str]:
        return self.vocabulary.templates if self.vocabulary else {}

    def action_take_away(self) -> None:
        marked = self.query_one("#choices", RowTable).marked
        if marked and marked[0] == "digit" and self.vocabulary and marked[1] in self.vocabulary.templates:
            self.change(partial(self.journal.diary.set_template, marked[1], None, self._templates))
        elif marked and marked[0] == "term" and (term := self._own_term(marked[1])):
            self.change(partial(self.journal.diary.own_words.remove_term, term))
        elif marked and marked[0] == "question":
            self.change(partial(self.journal.diary.own_words.remove_question, marked[1]))

    def action_order(self, by: int) -> None:
        marked = self.query_one("#choices", RowTable).marked
        if marked and marked[0] == "question":
            self.change(partial(self.journal.diary.move_question, marked[1], by))

    def change(self, act: Callable[[], Any]) -> None:
        self.write(act, lambda _: self._stored(True), self._not_stored)

    def _not_stored(self, refused: Refused) -> None:
        """The list is read again: another program may have changed what it shows."""
        self.refused(refused)
        self.load()

    def _stored(self, done: Any) -> None:
        """A form was stored, or left: then `done` is None."""
        if done:
            self.say_changed("Stored · ^z undoes it")


def _question(question: Question) -> TableRow:
    note = terminal.on_one_line(vocabulary_model.question_words(question))
    label = terminal.on_one_line(question.label)
    return TableRow(("question", question.slug), label, question.state, note, question.state != "on")


def _key(term: Term) -> str:
    return f"{term.kind} {term.slug}"


def _term(term: Term) -> TableRow:
    amounts = ((term.volume_ml, "ml"), (term.caffeine_mg, "mg caffeine"), (term.alcohol_g, "g alcohol"))
    notes = [f"{amount:g} {unit}" for amount, unit in amounts if amount]
    if term.parent:
        notes.append(f"in {terminal.on_one_line(label_of(term.parent))}")
    return TableRow(("term", _key(term)), "", terminal.on_one_line(term.label), ", ".join(notes))
