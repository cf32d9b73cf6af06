"""Choices, number boxes, forms and their errors, labels and cards, which every page uses."""
