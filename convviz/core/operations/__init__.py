"""What a layer computes on whole maps: convolution, activation functions, pooling."""
