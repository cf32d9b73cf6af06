"""A network computed in NumPy: forward, and backward for the gradients."""
