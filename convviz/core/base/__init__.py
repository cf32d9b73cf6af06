"""What every room of the core stands on: errors that can be translated, files written whole, exact whole
numbers."""
