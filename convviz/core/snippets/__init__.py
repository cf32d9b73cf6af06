"""The settings as code that can be copied: NumPy and SciPy, Keras, PyTorch."""
