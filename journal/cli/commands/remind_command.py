"""remind for click, with its help."""

import click

from journal.cli import remind as reminding


@click.command()
@click.pass_obj
def remind(db: str | None) -> None:
    """Print one line where today's check-in is empty, and nothing where it is not.

    For a shell prompt, a timer or cron. It is silent in a pause, once the day has come until which you meant to track,
    and with `settings reminders weekly` after any day of the week with a check-in. The exit code is 0 either way.

    \b
    Above a bash prompt, in ~/.bashrc:
      PROMPT_COMMAND='twitch-journal remind'
    At nine in the evening, by mail, in the crontab:
      0 21 * * * $HOME/.local/bin/twitch-journal remind
    As a notice on the desktop: two files in ~/.config/systemd/user, then
    systemctl --user enable --now twitch-remind.timer

    \b
      twitch-remind.service
        [Service]
        Type=oneshot
        ExecStart=/bin/sh -c 'line=$$(%h/.local/bin/twitch-journal remind); \\
          [ -z "$$line" ] || notify-send "$$line"'

    \b
      twitch-remind.timer
        [Timer]
        OnCalendar=*-*-* 21:00
        Persistent=true
        [Install]
        WantedBy=timers.target

    \b
    Example:
      twitch-journal remind
    """
    reminding.remind(db)
