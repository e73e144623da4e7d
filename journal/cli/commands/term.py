"""term: your own sites, drinks, reliefs and workouts."""

import click

from journal import settings as places
from journal.catalog.drinks import DRINKS, READ
from journal.catalog.entries import DrinkEntry
from journal.catalog.lexicon import Term
from journal.catalog.sites import label_of
from journal.catalog.units import ETHANOL_G_PER_ML, UNITS
from journal.cli.arguments import joined, name_and_new_name
from journal.cli.completion import offers, sites
from journal.cli.output import paragraph, rows, say, say_json
from journal.errors import Refused
from journal.phrases.read.words.amounts import longest_amount
from journal.phrases.read.words.lexer import clean, tokenize
from journal.phrases.write.format_number import counted, number_words, round_words
from journal.store import own_words, vocabulary
from journal.store.file import connections
from journal.store.read import queries

NAME = click.argument("name", nargs=-1, required=True, callback=joined)


@click.group()
def term() -> None:
    """Your own sites, drinks, reliefs and workouts.

    \b
    Examples:
      twitch-journal term add drink guayusa --size 300ml --caffeine 80mg
      twitch-journal term add site "old scar" --parent calf
      twitch-journal term list
    """


@term.command("add")
@click.argument("kind", type=click.Choice(vocabulary.TERM_KINDS))
@NAME
@click.option(
    "--parent",
    metavar="SITE",
    shell_complete=offers(sites),
    help="A site in which this one lies; `find` then finds both.",
)
@click.option("--size", metavar="AMOUNT", help="Of a drink, its usual size: 300ml, 12oz.")
@click.option("--caffeine", metavar="AMOUNT", help="Of a drink of that size: 80mg.")
@click.option("--alcohol", metavar="AMOUNT", help="Of a drink of that size: 10g, or 5%.")
@click.pass_obj
def term_add(
    db: str | None,
    kind: str,
    name: str,
    parent: str | None,
    size: str | None,
    caffeine: str | None,
    alcohol: str | None,
) -> None:
    """Add a word of your own: a site, drink, relief or workout.

    \b
    Examples:
      twitch-journal term add site brow tail --parent eyelid
      twitch-journal term add drink guayusa --size 300ml --caffeine 80mg
      twitch-journal term add drink mead --size 0.5l --alcohol 4.5%
      twitch-journal term add relief magnesium spray
      twitch-journal term add workout parkour
    """
    path, _ = places.diary_path(db)
    volume, milligrams, grams = _contents(kind, parent, size, caffeine, alcohol)
    added = vocabulary.add_term(path, Term(kind, name, parent, volume, milligrams, grams))
    paragraph(f"added: {_term_words(added)}; it is a word of `log` now", indent=4)


def _contents(
    kind: str,
    parent: str | None,
    size: str | None,
    caffeine: str | None,
    alcohol: str | None,
    usual: float | None = None,
) -> tuple[float | None, float | None, float | None]:
    """ml, mg and g that the options say; `usual` is the size where none is said."""
    if parent and kind != "site":
        raise Refused(f"--parent belongs to a site, not to a {kind}")
    if (size or caffeine or alcohol) and kind != "drink":
        raise Refused(f"--size, --caffeine and --alcohol belong to a drink, not to a {kind}")
    volume = _amount("--size", size, "volume", 1, 10000, "ml") or usual
    if alcohol and alcohol.rstrip().endswith("%"):
        if volume is None:
            raise Refused("--alcohol in % needs the --size too")
        grams: float | None = round(
            volume * (_amount("--alcohol", alcohol, "share", 1, 96, "%") or 0) / 100 * ETHANOL_G_PER_ML, 1
        )
    else:
        grams = _amount("--alcohol", alcohol, "mass", 1000, 1000, "g")
    return volume, _amount("--caffeine", caffeine, "mass", 1, 5000, "mg"), grams


def _amount(option: str, text: str | None, dimension: str, size: float, most: float, unit: str) -> float | None:
    """An option's amount, in units of `size` base units."""
    if text is None:
        return None
    tokens = tokenize(clean(text))
    amount = longest_amount(tokens, 0) if tokens else None
    if not amount or amount.end != len(tokens) or amount.dimension != dimension:
        units: dict[float, str] = {}  # the first name of each
        for word, (kind, size_of_unit) in UNITS.items():
            if kind == dimension:
                units.setdefault(size_of_unit, word)
        raise Refused(f"{option} is an amount with a unit ({', '.join(units.values())}), not “{text}”")
    value = amount.value(size)
    if value > most or (dimension == "volume" and value <= 0):
        least = "more than 0 and " if dimension == "volume" else ""
        raise Refused(f"{option} is {least}at most {number_words(most)} {unit}, not {amount.phrase}")
    return value


def _term_words(added: Term) -> str:
    parts = [f"{added.kind} {added.label}"]
    if added.parent:
        parts.append(f"in {label_of(added.parent)}")
    for value, unit in ((added.volume_ml, "ml"), (added.caffeine_mg, "mg caffeine"), (added.alcohol_g, "g alcohol")):
        if value is not None:
            parts.append(f"{round_words(value)} {unit}")
    return ", ".join(parts)


@term.command("rename")
@click.argument("kind", type=click.Choice(vocabulary.TERM_KINDS))
@click.argument("names", metavar="NAME NEW_NAME", nargs=-1, required=True, callback=name_and_new_name)
@click.pass_obj
def term_rename(db: str | None, kind: str, names: tuple[str, str]) -> None:
    """Give a word of your own another name; what was logged follows.

    \b
    Example:
      twitch-journal term rename drink guayusa "Guayusa tea"
    """
    path, _ = places.diary_path(db)
    name, new_name = names
    renamed, follow = own_words.edit_term(path, kind, name, new_name)
    following = f"; {counted(follow, 'record')} now {'says' if follow == 1 else 'say'} so" if follow else ""
    paragraph(f"{name} is now {_term_words(renamed)}{following}", indent=4)


@term.command("change")
@click.argument("kind", type=click.Choice(vocabulary.TERM_KINDS))
@NAME
@click.option("--parent", metavar="SITE", shell_complete=offers(sites), help="Another site in which it lies.")
@click.option("--size", metavar="AMOUNT", help="Of a drink, its usual size.")
@click.option("--caffeine", metavar="AMOUNT", help="Of a drink of that size.")
@click.option("--alcohol", metavar="AMOUNT", help="Of a drink of that size: 10g, or 5%.")
@click.pass_obj
def term_change(
    db: str | None,
    kind: str,
    name: str,
    parent: str | None,
    size: str | None,
    caffeine: str | None,
    alcohol: str | None,
) -> None:
    """Correct where a site lies, or what a drink holds.

    What was logged keeps the amounts it had.

    \b
    Examples:
      twitch-journal term change site brow tail --parent brow
      twitch-journal term change drink guayusa --caffeine 90mg
    """
    path, _ = places.diary_path(db)
    with connections.reading(path) as connection:
        usual = next((each.volume_ml for each in vocabulary.terms(connection, kind) if _is_named(each, name)), None)
    contents = zip(
        ("volume_ml", "caffeine_mg", "alcohol_g"), _contents(kind, parent, size, caffeine, alcohol, usual), strict=True
    )
    options = {"parent": parent, "volume_ml": size, "caffeine_mg": caffeine, "alcohol_g": alcohol}
    changes: dict[str, float | str | None] = {field: value for field, value in contents if options[field]}
    changes |= {"parent": parent} if parent else {}
    if not changes:
        raise Refused("say what to change: --parent of a site; --size, --caffeine or --alcohol of a drink")
    paragraph(f"changed: {_term_words(own_words.edit_term(path, kind, name, changes=changes)[0])}", indent=4)


def _is_named(own_term: Term, name: str) -> bool:
    return vocabulary.spaced_name(name) in (own_term.slug.replace("_", " "), own_term.label.lower())


@term.command("remove")
@click.argument("kind", type=click.Choice(vocabulary.TERM_KINDS))
@NAME
@click.pass_obj
def term_remove(db: str | None, kind: str, name: str) -> None:
    """Take away a word of your own that no record needs.

    \b
    Example:
      twitch-journal term remove relief magnesium spray
    """
    path, _ = places.diary_path(db)
    paragraph(f"removed: {_term_words(own_words.remove_term(path, kind, name))}", indent=4)


@term.command("list")
@click.argument("kind", type=click.Choice(vocabulary.TERM_KINDS), required=False)
@click.option("--json", "as_json", is_flag=True, help="A JSON list, for other programs.")
@click.pass_obj
def term_list(db: str | None, kind: str | None, as_json: bool) -> None:
    """List your own words.

    With a kind, the built-in words of that kind are listed too.

    \b
    Examples:
      twitch-journal term list
      twitch-journal term list drink
    """
    path, _ = places.diary_path(db)
    with connections.reading(path) as connection:
        own_terms = vocabulary.terms(connection, kind)
        lexicon = queries.lexicon(connection)
    if as_json:
        say_json([own_term._asdict() for own_term in own_terms], indent=1)
        return
    for own_term in own_terms:
        paragraph(_term_words(own_term), indent=4)
    if not own_terms:
        paragraph(f"No {kind or 'word'} of your own yet; `term add` makes one.")
    own_slugs = {own_term.slug for own_term in own_terms}
    if kind == "drink":
        say("built in, one of the usual size:")
        rows([_drink_row(drink) for drink in DRINKS if drink.slug not in own_slugs])
        paragraph(f"{READ}.")
    elif kind:
        slugs = [slug for role, slug in lexicon.spoken_names if role == kind and slug not in own_slugs]
        paragraph(
            f"built in: {', '.join(sorted((lexicon.label(kind, slug) for slug in slugs), key=str.lower))}", indent=4
        )


def _drink_row(drink: DrinkEntry) -> tuple[str, str, str]:
    """A drink, what one of its usual size holds, and where the figures are from."""
    amounts = ((drink.volume_ml, " ml"), (drink.caffeine_mg, " mg caffeine"), (drink.alcohol_percent, " % alcohol"))
    contents = ", ".join(f"{round_words(value)}{unit}" for value, unit in amounts if value)
    return drink.slug.replace("_", " "), contents, drink.source
