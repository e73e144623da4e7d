"""A chapter of the guide, as it is written in Markdown."""

from pathlib import Path

CHAPTERS = {"judging": "How this is judged"}
"""File name without its ending -> title."""


def text(name: str) -> str:
    return (Path(__file__).parent / f"{name}.md").read_text("utf-8")
