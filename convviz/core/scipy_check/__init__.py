"""The comparison of a map with SciPy: in parts, within the error bound of the arithmetic."""
