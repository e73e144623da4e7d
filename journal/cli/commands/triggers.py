"""triggers and suspect: which habits go with the twitches, and what was guessed beforehand."""

import sys
from contextlib import suppress
from datetime import date
from itertools import pairwise

import click

from journal import moments, requests, settings
from journal.analysis.looks import explore, take_follow_ups, take_look
from journal.analysis.looks.current_verdicts import CurrentVerdicts, current_verdicts
from journal.analysis.looks.explore import ExploreRequest
from journal.catalog.habits import Habit
from journal.charts.render import draw_lines, text_export
from journal.charts.verdicts import as_json as objects
from journal.charts.verdicts import detail, explored_view, tiers, verdict_words
from journal.charts.verdicts.verdict_page import page
from journal.cli.commands.guide import print_chapter
from journal.cli.output import paragraph, picture, say, say_json, warn, width
from journal.errors import Refused
from journal.guide import chapter
from journal.phrases.context import Context
from journal.phrases.read.words.lexer import clean
from journal.phrases.write.format_number import counted
from journal.store import look_records
from journal.store.file import connections
from journal.store.file.diary_file import DiaryFile
from journal.store.read import queries
from journal.terminal import sentence

DIRECTIONS = {"more": 1, "less": -1, "fewer": -1}
SLOW_DAYS = 1500
"""Logged days from which judging takes over a second."""
ROWS = 200
HOW = "`twitch-journal triggers --how` tells how this is judged; `twitch-journal triggers HABIT` tells more of one."
GUESS_HOW = (
    "`twitch-journal suspect caffeine stress` does it, `twitch-journal suspect nothing` says that you have none."
)


@click.command()
@click.argument("habit", nargs=-1, metavar="[HABIT]")
@click.option("--text", "as_text", is_flag=True, help="Sentences and tables, for a screen reader.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object, for other programs.")
@click.option("--how", is_flag=True, help="How this is judged, in plain words, and what a diary can show.")
@click.option(
    "--outcome",
    type=click.Choice(explore.OUTCOMES),
    help="A view: another outcome than the one that is judged.",
)
@click.option("--site", metavar="SITE", help="A view: only this site and what belongs to it.")
@click.option("--from", "first", metavar="DAY", help="A view: the first day.")
@click.option("--to", "last", metavar="DAY", help="A view: the last day.")
@click.pass_obj
def triggers(
    db: str | None,
    habit: tuple[str, ...],
    as_text: bool,
    as_json: bool,
    how: bool,
    outcome: str | None,
    site: str | None,
    first: str | None,
    last: str | None,
) -> None:
    """Which habits go with your twitches, said without fooling you.

    The diary is judged at fixed numbers of counted days (60, 90, 135, 200, 300 ...), and what was said stands until the
    next. With --outcome, --site, --from or --to you look at something else: a view with raw ratios, which is no verdict
    and is not stored.

    \b
    Examples:
      twitch-journal triggers
      twitch-journal triggers sleep
      twitch-journal triggers --how
      twitch-journal triggers --outcome cramps
      twitch-journal triggers --site calf --from 2026-10-01
    """
    if as_text and as_json:
        raise Refused("--text and --json are two ways to print; say one of them")
    if how:
        print_chapter(chapter.text("judging"))
        return
    path, _ = settings.diary_path(db)
    file = DiaryFile(path)
    if outcome or site or first or last:
        if habit:
            raise Refused("a view shows every habit; leave the habit out, or the options of the view")
        _view(file, outcome, site, first, last, as_text=as_text, as_json=as_json)
        return
    take_look.look_if_due(file, moments.user_clock(), _judging)
    take_follow_ups.follow_up_claims(file, moments.user_clock())
    with connections.reading(file) as connection:
        context = queries.context(connection)
        stands = current_verdicts(connection, context.clock)
        if habit:
            chosen = _named(" ".join(habit), stands.known_habits)
            figure = detail.figure(connection, stands, chosen, context.clock)
    if habit:
        if as_json:
            say_json(text_export.as_object(figure), indent=1)
        elif as_text:
            for line in text_export.text(figure, width()):
                say(line)
        else:
            picture(draw_lines.lines(figure, width(), ROWS))
    elif as_json:
        say_json(objects.verdicts_object(stands), indent=1)
    else:
        picture(page(stands, width(), pictures=not as_text, guess_how=GUESS_HOW, how=HOW).lines)


def _judging(days: int) -> None:
    if days >= SLOW_DAYS and sys.stderr.isatty():
        warn(f"Judging {days} days …")


def _named(text: str, habits: list[Habit]) -> Habit:
    """The habit that is meant, by its name, its label or the beginning of a word that only one has."""
    name = _plain(clean(text))
    for habit in habits:
        if name in (_plain(habit.slug), _plain(habit.question.label), _plain(tiers.name(habit))):
            return habit
    begin = [habit for habit in habits if name and _plain(habit.question.label).startswith(name)]
    if not begin:  # `muscles`
        begin = [habit for habit in habits if name and f" {name}" in _plain(habit.question.label)]
    if len(begin) == 1:
        return begin[0]
    names = ", ".join(tiers.name(habit) for habit in habits)
    raise Refused(f"“{text}” is no habit that is judged; say one of {names}" if names else "no habit is on")


def _plain(name: str) -> str:
    return " ".join(name.lower().replace("_", " ").replace("-", " ").rstrip("?").split())


# ---- a view -------------------------------------------------------------------------------------------------


def _view(
    file: DiaryFile,
    outcome: str | None,
    site: str | None,
    first: str | None,
    last: str | None,
    *,
    as_text: bool,
    as_json: bool,
) -> None:
    clock = moments.user_clock()
    with connections.reading(file) as connection:
        context = queries.context(connection, clock)
        clock = context.clock
        view = _explore_request(context, outcome, site, first, last)
        explored = explore.explore(connection, view, clock)
    if explored is None:
        nothing = f"{explored_view.view_words(view)}: not known on any day that is over, so there is nothing to look at"
        if as_json:
            say_json({"outcome": view.outcome, "site": view.site_label or None, "days": 0, "habits": []}, indent=1)
        else:
            paragraph(sentence(nothing))
        return
    opened = look_records.count_exploration(file, clock)
    if as_json:
        say_json(objects.explored_object(explored, opened), indent=1)
    else:
        picture(explored_view.lines(explored, opened, width(), pictures=not as_text))


def _explore_request(
    context: Context, outcome: str | None, site: str | None, first: str | None, last: str | None
) -> ExploreRequest:
    days = requests.read_from_to(first, last, context.clock)
    slug = requests.read_site(site, context.lexicon) if site else None
    return explore.request(outcome, slug, days, context.lexicon)


# ---- a guess ------------------------------------------------------------------------------------------------


@click.command()
@click.argument("habits", nargs=-1, metavar="[HABIT]...")
@click.pass_obj
def suspect(db: str | None, habits: tuple[str, ...]) -> None:
    """Guess, before there is anything to see, which habits go with your twitches.

    Up to two, in the first 14 counted days; until then a new guess takes the place of the old one. A habit that was
    guessed needs less evidence, and all others a little more. `more` or `less` before a habit says of which of its days
    you suspect more twitches; without it, it counts as is commonly believed. `nothing` says that you suspect none.
    Without a habit it says what was guessed.

    \b
    Examples:
      twitch-journal suspect caffeine
      twitch-journal suspect more stress less sleep
      twitch-journal suspect "short nights" stress
      twitch-journal suspect nothing
      twitch-journal suspect
    """
    path, _ = settings.diary_path(db)
    file = DiaryFile(path)
    with connections.reading(file) as connection:
        clock = queries.context(connection).clock
        stands = current_verdicts(connection, clock)
    if not habits:
        _say_guess(stands)
        return
    guessed = [] if list(habits) == ["nothing"] else _guessed(habits, list(stands.habits))
    look_records.keep_guess(file, {habit.slug: direction for habit, direction in guessed}, clock)
    names = " and ".join(tiers.guess_name(*suspected) for suspected in guessed) or "nothing"
    paragraph(
        f"You guessed: {names}. It stands beside each verdict, from the look at {stands.next_look} counted days"
        f" on; until {look_records.GUESS_DAYS} days are counted another guess takes its place.",
        indent=4,
    )


def _guessed(texts: tuple[str, ...], habits: list[Habit]) -> list[tuple[Habit, int]]:
    """Each habit with its direction, which belongs to the habit right behind it; 0 without one."""
    with suppress(Refused):
        return [(_named(" ".join(texts), habits), 0)]
    terms = [term for text in texts for term in (text.split(maxsplit=1) if _direction(text) else [text])]
    starts = [number for number, term in enumerate(terms) if number == 0 or term.lower() in DIRECTIONS]
    guessed = []
    for start, end in pairwise([*starts, len(terms)]):
        direction = DIRECTIONS.get(terms[start].lower(), 0)
        names = terms[start + 1 : end] if direction else terms[start:end]
        if not names:
            raise Refused(f"{terms[start]} of what? Say it like `more caffeine`")
        first, *others = _all_named(tuple(names), habits)
        guessed += [(first, direction), *((habit, 0) for habit in others)]
    if twice := [habit for habit, _ in guessed if [other for other, _ in guessed].count(habit) > 1]:
        raise Refused(f"{tiers.name(twice[0])} is guessed twice; say it once")
    return guessed


def _direction(text: str) -> int:
    return DIRECTIONS.get(text.split(maxsplit=1)[0].lower(), 0) if text.strip() else 0


def _all_named(texts: tuple[str, ...], habits: list[Habit]) -> list[Habit]:
    """Each argument is a habit, or all of them together are one: `suspect short nights`."""
    if len(texts) > 1:
        with suppress(Refused):
            return [_named(" ".join(texts), habits)]
    return [_named(text, habits) for text in texts]


def _say_guess(stands: CurrentVerdicts) -> None:
    guess = stands.guess
    if guess:
        names = " and ".join(tiers.guess_name(*suspected) for suspected in stands.guessed_habits) or "nothing"
        when = verdict_words.on(date.fromisoformat(guess.named_at[:10]), stands.today)
        paragraph(f"You guessed on {when}, with {counted(guess.days, 'counted day')}: {names}.")
    else:
        paragraph("Nothing was guessed.")
    paragraph(stands.guess_closed or GUESS_HOW)
