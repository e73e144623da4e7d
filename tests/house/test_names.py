"""Names say what a value is, never the act by which one got it; and each name is used for one thing."""

import ast
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from types import CodeType

from tests.house.code import TOP, modules, tree

VAGUE = frozenset("found said one here known asked told shown taken at place words rest own wanted seen meant".split())
MOST = 0
"""As many vague names as there may be in journal/; it only ever goes down."""

SAME_FILE_NAME = {
    "__init__.py": "the map of a folder",
    "about_me.py": "what the store does; the screen and the command for it",
    "body.py": "a screen and the view that it shows",
    "calendar.py": "a screen and the view that it shows",
    "checkin.py": "a screen, a command, and what both read",
    "inbox.py": "what is read; the dialog and the command for it",
    "experiment.py": "a screen and a command for the same",
    "export.py": "a screen and a command for the same",
    "guide.py": "a screen and a command for the same",
    "look_back.py": "a page and the screen that shows it",
    "records.py": "what a diary holds; the commands for it",
    "settings.py": "what is set; the screen for it",
    "signs.py": "the questions; the screen and the command for them",
    "trends.py": "a screen and a command for the same",
    "triggers.py": "a screen and a command for the same",
    "undo_redo.py": "what the store does; the key and the command for it",
}
"""File names that more than one module may have, and why."""


def vague_names(path: Path) -> Iterator[str]:
    """Functions, parameters and locals of a module that are named vaguely, with the line of their function."""
    waiting = [code for code in _inside(compile(path.read_text("utf-8"), path, "exec")) if code.co_name[0] != "<"]
    for code in waiting:
        waiting += _inside(code)
        names = {code.co_name.strip("_"), *code.co_varnames, *code.co_cellvars}
        yield from (f"{path.relative_to(TOP)}:{code.co_firstlineno}: {name}, {code.co_name}" for name in names & VAGUE)


def _inside(code: CodeType) -> list[CodeType]:
    """The functions, classes, lambdas and comprehensions that stand right inside another code."""
    return [constant for constant in code.co_consts if isinstance(constant, CodeType)]


def test_vague_names_only_ever_become_fewer() -> None:
    vague = [name for path in modules("journal") for name in vague_names(path)]
    listing = "\n".join(vague)
    assert len(vague) <= MOST, f"name what the value is (rows, span, question, verdict, receipt):\n{listing}"
    assert len(vague) == MOST, f"there are fewer vague names than before: set MOST to {len(vague)} in {__file__}"


def test_no_two_public_classes_share_a_name() -> None:
    """A class inside another is known by the name of that one too, such as a widget's messages."""
    homes = defaultdict(list)
    for path in modules("journal"):
        for node in tree(path).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                homes[node.name].append(str(path.relative_to(TOP)))
    shared = {name: paths for name, paths in homes.items() if len(paths) > 1}
    assert not shared, f"give each class a name of its own: {shared}"


def test_no_two_modules_share_a_file_name_without_a_reason() -> None:
    numbers = Counter(path.name for path in modules("journal"))
    shared = {name for name, number in numbers.items() if number > 1}
    assert shared - set(SAME_FILE_NAME) == set(), "say in a module's name what is inside, or in SAME_FILE_NAME why not"
    assert set(SAME_FILE_NAME) - shared == set(), "take out of SAME_FILE_NAME what only one module is called"
