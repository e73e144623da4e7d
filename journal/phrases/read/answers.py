"""Answers of the check-in: `stress 7`, `screen 5h`, `none`, `no caffeine`, `forget stress`, `that's all`."""

from typing import NamedTuple

from journal.catalog.questions import Question
from journal.catalog.units import UNITS
from journal.errors import PhraseRefused
from journal.phrases.context import Context, refuse_unknown
from journal.phrases.read import amounts
from journal.phrases.read.lexer import Token
from journal.phrases.read.slots import longest_name, out_of_range
from journal.phrases.read.times import TimeWords
from journal.phrases.write.format_number import number_words
from journal.records import Answer, Forget

YES_OR_NO = {"yes": 1.0, "no": 0.0, "1": 1.0, "0": 0.0}


class QuestionTarget(NamedTuple):
    """The question that `no` or `forget` speaks of, and the place after its name."""

    question: Question
    after: int


def named(verb: str, tokens: list[Token], at: int, context: Context) -> QuestionTarget:
    """The question behind `no` or `forget`."""
    name = longest_name(context.lexicon.no, context.lexicon.longest, tokens, at) if at < len(tokens) else None
    if not name:
        word = tokens[at].text if at < len(tokens) and not tokens[at].quoted else ""
        if not word:
            raise PhraseRefused(f"{verb} what? For example `{verb} caffeine`")
        why = f"is not a question or total that `{verb}` can speak of"
        raise refuse_unknown(word, context.lexicon.no, why, f"for example `{verb} caffeine`")
    return QuestionTarget(context.lexicon.questions[context.lexicon.no[name.text]], name.after)


def when_alone(tokens: list[Token], skip: tuple[int, int], when: TimeWords, what: str) -> None:
    """Reads what says when; refuses any other word."""
    at = 0
    while at < len(tokens):
        if at == skip[0]:
            at = skip[1]
            continue
        after = at if tokens[at].quoted else when.take(tokens, at)
        if after == at:
            shown = "the quoted text" if tokens[at].quoted else f"“{amounts.shortened(tokens[at].text)}”"
            raise PhraseRefused(f"{what} takes no more words but a day, and {shown} is none")
        at = after


def no_or_forget(
    verb: str, tokens: list[Token], head: tuple[int, int], context: Context, when: TimeWords
) -> Answer | Forget:
    question, after = named(verb, tokens, head[1], context)
    words = f"`{verb} {question.label.lower().rstrip('?')}`"
    when_alone(tokens, (head[0], after), when, words)
    if verb == "forget":
        return Forget(when.day_alone(words), question.slug)
    check_range(question, 0.0, "none")
    return Answer(day=when.day_alone(words), question=question.slug, value=0.0)


def none_or_some(verb: str, tokens: list[Token], head: tuple[int, int], when: TimeWords) -> Answer:
    when_alone(tokens, head, when, f"`{verb}`")
    return Answer(day=when.day_alone(f"`{verb}`"), question="any_twitches", value=float(verb == "some"))


def question(
    slug: str, said: str, tokens: list[Token], head: tuple[int, int], context: Context, when: TimeWords
) -> Answer:
    """A question with its value; a yes-or-no question alone is yes."""
    asked = context.lexicon.questions[slug]
    value: float | None = None
    words = ""
    at = 0
    while at < len(tokens):
        if at == head[0]:
            at = head[1]
            continue
        token = tokens[at]
        if token.quoted:
            raise PhraseRefused(f"{said} has no note; say it as a line of its own: `note ...`")
        after = when.take(tokens, at)
        if after == at:
            found, text, after = _value(asked, tokens, at)
            if value is not None:
                raise PhraseRefused(f"{said} has two values: {words} and {text}")
            value, words = found, text
        at = after
    if value is None:
        if not asked.is_yes_or_no:
            raise PhraseRefused(
                f"{said} what? {_label(asked)} is {_range(asked)}, for example `{said} {_example(asked)}`"
            )
        value = 1.0
    check_range(asked, value, words)
    return Answer(day=when.day_alone(f"`{said}`"), question=slug, value=value)


def check_range(asked: Question, value: float, said: str) -> None:
    if asked.is_yes_or_no and value not in (0, 1):
        raise PhraseRefused(f"{_label(asked)} is yes or no, not {said}")
    if asked.unit is None and not value.is_integer():
        raise PhraseRefused(f"{_label(asked)} is a whole number, {_range(asked)}, not {said}")
    if value < asked.lowest or (asked.highest is not None and value > asked.highest):
        raise out_of_range(_label(asked), asked.lowest, asked.highest, said, asked.unit or "")


def _value(asked: Question, tokens: list[Token], at: int) -> tuple[float, str, int]:
    """The value, its words and the place after it."""
    text = tokens[at].text
    if asked.is_yes_or_no and text in YES_OR_NO:
        return YES_OR_NO[text], text, at + 1
    unit = asked.unit
    if unit in UNITS:
        amount = amounts.joined(tokens, at)
        if amount:
            if amount.dimension != UNITS[unit][0]:
                raise PhraseRefused(f"{_label(asked)} is in {unit}, and {amount.words} is no such amount")
            return amount.value(UNITS[unit][1]), amount.words, amount.after
    shown, slash, over = text.partition("/")
    if slash and (asked.highest is None or over != f"{asked.highest:g}"):
        raise PhraseRefused(f"{_label(asked)} is {_range(asked)}, not {amounts.shortened(text)}")
    own = "" if unit is None else unit.lower()
    value = amounts.number(shown.removeprefix("-").removesuffix(own))
    if value is not None:
        beside = bool(own) and at + 1 < len(tokens) and tokens[at + 1].text == own
        return round(0.0 - value if shown.startswith("-") else value, 6), text, at + 1 + beside
    raise PhraseRefused(f"{_label(asked)} is {_range(asked)}, and “{amounts.shortened(text)}” is not")


def _label(asked: Question) -> str:
    return asked.label.rstrip("?")


def _range(asked: Question) -> str:
    if asked.is_yes_or_no:
        return "yes or no"
    unit = f" {asked.unit}" if asked.unit else ""
    if asked.highest is None:
        return f"{number_words(asked.lowest)}{unit} or more"
    return f"{number_words(asked.lowest)} to {number_words(asked.highest)}{unit}"


def _example(asked: Question) -> str:
    span = 10 if asked.highest is None else min(asked.highest - asked.lowest, 600)
    return f"{round(asked.lowest + span / 2)}{asked.unit or ''}"
