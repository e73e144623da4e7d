"""signs: a few questions every four weeks, what a yes says, and what a doctor advised."""

from datetime import date
from pathlib import Path
from typing import Any

import click

from journal import requests, settings
from journal.catalog import signs as catalog
from journal.catalog.signs import BY_SLUG, SIGNS
from journal.cli.ask_lines import read_line
from journal.cli.commands.ask_signs import Answering, print_advice
from journal.cli.completion import days, offers, sign_names
from journal.cli.output import paragraph, say, say_json
from journal.errors import Refused
from journal.moments import UserClock, day_words
from journal.store import diary_settings
from journal.store.file import connections
from journal.store.read import queries, sign_history, sign_rules
from journal.store.read.sign_history import SignsPage, VisitAdvice
from journal.store.write import sign_steps


@click.group(invoke_without_command=True)
@click.pass_context
def signs(context: click.Context) -> int | None:
    """Ask a few questions, without testing yourself; every four weeks is enough.

    One after the other: `yes`, `no`, Enter for a question left open, and `none` for none of these. A yes is asked
    whether it began suddenly, and says how soon a doctor should hear of it. All of it is stored at the end in one step,
    which one `undo` takes back; answers can be piped, a line each. It gives no diagnosis.

    \b
    Examples:
      twitch-journal signs                      asks, one by one
      twitch-journal signs none                 none of these
      twitch-journal signs list                 what was answered
      twitch-journal signs discussed trip       with a doctor, today
      twitch-journal signs advice               what a doctor advised at a visit
      twitch-journal signs off                  asks no more
    """
    if context.invoked_subcommand is not None:
        return None
    return Answering(*_page(context.obj)).run()


def _page(db: str | None) -> tuple[Path, UserClock, SignsPage]:
    path, _ = settings.diary_path(db)
    with connections.reading(path) as connection:
        clock = queries.context(connection).clock
        return path, clock, sign_history.page(connection, clock)


# ---- commands -----------------------------------------------------------------------------------------------


@signs.command("none")
@click.pass_obj
def signs_none(db: str | None) -> None:
    """Answer none of these, for today. A sign that was discussed with a doctor is left open.

    \b
    Example:
      twitch-journal signs none
    """
    path, clock, page = _page(db)
    absent = sign_steps.none_of_these(path, clock)
    kept = [BY_SLUG[sign].brief for sign, answer in page.answers.items() if answer.present]
    stays = f"; what was answered today stays: {', '.join(kept)}" if kept else ""
    if absent:
        summary = "none of these" if len(absent) == len(SIGNS) else f"no to {len(absent)} of {len(SIGNS)}"
        paragraph(f"stored: {day_words(page.today, page.today)}  {summary}{stays}", indent=8)
    else:
        already = "what can be answered with no was answered today already"
        paragraph(f"Nothing was stored: {already}{stays}.")
    left_open = [BY_SLUG[sign].brief for sign, state in page.states.items() if state.is_discussed]
    if left_open:
        paragraph(f"Discussed, and better, same or worse? `signs` asks: {'; '.join(left_open)}.")
    _, _, page = _page(db)
    if page.is_on and page.next_day:
        paragraph(f"They are asked again from {day_words(page.next_day, page.today)} on.")


@signs.command("list")
@click.option("--json", "as_json", is_flag=True, help="One JSON object, for other programs.")
@click.pass_obj
def signs_list(db: str | None, as_json: bool) -> None:
    """How each sign stands, and what was answered on which day.

    What doctors advised stands below it.

    \b
    Examples:
      twitch-journal signs list
      twitch-journal signs list --json
    """
    path, _ = settings.diary_path(db)
    with connections.reading(path) as connection:
        clock = queries.context(connection).clock
        states, checks = sign_history.states(connection), sign_history.checks(connection)
        advice, page = sign_history.visit_advice(connection), sign_history.page(connection, clock)
    if as_json:
        _print_json(states, checks, advice, page)
        return
    if not checks:
        paragraph("The signs were not asked yet; `twitch-journal signs` asks them.")
    for check in checks:
        paragraph(f"{day_words(check.day, clock.today)}  {sign_history.check_words(check) or 'asked'}", indent=4)
    if states:
        say()
    for sign, state in states.items():
        paragraph(f"{BY_SLUG[sign].brief} ({sign}): {_state_words(state, clock.today)}", indent=4)
    for visit in advice:
        say()
        print_advice(visit, clock.today)
    if checks and (page.next_day or not page.is_on):
        say()
    if not page.is_on:
        paragraph("They are not asked any more; `signs on` asks them again.")
    elif page.next_day:
        paragraph(f"They are asked again from {day_words(page.next_day, clock.today)} on; `signs off` asks no more.")


def _state_words(state: sign_rules.SignState, today: date) -> str:
    newest = state.newest
    if newest is None or not newest.present:
        return f"no, on {day_words(newest.day, today)}" if newest else "not answered"
    parts = ["yes", f"since {day_words(state.since or newest.day, today)}"]
    if newest.sudden is not None:
        parts.append("began suddenly" if newest.sudden else "not suddenly")
    if state.discussed_on:
        parts.append(f"discussed on {day_words(state.discussed_on, today)}")
    if newest.course:
        parts.append(f"{newest.course} on {day_words(newest.day, today)}")
    return ", ".join(parts)


def _print_json(
    states: dict[str, sign_rules.SignState],
    checks: list[sign_rules.SignCheck],
    advice: list[VisitAdvice],
    page: SignsPage,
) -> None:
    def plain(value: Any) -> Any:
        return value.isoformat() if isinstance(value, date) else value

    def as_object(values: tuple[Any, ...]) -> dict[str, Any]:
        return {name: plain(value) for name, value in values._asdict().items()}  # type: ignore[attr-defined]

    say_json(
        {
            "on": page.is_on,
            "next": plain(page.next_day),
            "signs": {
                sign: {
                    "present": state.newest.present if state.newest else None,
                    "on": plain(state.newest.day) if state.newest else None,
                    "since": plain(state.since),
                    "sudden": state.newest.sudden if state.newest else None,
                    "course": state.newest.course if state.newest else None,
                    "discussed_on": plain(state.discussed_on),
                }
                for sign, state in states.items()
            },
            "days": [as_object(check) for check in checks],
            "advice": [as_object(each) for each in advice],
        },
        indent=1,
    )


@signs.command("discussed")
@click.argument("sign", shell_complete=offers(sign_names))
@click.argument("day", nargs=-1, shell_complete=offers(days))
@click.pass_obj
def signs_discussed(db: str | None, sign: str, day: tuple[str, ...]) -> None:
    """Mark a sign as discussed with a doctor, today or on a day.

    From then on it is asked as better, same or worse.

    \b
    Examples:
      twitch-journal signs discussed trip
      twitch-journal signs discussed trip 12 Nov
    """
    path, clock, _ = _page(db)
    discussed_on = requests.read_one_day(" ".join(day), clock) if day else clock.today
    sign_steps.discuss(path, clock, sign, discussed_on)
    paragraph(f"{BY_SLUG[sign].brief}: discussed on {day_words(discussed_on, clock.today)}", indent=4)


@signs.command("advice")
@click.argument("day", nargs=-1, shell_complete=offers(days))
@click.pass_obj
def signs_advice(db: str | None, day: tuple[str, ...]) -> None:
    """Write down what a doctor advised at a visit.

    The last visit, or that of a day. It asks what was advised and what would make you come back; Enter leaves what is
    there as it is. Both stand above the questions of `signs`, in your words.

    \b
    Examples:
      twitch-journal signs advice
      twitch-journal signs advice 12 Nov
    """
    path, clock, _ = _page(db)
    with connections.reading(path) as connection:
        on = requests.read_one_day(" ".join(day), clock) if day else sign_history.last_visit(connection, clock.today)
        visit = sign_history.visit_on(connection, on) if on else None
    if visit is None:
        when = f"on {day_words(on, clock.today)}" if on else "yet"
        raise Refused(f"no visit is logged {when}; `log visit neurologist 12 Nov` logs one")
    print_advice(visit, clock.today)
    advised = (read_line(catalog.ADVISED, "  ") or "").strip() or visit.advised
    come_back = (read_line(catalog.COME_BACK, "  ") or "").strip() or visit.come_back
    advice = visit._replace(advised=advised, come_back=come_back)
    if advice == visit:
        say("Nothing was said, so nothing was changed.")
        return
    sign_steps.keep_advice(path, clock, advice)
    paragraph("stored; it stands above the questions of `signs`", indent=4)


def _state_command(state: str, help_: str, echo: str) -> None:
    @signs.command(state, help=f"{help_}\n\n\b\nExample:\n  twitch-journal signs {state}")
    @click.pass_obj
    def change(db: str | None) -> None:
        path, _ = settings.diary_path(db)
        diary_settings.set_setting(path, sign_history.SETTING, state)
        paragraph(echo)


_state_command("on", "Ask the signs every four weeks.", "The signs are asked every four weeks.")
_state_command(
    "off",
    "Ask the signs no more; what was answered stays.",
    "The signs are not asked any more; `signs on` asks them again, and `signs` asks them at any time.",
)
