"""What the page on looking back shows. Its calls belong in threads: they load pandas."""

from typing import TYPE_CHECKING

from journal.app.diary import Diary

if TYPE_CHECKING:
    from journal.charts.styled_text import Line

KEYS = {"stop": "1", "weekly": "2", "experiment": "3"}


def look_back_page(diary: Diary, columns: int) -> "tuple[str, list[Line], list[str]]":
    """Its title, its lines, and the same as text."""
    from journal.charts.verdicts.look_back import look_back

    with diary.reading() as connection:
        page = look_back(connection, diary.context(connection), columns, KEYS)
    return "Looking back", page.lines, page.text
