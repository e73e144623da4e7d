"""Whether the language of this machine writes a decimal comma; then its spreadsheets part cells by semicolons."""

import locale
import os
from contextlib import suppress

COMMA_LANGUAGES = frozenset(
    "af be bg bs ca cs da de el es et eu fi fo fr gl hr hu hy id is it ka kk kl lt lv mk nb nl nn no pl pt ro ru sk sl"
    " sq sr sv tr uk uz vi".split()
)
"""Languages with a decimal comma (Unicode CLDR 46, `decimal` of their numbers), for a machine on which the language
that is asked for was never installed."""
POINT_REGIONS = frozenset("de_CH de_LI es_MX es_US es_PR es_GT es_HN es_NI es_PA es_PE es_SV es_DO".split())
COMMA_REGIONS = frozenset({"en_ZA"})
VARIABLES = ("LC_ALL", "LC_NUMERIC", "LANG")


def has_decimal_comma() -> bool:
    """As the machine's settings for numbers say; a point where they say nothing."""
    before = locale.setlocale(locale.LC_NUMERIC)
    try:
        locale.setlocale(locale.LC_NUMERIC, "")
        return locale.localeconv()["decimal_point"] == ","
    except locale.Error:
        return named_comma(next((value for name in VARIABLES if (value := os.environ.get(name))), ""))
    finally:
        with suppress(locale.Error):
            locale.setlocale(locale.LC_NUMERIC, before)


def named_comma(name: str) -> bool:
    """Whether a language by its name, such as de_AT.UTF-8, writes a comma."""
    region = name.partition(".")[0].partition("@")[0]
    if region in POINT_REGIONS or region in COMMA_REGIONS:
        return region in COMMA_REGIONS
    return region.partition("_")[0] in COMMA_LANGUAGES
