"""The drawing: the canvas and its tools, a photo on it, the steps to 28x28."""
