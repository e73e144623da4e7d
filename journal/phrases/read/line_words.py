"""The words of a line, and which names stand among them, before it is decided what is read of them."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

from journal.catalog import drink_words, event_words, everyday, mealtimes, turns_of_phrase
from journal.catalog.kinds import BARE_DRINKS
from journal.catalog.lexicon import HEADS
from journal.errors import PhraseRefused
from journal.moments import PARTS
from journal.phrases.context import Context
from journal.phrases.read import feelings
from journal.phrases.read.answers import YES_OR_NO
from journal.phrases.read.of_circumstances import is_kind_of_part
from journal.phrases.read.refuse import doubts
from journal.phrases.read.when import nights
from journal.phrases.read.when.clocks import NAMED_CLOCKS
from journal.phrases.read.when.no_days import is_no_weekday
from journal.phrases.read.when.times import TimeWords
from journal.phrases.read.words import amounts
from journal.phrases.read.words.lexer import Token, tokenize, word_at
from journal.phrases.read.words.pictures import is_picture
from journal.phrases.read.words.remedies import behind, is_parted, is_seen_moving
from journal.phrases.read.words.slots import NameMatch, longest_name, name_at

ONLY_ALONE = ("some", "all", "again")
"""Heads only without other words but a day."""
MOVES = ("is", "are", "was", "were", "keeps", "kept")
"""Before `moving` they say what the place did, and not what was tried."""
ALONE = {*ONLY_ALONE, *everyday.FILLERS, "either", everyday.NOTHING, *YES_OR_NO}


class Sentence(NamedTuple):
    """The words that the grammar reads, and the plain ones; `second` is where another record begins behind a number in
    a circumstance: `calf 4 after 2 beers`. The words of `lasting` are plain, but were read too: `all day`."""

    tokens: list[Token]
    plain: list[Token]
    is_circumstance: bool = False
    second: Token | None = None
    is_apart: bool = False
    """Whether a comma or a full stop stands before the first plain word."""
    lasting: Sequence[Token] = ()


class LineWords:
    """`is_alone` where the line says nothing but one of the few words that are heads only so, and when; `units` are the
    words of the units in which questions of the line are answered."""

    def __init__(self, line: str, tokens: list[Token], context: Context, line_day: date | None) -> None:
        self.line, self.tokens, self.context, self.line_day = line, tokens, context, line_day
        self.lexicon = context.lexicon
        self._when_ends: dict[int, int] = {}
        self.of_feeling = feelings.about(line, tokens, context.lexicon)
        self.is_sleep = any(self._is_sleep(index) for index in range(len(tokens)))
        self.is_nap = any(self.text_at(index) in ("nap", "napped") for index in range(len(tokens)))
        self.is_alone = self._has_one_word()
        self.units = self._own_units()

    def text_at(self, position: int) -> str:
        return word_at(self.tokens, position)

    def past_fillers(self, position: int) -> int:
        while self.text_at(position) in everyday.FILLERS:
            position += 1
        return position

    def when_end(self, position: int) -> int:
        """The position behind the words for when at a position; read once, for it is asked of each word twice."""
        if position not in self._when_ends:
            self._when_ends[position] = self._when_end(position)
        return self._when_ends[position]

    def _when_end(self, position: int) -> int:
        if (
            self.tokens[position].quoted
            or is_no_weekday(self.tokens, position)
            or is_kind_of_part(self.tokens, position)
        ):
            return position
        try:
            return TimeWords(self.context.clock, self.line_day).read(self.tokens, position)
        except PhraseRefused:
            if not self.is_sleep or nights.night_at(self.tokens, position):
                raise
            return position  # `13:00-13:20` is a clock with an offset elsewhere

    @cached_property
    def first_time(self) -> int:
        """The position of the first day or clock of the line, or the end of it."""
        timed = (index for index in range(len(self.tokens)) if self.when_end(index) > index)
        return next(timed, len(self.tokens))

    def day_of_part(self, position: int) -> str:
        """The day of the part of a day at a position, as a word of the grammar."""
        when = TimeWords(self.context.clock)
        when.read(self.tokens, position)
        return when.unsaid_day.isoformat() if when.unsaid_day else "today"

    def _has_one_word(self) -> bool:
        """Whether the line says nothing but one of the few words that are heads only so, and when."""
        position = 0
        while position < len(self.tokens):
            end, text = self.when_end(position), self.text_at(position)
            if end == position and text not in ALONE and not is_picture(text):
                return False
            position = max(end, position + 1)
        return True

    def _is_sleep(self, position: int) -> bool:
        """Whether a word says a night or a nap; beside a place `in my sleep` and `going to sleep` say none."""
        if self.text_at(position) not in everyday.SLEEP_VERBS:
            return False
        is_of_sleeper = any(
            behind(self.tokens, start, turns_of_phrase.BESIDE_A_PLACE) == position + 1
            for start in range(max(position - 4, 0), position)
        )
        return not (is_of_sleeper and self.has_site)

    @cached_property
    def has_site(self) -> bool:
        return any("site" in roles for roles in self.roles)

    @cached_property
    def kinds(self) -> set[str]:
        """The kinds of twitch of the line."""
        names = [name_at(self.lexicon, self.tokens, index) for index in range(len(self.tokens))]
        return {self.lexicon.slug_of("kind", name.text) or "" for name in names if name}

    @cached_property
    def has_kind(self) -> bool:
        return any("kind" in roles for roles in self.roles)

    @cached_property
    def has_workout(self) -> bool:
        return any("workout" in roles for roles in self.roles)

    @cached_property
    def has_length(self) -> bool:
        """Whether a length is said."""
        lengths = (amounts.longest_amount(self.tokens, index) for index in range(len(self.tokens)))
        return any(length and length.dimension == "time" for length in lengths)

    @cached_property
    def roles(self) -> list[set[str]]:
        """What the name that begins at each position may be; empty where none does."""
        lexicon = self.lexicon
        names = [
            None if index in self.of_feeling else name_at(lexicon, self.tokens, index)
            for index in range(len(self.tokens))
        ]
        return [{sense.role for sense in lexicon.senses[name.text]} if name else set() for name in names]

    @cached_property
    def subject(self) -> str:
        """What the line speaks of, for the answer to a denial."""
        texts = {token.text for token in self.tokens if not token.quoted}
        roles = {role for roles in self.roles for role in roles}
        if self.is_sleep:
            return "sleep"
        if self.has_site or "kind" in roles:
            return "twitch"
        if texts & everyday.OF_SLEEP:
            return "sleep"
        if texts & everyday.OF_MEDICINES:
            return "medicine"
        return next((role for role in ("drink", "workout") if role in roles), "")

    def has_role(self, token: Token, role: str) -> bool:
        return not token.quoted and self.lexicon.slug_of(role, token.text) is not None

    def begins_drink(self, position: int) -> bool:
        """Whether another drink may begin: `2 coffees before school and a tea`."""
        following = self.text_at(position + 1)
        is_next = following in ("a", "an", "another", "one") or following[:1].isdecimal()
        is_joined = self.text_at(position) in everyday.JOINS and is_next
        return is_joined and any("drink" in roles for roles in self.roles[:position])

    def deed_context(self, position: int) -> int | None:
        """The position of the `in`, `at`, `on` or `over` behind which a drink, workout or question stands."""
        position -= 1
        while self.text_at(position) in everyday.FILLERS and self.text_at(position) not in everyday.CONTEXT_OF_DEEDS:
            position -= 1
        is_all_over = self.text_at(position - 1) == "all"
        return position if self.text_at(position) in everyday.CONTEXT_OF_DEEDS and not is_all_over else None

    def has_record(self, position: int) -> bool:
        """Whether another word than the one at a position is a record."""
        others = (index for index in range(len(self.tokens)) if index != position)
        return any(
            "site" in self.roles[index] or (self.roles[index] & {*HEADS} and self.deed_context(index) is None)
            for index in others
            if self.text_at(index) not in everyday.HARDLY_RECORDS
        )

    def is_of_a_drink(self, position: int) -> bool:
        """Whether a drink stands behind `glass` or `glass of`; a bottle has no usual size."""
        start = self.past_fillers(position + 1)
        while self.text_at(start) in drink_words.MILKS:
            start += 1
        return start < len(self.tokens) and "drink" in self.roles[start]

    def circumstance_of(self, position: int, roles: set[str]) -> int | None:
        """The position of the `in`, `at` or `on` that makes a drink, workout or question one; of `milk in my coffee`
        nothing."""
        before = self.deed_context(position)
        is_in_drink = "drink" in roles and any("drink" in names for names in self.roles[:position])
        return before if not is_in_drink and self.has_record(position) else None

    def is_apart(self, plain: list[Token]) -> bool:
        """Whether a comma or a full stop stands before the first of the plain words."""
        positions = [index for index, token in enumerate(self.tokens) if plain and token is plain[0]]
        return bool(positions) and is_parted(self.line, self.tokens, positions[0])

    def is_said_before(self, position: int, name: NameMatch) -> bool:
        """`jumping like worms`; `pre workout 300mg caffeine`; `walked to the shops and back`: the kind, the drink, the
        walk stands before."""
        before, roles = self.text_at(position - 1), self.roles[position]
        roles_before = {role for names in self.roles[:position] for role in names}
        if "kind" in roles and before == "like":
            return "kind" in roles_before
        if name.text == "back" and before in ("and", "there"):
            is_part = name.end < len(self.tokens) and bool(self.roles[name.end])
            has_goal = any(self.text_at(index) == "to" for index in range(position))
            return has_goal and not is_part and "workout" in roles_before
        amount = amounts.amount_at(self.tokens, position - 1) if position else None
        is_content = name.text in BARE_DRINKS and amount is not None and amount.dimension == "mass"
        return is_content and "drink" in roles_before

    def drink_words_end(self, position: int, labels: list[str], kept: list[Token]) -> int:
        """The position behind words of a drink that carry nothing: `glass of`, `oat` of a latte, `with milk`; the same
        one where none stand there. `kept` are the words that were read before."""
        text, has_drink = self.text_at(position), any(self.has_role(token, "drink") for token in kept)
        is_number_before = labels[position - 1 : position] == ["kept"] and not kept[-1].text.strip(amounts.DIGITS)
        is_how_many = is_number_before and has_drink  # water 8 glasses
        if text in drink_words.CONTAINERS and (is_how_many or self.is_of_a_drink(position)):
            return position + 1
        if text in drink_words.MILKS and not self.roles[position] and self.is_of_a_drink(position):
            is_milk = self.text_at(position + 1) == "milk" and self.is_of_a_drink(position + 1)  # oat milk latte
            return position + 1 + is_milk
        end = position + 1
        while self.text_at(end) in drink_words.BEHIND_A_DRINK or self.text_at(end) in everyday.FILLERS:
            end += 1
        is_with = text == "with" and has_drink and self.text_at(end - 1) in drink_words.BEHIND_A_DRINK
        return end if is_with else position

    def plain_phrase_end(self, position: int) -> int:
        """The position behind words that beside a place say no plan, no habit and no night: `going all day`, `every few
        seconds`, `in my sleep`; the same one where none stand there."""
        if not self.has_site:
            end = behind(self.tokens, position, turns_of_phrase.KINDS_OF_SLEEP)  # slept 6h, light sleep
            others = (index for index in range(len(self.tokens)) if index != end - 1)
            return end if any(self.text_at(index) in everyday.SLEEP_VERBS for index in others) else position
        is_for = (self.text_at(position), self.text_at(position + 1)) == ("going", "for")
        is_long = self.text_at(position + 2)[:1].isdecimal() or self.text_at(position + 2) in ("the", "about", "ages")
        if (is_for and is_long) or behind(self.tokens, position, turns_of_phrase.GOING) != position:
            return position + 1
        return behind(self.tokens, position, turns_of_phrase.BESIDE_A_PLACE)

    def is_where(self, position: int) -> bool:
        """Whether the name of a remedy says where or what it was: `in the cold`, `worm-like movement`."""
        before = self.deed_context(position)
        is_motion = self.text_at(position) == "movement" and position > 0 and "kind" in self.roles[position - 1]
        is_motion = is_motion or (self.text_at(position) == "moving" and self.text_at(position - 1) in MOVES)
        is_moving = self.text_at(position) == "moving" and position > 0 and "site" in self.roles[position - 1]
        is_motion = is_motion or is_moving or is_seen_moving(self.tokens, position)  # can see my calf moving
        return is_motion or (before is not None and self.text_at(before) == "in")

    def is_clock(self, position: int) -> bool:
        text = self.text_at(position)
        is_hour = self.is_sleep and text.replace(".", "").isdecimal()
        return ":" in text or text[-2:] in ("am", "pm") or text in NAMED_CLOCKS or is_hour

    def _own_units(self) -> set[str]:
        """The words of the units in which questions of the line are answered."""
        lexicon = self.lexicon
        slugs = [
            lexicon.slug_of("question", name.text)
            for index in range(len(self.tokens))
            if (name := name_at(lexicon, self.tokens, index))
        ]
        units = [lexicon.questions[slug].unit or "" for slug in slugs if slug]
        return {token.text for unit in units for token in tokenize(unit.lower())}

    def question_end(self, position: int) -> int:
        """The position behind the question that `no` or `forget` speaks of, or behind the word in its place."""
        lexicon = self.lexicon
        name = longest_name(lexicon.question_names, lexicon.longest, self.tokens, position)
        name = name or name_at(lexicon, self.tokens, position)
        return name.end if name else min(position + 1, len(self.tokens))

    def is_part_of(self, whole: str, end: int, name: NameMatch) -> bool:
        """Whether a place is part of the whole that is named just before it, up to `end`: `foot sole`."""
        slug = self.lexicon.slug_of("site", name.text) or ""
        start = name.end - name.text.count(" ") - 1
        lexicon = self.lexicon
        between = [self.text_at(index) for index in range(end, start)]
        others = [text for text in between if not (lexicon.slug_of("side", text) or lexicon.slug_of("kind", text))]
        is_near = all(text in everyday.FILLERS and text not in ("and", "&") for text in others)
        return bool(whole) and slug.startswith(f"{whole}_") and is_near and lexicon.parents.get(slug, whole) == whole

    def part_follows(self, position: int) -> bool:
        """Whether words for when stand there, a part of a day among them: behind `late` in `late yesterday evening`."""
        start = position
        while position < len(self.tokens) and (end := self.when_end(position)) > position:
            position = end
        return any(self.text_at(index) in PARTS for index in range(start, position))

    def is_after_daily_round(self, position: int) -> bool:
        """Whether the only record stands behind a circumstance with which the line begins: `after work ran 30m`."""
        start = next((index for index in range(position) if self.text_at(index) in everyday.CONTEXT), position)
        end = self.past_fillers(start + 1)
        is_round = self.text_at(end) in mealtimes.DAILY_ROUND and end < position <= self.past_fillers(end + 1)
        return is_round and self.past_fillers(0) == start and not self.has_record(position)

    def is_around_meal(self, position: int) -> bool:
        """Whether `over` of `over lunch`, or `lunch` of `at lunch`, stands at a position."""
        if self.text_at(position) in mealtimes.AROUND_A_MEAL:
            return self.text_at(self.past_fillers(position + 1)) in mealtimes.MEALTIMES
        return self.text_at(position) in mealtimes.MEALTIMES and self.text_at(position - 1) == "at"

    def begins_circumstance(self, plain: list[Token], labels: list[str]) -> bool:
        """Whether the plain words of a drink begin with its circumstance: `6 beers at the pub`, `slammed a coffee`."""
        has_part = any(token.text in PARTS for token in self.tokens)
        carrying = [token for token in plain if not (has_part and token.text in everyday.OF_A_PART)]
        first = next((token for token in carrying if token.text not in drink_words.OF_DRINKING), None)
        if first is None or first.text == "which":
            return True
        position = next(index for index, token in enumerate(self.tokens) if token is first)
        if self.is_around_meal(position):
            return True
        is_place = (
            first.text not in mealtimes.BESIDE_DOSES
            and not first.text.endswith("time")
            and first.text not in drink_words.SIZES
        )
        return labels[position] == "context" or (is_place and self.deed_context(position) is not None)

    def _is_journey(self) -> bool:
        """Whether the line begins with a journey: `flew to Rome, back on Tuesday`."""
        return self.text_at(self.past_fillers(0)) in event_words.OF_JOURNEYS

    def is_no_place(self, position: int, name: NameMatch, roles: set[str]) -> bool:
        """`worried`, `back`, `my whole leg`, `took a picture`; `lying on my left side`, `looking left`."""
        if name.text == "whole":
            return self.has_site and not any("workout" in names for names in self.roles)
        if name.text in everyday.FEELINGS and self.has_record(position):
            return not self.text_at(name.end)[:1].isdecimal()
        if name.text == "back" and (self.text_at(position - 1) in everyday.COMES_BACK or self._is_journey()):
            return True
        if name.text == "took" and self.has_site:
            return self.text_at(self.past_fillers(name.end)) in turns_of_phrase.TOOK_BESIDE  # took a picture of it
        if not roles & {"site", "side"}:
            return False
        return doubts.is_posture(self.line, self.tokens, position, name.end, self.lexicon)
