"""The project's own modules, as text and as syntax trees."""

import ast
from functools import cache
from pathlib import Path

TOP = Path(__file__).parents[2]


def modules(*folders: str) -> list[Path]:
    """The Python files of these folders of the project."""
    return [path for folder in folders for path in sorted((TOP / folder).rglob("*.py"))]


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))
