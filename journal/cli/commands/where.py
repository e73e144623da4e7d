"""where: the files in use."""

import click

from journal import settings
from journal.cli.output import paragraph, say
from journal.phrases.write.format_number import counted
from journal.store.file import backups, diary_state, left_lines, private_file
from journal.terminal import on_one_line, path_words


@click.command()
@click.pass_obj
def where(db: str | None) -> None:
    """Print every path in use: the diary, its backups, what is remembered of it outside, and the settings of display.

    \b
    Examples:
      twitch-journal where
      twitch-journal --db second.db where
    """
    path, chosen = settings.diary_path(db)
    state = f"{path.stat().st_size:,} bytes" if path.exists() else "not there"
    kept = settings.backup_settings()
    folder = kept.folder_of(path)
    number = len(backups.backups(path, folder))
    say(f"diary    {path_words(path)}")
    readers = "; others on this machine may read it" if private_file.is_open_to_others(path) else ""
    say(f"         {state}; chosen by {chosen}{readers}")
    say(f"backups  {path_words(folder)}")
    made = counted(number, "backup") if number else "not made yet"
    say(f"         {made}{'; off in the settings' if kept.off else ''}")
    memory = diary_state.file_of(path)
    say(f"memory   {path_words(memory)}")
    say("         how the diary was seen last; " + ("there" if memory.is_file() else "not made yet"))
    for file in left_lines.files(path):
        say(f"unstored {path_words(file)}")
        left = counted(len(left_lines.read(file, path)), "line")
        say(f"         {left} that the app could not store; it tries again when it is open")
    box = settings.inbox_path(path, settings.display_path())
    say(f"inbox    {path_words(box.path)}")
    box_state = "there; only read" if box.path.exists() else "not there"
    say(f"         what a phone writes; {box_state}{'; named in the settings' if box.chosen else ''}")
    if box.complaint:
        paragraph(on_one_line(box.complaint), "         ")
    display = settings.display_path()
    say(f"settings {path_words(display)}")
    say(
        "         display and keys; "
        + ("yours" if display.is_file() else "no file" if display.exists() else "not made yet")
    )
    say("exports  what you exported or copied elsewhere is known to you alone; erase does not reach it")
