"""The grid of weights: its cells painted, edited, and reached with mouse and keys."""
