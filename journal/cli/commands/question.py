"""question: the user's own habits, and what the check-in asks."""

import click

from journal import settings as places
from journal.catalog.questions import COLUMNS, Question
from journal.cli.arguments import joined, name_and_new_name
from journal.cli.completion import offers, questions
from journal.cli.output import paragraph, rows, say_json
from journal.errors import Refused
from journal.phrases.write.format_number import counted, number_words
from journal.store import own_words, vocabulary
from journal.store.file import connections
from journal.store.read import queries
from journal.store.read.question_states import all_questions

UNLIKELY = 1000
"""From here on a highest value only guards against slips and is not worth saying."""
NAME = click.argument("name", nargs=-1, required=True, callback=joined)
KNOWN_NAME = click.argument("name", nargs=-1, required=True, callback=joined, shell_complete=offers(questions))


@click.group()
def question() -> None:
    """The questions of the check-in: your own habits, and which are asked.

    \b
    Examples:
      twitch-journal question list
      twitch-journal question add mood
      twitch-journal question add steps --unit steps
      twitch-journal question on anxiety
    """


@question.command("list")
@click.option("--json", "as_json", is_flag=True, help="A JSON list, for other programs.")
@click.pass_obj
def question_list(db: str | None, as_json: bool) -> None:
    """List every question with its scale, and whether it is asked.

    \b
    Example:
      twitch-journal question list
    """
    path, _ = places.diary_path(db)
    with connections.reading(path) as connection:
        entries = all_questions(connection)
        lexicon = queries.lexicon(connection)
    if as_json:
        keys = [column for column in Question._fields if column in COLUMNS and column != "place"]
        say_json([{key: getattr(entry, key) for key in keys} for entry in entries], indent=1)
        return
    rows(
        [(entry.state, lexicon.name_of("question", entry.slug), f"{entry.label}: {scale(entry)}") for entry in entries]
    )


def scale(habit: Question) -> str:
    """What can be answered, with what each end means."""
    if habit.is_yes_or_no:
        return "yes or no"
    low = number_words(habit.lowest) + (f" ({habit.low_means})" if habit.low_means else "")
    unit = f" {habit.unit}" if habit.unit else ""
    if habit.highest is None or habit.highest >= UNLIKELY:
        return f"{low}{unit} or more"
    return f"{low} to {number_words(habit.highest)}{unit}" + (f" ({habit.high_means})" if habit.high_means else "")


@question.command("add")
@NAME
@click.option("--label", metavar="TEXT", help="How it is asked; its name unless said.")
@click.option(
    "--unit", metavar="TEXT", help="Of an amount: h, ml, mg, g, or a word of your own; without one it is a scale."
)
@click.option("--lowest", metavar="NUMBER", type=float, help="Lowest value; 0 unless said.")
@click.option(
    "--highest", metavar="NUMBER", type=float, help="Highest value; 10 for a scale, without a limit for an amount."
)
@click.option("--low-means", metavar="TEXT", help="What the lowest value means.")
@click.option("--high-means", metavar="TEXT", help="What the highest value means.")
@click.option(
    "--happens",
    metavar="PART",
    type=click.Choice(vocabulary.HAPPENS),
    default="day",
    help="When: night, morning, afternoon, evening or day.",
)
@click.pass_obj
def question_add(
    db: str | None,
    name: str,
    label: str | None,
    unit: str | None,
    lowest: float | None,
    highest: float | None,
    low_means: str | None,
    high_means: str | None,
    happens: str,
) -> None:
    """Add a habit of your own.

    It is a word of `log` and in the check-in at once. Nothing but a name is needed: it is a scale from 0 to 10, or
    with a unit any amount from 0. From 0 to 1 it is yes or no. `undo` takes it away again.

    \b
    Examples:
      twitch-journal question add mood
      twitch-journal question add steps --unit steps --highest 100000
      twitch-journal question add mood --lowest -5 --highest 5
      twitch-journal question add noise --low-means silent --high-means unbearable
      twitch-journal question add meditated --highest 1
    """
    path, _ = places.diary_path(db)
    added = vocabulary.add_question(
        path,
        name,
        label=label,
        unit=unit,
        lowest=lowest,
        highest=highest,
        low_means=low_means,
        high_means=high_means,
        happens=happens,
    )
    paragraph(f"added: {added.label}, {scale(added)}; the check-in asks it now", indent=4)
    paragraph(f"For example: twitch-journal log {_example(added)}", indent=4)


def _example(habit: Question) -> str:
    name = habit.slug.replace("_", " ")
    if habit.is_yes_or_no:
        return name
    top = habit.highest if habit.highest is not None else 10 * max(1.0, habit.lowest)
    return f"{name} {number_words(float(round((habit.lowest + top) / 2)))}"


@question.command("rename")
@click.argument(
    "names",
    metavar="NAME NEW_NAME",
    nargs=-1,
    required=True,
    callback=name_and_new_name,
    shell_complete=offers(questions),
)
@click.option("--label", metavar="TEXT", help="How it is asked from now on.")
@click.pass_obj
def question_rename(db: str | None, names: tuple[str, str], label: str | None) -> None:
    """Give a habit of your own another name; its answers follow.

    \b
    Example:
      twitch-journal question rename steps "daily steps"
    """
    path, _ = places.diary_path(db)
    name, new_name = names
    renamed, follow = own_words.edit_question(path, name, new_name, {"label": label} if label else {})
    following = f"; {counted(follow, 'answer')} went along" if follow else ""
    paragraph(f"{name} is now {renamed.slug.replace('_', ' ')}, asked as {renamed.label}{following}", indent=4)


@question.command("change")
@KNOWN_NAME
@click.option("--label", metavar="TEXT", help="How it is asked.")
@click.option("--unit", metavar="TEXT", help="The unit; empty for a scale.")
@click.option("--lowest", metavar="NUMBER", type=float, help="Lowest value.")
@click.option("--highest", metavar="NUMBER", type=float, help="Highest value.")
@click.option("--low-means", metavar="TEXT", help="What the lowest value means.")
@click.option("--high-means", metavar="TEXT", help="What the highest value means.")
@click.option("--happens", metavar="PART", type=click.Choice(vocabulary.HAPPENS), help="When in the day.")
@click.pass_obj
def question_change(db: str | None, /, name: str, **options: str | float | None) -> None:
    """Correct a habit of your own; its answers keep their numbers.

    \b
    Examples:
      twitch-journal question change steps --label "Steps by the watch"
      twitch-journal question change steps --highest 60000
    """
    changes = {field: value for field, value in options.items() if value is not None}
    if not changes:
        raise Refused("say what to change, such as --label, --unit or --highest; `question rename` gives another name")
    path, _ = places.diary_path(db)
    changed, answers = own_words.edit_question(path, name, changes=changes)
    numbers = f"; {counted(answers, 'answer')} {'keeps its number' if answers == 1 else 'keep their numbers'}"
    paragraph(f"changed: {changed.label}, {scale(changed)}{numbers if answers else ''}", indent=4)


@question.command("remove")
@KNOWN_NAME
@click.pass_obj
def question_remove(db: str | None, name: str) -> None:
    """Take away a habit of your own that was never answered.

    \b
    Example:
      twitch-journal question remove steps
    """
    path, _ = places.diary_path(db)
    paragraph(f"removed: {own_words.remove_question(path, name).label}", indent=4)


def _state_command(verb: str, state: str, help_: str, example: str) -> None:
    @question.command(verb, help=f"{help_}\n\n\b\nExample:\n  twitch-journal question {verb} {example}")
    @KNOWN_NAME
    @click.pass_obj
    def change(db: str | None, name: str) -> None:
        path, _ = places.diary_path(db)
        changed = vocabulary.set_question(path, name, state)
        paragraph(f"{changed.label} is {state}; what was answered stays", indent=4)


_state_command("on", "on", "Ask a question in the check-in.", "anxiety")
_state_command("off", "off", "Ask a question no more; it can still be logged.", "twitchiness")
_state_command("hide", "hidden", "Ask a question no more, and leave it out of the check-in's list.", "screen time")
