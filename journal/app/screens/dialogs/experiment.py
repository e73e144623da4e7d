"""An experiment: what may be tried, a plan with its choices, today's condition and whether it was kept, the result."""

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from journal import terminal
from journal.app.messages import DayTurned, DiaryChanged, RowChosen
from journal.app.models import experiment_model
from journal.app.models.experiment_model import ExperimentPage, PlanChoices
from journal.app.screens.base import Dialog
from journal.app.screens.dialogs.pick import Pick
from journal.app.screens.dialogs.reader import ChapterDialog, LinesDialog
from journal.app.widgets.clickable_text import Notice
from journal.app.widgets.table import RowTable, TableRow
from journal.catalog.experiments import BY_SLUG, OUTCOMES, TRIALS
from journal.charts.experiments import experiment_words
from journal.errors import Refused
from journal.moments import day_words
from journal.phrases.write.format_number import counted

if TYPE_CHECKING:
    from journal.analysis.experiments.make_plan import ExperimentPlan
    from journal.app.main import JournalApp

WHAT_IT_IS = (
    "Enter shows the plan of one, and stores nothing. Refused are medicines, supplements, less sleep, more of anything"
    " else, and a full stop of caffeine."
)
DAYS_BACK = {"kept": 0, "yesterday": 1}
"""The rows of which y and n say whether the condition was kept, and the days of which they are."""


class PlanDialog(Dialog):
    """A plan with its choices; the last row begins it. Dismissed with True once it is stored."""

    FRAME = "tall"
    HELP = (
        "Enter on a row changes it: 10, 12 or 14 blocks of 4 to 7 days, what is compared, the first day. Longer blocks,"
        " and more of them, find smaller differences. The last row draws the order and begins."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("b", "begin", "Begin", id="experiment.begin", tooltip="Draw the order, and store it with the plan"),
        Binding("j", "how", "How judged", id="experiment.how", tooltip="What an experiment can show, and what not"),
        Binding("escape", "dismiss(None)", "Close", id="dialog.close"),
    ]
    AUTO_FOCUS = "#plan"

    def __init__(self, choices: PlanChoices) -> None:
        super().__init__()
        self.heading, self.choices = choices.trial.title, choices
        self.plan: ExperimentPlan | None = None

    def body(self) -> ComposeResult:
        yield RowTable(id="plan", verb="Change")
        yield Notice(id="notice")

    def on_mount(self) -> None:
        super().on_mount()
        self.work_out()

    def work_out(self) -> None:
        self.plan = None
        self.show_rows()
        self.say("Working it out on your own days …", "quiet")
        self.read(partial(experiment_model.plan, self.journal.diary, self.choices), self.show)

    def show(self, plan: "ExperimentPlan") -> None:
        self.plan = plan
        self.say("Nothing is stored yet.", "quiet")
        self.show_rows()
        self.refresh_bindings()

    def show_rows(self) -> None:
        choices, plan = self.choices, self.plan
        only_one = choices.trial.outcomes[0] if len(choices.trial.outcomes) == 1 else None
        outcome = plan.outcome if plan else choices.outcome or only_one
        rows = [
            TableRow("blocks", "blocks", f"{choices.blocks}, half of them each way"),
            TableRow("block_days", "each of", f"{counted(choices.block_days, 'day')}, the first of them left out"),
            TableRow("outcome", "judged by", OUTCOMES[outcome] if outcome else "chosen by what you log"),
            TableRow("first_day", "first day", experiment_words.ahead_words(choices.first_day, self.journal.today)),
        ]
        if plan:
            from journal.charts.experiments import plan_words  # numpy, which the plan has loaded in its thread

            rows.append(TableRow("begin", "begin", "Draw the order, and begin"))
            rows += [TableRow(None, label, text) for label, text in plan_words.plan_rows(plan)]
            rows.append(TableRow(None, "precedent", experiment_words.PRECEDENT))
        self.query_one("#plan", RowTable).show(rows)

    @on(RowChosen)
    def choose(self, message: RowChosen) -> None:
        if message.key == "begin":
            self.action_begin()
            return
        present = self.plan.outcome if self.plan else self.choices.outcome or self.choices.trial.outcomes[0]
        self.choices = self.choices.changed(message.key, present, self.journal.today)
        self.work_out()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.plan is not None if action == "begin" else super().check_action(action, parameters)

    def action_begin(self) -> None:
        if self.plan:
            self.write(partial(experiment_model.start, self.journal.diary, self.plan), self._begun)

    def _begun(self, _experiment: object) -> None:
        self.dismiss(True)

    def action_how(self) -> None:
        self.app.push_screen(ChapterDialog("judging", "An experiment"))


class ExperimentDialog(Dialog):
    """The experiment that is on; without one, what may be tried, and what came of the last one."""

    dialog = "experiment"
    heading = "Experiment"
    FRAME = "tall"
    HELP = (
        "One habit, tried in blocks of days whose order is drawn by lot. y and n say whether it was kept, today or, on"
        " its row, yesterday; every day counts as drawn, kept or not.\n"
        "Nothing is tested before the end. It may be stopped on any day; then it is described, not tested."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "keep(True)", "Kept", id="experiment.kept"),
        Binding("n", "keep(False)", "Not kept", id="experiment.not_kept"),
        Binding("delete", "keep(None)", "Not said", show=False, key_display="Del", id="experiment.not_said"),
        Binding("x", "stop", "Stop early", id="experiment.stop", tooltip="It is then described, not tested"),
        Binding("r", "result", "Result", id="experiment.result", tooltip="What came of the last one, once it is over"),
        Binding("j", "how", "How judged", id="experiment.how", tooltip="What an experiment can show, and what not"),
        Binding("escape", "dismiss(None)", "Close", id="dialog.close"),
    ]
    AUTO_FOCUS = "#experiment"

    def __init__(self) -> None:
        super().__init__()
        self.page: ExperimentPage | None = None

    def body(self) -> ComposeResult:
        yield RowTable(id="experiment")
        yield Notice(id="notice")

    def on_mount(self) -> None:
        super().on_mount()
        self.load()

    @on(DiaryChanged)
    @on(DayTurned)
    def load(self) -> None:
        self.read(partial(experiment_model.experiment_page, self.journal.diary), self.show, holds_keys=True)

    def show(self, page: ExperimentPage) -> None:
        self.page = page
        rows = [TableRow(label if label in DAYS_BACK else None, label, text) for label, text in page.rows]
        if not page.is_on:
            if last := page.experiment:
                end = "was stopped early" if last.stopped_on else "is over"
                rows.append(
                    TableRow("result", "result", f"{last.trial.title} {end}. See what came of it", page.open_days)
                )
            rows += [TableRow(trial.slug, trial.title, trial.change, trial.caution) for trial in TRIALS]
        self.query_one("#experiment", RowTable).show(rows)
        if not page.is_on and not self.has_receipt:
            self.say(WHAT_IT_IS, "quiet")
        elif page.is_on and self.notice == WHAT_IT_IS:
            self.say("")
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        page = self.page
        if action == "keep":
            return bool(page and page.is_a_day_of_it)
        if action == "stop":
            return bool(page and page.is_on)
        if action == "result":
            return bool(page and page.experiment)
        return super().check_action(action, parameters)

    @on(RowChosen)
    def choose(self, message: RowChosen) -> None:
        if message.key in DAYS_BACK and self.page and self.page.experiment:
            self.action_keep(not self.page.experiment.kept.get(self._marked_day(self.page)))
        elif message.key == "result":
            self.action_result()
        elif message.key and self.page:
            choices = PlanChoices(BY_SLUG[message.key], self.page.today + timedelta(days=1))
            self.app.push_screen(PlanDialog(choices), self._planned)

    def _planned(self, has_begun: bool | None) -> None:
        if has_begun:
            self.say_changed("It is drawn and stored · ^z undoes it")

    # ---- what is said of a day -----------------------------------------------------------------

    def _marked_day(self, page: ExperimentPage) -> date:
        """Yesterday where its row is under the cursor, else today."""
        marked = self.query_one("#experiment", RowTable).marked
        return page.today - timedelta(days=DAYS_BACK.get(marked, 0))

    def action_keep(self, kept: bool | None) -> None:
        if self.page:
            day = self._marked_day(self.page)
            answer = {True: "Kept", False: "Not kept; the day counts as it was drawn", None: "Not said"}[kept]
            self.write(
                partial(self.journal.diary.keep_experiment_day, day, kept),
                lambda _: self._stored(f"{day_words(day, day)}: {answer}"),
            )

    def _stored(self, text: str) -> None:
        self.say_changed(text)

    # ---- the end -------------------------------------------------------------------------------

    def action_stop(self) -> None:
        rows = [TableRow("on", "", "Go on"), TableRow("stop", "", "Stop it today")]
        about = "That is fine on any day. It is then described, not tested; ^z goes on with it."
        self.app.push_screen(Pick("Stop the experiment early?", rows, about), self._stop)

    def _stop(self, answer: str | None) -> None:
        if answer == "stop":
            self.write(self.journal.diary.stop_experiment, lambda _: self._stored("Stopped · ^z goes on with it"))

    def action_result(self) -> None:
        if self.page and self.page.experiment and self.page.is_on:
            ends = self.page.experiment.last_day + timedelta(days=1)
            sentence = f"nothing is tested before the end; there is a result from {day_words(ends, self.page.today)} on"
            self.refused(Refused(sentence))
        elif self.page and self.page.experiment:
            title = terminal.on_one_line(self.page.experiment.trial.title)
            self.app.push_screen(LinesDialog(title, partial(experiment_model.result, self.journal.diary)))

    def action_how(self) -> None:
        self.app.push_screen(ChapterDialog("judging", "An experiment"))


def open_experiment(app: "JournalApp") -> None:
    """The experiment, over whatever is open."""
    app.push_screen(ExperimentDialog())
