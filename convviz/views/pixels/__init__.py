"""Changing the pixels of a picture: typed, drawn, filled, cropped, resized; the questions for it."""
