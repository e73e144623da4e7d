"""Words of alarm in a line: answered calmly, and never taken for slips of other words."""

from itertools import pairwise

from journal.catalog import alarm, everyday
from journal.catalog.lexicon import Lexicon
from journal.errors import PhraseRefused
from journal.phrases.read.refuse import denied_troubles
from journal.phrases.read.words import amounts, remedies, slips
from journal.phrases.read.words.asking import may_be_note
from journal.phrases.read.words.lexer import Token, word_at
from journal.phrases.read.words.slots import name_at

CRIES = alarm.DESPAIR | alarm.WEAKNESS
LONGEST_CRY = max(map(len, CRIES))


def answer(chapter: str) -> PhraseRefused:
    """Where to read on, without the word itself: it may be the name of an illness."""
    refused = may_be_note(alarm.ANSWERS[chapter])
    refused.chapter = chapter
    return refused


def refuse_question(line: str, tokens: list[Token]) -> None:
    """Refuse a sentence that asks: the guide may have the answer."""
    if not _asks(tokens) and (not line.rstrip().endswith("?") or tokens[-1].quoted):
        return
    refused = may_be_note(
        "that is a question, and the guide is where to read on; a line says what happened, as in `left calf 4 2m`"
    )
    refused.chapter = alarm.CONTENTS
    raise refused


def refuse_alarm(line: str, tokens: list[Token], lexicon: Lexicon) -> None:
    """Refuse a line with a word of alarm outside quotes, known names and what was tried."""
    texts = ["" if token.quoted else token.text.rstrip(f"{everyday.SIGNS}?") for token in tokens]
    if alarm.ALARMING.isdisjoint(texts):
        return
    denied = denied_troubles.denied_positions(line, tokens, lexicon)
    felt = ["" if index in denied else text for index, text in enumerate(texts)]
    if _is_cry(texts) or any(_are_together(*row, felt, lexicon) for row in alarm.TOGETHER):
        raise answer(alarm.HELP)
    carrying = {text for text in texts if text not in everyday.FILLERS}
    if alarm.CRY in carrying and carrying <= {alarm.CRY, *alarm.BESIDE_A_CRY}:
        raise answer(alarm.HELP)
    _refuse_untaken_drops(line, tokens)
    position = 0
    while position < len(tokens):
        name = name_at(lexicon, tokens, position)
        tried = remedies.relief_said(line, tokens, position, lexicon)
        remedy = remedies.named(tokens, position, lexicon)
        if name or tried or (remedy and remedy.end > position + 1):
            position = max(name.end if name else 0, tried[1] if tried else 0, remedy.end if remedy else 0)
            continue
        following = word_at(tokens, position + 1)
        is_denied = texts[position] == "not" and texts[position - 1 : position] in (["can"], ["could"])
        word = "cannot" if is_denied else texts[position]
        is_remedy = texts[position] in ("drop", "drops") and _are_drops(tokens, position)
        is_remedy = is_remedy or _falls_asleep(tokens, position)
        is_remedy = is_remedy or denied_troubles.is_denied(line, tokens, position, lexicon)
        is_remedy = is_remedy or (
            texts[position] in alarm.WEAK_DRINKS and _is_of_a_drink(line, tokens, position, lexicon)
        )
        chapter = None if tokens[position].quoted or is_remedy else alarm.chapter_of(word, following)
        chapter = alarm.HELP if _is_fall(texts, position) else chapter
        if chapter:
            raise answer(chapter)
        position += 1


def refuse_slip_of_alarm(tokens: list[Token], lexicon: Lexicon) -> None:
    """Refuse `slured speech`, `hlep`: words one slip away from those of alarm in a line that cannot be read."""
    texts = [token.text.rstrip(f"{everyday.SIGNS}?") for token in tokens if not token.quoted]
    vocabulary = everyday.FILLERS | everyday.CONTEXT | alarm.NO_SLIPS | lexicon.senses.keys() | lexicon.reliefs.keys()
    unknown = [text for text in texts if text not in vocabulary and text.isalpha()]
    others = {text for text in texts if text not in everyday.FILLERS} - {*unknown}
    if len(unknown) == 1 and slips.slip_of(unknown[0], (alarm.CRY,)) and others <= alarm.BESIDE_A_CRY:
        raise answer(alarm.HELP)
    for chapter, alarming in alarm.CHAPTERS.items():
        long = [word for word in alarming if len(word) >= alarm.SHORTEST_SLIP]
        if any(slips.slip_of(text, long) for text in unknown):
            raise answer(chapter)


def _are_drops(tokens: list[Token], position: int) -> bool:
    """Whether drops are a remedy, by what was done with them or did: `used eye drops`, `eye drops didn't help`."""
    before = position - 1
    if word_at(tokens, before) not in alarm.DROPS_FOR:
        return False
    while before > 0 and word_at(tokens, before) in (*alarm.DROPS_FOR, *everyday.ARTICLES, "some", "of"):
        before -= 1
    has_verdict = remedies.behind(tokens, position + 1, (*everyday.HELPED, *everyday.DID_NOT_HELP)) != position + 1
    return has_verdict or word_at(tokens, before) in alarm.DROPS_BY


def _refuse_untaken_drops(line: str, tokens: list[Token]) -> None:
    """Refuse drops without what was done with them, by how many of what, or alone: `10 drops of magnesium`, `eye
    drops at 9pm`; `left eye drops` may be a lid."""
    for position in range(1, len(tokens)):
        if word_at(tokens, position) != "drops":
            continue
        before, following = word_at(tokens, position - 1), word_at(tokens, position + 1)
        is_counted = amounts.how_many(before) is not None and following in ("of", "in")
        is_alone = position == 1 and before in alarm.DROPS_FOR
        if is_counted or (is_alone and (following in ("", *alarm.BEHIND_DROPS) or following[:1].isdecimal())):
            way = line[tokens[position - 1].start :].strip()
            raise may_be_note(f"what is taken is said with its verb, as in `took {way}`")


def _is_of_a_drink(line: str, tokens: list[Token], position: int, lexicon: Lexicon) -> bool:
    """`weak coffee`, `2 weak black teas`; what is weak behind a place is that one."""
    before = word_at(tokens, position - 1)
    if (
        before not in ("", *everyday.ARTICLES, "had", "drank", "some", "one", "of", "very", "only")
        and not before.isdecimal()
    ):
        return False
    names = (name_at(lexicon, tokens, index) for index in (position + 1, position + 2))
    end = next((name.end for name in names if name and lexicon.slug_of("drink", name.text)), None)
    return end is not None and not {*line[tokens[position].start : tokens[end - 1].start]} & {*",;.!?"}


def _is_fall(texts: list[str], position: int) -> bool:
    """`fell`, `I keep falling`, `nearly fell on the stairs`; not `fell asleep`, nor what else fell."""
    if texts[position] not in alarm.FALLS or {*texts[position + 1 : position + 2]} & alarm.NO_FALLS:
        return False
    return not position or texts[position - 1] in alarm.BEFORE_FALLS


def _falls_asleep(tokens: list[Token], position: int) -> bool:
    """`when I was dropping off`, `as I dropped off`; what drops off the table fell."""
    is_off = word_at(tokens, position) in ("dropping", "dropped") and word_at(tokens, position + 1) == "off"
    is_of_me = word_at(tokens, position - 1) in alarm.BEFORE_DROPPING_OFF
    return is_off and is_of_me and word_at(tokens, position + 2) not in (*everyday.ARTICLES, "things")


def _is_cry(texts: list[str]) -> bool:
    """Whether somebody does not want to go on, may harm somebody, or has lost strength."""
    carrying = [text for text in texts if text not in everyday.ARTICLES]
    return any(
        tuple(carrying[start:end]) in CRIES and alarm.GOALS.isdisjoint(carrying[end : end + 1])
        for start in range(len(carrying))
        for end in range(start + 2, min(start + LONGEST_CRY, len(carrying)) + 1)
    )


def _are_together(
    alarming: frozenset[str], others: frozenset[str], unless: tuple[str, ...], texts: list[str], lexicon: Lexicon
) -> bool:
    """Whether one of the words and one of the others stand in a line, without a name of the roles `unless`."""
    if alarming.isdisjoint(texts) or others.isdisjoint(texts):
        return False
    pairs = [pair for pair in pairwise(("", *texts)) if pair[0] not in denied_troubles.DENIES]  # face numb, no twitch
    names = [text for _, text in pairs if text not in others] + [" ".join(pair) for pair in pairwise(texts)]
    return not any(lexicon.slug_of(role, name) for role in unless for name in names)


def _asks(tokens: list[Token]) -> bool:
    """Whether a line begins as a question does, also without its mark: `is it normal that my calf twitches`."""
    first, second = word_at(tokens, 0), word_at(tokens, 1)
    return first in everyday.ASKS or second in everyday.ASKS_BEFORE.get(first, ())
