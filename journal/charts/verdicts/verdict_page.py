"""The page of all habits: what was found and how it fared since, what was looked for and not seen, what may come."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from journal.analysis.looks.current_verdicts import CurrentVerdicts, Verdict
from journal.charts.styled_text import Ink, Line, line, text_of
from journal.charts.verdicts import claim_words, early_words, tiers, unclaimed, verdict_words
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
COUNTED_DAY = {
    "twitches": "A day is counted once it is known how many twitches it had; “some” is no number.",
    "twitchiness": "A day is counted once How twitchy? is answered: more days have that than a number of twitches.",
}
"""By the outcome that is judged."""
GUESS_FIRST = (
    "While there is nothing to see you may guess: name up to two habits that you suspect. A habit that was guessed"
    " needs less evidence, and all others a little more."
)
EXPERIMENT = "An experiment tells more: one habit, changed in blocks of days drawn by lot."
MOST_LATE = 3
"""Habits whose late answers are told by name."""
HEADINGS = (tiers.TIERS["clear"], tiers.TIERS["possible"], tiers.APART)
"""Of what was found, in the order of the page."""


@dataclass
class VerdictPage:
    """Lines that fit a width, and the habits of which a line speaks."""

    columns: int
    lines: list[Line] = field(default_factory=list)
    habits: dict[int, tuple[str, ...]] = field(default_factory=dict)

    def say(self, text: str = "", ink: Ink = "") -> None:
        self.lines += [line(part, ink) for part in wrapped(text, self.columns)]

    def row(self, slug: str, lines: Iterable[Line]) -> None:
        for page_line in lines:
            self.habits[len(self.lines)] = (slug,)
            self.lines.append(page_line)

    def item(self, slug: str, text: str) -> None:
        """A line of a list; what does not fit stands under it."""
        first, *more = wrapped(text, self.columns - 4)
        self.row(slug, [line(f"  {first}"), *(line(f"    {part}") for part in more)])

    def names(self, text: str, verdicts: Iterable[Verdict] = ()) -> None:
        """A line with several habits."""
        first, *more = wrapped(text, self.columns - 4)
        slugs = tuple(verdict.habit.slug for verdict in verdicts)
        for page_line in (line(f"  {first}"), *(line(f"    {part}") for part in more)):
            if slugs:
                self.habits[len(self.lines)] = slugs
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
        _stands_out(whole_page, current, pictures=pictures)
        _taken_back(whole_page, current)
        _not_seen(whole_page, current)
        _too_early(whole_page, current)
        _left_out(whole_page, current)
    whole_page.say()
    whole_page.say(BLIND)
    if current.explored:
        views = f"{counted(current.explored, 'other view')} {'was' if current.explored == 1 else 'were'} opened"
        since = f"Since the last look {views}" if current.look else f"{views} before the first look"
        whole_page.say(f"{since}: the more one opens, the more stands out by chance.")
    if how:
        whole_page.say(how)
    return whole_page


# ---- the head -----------------------------------------------------------------------------------------------


def _title(page: VerdictPage, current: CurrentVerdicts) -> None:
    parts = ["Triggers", verdict_words.OUTCOMES[current.outcome]]
    if look := current.look:
        judged = verdict_words.on(date.fromisoformat(look.judged_on), current.today)
        parts.append(f"judged {judged} with {counted(look.days, 'counted day')}")
        if look.why == "import":
            parts[-1] += ", after older days were imported"
        parts.append(f"next at {current.next_look}{verdict_words.next_look_words(current)}")
    else:
        parts.append("not judged yet")
    page.say(" · ".join(parts), "bold")
    if current.look and current.look.passed:
        looks = "an earlier look was" if current.look.passed == 1 else f"{current.look.passed} earlier looks were"
        page.say(f"It judges the first {current.look.days} counted days; {looks} due while nobody opened this page.")


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
    logged = "No day is counted yet" if not current.days else f"{counted(current.days, 'day')} counted"
    expected = verdict_words.next_look_words(current)
    page.say(f"The first look comes at {current.next_look} counted days{expected}. {logged}. {WHY_WAIT}")
    if current.days <= GUESS_DAYS:
        page.say(f"{COUNTED_DAY[current.outcome]} Today counts when it is over.")
    page.say()
    page.say(f"It will judge: {', '.join(map(tiers.name, current.habits)) or 'no habit is on'}.")
    if current.early:
        page.say()
        page.say(early_words.HEADING, "bold")
        for text in early_words.lines(current.early):
            page.names(text)


# ---- what was found -----------------------------------------------------------------------------------------


def _stands_out(page: VerdictPage, current: CurrentVerdicts, *, pictures: bool) -> None:
    """Each block under the tier of its strongest claim, the ratios on one axis; then each claim in sentences."""
    groups: dict[str, list[list[Verdict]]] = {heading: [] for heading in HEADINGS}
    for block in unclaimed.blocks(current.visible):
        headings = [verdict_words.called(verdict) for verdict in block if verdict.is_claim]
        if headings:
            groups[min(headings, key=HEADINGS.index)].append(sorted(block, key=lambda verdict: not verdict.is_claim))
    claims = [
        (heading, verdict)
        for heading, blocks in groups.items()
        for block in blocks
        for verdict in block
        if verdict.is_claim
    ]
    if all(verdict.stands_apart for _, verdict in claims):
        page.say()
        page.say(_nothing(current))
    ratios = {verdict.habit.slug: _ratios(verdict, heading, current) for heading, verdict in claims}
    axis, drawn = Forest("", tuple(ratio for rows in ratios.values() for ratio in rows)).parts(page.columns)
    lines_of_rows = iter(drawn)
    is_drawn = bool(claims and axis and pictures)
    if is_drawn:
        page.say()
        page.lines.append(axis)
    for heading, blocks in groups.items():
        if blocks:
            if not (is_drawn and blocks[0][0] is claims[0][1]):
                page.say()
            page.say(heading, "bold")
        for verdict in (verdict for block in blocks for verdict in block):
            if verdict.is_claim:
                for ratio in ratios[verdict.habit.slug]:
                    lines_of_row = next(lines_of_rows)
                    if pictures:
                        page.row(verdict.habit.slug, lines_of_row)
                    else:
                        page.item(verdict.habit.slug, ratio.label)
            else:
                page.item(verdict.habit.slug, f"{_name(verdict)}: {unclaimed.waits_for(verdict, current)}")
    for _, verdict in claims:
        page.say()
        for paragraph in claim_words.paragraphs(verdict, current):
            page.row(verdict.habit.slug, map(line, wrapped(paragraph, page.columns)))
        if verdict is claims[0][1]:
            page.say(claim_words.LUCK, "dim")


def _ratios(verdict: Verdict, heading: str, current: CurrentVerdicts) -> list[Ratio]:
    """Of the claim, and of the days since then where it was followed up."""
    contrast, called = verdict_words.turned_contrast(verdict), verdict_words.called(verdict)
    label = f"{verdict_words.claim_name(verdict)}{_yours(verdict, current)}"
    label += "" if called == heading else f" ({called})"
    ratios = [_ratio(label, contrast.ratio, contrast.low, contrast.high, verdict.finding.days_used)]
    since = claim_words.since_label(verdict)
    if since and verdict.since and verdict.since.test:
        ratios.append(_ratio(f"  {since}", *verdict.since.turned_ratio, verdict.since.test.days)._replace(ink="second"))
    return ratios


def _ratio(label: str, ratio: float, low: float, high: float, days: int) -> Ratio:
    numbers = f"{ratio_words(ratio)}x ({ratio_words(low)}-{ratio_words(high)})"
    return Ratio(label, ratio, low, high, f"{numbers:15} {counted(days, 'day'):>8}")


def _yours(verdict: Verdict, current: CurrentVerdicts) -> str:
    if not verdict.guessed:
        return ""
    direction = current.guess.directions.get(verdict.habit.slug, 0) if current.guess else 0
    is_other_way = verdict.is_claim and direction and direction == -verdict.finding.direction
    return " (your guess, the other way)" if is_other_way else " (your guess)"


def _name(verdict: Verdict) -> str:
    return f"{tiers.name(verdict.habit)}{' (your guess)' if verdict.guessed else ''}"


def _taken_back(page: VerdictPage, current: CurrentVerdicts) -> None:
    gone = [
        verdict
        for verdict in current.visible
        if not verdict.is_claim and any(at_look.tier in ("clear", "possible") for at_look in verdict.history)
    ]
    if gone:
        page.say()
        page.say("taken back", "bold")
    for verdict in gone:
        history, since = claim_words.history(verdict, current.today), claim_words.since(verdict, current)
        page.item(verdict.habit.slug, f"{tiers.name(verdict.habit)}: {history} {since}".rstrip())


# ---- what was not -------------------------------------------------------------------------------------------


def _not_seen(page: VerdictPage, current: CurrentVerdicts) -> None:
    """Each with its contrast, a whole beside its parts."""
    verdicts = [
        verdict
        for block in unclaimed.blocks(current.visible)
        for verdict in block
        if unclaimed.prospect(verdict, current) == "not seen"
    ]
    if not verdicts:
        return
    page.say()
    page.say(tiers.TIERS["none"], "bold")
    all_beside = {claim_words.beside(verdict, current) for verdict in verdicts}
    for verdict in verdicts:
        beside = claim_words.beside(verdict, current) if len(all_beside) > 1 else ""
        yours = " (your guess)" if verdict.guessed else ""
        text = f"{tiers.name(verdict.habit)}, {verdict_words.contrast_words(verdict)}{beside}{yours}"
        page.item(verdict.habit.slug, text)
    page.say(verdict_words.none_means(current.outcome, all_beside.pop() if len(all_beside) == 1 else ""))


def _too_early(page: VerdictPage, current: CurrentVerdicts) -> None:
    by_prospect: dict[str, list[Verdict]] = {}
    for block in unclaimed.blocks(current.visible):
        for verdict in block:
            if not verdict.is_claim:
                by_prospect.setdefault(unclaimed.prospect(verdict, current), []).append(verdict)
    waiting = {key: verdicts for key, verdicts in by_prospect.items() if key not in ("not seen", "part of it")}
    if not waiting:
        return
    page.say()
    page.say(tiers.TIERS["too little"], "bold")
    for verdict in waiting.get("alike", []):
        page.item(verdict.habit.slug, f"{_name(verdict)}: {unclaimed.waits_for(verdict, current)}")
    by_reason: dict[str, list[Verdict]] = {}
    for verdict in waiting.get("too little logged", []):
        by_reason.setdefault(unclaimed.waits_for(verdict, current), []).append(verdict)
    for reason, with_it in by_reason.items():
        page.names(f"{_names(with_it)}: {reason}", with_it)
    if verdicts := waiting.get("next look"):
        next_look = f"at the next look, at {current.next_look} counted days{verdict_words.next_look_words(current)}"
        page.names(f"{next_look}: {_names(verdicts)}", verdicts)
    if verdicts := waiting.get("later"):
        page.names(f"later, if you go on logging: {_names(verdicts)}", verdicts)
    if verdicts := waiting.get("diary hardly"):
        page.names(f"a diary alone will hardly tell: {_names(verdicts)}. {EXPERIMENT}", verdicts)


def _names(verdicts: list[Verdict]) -> str:
    return ", ".join(map(_name, verdicts))


def _left_out(page: VerdictPage, current: CurrentVerdicts) -> None:
    """What was counted and is not shown, and what was written too late."""
    if current.also_counted or any(verdict.days_late for verdict in current.verdicts):
        page.say()
    if current.also_counted:
        names = [
            f"{tiers.name(verdict.habit)}{f' ({verdict_words.called(verdict)})' if verdict.is_claim else ''}"
            for verdict in current.also_counted
        ]
        page.say(f"Also counted, though off or hidden: {', '.join(names)}.")
    late = [verdict for verdict in current.verdicts if verdict.days_late and verdict.habit.slug == verdict.habit.of]
    if late:
        late.sort(key=lambda verdict: -verdict.days_late)
        named = [verdict_words.answers_late(verdict) for verdict in late[:MOST_LATE]]
        if others := late[MOST_LATE:]:
            number = sum(verdict.days_late for verdict in others)
            named.append(f"{counted(number, 'answer')} of {counted(len(others), 'other habit')}")
        answers = ", ".join(named)
        page.say(f"Written later than the next day, when the twitches were known, and left out: {answers}.")


def _nothing(current: CurrentVerdicts) -> str:
    """Calm and exact where nothing is found."""
    days = counted(current.look.days, "day") if current.look else ""
    unlikely = sum(verdict.finding.tier == "none" for verdict in current.visible)
    early = sum(verdict.finding.tier == "too little" for verdict in current.visible)
    link = "1.5-fold link" if current.outcome == "twitches" else "link of one point"
    parts = [f"{counted(unlikely, 'habit')} a {link} is unlikely"] if unlikely else []
    if early:
        parts.append(f"{early if unlikely else counted(early, 'habit')} it is too early to say")
    beside = (
        " but what went together on the same day" if any(verdict.stands_apart for verdict in current.visible) else ""
    )
    return f"Nothing stands out in {days}{beside}." + (f" For {'; for '.join(parts)}." if parts else "")
