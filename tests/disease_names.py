"""Names of illnesses, which stand in the guide alone, and in what the signs open of it: no page with numbers frightens
with them."""

import re

NAMES = re.compile(
    r"\b(ALS|MND|motor neurone?|sclerosis|strokes?|TIA|dystonia|hemifacial|syndromes?|tumou?rs?|cancers?)\b",
    re.IGNORECASE,
)
NOT_READ = re.compile(r"<[^>]*>")
"""The marks of an SVG, one of whose attributes is called stroke."""


def disease_names(text: str) -> list[str]:
    """The names, as whole words, that somebody reads in a text or a picture."""
    return NAMES.findall(NOT_READ.sub("", text))
