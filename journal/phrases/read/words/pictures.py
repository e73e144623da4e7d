"""Pictures and smileys, which say nothing of their own."""

from journal.catalog.everyday import GLUED_SMILEYS, SMILEYS
from journal.phrases.read.words.lexer import Token

FIRST_PICTURE, PICTURE = "\u2600", "\u263a"
"""The first sign that may be a picture; letters of other scripts stand behind it too. And the one for a smiley."""


def without_smiley(token: Token) -> list[Token]:
    """A smiley as a picture, `4:(` in two pieces."""
    if token.quoted:
        return [token]
    if token.text in SMILEYS:
        return [token._replace(text=PICTURE, typed=token.text)]
    smiley = next((glued for glued in GLUED_SMILEYS if token.text.endswith(glued)), "")
    if not smiley:
        return [token]
    middle = token.end - len(smiley)
    word = token._replace(text=token.text.removesuffix(smiley), end=middle)
    return [word, Token(PICTURE, middle, token.end, typed=smiley)]


def is_picture(text: str) -> bool:
    """Whether a word is a picture or a smiley."""
    return text[:1] >= FIRST_PICTURE and not any(sign.isalnum() for sign in text)


def without_picture(token: Token) -> list[Token]:
    """`4😩` in two pieces."""
    text = token.text
    while text and text[-1] > FIRST_PICTURE and not text[-1].isalnum():
        text = text[:-1]
    if token.quoted or not text or text == token.text:
        return [token]
    middle = token.end - (len(token.text) - len(text))
    return [Token(text, token.start, middle), Token(token.text[len(text) :], middle, token.end)]
