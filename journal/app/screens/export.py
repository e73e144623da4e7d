"""Export: folder, span and what leaves are shown before it is written."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content

from journal import activity, terminal
from journal.app.screens.base import Dialog
from journal.app.widgets.clickable_text import ClickableWord, Notice, WordBar, WordFlow
from journal.app.widgets.line_input import LineInput
from journal.errors import Refused
from journal.moments import day_words
from journal.phrases.write.format_number import counted
from journal.requests import read_from_to

if TYPE_CHECKING:
    from journal.sharing.csv_file import ExportKind

FOLDER = "twitch-files"
KINDS: tuple["ExportKind", ...] = ("doctor", "spreadsheet", "analysis")
FIELDS = (
    ("folder", "Folder", str(Path("~") / FOLDER), "~/twitch-files, or ~/twitches.zip for one file"),
    ("kind", "For", "doctor", "doctor, spreadsheet or analysis"),
    ("since", "From", "", "the first day logged; or 2026-09-01"),
    ("until", "To", "", "the last day logged; or yesterday"),
)


@dataclass(frozen=True)
class ExportRequest:
    """What the form asks for."""

    folder: str
    since: str
    until: str
    kind: "ExportKind | None"
    notes: bool | None

    @property
    def has_notes(self) -> bool:
        """An analysis has every note unless they are put out; the others have none unless they are put in."""
        return self.kind == "analysis" if self.notes is None else self.notes


class ExportDialog(Dialog):
    """The files appear whole or not at all, and replace none."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Close", id="dialog.close"),
        Binding("down", "app.focus_next", "Next field", show=False, id="form.next"),
        Binding("up", "app.focus_previous", "Field before", show=False, id="form.before"),
        Binding("ctrl+x", "notes", "Notes in or out", id="export.notes", priority=True),
    ]

    HELP = "Choose a folder and the days, then press Enter. What leaves is shown before it is written."
    room = "export"

    def __init__(self) -> None:
        super().__init__()
        self.notes: bool | None = None

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog small") as box:
            box.border_title = Content("Export")
            for name, label, value, example in FIELDS:
                with Horizontal(classes="field"):
                    yield Notice(label, classes="prompt")
                    yield LineInput(value, example, id=f"field-{name}")
            yield Notice(id="leaves")
            yield Notice(id="notice")
            yield WordFlow(id="buttons")
        yield WordBar(id="keys")

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one("#buttons", WordFlow).show(
            [
                ClickableWord("⏎ write", "do:write"),
                ClickableWord("for whom", "do:kind"),
                ClickableWord("notes in or out", "do:notes"),
                ClickableWord("close", "do:close"),
            ]
        )
        self.look()

    @property
    def request(self) -> ExportRequest:
        folder, kind, since, until = (self.query_one(f"#field-{name}", LineInput).value.strip() for name, *_ in FIELDS)
        return ExportRequest(folder, since, until, self.kind_of(kind), self.notes)

    @staticmethod
    def kind_of(text: str) -> "ExportKind | None":
        """The kind that the word begins; None where it begins none of them."""
        return next((kind for kind in KINDS if kind.startswith(text.lower().removeprefix("a ").strip())), None)

    @on(LineInput.Changed)
    def look(self) -> None:
        """Say what would be written where; what was refused before is no longer true."""
        self.say("")
        self.read(partial(self._leaves, self.request), self.show)

    def show(self, leaves: str) -> None:
        self.query_one("#leaves", Notice).say(leaves)

    def _leaves(self, request: ExportRequest) -> str:
        from journal.sharing.csv_file import EXPORT_KINDS
        from journal.sharing.export import NAMES
        from journal.sharing.span import span_of

        since, until = read_from_to(request.since, request.until, self.journal.diary.read_clock())
        diary = self.journal.diary
        with diary.reading() as connection:
            span = span_of(connection, diary.read_clock(), since, until)
        logged = len(diary.logged_days(span.first, span.last)) if span.first and span.last else 0
        if not (span.first and span.last):
            days = "No day of it is logged."
        else:
            first, last = (day_words(day, date.min) for day in (span.first, span.last))
            days = f"{first} to {last}: {counted(span.length, 'day', spec=',')}, {logged:,} of them logged."
        notes = "Notes leave too." if request.has_notes else "No note leaves; names of medicines, tests and visits do."
        kind = self._kind(request)
        files = ", ".join(NAMES[kind])
        reader = f"For {'an' if kind == 'analysis' else 'a'} {kind}: {EXPORT_KINDS[kind]}."
        target = f"Into {Path(request.folder).expanduser()}: {files}."
        return f"{reader}\nReadable by you alone, not encrypted. {notes}\n{days}\n{target}"

    @staticmethod
    def _kind(request: ExportRequest) -> "ExportKind":
        if request.kind is None:
            raise Refused("whom is it for? Say doctor, spreadsheet or analysis")
        return request.kind

    # ---- writing -------------------------------------------------------------------------------

    @on(LineInput.Submitted)
    def store(self) -> None:
        self.write(partial(self._export, self.request), self.written)

    def _export(self, request: ExportRequest) -> tuple[str, int]:
        from journal.sharing.export import export

        if not request.folder:
            raise Refused(f"into which folder? For example ~/{FOLDER}")
        since, until = read_from_to(request.since, request.until, self.journal.diary.read_clock())
        folder = Path(request.folder).expanduser().absolute()
        diary = self.journal.diary
        with activity.doing("exporting"), diary.reading() as connection:
            done = export(
                connection,
                diary.context(connection),
                folder,
                diary=diary.file.path,
                kind=self._kind(request),
                since=since,
                until=until,
                notes=request.notes,
            )
        return str(folder), sum(done.rows.values())

    def written(self, done: tuple[str, int]) -> None:
        folder, rows = done
        journal = self.journal
        self.dismiss(None)
        journal.call_later(
            journal.say,
            terminal.on_screen(f"Written: {counted(rows, 'row', spec=',')} into {folder}; README.txt explains."),
            "done",
        )

    def action_notes(self) -> None:
        self.notes = not self.request.has_notes
        self.look()

    async def clicked(self, command: str) -> None:
        if command == "do:write":
            self.store()
        elif command == "do:kind":
            field, kind = self.query_one("#field-kind", LineInput), self.request.kind
            field.value = KINDS[(KINDS.index(kind) + 1) % len(KINDS)] if kind else KINDS[0]
            self.notes = None
        elif command == "do:notes":
            self.action_notes()
        else:
            self.dismiss(None)
