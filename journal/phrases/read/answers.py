"""Answers of the check-in: `stress 7`, `screen 5h`, `none`, `no caffeine`, `forget stress`, `that's all`."""

from typing import NamedTuple

from journal.catalog import everyday
from journal.catalog.drink_words import DRINKING
from journal.catalog.lexicon import Lexicon
from journal.catalog.questions import Question
from journal.catalog.units import UNITS
from journal.errors import PhraseRefused
from journal.phrases.context import Context, refuse_unknown
from journal.phrases.read.record_builder import usual_contents
from journal.phrases.read.when.times import TimeWords
from journal.phrases.read.words import amounts, asking
from journal.phrases.read.words.lexer import Token, tokenize
from journal.phrases.read.words.slots import SlotReading, longest_name, name_at, out_of_range
from journal.phrases.write.format_number import number_words
from journal.records import Answer, Forget

YES_OR_NO = {"yes": 1.0, "no": 0.0, "1": 1.0, "0": 0.0}


class QuestionTarget(NamedTuple):
    """The question that `no` or `forget` speaks of, and the position after its name."""

    question: Question
    end: int


def question_after(verb: str, tokens: list[Token], position: int, context: Context) -> QuestionTarget:
    """The question behind `no` or `forget`."""
    name = (
        longest_name(context.lexicon.question_names, context.lexicon.longest, tokens, position)
        if position < len(tokens)
        else None
    )
    if not name:
        word = tokens[position].text if position < len(tokens) and not tokens[position].quoted else ""
        if not word:
            raise PhraseRefused(f"{verb} what? For example `{verb} caffeine`")
        thing = name_at(context.lexicon, tokens, position)
        roles = {sense.role for sense in context.lexicon.senses[thing.text]} if thing else set()
        if thing and verb == "no" and roles & {"drink", "workout"}:
            way = _none_of(thing.text, context.lexicon)
            raise PhraseRefused(f"no {thing.text}, but perhaps another? Of a day without any say {way}")
        if thing and verb == "no" and "kind" in roles:
            raise asking.may_be_note(
                f"“no {thing.text}”: on a day that is logged a kind without a row counts 0; `none` says that a day"
                " had no twitches"
            )
        if verb == "no" and word in DRINKING:
            raise PhraseRefused(f"no {word}: of a day without any say `no alcohol` or `no caffeine`")
        why = f"is not a question or total that `{verb}` can speak of"
        raise refuse_unknown(word, context.lexicon.question_names, why, f"for example `{verb} caffeine`")
    return QuestionTarget(context.lexicon.questions[context.lexicon.question_names[name.text]], name.end)


def _none_of(name: str, lexicon: Lexicon) -> str:
    """How it is said that a day had none of a drink or workout, but for another one."""
    drink = lexicon.slug_of("drink", name)
    _, caffeine, alcohol = usual_contents(lexicon, drink) if drink else (None, None, None)
    totals = ("`no workout`", not drink), ("`no caffeine`", caffeine), ("`no alcohol`", alcohol)
    ways = [way for way, amount in totals if amount] or ["`no caffeine`", "`no alcohol`"]
    return " or ".join(ways)


def read_only_when(tokens: list[Token], skip: tuple[int, int], when: TimeWords, what: str) -> None:
    """Read what says when; refuses any other word."""
    position = 0
    while position < len(tokens):
        if position == skip[0]:
            position = skip[1]
            continue
        after = position if tokens[position].quoted else when.read(tokens, position)
        if after == position:
            phrase = "the quoted text" if tokens[position].quoted else f"“{amounts.shortened(tokens[position].text)}”"
            raise PhraseRefused(f"{what} takes no other words but a day, and {phrase} is not one")
        position = after


def no_or_forget(
    verb: str, tokens: list[Token], head: tuple[int, int], context: Context, when: TimeWords
) -> Answer | Forget:
    question, after = question_after(verb, tokens, head[1], context)
    name = "twitches" if question.slug == "any_twitches" else question.label.lower().rstrip("?")
    phrase = f"`{verb} {name}`"
    read_only_when(tokens, (head[0], after), when, phrase)
    if verb == "forget":
        return Forget(when.day_alone(phrase), question.slug)
    check_range(question, 0.0, "none")
    if question.happens == "night":
        when.turn_to_morning()
    return Answer(day=when.day_alone(phrase), question=question.slug, value=0.0)


def none_or_some(verb: str, tokens: list[Token], head: tuple[int, int], when: TimeWords) -> Answer:
    read_only_when(tokens, head, when, f"`{verb}`")
    return Answer(day=when.day_alone(f"`{verb}`"), question="any_twitches", value=float(verb == "some"))


def read_answer(
    slug: str, name: str, tokens: list[Token], head: tuple[int, int], context: Context, when: TimeWords
) -> Answer:
    """A question with its value; a yes-or-no question alone is yes."""
    question = context.lexicon.questions[slug]
    value: float | None = None
    phrase = ""
    position = 0
    while position < len(tokens):
        if position == head[0]:
            position = head[1]
            continue
        token = tokens[position]
        if token.quoted:
            raise PhraseRefused(f"{name} has no note; say it as a line of its own: `note ...`")
        after = when.read(tokens, position)
        if after == position:
            reading = _value(question, tokens, position, context.lexicon.volume_unit)
            if value is not None:
                raise PhraseRefused(f"{name} has two values: {phrase} and {reading.phrase}")
            value, phrase, after = reading
        position = after
    if value is None:
        if not question.is_yes_or_no:
            raise PhraseRefused(
                f"{name} what? {_label(question)} is {_range(question)}, for example `{name} {_example(question)}`"
            )
        value = 1.0
    check_range(question, value, phrase)
    if question.happens == "night":
        when.turn_to_morning()
    return Answer(day=when.day_alone(f"`{name}`"), question=slug, value=value)


def check_range(question: Question, value: float, phrase: str) -> None:
    if question.is_yes_or_no and value not in (0, 1):
        raise PhraseRefused(f"{_label(question)} is yes or no, not {phrase}")
    if question.unit is None and not value.is_integer():
        raise PhraseRefused(f"{_label(question)} is a whole number, {_range(question)}, not {phrase}")
    if value < question.lowest or (question.highest is not None and value > question.highest):
        raise out_of_range(_label(question), question.lowest, question.highest, phrase, question.unit or "")


def _value(question: Question, tokens: list[Token], position: int, volume_unit: str) -> SlotReading:
    text = tokens[position].text
    amount = amounts.amount_at(tokens, position) if question.is_yes_or_no else None
    if amount and amount.dimension == "mass":
        name = _label(question).lower()
        medicine = name if name in everyday.TAKEN else f'"{name}"'
        raise PhraseRefused(f"{name} is yes or no; a dose is said like `took {medicine} {amount.phrase}`")
    if question.is_yes_or_no and text in YES_OR_NO:
        return SlotReading(YES_OR_NO[text], text, position + 1)
    unit = question.unit
    if unit in UNITS:
        amount = amounts.longest_amount(tokens, position)
        if amount:
            if amount.dimension != UNITS[unit][0]:
                raise PhraseRefused(f"{_label(question)} is in {unit}, and {amount.phrase} is not")
            return SlotReading(amount.value(UNITS[unit][1]), amount.phrase, amount.end)
    if reading := own_unit_value(question, tokens, position):
        return reading
    digits, slash, over = text.partition("/")
    if slash and (question.highest is None or over != f"{question.highest:g}"):
        raise PhraseRefused(f"{_label(question)} is {_range(question)}, not {amounts.shortened(text)}")
    value = amounts.number(digits.removeprefix("-"))
    if value is not None:
        if unit == "ml" and value:
            value *= _size_of_volume(question, text, volume_unit)
        signed = round(0.0 - value if digits.startswith("-") else value, 6)
        return SlotReading(signed, text, position + 1)
    raise PhraseRefused(
        f"{_label(question)} is {_range(question)}, and “{amounts.shortened(tokens[position].as_typed)}” is not"
    )


def own_unit_value(question: Question, tokens: list[Token], position: int) -> SlotReading | None:
    """A number with the question's unit, glued or beside it: `8000 steps`, `120mm Hg`, `3 sticks of gum`."""
    spelled = [token.text for token in tokenize((question.unit or "").lower())]
    unit = [text for text in spelled if text not in everyday.FILLERS] or spelled
    ends = [
        index
        for index in range(position, len(tokens))
        if index == position
        or tokens[index].quoted
        or tokens[index].text in unit
        or tokens[index].text not in everyday.FILLERS
    ]
    texts = [tokens[index].text for index in ends[: len(unit) + 1] if not tokens[index].quoted]
    for count in (len(unit), len(unit) + 1):
        digits = " ".join(texts[:count]).removesuffix(" ".join(unit)).rstrip()
        value = amounts.number(digits.removeprefix("-")) if unit and digits != " ".join(texts[:count]) else None
        if value is not None:
            signed = round(0.0 - value if digits.startswith("-") else value, 6)
            return SlotReading(signed, " ".join(texts[:count]), ends[count - 1] + 1)
    return None


def _size_of_volume(question: Question, number: str, unit: str) -> float:
    """Millilitres in one of a bare number: the unit that was chosen, or that of the user's own question."""
    if unit == "ml" and question.built_in:
        raise PhraseRefused(f"{number} l or {number} ml? Say its unit, for example `{number}ml`, `1.5l` or `64oz`")
    if unit != "ml" and not question.built_in:
        raise PhraseRefused(f"{number} ml or {number} {unit}? Say its unit, for example `{number}ml`")
    return UNITS[unit][1]


def _label(question: Question) -> str:
    return question.label.rstrip("?")


def _range(question: Question) -> str:
    if question.is_yes_or_no:
        return "yes or no"
    unit = f" {question.unit}" if question.unit else ""
    if question.highest is None:
        return f"{number_words(question.lowest)}{unit} or more"
    return f"{number_words(question.lowest)} to {number_words(question.highest)}{unit}"


def _example(question: Question) -> str:
    span = 10 if question.highest is None else min(question.highest - question.lowest, 600)
    return f"{round(question.lowest + span / 2)}{question.unit or ''}"
