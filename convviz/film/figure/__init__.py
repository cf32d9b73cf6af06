"""Figures for slides and print: a stage as a card, or the whole chain, painted and written to files."""
