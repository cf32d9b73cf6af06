"""The stages one after the other: input, convolution, activation, pooling, and what is known of each map."""
