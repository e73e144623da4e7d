"""template: what the digits 1 to 9 mean."""

import click

from journal import settings as places
from journal.cli.commands.log import RAW, complete
from journal.cli.completion import digits, offers
from journal.cli.output import paragraph, say, say_json
from journal.phrases.read.words.lexer import from_arguments
from journal.store import vocabulary
from journal.store.file import connections
from journal.store.read import queries


@click.group()
def template() -> None:
    """What the digits 1 to 9 mean: `log 1` is then a whole line.

    \b
    Examples:
      twitch-journal template set 1 left calf 4
      twitch-journal template list
    """


@template.command("list")
@click.option("--json", "as_json", is_flag=True, help="A JSON list, for other programs.")
@click.pass_obj
def template_list(db: str | None, as_json: bool) -> None:
    """List what each digit means.

    \b
    Example:
      twitch-journal template list
    """
    path, _ = places.diary_path(db)
    with connections.reading(path) as connection:
        phrases = queries.templates(connection)
    if as_json:
        say_json(phrases, indent=1)
        return
    for key, phrase in phrases.items():
        paragraph(phrase, f"{key}  ")
    if phrases:
        say("0  none today")
    else:
        paragraph("No digit means anything yet but 0, none today; `template set 1 left calf` gives 1 a meaning.")


@template.command("set", context_settings=RAW)
@click.argument("digit", shell_complete=offers(digits))
@click.argument("phrase", metavar="WORDS...", nargs=-1, required=True, type=click.UNPROCESSED, shell_complete=complete)
@click.pass_obj
def template_set(db: str | None, digit: str, phrase: tuple[str, ...]) -> None:
    """Give a digit a line that it means from now on.

    \b
    Example:
      twitch-journal template set 2 right eyelid x5
    """
    path, _ = places.diary_path(db)
    line = from_arguments(phrase)
    vocabulary.set_template(path, digit, line)
    paragraph(f"{digit} is now: {line.strip()}", indent=4)


@template.command("clear")
@click.argument("digit", shell_complete=offers(digits))
@click.pass_obj
def template_clear(db: str | None, digit: str) -> None:
    """Take away what a digit means.

    \b
    Example:
      twitch-journal template clear 2
    """
    path, _ = places.diary_path(db)
    vocabulary.set_template(path, digit, None)
    say(f"{digit} means nothing now")
