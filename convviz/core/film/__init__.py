"""Films of a convolution: which moment shows what, how long, and the animated file formats."""
