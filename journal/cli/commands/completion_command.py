"""completion: the Tab key, made from the catalogue and the diary.

The shells ask with `completion SHELL --line "what is typed"`; an answer is a line, in zsh and fish with what it means.

It is our own, since click's cannot finish a line of `log`: it splits what is typed at colons (`2026-11-18:stress`,
`12:30`), breaks at the spaces of a name, and takes `-heat` for an option.
"""

import re
from collections.abc import Iterator

import click

from journal.cli.output import say
from journal.terminal import printable

SCRIPTS = {
    "bash": """\
_twitch_journal() {
    local word
    COMPREPLY=()
    while IFS= read -r word; do
        COMPREPLY+=("$word")
    done < <("$1" completion bash --line "${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
}
complete -o nosort -F _twitch_journal twitch-journal tj 2>/dev/null || complete -F _twitch_journal twitch-journal tj
""",
    "zsh": """\
#compdef twitch-journal tj
_twitch_journal() {
    local -a answers values shown
    answers=("${(@f)$("${words[1]}" completion zsh --line "${(j: :)words[1,CURRENT-1]} $PREFIX" 2>/dev/null)}")
    local answer
    for answer in $answers; do
        values+=("${answer%%$'\\t'*}")
        shown+=("${answer/$'\\t'/  }")
    done
    (( $#values )) && compadd -o nosort -l -d shown -- $values
}
compdef _twitch_journal twitch-journal tj
""",
    "fish": """\
function __twitch_journal
    set -l typed (commandline -poc)
    $typed[1] completion fish --line (commandline -pc | string collect) 2>/dev/null
end
complete -c twitch-journal -f -k -a '(__twitch_journal)'
complete -c tj -f -k -a '(__twitch_journal)'
""",
}
"""What teaches each shell to ask."""


@click.command()
@click.argument("shell", type=click.Choice(list(SCRIPTS)))
@click.option("--line", hidden=True)
def completion(shell: str, line: str | None) -> None:
    """Print what teaches a shell to complete: commands, sites, sides, drinks, questions, ids and your own words.

    \b
    Put the line for your shell in its start file:
      eval "$(twitch-journal completion bash)"       ~/.bashrc
      eval "$(twitch-journal completion zsh)"        ~/.zshrc, after compinit
      twitch-journal completion fish | source        ~/.config/fish/config.fish

    In a line a name of several words is completed word by word, and what was tried stands behind its sign:

    \b
    Examples:
      twitch-journal completion bash
      twitch-journal log left arch<Tab>
      twitch-journal log cramp calf +str<Tab>
    """
    if line is None:
        say(SCRIPTS[shell].rstrip("\n"))
        return
    for value, meaning in _answers(line):
        if shell == "bash":  # which begins a new word behind each colon, and takes what it is given as it is
            colons = line.rpartition(" ")[2].count(":")
            say(_NEEDS_A_BACKSLASH.sub(r"\\\g<0>", value.split(":", colons)[-1]))
        else:
            say(f"{value}\t{meaning}" if meaning else value)


_NEEDS_A_BACKSLASH = re.compile(r"[^\w@%+=:,./-]")
"""What is more than a letter to bash."""


def _answers(line: str) -> Iterator[tuple[str, str]]:
    """What can follow a line that is typed up to here."""
    from click.shell_completion import ShellComplete, split_arg_string

    from journal.cli.group import commands

    typed = split_arg_string(line)[1:]
    incomplete = typed.pop() if typed and not line[-1:].isspace() else ""
    completer = ShellComplete(commands, {}, "twitch-journal", "")
    items = completer.get_completions(typed, incomplete)
    if incomplete.startswith("-") and "--" not in typed:  # `-heat` is a word where a line is written
        items += completer.get_completions([*typed, "--"], incomplete)
    for item in items:
        if item.type == "plain" and item.value.isprintable():  # what steers a terminal is no word to be typed
            yield item.value, " ".join(printable(item.help or "").split())
