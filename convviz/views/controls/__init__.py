"""Boxes, choices, rows of forms and their messages, which every page uses."""
