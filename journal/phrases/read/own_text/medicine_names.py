"""The names of medicines: what is none of them, and what is said beside them of why."""

import re

from journal.catalog import event_words, everyday, medicine_words, turns_of_phrase
from journal.catalog.kinds import CHANGE_VERBS, COUNTABLE, DOSE_UNIT_WORDS, DOSE_UNITS
from journal.catalog.mealtimes import BESIDE_DOSES
from journal.catalog.units import UNITS
from journal.errors import PhraseRefused
from journal.phrases.context import Context
from journal.phrases.read.own_text.doses import dose_at
from journal.phrases.read.own_text.frequencies import frequency_at
from journal.phrases.read.refuse.refusals import is_denial
from journal.phrases.read.words import amounts
from journal.phrases.read.words.asking import may_be_note, offering
from journal.phrases.read.words.lexer import Token, tokenize, word_at
from journal.phrases.read.words.remedies import behind
from journal.phrases.read.words.slips import slip_of
from journal.phrases.read.words.slots import name_at

WEIGHTS = tuple(unit for unit in (*DOSE_UNITS, *DOSE_UNIT_WORDS) if unit.removesuffix("s") not in COUNTABLE)
"""Units that stand right behind their number, and in no name."""
BECAUSE = ("because", "as", "since", "cos", "cause")
LONGEST_SHORTENED = 5
"""Letters of a word that a full stop shortens, with that."""


def without_reason(text: str) -> str:
    """The name of a medicine without what is said of why, or behind a comma: `paracetamol for a headache`."""
    parts = re.sub(r"[,;](?=[a-z])", r"\g<0> ", text).split(" ")
    for index, part in enumerate(parts[1:], 1):
        word = part.lstrip("(").rstrip(",;.!…)")
        if (
            everyday.SHORT_FORMS.get(word.lower(), word.lower()) in medicine_words.REASONS
            or (word.lower() in everyday.JOINS and _is_deed(parts, index + 1))
            or before_meal(parts, index)
            or _is_apart(parts, index)
        ):
            return " ".join(parts[:index]).rstrip(",;.!…")
    return text


def without_turn(name: str) -> str:
    """The name of a medicine without which one of several it was: `my first sertraline`."""
    first, _, others = name.partition(" ")
    if first.lower() not in ("first", "second", "last", "final") or not others:
        return name
    parts = others.split(" ")
    while len(parts) > 1 and parts[0].lower() in ("of", "my", "the"):  # last of my prednisolone
        parts = parts[1:]
    return " ".join(parts)


def _is_deed(parts: list[str], index: int) -> bool:
    """Whether a word begins what somebody did then: `and went to bed`, `and then felt better`."""
    following = [part.lower() for part in parts[index : index + 2]]
    return not medicine_words.DEEDS_BEHIND.isdisjoint(following[following[:1] == ["then"] :][:1])


def _is_apart(parts: list[str], index: int) -> bool:
    """Whether a comma, a full stop or a dash stands before a word; that of `vit. d` shortens a name."""
    before = parts[index - 1]
    is_shortened = before.endswith(".") and before[:-1].isalpha() and len(before) <= LONGEST_SHORTENED
    return parts[index] in everyday.DASHES or (before.endswith(tuple(",;.!…")) and not is_shortened)


def before_meal(parts: list[str], index: int) -> bool:
    """`before bed`, `with food`."""
    following = "".join(parts[index + 1 : index + 2]).lower()
    is_drunk = parts[index].lower() == "with" and following in medicine_words.TAKEN_WITH
    return is_drunk or (parts[index].lower() in ("with", "before", "after") and following in BESIDE_DOSES)


def refuse_two_medicines(verb: str, text: str, *, has_dose: bool) -> None:
    """Refuse `took ibuprofen and paracetamol`, `took ibuprofen, paracetamol`: two records; a dose is not repeated in
    the answer, for which of them has it is open."""
    text = text.replace(" as well as ", " and ")
    parts = text.lower().split(" ")
    in_name = len(without_reason(text).split(" "))
    joins = [index for index, word in enumerate(parts[:-1]) if 0 < index < in_name and word in (*everyday.JOINS, "+")]
    parts = [part for part in parts if part not in everyday.DASHES] if not joins else parts
    joins += [index for index, word in enumerate(parts[1:], 1) if word in ("took", "started") and index <= in_name]
    is_list = len(parts) == 2 and in_name == 1 and parts[1] not in medicine_words.REASONS
    is_list = is_list and without_reason(f"{text} {parts[1]}") != text and parts[1] not in everyday.TROUBLES
    is_list = is_list or (parts[0].endswith(",") and not everyday.OF_MEDICINES.isdisjoint(parts[1:]))
    if joins or is_list:
        first = " ".join(parts[: joins[0]] if joins else parts[:1]).rstrip(",;.!…")
        behind = parts[joins[0] + 1 :] if joins else parts[1:]
        while behind and behind[0] in everyday.JOINS:
            behind = behind[1:]
        begins = "".join(behind[:1])
        second = " ".join(behind) if begins in event_words.SAME_AS_MEDICINE_VERB else " ".join((verb, *behind))
        with_dose = " and with its dose" if has_dose else ""
        if begins in everyday.FILLERS | {"ate", "did"}:  # had coffee
            raise offering(
                f"two records? Say `{verb} {first}`, and what else there was on a line of its own",
                f"{verb} {first}",
                otherwise="two records? Say each on a line of its own",
            )
        name = f'or one name as `{verb} "..."`'
        raise offering(
            f"two records? Say `{verb} {first}` and `{second}`, each on its line{with_dose}, {name}",
            f"{verb} {first}",
            second,
            otherwise=f"two records, of {first} and what follows it? Say each on a line of its own{with_dose}, {name}",
        )


def refuse_no_fact(verb: str, text: str) -> None:
    """Refuse `took ibuprofen always helps`, `started magnesium should help`: how it usually is, what is hoped for and
    what did not happen are no record."""
    name = without_reason(text)
    tokens = tokenize(text)
    if inexact := next((token.text for token in tokens if token.text in medicine_words.NOT_EXACT), ""):
        raise may_be_note(
            f"“{inexact}”: what was taken, and how much? Say each medicine with its number, as in"
            f" `{verb} magnesium 400mg`"
        )
    is_plain = [False] * len(tokens)
    for position, token in enumerate(tokens[1:], 1):
        end = behind(tokens, position, turns_of_phrase.PHRASES.get(word_at(tokens, position), ()))  # not sure
        is_plain[position:end] = [True] * (end - position)
        if is_plain[position]:
            continue
        word, following = token.text.strip(everyday.SIGNS), word_at(tokens, position + 1)
        is_reason = any(before.text in BECAUSE for before in tokens[1:position])
        if verb == "stopped" and is_reason:
            continue  # because it did not help
        is_plan = word in everyday.PLANS or word == "may"
        if not (is_plan or word in everyday.HABITS or is_denial(word, tokens[position - 1].text, following)):
            continue
        first = name[: token.start].rstrip(" ,;.!…").removesuffix(" with").removesuffix(" like").removesuffix(" as")
        if word in event_words.SAME_AS_MEDICINE_VERB and tokens[position + 1 :]:
            second = text[token.start :].rstrip(" ,;.!…")
            raise offering(
                f"“{word}”: two records? Say `{verb} {first}` and `{second}`, each on its line, and with its dose",
                f"{verb} {first}",
                second,
                otherwise=f"“{word}”: two records? Say each on a line of its own, and with its dose",
            )
        what = "how it usually is, what is planned and what did not happen is no record"
        raise offering(
            f"“{amounts.shortened(word)}”: a line says what happened, as in `{verb} {first}`; {what}",
            f"{verb} {first}",
            otherwise=f"“{amounts.shortened(word)}”: {what}",
        )


def refuse_second_dose(tokens: list[Token]) -> None:
    """Refuse `naproxen with food took ibuprofen 400mg`: the dose behind another verb is that of another medicine, as
    is the second one of `metoprolol 25 mg and levothyroxine 75 mcg`."""
    doses = [(index, dose[1]) for index in range(len(tokens)) if (dose := dose_at(tokens, index))]
    if not doses:
        return
    earliest_end, last = min(end for _, end in doses), max(index for index, _ in doses)
    is_named = False
    for position, token in enumerate(tokens[1:last], 1):
        is_named = is_named or word_at(tokens, position - 1).isalpha()
        is_joined = token.text in everyday.JOINS and not token.quoted
        is_own = earliest_end <= position or _begins_with_dose(tokens, position + 1)
        if is_joined and is_own and is_named:
            raise may_be_note(f"“{token.text}”: two medicines? Say each on a line of its own, with its dose")
        if not token.quoted and token.text in ("took", "started"):
            raise may_be_note(f"“{token.text}”: two records? Say each medicine on a line of its own, with its dose")


def _begins_with_dose(tokens: list[Token], position: int) -> bool:
    """`300mg magnesium`, but not `300mg daily`, which belong to a medicine before them."""
    end = (dose_at(tokens, position) or ((), position))[1]
    return end > position and word_at(tokens, end).isalpha() and frequency_at(tokens, end) is None


def refuse_twitch(verb: str, tokens: list[Token], context: Context) -> None:
    """Refuse `took magnesium 300mg both thumbs twitching`: two records; a side is in no name."""
    for position, token in enumerate(tokens):
        roles = {sense.role for sense in context.lexicon.senses.get(token.text, ())}
        if position and roles & {"kind", "side"} and len(token.text) > 1:
            name = " ".join(word.text for word in tokens[:position])
            raise offering(
                f"“{token.text}”: two records? Say `{verb} {name}` alone, and the twitch on a line of its own, or one"
                f' name as `{verb} "..."`',
                f"{verb} {name}",
                otherwise=f"“{token.text}”: what is taken is said like `took magnesium 400mg`, and a twitch, like"
                f' `left calf 4`, is a line of its own; a name with that word stands in quotes, as in `{verb} "..."`',
            )


def refuse_known_name(verb: str, tokens: list[Token], context: Context) -> None:
    """`started left calf 4` is no medicine, nor is `stopped coffee`; in quotes any name is."""
    unquoted = [token for token in tokens if not token.quoted and not _beside_a_name(token.text, context)]
    roles: dict[str, str] = {}
    position = 0
    while position < len(unquoted):
        name = name_at(context.lexicon, unquoted, position)
        if not name:
            return
        for sense in context.lexicon.senses[name.text]:
            roles.setdefault(sense.role, name.text)
        position = name.end
    right_verb = "start" if verb == "started" else "stop"
    ways = {
        "site": f"is a site, not a medicine; did you mean `{right_verb}`?"
        if verb != "took"
        else "is a site; what was taken? Say its name, as in `took ibuprofen 400mg`",
        "kind": f"is no medicine; did you mean `{right_verb}`?",
        "drink": "is a drink, not a medicine; a drink is a line of its own, for example `2 coffees`",
        "workout": "is a workout, not a medicine; it is a line of its own, for example `run 30m`",
        "question": f'is no medicine; in quotes it is one: `{verb} "{roles.get("question", "")}"`',
    }
    if roles.get("question") in everyday.TAKEN:
        del roles["question"]
    for role, way in ways.items():
        if role in roles:
            raise PhraseRefused(f"{roles[role]} {way}")


def refuse_difference(verb: str, tokens: list[Token]) -> None:
    """Refuse `increased ramipril by 2.5mg`: that is not its dose now."""
    for position in range(len(tokens) - 1):
        if word_at(tokens, position) == "by" and (dose := dose_at(tokens, position + 1)):
            phrase = " ".join(token.as_typed for token in tokens[position : dose[1]])
            raise may_be_note(f"“{phrase}”: how much is it now? Say it as in `{verb} ramipril to 5mg`")


def refuse_no_medicine(verb: str, tokens: list[Token], context: Context) -> None:
    """`took a bath`, `started my new job`, `stopped working` are no medicines; in quotes any name is."""
    refuse_known_name(verb, tokens, context)
    first = word_at(tokens, 0)
    if first in medicine_words.REASONS and first not in everyday.NOT_TAKEN:
        raise PhraseRefused(
            f"{verb} what? Its name stands first, as in `{verb} magnesium{' to 400mg' * (verb in CHANGE_VERBS)}`; what"
            " ended is said as `stop`"
        )
    texts = [token.text.strip(f"(){everyday.SIGNS}") for token in tokens]
    is_measured = any(word in WEIGHTS or slip_of(word, WEIGHTS) for word in texts[1:])  # five iron milligrams
    is_measured = is_measured or not medicine_words.SPOONS.isdisjoint(texts)
    if is_measured or (verb != "stopped" and not medicine_words.MULTIPLES.isdisjoint(texts)):
        phrase = " ".join(token.text for token in tokens)
        raise may_be_note(f"“{amounts.shortened(phrase)}”: how much was it? Say it like `{verb} magnesium 400mg`")
    is_deed = verb in ("started", "stopped") and first.endswith("ing") and first.isalpha()
    if is_deed or first in everyday.NOT_TAKEN or any(token.text in everyday.NOT_TAKEN_AT_ALL for token in tokens):
        phrase = " ".join(token.text for token in tokens)
        raise may_be_note(f'“{amounts.shortened(phrase)}”: if that is a medicine, say `{verb} "..."` with its name')


def _beside_a_name(text: str, context: Context) -> bool:
    """Whether a word may stand beside a name of the grammar: a side, a number or a unit."""
    return bool(context.lexicon.slug_of("side", text) or text in UNITS or text[0] in amounts.DIGITS or text == "again")
