"""The digit moved: how the answers follow."""
