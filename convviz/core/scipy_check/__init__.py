"""A map compared with SciPy: which cells (`parts`), and whether within the error bound (`check`)."""
