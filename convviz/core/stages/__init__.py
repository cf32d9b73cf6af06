"""The stages in order: input, convolution, activation, pooling.

`pipeline` computes whole maps and reuses unchanged stages, `on_demand` only the cells that are read;
`noise` knows what is only rounding, `statistics` the range and histogram of a map.
"""
