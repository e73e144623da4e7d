"""The tiers as they are read, and with what a picture of a habit ends: its standing. No statistics are imported."""

import sqlite3
from collections.abc import Sequence

from journal.catalog.habits import DIRECTION_WORDS, TRAINED_MUSCLES, Habit, of_question
from journal.charts.number_words import habit_name
from journal.store import look_records
from journal.store.read.question_states import all_habits, all_questions
from journal.terminal import on_one_line

TIERS = {"clear": "clear", "possible": "possible", "none": "no strong link seen", "too little": "too early to say"}
APART = "went together on the same day; which came first cannot be told"
NO_VERDICT = "A picture, not a verdict."
NOT_JUDGED = "not judged yet"


def name(habit: Habit) -> str:
    """A habit inside a sentence: a built-in one in small letters, the user's own as they wrote it."""
    return habit_name(habit.question) if habit.question.built_in else on_one_line(habit.question.label).rstrip("?")


def guess_name(habit: Habit, direction: int) -> str:
    """`more caffeine`; without a direction `caffeine`."""
    return f"{DIRECTION_WORDS[direction]} {name(habit)}".strip()


def standing_words(connection: sqlite3.Connection, slugs: Sequence[str]) -> str:
    """`Triggers: sleep: too early to say. A picture, not a verdict.` of the last look; the cuts made of a habit too."""
    looks = look_records.looks(connection)
    if not looks:
        return f"Triggers: {TIERS['too little']}, {NOT_JUDGED}. {NO_VERDICT}"
    last = looks[-1].id
    called = {slug: tiers[last] for slug, tiers in look_records.tiers(connection).items() if last in tiers}
    habits = all_habits(connection)
    judged_slugs = {habit.slug for habit in habits}
    if TRAINED_MUSCLES.slug in called and TRAINED_MUSCLES.slug not in judged_slugs:
        habits.append(TRAINED_MUSCLES)
    habits += [
        of_question(question)
        for question in all_questions(connection)
        if question.slug in slugs and question.slug not in judged_slugs
    ]
    by_tier: dict[str, list[str]] = {}
    for habit in habits:
        if habit.of in slugs:
            tier_and_lag = called.get(habit.slug)
            by_tier.setdefault(called_at(habit, *tier_and_lag) if tier_and_lag else NOT_JUDGED, []).append(name(habit))
    order = [*TIERS.values(), APART, NOT_JUDGED]
    parts = [f"{', '.join(by_tier[tier])}: {tier}" for tier in sorted(by_tier, key=order.index)]
    return f"Triggers: {'; '.join(parts)}. {NO_VERDICT}" if parts else NO_VERDICT


def called_at(habit: Habit, tier: str, lag: int | None) -> str:
    """What a look called a habit: a rating that goes with the same day's twitches has no tier, whatever its p."""
    return APART if tier in ("clear", "possible") and lag == 0 and habit.is_rating else TIERS[tier]
