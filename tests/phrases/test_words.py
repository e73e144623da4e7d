"""Every name of the grammar is understood as what it is: the built-in ones, their plurals, and the user's own."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing

import pytest

from journal.catalog.drinks import DRINKS
from journal.catalog.entries import DrinkEntry, Entry, plurals
from journal.catalog.kinds import CIRCUMSTANCES, EPISODE, EPISODE_KINDS, EVENT_VERBS, PATTERNS, SIDES, VERBS
from journal.catalog.lexicon import Lexicon, Term
from journal.catalog.questions import QUESTIONS, Question
from journal.catalog.reliefs import RELIEFS
from journal.catalog.sites import SITES
from journal.catalog.slot_types import Flag
from journal.catalog.units import UNITS
from journal.catalog.workouts import DAYS, REGIONS, WORKOUTS
from journal.moments import PARTS
from journal.phrases.read.figures import in_figures
from journal.phrases.read.when.dates import MONTH_WORDS
from journal.phrases.read.when.times import TIME_WORDS
from journal.phrases.read.words.lexer import tokenize
from journal.phrases.write.format_phrase import phrase
from journal.records import Answer, Drink, Episode, Forget, Relief, Workout
from journal.store.file import schema
from tests.phrases.lines import TEMPLATES, WORDS, here, of_each, one, refusal, said


def spaced(slug: str) -> str:
    return slug.replace("_", " ")


def names_of(entries: Iterable[Entry | DrinkEntry]) -> list[tuple[str, str]]:
    """Each name with the slug it stands for: the slug itself, its everyday names, and the plurals of all."""
    found = []
    for entry in entries:
        for name in (entry.slug, *filter(None, map(str.strip, entry.names.split(",")))):
            found += [(known, entry.slug) for known in (spaced(name), *plurals(spaced(name)))]
    return found


def listed(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(name.strip(), slug) for slug, names in table.items() for name in names.split(",")]


# ---- the built-in names ---------------------------------------------------------------------------------------


@of_each(*names_of(SITES))
def test_the_name_of_a_site_alone_is_a_twitch_there(name: str, slug: str) -> None:
    found = one(name)
    assert found == Episode(
        site=slug, day=found.day, started_at=found.started_at, utc_offset_minutes=found.utc_offset_minutes
    )
    assert one(f"left {name.upper().replace(' ', '_')} cramp").site == slug


@of_each(*names_of(DRINKS))
def test_the_name_of_a_drink_is_that_drink(name: str, slug: str) -> None:
    amount = {"caffeine": "100mg", "alcohol": "10g"}.get(slug, "")
    found = one(f"{name} {amount}")
    assert isinstance(found, Drink)
    assert found.name == slug
    assert one(f"2 {name} {amount}").name == slug


@of_each(*names_of(WORKOUTS))
def test_the_name_of_a_workout_is_that_workout(name: str, slug: str) -> None:
    found = one(f"{name} 30m")
    assert isinstance(found, Workout)
    assert (found.kind, found.region, found.minutes) == (slug, DAYS.get(name), 30)


@of_each(*names_of(RELIEFS))
def test_the_name_of_a_relief_is_what_was_tried(name: str, slug: str) -> None:
    assert one(f"calf +{name} 4").reliefs == (Relief(slug, True),)
    assert one(f"calf -{name} 4").reliefs == (Relief(slug, False),)
    assert one(f"calf tried {name} 4").reliefs == (Relief(slug, None),)
    assert one(f"+{name} calf").reliefs == (Relief(slug, True),)


@pytest.mark.parametrize(("name", "slug"), listed(REGIONS))
def test_the_name_of_a_region_is_what_a_workout_trained(name: str, slug: str) -> None:
    assert one(f"lift {name} 45m").region == slug
    assert one(f"45m {name} lift").region == slug


@of_each(
    *(
        (name, field, slug)
        for field, table in (
            ("kind", EPISODE_KINDS),
            ("side", SIDES),
            ("pattern", PATTERNS),
            ("circumstance", CIRCUMSTANCES),
        )
        for name, slug in listed(table)
    )
)
def test_the_words_of_an_episode_say_its_kind_side_pattern_and_circumstance(name: str, field: str, slug: str) -> None:
    assert getattr(one(f"shoulder {name}"), field) == slug
    assert getattr(one(f"{name} thumb 4"), field) == slug


@pytest.mark.parametrize(
    ("name", "field"),
    [
        (name.strip(), slot.field)
        for slot in EPISODE.slots
        if isinstance(slot.takes, Flag)
        for name in slot.takes.names.split(",")
    ],
)
def test_a_mark_is_yes_and_behind_no_or_not_it_is_no(name: str, field: str) -> None:
    assert getattr(one(f"twitch calf {name}"), field) is True
    assert getattr(one(f"calf no {name}"), field) is False
    assert getattr(one(f"not {name} calf"), field) is False


def values(question: Question) -> tuple[str, float]:
    """A value that a question takes, as it is typed and as it is kept."""
    unit = "ml" if question.unit == "ml" else ""
    return ("yes", 1) if question.is_yes_or_no else (f"{question.lowest + 2:g}{unit}", question.lowest + 2)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.slug)
def test_a_question_is_known_by_each_of_its_names(question: Question) -> None:
    typed, value = values(question)
    for name in [spaced(question.slug), *filter(None, map(str.strip, question.names.split(",")))]:
        found = one(f"{name} {typed}")
        assert found == Answer(day=found.day, question=question.slug, value=value)
        assert one(f"forget {name}") == Forget(found.day, question.slug)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.slug)
def test_no_and_forget_know_a_question_by_more_names(question: Question) -> None:
    for name in filter(None, map(str.strip, question.no_names.split(","))):
        found = one(f"forget {name}")
        assert found == Forget(found.day, question.slug)
        if question.lowest == 0:
            assert one(f"no {name}") == Answer(day=found.day, question=question.slug, value=0)


@pytest.mark.parametrize(
    "act", [*(Forget("2026-11-20", question.slug) for question in QUESTIONS)], ids=lambda act: act.question
)
def test_what_is_forgotten_is_said_back_as_the_same(act: Forget) -> None:
    assert said(phrase(act, WORDS, here())) == [act]


@pytest.mark.parametrize("word", ["tremor", "shaking", "trembling"])
def test_what_no_kind_stands_for_keeps_its_own_word(word: str) -> None:
    assert (one(f"left hand {word} 4").kind, one(f"left hand {word} 4").note) == ("other", f"left hand {word} 4")
    assert one(f'left hand {word} "after tea"').note == "after tea"
    assert one("left hand other 4").note is None


def test_a_name_of_two_meanings_is_a_site_alone_and_a_region_beside_a_workout() -> None:
    ambiguous = {name for name, senses in WORDS.senses.items() if len(senses) > 1}
    numb = {"numb", "numbness", "tingling", "tingly", "pins and needles", "paraesthesia", "paresthesia"}
    regions = ambiguous - {"twitchy"} - numb
    assert regions == {"arm", "arms", "leg", "legs", "all over", "whole body", "full body"}
    assert all({sense.role for sense in WORDS.senses[name]} == {"site", "region"} for name in regions)
    assert {sense.role for sense in WORDS.senses["twitchy"]} == {"kind", "question"}
    assert all({sense.role for sense in WORDS.senses[name]} == {"kind", "flag"} for name in numb)


def test_no_name_could_be_read_as_a_time_or_an_amount() -> None:
    others = {*TIME_WORDS, *MONTH_WORDS, *UNITS, "days", "tried", "not", "to", "am", "pm"}
    assert {*WORDS.senses, *WORDS.question_names} & others == {"l"}  # 2 l is a volume, l alone is left
    assert not any(letter.isdigit() for name in WORDS.senses for letter in name)


def test_every_verb_is_a_word_of_the_grammar() -> None:
    for verb in VERBS:
        assert WORDS.senses[verb][0].role == "verb"


# ---- what the file accepts ------------------------------------------------------------------------------------


@pytest.fixture
def diary() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(schema.text())
        yield connection


NEEDED: dict[str, dict[str, object]] = {
    "episode": {"site": "calf", "kind": "twitch"},
    "workout": {"kind": "run", "minutes": 30},
    "event": {"text": "x", "kind": "test"},
}


@pytest.mark.parametrize(
    ("table", "column", "slugs"),
    [
        ("episode", "kind", EPISODE_KINDS),
        ("episode", "side", SIDES),
        ("episode", "pattern", PATTERNS),
        ("episode", "circumstance", CIRCUMSTANCES),
        ("episode", "day_part", PARTS),
        ("workout", "region", REGIONS),
        ("event", "kind", EVENT_VERBS.values()),
    ],
)
def test_the_file_accepts_every_name_of_the_catalogue(
    diary: sqlite3.Connection, table: str, column: str, slugs: Iterable[str]
) -> None:
    needed = NEEDED[table]
    for number, slug in enumerate(slugs):
        row = {"id": str(number), "day": "2026-11-21", **needed, column: slug}
        diary.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})", [*row.values()])
    with pytest.raises(sqlite3.IntegrityError):
        diary.execute(f"UPDATE {table} SET {column} = 'no such thing'")


def test_a_drink_that_holds_something_says_where_the_figure_is_from() -> None:
    assert all(drink.source for drink in DRINKS if drink.caffeine_mg or drink.alcohol_percent)


def test_no_two_things_share_a_slug() -> None:
    for entries in (SITES, DRINKS, RELIEFS, WORKOUTS, QUESTIONS):
        slugs = [entry.slug for entry in entries]
        assert len(slugs) == len(set(slugs))


# ---- the user's own -------------------------------------------------------------------------------------------

OWN = Lexicon(
    [
        Term("site", "kniekehle", "leg"),
        Term("site", "Inner_Wrist"),
        Term("drink", "club_mate", None, 500, 100, 0),
        Term("drink", "kvass"),
        Term("relief", "tens"),
        Term("relief", "foam_roller"),
        Term("workout", "bouldern"),
    ],
    [
        Question("steps", "Steps", "steps", 0, None, place=20, built_in=False),
        Question("mood", "Mood", None, -5, 5, place=21, built_in=False),
        Question("outdoors", "Outdoors", "min", 0, 1440, place=22, built_in=False),
        Question("took_pills", "Pills?", None, 0, 1, place=23, built_in=False),
        Question("weight", "Weight", "kg", 30, 300, place=24, built_in=False),
    ],
)


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("left kniekehle 4", "site", "kniekehle"),
        ("both Kniekehles", "site", "kniekehle"),
        ("inner wrist", "site", "Inner_Wrist"),
        ("INNER_WRIST l", "site", "Inner_Wrist"),
        ("2 club mates", "caffeine_mg", 200),
        ("club_mate 250ml", "caffeine_mg", 50),
        ("kvass", "volume_ml", None),
        ("kvass 300ml 1%", "alcohol_g", 2.4),
        ("calf +tens", "reliefs", (Relief("tens", True),)),
        ("calf tried foam roller 4", "reliefs", (Relief("foam_roller"),)),
        ("bouldern 45m 8", "kind", "bouldern"),
        ("steps 8000", "value", 8000),
        ("8000steps steps", "value", 8000),
        ("no steps", "value", 0),
        ("mood -3", "value", -3),
        ("mood 0", "value", 0),
        ("no mood", "value", 0),
        ("outdoors 1h 30m", "value", 90),
        ("outdoors 45", "value", 45),
        ("took pills", "value", 1),
        ("no took pills", "value", 0),
        ("weight 71.5 kg", "value", 71.5),
        ("weight 71,5kg", "value", 71.5),
    ],
)
def test_what_the_user_adds_is_a_word_at_once(line: str, field: str, value: object) -> None:
    (found,) = said(line, lexicon=OWN)
    assert getattr(found, field) == value


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("mood -6", "Mood is -5 to 5, not -6"),
        ("mood 1.5", "whole number"),
        ("steps", "steps what? Steps is 0 steps or more, for example `steps 5steps`"),
        ("weight 3", "30 to 300 kg"),
        ("no weight", "30 to 300 kg"),
        ("outdoors 2l", "Outdoors is in min"),
        ("knieekehle", "did you mean kniekehle?"),
        ("calf +tns", "did you mean tens?"),
        ("kvass 5%", "5% of what?"),
    ],
)
def test_what_the_user_adds_is_refused_like_any_other_word(line: str, named: str) -> None:
    assert named in refusal(line, lexicon=OWN)


def test_a_template_is_read_as_if_it_were_typed() -> None:
    assert said("1") == said(TEMPLATES["1"])
    assert said("yesterday: 2") == said(f"yesterday: {TEMPLATES['2']}")
    assert "template" in refusal("9")


BASE = Lexicon([Term("site", "base_of_the_thumb", "hand"), Term("site", "bone_of_a_place_by_the_ear")])


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("left base of the thumb 3", "base of the left thumb"),
        ("base of left thumb 3", "base of the left thumb"),
        ("base of my left thumb 3", "base of the left thumb"),
        ("bases of both thumbs 4", "base of both thumbs"),
        ("both base of the thumb 4", "base of both thumbs"),
        ("corner of left mouth 4", "left corner of mouth"),
        ("corners of mouth both 4", "both corners of mouth"),
        ("back of both knees", "back of both knees"),
        ("bone of a place by the left ear 4", "left bone of a place by the ear"),
    ],
)
def test_the_side_of_a_part_of_something_stands_where_people_say_it(line: str, shown: str) -> None:
    episode = one(line, lexicon=BASE)
    assert isinstance(episode, Episode)
    assert episode.note is None
    assert BASE.site_words(episode.site, episode.side) == shown


def test_the_numbers_up_to_a_hundred_are_read_in_words() -> None:
    ones = "one two three four five six seven eight nine".split()
    teens = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
    tens = "twenty thirty forty fifty sixty seventy eighty ninety".split()
    numbers = [*ones, *teens, *(f"{ten}{one}" for ten in tens for one in ("", *(f" {each}" for each in ones)))]
    assert len(numbers) == 99
    lexicon = Lexicon()
    figures = [[token.text for token in in_figures(tokenize(f"{word} minutes"), lexicon)] for word in numbers]
    assert figures == [[str(number), "minutes"] for number in range(1, 100)]
    assert one("calf twitched a hundred times").times == 100
    assert one("calf twitching seventy-five minutes").duration_s == 75 * 60
