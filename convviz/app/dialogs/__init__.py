"""Dialogs of the window: files, preferences, shortcuts, about, errors."""
