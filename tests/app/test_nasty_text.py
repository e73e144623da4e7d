"""The user's words are sacred: verbatim on every screen, whatever they hold."""

from functools import partial
from pathlib import Path

from journal.app.screens.dialogs.share import ShareDialog
from journal.catalog.lexicon import Term
from journal.phrases.read.words.lexer import quote
from journal.records import Drink, Episode
from journal.store import vocabulary
from journal.store.write import transaction
from journal.store.write.entry import enter, enter_all
from tests.app.robot import Clock, Robot, play

NASTY = (
    "[red]not red[/red] [@click=app.quit]quit[/] [/] [bold",
    "\\[escaped] \"quoted\" and 'single' \\",
    "=1+1 %s {0} ${x} $name a\tb 🦵🏽 名前 e\u0301",
)
"""What markup could eat, what quoting could, and what formats and widths could."""


def squeezed(text: str) -> str:
    """A text without the spaces at which it may be broken into lines."""
    return "".join(text.split())


def is_said(user: Robot, words: str) -> bool:
    return words in squeezed(user.notice)


def is_seen(user: Robot, words: str) -> bool:
    return squeezed(words) in squeezed(user.see)


def test_a_note_is_verbatim_on_every_screen(path: Path) -> None:
    lines = [f"{kind} {quote(nasty)}" for kind in ("left calf", "note") for nasty in NASTY]
    enter_all(path, lines, Clock()())
    for number, nasty in enumerate(NASTY):
        label = nasty.replace("\t", " ")
        vocabulary.add_question(path, f"oddity{number}", label=label, low_means=label)
        vocabulary.set_template(path, str(7 + number), lines[number])

    async def story(user: Robot) -> None:
        wanted = [*map(squeezed, NASTY)]

        async def sees_all() -> None:
            await user.until(lambda: all(words in squeezed(user.see) for words in wanted))

        await sees_all()
        for words, line in zip(wanted, lines, strict=False):
            await user.type(line.replace("\t", "\\t"))
            await user.until(partial(is_said, user, words))
            await user.press("enter")
            await user.until(partial(is_said, user, words))
            await user.press("ctrl+z")
            await user.until(partial(is_said, user, words))
        await user.burst("f2", *["down"] * 6)
        await sees_all()
        await user.press("escape", "f3", "enter")
        await sees_all()
        before = ""
        for _ in range(len(NASTY) + 1):  # the first arrow down marks the newest record again
            await user.press("enter")
            before += squeezed(user.app.screen.query_one("#before").text)  # type: ignore[attr-defined]
            await user.press("escape", "down")
        assert all(words in before for words in wanted)
        await user.press("f4", "f7", "end")
        await sees_all()
        await user.press("ctrl+p", "escape", "f1", "escape", "f5")
        await sees_all()

    play(path, story, size=(115, 50))


def test_names_that_another_program_wrote_are_verbatim(path: Path) -> None:
    nasty = "[red]knee[/red]"
    with transaction.step(path, "import", "2026-11-21T14:05:00Z") as connection:
        transaction.insert(connection, "term", Term("site", nasty)._asdict())
        transaction.insert(connection, "term", Term("drink", "[/]", volume_ml=100)._asdict())
        transaction.add(connection, Episode(day="2026-11-21", site=nasty, source="other"))
        transaction.add(connection, Drink(day="2026-11-21", name="[/]", source="other"))

    async def story(user: Robot) -> None:
        await user.sees(nasty)
        assert "[/]" in user.see.replace(nasty, "")
        await user.press("f3")
        await user.sees(nasty)
        await user.press("f7", "end")
        for _ in range(8):
            await user.press("up")
        await user.sees(nasty)

    play(path, story, size=(120, 60))


def test_the_folder_of_an_export_is_verbatim(path: Path, tmp_path: Path) -> None:
    enter(path, "left calf", Clock()())
    folders = [
        tmp_path / name.replace("/", "-") for name in ("[red]files[/red]", "[/]", "[@click=app.quit]x", "%s {0} 🦵🏽")
    ]

    async def story(user: Robot) -> None:
        for folder in folders:
            await user.press("f6")
            dialog = user.app.screen
            assert isinstance(dialog, ShareDialog)
            dialog.choose(dialog.choice._replace(kind="doctor", place=str(folder)))
            await user.until(partial(is_seen, user, folder.name))
            await user.press("w")
            await user.until(partial(is_said, user, squeezed(folder.name)))

    play(path, story, size=(115, 40))
    assert all((folder / "days.csv").is_file() for folder in folders)


def test_a_control_character_found_in_the_file_is_shown_as_a_picture(path: Path) -> None:
    with transaction.step(path, "import", "2026-11-21T14:05:00Z") as connection:
        transaction.add(
            connection, Episode(day="2026-11-21", site="calf", note="bell\x07 and \x1b[31m", source="other")
        )

    async def story(user: Robot) -> None:
        await user.sees("bell␇ and ␛[31m")
        await user.press("f3")
        await user.sees("bell␇ and ␛[31m")

    play(path, story, size=(115, 40))
