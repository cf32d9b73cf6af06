"""The film of a convolution below the pages: what a moment shows, painted, written; how pages tell of long work."""
