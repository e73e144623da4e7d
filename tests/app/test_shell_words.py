"""No sentence of the app names a command or an option of the shell where the app has a way of its own."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import journal
from journal.app.diary import LONGEST_ANSWER, receipt_line
from journal.app.shell_words import in_app
from journal.store.write.receipt import Receipt

ROOT = Path(journal.__file__).parent
ROOMS = (
    "phrases",
    "store/write",
    "store/read",
    "store/vocabulary.py",
    "store/own_words.py",
    "requests.py",
    "catalog",
    "sharing/single_file.py",
)
COMMAND = re.compile(
    r"`(?:term|question|profile|undo|redo|delete|edit|find|show|log|settings|template|checkin|trends|ask|resume)\b[^`]*`|--[a-z]+"
)


def sentences(file: Path) -> Iterator[str]:
    """What a module says: its texts but for docstrings, with what is filled in left empty."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and not {id(node)} & (docstrings | inside):
            yield node.value


def test_what_is_refused_names_keys_and_rooms_in_the_app() -> None:
    files = [
        file for room in ROOMS for file in ([ROOT / room] if room.endswith(".py") else (ROOT / room).rglob("*.py"))
    ]
    files = [file for file in files if file.name != "record_lookup.py"]  # an id is typed in the shell alone
    texts = [text for file in files for text in sentences(file) if " " in text]
    named = [in_app(text) for text in texts if COMMAND.search(text)]
    assert len(named) > 10, "the shell's own are found"
    assert [text for text in named if COMMAND.search(text)] == []
    assert in_app("“moode” is not a word; `term add site moode` makes it one") == (
        "“moode” is not a word; Settings makes it one"
    )
    assert in_app("calf; again the same as at 20:00; `undo` removes it; 2 today") == (
        "calf; again the same as at 20:00; 2 today"  # every answer ends with the key
    )
    assert in_app("“`undo`” is none; `undo`") == "“`undo`” is none; ^z", "what the user typed stays"


def test_the_answer_to_a_long_note_shows_its_beginning_and_that_it_goes_on() -> None:
    note = "note “" + "lorem " * 800 + "”"
    answer = receipt_line(Receipt("2026-11-21", "20:00", note, remarks=("kept",)), 24)
    assert answer.endswith("lorem…; kept")
    assert len(answer) < LONGEST_ANSWER + 40
