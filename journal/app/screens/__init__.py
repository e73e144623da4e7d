"""Rooms and dialogs: they own flow, call the store in threads, and draw nothing themselves."""
