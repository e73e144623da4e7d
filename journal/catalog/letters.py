"""Letters and signs as a keyboard makes them: what phones, word processors and other systems put in their place."""

_SIGNS = {
    **dict.fromkeys("“”„‟«»＂", '"'),
    **dict.fromkeys("‘’‚‛ʼ＇", "'"),
    **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
    **dict.fromkeys("×✕✖", "x"),
    "μ": "µ",  # the Greek letter, where keyboards have the sign
    "\ufeff": "",
    "\u200b": "",
    "\u2060": "",
}
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_TABLE = str.maketrans({chr(code): chr(ascii_code) for code, ascii_code in _FULL_WIDTH.items()} | _SIGNS)
QUOTES = frozenset(sign for sign, plain in _SIGNS.items() if plain == '"') | {'"'}


def plain(text: str) -> str:
    """The text with the plain signs, and letters composed; its length may change."""
    if text.isascii():
        return text
    from unicodedata import normalize  # 1 ms, which few lines need

    return normalize("NFC", text.translate(_TABLE))
