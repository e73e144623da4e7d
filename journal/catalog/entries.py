"""How a thing with a name is described: its slug, its other names, and what is known of it."""

from typing import NamedTuple


class Entry(NamedTuple):
    """A site, a relief or a workout.

    `names` are its everyday names and irregular plurals, comma-separated; regular plurals are made.
    `display` is how it is shown where that is not the slug with spaces, `region` that of the body in which a site lies.
    """

    slug: str
    names: str = ""
    parent: str | None = None
    display: str = ""
    region: str = ""

    @property
    def label(self) -> str:
        return self.display or self.slug.replace("_", " ")


class DrinkEntry(NamedTuple):
    """A drink of its usual size: ml, caffeine in mg (None = not known) and alcohol in percent by volume; `source` is
    where the figures are from."""

    slug: str
    names: str
    volume_ml: float | None
    caffeine_mg: float | None
    alcohol_percent: float
    source: str


IRREGULAR = {"calf": "calves", "foot": "feet"}


def plurals(name: str) -> tuple[str, ...]:
    """The plural of a name's last word, and of `back of knee` those of both and of its first; nothing for a name that
    ends like one."""
    begin, space, last = name.rpartition(" ")
    plural = _plural(last)
    if not plural:
        return ()
    part, of, _ = name.partition(" of ")
    parts = _plural(part) if of and name.count(" ") == 2 else ""
    return (f"{begin}{space}{plural}", *((f"{parts} of {plural}", f"{parts} of {last}") if parts else ()))


def several(name: str) -> str:
    """How several of a drink are said: `coffees`, `bowls of matcha`."""
    return (name, *plurals(name))[-1]


def _plural(word: str) -> str:
    """Of one word; nothing where it ends like a plural, or is of another language."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith("s") or not word.isascii():
        return ""
    if word.endswith(("x", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"
