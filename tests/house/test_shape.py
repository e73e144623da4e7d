"""Files stay small, and every folder has a map of its files."""

import ast
import re
from pathlib import Path

import pytest

from tests.house.code import TOP, modules, tree

LONGEST = 400
"""Lines of a file."""

MAPS = [path for path in modules("journal") if path.name == "__init__.py"]


def test_no_file_is_longer_than_one_reads_at_once() -> None:
    lengths = {path.relative_to(TOP): path.read_text("utf-8").count("\n") for path in modules("journal", "tests")}
    longer = {str(path): length for path, length in lengths.items() if length > LONGEST}
    assert not longer, f"split what is longer than {LONGEST} lines: {longer}"


@pytest.mark.parametrize("path", MAPS, ids=lambda path: str(path.parent.relative_to(TOP)))
def test_the_docstring_of_a_folder_names_every_file_of_it_and_none_that_is_gone(path: Path) -> None:
    folder = path.parent
    complaint = _complaint(folder, ast.get_docstring(tree(path)) or "")
    assert not complaint, complaint


def _complaint(folder: Path, text: str) -> str | None:
    """What is wrong with a map: `name.py` stands for a file of the folder, `name/` for a folder in it."""
    files = {path.name for path in folder.glob("*.py") if path.name != "__init__.py"}
    folders = {f"{path.parent.name}/" for path in folder.glob("*/__init__.py")}
    mapped = set(re.findall(r"(?<![\w/.])\w+(?:\.py\b|/(?=\s|$))", text))
    missing, gone = sorted((files | folders) - mapped), sorted(mapped - files - folders)
    if missing:
        return f"the docstring of {folder.relative_to(TOP)}/__init__.py does not name {', '.join(missing)}"
    if gone:
        return f"the docstring of {folder.relative_to(TOP)}/__init__.py names {', '.join(gone)}, which is not there"
    return None
