"""Explanations: size formulas, and why a cell has its value."""
