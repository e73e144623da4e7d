"""The page of all habits by tier, with what was looked for and not seen, and what no statistics can see."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from journal.analysis.looks.current_verdicts import CurrentVerdicts, Verdict
from journal.charts.number_words import counted
from journal.charts.styled_text import Ink, Line, line, text_of
from journal.charts.verdicts import tiers, verdict_words
from journal.charts.verdicts.forest import Forest, Ratio
from journal.charts.verdicts.verdict_words import ratio_words
from journal.store.look_records import GUESS_DAYS
from journal.terminal import wrapped

BLIND = (
    "What no statistics can see: you count what you notice, and days of worry, rest or poor sleep are days of noticing;"
    " twitches may change the same day's habits; a third thing may drive both. Medicines and events stand on the time"
    " axis of the charts, without a claim."
)
WHY_WAIT = "Nothing is judged before it: in fewer days chance alone makes triggers in most diaries."
GUESS_FIRST = (
    "While there is nothing to see you may guess: name up to two habits that you suspect. A habit that was guessed"
    " needs less evidence, and all others a little more."
)


@dataclass
class VerdictPage:
    """Lines that fit a width, and the habit to which a line belongs."""

    columns: int
    lines: list[Line] = field(default_factory=list)
    habits: dict[int, str] = field(default_factory=dict)

    def say(self, text: str = "", ink: Ink = "") -> None:
        self.lines += [line(part, ink) for part in wrapped(text, self.columns)]

    def row(self, slug: str, some: Iterable[Line]) -> None:
        for one in some:
            self.habits[len(self.lines)] = slug
            self.lines.append(one)

    @property
    def text(self) -> list[str]:
        return [text_of(one).rstrip() for one in self.lines]


def page(
    standing: CurrentVerdicts, columns: int, *, pictures: bool = True, guess_how: str = "", how: str = ""
) -> VerdictPage:
    """The whole page. Without `pictures` it is plain text for a screen reader. `guess_how` says how to guess, `how`
    where it is told how this is judged."""
    made = VerdictPage(columns)
    _title(made, standing)
    _guess(made, standing, guess_how)
    if standing.look is None:
        _not_yet(made, standing)
    else:
        _tiers(made, standing, pictures=pictures)
    made.say()
    made.say(BLIND)
    if standing.explored:
        views = counted(standing.explored, "other view")
        made.say(
            f"Since the last look {views} {'was' if standing.explored == 1 else 'were'} opened: the more one opens, the"
            " more stands out by chance."
        )
    if how:
        made.say(how)
    return made


# ---- the head -----------------------------------------------------------------------------------------------


def _title(made: VerdictPage, standing: CurrentVerdicts) -> None:
    parts = ["Triggers", verdict_words.OUTCOMES[standing.outcome]]
    if look := standing.look:
        judged = verdict_words.on(date.fromisoformat(look.judged_on), standing.today)
        parts.append(f"judged {judged} with {counted(look.days, 'logged day')}")
        if look.why == "import":
            parts[-1] += ", older days having been brought in"
        parts.append(f"next at {standing.next_look}{_perhaps(standing)}")
    else:
        parts.append("not judged yet")
    made.say(" · ".join(parts), "bold")


def _perhaps(standing: CurrentVerdicts) -> str:
    when = standing.day_of(standing.next_look)
    return "" if when is None else f", {verdict_words.perhaps(when, standing.today)}"


def _guess(made: VerdictPage, standing: CurrentVerdicts, how: str) -> None:
    guess, names = standing.guess, {habit.slug: tiers.name(habit) for habit in standing.habits}
    if guess and guess.habits:
        said = []
        for slug in guess.habits:
            verdict = standing.of(slug)
            known = tiers.name(verdict.habit) if verdict else names.get(slug, slug.replace("_", " "))
            said.append(f"{known} ({verdict_words.called(verdict)})" if verdict else known)
        made.say(f"You guessed: {'; '.join(said)}.")
    elif guess:
        made.say("You guessed: nothing.")
    elif standing.guess_closed is None:
        made.say(f"{GUESS_FIRST} {how}".rstrip())
    elif standing.look is None:
        made.say(f"No guess was made. {standing.guess_closed}")


def _not_yet(made: VerdictPage, standing: CurrentVerdicts) -> None:
    made.say()
    logged = "No day is logged yet" if not standing.days else f"{counted(standing.days, 'day')} logged"
    made.say(f"The first look comes at {standing.next_look} logged days{_perhaps(standing)}. {logged}. {WHY_WAIT}")
    made.say()
    made.say(f"It will judge: {', '.join(map(tiers.name, standing.habits)) or 'no habit is on'}.")
    if standing.days <= GUESS_DAYS:
        made.say("A day counts once its twitches are known: logged, or said to be none. Today counts when it is over.")


# ---- the tiers ----------------------------------------------------------------------------------------------


def _tiers(made: VerdictPage, standing: CurrentVerdicts, *, pictures: bool) -> None:
    told = [verdict for verdict in standing.verdicts if verdict.is_claim and not verdict.stands_apart]
    apart = [verdict for verdict in standing.verdicts if verdict.stands_apart]
    shown = [
        ("clear", [one for one in told if one.finding.tier == "clear"]),
        ("possible", [one for one in told if one.finding.tier == "possible"]),
        (tiers.APART, apart),
    ]
    claims = [verdict for _, some in shown for verdict in some]
    if not told:
        made.say()
        made.say(_nothing(standing))
    axis, drawn = Forest("", tuple(map(_ratio, claims))).parts(made.columns)
    rows = dict(zip((verdict.habit.slug for verdict in claims), drawn, strict=True))
    is_drawn = bool(claims and axis and pictures)
    if is_drawn:
        made.say()
        made.lines.append(axis)
    for heading, some in shown:
        if some:
            if not (is_drawn and some[0] is claims[0]):
                made.say()
            made.say(heading, "bold")
        for verdict in some:
            slug = verdict.habit.slug
            made.row(
                slug, rows[slug] if pictures else [line(f"  {verdict_words.claim_name(verdict)}{_yours(verdict)}")]
            )
    for verdict in claims:
        made.say()
        made.row(verdict.habit.slug, [line(part) for part in wrapped(sentence(verdict, standing), made.columns)])
    _unclaimed(made, standing, "none", tiers.TIERS["none"])
    _unclaimed(made, standing, "too little", tiers.TIERS["too little"])
    _taken_back(made, standing)


def sentence(verdict: Verdict, standing: CurrentVerdicts) -> str:
    """All that is said of a claim."""
    parts = [
        verdict_words.claim(verdict, standing.outcome),
        verdict_words.look_alikes(verdict, standing),
        verdict_words.control(verdict),
        verdict_words.history(verdict, standing.today),
    ]
    return " ".join(part for part in parts if part)


def _ratio(verdict: Verdict) -> Ratio:
    it = verdict_words.turned_contrast(verdict)
    numbers = f"{ratio_words(it.ratio)}x ({ratio_words(it.low)}-{ratio_words(it.high)})"
    days = counted(verdict.finding.days_used, "day")
    label = f"{verdict_words.claim_name(verdict)}{_yours(verdict)}"
    return Ratio(label, it.ratio, it.low, it.high, f"{numbers:15} {days:>8}")


def _yours(verdict: Verdict) -> str:
    return " (your guess)" if verdict.guessed else ""


def _unclaimed(made: VerdictPage, standing: CurrentVerdicts, tier: str, heading: str) -> None:
    some = [verdict for verdict in standing.verdicts if verdict.finding.tier == tier]
    if not some:
        return
    made.say()
    made.say(heading, "bold")
    for verdict in some:
        said = f"{tiers.name(verdict.habit)}{_yours(verdict)}"
        if tier != "none":
            said += f": {verdict_words.too_early(standing, verdict)}"
        first, *more = wrapped(said, made.columns - 4)
        made.row(verdict.habit.slug, [line(f"  {first}"), *(line(f"    {part}") for part in more)])
    if tier == "none":
        made.say(verdict_words.NONE_MEANS)


def _taken_back(made: VerdictPage, standing: CurrentVerdicts) -> None:
    gone = [
        verdict
        for verdict in standing.verdicts
        if not verdict.is_claim and any(once.tier in ("clear", "possible") for once in verdict.history)
    ]
    if gone:
        made.say()
        made.say("taken back", "bold")
    for verdict in gone:
        said = f"{tiers.name(verdict.habit)}: {verdict_words.history(verdict, standing.today)}"
        first, *more = wrapped(said, made.columns - 4)
        made.row(verdict.habit.slug, [line(f"  {first}"), *(line(f"    {part}") for part in more)])


def _nothing(standing: CurrentVerdicts) -> str:
    """Calm and exact where nothing is found."""
    days = counted(standing.look.days, "day") if standing.look else ""
    unlikely = sum(verdict.finding.tier == "none" for verdict in standing.verdicts)
    early = sum(verdict.finding.tier == "too little" for verdict in standing.verdicts)
    parts = [f"For {counted(unlikely, 'habit')} a 1.5-fold link is unlikely"] if unlikely else []
    if early:
        habits = "" if unlikely else f" {'habit' if early == 1 else 'habits'}"
        parts.append(f"{'for' if unlikely else 'For'} {early}{habits} it is too early to say")
    beside = " but what went together on the same day" if any(one.stands_apart for one in standing.verdicts) else ""
    return f"Nothing stands out in {days}{beside}." + (f" {'; '.join(parts)}." if parts else "")
