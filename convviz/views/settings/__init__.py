"""The panel of settings: one form for each of convolution, activation and pooling."""
