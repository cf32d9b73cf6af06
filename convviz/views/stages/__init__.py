"""The cards of the stages side by side, and one of them on the whole screen."""
