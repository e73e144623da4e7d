"""What is said in other words, where those beside it say what it means: `this am`, `mane`, `twitchin`, `from 9am until
now`, `started at 5pm and still going`, `just before I fell asleep`."""

from journal.catalog import everyday, mealtimes, turns_of_phrase, workouts
from journal.catalog.drink_words import CONTAINERS
from journal.catalog.everyday import NUMBERS
from journal.catalog.kinds import CHANGE_VERBS
from journal.catalog.lexicon import HEADS, Lexicon
from journal.moments import PARTS
from journal.phrases.read.spoken_clocks import with_short_clocks
from journal.phrases.read.when.clock_words import O_CLOCK
from journal.phrases.read.when.clocks import HALVES, NAMED_CLOCKS
from journal.phrases.read.when.dates import DAY_WORDS, MONTH_WORDS, WEEKDAY_WORDS, day_number
from journal.phrases.read.words.amounts import amount_at
from journal.phrases.read.words.asking import may_be_note
from journal.phrases.read.words.lexer import Token, word_at
from journal.phrases.read.words.remedies import behind
from journal.phrases.read.words.slots import name_at

DOSE_VERBS = ("started", "took", *CHANGE_VERBS)
"""Verbs beside which these say how often, and are no part of a day."""
PARTS_IN_LATIN = {"mane": "morning", "nocte": "night"}
BEFORE_HALVES = ("this", "the", "in")
NO_HALF_BEHIND = ("i", "as", "than", "who", "where", "what", "so")
"""Behind these `am` is a verb."""
FREE_OF = ("twitch", "twitches", "twitching", "fasciculation", "fasciculations", "fasic")
AND = ("n", "'n'", "’n’", "n'", "'n")
SHORTEST_VERB = 5


def spoken_out(line: str, tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """The tokens of a line with such forms in the words of the grammar."""
    texts = {token.text for token in tokens if not token.quoted}
    if "note" in texts:
        return tokens
    tokens = _started_twitching(_without_twitches(tokens), lexicon)
    tokens = _with_mealtimes([piece for token in tokens for piece in _in_pieces(token)])
    is_often = not texts.isdisjoint(DOSE_VERBS)
    tokens = [_word(line, tokens, position, lexicon, is_often=is_often) for position in range(len(tokens))]
    if not texts.isdisjoint(everyday.SLEEP_VERBS):
        tokens = _with_halves(tokens)
    tokens = with_short_clocks(line, tokens, lexicon)
    tokens = _without_team_sizes(_without_brands(tokens), texts, lexicon)
    if "effort" in texts:
        tokens = _with_workout(tokens, lexicon)
    if not texts.isdisjoint(turns_of_phrase.JUMPS) and "asleep" not in texts:
        tokens = _jumping_muscles(tokens, lexicon)
    tokens = _with_sizes_behind(tokens, lexicon)
    return _until_now(_since_its_start(_falling_asleep(tokens), lexicon), lexicon)


def _started_twitching(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """`started twitching in my neck` with its kind first, which is no medicine."""
    is_kind = word_at(tokens, 1).endswith("ing") and lexicon.slug_of("kind", word_at(tokens, 1)) is not None
    names = [name_at(lexicon, tokens, index) for index in range(2, len(tokens))]
    has_site = any(name and lexicon.slug_of("site", name.text) for name in names)
    is_begun = word_at(tokens, 0) == "started" and is_kind and has_site
    return [tokens[1], tokens[0], *tokens[2:]] if is_begun else tokens


def _without_twitches(tokens: list[Token]) -> list[Token]:
    """`twitch free day`, `twitch-free today` as no twitches."""
    spoken: list[Token] = []
    for token in tokens:
        before = spoken[-1].text if spoken and not spoken[-1].quoted else ""
        is_free = token.text.rstrip(everyday.SIGNS) == "free" and before in FREE_OF
        is_joined = token.text.rstrip(everyday.SIGNS) in {f"{word}-free" for word in FREE_OF}
        if (is_free or is_joined) and not token.quoted:
            start = spoken.pop().start if is_free else token.start
            spoken += [
                token._replace(text="no", start=start, end=start, typed=token.as_typed),
                token._replace(text="twitches", start=start, typed=token.as_typed),
            ]
        else:
            spoken.append(token)
    return spoken


def _with_mealtimes(tokens: list[Token]) -> list[Token]:
    """`tea time`, `lunch time` in one word."""
    whole: list[Token] = []
    for token in tokens:
        before = whole[-1] if whole else token
        time = f"{before.text}time"
        if token.text == "time" and not (token.quoted or before.quoted) and time in mealtimes.MEALTIMES:
            whole[-1] = before._replace(text=time, end=token.end, typed=f"{before.as_typed} {token.as_typed}")
        else:
            whole.append(token)
    return whole


def _without_brands(tokens: list[Token]) -> list[Token]:
    """`5 hour energy` as an energy shot."""
    spoken: list[Token] = []
    position = 0
    while position < len(tokens):
        end = behind(tokens, position, tuple(turns_of_phrase.BRANDS))
        texts = turns_of_phrase.BRANDS.get(tuple(word_at(tokens, index) for index in range(position, end)), ())
        first, last = tokens[position].start, tokens[max(end - 1, position)].end
        spoken += [Token(text, first, last) for text in texts] or [tokens[position]]
        position = max(end, position + 1)
    return spoken


def _without_team_sizes(tokens: list[Token], texts: set[str], lexicon: Lexicon) -> list[Token]:
    """`5 a side football`, `3v3 basketball` without the number, which is neither effort nor length; `5 a side` alone as
    football. Beside a place without a game it stays."""
    if texts.isdisjoint(turns_of_phrase.TEAM_SIZES):
        return tokens
    games = {lexicon.slug_of("workout", token.text) for token in tokens if not token.quoted} & {*workouts.GAMES}
    has_place = any(lexicon.slug_of("site", token.text) for token in tokens if not token.quoted)
    spoken: list[Token] = []
    position = 0
    while position < len(tokens):
        end, is_side = _team_size(tokens, position)
        is_game = is_side and (not has_place or word_at(tokens, position - 1) in everyday.CONTEXT)
        if end > position and (games or is_game):
            first, last = tokens[position], tokens[end - 1]
            typed = " ".join(token.as_typed for token in tokens[position:end])
            text = turns_of_phrase.TEAM_SIZE if games else turns_of_phrase.GAME
            spoken.append(Token(text, first.start, last.end, typed=typed))
        else:
            end = position + 1
            spoken.append(tokens[position])
        position = end
    return spoken


def _team_size(tokens: list[Token], position: int) -> tuple[int, bool]:
    """The position behind how many play, and whether it is said as `5 a side`; the same one where nothing says it."""
    text, joint, last = (word_at(tokens, position + step).rstrip(everyday.SIGNS) for step in range(3))
    if text in turns_of_phrase.TEAM_SIZES_GLUED:
        return position + 1, text.endswith("side")
    if not text.isdecimal() and text not in NUMBERS:
        return position, False
    if joint == "aside" or (joint, last) == ("a", "side"):
        return position + (2 if joint == "aside" else 3), True
    is_against = joint in turns_of_phrase.AGAINST and last == text
    is_against = is_against and word_at(tokens, position + 3) not in MONTH_WORDS  # football 1h 5 on 5 Nov
    return (position + 3 if is_against else position), False


def _with_workout(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """`legs 75min effort 9`, `bench 45 min rpe 8` with the workout that its effort and its length make it."""
    names = [name_at(lexicon, tokens, index) for index in range(len(tokens))]
    roles = {sense.role for name in names if name for sense in lexicon.senses[name.text]}
    lengths = [amount_at(tokens, index) for index in range(len(tokens))]
    is_long = any(amount and amount.dimension == "time" for amount in lengths)
    is_rated = any(
        word_at(tokens, index - 1) == "effort" for index, token in enumerate(tokens) if token.text.isdecimal()
    )
    is_other = roles & {"workout", "kind", "side", "drink", "question", "verb"} or (
        "site" in roles and "region" not in roles
    )
    if is_other or not (is_long and is_rated):
        return tokens
    text = "lift" if "region" in roles else "workout"
    return [tokens[0]._replace(text=text, end=tokens[0].start, typed=""), *tokens]


def _jumping_muscles(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """`eyelid jumping`, `a muscle in my arm jumps` as twitching: a jump is a jerk where a limb or the body moves."""
    names = [name_at(lexicon, tokens, index) for index in range(len(tokens))]
    sites = {lexicon.slug_of("site", name.text) for name in names if name} - {None}
    is_muscle = any(word_at(tokens, index) in ("muscle", "muscles") for index in range(len(tokens)))
    if not sites or not (is_muscle or sites <= turns_of_phrase.JUMP_UNMOVED):
        return tokens
    return [
        token._replace(text=turns_of_phrase.JUMPS[token.text], typed=token.as_typed)
        if token.text in turns_of_phrase.JUMPS and not token.quoted
        else token
        for token in tokens
    ]


def _falling_asleep(tokens: list[Token]) -> list[Token]:
    """`just before I fell asleep` as falling asleep; an arm that fell asleep was numb."""
    fallen = list(tokens)
    for position in range(len(tokens)):
        before = position - 1
        while word_at(tokens, before) in ("i", "just", "was", "had"):
            before -= 1
        is_when = word_at(tokens, before) in turns_of_phrase.WHILE_FALLING
        if is_when and (end := behind(tokens, position, turns_of_phrase.FALLS_ASLEEP)) != position:
            for index, text in zip((position, end - 1), ("falling", "asleep"), strict=True):
                fallen[index] = tokens[index]._replace(text=text, typed=tokens[index].as_typed)
    return fallen


def _with_sizes_behind(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """`two 8 oz coffees` and `2 coffees, 8 oz each` as `2 coffees 8 oz`, each of that size."""
    for position in range(len(tokens) - 2):
        word, next_word = word_at(tokens, position), tokens[position + 1]
        if not (word in NUMBERS or word.isdecimal()) or next_word.start - tokens[position].end > 1:
            continue
        size = amount_at(tokens, position + 1)
        start = size.end if size else position + 1
        is_vessel = word_at(tokens, start) in CONTAINERS and word_at(tokens, start + 1) == "of"
        name = name_at(lexicon, tokens, start + 2 * is_vessel)
        if not name or not lexicon.slug_of("drink", name.text):
            continue
        if size and size.dimension == "volume":
            first, names, others = tokens[: position + 1], tokens[size.end : name.end], tokens[name.end :]
            return [*first, *names, *tokens[position + 1 : size.end], *others]
        size = amount_at(tokens, name.end) if name.end < len(tokens) else None
        if size and size.dimension == "volume" and word_at(tokens, size.end).rstrip(everyday.SIGNS) == "each":
            return [*tokens[: size.end], *tokens[size.end + 1 :]]
    return tokens


def _since_its_start(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """`started at 5pm and still going` as since 5pm."""
    bare = [token._replace(text=token.text.rstrip(everyday.SIGNS)) for token in tokens]
    goes_on = any(_goes_on(bare, position, lexicon) for position in range(len(tokens)))
    if not goes_on or not any(lexicon.slug_of("site", token.text) for token in bare if not token.quoted):
        return tokens
    starts = [index for index in range(1, len(tokens)) if word_at(tokens, index) in turns_of_phrase.STARTS]
    if len(starts) != 1 or any(token.text in ("since", "from", "for") for token in tokens if not token.quoted):
        return tokens
    start = when = starts[0] + 1  # started twitching at 5pm
    while lexicon.slug_of("kind", word_at(tokens, when)):
        when += 1
    behind_fillers = when
    while word_at(tokens, behind_fillers) in ("at", "about", "around", "on", "in", "like", "just"):
        behind_fillers += 1
    if not _may_say_when(word_at(bare, behind_fillers)):
        return tokens
    since = tokens[start - 1]._replace(text="since", typed=tokens[start - 1].as_typed)
    return [*tokens[: start - 1], *tokens[start:when], since, *tokens[when:]]


def _may_say_when(word: str) -> bool:
    """Whether a time may begin with a word."""
    return word[:1].isdecimal() or word in {*NUMBERS, *DAY_WORDS, *PARTS, *NAMED_CLOCKS, "this", "last", "a", "an"}


def _goes_on(tokens: list[Token], position: int, lexicon: Lexicon) -> bool:
    """`still going`, `ongoing`, `still twitching`, `not stopped`."""
    if behind(tokens, position, turns_of_phrase.STILL_GOES_ON) != position:
        return True
    name = name_at(lexicon, tokens, position + 1) if word_at(tokens, position) == "still" else None
    return name is not None and lexicon.slug_of("kind", name.text) is not None


def _in_pieces(token: Token) -> list[Token]:
    """`mid-morning`, `midafternoon`: a part of a day, and when in it; `Mon-Wed` as a span."""
    first, dash, last = token.text.rstrip(everyday.SIGNS).replace("–", "-").partition("-")
    if dash and first in WEEKDAY_WORDS and last in WEEKDAY_WORDS and not token.quoted:
        middle = token.start + len(first)
        ends = token._replace(text=first, end=middle), token._replace(text=last, start=middle + 1)
        return [ends[0], Token("-", middle, middle + 1), ends[1]]
    for which in everyday.OF_A_PART:
        text = token.text.rstrip(everyday.SIGNS)
        part = text.removeprefix(which).removeprefix("-")
        if part in PARTS and part != text and not token.quoted and text != "midnight":
            middle = token.start + len(text) - len(part)
            begin = token._replace(text=which, end=token.start + len(which))
            return [begin, token._replace(text=part, start=middle)]
    return [token]


def _with_halves(tokens: list[Token]) -> list[Token]:
    """`slept 11 pm to 6 am` with each clock in one piece."""
    joined: list[Token] = []
    for token in tokens:
        before = joined[-1] if joined else token
        hour = before.text.rpartition("-")[2] if before.text.count("-") == 1 else before.text  # 11pm-6 am
        is_hour = hour.replace(":", "").isdecimal() and not before.quoted and len(hour) <= len("11:30")
        half = HALVES.get(token.text.rstrip(everyday.SIGNS))
        if half and is_hour:
            joined[-1] = before._replace(text=f"{before.text}{half}", end=token.end)
        else:
            joined.append(token)
    return joined


def _word(line: str, tokens: list[Token], position: int, lexicon: Lexicon, *, is_often: bool) -> Token:
    token = tokens[position]
    text = token.text.rstrip(everyday.SIGNS)
    if token.text in AND and _is_with(tokens, position):
        return token._replace(text="and", typed=token.as_typed)
    if token.text == "w" and _is_with(tokens, position):
        return token._replace(text="with", typed=token.as_typed)
    if token.quoted or len(text) < 2:
        return token
    if text in ("am", "pm"):
        return _half_of_day(line, tokens, position, lexicon, is_often=is_often)
    if text in PARTS_IN_LATIN and not is_often:
        return token._replace(text=PARTS_IN_LATIN[text], typed=token.as_typed)
    if text.endswith("'s") and text not in lexicon.senses and lexicon.slug_of("site", text[:-2]):  # eyelid's been
        return token._replace(text=text[:-2], typed=token.as_typed)
    verb = text.rstrip("'’")
    if verb.endswith("in") and len(verb) >= SHORTEST_VERB and verb not in lexicon.senses:
        whole = f"{verb}g"
        is_head = any(sense.role in HEADS for sense in lexicon.senses.get(whole, ()))
        if (whole in lexicon.senses or whole in lexicon.reliefs) and not (is_head and position):
            return token._replace(text=whole, typed=token.as_typed)
    return token


def _is_with(tokens: list[Token], position: int) -> bool:
    """`soccer w kids`; behind a number it may be a unit."""
    before, following = word_at(tokens, position - 1), word_at(tokens, position + 1)
    return position > 0 and following.isalpha() and not before[:1].isdecimal() and not tokens[position].quoted


def _half_of_day(line: str, tokens: list[Token], position: int, lexicon: Lexicon, *, is_often: bool) -> Token:
    """`this am`, `yesterday am`, and `am` that ends a sentence: the morning. `pm` may be the afternoon or the evening;
    behind a clock they are left to it."""
    token, before, following = tokens[position], word_at(tokens, position - 1), word_at(tokens, position + 1)
    is_beside_day = before in BEFORE_HALVES or before in DAY_WORDS or _is_date(tokens, position)
    if _is_clock(before) and not _is_date(tokens, position):
        return token
    if is_often and not is_beside_day:
        return token
    if token.text.startswith("pm"):
        raise may_be_note("“pm”: afternoon or evening? Say it like `this afternoon` or `yesterday evening`")
    is_last = position + 1 == len(tokens) or line[token.start : tokens[position + 1].start].rstrip()[-1:] in (
        f"{everyday.SIGNS}:"
    )
    is_before_record = name_at(lexicon, tokens, position + 1) is not None
    is_half = before in BEFORE_HALVES or is_last or following[:1].isdecimal() or (is_beside_day and is_before_record)
    if not is_half or before in NO_HALF_BEHIND:
        return token
    return token._replace(text="morning", typed=token.as_typed)


def _is_clock(word: str) -> bool:
    digits = word.lstrip("~@≈^").replace(":", "").replace(".", "").replace("-", "")
    return digits.isdecimal() or word in NUMBERS or word in O_CLOCK


def _is_date(tokens: list[Token], position: int) -> bool:
    """Whether a date such as `Nov 20`, `2026-11-20` stands before a position; `3 Dec 10 am` is a clock."""
    before = word_at(tokens, position - 1)
    is_month = word_at(tokens, position - 2) in MONTH_WORDS
    return (is_month and day_number(word_at(tokens, position - 3)) is None) or (
        len(before) == len("2026-11-20") and before[4] == "-"
    )


def _until_now(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """`from 9am until now` as since 9am, `3 coffees until now` as 3 coffees."""
    texts = [word_at(tokens, index) for index in range(len(tokens))]
    ends = [
        index for index in range(1, len(texts)) if texts[index] == "now" and texts[index - 1] in ("until", "till", "to")
    ]
    begins = [index for index, text in enumerate(texts) if text in ("from", "since")]
    if len(ends) == 1 and not begins and any(lexicon.slug_of("drink", text) for text in texts):
        return [*tokens[: ends[0] - 1], *tokens[ends[0] + 1 :]]
    if len(ends) != 1 or len(begins) != 1 or begins[0] > ends[0]:
        return tokens
    begin, end = begins[0], ends[0]
    since = tokens[begin]._replace(text="since", typed=tokens[begin].as_typed)
    return [*tokens[:begin], since, *tokens[begin + 1 : end - 1], *tokens[end + 1 :]]
