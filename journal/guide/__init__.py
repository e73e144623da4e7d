"""The guide: chapters in Markdown, each with its sources.

chapter.py  a chapter, and all of them in their order
lookup.py   the chapter that is meant; passages that hold some words
typeset.py  a chapter as lines for a terminal

A chapter begins with what a program reads of it: `title`, `summary` for the contents, `order`, `date`,
`clinician_review` (`no` as long as no clinician has read it; `not needed` where it is not about health) and `sources`.
Every paragraph and every entry of a list ends in the numbers of its sources, or in [*] where it is our own advice or
speaks of this program; `tests/guide` holds that, and what must never be said without what belongs to it.

index.md    above the contents
help.md     when to get help: one key away from everywhere
twitch.md   what a twitch is
common.md   how common twitches are, and how they go on
doctor.md   when to see a doctor
serious.md  is it something serious? Only the contents lead to it.
kinds.md    kinds of twitch, and what is none
nerve.md    how a nerve makes a muscle twitch
causes.md   what is known of each cause
ease.md     what eases them
diary.md    a diary that does not feed worry
film.md     filming
judging.md  how triggers are judged, and what a diary can show
reading.md  further reading
"""
