"""Words of alarm are answered calmly: where to read on, how to keep the line, and no name of an illness."""

import pytest

from journal.catalog.alarm import CHAPTERS, DOCTOR, HELP, PAIRS, WEAKNESS
from journal.catalog.lexicon import Lexicon
from journal.catalog.questions import Question
from journal.guide import chapter
from journal.phrases.context import refuse_unknown
from tests.disease_names import disease_names
from tests.phrases.lines import WORDS, of_each, one, refused, said

LINES = (
    *[(word, page) for page, alarming in CHAPTERS.items() for word in sorted(alarming)],
    *[(" ".join(pair), HELP) for pair in sorted(PAIRS)],
    *[(cry, HELP) for cry in ("help", "help me please", "I need help", "HELP!")],
    *[(" ".join(words), HELP) for words in sorted(WEAKNESS)],
    ("I have no strength in my right hand", HELP),
    ("my hand is limp", HELP),
    ("hard to hold a pen", HELP),
    ("weak left hand 4", HELP),
    ("left calf 4, then I tripped twice", HELP),
    ("choking on water", HELP),
    ("no strength, weak arm", HELP),
    ("am I dying?", HELP),
    ("left hand thinner", DOCTOR),
    ("is this ALS", DOCTOR),
    ("today: weak left hand", HELP),
    *[
        (line, HELP)
        for line in (
            "my face went numb on the left",
            "suddenly my right arm was numb",
            "numb left hand suddenly",
            "chest pain",
            "pain in my chest 6",
            "chest pain after gym",
            "my chest is tight and twitching",
            "my left foot is dragging",
            "my left leg gave out on the stairs twitching",
            "left knee gave way, calf 4",
            "I can not lift my arm",
            "I feel like I can not go on",
            "I can't go on anymore",
            "I wish I was dead",
            "thinking about ending it",
            "I can not button my shirt",
            "my left foot slaps when I walk",
            "I feel like hurting the baby",
            "I want to hurt myself",
            "I don't want to be here",
            "they are better off without me",
            "I keep falling",
            "fell on the stairs",
            "yesterday fell off my bike",
            "left leg weird and then fell",
            "had two falls this week",
            "left eye drops",
            "left hand weak, 2 teas",
        )
    ],
)


@of_each(*LINES)
def test_a_word_of_alarm_is_answered_with_where_to_read_on(line: str, page: str) -> None:
    answer = refused(line)
    assert (answer.chapter, answer.may_be_note) == (page, True)
    title = next(each.title for each in chapter.chapters() if each.slug == page)
    assert f"“{title}”" in str(answer)
    assert "`note ...`" in str(answer)
    assert "did you mean" not in str(answer)
    assert not disease_names(str(answer))


@pytest.mark.parametrize(
    "line",
    [
        "visit ALS clinic yesterday",
        "test swallowing normal",
        "note weak left hand",
        "took 10 drops of b12",
        'left calf 4 "weak after it"',
        "left calf 4 slow breathing helped",
        "calf 4 +breathing",
        "left calf 4 massage helped",
        "numb left hand",
        "tingling left leg",
        "cramp chest 4 pain",
        'left hand numb "suddenly"',
        "sudden jerk left leg",
        "left calf gave me a cramp",
        "left calf cramp killing me",
        "jerk left leg falling asleep",
    ],
)
def test_it_is_none_in_text_of_ones_own_and_in_what_was_tried(line: str) -> None:
    assert said(line)


@of_each(
    ("eye drops at 9pm", "took eye drops at 9pm"),
    ("10 drops of magnesium", "took 10 drops of magnesium"),
    ("2 weak coffees", "2 weak"),
    ("weak tea", "`2 coffees`"),
    ("fell ill yesterday", "begins its line"),
)
def test_a_remedy_and_a_drink_are_none(line: str, way: str) -> None:
    answer = refused(line)
    assert not answer.chapter
    assert way in str(answer)


def test_it_is_none_in_a_name_of_ones_own() -> None:
    own = Lexicon([], [Question("weak_hand", "Weak hand?", None, 0, 1, built_in=False)])
    assert one("weak hand", lexicon=own).question == "weak_hand"


def test_the_speller_never_answers_it() -> None:
    for alarming in CHAPTERS.values():
        for word in alarming:
            assert "did you mean" not in str(refuse_unknown(word, WORDS.senses))


def test_no_word_of_alarm_is_a_word_of_the_grammar() -> None:
    names = {*WORDS.senses, *WORDS.question_names}
    assert not names & {word for alarming in CHAPTERS.values() for word in alarming}
    assert one("calf 4").site == "calf"
