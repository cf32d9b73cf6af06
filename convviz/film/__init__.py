"""The film of a convolution below the pages: a moment painted, a film written; how far long work is."""
