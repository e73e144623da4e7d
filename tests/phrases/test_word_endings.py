"""The endings of a word that is being typed: what the person says most first, then what people say most."""

from journal.app.models.preview import LONG, Preview, preview_typed
from journal.catalog.lexicon import Lexicon, Sense, Term
from journal.moments import user_clock
from journal.phrases import word_endings
from journal.phrases.context import Context

CONTEXT = Context(user_clock(), Lexicon([Term("site", "caudal_spot")]))


def endings(line: str, use: dict[Sense, int] | None = None) -> list[str]:
    return [*word_endings.completions(line, word_endings.names(CONTEXT, use or {})).endings]


def test_what_the_person_says_most_is_offered_first_then_what_people_say() -> None:
    assert endings("ca")[0] == "calf"
    assert endings("ca", {Sense("drink", "cappuccino"): 3, Sense("site", "caudal_spot"): 2})[:3] == [
        "cappuccino",
        "caudal spot",
        "calf",
    ]
    strength = {Sense("workout", "strength"): 9}
    assert (endings("ca", strength)[0], endings("str", strength)[0]) == ("calf", "strength"), "not one's calf raise"
    assert endings("l")[0] == "left"
    assert len(endings("s")) == len(endings("st")) == 5


def test_each_thing_is_offered_by_one_name() -> None:
    assert endings("eyel")[0] == "eyelid"
    assert "eyelids" not in endings("eyel")
    assert endings("thigh")[:2] == ["thigh", "front of thigh"]
    assert endings("left calf 4 +str") == ["stretch"]
    assert endings('calf "str') == endings("note str") == endings("stress 4, note str") == endings("calf ") == []


def test_where_something_has_to_follow_it_is_offered_before_it_is_begun() -> None:
    assert endings("left ", {Sense("site", "thumb"): 2}) == ["thumb", "calf", "eyelid", "thigh", "foot"]
    assert endings("twitching in my ", {Sense("site", "thumb"): 2}) == ["thumb", "left", "right", "both", "calf"]
    assert endings("stress 4, left ")[0] == "calf"
    assert endings("left corner of ") == ["corner of eye", "corner of mouth"]
    assert "caffeine" in endings("no ")
    assert "stretch" in endings("tried ")
    assert endings("left calf ") == endings("coffee ") == endings("") == []


def test_what_cannot_stand_there_is_not_offered() -> None:
    coffee = {Sense("drink", "coffee"): 90}
    assert endings("c", coffee)[0] == "coffee"
    assert "coffee" not in endings("left c", coffee)
    assert endings("left calf 4 after c", coffee)[0] == "coffee"
    assert endings("left cof") == ["coffee"], "better than nothing: the preview says why not"


def test_nothing_embarrassing_repeated_or_refused_is_offered_for_a_letter() -> None:
    discreet = {"ass", "genitals", "nipple"}
    assert not discreet & {*endings("as"), *endings("g"), *endings("left n")}
    assert endings("gen") == ["genitals"]
    assert not {"no", "yesterday"} & {*endings("no n"), *endings("yesterday y")}
    assert endings("no h") == endings("left calf 4 g") == endings("no q") == []
    assert endings("forget q") == ["quality of sleep"]


def test_a_thing_is_offered_as_one_would_say_it() -> None:
    offered = {ending for line in ("eye", "toe", "caf", "fl", "alc", "lip", "back") for ending in endings(line)}
    assert {"corner of eye", "big toe", "caffeine", "lower back"} <= offered
    assert not offered & {"eye corner", "toe big", "caffeine mg", "fluids ml", "alcohol g", "lip mouth", "back lower"}


def test_an_unfinished_word_is_not_called_unknown() -> None:
    names, proposing = word_endings.names(CONTEXT), list[str]()

    def reading(line: str, *, proposes: bool) -> Preview:
        proposing.extend([line] * proposes)
        return Preview(line in ("left calf", "left calf 4"), f"<{line}>")

    assert preview_typed("left calf 4 +st", names, reading) == Preview(False, "<left calf 4> …")
    assert preview_typed("banan", names, reading) == Preview(False, "…")
    assert preview_typed("banan ", names, reading) == Preview(False, "<banan >"), "it is finished now"
    assert preview_typed("calf thumb", names, reading).text == "<calf thumb>", "it is a known word in a wrong place"
    assert preview_typed("calf 44", names, reading).text == "<calf 44>"
    for unfinished in ("10:", "10", "23", "2026", "@02:1", "20mi", "+", '"at wo', "on and ", "×"):
        assert preview_typed(f"left calf {unfinished}", names, reading).text == "<left calf> …"
    proposing.clear()
    assert preview_typed("and then my doctor sa", names, reading).text == "…"
    assert not proposing, "what may have been meant takes longest, and nobody would see it"
    assert preview_typed("left calf 4 " * 60, names, reading).text == LONG
