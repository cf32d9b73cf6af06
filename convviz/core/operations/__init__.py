"""The operations of a layer on whole maps: convolution, activation functions, pooling."""
