"""Pictures: read from files into `Image`, and maps written to files."""
