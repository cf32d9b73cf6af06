"""The film of a convolution below the pages: a moment painted, a film written; what pages say of long work."""
