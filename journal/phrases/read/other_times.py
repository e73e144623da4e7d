"""Days and times in a sentence that may be those of something else, asked about.

`stress 8, reports due friday` is no stress of Friday; `tingling hand when I woke up` is no tingling of now.
"""

from journal.catalog import event_words, everyday, mealtimes, turns_of_phrase
from journal.phrases.context import Context
from journal.phrases.read.line_words import LineWords, Sentence
from journal.phrases.read.refuse import beside
from journal.phrases.read.when.dates import OTHER_DAYS
from journal.phrases.read.when.spans import TO_WORDS
from journal.phrases.read.when.times import PREPOSITIONS, TimeWords
from journal.phrases.read.words import remedies
from journal.phrases.read.words.asking import may_be_note
from journal.phrases.read.words.lexer import Token, joined, word_at
from journal.phrases.read.words.remedies import is_parted

WERE_THERE, MOST_BEFORE_A_VISIT = frozenset(("saw", "visited", "went", "seen")), 4
"""Among the first words of a line they say that a visit is over."""
NEXT_VISITS = ("next", "follow", "follow-up", "followup", "review", "appt", "appointment", "back", "again")
"""At the beginning of a clause they speak of another visit."""
LAST_OF_NIGHT = 5
"""Until this hour somebody who writes was just asleep."""
HAVE_HOURS = (
    everyday.WITH_A_DATE
    | everyday.LASTING_THINGS
    | frozenset(("work", "school", "office", "nursery", "uni", "vs", "kick off at"))
)
"""Behind these two clocks are theirs: `left calf 4 work 9:00-17:00`."""
LIGHTS = ("dawn", "sunrise", "daybreak", "sunset", "dusk", "nightfall")
"""Behind `at` they say when it was, with no clock."""
WITH_A_CLOCK = HAVE_HOURS.union(mealtimes.MEALTIMES, event_words.EVENT_NAMES["visit"], event_words.EVENT_NAMES["test"])
"""Words behind which a clock is theirs, in a clause of their own."""
WHICH_OF_SEVERAL = ("first", "last", "latest", "second", "third", "final", "other", "1st", "2nd", "3rd")
ONE_OF_SEVERAL = ("one", "cup", "drink", "glass", "episode", "bout")
"""Behind one of these words, before a clock."""
DATED = everyday.WITH_A_DATE.union(event_words.EVENT_NAMES["visit"], event_words.EVENT_NAMES["test"])
"""Words behind which a day is theirs, not that of the record."""


def in_its_time(sentence: Sentence, walk: LineWords, labels: list[str]) -> Sentence:
    """The sentence without the clock of now where it was at another time, its place in one piece; raises PhraseRefused
    where a day or a trouble may be meant of something else."""
    days = [
        (start, end)
        for start in range(len(walk.tokens))
        if not walk.tokens[start].quoted and (end := walk.when_end(start)) != start
    ]
    of_days = {position for start, end in days for position in range(start, end)}
    has_record = any(label == "kept" for position, label in enumerate(labels) if position not in of_days)
    for start, end in days:
        if has_record and labels[start] == "kept":
            _refuse_day_of_others(walk, labels, start, end)
            _refuse_span_of_others(walk, labels, of_days, start, end)
            _refuse_clock_of_others(walk, labels, of_days, start, end)
            _refuse_clock_of_one(walk, start, end)
    is_timed = bool(days) or (walk.is_sleep and not walk.is_nap) or walk.line_day is not None
    is_moment = word_at(sentence.tokens, 0) not in ("start", "stop", "again")
    if is_timed or not (is_moment and sentence.plain and _is_at_another_time(walk, labels)):
        return sentence
    if not (walk.is_nap or any({"site", "drink", "workout"} & roles for roles in walk.roles)):
        return sentence
    return sentence._replace(tokens=[*sentence.tokens, Token("today", len(walk.line), len(walk.line))])


def refuse_other_event(line: str, tokens: list[Token], verb: int, context: Context) -> None:
    """Refuse a visit, its verb at a position, whose day is that of a test behind a comma: `GP was happy, blood tests on
    Thursday`."""
    names = [position for position in range(verb + 2, len(tokens)) if is_parted(line, tokens, position)]
    is_over = not WERE_THERE.isdisjoint(line.lower().split()[:MOST_BEFORE_A_VISIT])
    for begin in names if tokens[verb].text == "visit" else []:
        phrases = [" ".join(word_at(tokens, begin + step) for step in range(count)) for count in (1, 2)]
        end = next((index for index in names if index > begin), len(tokens))
        days = [
            index for index in range(begin, end) if TimeWords(context.clock, nearest=True).read(tokens, index) > index
        ]
        if days and is_over and phrases[0] in NEXT_VISITS:
            phrase = line[tokens[begin].start : tokens[end - 1].end].strip(" ,.")
            raise may_be_note(
                f"“{phrase}”: that is another visit; each is a line of its own with its day, as in `saw GP today` and"
                " `visit GP 12 Dec`"
            )
        if days and not {*phrases}.isdisjoint(event_words.EVENT_NAMES["test"]):
            phrase = line[tokens[begin].start : tokens[end - 1].end].strip(" ,.")
            raise may_be_note(
                f"“{phrase}”: the day of the visit, or of the test? The visit is a line of its own with its day, and"
                f" the test is said as `test {phrase}`"
            )


def _clause(walk: LineWords, position: int) -> range:
    """The positions between the two commas or full stops around a position."""
    begin, end = position, position + 1
    while begin and not is_parted(walk.line, walk.tokens, begin):
        begin -= 1
    while end < len(walk.tokens) and not is_parted(walk.line, walk.tokens, end):
        end += 1
    return range(begin, end)


def _refuse_day_of_others(walk: LineWords, labels: list[str], start: int, end: int) -> None:
    """Refuse a day in a clause of its own with words that are none of the record, or right behind what has a date:
    `eyelid 3, neurologist on friday`, `stress 8 meeting friday`."""
    texts = [walk.text_at(index) for index in range(start, end)]
    if OTHER_DAYS.isdisjoint(texts):
        return
    clause = _clause(walk, start)
    if any(walk.text_at(index) == "since" and labels[index] == "kept" for index in range(clause.start, start)):
        return  # since the meeting yesterday
    before = start - 1
    while before in clause and walk.text_at(before) in everyday.FILLERS | everyday.THIS_ONE:
        before -= 1
    is_dated = before in clause and before >= 0 and labels[before] == "plain"
    is_dated = is_dated and (walk.text_at(before) in DATED or "tomorrow" in texts)
    others = [
        index
        for index in clause
        if walk.text_at(index) == "also"
        or (
            labels[index] == "plain"
            and walk.text_at(index).isalpha()
            and walk.text_at(index) not in everyday.BEGAN | everyday.THIS_ONE
        )
    ]
    reason = next((index for index in range(start - 1, clause.start - 1, -1) if labels[index] == "context"), None)
    if walk.is_sleep and not walk.is_nap and reason is not None and "kept" not in labels[reason:start]:
        raise may_be_note(
            f"“{joined(walk.tokens, reason, end)}”: was that the day before the night? A night belongs to the day on"
            " which it ended, which is said first, as in `Sat: slept 6`"
        )
    has_record = any(labels[index] == "kept" for index in clause if not start <= index < end)
    is_behind = clause.start > 0 and "kept" in labels[: clause.start]
    if is_dated or (is_behind and others and not has_record):
        first = before if is_dated else clause.start
        stop = walk.tokens[end - 1].end
        phrase, day = (walk.line[walk.tokens[index].start : stop] for index in (first, start))
        if "tomorrow" in texts:
            raise may_be_note(f"“{phrase}”: that lies ahead; leave “{day}” out if the rest was today")
        first_word = joined(walk.tokens, start + (texts[0] in PREPOSITIONS), end)
        raise may_be_note(
            f"“{phrase}”: was the rest on that day too? If so, say the day first, as in `{first_word}: ...`; if not,"
            f" leave “{day}” out"
        )


def _refuse_span_of_others(walk: LineWords, labels: list[str], of_days: set[int], start: int, end: int) -> None:
    """Refuse two clocks behind a circumstance, or in a clause that is none of the record: `left calf 3 after work 9am
    to 5pm`, `work 9am to 5pm, left calf 3`."""
    texts = [walk.text_at(index) for index in range(start, end)]
    is_span = any(text in TO_WORDS or text == "and" or "-" in text for text in texts)
    if not is_span or not any(map(walk.is_clock, range(start, end))):
        return
    clause = _clause(walk, start)
    others = [index for index in clause if labels[index] == "plain" and walk.text_at(index).isalpha()]
    has_record = any(labels[index] == "kept" for index in clause if index not in of_days)
    before = start
    while before - 1 in clause and labels[before - 1] != "kept":
        before -= 1
    contexts = {walk.text_at(index) for index in range(before, start) if labels[index] == "context"}
    is_behind = walk.has_site and bool(contexts - {"with"})
    thing = start - 1
    while thing in clause and (labels[thing] == "filler" or walk.text_at(thing) in everyday.FILLERS):
        thing -= 1
    is_of_thing = thing in clause and labels[thing] == "plain" and walk.text_at(thing) in HAVE_HOURS
    if is_behind or is_of_thing or (others and not has_record):
        raise beside.of_another(joined(walk.tokens, start, end))


def _refuse_clock_of_others(walk: LineWords, labels: list[str], of_days: set[int], start: int, end: int) -> None:
    """Refuse a clock or `ago` behind what has its own, in a clause that is none of the record: `eyelid 3, lunch 2 hours
    ago`, `meeting at 9am, calf 4`."""
    clause = _clause(walk, start)
    is_moment = walk.text_at(end - 1) == "ago" or any(map(walk.is_clock, range(start, end)))
    thing = start - 1
    while thing in clause and walk.text_at(thing) in everyday.FILLERS:
        thing -= 1
    is_thing = thing in clause and labels[thing] == "plain" and walk.text_at(thing) in WITH_A_CLOCK
    others = [index for index in clause if index not in of_days and labels[index] in ("kept", "context")]
    if is_moment and is_thing and not others:
        phrase, time = joined(walk.tokens, thing, end), joined(walk.tokens, start, end)
        way = f"If so, say “{time}” beside the rest; if not, leave it out"
        raise may_be_note(f"“{phrase}”: was the rest then too? {way}")


def _refuse_clock_of_one(walk: LineWords, start: int, end: int) -> None:
    """Refuse the clock of one of several: `2 coffees, last one at 3am`."""
    noun = start - 1
    while walk.text_at(noun) in everyday.FILLERS:
        noun -= 1
    which = noun - (walk.text_at(noun) in ONE_OF_SEVERAL)
    is_apart = which < noun or is_parted(walk.line, walk.tokens, which)
    is_moment = walk.text_at(end - 1) == "ago" or any(map(walk.is_clock, range(start, end)))
    if is_moment and is_apart and walk.text_at(which) in WHICH_OF_SEVERAL:
        phrase, time = joined(walk.tokens, which, end), joined(walk.tokens, start, end)
        raise may_be_note(
            f"“{phrase}”: were the others then too? If so, say “{time}” beside the rest; if not, each is a line of its"
            " own"
        )


def _is_at_another_time(walk: LineWords, labels: list[str]) -> bool:
    """`before breakfast`, `after lunch`, `pilates lunchtime`, `on waking`, `when I woke up`, `woke up with`, `as I was
    falling asleep`, `woke me up`; what woke somebody at night is written down at once."""
    is_night = walk.context.clock.local(walk.context.clock.now).hour < LAST_OF_NIGHT
    for position in range(len(walk.tokens)):
        text, behind = walk.text_at(position), walk.past_fillers(position + 1)
        following = walk.text_at(behind)
        if text in (*everyday.BEFORE_WAKING, "after") and following in everyday.WAKING:
            return True
        if text == "at" and following in LIGHTS:
            return True
        if text == "before" and labels[position] == "context" and following in mealtimes.DAILY_ROUND:
            return True
        if text in mealtimes.AROUND_A_MEAL and following in mealtimes.MEALTIMES:
            return True
        if text == "after" and following in mealtimes.MEALTIMES:
            first, last = mealtimes.HOURS_AFTER.get(following, mealtimes.HOURS_AFTER_OTHERS)
            return not first <= walk.context.clock.now.hour < last
        if text in (*mealtimes.MEALTIMES, "bedtime") and text.endswith("time"):
            return True
        is_with = "with" in (walk.text_at(position + 1), walk.text_at(position + 2))
        if text in ("woke", "awoke") and is_with and labels[position] == "plain" and not is_night:
            return True
        is_numb = position > 1 and "site" in walk.roles[position - 2] and text == "asleep"  # my arm fell asleep
        is_asleep = remedies.behind(walk.tokens, position, turns_of_phrase.ASLEEP) != position
        if is_asleep and not is_numb and not is_night:
            return True
    return False
