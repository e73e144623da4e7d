"""Every name that the grammar knows, the built-in ones and the user's own, with what each may mean."""

from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from journal.catalog import drinks, entries, everyday, kinds, questions, reliefs, sites, workouts
from journal.catalog.entries import DrinkEntry, Entry
from journal.catalog.letters import plain
from journal.catalog.questions import Question
from journal.catalog.slot_types import Flag

HEADS = ("drink", "question", "workout", "verb")
"""The roles of which a line has at most one."""
LONGEST_NAME = 5
"""The most words in a name of the grammar."""


class Sense(NamedTuple):
    """One meaning of a name: its role (site, side, drink ...) and the slug it stands for."""

    role: str
    slug: str


class Term(NamedTuple):
    """A site, drink, relief or workout of the user's own, as the table `term` holds it; `name` is how it is shown where
    that is not the slug with spaces."""

    kind: str
    slug: str
    parent: str | None = None
    volume_ml: float | None = None
    caffeine_mg: float | None = None
    alcohol_g: float | None = None
    name: str | None = None

    @property
    def label(self) -> str:
        return self.name or self.slug.replace("_", " ")


class Lexicon:
    """The vocabulary of one diary.

    `senses`: name -> what it may mean. `reliefs`: name -> the relief, which stands only after +, - and `tried`.
    `question_names`: name -> the question of which `no` and `forget` speak. `spoken_names` and `labels`: role and
    slug -> how a phrase says it, and how it is shown. `parents`: site -> the one in which it lies. `regions`: built-in
    site -> its region of the body.
    """

    def __init__(self, terms: Iterable[Term] = (), own_questions: Iterable[Question] = ()) -> None:
        self.senses: dict[str, list[Sense]] = {}
        self.reliefs: dict[str, str] = {}
        self.question_names: dict[str, str] = {}
        self.spoken_names: dict[tuple[str, str], str] = {}
        self.labels: dict[tuple[str, str], str] = {}
        self.parents: dict[str, str] = {}
        self.regions: dict[str, str] = {}
        self.drinks: dict[str, DrinkEntry | Term] = {drink.slug: drink for drink in drinks.DRINKS}
        added = {question.slug: question for question in own_questions}
        self.questions = {question.slug: question for question in questions.QUESTIONS} | added
        self.longest = LONGEST_NAME
        self.volume_unit = "ml"
        self._own_names: frozenset[str] = frozenset()
        for verb in kinds.VERBS:
            self._learn("verb", verb, "")
        for question in added.values():
            self._learn_question(question)
        for term in terms:
            self._learn_entry(term.kind, Entry(term.slug, parent=term.parent, display=term.label))
            if term.kind == "drink":
                self.drinks[term.slug] = term
        own_sites = [slug for role, slug in self.labels if role == "site"]
        self._own_names = frozenset((*self.senses, *self.question_names, *self.reliefs)).difference(kinds.VERBS)
        self._learn_grammar()
        for role, catalogue in (("site", sites.SITES), ("workout", workouts.WORKOUTS), ("relief", reliefs.RELIEFS)):
            for entry in catalogue:
                self._learn_entry(role, entry)
        for drink in drinks.DRINKS:
            self._learn("drink", drink.slug, drink.names, plural=True)
        for slug, question in self.questions.items():
            if slug not in added:
                self._learn_question(question)
        for slug in own_sites:  # last: `web of thumb` is not the one of `web of the thumb`
            self._learn_without_article(slug)

    def _learn_grammar(self) -> None:
        for role, table in (
            ("side", kinds.SIDES),
            ("kind", kinds.EPISODE_KINDS),
            ("pattern", kinds.PATTERNS),
            ("circumstance", kinds.CIRCUMSTANCES),
            ("region", workouts.REGIONS),
        ):
            for slug, names in table.items():
                self._learn(role, slug, names, bare=False)
        for slot in kinds.EPISODE.slots:
            if isinstance(slot.takes, Flag):
                self._learn("flag", slot.field, slot.takes.names, bare=False)

    def _learn_entry(self, role: str, entry: Entry) -> None:
        self._learn(role, entry.slug, entry.names, plural=True)
        self.labels.setdefault((role, entry.slug), entry.label)
        if role == "site" and self.slug_of(role, entry.label.lower()) == entry.slug:
            self.spoken_names[role, entry.slug] = entry.label.lower()
        if entry.parent:
            self.parents[entry.slug] = entry.parent
        if entry.region:
            self.regions[entry.slug] = entry.region

    def _learn_without_article(self, site: str) -> None:
        """`base of left thumb` of a site that is called `base of the thumb`."""
        name = self.name_of("site", site)
        part, article, whole = _of_whole(name)
        shorter = f"{part} of {whole}"
        if article and shorter not in self.senses:
            self._learn("site", site, shorter, plural=True, bare=False)

    def _learn_question(self, question: Question) -> None:
        self._learn("question", question.slug, question.names)
        if question.names:
            self.spoken_names["question", question.slug] = question.names.partition(",")[0]
        for name in (question.slug.replace("_", " "), *_split(question.names), *_split(question.no_names)):
            self.question_names.setdefault(plain(name), question.slug)

    def _learn(self, role: str, slug: str, names: str, *, plural: bool = False, bare: bool = True) -> None:
        spoken = slug.replace("_", " ") if bare else names.partition(",")[0]
        self.spoken_names.setdefault((role, slug), spoken)
        spellings = [plain(spoken).lower(), *_split(names)] if bare else _split(names)
        if plural:
            spellings += [plural for name in spellings for plural in entries.plurals(name)]
        sense = Sense(role, slug)
        for name in spellings:
            if name in self._own_names:  # a word that this diary had first
                continue
            if name.count(" ") >= self.longest:
                self.longest = name.count(" ") + 1
            if role == "relief":
                self.reliefs.setdefault(name, slug)
            elif name not in self.senses:
                self.senses[name] = [sense]
            elif all(other.role != role for other in self.senses[name]):
                self.senses[name].append(sense)

    @cached_property
    def first_words(self) -> set[str]:
        """The words with which names begin."""
        return {name.partition(" ")[0] for name in self.senses}

    @cached_property
    def names_by_role(self) -> dict[str, list[str]]:
        """Role -> the names that may have it."""
        names: dict[str, list[str]] = {}
        for name, senses in self.senses.items():
            for sense in senses:
                names.setdefault(sense.role, []).append(name)
        return names

    @cached_property
    def beginnings(self) -> dict[str, list[str]]:
        """First word -> the names of several words that begin with it, the longest first."""
        several = sorted((name for name in self.senses if " " in name), key=lambda name: -name.count(" "))
        names: dict[str, list[str]] = {}
        for name in several:
            names.setdefault(name.partition(" ")[0], []).append(name)
        return names

    def label(self, role: str, slug: str) -> str:
        """How a thing is said back; a slug nobody knows (of an import, or a term taken away) with spaces."""
        return self.labels.get((role, slug), slug.replace("_", " "))

    def name_of(self, role: str, slug: str) -> str:
        """The name by which a phrase says a slug."""
        return self.spoken_names.get((role, slug), slug.replace("_", " "))

    def plural_of(self, site: str) -> str:
        """A site on both sides, as a phrase says it: `calves`, `big toes`."""
        name = self.name_of("site", site)
        plural = next(iter(entries.plurals(name)), name)
        return plural if self.slug_of("site", plural) == site else name

    def site_words(self, site: str, side: str | None = None) -> str:
        """A site for the eye: `left big toe`, `back of left knee`, `base of the left thumb`, `both calves`, `back of
        both knees`; of a name whose last words are no place, or one of which there is one, the side stands first:
        `left corner of mouth`."""
        name = self.label("site", site)
        if side is None:
            return name
        if side == "both" and site in sites.ONE_ONLY:
            return f"both sides of {name}"
        part, article, whole = _of_whole(name)
        slug = self.slug_of("site", plain(whole).lower())
        if part and slug in sites.ONE_ONLY:
            part = _plural(part) if side == "both" else part
            return f"{side} {part} of {article}{whole}"
        if not part or (" " in whole and not slug):
            return f"{side} {_plural(name) if side == 'both' else name}"
        return f"{part} of both {_plural(whole)}" if side == "both" else f"{part} of {article}{side} {whole}"

    def region_of(self, site: str) -> str | None:
        """The region of the body in which a site lies, one of the user's own by its parent; None where that is not
        known."""
        lineage = [site]
        while (parent := self.parents.get(lineage[-1])) and parent not in lineage:
            lineage.append(parent)
        return next((self.regions[slug] for slug in lineage if slug in self.regions), None)

    def slug_of(self, role: str, name: str) -> str | None:
        """What a name stands for in one role."""
        return next((sense.slug for sense in self.senses.get(name, ()) if sense.role == role), None)


def _of_whole(name: str) -> tuple[str, str, str]:
    """The part, the article and the whole of `base of the thumb`; the part is empty where a name has no `of`."""
    part, _, whole = name.rpartition(" of ")
    article, _, noun = whole.partition(" ")
    return (part, f"{article} ", noun) if noun and article in everyday.ARTICLES else (part, "", whole)


def _plural(name: str) -> str:
    return next(iter(entries.plurals(name)), name)


def _split(names: str) -> list[str]:
    return names.split(", ") if names else []
