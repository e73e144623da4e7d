"""profile and ask: what a doctor asks once, and what you mean to ask the doctor."""

import click

from journal import moments, settings
from journal.cli.arguments import key_and_text
from journal.cli.completion import offers, profile_keys
from journal.cli.output import paragraph, rows, say, say_json
from journal.errors import Refused
from journal.store import about_me
from journal.store.file import connections

LABELS = {line.key: line.label for line in about_me.LINES}


@click.command()
@click.argument("key", required=False, shell_complete=offers(profile_keys))
@click.argument("text", nargs=-1)
@click.option("--empty", is_flag=True, help="Take the line away.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object, for other programs.")
@click.pass_obj
def profile(db: str | None, key: str | None, text: tuple[str, ...], empty: bool, as_json: bool) -> None:
    """About you: what a doctor asks once. Each line may stay empty, and nothing asks for it.

    Its lines are since when, just before it began, handedness, year of birth, family, other illnesses, nicotine, main
    worry and questions, to which `ask` adds one.

    \b
    Examples:
      twitch-journal profile
      twitch-journal profile since when March 2026, after a cold
      twitch-journal profile handedness left
      twitch-journal profile nicotine --empty
    """
    path, _ = settings.diary_path(db)
    about = ""
    if key:
        key, about = key_and_text(key, text, about_me.NAMES)
    if key and (about or text[-1:] == ("",) or empty):
        if about and empty:
            raise Refused("--empty takes the line away; leave the words out")
        value = about_me.set_line(path, key, about, moments.user_clock())
        paragraph(f"{LABELS.get(key, key)}: {value}" if value else f"{LABELS.get(key, key)}: nothing is said", indent=4)
        return
    if key and key not in about_me.KEYS:
        raise Refused(f"there is no line “{key}” {about_me.NO_LINE}")
    with connections.reading(path) as connection:
        lines = about_me.profile(connection)
        questions = about_me.questions(connection)
    if as_json:
        say_json({name: lines.get(name) for name in about_me.KEYS if key in (None, name)}, indent=1)
        return
    rows([(line.label, lines.get(line.key, "")) for line in about_me.LINES if key in (None, line.key)])
    if key in (None, about_me.QUESTIONS):
        if key is None:
            say()
        say("Questions for the doctor", bold=True)
        for number, question in enumerate(questions, 1):
            paragraph(question, f"  {number}  ")
        if not questions:
            paragraph("None yet; `ask may I go on lifting?` adds one.", "  ")


@click.command()
@click.argument("question", nargs=-1, required=True)
@click.pass_obj
def ask(db: str | None, question: tuple[str, ...]) -> None:
    """Keep a question for the doctor; `profile` lists them.

    \b
    Example:
      twitch-journal ask may I go on lifting?
    """
    path, _ = settings.diary_path(db)
    paragraph(about_me.ask(path, " ".join(question), moments.user_clock()), "to ask: ")
