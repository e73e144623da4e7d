"""What a request asks for: days, sites, sides, kinds and habits by name, read once for trends, triggers, history,
export and show, in the shell and in the app.

Days are a day as `log` reads it (`yesterday`, `Mon`, `3 days ago`, `2026-11-20`, `20 Nov`), a month (`2026-10`,
`Nov`), a year, or `FROM..TO` of these, either end open. What cannot be read is a `Refused` with its sentence.
"""

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from journal.catalog.kinds import EPISODE_KINDS, KINDS, SIDES
from journal.catalog.letters import plain
from journal.catalog.lexicon import Lexicon
from journal.errors import Refused
from journal.moments import FIRST_DAY, MONTHS, UserClock, day_words
from journal.phrases.context import Context
from journal.phrases.read.when.dates import LATEST_YEAR, WEEKDAY_WORDS, whole_day
from journal.phrases.read.words.lexer import clean, tokenize

RECORD_TABLES = {kind.filter_word: kind.table for kind in KINDS if kind.filter_word}
"""The word of the history's filter -> the table it means."""
LONGEST_DAYS = 366 * 130
MOST_DAY_WORDS = 6
"""`20 Nov 2025..20 Nov 2026` has five, `3 days ago..2 days ago` as well."""
_IN_DAYS = re.compile(r"(?:in |for )?(\d{1,3}) (day|week)s?", re.ASCII)
_YEAR_MONTH_DAY = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?", re.ASCII)


class DayRange(NamedTuple):
    """Days from the first to the last, both included; None is an open end."""

    first: date | None = None
    last: date | None = None


# ---- days ---------------------------------------------------------------------------------------------------


def day_or_none(text: str, clock: UserClock) -> date | None:
    """The one day that the words say; None where they say none."""
    return whole_day(clock, tokenize(text))


def read_days(text: str, clock: UserClock) -> DayRange:
    """The days that the words say, all of them."""
    days = _days(clean(text), clock)
    if days is None:
        begin, _, end = text.partition("..")
        raise _no_day(end if _days_of_one(begin, clock) else begin)
    return days


def read_closed_days(text: str, clock: UserClock) -> tuple[date, date]:
    """The first and the last day of words that say both."""
    days = read_days(text, clock)
    if not (days.first and days.last):
        raise _no_day("")
    return days.first, days.last


def read_one_day(text: str, clock: UserClock) -> date:
    """The one day that the words say."""
    first, last = read_closed_days(text, clock)
    if first != last:
        raise Refused(f"“{text.strip()}” is more than one day; say one")
    return first


class Examined(NamedTuple):
    """Whether a doctor has looked, and in which year, month or day, as ISO text."""

    examined: bool
    examined_on: str | None = None


def read_examined(text: str, clock: UserClock) -> Examined:
    """What `no`, `yes`, or the words of when it was say."""
    if text.strip().lower() in ("no", "n", "yes", "y"):
        return Examined(text.strip().lower().startswith("y"))
    days = read_days(text, clock)
    if days.first is None or days.last is None or days.first > clock.today:
        raise Refused(f"“{text.strip()}” has not come yet; say no, yes, or when a doctor looked")
    first, last = days.first.isoformat(), days.last.isoformat()
    for digits in (len("2026-11-21"), len("2026-11"), len("2026")):
        if first[:digits] == last[:digits]:
            return Examined(True, first[:digits])
    raise Refused(f"“{text.strip()}” is more than a year; say a day, a month or a year")


def read_ahead(text: str, clock: UserClock) -> date:
    """A day that may lie ahead: `tomorrow`, a weekday that comes next, or a date."""
    name = " ".join(text.lower().split())
    if name == "tomorrow":
        return clock.today + timedelta(days=1)
    if name in WEEKDAY_WORDS:
        return clock.today + timedelta(days=(WEEKDAY_WORDS[name] - clock.today.weekday() - 1) % 7 + 1)
    return read_one_day(text, clock)


def read_from_to(since: str | None, until: str | None, clock: UserClock) -> DayRange:
    """From the first day of what `since` says to the last of what `until` says; nothing said is an open end."""
    first = read_days(since, clock).first if since else None
    last = read_days(until, clock).last if until else None
    if since and until and first and last and last < first:
        raise _wrong_order(since, until)
    return DayRange(first, last)


def closed(days: DayRange, today: date, first_logged: date | None, length: int | None) -> tuple[date, date]:
    """The first and the last day, where an end is open: today, and `length` days before the end or all of them; what
    lies before the first logged day is no part of either, nor are days to come."""
    if days.first and days.first > today:
        raise Refused(f"{days.first.isoformat()} has not come yet; say a day that has begun")
    last = min(days.last or today, today)
    if days.first:
        first = days.first
    elif length:
        first = max(FIRST_DAY, last - timedelta(days=length - 1), min(last, first_logged or FIRST_DAY))
    else:
        first = min(last, first_logged or last)
    if last < first:
        raise Refused(f"the span ends on {last.isoformat()}, before it begins on {first.isoformat()}")
    return first, last


def ahead_words(days: DayRange, today: date) -> tuple[str, ...]:
    """What is said where these days go past today, which `closed` leaves out."""
    return ("It ends today: the days to come are not counted.",) if days.last and days.last > today else ()


def read_length(text: str) -> int | None:
    """A number of days; None is all of them."""
    if text == "all":
        return None
    if not text.isdecimal() or not 1 <= int(text) <= LONGEST_DAYS:
        raise Refused(f"“{text}” is no number of days; say 7, 30, 90, 365 or all")
    return int(text)


def _days(text: str, clock: UserClock) -> DayRange | None:
    """What the words say; None where they are no days."""
    begin, dots, end = text.partition("..")
    first = _days_of_one(begin, clock)
    if not dots:
        return first
    last = _days_of_one(end, clock)
    if first and last and first.first and last.last and last.last < first.first:
        raise _wrong_order(begin, end)
    if (begin.strip() and not first) or (end.strip() and not last) or not (first or last):
        return None
    return DayRange(first.first if first else None, last.last if last else None)


def _days_of_one(text: str, clock: UserClock) -> DayRange | None:
    """A day, a month or a year."""
    name = text.strip().title()
    if name in MONTHS:
        month = MONTHS.index(name) + 1
        return _calendar_days(clock.today.year - (month > clock.today.month), month, None)
    parts = _YEAR_MONTH_DAY.fullmatch(name)
    days = _calendar_days(*(int(part) if part else None for part in parts.groups())) if parts else None
    if days:
        return days
    day = day_or_none(text, clock)
    return DayRange(day, day) if day else None


def _calendar_days(year: int | None, month: int | None, day: int | None) -> DayRange | None:
    if not year or not FIRST_DAY.year <= year <= LATEST_YEAR:
        return None
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        return None
    end_month = month or 12
    return DayRange(first, first if day else date(year, end_month, monthrange(year, end_month)[1]))


def _no_day(text: str) -> Refused:
    if text.strip().lower().startswith("in ") and _IN_DAYS.fullmatch(" ".join(clean(text).lower().split())):
        return Refused(f"“{text.strip()}” has not come yet; say a day that has begun")
    return Refused(f"“{text.strip()}” is no day; say today, yesterday, Mon, 3 days ago, 2026-11-20 or 20 Nov")


def _wrong_order(first: str, last: str) -> Refused:
    return Refused(f"{last.strip()} is before {first.strip()}; the earlier day comes first")


def read_coming_day(text: str, clock: UserClock) -> date:
    """A day that is not over: `today`, `Fri`, `12 Dec`, `2026-12-12`, `in 3 weeks`; of several the next one. A
    field named after it takes `until Fri` as well."""
    spaced = " ".join(clean(text).lower().split()).removeprefix("until ")
    if length := _IN_DAYS.fullmatch(spaced):
        return clock.today + timedelta(days=int(length[1]) * (7 if length[2] == "week" else 1))
    day = whole_day(clock, tokenize(spaced), nearest=True)
    if day is None:
        raise Refused(f"“{text.strip()}” is no day; say tomorrow, Fri, in 2 weeks, 12 Dec or 2026-12-12")
    if day < clock.today and spaced in WEEKDAY_WORDS:
        return day + timedelta(days=7)
    if day < clock.today and not re.search(r"\d{4}", spaced) and not spaced.endswith(("ago", "yesterday")):
        return next(again for year in range(1, 9) if (again := _years_later(day, year)) and again >= clock.today)
    if day < clock.today:
        raise Refused(f"{day_words(day, clock.today)} is over; say today or a day that comes")
    return day


def _years_later(day: date, years: int) -> date | None:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return None


# ---- names --------------------------------------------------------------------------------------------------


def _plain(text: str) -> str:
    return " ".join(plain(clean(text)).lower().replace("_", " ").split())


def _slug(role: str, name: str, lexicon: Lexicon) -> str | None:
    """The site, side or kind of a name in small letters."""
    slug = name if role == "side" and name in SIDES else lexicon.slug_of(role, name)
    return slug if role != "kind" or slug in EPISODE_KINDS else None


def read_site(text: str, lexicon: Lexicon) -> str:
    """The slug of a site that is named."""
    slug = _slug("site", _plain(text), lexicon)
    if slug is None:
        raise Refused(f"“{text}” is no site; say calf, eyelid, thumb, or another that `log` knows")
    return slug


def read_side(text: str, lexicon: Lexicon) -> str:
    return _one_of("side", text, SIDES, lexicon)


def read_kind(text: str, lexicon: Lexicon) -> str:
    return _one_of("kind", text, EPISODE_KINDS, lexicon)


def _one_of(role: str, text: str, slugs: Iterable[str], lexicon: Lexicon) -> str:
    slug = _slug(role, _plain(text), lexicon)
    if slug is None:
        raise Refused(f"“{text}” is no {role}; say {', '.join(slugs)}")
    return slug


def read_habit(text: str, lexicon: Lexicon) -> str:
    """The slug of the habit that a name, a label or a word of `log` means."""
    name = _plain(text)
    habits = {slug: question for slug, question in lexicon.questions.items() if question.role == "habit"}
    for slug, question in habits.items():
        if name in (slug.replace("_", " "), question.label.lower().rstrip("?")):
            return slug
    slug_of_word = lexicon.question_names.get(name) or lexicon.slug_of("question", name)
    if slug_of_word in habits:
        return slug_of_word
    raise Refused(f"“{text}” is no habit; say one of {', '.join(question.label for question in habits.values())}")


def with_children(sites: Iterable[str | None], lexicon: Lexicon) -> tuple[str, ...]:
    """Sites and all those that lie in them; None is no site."""
    family = [site for site in sites if site]
    for parent in family:
        family += [child for child, above in lexicon.parents.items() if above == parent and child not in family]
    return tuple(family)


# ---- lines --------------------------------------------------------------------------------------------------


class EpisodeRequest(NamedTuple):
    """Which episodes a line such as `left calf 2026-10` asks for; None is any."""

    days: DayRange = DayRange()
    site: str | None = None
    side: str | None = None
    kind: str | None = None


class HistoryRequest(NamedTuple):
    """Which records a line such as `calf drinks 2026-10` asks for; no tables is all of them."""

    text: str = ""
    days: DayRange = DayRange()
    tables: tuple[str, ...] = ()


def read_episodes(line: str, context: Context) -> EpisodeRequest:
    """The days, the site, the side and the kind that a line names; longer names come first."""
    request = EpisodeRequest()
    unread = line.split()
    while unread:
        for end in range(len(unread), 0, -1):
            phrase = " ".join(unread[:end])
            days = _days(phrase, context.clock) if end <= MOST_DAY_WORDS else None
            named = {"days": days} if days else _named(_plain(phrase), context.lexicon)
            if named:
                request = request._replace(**named)
                unread = unread[end:]
                break
        else:
            raise Refused(f"“{unread[0]}” is no site, side, kind or day; say left calf, cramp, 2026-10, A..B")
    return request


def _named(name: str, lexicon: Lexicon) -> dict[str, str]:
    slugs = ((role, _slug(role, name, lexicon)) for role in ("side", "kind", "site"))
    return next(({role: slug} for role, slug in slugs if slug), {})


def read_history(line: str, clock: UserClock) -> HistoryRequest:
    """What a filter asks for; a word that is neither days nor a kind of record is text, and so is a bare `sun`."""
    request = HistoryRequest()
    unread, text = line.split(), list[str]()
    while unread:
        for end in range(min(len(unread), MOST_DAY_WORDS), 0, -1):
            days = _days_if_any(" ".join(unread[:end]), clock)
            if days:
                request = request._replace(days=days)
                unread = unread[end:]
                break
        else:
            word = unread.pop(0)
            if word.lower() in RECORD_TABLES:
                request = request._replace(tables=(*request.tables, RECORD_TABLES[word.lower()]))
            else:
                text.append(word)
    is_text_alone = len(text) == len(line.split())  # then it is looked for as it stands, with blanks of any kind
    return request._replace(text=line.strip() if is_text_alone else " ".join(text))


def _days_if_any(text: str, clock: UserClock) -> DayRange | None:
    if text.lower() in WEEKDAY_WORDS:
        return None
    try:
        return _days(clean(text), clock)
    except Refused:
        return None
