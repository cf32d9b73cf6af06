"""The digit moved step by step: the answers of all networks."""
