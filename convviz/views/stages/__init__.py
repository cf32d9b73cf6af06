"""The cards of the stages side by side, one of them on the whole screen, and a stage as pixels for a file."""
