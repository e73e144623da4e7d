"""A workout said to the check-in in few words: `legs 45 8` is `lift legs 45m 8`, `run 30 5` is `run 30m 5`."""

from journal.catalog.kinds import WORKOUT
from journal.catalog.lexicon import Lexicon
from journal.catalog.slot_types import WholeNumber
from journal.phrases.read.words import amounts
from journal.phrases.read.words.lexer import Token, tokenize
from journal.phrases.read.words.slots import name_at

MOST_EFFORT = 10
MINUTES = "m"


def workout_phrase(reply: str, lexicon: Lexicon) -> str | None:
    """The reply as a line of `log`: of its bare numbers the first above 10 is the minutes, else the first of two.

    A region alone is lifting, and two numbers alone are a workout. One from 1 to 10 is no day's load, but how hard it
    was, or the answer to another question: it is read as a workout that lacks its length. None where it is no workout.
    """
    tokens = tokenize(reply)
    roles = _roles(tokens, lexicon)
    numbers = _bare_numbers(tokens)
    is_effort = len(tokens) == len(numbers) == 1 and 0 < (amounts.number(numbers[0].text) or 0) <= MOST_EFFORT
    if is_effort:
        return "workout"
    if not (roles or len(numbers) == len(tokens) == 2):
        return None
    text = reply
    if (token := _minutes(tokens, numbers)) is not None:
        text = f"{text[: token.end]}{MINUTES}{text[token.end :]}"
    if "workout" in roles:
        return text
    return f"{'lift' if 'region' in roles else 'workout'} {text}"


def _roles(tokens: list[Token], lexicon: Lexicon) -> set[str]:
    """What the names of the reply may stand for; a line that names something else is none of a workout."""
    roles: set[str] = set()
    position = 0
    while position < len(tokens):
        name = name_at(lexicon, tokens, position)
        senses = {sense.role for sense in lexicon.senses[name.text]} if name else set()
        if senses:
            role = next((role for role in ("workout", "region") if role in senses), "")
            if not role:
                return set()
            roles.add(role)
        position = name.end if name else position + 1
    return roles


def _bare_numbers(tokens: list[Token]) -> list[Token]:
    """Numbers without a unit, but not one behind `effort`, nor one that is of ten."""
    takes = WORKOUT.slot("effort").takes
    named = takes.name if isinstance(takes, WholeNumber) else ""
    numbers = []
    position = 0
    while position < len(tokens):
        token = tokens[position]
        if amount := amounts.longest_amount(tokens, position):
            position = amount.end
            continue
        is_named = position > 0 and tokens[position - 1].text == named
        if not token.quoted and not is_named and amounts.number(token.text) is not None:
            numbers.append(token)
        position += 1
    return numbers


def _minutes(tokens: list[Token], numbers: list[Token]) -> Token | None:
    """The number that is the length, where none has a unit."""
    if not numbers or any(amounts.amount_at(tokens, position) for position in range(len(tokens))):
        return None
    large = [token for token in numbers if (amounts.number(token.text) or 0) > MOST_EFFORT]
    return large[0] if large else numbers[0] if len(numbers) > 1 else None
