"""The user's words are sacred: verbatim on every screen, whatever they hold."""

from pathlib import Path

import pytest

from journal.phrases.tokens import quote
from journal.store import own, writing
from journal.store.entering import enter
from tests.app.robot import Clock, Robot, play

NASTY = (
    "[red]not red[/red]",
    "[/]",
    "[@click=app.quit]quit[/]",
    "[bold",
    "\\[escaped] \\",
    "\"quoted\" and 'single'",
    "=1+1",
    "emoji 🦵🏽 and 名前 and e\u0301",
    "%s {0} ${x} $name",
    "a\tb",
)


def squeezed(text: str) -> str:
    """A text without the spaces at which it may be broken into lines."""
    return "".join(text.split())


@pytest.mark.parametrize("nasty", NASTY)
def test_a_note_is_verbatim_on_every_screen(path: Path, nasty: str) -> None:
    enter(path, f"left calf {quote(nasty)}", Clock()())
    enter(path, f"note {quote(nasty)}", Clock()())
    own.add_question(path, "oddity", label=nasty.replace("\t", " "), low_means=nasty.replace("\t", " "))
    own.set_template(path, "9", f"left calf {quote(nasty)}")

    async def story(user: Robot) -> None:
        wanted = squeezed(nasty)
        assert squeezed(user.see).count(wanted) >= 2
        await user.type(f"left calf {quote(nasty)}".replace("\t", "\\t"))
        assert wanted in squeezed(user.said)
        await user.press("enter")
        assert wanted in squeezed(user.said)
        await user.press("ctrl+z")
        assert wanted in squeezed(user.said)
        await user.press("f2")
        for _ in range(6):
            await user.press("down")
        assert wanted in squeezed(user.see)
        await user.press("escape", "f3", "enter")
        assert wanted in squeezed(user.see)
        await user.press("down", "enter")
        assert wanted in squeezed(user.app.screen.query_one("#before").text)  # type: ignore[attr-defined]
        await user.press("escape", "f4", "f7")
        for _ in range(40):
            user._send("down")
        await user.settle()
        assert wanted in squeezed(user.see)
        await user.press("ctrl+p", "escape", "f1", "escape", "f5")
        assert wanted in squeezed(user.see)

    play(path, story, size=(120, 40))


def test_a_control_character_found_in_the_file_is_shown_as_a_picture(path: Path) -> None:
    from journal.records import Episode

    with writing.step(path, "import", "2026-11-21T14:05:00Z") as connection:
        writing.add(connection, Episode(day="2026-11-21", site="calf", note="bell\x07 and \x1b[31m", source="other"))

    async def story(user: Robot) -> None:
        assert "bell␇ and ␛[31m" in user.see
        await user.press("f3")
        assert "bell␇ and ␛[31m" in user.see

    play(path, story, size=(120, 40))
