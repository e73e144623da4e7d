"""The page of all habits by tier, with what was looked for and not found, and what no statistics can see."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from journal.analysis.looks.current_verdicts import CurrentVerdicts, Verdict
from journal.charts.styled_text import Ink, Line, line, text_of
from journal.charts.verdicts import tiers, verdict_words
from journal.charts.verdicts.forest import Forest, Ratio
from journal.charts.verdicts.verdict_words import ratio_words
from journal.phrases.write.format_number import counted
from journal.store.look_records import GUESS_DAYS
from journal.terminal import wrapped

BLIND = (
    "What no statistics can see: you count what you notice, and days of worry, rest or poor sleep are days of noticing;"
    " twitches may change the same day's habits; something else may drive both. Medicines and events stand on the time"
    " axis of the charts, without a claim."
)
WHY_WAIT = "Nothing is judged before then: in fewer days, chance alone makes triggers in most diaries."
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

    def row(self, slug: str, lines: Iterable[Line]) -> None:
        for page_line in lines:
            self.habits[len(self.lines)] = slug
            self.lines.append(page_line)

    @property
    def text(self) -> list[str]:
        return [text_of(page_line).rstrip() for page_line in self.lines]


def page(
    current: CurrentVerdicts, columns: int, *, pictures: bool = True, guess_how: str = "", how: str = ""
) -> VerdictPage:
    """The whole page. Without `pictures` it is plain text for a screen reader. `guess_how` says how to guess, `how`
    where to read how this is judged."""
    whole_page = VerdictPage(columns)
    _title(whole_page, current)
    _guess(whole_page, current, guess_how)
    if current.look is None:
        _not_yet(whole_page, current)
    else:
        _tiers(whole_page, current, pictures=pictures)
    whole_page.say()
    whole_page.say(BLIND)
    if current.explored:
        views = counted(current.explored, "other view")
        whole_page.say(
            f"Since the last look {views} {'was' if current.explored == 1 else 'were'} opened: the more one opens, the"
            " more stands out by chance."
        )
    if how:
        whole_page.say(how)
    return whole_page


# ---- the head -----------------------------------------------------------------------------------------------


def _title(page: VerdictPage, current: CurrentVerdicts) -> None:
    parts = ["Triggers", verdict_words.OUTCOMES[current.outcome]]
    if look := current.look:
        judged = verdict_words.on(date.fromisoformat(look.judged_on), current.today)
        parts.append(f"judged {judged} with {counted(look.days, 'logged day')}")
        if look.why == "import":
            parts[-1] += ", after older days were imported"
        parts.append(f"next at {current.next_look}{_perhaps(current)}")
    else:
        parts.append("not judged yet")
    page.say(" · ".join(parts), "bold")


def _perhaps(current: CurrentVerdicts) -> str:
    next_day = current.day_of(current.next_look)
    return "" if next_day is None else f", {verdict_words.perhaps(next_day, current.today)}"


def _guess(page: VerdictPage, current: CurrentVerdicts, how: str) -> None:
    if current.guessed_habits:
        guesses = []
        for habit, direction in current.guessed_habits:
            verdict, name = current.of(habit.slug), tiers.guess_name(habit, direction)
            guesses.append(f"{name} ({verdict_words.called(verdict)})" if verdict else name)
        page.say(f"You guessed: {'; '.join(guesses)}.")
    elif current.guess:
        page.say("You guessed: nothing.")
    elif current.guess_closed is None:
        page.say(f"{GUESS_FIRST} {how}".rstrip())
    elif current.look is None:
        page.say(f"No guess was made. {current.guess_closed}")


def _not_yet(page: VerdictPage, current: CurrentVerdicts) -> None:
    page.say()
    logged = "No day is logged yet" if not current.days else f"{counted(current.days, 'day')} logged"
    page.say(f"The first look comes at {current.next_look} logged days{_perhaps(current)}. {logged}. {WHY_WAIT}")
    page.say()
    page.say(f"It will judge: {', '.join(map(tiers.name, current.habits)) or 'no habit is on'}.")
    if current.days <= GUESS_DAYS:
        page.say("A day counts once its twitches are known: logged, or said to be none. Today counts when it is over.")


# ---- the tiers ----------------------------------------------------------------------------------------------


def _tiers(page: VerdictPage, current: CurrentVerdicts, *, pictures: bool) -> None:
    claims = [verdict for verdict in current.verdicts if verdict.is_claim and not verdict.stands_apart]
    apart = [verdict for verdict in current.verdicts if verdict.stands_apart]
    groups = [
        ("clear", [verdict for verdict in claims if verdict.finding.tier == "clear"]),
        ("possible", [verdict for verdict in claims if verdict.finding.tier == "possible"]),
        (tiers.APART, apart),
    ]
    all_claims = [verdict for _, verdicts in groups for verdict in verdicts]
    if not claims:
        page.say()
        page.say(_nothing(current))
    axis, drawn = Forest("", tuple(map(_ratio, all_claims))).parts(page.columns)
    rows = dict(zip((verdict.habit.slug for verdict in all_claims), drawn, strict=True))
    is_drawn = bool(all_claims and axis and pictures)
    if is_drawn:
        page.say()
        page.lines.append(axis)
    for heading, verdicts in groups:
        if verdicts:
            if not (is_drawn and verdicts[0] is all_claims[0]):
                page.say()
            page.say(heading, "bold")
        for verdict in verdicts:
            slug = verdict.habit.slug
            page.row(
                slug, rows[slug] if pictures else [line(f"  {verdict_words.claim_name(verdict)}{_yours(verdict)}")]
            )
    for verdict in all_claims:
        page.say()
        page.row(verdict.habit.slug, [line(part) for part in wrapped(sentence(verdict, current), page.columns)])
    _unclaimed(page, current, "none", tiers.TIERS["none"])
    _unclaimed(page, current, "too little", tiers.TIERS["too little"])
    _taken_back(page, current)


def sentence(verdict: Verdict, current: CurrentVerdicts) -> str:
    """All that is said of a claim."""
    parts = [
        verdict_words.claim(verdict, current.outcome),
        verdict_words.look_alikes(verdict, current),
        verdict_words.since(verdict, current),
        verdict_words.control(verdict),
        verdict_words.history(verdict, current.today),
    ]
    return " ".join(part for part in parts if part)


def _ratio(verdict: Verdict) -> Ratio:
    contrast = verdict_words.turned_contrast(verdict)
    numbers = f"{ratio_words(contrast.ratio)}x ({ratio_words(contrast.low)}-{ratio_words(contrast.high)})"
    days = counted(verdict.finding.days_used, "day")
    label = f"{verdict_words.claim_name(verdict)}{_yours(verdict)}"
    return Ratio(label, contrast.ratio, contrast.low, contrast.high, f"{numbers:15} {days:>8}")


def _yours(verdict: Verdict) -> str:
    return " (your guess)" if verdict.guessed else ""


def _unclaimed(page: VerdictPage, current: CurrentVerdicts, tier: str, heading: str) -> None:
    verdicts = [verdict for verdict in current.verdicts if verdict.finding.tier == tier]
    if not verdicts:
        return
    page.say()
    page.say(heading, "bold")
    for verdict in verdicts:
        text = f"{tiers.name(verdict.habit)}{_yours(verdict)}"
        if tier != "none":
            text += f": {verdict_words.too_early(current, verdict)}"
        first, *more = wrapped(text, page.columns - 4)
        page.row(verdict.habit.slug, [line(f"  {first}"), *(line(f"    {part}") for part in more)])
    if tier == "none":
        page.say(verdict_words.NONE_MEANS)


def _taken_back(page: VerdictPage, current: CurrentVerdicts) -> None:
    gone = [
        verdict
        for verdict in current.verdicts
        if not verdict.is_claim and any(at_look.tier in ("clear", "possible") for at_look in verdict.history)
    ]
    if gone:
        page.say()
        page.say("taken back", "bold")
    for verdict in gone:
        text = f"{tiers.name(verdict.habit)}: {verdict_words.history(verdict, current.today)}"
        text = f"{text} {verdict_words.since(verdict, current)}".rstrip()
        first, *more = wrapped(text, page.columns - 4)
        page.row(verdict.habit.slug, [line(f"  {first}"), *(line(f"    {part}") for part in more)])


def _nothing(current: CurrentVerdicts) -> str:
    """Calm and exact where nothing is found."""
    days = counted(current.look.days, "day") if current.look else ""
    unlikely = sum(verdict.finding.tier == "none" for verdict in current.verdicts)
    early = sum(verdict.finding.tier == "too little" for verdict in current.verdicts)
    parts = [f"{counted(unlikely, 'habit')} a 1.5-fold link is unlikely"] if unlikely else []
    if early:
        parts.append(f"{early if unlikely else counted(early, 'habit')} it is too early to say")
    beside = (
        " but what went together on the same day" if any(verdict.stands_apart for verdict in current.verdicts) else ""
    )
    return f"Nothing stands out in {days}{beside}." + (f" For {'; for '.join(parts)}." if parts else "")
