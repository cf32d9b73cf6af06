"""Which network is on show: bundled, opened from a file, checked by TensorFlow."""
