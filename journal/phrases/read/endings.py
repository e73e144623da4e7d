"""How long it lasted, said by when it was over: `cramp left calf 8, stopped after 2 mins`."""

from journal.catalog import everyday
from journal.phrases.read.line_words import LineWords
from journal.phrases.read.words import amounts
from journal.phrases.read.words.remedies import behind, is_parted

ENDING_WORDS = {
    **dict.fromkeys(("stopped", "gone", "ended", "over", "passed", "subsided"), ()),
    **{"went": ("away", "off"), "faded": ("away",), "settled": ("down",), "wore": ("off",), "calmed": ("down",)},
}
"""Verb -> what may stand behind it."""
BEFORE_ENDINGS = {*everyday.FILLERS, "which", "and", "then", "but"}
"""Between the twitch and its end."""
BACK = {"back", "again", "returned", "restarted"}
"""Behind the end they say that it was none."""
BEFORE_LENGTHS = {"about", "around", "roughly", "like", "approx", "maybe", "a"}


BY_ITSELF = tuple(
    (verb, *way)
    for verb in ("stopped", "gone", "quit", "ended")
    for way in (
        *(("by", itself) for itself in ("itself", "themselves")),
        *(("on", whose, "own") for whose in ("its", "it's", "their")),
    )
)
"""Beside a twitch of which the kind is said they only say that it is over."""
BEFORE_IT_STOPPED = ("and", "it", "they", "which", "that")
"""Beside how long a twitch lasted they are before a `stopped` that ends its line."""
WHEN_IT_STOPPED = ("when", "once", "as", "while", "before")
"""Behind `stopped` they begin what the twitch was over with."""


def over_by_itself(walk: LineWords, position: int) -> int:
    """The position behind words that say that a twitch is over: `stopped by itself`, `stopped when I stretched`; the
    same one where none stand there."""
    is_last = position + 1 == len(walk.tokens) and walk.has_length and walk.has_site
    is_apart = is_parted(walk.line, walk.tokens, position) or walk.text_at(position - 1) in BEFORE_IT_STOPPED
    if is_last and walk.text_at(position) == "stopped" and is_apart:
        return position + 1  # 20 min, rubbed it, stopped
    if not walk.has_site or not walk.has_kind:
        return position
    if walk.text_at(position) == "stopped" and walk.text_at(position + 1) in WHEN_IT_STOPPED:
        return position + 1
    if (more := ENDING_WORDS.get(walk.text_at(position))) is not None:  # passed within five minutes
        end = position + 1 + (walk.text_at(position + 1) in more)
        amount = amounts.longest_amount(walk.tokens, end + 1) if end + 1 < len(walk.tokens) else None
        if walk.text_at(end) == "within" and amount and amount.dimension == "time":
            return amount.end
    return behind(walk.tokens, position, BY_ITSELF)


def lasted(walk: LineWords, labels: list[str], position: int) -> tuple[int, int] | None:
    """Where the length begins and ends behind which a twitch is said to have stopped at a position; None where other
    words stand before it: `stretched and it stopped after 2 mins` is how long the stretching took."""
    more = ENDING_WORDS.get(walk.text_at(position))
    if more is None or not walk.has_site or not position:
        return None
    before = position - 1
    while (before >= 0 and labels[before] == "filler") or walk.text_at(before) in BEFORE_ENDINGS:
        before -= 1
    if any(is_parted(walk.line, walk.tokens, index) for index in range(before + 1, position + 1)):
        before = _before_circumstance(walk, labels, before)
    if before < 0 or labels[before] != "kept":
        return None
    end = position + 1
    while walk.text_at(end) in (*more, "again", "completely"):
        end += 1
    is_away = walk.text_at(position) != "went" or end > position + 1
    if walk.text_at(end) not in (("after", "in") if is_away else ("after",)):
        return None
    end += 1
    while walk.text_at(end) in BEFORE_LENGTHS and not amounts.longest_amount(walk.tokens, end):
        end += 1
    if any(walk.text_at(index) in BACK for index in range(end, len(walk.tokens))):
        return None
    amount = amounts.longest_amount(walk.tokens, end) if end < len(walk.tokens) else None
    is_length = amount is not None and amount.dimension == "time" and walk.text_at(amount.end) != "of"
    return (end, amount.end) if amount and is_length else None


def _before_circumstance(walk: LineWords, labels: list[str], position: int) -> int:
    """The position before a circumstance that ends at a position, `during a meeting`, which has no length there."""
    start = position
    while start > 0 and labels[start] in ("plain", "filler") and not is_parted(walk.line, walk.tokens, start):
        start -= 1
    return start - 1 if walk.text_at(start) in ("during", "while") else position
