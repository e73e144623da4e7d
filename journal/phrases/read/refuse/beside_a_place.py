"""What stands beside a place and is no twitch of it: pain, and a remedy that is not known here."""

from journal.catalog import everyday, turns_of_phrase
from journal.phrases.read.line_words import LineWords, Sentence
from journal.phrases.read.words import remedies
from journal.phrases.read.words.asking import may_be_note
from journal.phrases.read.words.lexer import joined, word_at


def refuse_pain(sentence: Sentence, walk: LineWords) -> None:
    """Refuse `knee killing me`, `knee bad 6`: pain is another trouble than a twitch."""
    if not walk.has_site:
        return
    is_head = any(walk.context.lexicon.slug_of("site", token.text) == "head" for token in sentence.tokens)
    throbs = next((token.text for token in sentence.tokens if token.text in turns_of_phrase.THROBS), "")
    if is_head and throbs and not any(token.quoted for token in sentence.tokens):
        raise may_be_note(f"“{throbs}”: a headache, or a twitch? A twitch of the head is said like `pulse head 4`")
    if walk.kinds - {""}:
        return
    plain = {token.text for token in sentence.plain}
    tokens = walk.tokens
    kills = any(word_at(tokens, i) in everyday.KILLS and word_at(tokens, i + 1) == "me" for i in range(len(tokens)))
    joints = {walk.context.lexicon.slug_of("site", token.text) for token in sentence.tokens} & everyday.ACHES_BADLY
    pounds = next((word for word in turns_of_phrase.POUNDS if word in plain and is_head), "")
    if kills or pounds or ("bad" in plain and joints):
        phrase = "killing me" if kills else pounds or "bad"
        raise may_be_note(
            f"“{phrase}”: pain is another trouble than a twitch; say the kind too (twitch, cramp, tingle)"
        )


def refuse_unknown_remedy(walk: LineWords, labels: list[str]) -> None:
    """Refuse `tonic water helped`: what was tried is not known here."""
    for position in range(1, len(walk.tokens)):
        start = position - 1
        while start and labels[start] == "filler" and walk.text_at(start) in everyday.BEFORE_A_VERDICT:
            start -= 1  # pacing around helped
        remedy = walk.text_at(start)
        is_name = labels[start] == "plain" and remedy.isalpha() and remedy not in everyday.NO_REMEDIES
        if walk.has_site and labels[position] == "plain" and walk.text_at(position) == "helped" and is_name:
            if near := remedies.near_remedy(remedy, walk.context.lexicon):
                raise may_be_note(f"“{remedy}” is not a known word; did you mean {near}?")
            raise may_be_note(
                f"“{joined(walk.tokens, start, position + 1)}”: what helped is said like `+heat`, and a remedy"
                " of your own is added once with `term add relief`"
            )
