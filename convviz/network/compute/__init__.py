"""A network computed in NumPy: forward, backward for the gradients, and pictures fitted to its input."""
