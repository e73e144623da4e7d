"""Turns of phrase: words that say together something else than each alone."""

from journal.catalog import alarm
from journal.catalog.idioms import by_first

_KEEPS_ON = (
    *("not hasn't hasnt haven't havent doesn't doesnt didn't didnt".split()),
    *("don't dont won't wont wouldn't wouldnt isn't isnt".split()),
)
OF_WEEKDAYS = frozenset("roast blues feeling vibes scaries funday papers league".split())
"""Behind a weekday they make a thing of it, which may be one of any day."""
OF_FEASTS = tuple("party dinner lunch do shopping sale sales deals rush cards lights market madness crowds".split())
"""Behind a feast they make a thing of it, and no day."""
BRANDS: dict[tuple[str, ...], tuple[str, ...]] = {
    **{(number, "hour", "energy"): ("energy", "shot") for number in ("5", "five")},
    **{(f"{number}-hour", "energy"): ("energy", "shot") for number in ("5", "five")},
    **{(number, "htp"): ("5-htp",) for number in ("5", "five")},
}
"""Names that begin with a number, and the words for the same."""
JUMPS = {
    **{"jump": "twitch", "jumps": "twitches", "jumping": "twitching", "jumped": "twitched", "jumpin": "twitching"},
    "jumpy": "twitchy",
}
"""A jump is a jerk where something moves; of a muscle the same words say a twitch."""
JUMP_UNMOVED = frozenset(
    "forehead temple brow eyelid eyelid_upper eyelid_lower eye_corner face cheek nose lip_mouth mouth_corner chin"
    " tongue throat chest breast side_ribs flank abdomen back back_upper back_lower shoulder_blade lat buttock groin"
    " trapezius biceps triceps forearm hand_back thumb_web thigh thigh_front thigh_back thigh_inner thigh_outer calf"
    " shin foot_arch foot_top foot_ball".split()
)
"""Muscles and small places, which jump without that anything moves."""
_MOST = ("most", "much", "half", "rest", "all", "part", "all through", "throughout", "through", "during")
_WHOLES = ("day", "shift", "workday")
_WHOLE_DAY = (
    *(("all", day, *long) for day in _WHOLES for long in ((), ("long",))),
    *(
        (*article, whole, day)
        for article in ((), ("the",), ("my",), ("this",))
        for whole in ("whole", "entire")
        for day in _WHOLES
    ),
    *(
        (*part.split(), *of, the, day)
        for part in _MOST
        for of in ((), ("of",))
        for the in ("the", "my")
        for day in _WHOLES
    ),
)
WHOLE_DAY = by_first(_WHOLE_DAY)
"""First word -> the turns of phrase that say the day, and no clock of it."""
AGAINST = ("v", "vs", "versus", "on")
"""Between two numbers of those who play: `2 on 2`."""
TEAM_SIZES_GLUED = frozenset(
    size
    for number in (*map(str, range(1, 16)), "five", "six", "seven", "eight", "nine", "ten", "eleven")
    for size in (
        *(f"{number}{a_side}" for a_side in ("-a-side", "-aside", "aside")),
        *(f"{number}{mark}{number}" for mark in ("v", "vs", "on", "-on-", "-v-")),
    )
)
"""How many play, in one word: `5-a-side`, `3v3`."""
TEAM_SIZES = TEAM_SIZES_GLUED | {"side", "aside", *AGAINST}
"""Of a line without these nobody says how many played."""
TEAM_SIZE, GAME = "a-side", "football"
"""The word for how many play, and the game that is meant where none is named."""
BURSTS = frozenset("bursts groups sets runs clusters volleys series lots rounds bouts batches salvos trains".split())
"""Of these a number says how many are in each."""
NUMBERED_PARTS = frozenset(
    "km k mile kilometre kilometer lap set rep round hole ward bay seat episode season period".split()
)
"""Before a number they say which of several it is, whatever stands before them."""
OF_TRAINING = NUMBERED_PARTS | frozenset(
    "zone level gear grade incline resistance speed week day part session number lane court heat race".split()
)
"""Before a number of a workout they say which it was, and not how hard."""
OF_A_PACE = ("pace", "splits", "split", "per", "min/km", "/km", "/mile")
"""Behind minutes and seconds they say how fast."""
STARTS = ("started", "starting", "began", "begun", "beginning")
STILL_GOES_ON = (
    *(("still", word) for word in ("going", "goes", "ongoing", "on", "there", "happening", "continuing", "active")),
    ("still", "at", "it"),
    *((word,) for word in ("ongoing", "continues", "continuing", "persists", "persisting")),
    *((verb, "on") for verb in ("goes", "carries")),
    *((has, *on) for has in ("has", "have", "it's") for on in (("continued",), ("persisted",), ("carried", "on"))),
    *((denial, "stopped") for denial in _KEEPS_ON),
    *((denial, *verb) for denial in _KEEPS_ON for verb in (("stop",), ("let", "up"), ("gone", "away"))),
)
"""Beside when a thing started they say that it lasts until now."""
WHILE_FALLING = ("before", "as", "when", "while", "whilst")
_DROPS_OFF = tuple((verb, "off") for verb in "drifting drifted dozing dozed nodding nodded dropping dropped".split())
FALLS_ASLEEP = (*((verb, "asleep") for verb in ("fell", "fall", "fallen")), *_DROPS_OFF)
"""Behind one of these words it was while falling asleep."""
NO_WORKOUTS = (
    *((vehicle, "ride") for vehicle in ("car", "bus", "train", "taxi", "boat")),
    *((verb, what) for verb in ("run", "ran", "running") for what in ("errands", "late")),
    *(("row", "with", whose) for whose in ("my", "the", "him", "her")),
    ("in", "the", "car"),
    ("on", "tv"),
    ("on", "the", "tv"),
    ("watched",),
)
"""Words of what is no workout, although the name of one stands there."""
IN_A_ROW = (
    ("in", "a", "row"),
    ("on", "the", "trot"),
    ("on", "the", "bounce"),
    *(("one", "after", *other) for other in (("the", "other"), ("another",))),
    *(("in", *how, "succession") for how in ((), ("quick",), ("rapid",))),
    ("at", "a", "time"),
    *((word,) for word in ("consecutive", "consecutively", "altogether")),
)
"""Behind a number of a twitch they say that it is how many."""
PERHAPS_IN_A_ROW = (("straight",), ("back", "to", "back"), ("in", "one", "go"), ("in", "total"), ("in", "all"))
"""They may say the same."""
THEN_OVER = (*(("then", *it, "stopped") for it in ((), ("it",), ("they",))), ("before", "it", "stopped"))
"""Beside how long it lasted they only say that it is over."""
_PHRASES = (
    *(phrase for phrase in IN_A_ROW if len(phrase) > 1),
    ("back", "to", "back"),
    *(phrase for phrase in STILL_GOES_ON if len(phrase) > 1),
    ("at", "once"),
    ("for", "once"),
    ("all", "at", "once"),
    *((how, "asleep") for how in ("half", "nearly")),
    ("empty", "stomach"),
    ("all", "in"),
    ("all", "told"),
    ("walked", "it", "out"),
    *(("nothing", how) for how in "major serious bad dramatic terrible special crazy new unusual".split()),
    *(("no", what) for what in ("idea", "clue", "reason", "warning", "trigger")),
    ("not", "sure"),
    ("for", "a", "while"),
    *(
        (would, *verb)
        for would in ("would", "i'd")
        for verb in (("call", "it"), ("say",), ("rate", "it"), ("put", "it"))
    ),
    *(("knew", "nothing", *of, "it") for of in (("of",), ("about",))),
    *(("not", how, "bad") for how in ("too", "so", "that", "very")),
    *(("not", how, much) for how in ("as", "so") for much in "bad badly strong strongly often much".split()),
    *((near, how) for near in ("nearly", "almost") for how in ("constant", "constantly", "continuous", "nonstop")),
    ("a", "while"),
    *((word, "before") for word in ("as", "than", "like", "ever")),
    ("walked", "it", "off"),
    *((word, "nights") for word in ("after", "off", "on", "between")),
    *(
        (denial, *verb)
        for denial in ("couldn't", "couldnt", "can't", "cant", "cannot")
        for verb in (
            *(("switch", "off"), ("wind", "down"), ("concentrate",), ("focus",), ("get", "comfortable")),
            *((verb, "which") for verb in ("recall", "remember", "tell", "say")),
        )
    ),
    *(
        (*knew, what)
        for knew in (("don't", "know"), ("dont", "know"), ("do", "not", "know"), ("didn't", "know"), ("not", "know"))
        for what in ("why", "which", "how")
    ),
    *(
        (what, *be, "tight")
        for what in ("money", "budget", "time", "things")
        for be in ((), ("is",), ("was",), ("are",))
    ),
    *(("once", word) for word in "more again i we it my the he she they you".split()),
    *(("trying", "to", *verb) for verb in (("sleep",), ("fall", "asleep"), ("get", "to", "sleep"))),
    *((verb, "it", way) for verb in ("shook", "shake", "shaking") for way in ("off", "out")),
    *((hardly, what) for hardly in ("barely", "hardly") for what in ("there", "noticeable")),
    ("will", "not", "stop"),
    ("can't", "stop"),
    *((denial, verb) for denial in _KEEPS_ON for verb in ("stopping", "quit")),
    *((denial, verb, "away") for denial in _KEEPS_ON for verb in ("go", "going")),
    *((*where, "till") for where in (("at", "the"), ("on", "the"), ("behind", "the"), ("the",))),
    *(
        (*feast, what)
        for feast in (("black", "friday"), ("cyber", "monday"), ("christmas",), ("xmas",), ("easter",))
        for what in OF_FEASTS
    ),
    *((word, "going") for word in ("been", "keeps", "kept", "goes", "constantly")),
    *(
        phrase
        for seat in ("ass", "arse")
        for phrase in (
            ("pain", "in", "the", seat),
            *((verb, "my", seat) for verb in ("kicked", "kicking", "busted", "froze")),
            *((verb, "on", "my", seat) for verb in ("sat", "sitting", "fell")),
        )
    ),
    *(("going", word) for word in "crazy nuts mad wild off strong haywire berserk bananas".split()),
)
PHRASES = by_first(_PHRASES)
"""First word -> what holds a word of a denial, a plan, a number, a day, a place or another name of the grammar, and
says none: all of it is plain."""

GOING = tuple(
    ("going", word)
    for word in "all like on off since again nonstop non-stop constantly pretty quite really so now whole at".split()
)
"""Of what twitches the first word is no plan."""
RHYTHMS = tuple(
    ("every", *how, unit)
    for how, units in (
        ((), ("second", "minute")),
        (("other",), ("second", "minute")),
        (("few",), ("seconds", "minutes", "secs", "mins")),
        (("couple", "of"), ("seconds", "minutes", "secs", "mins")),
    )
    for unit in units
)
"""How often something twitches as long as it lasts."""
DEGREES = (
    *(
        ("a", *small, size)
        for size in ("bit", "little", "lot", "tad")
        for small in ((), ("little",), ("tiny",), ("wee",))
    ),
    *((how, "a", size) for how in ("quite", "just") for size in ("bit", "little", "lot")),
    *((kind, "of") for kind in ("kind", "sort")),
    *((word,) for word in "slightly somewhat only kinda sorta really definitely partly partially loads much".split()),
    ("so", "much"),
    ("at", "all"),
)
"""Beside what says that something helped they say how much."""
WENT_NUMB = (("fell", "asleep"), ("fallen", "asleep"), ("went", "dead"))
"""Right behind a place they say that it was numb."""

OF_A_SLEEPER = (
    *((verb, "to", "sleep") for verb in "going went getting got back get go".split()),
    *(("in", whose, "sleep") for whose in ("my", "the", "his", "her")),
    *((when, "sleep") for when in ("before", "during", "in", "after")),
    *((when, "i", "slept") for when in ("while", "when", "as")),
    *((when, article, "nap") for when in ("during", "in") for article in ("a", "my", "the")),
)
"""Of a sleep they say no more than that somebody slept or wished to."""
SLEEPLESS = (
    *(
        (denial, verb)
        for denial in "couldn't couldnt can't cant cannot didn't didnt".split()
        for verb in ("sleep", "settle", "relax")
    ),
    *((could, "not", "sleep") for could in ("could", "can", "did")),
    *((could, "not", "get", "to", "sleep") for could in ("could", "can", "did")),
    *((denial, "get", "to", "sleep") for denial in ("couldn't", "couldnt", "can't", "cant", "cannot")),
)
"""Beside a twitch they deny no twitch."""
KINDS_OF_SLEEP = tuple((quality, "sleep") for quality in ("light", "deep", "broken", "restless", "poor"))
"""Beside a place, or another word for a night, they are plain."""
BESIDE_A_PLACE = (*RHYTHMS, *OF_A_SLEEPER, *SLEEPLESS, *KINDS_OF_SLEEP)
"""Beside a place they are plain words."""
ASLEEP = (
    *OF_A_SLEEPER,
    *((when, "sleeping") for when in ("while", "when", "during")),
    ("me", "awake"),
    ("asleep",),
    ("falling", "asleep"),
    *_DROPS_OFF,
    *((verb, who) for verb in ("woke", "awoke", "wakes", "waking", "woken") for who in ("me", "us")),
    *((verb, "up", who) for verb in ("woke", "wakes", "waking") for who in ("me", "us")),
    ("woken", "by"),
    *(("in", whose, what) for whose in ("my", "the", "a") for what in ("dream", "dreams")),
    ("middle", "of", "the", "night"),
)
"""Whoever writes it was not so just now."""

NO_WEEKDAYS = {
    "sun": (
        frozenset("the in full hot strong much bright little of".split()),
        frozenset(
            "cream lotion hat bed lounger block tan screen shade burn burned burnt exposure bathing lamp rays"
            " damage poisoning salutation salutations woke wakes waking shone shines shining set rose rising came"
            " through".split()
        )
        | {alarm.ILL_BY_THE_SUN},
    ),
    "sat": (
        frozenset("i while when just she he we".split()),
        frozenset("at on in down for too still here there all beside next under watching reading working".split()),
    ),
    "wed": (frozenset("got getting newly was".split()), frozenset("her him".split())),
    "mon": (frozenset(("c'est",)), frozenset("ami amie amis cher chéri cheri dieu amour".split())),
}
"""A weekday -> the words before and those behind it, between which it is none: `in the sun`, `sat at my desk`."""
ALWAYS_BEFORE_DAYS = frozenset("on last since this next every from until till to".split())
"""Right before one of them it is a weekday all the same."""
OF_THE_SUN = frozenset("shining out up setting rising bright hot strong too so blazing burning".split())
"""Behind `sun was` and `sun is` they speak of the sun."""
BEHIND_MAY = frozenset(
    "be have not need help make cause get go come take become well mean do seem want never also just end start stop"
    " try see feel ask call even still keep lead explain worsen improve work turn only".split()
)
"""Behind a number and `may` they make no month of it."""
OF_A_LENGTH = frozenset(
    "lasted lasting another whole total full solid over under only maybe perhaps probably roughly approx say still"
    " straight max least most once each took take taking until now off gone away on again bout episode spell run burst"
    " attack spasm duration length time all continued repeated stayed persisted happened occurred".split()
)
"""Before a length they leave it one of the twitch."""
OF_A_STRENGTH = frozenset(
    "score severity rating level scale solid weird say horrible awful visible moderate medium painless only still more"
    " less worse better out maybe perhaps probably steady gentle then and number strength pain".split()
)
"""Before a number they leave it how strong the twitch was."""
TOOK_BESIDE = frozenset(
    "photo photos pic pics picture pictures video videos screenshot recording break breaks rest seat".split()
)
"""With these behind `took` it is no record of its own beside a twitch."""
POUNDS = ("pounding", "splitting", "banging", "exploding", "killing")
"""Of a head they say that it aches."""
THROBS = frozenset("throb throbs throbbing throbbed thump thumps thumping thumped".split())
"""Kinds of twitch that of a head are rather an ache."""
