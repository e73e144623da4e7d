"""Numbers and amounts of a sentence that the words beside them put in doubt."""

from journal.catalog import turns_of_phrase
from journal.catalog.lexicon import Lexicon
from journal.phrases.read import amounts, beside, doubts, feelings, remedies
from journal.phrases.read.amounts import Amount
from journal.phrases.read.lexer import Token, joined, word_at
from journal.phrases.read.line_words import LineWords
from journal.phrases.read.refusals import may_be_note, weight_of_a_place
from journal.phrases.read.remedies import is_parted
from journal.phrases.read.spans import TO_WORDS


def with_counts(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """The words with `8 in a row` and `3 in 5 minutes` as x8 and x3, where a place is named."""
    if not any(lexicon.slug_of("site", token.text) for token in tokens if not token.quoted):
        return tokens
    is_cramp = any(lexicon.slug_of("kind", token.text) == "cramp" for token in tokens if not token.quoted)
    return [
        token._replace(text=f"x{token.text}", typed=token.as_typed)
        if word_at(tokens, index).isdecimal() and _is_counted(tokens, index, is_cramp=is_cramp)
        else token
        for index, token in enumerate(tokens)
    ]


def _is_counted(tokens: list[Token], position: int, *, is_cramp: bool) -> bool:
    """Whether a number says how many; that of a cramp `in an hour` may be how strong it was."""
    if is_cramp and word_at(tokens, position + 1) == "in" and word_at(tokens, position + 3) != "row":
        return False
    if remedies.behind(tokens, position + 1, turns_of_phrase.IN_A_ROW) != position + 1:
        return True
    start = position + 2
    while word_at(tokens, start) in ("the", "about", "like"):
        start += 1
    length = amounts.longest_amount(tokens, start) if start < len(tokens) else None
    return word_at(tokens, position + 1) == "in" and length is not None and length.dimension == "time"


def refuse_number(
    sentence_words: LineWords, labels: list[str], verdict: int, amount: Amount | None, span: tuple[int, int]
) -> None:
    """Refuse a number, from a position up to another, that may mean something else; `verdict` is the position behind
    what was tried."""
    (position, end), lexicon, tokens = span, sentence_words.context.lexicon, sentence_words.tokens
    if sentence_words.is_sleep and not amount and sentence_words.text_at(position - 1) == "at":
        phrase = f"at {tokens[position].as_typed}"
        raise may_be_note(f"“{phrase}”: a night is said by two clocks or its hours, as in `slept 23:40-06:10`")
    if not sentence_words.is_sleep or sentence_words.text_at(end) == "or":
        doubts.refuse_range(tokens, position, end, of_twitch=sentence_words.has_site)
    if not amount and not sentence_words.is_sleep:
        _refuse_end_of_span(sentence_words, position)
    if not sentence_words.has_site:
        return
    if not amount:
        feelings.refuse_number(sentence_words.line, tokens, position)
        doubts.refuse_hour_or_strength(tokens, position)
        beside.refuse_hedged(tokens, position, sentence_words.kinds)
        return
    if amount.dimension == "mass" and not sentence_words.kinds - {""}:
        raise weight_of_a_place(amount.phrase)
    doubts.refuse_rate(tokens, position, end, lexicon)
    beside.refuse_attribute(sentence_words.line, tokens, position, end, lexicon)
    beside.refuse_length_of_context(sentence_words.line, tokens, labels, (position, end), lexicon)
    if sentence_words.past_fillers(verdict) == sentence_words.past_fillers(position):
        raise may_be_note(f"“helped ... {amount.phrase}”: how long the twitch lasted stands before what was tried")
    is_before = sentence_words.text_at(end) in ("after", "before") and not is_parted(sentence_words.line, tokens, end)
    is_before = is_before and end < len(tokens) and not sentence_words.roles[end]
    if is_before and sentence_words.text_at(position - 1) not in ("for", "lasted", "lasting", "like", "about"):
        phrase = f"{amount.phrase} {sentence_words.text_at(end)}"
        raise may_be_note(f"“{phrase}”: when was it? Say a clock, or `{amount.phrase} ago`")


def _refuse_end_of_span(sentence_words: LineWords, position: int) -> None:
    """Refuse `between noon and 1`, `9am to 10`: the number is a clock without its half of the day."""
    before = [sentence_words.text_at(index) for index in range(max(position - 4, 0), position)]
    is_between = before[-1:] == ["and"] and "between" in before
    is_behind_clock = before[-1:] and before[-1] in (*TO_WORDS, "and", "&") and sentence_words.is_clock(position - 2)
    is_before_clock = sentence_words.text_at(position + 1) in TO_WORDS and sentence_words.is_clock(position + 2)
    if is_before_clock:
        phrase = joined(sentence_words.tokens, position, position + 3)
        raise may_be_note(f"“{phrase}”: say clocks, as in `from 9am to 10am`")
    if is_between or is_behind_clock:
        start = position - 4 + before.index("between") if is_between and len(before) == 4 else position - 2
        phrase = joined(sentence_words.tokens, max(start, 0), position + 1)
        raise may_be_note(f"“{phrase}”: say clocks, as in `from 9am to 10am`")
