"""What the diary says with a command of the shell, as the app says it: there the sentence names a key or a room."""

import re

SETTINGS = "Settings"
REPLACED = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (r"with `(?:term|question) add[^`]*`(, all else) with `term add`", rf"in {SETTINGS}\1 too"),
        (r"with `(?:term|question) add[^`]*`|\(`(?:term|question) add[^`]*`\)", f"in {SETTINGS}"),
        (r"`(?:term|question) (?:add|on|list)\b[^`]*`", SETTINGS),
        (r"(?: as in|:) `profile [^`]*`", f" in {SETTINGS}"),
        (r"say `delete [^`]*:note`", "press Del on it"),
        (r"`delete`", "Del"),
        (r"(again the same as at [^;`]*); `undo` removes it", r"\1"),
        (r"say `undo` and for example", "press ^z, then say for example"),
        (r"`undo`", "^z"),
        (r"`log`", "the diary"),
        (r"`(restore[^`]*)` puts", r"in the shell `twitch-journal \1` puts"),
        (r"`backups` lists", "`twitch-journal backups` lists"),
        (r"`resume` ends", "“The diary goes on” ends"),
        (r",? or say --force to replace (?:it|what is there)", ""),
        (r"(`--(?:new|accept)`) before a command(?! of)", r"\1 before a command of the shell"),
        (r"with the command `ask`, or in About me", "in About me"),
        (r" \(--unit\)", ""),
        (r"; `--by rating`, ", "; the rating, "),
        (r",? or choose another (?:file|place) with --db", ""),
        (r" Choose another (?:file|place) with --db\.", ""),
    )
)
QUOTED = re.compile("(“[^”]*”)")
"""The user's own words, which stay as they are."""


def in_app(text: str) -> str:
    parts = QUOTED.split(text)
    for number in range(0, len(parts), 2):
        for pattern, instead in REPLACED:
            parts[number] = pattern.sub(instead, parts[number])
    return "".join(parts)
