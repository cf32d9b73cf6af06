"""Formulas typeset, with the numbers of the settings in them, and the chain of sizes."""
