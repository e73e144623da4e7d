"""Twitch Journal: a private diary for people whose muscles twitch."""

__version__ = "0.1.0"
