"""completion: the Tab key, made from the catalogue and the diary."""

import click
from click.shell_completion import CompletionItem

from journal import settings
from journal.cli.output import say
from journal.refusal import Refused

SHELLS = {
    "bash": 'eval "$(twitch-journal completion bash)"   in ~/.bashrc',
    "zsh": 'eval "$(twitch-journal completion zsh)"   in ~/.zshrc, after compinit',
    "fish": "twitch-journal completion fish | source   in ~/.config/fish/config.fish",
}
"""Shell -> how it learns."""


@click.command(epilog="\b\n" + "\n".join(SHELLS.values()))
@click.argument("shell", type=click.Choice(list(SHELLS)))
def completion(shell: str) -> None:
    """Print what teaches a shell to complete commands, sites, sides, drinks, questions and your own words.

    \b
    Put the line for your shell in its start file:
    """
    from click.shell_completion import get_completion_class

    from journal.cli.group import commands

    kind = get_completion_class(shell)
    if kind is None:
        raise Refused(f"there is no completion for {shell}")
    say(kind(commands, {}, "twitch-journal", "_TWITCH_JOURNAL_COMPLETE").source())


def words_of_the_diary(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The words that can follow in a line: names with `_` for a space, reliefs behind their sign."""
    from journal.phrases.reading import known_words
    from journal.store import opening, reading

    try:
        path, _ = settings.diary_path(context.find_root().params.get("db"))
        with opening.reading(path) as connection:
            known = reading.context(connection)
    except Refused:  # a shell that completes has no place for a message
        return []
    sign = incomplete[:1] if incomplete[:1] in ("+", "-") else ""
    names = list(known.words.tried) if sign else known_words(known)
    wanted = incomplete[len(sign) :].lower()
    found = sorted({name.replace(" ", "_") for name in names if name.replace(" ", "_").startswith(wanted)})
    return [CompletionItem(sign + name) for name in found]
