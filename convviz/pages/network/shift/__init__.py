"""The digit moved step by step: the answers of two networks."""
