"""A network changed by hand: single edits of weights (`experiments`), and their list (`changes`)."""
