"""ConvViz: look inside convolutional networks, one number at a time."""

__version__ = "0.1.0"
