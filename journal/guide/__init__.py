"""The guide: chapters in Markdown, each with its sources.

chapter.py  a chapter's text and its title
judging.md  how triggers are judged, and what a diary can show
"""
